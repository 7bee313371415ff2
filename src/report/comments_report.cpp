#include "report/markdown_text.hpp"
#include "report/thread_lines.hpp"

#include <budgetdiff/codec/comment_json.hpp>
#include <budgetdiff/report/comments.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff {
namespace {

constexpr std::size_t longest_value = 40;  // code points

std::string cut(const std::string& text) {
  std::u32string points = to_code_points(text);
  std::replace(points.begin(), points.end(), U'\n', U' ');
  if (points.size() > longest_value) {
    points.resize(longest_value);
    points += U'…';
  }
  return to_utf8(points);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    out += (out.empty() ? "" : " + ") + name;
  }
  return out;
}

std::string projects_text(const CommentedChange& about) {
  const std::string from = joined(about.from_projects);
  const std::string to = joined(about.to_projects);
  if (from.empty() || to.empty() || from == to) {
    return from.empty() ? to : from;
  }
  return from + " → " + to;
}

std::string part_text(const Wording& say, const CommentedChange& about) {
  switch (about.part) {
    case ChangePart::total:
      return say(BD_TR("stated total")) +
             (about.name == column::total ? "" : " " + say.column(about.name));
    case ChangePart::project:
      return {};
    case ChangePart::field:
      return say.field(about.field);
    case ChangePart::funding:
      return say.column(about.name);
    case ChangePart::goal:
      return say.field(about.name);
    case ChangePart::indicator:
      return say(BD_TR("indicator")) + " " + about.name;
    case ChangePart::target:
      return about.name + " " + say.field(about.field);
    case ChangePart::match:
      return say(BD_TR("suggested match"));
  }
  return {};
}

std::string edition(int year, const std::string& stage) {
  return std::to_string(year) + (stage.empty() ? "" : "." + stage);
}

/// Whether what a change on this goes from and to is money.
bool is_money(ChangePart part) {
  return part == ChangePart::total || part == ChangePart::project || part == ChangePart::funding ||
         part == ChangePart::match;
}

/// A value of the change, short enough for a line.
std::string value_text(const CommentedChange& about, const std::string& value) {
  return cut(is_money(about.part) ? grouped_money(value) : value);
}

/// "2023 → 2024"
std::string pair_text(const EditionPair& pair) {
  return edition(pair.from_year, pair.from_stage) + " → " + edition(pair.to_year, pair.to_stage);
}

std::string indented(const std::string& text, const std::string& by) {
  std::string out;
  for (const char c : text) {
    if (c != '\n' && (out.empty() || out.back() == '\n')) {
      out += by;
    }
    out += c;
  }
  return out;
}

std::string tally_text(const Wording& say, const std::vector<Thread>& threads) {
  const auto open = std::count_if(threads.begin(), threads.end(), [](const Thread& thread) {
    return thread.state == ThreadState::open;
  });
  const auto outdated = std::count_if(threads.begin(), threads.end(),
                                      [](const Thread& thread) { return thread.outdated(); });
  return say(BD_TR("comments: {0}, open {1}, outdated {2}"),
             {std::to_string(threads.size()), std::to_string(open), std::to_string(outdated)});
}

}  // namespace

std::string time_text(const CommentTime& time) {
  std::string text = to_text(time);
  constexpr std::size_t seconds = 16;
  return text.substr(0, 10) + ' ' + text.substr(11, 5) + ' ' + text.substr(seconds + 3);
}

std::string now_text(const Wording& say, const Thread& thread) {
  if (thread.currency == ThreadCurrency::gone) {
    return say(BD_TR("there is no such change any more"));
  }
  return say(BD_TR("now {0} → {1}"),
             {value_text(thread.about, thread.now_from), value_text(thread.about, thread.now_to)});
}

std::string action_text(const Wording& say, const ThreadMessage& message) {
  switch (message.action) {
    case CommentAction::resolve:
      return say(BD_TR("resolved"));
    case CommentAction::reopen:
      return say(BD_TR("reopened"));
    case CommentAction::comment:
    case CommentAction::reply:
    case CommentAction::edit:
      break;
  }
  std::string out = kind_word(say, message.kind);
  if (message.action == CommentAction::reply && message.kind == CommentKind::note) {
    out = say(BD_TR("reply"));
  }
  return message.edits.empty() ? out : out + " (" + say(BD_TR("edited")) + ")";
}

std::string about_text(Language language, const CommentedChange& about) {
  const Wording say(language);
  std::string out = projects_text(about);
  if (const std::string part = part_text(say, about); !part.empty()) {
    out += (out.empty() ? "" : " · ") + part;
  }
  if (!about.from.empty() || !about.to.empty()) {
    const auto value = [&](const std::string& text) {
      return text.empty() ? say(BD_TR("(none)")) : value_text(about, text);
    };
    out += say.colon() + value(about.from) + " → " + value(about.to);
  }
  return out;
}

std::string comments_text(const std::vector<Thread>& threads, Language language, bool colour) {
  const Wording say(language);
  const Paint paint(colour);
  std::string out;
  const bool several = std::any_of(threads.begin(), threads.end(), [&](const Thread& thread) {
    return thread.pair.department != threads.front().pair.department;
  });
  for (const Thread& thread : threads) {
    const bool open = thread.state == ThreadState::open;
    std::string head =
        thread.id + "  " + paint(open ? Tone::warn : Tone::good, state_word(say, thread));
    if (thread.outdated()) {
      head += "  " + paint(Tone::bad,
                           say(BD_TR("outdated")) + say.colon() + printable(now_text(say, thread)));
    }
    out += head + "\n  " + pair_text(thread.pair) + "  " + thread.change + "  " +
           (several ? printable(thread.pair.department) + "  " : "") +
           paint(Tone::bold, printable(about_text(language, thread.about))) + "\n";
    for (const ThreadMessage& message : thread.messages) {
      const bool root = message.action == CommentAction::comment;
      out += std::string("    ") + (root ? "" : message.id + "  ") + action_text(say, message) +
             "  " + printable(message.author.name) + "  " +
             paint(Tone::dim, printable(time_text(message.time))) + "\n";
      if (!message.text.empty()) {
        out += indented(printable(message.text, true), "      ") + "\n";
      }
    }
    out += "\n";
  }
  return out + tally_text(say, threads) + "\n";
}

std::string comments_markdown(const std::vector<Thread>& threads, Language language) {
  const Wording say(language);
  std::string out = "# " + say(BD_TR("Review")) + "\n\n" + tally_text(say, threads) + "\n";
  for (const Thread& thread : threads) {
    out += "\n## " + escaped(about_text(language, thread.about)) + "\n\n" +
           escaped(thread.pair.department) + say.comma() + pair_text(thread.pair) + say.comma() +
           "**" + state_word(say, thread) + "**";
    if (thread.outdated()) {
      out += say.comma() + std::string("**") + say(BD_TR("outdated")) + "**" + say.colon() +
             escaped(now_text(say, thread));
    }
    out += " <sub>`" + thread.change + "` `" + thread.id + "`</sub>\n\n";
    for (const ThreadMessage& message : thread.messages) {
      out += "- **" + escaped(message.author.name) + "**" + say.comma() + time_text(message.time) +
             say.comma() + action_text(say, message);
      if (!message.text.empty()) {
        out += (language == Language::chinese ? "：<br>" : ":<br>") + escaped(message.text);
      }
      out += "\n";
    }
  }
  return out;
}

}  // namespace budgetdiff
