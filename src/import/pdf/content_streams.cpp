#include "import/pdf/content_streams.hpp"

#include "import/pdf/rules.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A page's content, unpacked: real ones have 100 KB.
constexpr std::size_t largest_content = 32U << 20U;

/// A stream that unpacks beyond `largest_content`.
struct TooLarge : std::length_error {
  TooLarge() : std::length_error("content stream too large") {}
};

/// Collects what flows in and stops a stream that unpacks without end.
class BoundedBuffer : public Pipeline {
 public:
  explicit BoundedBuffer(std::string& out) : Pipeline("content", nullptr), out_(out) {}

  void write(unsigned char const* data, std::size_t size) override {
    if (too_large_ || out_.size() + size > largest_content) {
      too_large_ = true;  // qpdf swallows what is thrown inside a filter
      throw TooLarge();
    }
    out_.append(reinterpret_cast<char const*>(data), size);
  }
  void finish() override {}

  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  std::string& out_;
  bool too_large_ = false;
};

/// The object `key` of a kind of resources, from the innermost that has it: so
/// readers look them up, whatever the standard says of a form's own resources.
QPDFObjectHandle look_up(const std::vector<QPDFObjectHandle>& resources, const std::string& key) {
  for (auto own = resources.rbegin(); own != resources.rend(); ++own) {
    QPDFObjectHandle dictionary = *own;
    if (!dictionary.isDictionary()) {
      continue;
    }
    QPDFObjectHandle objects = dictionary.getKey("/XObject");
    if (objects.isDictionary() && objects.hasKey(key)) {
      return objects.getKey(key);
    }
  }
  return QPDFObjectHandle::newNull();
}

FormSource forms_of(std::vector<QPDFObjectHandle> resources) {
  FormSource source;
  source.find = [resources = std::move(resources)](const std::string& name, std::string& content,
                                                   Matrix& matrix, FormSource& inner) {
    QPDFObjectHandle form = look_up(resources, "/" + name);
    if (!form.isStream() || !form.getDict().getKey("/Subtype").isNameAndEquals("/Form")) {
      return false;
    }
    BoundedBuffer buffer(content);
    form.pipeStreamData(&buffer, 0, qpdf_dl_generalized, true);
    if (buffer.too_large()) {
      throw TooLarge();
    }
    QPDFObjectHandle array = form.getDict().getKey("/Matrix");
    if (array.isArray() && array.getArrayNItems() == 6) {
      for (int i = 0; i < 6; ++i) {
        matrix[static_cast<std::size_t>(i)] = array.getArrayItem(i).getNumericValue();
      }
    }
    std::vector<QPDFObjectHandle> nested = resources;
    nested.push_back(form.getDict().getKey("/Resources"));
    inner = forms_of(std::move(nested));
    return true;
  };
  return source;
}

/// What a font's descriptor says, as poppler takes it; nothing of fonts without one.
std::optional<FontHeight> height_of(QPDFObjectHandle font) {
  if (!font.isDictionary()) {
    return std::nullopt;
  }
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  if (descendants.isArray() && descendants.getArrayNItems() > 0) {
    font = descendants.getArrayItem(0);
  }
  QPDFObjectHandle descriptor =
      font.isDictionary() ? font.getKey("/FontDescriptor") : QPDFObjectHandle::newNull();
  if (!descriptor.isDictionary()) {
    return std::nullopt;
  }
  constexpr double per_letter = 1000;
  constexpr double tallest = 1.9;  ///< what says more is broken
  FontHeight out{0.95, 0.35};
  const auto read = [&](const char* key, double& height) {
    QPDFObjectHandle value = descriptor.getKey(key);
    const double said = value.isNumber() ? std::abs(value.getNumericValue()) / per_letter : 0;
    height = said > 0 && said < tallest ? said : height;
  };
  read("/Ascent", out.ascent);
  read("/Descent", out.descent);
  return out;
}

/// User space to the page as displayed: crop box, rotation, y downwards.
Matrix display_matrix(QPDFPageObjectHelper& page) {
  QPDFObjectHandle box = page.getCropBox();
  std::array<double, 4> b{0, 0, 612, 792};
  if (box.isArray() && box.getArrayNItems() == 4) {
    for (int i = 0; i < 4; ++i) {
      b[static_cast<std::size_t>(i)] = box.getArrayItem(i).getNumericValue();
    }
  }
  const double left = std::min(b[0], b[2]);
  const double right = std::max(b[0], b[2]);
  const double bottom = std::min(b[1], b[3]);
  const double top = std::max(b[1], b[3]);
  long long rotation = 0;
  if (QPDFObjectHandle rotate = page.getAttribute("/Rotate", false); rotate.isInteger()) {
    rotation = ((rotate.getIntValue() % 360) + 360) % 360;
  }
  switch (rotation) {
    case 90:
      return {0, 1, 1, 0, -bottom, -left};
    case 180:
      return {-1, 0, 0, 1, right, -bottom};
    case 270:
      return {0, -1, -1, 0, top, right};
    default:
      return {1, 0, 0, -1, -left, top};
  }
}

}  // namespace

