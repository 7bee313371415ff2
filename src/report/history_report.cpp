#include "codec/json_tree.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"
#include "report/years_view.hpp"

#include <budgetdiff/report/history.hpp>
#include <budgetdiff/text/same_name.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>

namespace budgetdiff {
namespace {

/// How a node came about: new, renamed, a part, a merger or a regrouping, in words.
std::string origin(const Lineage& lineage, std::size_t node, const Wording& say) {
  std::vector<std::size_t> parents;
  for (const LineageEdge& edge : lineage.edges) {
    if (edge.to == node) {
      parents.push_back(edge.from);
    }
  }
  if (parents.empty()) {
    return lineage.nodes[node].edition == 0 ? "" : say(BD_TR("new"));
  }
  // The projects of the same edition that the parents became.
  std::set<std::size_t> children;
  for (const LineageEdge& edge : lineage.edges) {
    if (std::find(parents.begin(), parents.end(), edge.from) != parents.end()) {
      children.insert(edge.to);
    }
  }
  if (parents.size() > 1 && children.size() > 1) {
    return say(BD_TR("one of {0} that {1} projects became"),
               {std::to_string(children.size()), std::to_string(parents.size())});
  }
  if (parents.size() > 1) {
    return say(BD_TR("merger of {0} projects"), {std::to_string(parents.size())});
  }
  if (children.size() > 1) {
    return say(BD_TR("one of {0} parts"), {std::to_string(children.size())});
  }
  const bool renamed = !same_name(lineage.nodes[parents.front()].name, lineage.nodes[node].name);
  return renamed ? say(BD_TR("renamed")) : "";
}

/// Names in a graph's label: control characters shown, quotes and brackets that
/// the languages use taken out of the way.
std::string label(std::string_view text, bool mermaid) {
  std::string out;
  for (const char c : printable(text)) {
    if (mermaid && (c == '"' || c == '<' || c == '>' || c == '#' || c == ';' || c == '&')) {
      out += c == '"'   ? "#quot;"
             : c == '<' ? "#lt;"
             : c == '>' ? "#gt;"
             : c == '#' ? "#35;"
             : c == ';' ? "#59;"
                        : "#amp;";
    } else if (!mermaid && (c == '"' || c == '\\')) {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string node_label(const Lineage& lineage, const LineageNode& node, bool mermaid) {
  std::string out = edition_name(lineage.editions[node.edition]) + " " + label(node.name, mermaid);
  if (node.total) {
    out += (mermaid ? "<br>" : "\\n") + node.total->grouped() + " " +
           label(lineage.editions[node.edition].unit, mermaid);
  }
  return out;
}

}  // namespace

std::string history_text(const Lineage& lineage, Language language, bool colour) {
  const Wording say(language);
  const Paint paint(colour);
  std::size_t width = 0;
  for (const LineageNode& node : lineage.nodes) {
    width = std::max(width, display_width(printable(node.name)));
  }
  std::string out;
  std::size_t next = 0;  // edition that is still to be said
  const auto say_missing = [&](std::size_t end) {
    for (; next < end; ++next) {
      out += paint(Tone::dim, pad_right(edition_name(lineage.editions[next]), 14) +
                                  say(BD_TR("not in the table"))) +
             "\n";
    }
  };
  for (std::size_t n = 0; n < lineage.nodes.size(); ++n) {
    const LineageNode& node = lineage.nodes[n];
    const LineageEdition& edition = lineage.editions[node.edition];
    say_missing(node.edition);
    const std::string year = node.edition < next ? "" : edition_name(edition);
    next = node.edition + 1;
    out += paint(Tone::bold, pad_right(year, 14)) + pad_right(printable(node.name), width) +
           pad_left(" " + money(node.total), 14) + " " + pad_right(printable(edition.unit), 6) +
           pad_left(node.share ? *node.share + "%" : "", 9) + "  " + origin(lineage, n, say) + "\n";
  }
  say_missing(lineage.editions.size());
  if (lineage.indicators.empty()) {
    return out;
  }
  std::size_t name_width = display_width(say(BD_TR("indicator")));
  std::vector<std::size_t> widths;
  for (std::size_t e = 0; e < lineage.editions.size(); ++e) {
    std::size_t most = edition_name(lineage.editions[e]).size();
    for (const LineageIndicator& indicator : lineage.indicators) {
      most = std::max(most, display_width(printable(indicator.targets[e])));
      name_width = std::max(name_width, display_width(printable(indicator.name)));
    }
    widths.push_back(most);
  }
  std::string head = pad_right(say(BD_TR("indicator")), name_width);
  for (std::size_t e = 0; e < lineage.editions.size(); ++e) {
    head += "  " + pad_right(edition_name(lineage.editions[e]), widths[e]);
  }
  out += "\n" + paint(Tone::bold, head) + "\n";
  for (const LineageIndicator& indicator : lineage.indicators) {
    out += pad_right(printable(indicator.name), name_width);
    for (std::size_t e = 0; e < lineage.editions.size(); ++e) {
      const std::string& target = indicator.targets[e];
      out += "  " + pad_right(target.empty() ? "·" : printable(target), widths[e]);
    }
    out += "\n";
  }
  return out;
}

std::string history_json(const Lineage& lineage) {
  json::Writer out;
  out.begin_object();
  out.member("schema", "budgetdiff/history/1");
  out.key("editions");
  out.begin_array();
  for (const LineageEdition& edition : lineage.editions) {
    out.begin_object();
    out.key("year");
    out.integer(edition.year);
    out.member("stage", edition.stage);
    out.member("unit", edition.unit);
    out.end_object();
  }
  out.end_array();
  out.key("projects");
  out.begin_array();
  for (const LineageNode& node : lineage.nodes) {
    out.begin_object();
    out.key("year");
    out.integer(lineage.editions[node.edition].year);
    out.member("stage", lineage.editions[node.edition].stage);
    out.key("index");
    out.integer(static_cast<long long>(node.project));
    out.member("name", node.name);
    out.member("total", node.total ? node.total->to_string() : "");
    out.member("share", node.share.value_or(""));
    out.end_object();
  }
  out.end_array();
  out.key("edges");
  out.begin_array();
  for (const LineageEdge& edge : lineage.edges) {
    out.begin_object();
    out.key("from");
    out.integer(static_cast<long long>(edge.from));
    out.key("to");
    out.integer(static_cast<long long>(edge.to));
    out.member("method", to_string(edge.method));
    out.key("confidence");
    out.raw_number(Amount(edge.confidence, 3).reduced().to_string());
    out.end_object();
  }
  out.end_array();
  out.key("indicators");
  out.begin_array();
  for (const LineageIndicator& indicator : lineage.indicators) {
    out.begin_object();
    out.member("name", indicator.name);
    out.key("targets");
    out.begin_array();
    for (const std::string& target : indicator.targets) {
      out.string(target);
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

std::string history_mermaid(const Lineage& lineage) {
  std::string out = "flowchart LR\n";
  for (std::size_t n = 0; n < lineage.nodes.size(); ++n) {
    out +=
        "  p" + std::to_string(n) + "[\"" + node_label(lineage, lineage.nodes[n], true) + "\"]\n";
  }
  for (const LineageEdge& edge : lineage.edges) {
    out += "  p" + std::to_string(edge.from) + " --> p" + std::to_string(edge.to) + "\n";
  }
  return out;
}

std::string history_dot(const Lineage& lineage) {
  std::string out = "digraph history {\n  rankdir=LR;\n  node [shape=box];\n";
  for (std::size_t n = 0; n < lineage.nodes.size(); ++n) {
    out += "  p" + std::to_string(n) + " [label=\"" + node_label(lineage, lineage.nodes[n], false) +
           "\"];\n";
  }
  for (const LineageEdge& edge : lineage.edges) {
    out += "  p" + std::to_string(edge.from) + " -> p" + std::to_string(edge.to) + " [label=\"" +
           confidence_text(edge.confidence) + "\"];\n";
  }
  return out + "}\n";
}

}  // namespace budgetdiff
