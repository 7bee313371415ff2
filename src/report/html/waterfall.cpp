#include "report/html/waterfall.hpp"

#include "report/html/picture.hpp"

#include <algorithm>

namespace budgetdiff::html {
namespace {

Waterfall frame_of(const ChangeSet& changes, const Wording& say) {
  Waterfall out;
  out.from_label = say.side(changes.from, false);
  out.to_label = say.side(changes.to, true);
  out.from = *changes.totals.from;
  out.to = *changes.totals.to;
  return out;
}

std::string label_of(const ProjectChange& change) {
  const std::vector<ProjectRef>& refs =
      change.to.empty() || (change.from.size() == 1 && change.to.size() > 1) ? change.from
                                                                             : change.to;
  std::string out;
  for (const ProjectRef& ref : refs) {
    out += (out.empty() ? "" : " + ") + ref.name;
  }
  return out;
}

/// Bars, axis and words of one drawing.
class Drawing {
 public:
  Drawing(Page& page, const Waterfall& data, const Frame& frame)
      : page_(page),
        data_(data),
        frame_(frame),
        bar_left_(frame.narrow ? 0 : 330),
        bar_width_(frame.narrow ? frame.width : 430),
        row_height_(frame.narrow ? 44 : 28),
        low_(lowest()),
        scale_(low_, highest(), bar_width_ - 2 * margin) {}

  void run() {
    const int height = row_height_ * static_cast<int>(data_.steps.size() + 2) + 4;
    const auto svg = page_.in("svg", {{"class", std::string("picture ") + frame_.shown_on},
                                      {"viewBox", view_box(frame_.width, height)},
                                      {"role", "img"},
                                      {"aria-labelledby", data_.id + "-caption"}});
    page_.line();
    Amount at = data_.from;
    int row = 0;
    total(row++, data_.from_label, at);
    for (const WaterfallStep& step : data_.steps) {
      const Amount next = at + step.delta;
      bar(row++, step, at, next);
      at = next;
    }
    total(row, data_.to_label, data_.to);
  }

  /// Whether the bars of the totals are cut, because they would dwarf all else.
  [[nodiscard]] bool is_cut() const { return !low_.is_zero(); }

 private:
  static constexpr int margin = 6;

  /// All heights that the line passes.
  template <class Take>
  [[nodiscard]] Amount extreme(Take better) const {
    Amount at = data_.from;
    Amount out = at;
    const auto look = [&](const Amount& value) {
      if (better(value, out)) {
        out = value;
      }
    };
    for (const WaterfallStep& step : data_.steps) {
      at += step.delta;
      look(at);
    }
    look(data_.to);
    return out;
  }
  [[nodiscard]] Amount highest() const {
    const Amount high = extreme([](const Amount& a, const Amount& b) { return a > b; });
    return std::max(high, Amount());
  }
  /// Where the axis begins: at zero, or, where the steps are small beside the
  /// totals, so far below them that the totals take a sixth of the width.
  [[nodiscard]] Amount lowest() const {
    const Amount low = extreme([](const Amount& a, const Amount& b) { return a < b; });
    const Amount range = highest() - low;
    if (low <= Amount() || range >= low) {
      return std::min(low, Amount());
    }
    const Amount cut = low - Amount(range.mantissa() / 5, range.scale());
    return std::max(cut, Amount());
  }

  [[nodiscard]] int x(const Amount& amount) const { return bar_left_ + margin + scale_(amount); }
  [[nodiscard]] int bar_y(int row) const { return row * row_height_ + (frame_.narrow ? 22 : 5); }
  [[nodiscard]] int text_y(int row) const { return row * row_height_ + (frame_.narrow ? 16 : 19); }

  void words(int row, const std::string& label, const std::string& value, const char* tone) {
    const std::size_t columns = frame_.narrow ? 32 : 46;
    page_.element("text",
                  {{"x", frame_.narrow ? "0" : px(bar_left_ - 12)},
                   {"y", px(text_y(row))},
                   {"class", frame_.narrow ? "label" : "label end"}},
                  shortened(label, columns));
    page_.element("text",
                  {{"x", px(frame_.width)},
                   {"y", px(text_y(row))},
                   {"class", std::string("value end ") + tone}},
                  value);
  }

  void total(int row, const std::string& label, const Amount& value) {
    words(row, label, value.grouped(), "total");
    const int left = x(std::min(std::max(low_, Amount()), value));
    const int right = x(std::max(value, low_));
    page_.empty("rect", {{"class", "bar total"},
                         {"x", px(std::min(left, right))},
                         {"y", px(bar_y(row))},
                         {"width", px(std::max(2, right - left))},
                         {"height", "16"}});
    if (is_cut()) {
      // The slanted gap that says the bar does not begin at zero.
      const int y = bar_y(row);
      const int at = left + 8;
      page_.empty("path",
                  {{"class", "gap"}, {"d", "M" + px(at) + " " + px(y + 18) + "l5 -20h6l-5 20z"}});
    }
    page_.line();
  }

