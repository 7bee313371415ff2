#include "cli/memory.hpp"

#include <cstddef>
#include <cstdlib>
#include <memory>

#if defined(__linux__) && defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace budgetdiff::cli {

void map_usual_memory() {
#if defined(__linux__) && defined(__GLIBC__) && defined(MADV_POPULATE_WRITE) && \
    !defined(__SANITIZE_ADDRESS__)
  constexpr int kib = 1024;
  constexpr int usual = 640 * kib;
  constexpr std::ptrdiff_t most = 1280L * kib;
  constexpr std::size_t below_threshold = 98'304;  // so that it comes from the heap
  mallopt(M_TOP_PAD, usual);
  // Setting one fixes the others, which otherwise adapt to large allocations.
  mallopt(M_MMAP_THRESHOLD, 32 * kib * kib);
  mallopt(M_TRIM_THRESHOLD, 64 * kib * kib);
  void* const grown = std::malloc(below_threshold);
  if (grown == nullptr) {
    return;
  }
  // In pointers, not numbers: madvise takes pages, and `grown` lies within one.
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  char* const heap_end = static_cast<char*>(sbrk(0));
  void* begin = grown;
  std::size_t room = most;
  std::align(page, 1, begin, room);
  const auto size = heap_end - static_cast<char*>(begin);
  // Elsewhere than on the heap if another allocator is in place; an error is
  // nothing but memory mapped later.
  if (size > 0 && size <= most) {
    madvise(begin, static_cast<std::size_t>(size), MADV_POPULATE_WRITE);
  }
  std::free(grown);
#endif
}

}  // namespace budgetdiff::cli
