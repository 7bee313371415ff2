#pragma once

namespace budgetdiff::cli {

/// Has the memory that a comparison of two usual tables takes mapped at once
/// rather than page by page as it is first touched, which takes longer
/// (docs/benchmarks.md). Does nothing where the C library or the kernel cannot.
/// Call once, early, with no other thread running.
void map_usual_memory();

}  // namespace budgetdiff::cli