  void bar(int row, const WaterfallStep& step, const Amount& before, const Amount& after) {
    const char* tone = step.delta.is_zero() ? "level" : step.delta.is_negative() ? "down" : "up";
    words(row, step.label, signed_money(step.delta), tone);
    const int a = x(before);
    const int b = x(after);
    if (!frame_.narrow) {
      page_.empty("line", {{"class", "thread"},
                           {"x1", px(a)},
                           {"x2", px(a)},
                           {"y1", px(bar_y(row - 1) + 16)},
                           {"y2", px(bar_y(row))}});
    }
    page_.empty("rect", {{"class", std::string("bar ") + tone},
                         {"x", px(std::min(a, b))},
                         {"y", px(bar_y(row))},
                         {"width", px(std::max(2, std::max(a, b) - std::min(a, b)))},
                         {"height", "16"}});
    page_.line();
  }

  Page& page_;
  const Waterfall& data_;
  const Frame& frame_;
  int bar_left_;
  int bar_width_;
  int row_height_;
  Amount low_;
  Scale scale_;
};

void table(Page& page, const Waterfall& data) {
  const auto details = page.in("details", {{"class", "numbers"}});
  page.element("summary", page(BD_TR("The numbers of this picture")));
  const auto table = page.in("table");
  {
    const auto head = page.in("thead");
    const auto row = page.in("tr");
    page.element("th", {{"scope", "col"}}, page(BD_TR("step")));
    page.element("th", {{"scope", "col"}, {"class", "number"}}, page(BD_TR("change")));
    page.element("th", {{"scope", "col"}, {"class", "number"}}, page(BD_TR("comes to")));
  }
  const auto body = page.in("tbody");
  const auto line = [&](const std::string& label, const std::string& link,
                        const std::string& change, const Amount& value) {
    const auto row = page.in("tr");
    {
      const auto cell = page.in("th", {{"scope", "row"}});
      if (link.empty()) {
        page.text(label);
      } else {
        page.linked_name(label, link);
      }
    }
    page.element("td", {{"class", "number"}}, change);
    page.element("td", {{"class", "number"}}, value.grouped());
  };
  Amount at = data.from;
  line(data.from_label, {}, {}, at);
  for (const WaterfallStep& step : data.steps) {
    at += step.delta;
    line(step.label, step.link, signed_money(step.delta), at);
  }
  line(data.to_label, {}, {}, data.to);
}

}  // namespace

Waterfall waterfall_by_kind(const ChangeSet& changes, const Wording& say) {
  Waterfall out = frame_of(changes, say);
  out.id = "waterfall-kinds";
  out.caption = say(BD_TR("By kind of change"));
  for (const ReconciliationLine& line : changes.reconciliation) {
    if (line.delta.is_zero()) {
      continue;
    }
    std::string label = say.reconciliation_kind(line.kind);
    if (line.kind != "unexplained") {
      label = say(BD_TR("{0} ({1})"), {label, std::to_string(line.count)});
    }
    out.steps.push_back({std::move(label), line.delta, {}});
  }
  return out;
}

Waterfall waterfall_by_project(const ChangeSet& changes, const Wording& say, std::size_t most) {
  Waterfall out = frame_of(changes, say);
  out.id = "waterfall-projects";
  out.caption = say(BD_TR("By project"));
  std::vector<const ProjectChange*> moved;
  for (const ProjectChange& change : changes.projects) {
    if (change.delta && !change.delta->is_zero()) {
      moved.push_back(&change);
    }
  }
  std::stable_sort(moved.begin(), moved.end(), [](const ProjectChange* a, const ProjectChange* b) {
    return a->delta->abs() > b->delta->abs();
  });
  // One left over is shown itself: a line of its own costs no more room.
  const std::size_t shown = moved.size() <= most + 1 ? moved.size() : most;
  Amount explained;
  for (std::size_t i = 0; i < shown; ++i) {
    out.steps.push_back({label_of(*moved[i]), *moved[i]->delta, moved[i]->id});
    explained += *moved[i]->delta;
  }
  std::stable_sort(
      out.steps.begin(), out.steps.end(),
      [](const WaterfallStep& a, const WaterfallStep& b) { return a.delta > b.delta; });
  Amount rest[2];
  std::size_t count[2] = {0, 0};
  for (std::size_t i = shown; i < moved.size(); ++i) {
    const std::size_t side = moved[i]->delta->is_negative() ? 1 : 0;
    rest[side] += *moved[i]->delta;
    ++count[side];
    explained += *moved[i]->delta;
  }
  if (count[0] > 0) {
    out.steps.push_back(
        {say(BD_TR("other projects that grow ({0})"), {std::to_string(count[0])}), rest[0], {}});
  }
  if (count[1] > 0) {
    out.steps.push_back(
        {say(BD_TR("other projects that shrink ({0})"), {std::to_string(count[1])}), rest[1], {}});
  }
  const Amount unexplained = out.to - out.from - explained;
  if (!unexplained.is_zero()) {
    out.steps.push_back({say.reconciliation_kind("unexplained"), unexplained, {}});
  }
  return out;
}

void write(Page& page, const Waterfall& waterfall) {
  const auto figure = page.in("figure");
  page.element("figcaption", {{"id", waterfall.id + "-caption"}}, waterfall.caption);
  Drawing wide(page, waterfall, wide_frame);
  wide.run();
  Drawing(page, waterfall, narrow_frame).run();
  if (wide.is_cut()) {
    page.element("p", {{"class", "small"}},
                 page(BD_TR("The bars of the two totals are cut: the axis does not begin at "
                            "zero.")));
  }
  table(page, waterfall);
  page.line();
}

}  // namespace budgetdiff::html
