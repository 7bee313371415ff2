# Every library the project uses, found once. Why each was chosen, and its
# licence: docs/architecture.md.
find_package(PkgConfig REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(LIBGIT2 REQUIRED IMPORTED_TARGET libgit2)
pkg_check_modules(RAPIDJSON REQUIRED RapidJSON)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
find_package(pugixml REQUIRED)
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)

# ICU under one name, shared or static.
add_library(budgetdiff_icu INTERFACE)
if(BUDGETDIFF_FAST_START)
  foreach(part i18n uc data)
    find_library(ICU_STATIC_${part} NAMES libicu${part}.a REQUIRED)
  endforeach()
  target_link_libraries(budgetdiff_icu INTERFACE
    "${ICU_STATIC_i18n}" "${ICU_STATIC_uc}" "${ICU_STATIC_data}" ${CMAKE_DL_LIBS})
  find_library(NETTLE_STATIC NAMES libnettle.a REQUIRED)
else()
  target_link_libraries(budgetdiff_icu INTERFACE ICU::i18n ICU::uc ICU::data)
endif()

# nettle under one name, shared or static.
add_library(budgetdiff_nettle INTERFACE)
if(BUDGETDIFF_FAST_START)
  target_include_directories(budgetdiff_nettle SYSTEM INTERFACE ${NETTLE_INCLUDE_DIRS})
  target_link_libraries(budgetdiff_nettle INTERFACE "${NETTLE_STATIC}")
else()
  target_link_libraries(budgetdiff_nettle INTERFACE PkgConfig::NETTLE)
endif()
