#include "cli/memory.hpp"

#include <cstdint>
#include <cstdlib>

#if defined(__linux__) && defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace budgetdiff::cli {

void map_usual_memory() {
#if defined(__linux__) && defined(__GLIBC__) && defined(MADV_POPULATE_WRITE) && \
    !defined(__SANITIZE_ADDRESS__)
  constexpr int usual = 640 * 1024;
  constexpr std::size_t below_threshold = 96 * 1024;  // so that it comes from the heap
  mallopt(M_TOP_PAD, usual);
  // Setting one fixes the others, which otherwise adapt to large allocations.
  mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
  void* const grown = std::malloc(below_threshold);
  if (grown == nullptr) {
    return;
  }
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto begin = (reinterpret_cast<std::uintptr_t>(grown) + page - 1) / page * page;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  // Elsewhere than on the heap if another allocator is in place; an error is
  // nothing but memory mapped later.
  if (begin < end && end - begin <= 2 * usual) {
    madvise(reinterpret_cast<void*>(begin), end - begin, MADV_POPULATE_WRITE);
  }
  std::free(grown);
#endif
}

}  // namespace budgetdiff::cli
