#include "report/html/alluvial.hpp"

#include "report/html/flow_groups.hpp"
#include "report/html/picture.hpp"

#include <algorithm>
#include <map>

namespace budgetdiff::html {
namespace {

/// One drawing. Groups stand in rows, so that no flow crosses another.
class Drawing {
 public:
  Drawing(Page& page, const std::vector<FlowGroup>& groups, const Frame& frame)
      : page_(page),
        groups_(groups),
        frame_(frame),
        left_(frame.narrow ? 0 : 318),
        right_(frame.narrow ? frame.width - node_width : frame.width - 318 - node_width),
        scale_(Amount(), total(), frame.narrow ? 320 : 420) {}

  void run() {
    int height = 0;
    for (const FlowGroup& group : groups_) {
      height += row_height(group) + gap;
    }
    const auto svg = page_.in("svg", {{"class", std::string("picture flows ") + frame_.shown_on},
                                      {"viewBox", view_box(frame_.width, height + 4)},
                                      {"role", "img"},
                                      {"aria-labelledby", "flows-caption"}});
    page_.line();
    int y = 4;
    for (const FlowGroup& group : groups_) {
      const auto g = page_.in("g", {{"class", "flow k-" + std::string(to_string(group.kind))}});
      draw(group, y);
      y += row_height(group) + gap;
      page_.line();
    }
  }

 private:
  static constexpr int node_width = 10;
  static constexpr int gap = 8;
  static constexpr int part_gap = 6;    // so that parts are seen to be several
  static constexpr int least_row = 17;  // room for the label of a thin node

  [[nodiscard]] Amount total() const {
    Amount sum;
    for (const FlowGroup& group : groups_) {
      sum += group.size();
    }
    return sum;
  }
  [[nodiscard]] int thickness(const FlowNode& node) const {
    return std::max(3, scale_(node.amount));
  }
  [[nodiscard]] int slot(const FlowNode& node) const {
    return std::max(least_row, thickness(node));
  }
  [[nodiscard]] int side_height(const std::vector<FlowNode>& nodes) const {
    int height = 0;
    for (const FlowNode& node : nodes) {
      height += slot(node);
    }
    return height + (nodes.size() > 1 ? static_cast<int>(nodes.size() - 1) * part_gap : 0);
  }
  [[nodiscard]] int row_height(const FlowGroup& group) const {
    return std::max(side_height(group.from), side_height(group.to));
  }

  struct Placed {
    int y = 0;
    int height = 0;
  };

  [[nodiscard]] std::vector<Placed> place(const std::vector<FlowNode>& nodes, int y,
                                          int row) const {
    std::vector<Placed> out;
    y += (row - side_height(nodes)) / 2;
    for (const FlowNode& node : nodes) {
      const int room = slot(node);
      const int thick = thickness(node);
      out.push_back({y + (room - thick) / 2, thick});
      y += room + part_gap;
    }
    return out;
  }

  void draw(const FlowGroup& group, int y) {
    const int row = row_height(group);
    const std::vector<Placed> from = place(group.from, y, row);
    const std::vector<Placed> to = place(group.to, y, row);
    bands(from, to);
    for (std::size_t i = 0; i < from.size(); ++i) {
      node(left_, from[i], group.from[i], false, group);
    }
    for (std::size_t i = 0; i < to.size(); ++i) {
      node(right_, to[i], group.to[i], true, group);
    }
  }

  /// From each node of the left to each of the right, as thick at either end
  /// as that one's part of the other side.
  void bands(const std::vector<Placed>& from, const std::vector<Placed>& to) {
    const auto sum = [](const std::vector<Placed>& side) {
      int out = 0;
      for (const Placed& placed : side) {
        out += placed.height;
      }
      return out;
    };
    const int from_sum = sum(from);
    const int to_sum = sum(to);
    if (from.empty() || to.empty()) {
      // What begins or ends fades on its way.
      for (const Placed& placed : from) {
        stub(left_ + node_width, placed, 26);
      }
      for (const Placed& placed : to) {
        stub(right_, placed, -26);
      }
      return;
    }
    std::vector<int> used(to.size(), 0);
    for (const Placed& a : from) {
      int before = 0;
      for (std::size_t j = 0; j < to.size(); ++j) {
        const int after = before + to[j].height;
        const int top = a.y + a.height * before / to_sum;
        const int bottom = a.y + a.height * after / to_sum;
        const int to_top = to[j].y + to[j].height * used[j] / from_sum;
        used[j] += a.height;
        const int to_bottom = to[j].y + to[j].height * used[j] / from_sum;
        band(top, std::max(bottom, top + 1), to_top, std::max(to_bottom, to_top + 1));
        before = after;
      }
    }
  }

