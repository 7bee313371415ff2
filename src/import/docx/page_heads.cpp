#include "import/docx/page_heads.hpp"

#include "import/docx/paragraph_text.hpp"
#include "import/docx/shown_tree.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr int deepest = 40;
/// Headers and lines that one document may have.
constexpr std::size_t most_parts = 200;
constexpr std::size_t most_lines = 40;

/// The sections' properties in the document's order.
void sections_in(const pugi::xml_node& node, std::vector<pugi::xml_node>& out, int depth) {
  for (const pugi::xml_node& one : node.children()) {
    const std::string_view name = local(one);
    if (name == "sectPr") {
      out.push_back(one);
    } else if (depth < deepest && (name == "body" || name == "p" || name == "pPr")) {
      sections_in(one, out, depth + 1);
    }
  }
}

void add_lines(const pugi::xml_node& node, std::vector<std::string>& out, int depth) {
  for (const pugi::xml_node& one : node.children()) {
    if (local(one) == "p" && out.size() < most_lines) {
      std::string text;
      paragraph_text(one, text);
      if (!text.empty() && std::find(out.begin(), out.end(), text) == out.end()) {
        out.push_back(std::move(text));
      }
    } else if (depth < deepest) {
      add_lines(one, out, depth + 1);
    }
  }
}

class Heads {
 public:
  explicit Heads(ZipParts& archive) : archive_(archive) {
    const std::string part = "word/_rels/document.xml.rels";
    pugi::xml_document relations;
    if (!archive.has(part) || !archive.load(part, relations)) {
      return;
    }
    for (const pugi::xml_node& one : relations.document_element().children()) {
      const std::string_view target = attribute(one, "Target").value();
      targets_[attribute(one, "Id").value()] =
          target.starts_with('/') ? std::string(target.substr(1)) : "word/" + std::string(target);
    }
  }

  /// The lines that a section's own references give; those of `before` where it has none.
  std::vector<std::string> of(const pugi::xml_node& section) {
    // Where the first page has a header of its own, it comes first.
    for (const std::string_view wanted : {"first", "default"}) {
      const bool shown = wanted != "first" || child(section, "titlePg");
      for (const pugi::xml_node& one : section.children()) {
        if (local(one) == "headerReference" &&
            std::string_view(attribute(one, "type").value()) == wanted) {
          lines_[wanted == "first" ? 0 : 1] = lines_of(attribute(one, "id").value());
        }
      }
      shown_[wanted == "first" ? 0 : 1] = shown;
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < 2; ++i) {
      for (const std::string& line : lines_[i]) {
        if (shown_[i] && std::find(out.begin(), out.end(), line) == out.end()) {
          out.push_back(line);
        }
      }
    }
    return out;
  }

 private:
  std::vector<std::string> lines_of(const std::string& id) {
    const auto target = targets_.find(id);
    std::vector<std::string> out;
    pugi::xml_document part;
    if (target == targets_.end() || ++parts_ > most_parts || !archive_.has(target->second) ||
        !archive_.load(target->second, part)) {
      return out;
    }
    static_cast<void>(keep_what_is_shown(part.document_element()));
    add_lines(part.document_element(), out, 0);
    return out;
  }

  ZipParts& archive_;
  std::map<std::string, std::string> targets_;
  std::vector<std::string> lines_[2];  ///< of first pages and of others, as the last section has
  bool shown_[2] = {};
  std::size_t parts_ = 0;
};

}  // namespace

std::vector<std::vector<std::string>> page_heads(ZipParts& archive,
                                                 const pugi::xml_node& document) {
  std::vector<pugi::xml_node> sections;
  sections_in(document, sections, 0);
  Heads heads(archive);
  std::vector<std::vector<std::string>> out;
  std::vector<std::string> before;
  for (const pugi::xml_node& section : sections) {
    std::vector<std::string> own = heads.of(section);
    out.push_back(own == before ? std::vector<std::string>{} : own);
    before = std::move(own);
  }
  return out;
}

bool ends_section(const pugi::xml_node& paragraph) {
  return child(child(paragraph, "pPr"), "sectPr");
}

}  // namespace budgetdiff::import
