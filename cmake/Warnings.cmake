# Flags of our own code, as a target and never global: they do not reach users
# of the installed library.
add_library(budgetdiff_flags INTERFACE)
target_compile_options(budgetdiff_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Wcast-align -Woverloaded-virtual -Wnull-dereference -Wformat=2
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${BUDGETDIFF_WARNINGS_AS_ERRORS}>:-Werror>)
if(BUDGETDIFF_SANITIZE)
  target_compile_options(budgetdiff_flags INTERFACE
    -fsanitize=${BUDGETDIFF_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(budgetdiff_flags INTERFACE -fsanitize=${BUDGETDIFF_SANITIZE})
endif()
