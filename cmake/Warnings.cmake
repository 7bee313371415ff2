# Flags of our own code, as a target and never global: they do not reach users
# of the installed library.
add_library(budgetdiff_flags INTERFACE)
target_compile_options(budgetdiff_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Wcast-align -Woverloaded-virtual -Wformat=2
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  # At -O2 GCC 12 takes std::string's own copies for overlapping ones (GCC bug
  # 105651) and the empty state of std::optional for uninitialized (bug 80635).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>
  $<$<BOOL:${BUDGETDIFF_WARNINGS_AS_ERRORS}>:-Werror>
  $<$<BOOL:${BUDGETDIFF_FAST_START}>:-ffunction-sections> $<$<BOOL:${BUDGETDIFF_FAST_START}>:-fdata-sections>)
if(BUDGETDIFF_SANITIZE)
  target_compile_options(budgetdiff_flags INTERFACE
    -fsanitize=${BUDGETDIFF_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(budgetdiff_flags INTERFACE -fsanitize=${BUDGETDIFF_SANITIZE})
endif()
