#include "cli/compare.hpp"

#include "cli/moved.hpp"

#include <budgetdiff/diff/differ.hpp>
#include <utility>

namespace budgetdiff::cli {

Result<Comparison> compare(StoreHandle& store, const std::string& from, const std::string& to,
                           const CompareOptions& options) {
  auto earlier = load(store, from);
  if (!earlier) {
    return fail(std::move(earlier).error());
  }
  auto later = load(store, to);
  if (!later) {
    return fail(std::move(later).error());
  }
  auto out = compare_loaded(store, std::move(*earlier), std::move(*later), options);
  if (out && out->from.key && out->to.key) {
    out->from_name = from;
    out->to_name = to;
  }
  return out;
}

Result<Comparison> compare_loaded(StoreHandle& store, Operand from, Operand to,
                                  const CompareOptions& options) {
  Comparison out{std::move(from), std::move(to), {}, {}, {}, {}, {}};
  if (out.from.key && out.to.key) {
    const auto opened = store.get();
    if (!opened) {
      return fail(opened.error());
    }
    auto decisions = (*opened)->read_decisions_on(*out.from.key, *out.to.key, out.to.revision);
    if (!decisions) {
      return fail(std::move(decisions).error());
    }
    out.decisions = std::move(*decisions);
  }
  MatchOptions match_options;
  match_options.mode = options.mode;
  match_options.decisions = &out.decisions;
  out.alignment = match(out.from.snapshot, out.to.snapshot, match_options);
  out.changes = diff(
      {out.from.snapshot, out.to.snapshot, options.blob_ids ? blob_id_of(out.from) : std::string{},
       options.blob_ids ? blob_id_of(out.to) : std::string{},
       options.ids || (out.from.key && out.to.key)},
      out.alignment);
  if (out.from.key && out.to.key) {
    const auto opened = store.get();
    if (opened) {
      note_moves(**opened, out);
    }
  }
  return out;
}

}  // namespace budgetdiff::cli
