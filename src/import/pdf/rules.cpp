#include "import/pdf/rules.hpp"

#include "import/pdf/content_tokens.hpp"
#include "import/pdf/ink.hpp"
#include "import/pdf/seal_letters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t max_rules = 200'000;
constexpr int max_depth = 40;
constexpr std::size_t max_state_depth = 256;
/// A filled rectangle of at most this many points is a line.
constexpr double thin = 3.0;
/// Sides of a dot differ by less.
constexpr double dot = 0.1;

class Scanner {
 public:
  Scanner(std::string_view content, const Matrix& matrix, FormSource& forms, Rules& out,
          ScanBudget& budget, int depth, HiddenText* hidden)
      : tokens_(content),
        matrix_(matrix),
        forms_(forms),
        out_(out),
        budget_(budget),
        depth_(depth),
        hidden_(hidden) {}

  bool run() {
    while (!exhausted_ && tokens_.next()) {
      run_operator(tokens_.op());
    }
    return !exhausted_;
  }

 private:
  [[nodiscard]] Point map(double x, double y) const { return import::map(matrix_, {x, y}); }

  void run_operator(std::string_view op) {
    const std::array<double, 8>& n = tokens_.numbers();
    const std::size_t count = tokens_.count();
    if (op == "W" || op == "W*") {
      clips_ = true;
      return;
    }
    if (clips_) {
      clips_ = false;
      clip_.cut(path_);
    }
    if (!Ink::set(paint_, op, n.data(), count)) {
      run_other_operator(op);
    }
  }

  void run_other_operator(std::string_view op) {
    const std::array<double, 8>& n = tokens_.numbers();
    const std::size_t count = tokens_.count();
    if (op == "re" && count >= 4) {
      begin_path();
      path_.back() = {map(n[0], n[1]), map(n[0] + n[2], n[1]), map(n[0] + n[2], n[1] + n[3]),
                      map(n[0], n[1] + n[3]), map(n[0], n[1])};
      for (const Point& point : path_.back()) {
        ink_.add(point);
      }
    } else if (op == "m" && count >= 2) {
      begin_path();
      path_.back().push_back(map(n[0], n[1]));
      ink_.add(path_.back().back());
    } else if (op == "l" && count >= 2) {
      ink_.add(map(n[0], n[1]));
      if (!path_.empty()) {
        path_.back().push_back(map(n[0], n[1]));
      }
    } else if (op == "h") {
      close_path();
    } else if (op == "c" || op == "v" || op == "y") {
      // A curve is no rule: what it belongs to is left out.
      for (std::size_t i = 0; i + 1 < count; i += 2) {
        ink_.add(map(n[i], n[i + 1]));
      }
      if (!path_.empty() && count >= 4) {
        path_.back().clear();
      }
    } else if (op == "S") {
      stroke();
    } else if (op == "f" || op == "F" || op == "f*") {
      fill();
    } else if (op == "s" || op == "B" || op == "B*" || op == "b" || op == "b*") {
      if (op != "s") {
        ink_.fill(paint_);
      }
      close_path();
      stroke();
    } else if (op == "n") {
      path_.clear();
      ink_.cleared();
    } else if (op == "q") {
      if (states_.size() < max_state_depth) {
        states_.push_back({matrix_, clip_, font_size_, paint_});
      }
    } else if (op == "Q") {
      if (!states_.empty()) {
        matrix_ = states_.back().matrix;
        clip_ = states_.back().clip;
        font_size_ = states_.back().font_size;
        paint_ = states_.back().paint;
        states_.pop_back();
      }
    } else if (op == "cm" && count >= 6) {
      matrix_ = multiply({n[0], n[1], n[2], n[3], n[4], n[5]}, matrix_);
    } else if (op == "BT") {
      place_text({1, 0, 0, 1, 0, 0});
    } else if (op == "Tm" && count >= 6) {
      place_text({n[0], n[1], n[2], n[3], n[4], n[5]});
    } else if (op == "Tf" && count >= 1) {
      font_size_ = n[0];
    } else if (op == "TL" && count >= 1) {
      leading_ = n[0];
    } else if ((op == "Td" || op == "TD") && count >= 2) {
      leading_ = op == "TD" ? -n[1] : leading_;
      move_text(n[0], n[1]);
    } else if (op == "T*") {
      move_text(0, -leading_);
    } else if (op == "Tj" || op == "TJ") {
      show_text();
    } else if (op == "'" || op == "\"") {
      move_text(0, -leading_);
      show_text();
    } else if (op == "sh") {
      ink_.paint_all();
    } else if (op == "BI") {
      ink_.show_picture(matrix_);
      tokens_.skip_image();
    } else if (op == "Do") {
      show_form();
    }
  }

