#include "cli/comment_text.hpp"

#include "cli/operand.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include <spawn.h>
#include <unistd.h>

namespace budgetdiff::cli {
namespace {

/// More than anybody reads, and less than makes a store heavy.
constexpr std::size_t longest = 100'000;

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// No blanks at line ends, no blank lines around, line ends LF.
std::string trimmed(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const std::size_t last = line.find_last_not_of(" \t\r");
    line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (!out.empty() || !line.empty()) {
      out += line;
      out += '\n';
    }
    at = end + 1;
  }
  while (!out.empty() && out.back() == '\n') {
    out.pop_back();
  }
  return out;
}

std::string without_remarks(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (text[at] != '#') {
      out += text.substr(at, end - at);
      out += '\n';
    }
    at = end + 1;
  }
  return out;
}

/// As git finds it; an empty text where there is no way to ask a person.
std::string find_editor(const Store& store) {
  for (const std::string& editor : {environment("GIT_EDITOR"), store.setting("core.editor")}) {
    if (!editor.empty()) {
      return editor;
    }
  }
  const std::string terminal = environment("TERM");
  const bool dumb = terminal.empty() || terminal == "dumb";
  for (const std::string& editor :
       {dumb ? std::string() : environment("VISUAL"), environment("EDITOR")}) {
    if (!editor.empty()) {
      return editor;
    }
  }
  return dumb || ::isatty(STDIN_FILENO) != 1 ? std::string() : "vi";
}

/// Runs the editor through a shell, as git does: it may have options.
Result<void> run_editor(const std::string& editor, const std::string& file) {
  std::string shell = "sh";
  std::string option = "-c";
  std::string command = editor + " \"$@\"";
  std::string name = editor;
  std::string argument = file;
  char* const arguments[] = {shell.data(), option.data(),   command.data(),
                             name.data(),  argument.data(), nullptr};
  pid_t child = -1;
  int status = ::posix_spawnp(&child, "sh", nullptr, nullptr, arguments, environ);
  if (status == 0) {
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  if (status != 0) {
    return fail({BD_TR("the editor failed: {0}"), {editor}},
                {BD_TR("nothing was recorded; say it with -m TEXT, or set GIT_EDITOR"), {}});
  }
  return {};
}

/// A file of its own that goes when this does.
class EditedFile {
 public:
  EditedFile() = default;
  EditedFile(const EditedFile&) = delete;
  EditedFile& operator=(const EditedFile&) = delete;
  EditedFile(EditedFile&&) = delete;
  EditedFile& operator=(EditedFile&&) = delete;
  ~EditedFile() {
    if (!path_.empty()) {
      static_cast<void>(::unlink(path_.c_str()));
    }
  }

  Result<void> make(const std::string& text) {
    std::error_code problem;
    std::string path =
        (std::filesystem::temp_directory_path(problem) / "budgetdiff-comment-XXXXXX.md").string();
    constexpr int suffix = 3;
    const int descriptor = problem ? -1 : ::mkstemps(path.data(), suffix);
    if (descriptor >= 0) {
      path_ = path;
      ::close(descriptor);
      std::ofstream(path, std::ios::binary) << text;
    }
    if (descriptor < 0 || read_file(path_).value_or("") != text) {
      return fail({BD_TR("cannot write {0}: {1}"), {path, std::strerror(errno)}},
                  {BD_TR("say it with -m TEXT"), {}});
    }
    return {};
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<std::string> edited_text(const Store& store, const std::string& initial,
                                const std::string& about) {
  const std::string editor = find_editor(store);
  if (editor.empty()) {
    return fail(Message{BD_TR("there is no text"), {}},
                {BD_TR("give it with -m TEXT, with -F FILE, or on standard input with -F -"), {}});
  }
  std::string shown = initial + "\n\n";
  std::size_t at = 0;
  while (at < about.size()) {
    const std::size_t end = std::min(about.find('\n', at), about.size());
    shown += (end == at ? "#" : "# " + printable(about.substr(at, end - at))) + "\n";
    at = end + 1;
  }
  EditedFile file;
  if (auto made = file.make(shown); !made) {
    return fail(std::move(made).error());
  }
  if (auto done = run_editor(editor, file.path()); !done) {
    return fail(std::move(done).error());
  }
  auto text = read_file(file.path(), largest_writing);
  return text ? Result<std::string>(without_remarks(*text)) : text;
}

/// Whether somebody sends text on standard input: a file always does, a pipe
/// unless an editor was asked for.
bool has_standard_input() {
  struct stat status {};
  return ::fstat(STDIN_FILENO, &status) == 0 &&
         (S_ISREG(status.st_mode) ||
          (S_ISFIFO(status.st_mode) && environment("GIT_EDITOR").empty()));
}

Result<std::string> raw_text(const Store& store, const TextSource& source,
                             const std::string& initial, const std::string& about) {
  if (!source.messages.empty() && !source.file.empty()) {
    return fail({BD_TR("-m and -F are two texts"), {}}, {BD_TR("give one of them"), {}});
  }
  if (!source.messages.empty()) {
    std::string text;
    for (const std::string& message : source.messages) {
      text += (text.empty() ? "" : "\n\n") + message;
    }
    return text;
  }
  if (!source.file.empty()) {
    return read_file(source.file, largest_writing);
  }
  if (source.may_be_empty) {
    return std::string();
  }
  return has_standard_input() ? read_file("-", largest_writing)
                              : edited_text(store, initial, about);
}

}  // namespace

Result<std::string> comment_text(const Store& store, const TextSource& source,
                                 const std::string& initial, const std::string& about) {
  auto raw = raw_text(store, source, initial, about);
  if (!raw) {
    return raw;
  }
  if (find_invalid_utf8(*raw) != std::string::npos || raw->find('\0') != std::string::npos) {
    return fail({BD_TR("the text is not UTF-8"), {}}, {BD_TR("save it as UTF-8"), {}});
  }
  std::string text = trimmed(*raw);
  if (text.empty() && !source.may_be_empty) {
    return fail(Message{BD_TR("the text is empty, so nothing was recorded"), {}},
                {BD_TR("give it with -m TEXT, with -F FILE, or on standard input with -F -"), {}});
  }
  if (text.size() > longest) {
    return fail({BD_TR("the text is too long: {0} bytes of at most {1}"),
                 {std::to_string(text.size()), std::to_string(longest)}});
  }
  return text;
}

}  // namespace budgetdiff::cli
