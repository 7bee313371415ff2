# Modules: parts of the program that are loaded when first needed, because the
# libraries they use are slow to load (libgit2, poppler). A module holds no copy
# of the core library: it takes core's symbols from the program that loads it.

# bd_add_module(NAME OBJECTS… [LIBRARIES…]): lib NAME.so from the objects of
# the given static libraries, which stay usable for programs that link them.
function(bd_add_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;OBJECTS_OF;LIBRARIES" ${ARGN})
  add_library(${name} MODULE ${arg_SOURCES})
  foreach(library ${arg_OBJECTS_OF})
    target_sources(${name} PRIVATE $<TARGET_OBJECTS:${library}>)
  endforeach()
  target_include_directories(${name} PRIVATE
    ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(${name} PRIVATE BUDGETDIFF_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${name} PRIVATE
    tl::expected budgetdiff_flags ${arg_LIBRARIES})
  set_target_properties(${name} PROPERTIES
    PREFIX "" SUFFIX ".so"
    LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib/budgetdiff")
  install(TARGETS ${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/budgetdiff
    COMPONENT program)
endfunction()

# bd_loads_modules(TARGET): links the whole of core into a program, exports it
# to the modules, and tells src/cli/modules.cpp where they are: beside the
# program's ../lib when installed, in the build tree otherwise.
function(bd_loads_modules target)
  target_link_libraries(${target} PRIVATE
    "$<LINK_LIBRARY:WHOLE_ARCHIVE,budgetdiff_core>" ${CMAKE_DL_LIBS})
  set_target_properties(${target} PROPERTIES ENABLE_EXPORTS ON)
  file(RELATIVE_PATH relative "${CMAKE_INSTALL_FULL_BINDIR}"
       "${CMAKE_INSTALL_FULL_LIBDIR}/budgetdiff")
  target_compile_definitions(${target} PRIVATE
    BUDGETDIFF_VERSION="${PROJECT_VERSION}"
    BUDGETDIFF_MODULES_RELATIVE="${relative}"
    BUDGETDIFF_MODULES_BUILD="${PROJECT_BINARY_DIR}/lib/budgetdiff")
  foreach(module budgetdiff-git budgetdiff-pdf budgetdiff-tables budgetdiff-serve budgetdiff-sqlite
          budgetdiff-workbook)
    if(TARGET ${module})
      add_dependencies(${target} ${module})
    endif()
  endforeach()
endfunction()