struct ContentStreams::Opened {
  QPDF pdf;
  std::vector<QPDFPageObjectHelper> pages;
  std::set<std::size_t> damaged;
  bool hides_text = false;  ///< some, which has been taken out of its pages' contents
  std::size_t aslant = 0;   ///< pieces of it that stood aslant
  std::size_t unseen = 0;   ///< pieces of it that had the page's colour
};

ContentStreams::ContentStreams(std::string_view bytes) : opened_(std::make_unique<Opened>()) {
  try {
    opened_->pdf.setSuppressWarnings(true);
    opened_->pdf.setAttemptRecovery(true);
    opened_->pdf.processMemoryFile("document", bytes.data(), bytes.size());
    opened_->pages = QPDFPageDocumentHelper(opened_->pdf).getAllPages();
  } catch (const std::exception&) {
    opened_->pages.clear();  // poppler may still read it: the columns are then found by gaps
  }
}

ContentStreams::~ContentStreams() = default;

bool ContentStreams::has_pictures(std::size_t index) const {
  try {
    return index < opened_->pages.size() && !opened_->pages[index].getImages().empty();
  } catch (const std::exception&) {
    return false;
  }
}

std::vector<FontHeight> ContentStreams::font_heights(std::size_t index) const {
  std::vector<FontHeight> out;
  try {
    if (index >= opened_->pages.size()) {
      return out;
    }
    QPDFObjectHandle resources = opened_->pages[index].getAttribute("/Resources", false);
    QPDFObjectHandle fonts =
        resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
    if (!fonts.isDictionary()) {
      return out;
    }
    for (const std::string& name : fonts.getKeys()) {
      if (const auto height = height_of(fonts.getKey(name))) {
        out.push_back(*height);
      }
    }
  } catch (const std::exception&) {
    out.clear();
  }
  return out;
}

std::size_t ContentStreams::aslant() const {
  return opened_->aslant;
}

std::size_t ContentStreams::unseen() const {
  return opened_->unseen;
}

bool ContentStreams::is_damaged(std::size_t index) const {
  return opened_->damaged.count(index) > 0;
}

std::optional<std::string> ContentStreams::mended() {
  if (opened_->pages.empty() || (!opened_->pdf.anyWarnings() && !opened_->hides_text)) {
    return std::nullopt;
  }
  try {
    QPDFWriter writer(opened_->pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setPreserveEncryption(false);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::optional<Rules> ContentStreams::rules_of(std::size_t index) {
  Rules rules;
  if (index >= opened_->pages.size()) {
    return rules;
  }
  try {
    QPDFPageObjectHelper& page = opened_->pages[index];
    std::string content;
    BoundedBuffer buffer(content);
    const std::size_t warnings = opened_->pdf.numWarnings();
    page.pipeContents(&buffer);
    if (opened_->pdf.numWarnings() > warnings) {
      opened_->damaged.insert(index);
    }
    if (buffer.too_large()) {
      return std::nullopt;
    }
    FormSource forms = forms_of({page.getAttribute("/Resources", false)});
    ScanBudget budget;
    HiddenText hidden;
    if (!scan_rules(content, display_matrix(page), forms, rules, budget, 0, &hidden)) {
      return std::nullopt;
    }
    if (hidden.size() > 0) {
      for (const auto* const operators : {&hidden.clipped, &hidden.aslant, &hidden.unseen}) {
        for (const auto& [begin, end] : *operators) {
          const char shows = content[end - 1];
          std::fill(content.begin() + static_cast<std::ptrdiff_t>(begin),
                    content.begin() + static_cast<std::ptrdiff_t>(end), ' ');
          // Two of the operators go to the next line first.
          if ((shows == '\'' || shows == '"') && end - begin > 1) {
            content.replace(end - 2, 2, "T*");
          }
        }
      }
      opened_->aslant += hidden.aslant.size();
      opened_->unseen += hidden.unseen.size();
      page.getObjectHandle().replaceKey("/Contents",
                                        QPDFObjectHandle::newStream(&opened_->pdf, content));
      opened_->hides_text = true;
    }
  } catch (const TooLarge&) {
    return std::nullopt;
  } catch (const std::exception&) {
    opened_->damaged.insert(index);  // a broken stream: what was read so far counts
  }
  return merge_rules(std::move(rules));
}

}  // namespace budgetdiff::import