  void band(int top, int bottom, int to_top, int to_bottom) {
    const int a = left_ + node_width;
    const int b = right_;
    const int middle = (a + b) / 2;
    const auto curve = [&](int first_x, int first_y, int last_x, int last_y) {
      return px(first_x) + " " + px(first_y) + "C" + px(middle) + " " + px(first_y) + " " +
             px(middle) + " " + px(last_y) + " " + px(last_x) + " " + px(last_y);
    };
    page_.empty("path", {{"class", "band"},
                         {"d", "M" + curve(a, top, b, to_top) + "L" +
                                   curve(b, to_bottom, a, bottom) + "Z"}});
  }

  void stub(int x, const Placed& placed, int length) {
    page_.empty("path", {{"class", "band"},
                         {"d", "M" + px(x) + " " + px(placed.y) + "l" + px(length) + " " +
                                   px(placed.height / 2) + "L" + px(x) + " " +
                                   px(placed.y + placed.height) + "Z"}});
  }

  void node(int x, const Placed& placed, const FlowNode& node, bool later, const FlowGroup& group) {
    page_.empty("rect", {{"class", "node"},
                         {"x", px(x)},
                         {"y", px(placed.y)},
                         {"width", px(node_width)},
                         {"height", px(placed.height)}});
    // A name that only went on is said once, on the left.
    const bool repeated = later && group.from.size() == 1 && group.from.front().label == node.label;
    const bool to_the_left = later == frame_.narrow;
    const int text_x = to_the_left ? x - 6 : x + node_width + 6;
    const auto text = page_.in("text", {{"x", px(text_x)},
                                        {"y", px(placed.y + placed.height / 2 + 4)},
                                        {"class", to_the_left ? "label end" : "label"}});
    // Apart, so that a name written from right to left does not take the amount along.
    if (!repeated) {
      // A long amount leaves its name less room, but some.
      const std::size_t room =
          frame_.narrow ? 24 : 44 - std::min<std::size_t>(30, node.amount_text().size());
      page_.element("tspan", shortened(node.label, room));
    }
    if (!frame_.narrow || repeated) {
      page_.text(" ");
      page_.element("tspan", node.amount_text());
    }
  }

  Page& page_;
  const std::vector<FlowGroup>& groups_;
  const Frame& frame_;
  int left_;
  int right_;
  Scale scale_;
};

void node_list(Page& page, const std::vector<FlowNode>& nodes, const std::string& link) {
  const auto cell = page.in("td");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i > 0) {
      page.empty("br");
    }
    if (!nodes[i].name) {
      page.text(nodes[i].label);
    } else {
      page.linked_name(nodes[i].label, link);
    }
    page.text("  " + nodes[i].amount_text());
  }
}

void table(Page& page, const ChangeSet& changes, const std::vector<FlowGroup>& groups) {
  const auto details = page.in("details", {{"class", "numbers"}});
  page.element("summary", page(BD_TR("The numbers of this picture")));
  const auto table = page.in("table", {{"class", "flows-table"}});
  {
    const auto head = page.in("thead");
    const auto row = page.in("tr");
    page.element("th", {{"scope", "col"}}, page(BD_TR("what became of it")));
    page.element("th", {{"scope", "col"}}, page.say().side(changes.from, false));
    page.element("th", {{"scope", "col"}}, page.say().side(changes.to, true));
  }
  const auto body = page.in("tbody");
  for (const FlowGroup& group : groups) {
    const auto row = page.in("tr");
    page.element("th", {{"scope", "row"}}, page.say().kind(group.kind));
    node_list(page, group.from, group.link);
    node_list(page, group.to, group.link);
  }
}

void legend(Page& page, const std::vector<FlowGroup>& groups) {
  std::map<ProjectChangeKind, bool> kinds;
  for (const FlowGroup& group : groups) {
    kinds[group.kind] = true;
  }
  const auto list = page.in("ul", {{"class", "legend"}});
  for (const auto& [kind, there] : kinds) {
    const auto item = page.in("li", {{"class", "k-" + std::string(to_string(kind))}});
    page.text(page.say().kind(kind));
  }
}

}  // namespace

void write_alluvial(Page& page, const ChangeSet& changes) {
  const std::vector<FlowGroup> groups = flow_groups(changes, page.say());
  if (groups.empty()) {
    return;
  }
  const auto figure = page.in("figure");
  page.element("figcaption", {{"id", "flows-caption"}},
               page(BD_TR("How the projects of {0} (left) became those of {1} (right)"),
                    {page.say().side(changes.from, false), page.say().side(changes.to, true)}));
  legend(page, groups);
  Drawing(page, groups, wide_frame).run();
  Drawing(page, groups, narrow_frame).run();
  if (groups.size() < changes.projects.size()) {
    page.element("p", {{"class", "small"}},
                 page(BD_TR("Drawn one by one are splits and mergers and the projects with most "
                            "money; the others are gathered.")));
  }
  table(page, changes, groups);
  page.line();
}

}  // namespace budgetdiff::html
