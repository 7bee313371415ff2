#include "import/xml/xml_tree.hpp"

#include <algorithm>

namespace budgetdiff::import {
namespace {

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

XmlState read_xml(std::string_view text, pugi::xml_document& tree, pugi::xml_encoding encoding) {
  // The document type comes as a node that is looked at by nobody but us.
  constexpr unsigned int options =
      pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;
  const bool read =
      static_cast<bool>(tree.load_buffer(text.data(), text.size(), options, encoding));
  // Also where it is broken behind it: a program that reads DTDs might take it.
  const bool declares =
      std::any_of(tree.children().begin(), tree.children().end(),
                  [](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; });
  return declares ? XmlState::document_type : read ? XmlState::read : XmlState::broken;
}

std::optional<Error> xml_problem(XmlState state, const std::string& file) {
  switch (state) {
    case XmlState::read:
      break;
    case XmlState::document_type:
      return Error{file,
                   {},
                   {BD_TR("the document declares a document type (DTD), which no office program "
                          "writes"),
                    {}},
                   {BD_TR("open the document in an office program and save it anew"), {}}};
    case XmlState::broken:
      return Error{file,
                   {},
                   {BD_TR("the file is broken or cut short"), {}},
                   {BD_TR("download it again, or open and save it anew"), {}}};
  }
  return std::nullopt;
}

std::string_view local(const pugi::xml_node& node) {
  return local_part(node.name());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& one) { return local(one) == name; });
}

pugi::xml_attribute attribute(const pugi::xml_node& node, std::string_view name) {
  return node.find_attribute(
      [&](const pugi::xml_attribute& one) { return local_part(one.name()) == name; });
}

}  // namespace budgetdiff::import
