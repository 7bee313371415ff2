#include "report/html/html_writer.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cassert>
#include <utility>

namespace budgetdiff::html {

std::string escaped(std::string_view text) {
  const std::string safe = printable(text, true);
  std::string out;
  out.reserve(safe.size());
  for (const char c : safe) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void Html::tag(Name element, const Attributes& attributes) {
  out_ += '<';
  out_ += element.text();
  for (const Attribute& attribute : attributes) {
    const std::string_view name = attribute.name.text();
    if (attribute.value.empty() && name != "value" && name != "alt") {
      continue;
    }
    const bool leads_out =
        (name == "href" || name == "src" || name == "action") && !attribute.value.starts_with('#');
    out_ += ' ';
    out_ += name;
    out_ += leads_out ? "=\"#\"" : "=\"" + escaped(attribute.value) + "\"";
  }
  out_ += '>';
}

void Html::open(Name element, const Attributes& attributes) {
  tag(element, attributes);
  open_.push_back(element.text());
}

void Html::close() {
  assert(!open_.empty());
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
}

Html::Scope Html::in(Name element, const Attributes& attributes) {
  open(element, attributes);
  return Scope(*this);
}

void Html::text(std::string_view text) {
  out_ += escaped(text);
}

void Html::element(Name element, const Attributes& attributes, std::string_view text) {
  open(element, attributes);
  this->text(text);
  close();
}

void Html::empty(Name element, const Attributes& attributes) {
  tag(element, attributes);
  // Shapes are foreign elements, which only a slash ends.
  constexpr std::string_view shapes[] = {"path", "rect", "line", "circle", "polyline"};
  for (const std::string_view shape : shapes) {
    if (element.text() == shape) {
      out_.insert(out_.size() - 1, "/");
    }
  }
}

void Html::style_asset(std::string_view source) {
  out_ += "<style>";
  out_ += source;
  out_ += "</style>";
}

void Html::script_asset(std::string_view source) {
  out_ += "<script>";
  out_ += source;
  out_ += "</script>";
}

std::string Html::take() {
  assert(open_.empty());
  return std::move(out_);
}

}  // namespace budgetdiff::html
