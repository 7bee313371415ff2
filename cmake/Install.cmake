# The library as others find it: headers, static libraries, a CMake package. The
# program alone is `cmake --install BUILD --component program`.
include(CMakePackageConfigHelpers)

install(TARGETS budgetdiff_core budgetdiff_git budgetdiff_pdf budgetdiff_tables EXPORT budgetdiffTargets
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(DIRECTORY include/budgetdiff DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(FILES docs/budgetdiff.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
install(EXPORT budgetdiffTargets NAMESPACE budgetdiff::
        DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/budgetdiff")
configure_package_config_file(cmake/budgetdiffConfig.cmake.in
  "${PROJECT_BINARY_DIR}/budgetdiffConfig.cmake"
  INSTALL_DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/budgetdiff")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/budgetdiffConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/budgetdiffConfig.cmake"
              "${PROJECT_BINARY_DIR}/budgetdiffConfigVersion.cmake"
        DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/budgetdiff")