  void place_text(const Matrix& matrix) {
    unplaced_ = 0;
    text_matrix_ = matrix;
  }

  void move_text(double x, double y) { place_text(multiply({1, 0, 0, 1, x, y}, text_matrix_)); }

  void begin_path() {
    if (path_.size() > 10'000) {
      path_.clear();
    }
    path_.emplace_back();
  }

  void close_path() {
    if (!path_.empty() && path_.back().size() > 1) {
      path_.back().push_back(path_.back().front());
    }
  }

  void add(const Point& a, const Point& b) {
    if (out_.horizontal.size() + out_.vertical.size() >= max_rules) {
      return;
    }
    if (std::abs(a.y - b.y) < 0.5 && std::abs(a.x - b.x) > 0.5) {
      out_.horizontal.push_back({(a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)});
    } else if (std::abs(a.x - b.x) < 0.5 && std::abs(a.y - b.y) > 0.5) {
      out_.vertical.push_back({(a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
    }
  }

  void stroke() {
    for (const std::vector<Point>& line : path_) {
      for (std::size_t i = 1; i < line.size(); ++i) {
        add(line[i - 1], line[i]);
      }
    }
    path_.clear();
    ink_.cleared();
  }

  void fill() {
    ink_.fill(paint_);
    ink_.cleared();
    for (const std::vector<Point>& shape : path_) {
      if (shape.size() < 4 || shape.size() > 5) {
        continue;
      }
      Point low = shape.front();
      Point high = shape.front();
      for (const Point& point : shape) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
      }
      const double width = high.x - low.x;
      const double height = high.y - low.y;
      // A dot may be of a dotted line that is level, or of one that is not.
      if (height <= thin && width >= height - dot) {
        const double middle = (low.y + high.y) / 2;
        add({low.x, middle}, {high.x, middle});
      }
      if (width <= thin && height >= width - dot) {
        const double middle = (low.x + high.x) / 2;
        add({middle, low.y}, {middle, high.y});
      }
    }
    path_.clear();
  }

  /// Which way text runs is what its matrix does to the direction of writing;
  /// fonts with a mirrored matrix of their own deceive whoever looks at glyphs.
  void show_text() {
    const Matrix m = multiply(text_matrix_, matrix_);
    const bool level = std::abs(m[0]) >= std::abs(m[1]);
    const std::size_t turns = level ? (m[0] >= 0 ? 0U : 2U) : (m[1] > 0 ? 1U : 3U);
    out_.text_runs[turns] += tokens_.shown();
    if (hidden_ == nullptr || hidden_->size() >= max_rules) {
      return;
    }
    constexpr double least_slope = 0.09;  // five degrees
    const double along = std::max(std::abs(m[0]), std::abs(m[1]));
    const bool aslant = std::min(std::abs(m[0]), std::abs(m[1])) > least_slope * along;
    const double size = font_size_ * std::hypot(m[0], m[1]);
    if (const auto letter = seal_.next({tokens_.begin(), tokens_.end(), tokens_.shown(),
                                        std::atan2(m[1], m[0]), std::abs(size), aslant})) {
      hidden_->aslant.push_back(*letter);
    }
    if (aslant) {
      hidden_->aslant.emplace_back(tokens_.begin(), tokens_.end());
    } else {
      // Pages are set level and turned as a whole: letters, and the clip that hides them.
      const Clip clip = clip_.turned(turns);
      const Point stands = Point{m[4], m[5]}.turned(turns);
      const double down = Point{m[2], m[3]}.turned(turns).y;
      if (down < 0 && hides(clip, stands, std::abs(font_size_ * down))) {
        hidden_->clipped.emplace_back(tokens_.begin(), tokens_.end());
        keep_clip(clip, stands.y);
      } else {
        hide_white(m);
      }
    }
  }

  /// Leaves out letters of the page's colour, unless others are placed behind them.
  void hide_white(const Matrix& m) {
    if (ink_.hides(paint_, m, font_size_)) {
      hidden_->unseen.emplace_back(tokens_.begin(), tokens_.end());
      ++unplaced_;
      return;
    }
    hidden_->unseen.resize(hidden_->unseen.size() - unplaced_);
    unplaced_ = 0;
  }

  /// Whether a clip hides what stands there. A line is seen or not as a whole: its pieces in other
  /// fonts stand a little higher or lower, as print rounds.
  bool hides(const Clip& clip, const Point& stands, double size) {
    constexpr double same_line = 0.03;
    const bool goes_on = line_.top == clip.top && line_.bottom == clip.bottom &&
                         std::abs(line_.y - stands.y) < same_line * size;
    if (!goes_on) {
      line_ = {clip.top, clip.bottom, stands.y, clip.hides_line(stands.y, size)};
    }
    return line_.hidden || (size > 0 && stands.x > clip.right);
  }

  /// Remembers which clip hides a line whose letters stand on `y`, where `clip` is that clip as
  /// seen when they are level.
  void keep_clip(const Clip& clip, double y) {
    const bool above = y <= clip.bottom;
    if (tokens_.shown() == 0 || !std::isfinite(clip.top) || !std::isfinite(clip.bottom) ||
        (above && y - clip.top > (clip.bottom - clip.top) / 2)) {
      return;
    }
    if (out_.clipped.empty() || out_.clipped.back().top != clip_.top ||
        out_.clipped.back().left != clip_.left || out_.clipped.back().bottom != clip_.bottom) {
      out_.clipped.push_back({clip_.left, clip_.top, clip_.right, clip_.bottom});
    }
    (above ? out_.clipped.back().above : out_.clipped.back().below) = true;
  }

  void show_form() {
    if (!forms_.find) {
      ink_.paint_all();
      return;
    }
    std::string content;
    Matrix matrix{1, 0, 0, 1, 0, 0};
    FormSource inner;
    if (!forms_.find(std::string(tokens_.name()), content, matrix, inner)) {
      ink_.show_picture(matrix_);
      return;
    }
    ink_.paint_all();
    if (depth_ >= max_depth || budget_.forms == 0 || budget_.bytes < content.size()) {
      exhausted_ = true;
      return;
    }
    --budget_.forms;
    budget_.bytes -= content.size();
    exhausted_ = !scan_rules(content, multiply(matrix, matrix_), inner, out_, budget_, depth_ + 1);
  }

  /// Whether the line of the last text was hidden, and by which clip.
  struct LineSeen {
    double top = 0;
    double bottom = 0;
    double y = std::numeric_limits<double>::infinity();
    bool hidden = false;
  };

  struct State {
    Matrix matrix;
    Clip clip;
    double font_size;
    Paint paint;
  };

  ContentTokens tokens_;
  Matrix matrix_;
  FormSource& forms_;
  Rules& out_;
  ScanBudget& budget_;
  int depth_;
  bool exhausted_ = false;
  Matrix text_matrix_{1, 0, 0, 1, 0, 0};
  HiddenText* hidden_;
  bool clips_ = false;  ///< the path is to cut the clip when it has been drawn
  Clip clip_;
  LineSeen line_;
  SealLetters seal_;
  Paint paint_;
  Ink ink_;
  std::size_t unplaced_ = 0;  ///< texts of the page's colour since text was placed last
  double font_size_ = 0;
  double leading_ = 0;
  std::vector<State> states_;
  std::vector<std::vector<Point>> path_;
};

}  // namespace

Matrix multiply(const Matrix& first, const Matrix& then) {
  return {first[0] * then[0] + first[1] * then[2],
          first[0] * then[1] + first[1] * then[3],
          first[2] * then[0] + first[3] * then[2],
          first[2] * then[1] + first[3] * then[3],
          first[4] * then[0] + first[5] * then[2] + then[4],
          first[4] * then[1] + first[5] * then[3] + then[5]};
}

Point map(const Matrix& matrix, const Point& point) {
  return {matrix[0] * point.x + matrix[2] * point.y + matrix[4],
          matrix[1] * point.x + matrix[3] * point.y + matrix[5]};
}

bool scan_rules(std::string_view content, const Matrix& to_page, FormSource& forms, Rules& out,
                ScanBudget& budget, int depth, HiddenText* hidden) {
  return Scanner(content, to_page, forms, out, budget, depth, hidden).run();
}

}  // namespace budgetdiff::import
