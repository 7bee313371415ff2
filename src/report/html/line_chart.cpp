#include "report/html/line_chart.hpp"

#include "report/html/picture.hpp"

#include <algorithm>

namespace budgetdiff::html {
namespace {

struct Bounds {
  Amount low;
  Amount high;
};

/// From zero, or from below the least where the line would be flat otherwise.
Bounds bounds_of(const std::vector<std::optional<Amount>>& values, bool may_cut) {
  std::optional<Amount> low;
  std::optional<Amount> high;
  for (const std::optional<Amount>& value : values) {
    if (value) {
      low = low ? std::min(*low, *value) : *value;
      high = high ? std::max(*high, *value) : *value;
    }
  }
  Bounds out{std::min(low.value_or(Amount()), Amount()),
             std::max(high.value_or(Amount()), Amount())};
  if (may_cut && low && *low > Amount() && *high - *low < *low && *low != *high) {
    const Amount range = *high - *low;
    out.low = std::max(*low - Amount(range.mantissa() / 4, range.scale()), Amount());
  }
  return out;
}

struct Point {
  int x = 0;
  int y = 0;
};

/// The lines between neighbours; a gap begins a new one.
void write_lines(Page& page, const std::vector<std::optional<Point>>& points) {
  std::string run;
  const auto flush = [&] {
    if (run.find(' ') != run.rfind(' ') || std::count(run.begin(), run.end(), ',') > 1) {
      page.empty("polyline", {{"class", "course"}, {"points", run}});
    }
    run.clear();
  };
  for (const std::optional<Point>& point : points) {
    if (!point) {
      flush();
      continue;
    }
    run += (run.empty() ? "" : " ") + px(point->x) + "," + px(point->y);
  }
  flush();
}

void draw(Page& page, const Series& series, const std::string& caption_id, const Frame& frame,
          const Bounds& bounds) {
  constexpr int top = 34;
  constexpr int plot = 150;
  constexpr int height = top + plot + 34;
  const int side = frame.narrow ? 40 : 70;
  const auto svg = page.in("svg", {{"class", std::string("picture ") + frame.shown_on},
                                   {"viewBox", view_box(frame.width, height)},
                                   {"role", "img"},
                                   {"aria-labelledby", caption_id}});
  const Scale scale(bounds.low, bounds.high, plot);
  const int count = static_cast<int>(series.values.size());
  // Where the amounts would run into each other only every second is written.
  const int step = count > 1 ? (frame.width - 2 * side) / (count - 1) : 0;
  const int every = count > 1 && step < 84 ? (84 + std::max(step, 1) - 1) / std::max(step, 1) : 1;
  page.empty("line", {{"class", "axis"},
                      {"x1", "0"},
                      {"x2", px(frame.width)},
                      {"y1", px(top + plot)},
                      {"y2", px(top + plot)}});
  std::vector<std::optional<Point>> points;
  for (int i = 0; i < count; ++i) {
    const auto& value = series.values[static_cast<std::size_t>(i)];
    const int x = count > 1 ? side + i * (frame.width - 2 * side) / (count - 1) : frame.width / 2;
    points.push_back(value ? std::optional(Point{x, top + plot - scale(*value)}) : std::nullopt);
    if ((count - 1 - i) % every == 0) {
      page.element("text", {{"class", "middle"}, {"x", px(x)}, {"y", px(top + plot + 20)}},
                   series.labels[static_cast<std::size_t>(i)]);
    }
  }
  write_lines(page, points);
  for (int i = 0; i < count; ++i) {
    const auto& point = points[static_cast<std::size_t>(i)];
    if (!point) {
      continue;
    }
    page.empty("circle",
               {{"class", "point"}, {"cx", px(point->x)}, {"cy", px(point->y)}, {"r", "4"}});
    if ((count - 1 - i) % every == 0) {
      page.element("text",
                   {{"class", "middle value"}, {"x", px(point->x)}, {"y", px(point->y - 10)}},
                   series.values[static_cast<std::size_t>(i)]->grouped());
    }
  }
}

}  // namespace

bool write_line_chart(Page& page, const Series& series, const std::string& caption_id) {
  const Bounds bounds = bounds_of(series.values, true);
  draw(page, series, caption_id, wide_frame, bounds);
  draw(page, series, caption_id, narrow_frame, bounds);
  return bounds.low > Amount();
}

void write_sparkline(Page& page, const std::vector<std::optional<Amount>>& values) {
  constexpr int width = 84;
  constexpr int height = 24;
  constexpr int margin = 3;
  const Bounds bounds = bounds_of(values, false);
  const Scale scale(bounds.low, bounds.high, height - 2 * margin);
  const auto svg = page.in(
      "svg", {{"class", "spark"}, {"viewBox", view_box(width, height)}, {"aria-hidden", "true"}});
  std::vector<std::optional<Point>> points;
  const int count = static_cast<int>(values.size());
  for (int i = 0; i < count; ++i) {
    const int x = count > 1 ? margin + i * (width - 2 * margin) / (count - 1) : width / 2;
    const auto& value = values[static_cast<std::size_t>(i)];
    points.push_back(value ? std::optional(Point{x, height - margin - scale(*value)})
                           : std::nullopt);
  }
  write_lines(page, points);
  // Ends, and what stands alone between gaps.
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool begins = i == 0 || !points[i - 1];
    const bool ends = i + 1 == points.size() || !points[i + 1];
    if (points[i] && (begins || ends)) {
      page.empty(
          "circle",
          {{"class", "point"}, {"cx", px(points[i]->x)}, {"cy", px(points[i]->y)}, {"r", "2"}});
    }
  }
}

}  // namespace budgetdiff::html
