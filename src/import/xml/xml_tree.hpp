#pragma once

/// XML of office documents as a tree, and looking for things in it by their local names.

#include <budgetdiff/base/result.hpp>

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

enum class XmlState {
  read,
  broken,
  /// It declares a document type, which may define entities. No office program writes one; what
  /// a text that uses them says is not known here, so that it is not read at all.
  document_type,
};

/// Reads `text` into `tree`. No entity but XML's own five is ever expanded, nothing outside
/// of the text looked at. `encoding` is what the text is in, whatever it says itself.
[[nodiscard]] XmlState read_xml(std::string_view text, pugi::xml_document& tree,
                                pugi::xml_encoding encoding = pugi::encoding_auto);

/// Why a document that is one XML file cannot be read; nothing where it was.
[[nodiscard]] std::optional<Error> xml_problem(XmlState state, const std::string& file);

/// The local name of an element, whatever its prefix.
[[nodiscard]] std::string_view local(const pugi::xml_node& node);
/// The first child of a local name, or none.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
/// An attribute by its local name, or none: files say a prefix for their own, or nothing.
[[nodiscard]] pugi::xml_attribute attribute(const pugi::xml_node& node, std::string_view name);

}  // namespace budgetdiff::import
