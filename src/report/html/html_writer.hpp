#pragma once

/// Writes HTML that text from documents cannot break out of.
///
/// Names of elements and attributes are literals, checked when the program is
/// compiled; text and values are escaped on their way out; elements close in
/// the order in which they were opened. There is no way to write markup as text.

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::html {

/// The name of an element or attribute. Only a literal can be one: handlers
/// (on…) and style attributes are refused, as the page's policy forbids them.
class Name {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): literals stand where names are wanted
  consteval Name(const char* literal) : text_(literal) {
    if (text_.empty() || text_.starts_with("on") || text_ == "style" || text_ == "script") {
      throw "no such name may be written";
    }
    for (const char c : text_) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && c != '-' && !(c >= '0' && c <= '9')) {
        throw "a name holds letters, digits and hyphens";
      }
    }
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// An attribute; one without a value is left out (but `value` and `alt`). A
/// link that leads out of the page is written as "#".
struct Attribute {
  Name name;
  std::string value;
};
using Attributes = std::vector<Attribute>;

class Html {
 public:
  /// Closes its element at the end of the block that holds it.
  class Scope {
   public:
    explicit Scope(Html& html) : html_(html) {}
    ~Scope() { html_.close(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    Scope(Scope&&) = delete;
    Scope& operator=(Scope&&) = delete;

   private:
    Html& html_;
  };

  void open(Name element, const Attributes& attributes = {});
  /// Closes the element opened last. REQUIRES: there is one.
  void close();
  [[nodiscard]] Scope in(Name element, const Attributes& attributes = {});

  /// Text. Control characters, overrides of the writing direction and invalid
  /// bytes are shown (\u202e), line breaks stay.
  void text(std::string_view text);

  /// An element with text alone.
  void element(Name element, const Attributes& attributes, std::string_view text);
  void element(Name element, std::string_view text) { this->element(element, {}, text); }

  /// An element without content: <br>, <meta …>, a shape of a picture.
  void empty(Name element, const Attributes& attributes = {});

  /// A style sheet or script of the program's own, as it stands.
  /// REQUIRES: `source` is an asset, never anything from a document.
  void style_asset(std::string_view source);
  void script_asset(std::string_view source);

  /// A line break in the source, for people who read it.
  void line() { out_ += '\n'; }

  /// The page. REQUIRES: every element is closed.
  [[nodiscard]] std::string take();

 private:
  void tag(Name element, const Attributes& attributes);

  std::string out_ = "<!DOCTYPE html>\n";
  std::vector<std::string_view> open_;
};

/// `text` with the characters of markup escaped, for content and for values.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace budgetdiff::html
