#include "cli/context.hpp"

#include "cli/inputs.hpp"

#include <budgetdiff/base/system_failure.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace budgetdiff::cli {
namespace {

bool set_in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

Exit write_failed(const Context& context, const std::string& file) {
  return report_error(context, {file, {}, {BD_TR("cannot be written"), {}}, system_failure(errno)});
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Writes to what is no plain file: a device, a pipe.
Exit write_through(const Context& context, std::string_view text, const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return write_failed(context, file);
  }
  const bool written = write_all(descriptor, text);
  const bool closed = ::close(descriptor) == 0;
  return written && closed ? Exit::done : write_failed(context, file);
}

std::string place_prefix(std::string_view file, const Place& place) {
  std::string out = printable(file);
  const std::string where = to_string(place);
  if (!where.empty()) {
    out += (out.empty() ? "" : ":") + printable(where);
  }
  return out.empty() ? out : out + ": ";
}

}  // namespace

bool Context::colour_output() const {
  if (colour != ColourChoice::automatic) {
    return colour == ColourChoice::always;
  }
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::strcmp(terminal, "dumb") == 0;
  return !set_in_environment("NO_COLOR") && !dumb && ::isatty(STDOUT_FILENO) == 1;
}

Exit report_error(const Context& context, const Error& error) {
  std::string line = "budgetdiff: " + place_prefix(error.file, error.place) +
                     printable(budgetdiff::say(context.language, error.what));
  if (!error.what_to_do.text.empty()) {
    line += context.language == Language::chinese ? "；" : "; ";
    line += printable(budgetdiff::say(context.language, error.what_to_do));
  }
  line += '\n';
  std::fputs(line.c_str(), stderr);
  return Exit::failed;
}

std::string finding_line(const Context& context, std::string_view file, const Finding& finding) {
  std::string_view severity = to_string(finding.severity);
  const std::string colon = context.say(BD_TR(": "));
  std::string line = place_prefix(file, finding.place) + context.say(severity) + colon;
  if (!finding.project.empty()) {
    line += printable(finding.project) + colon;
  }
  return line + printable(budgetdiff::say(context.language, finding.message)) + " [" +
         finding.code + "]";
}

void report_finding(const Context& context, std::string_view file, const Finding& finding) {
  const std::string line = "budgetdiff: " + finding_line(context, file, finding) + "\n";
  std::fputs(line.c_str(), stderr);
}

namespace {

/// Text as a terminal may have it: of control characters, line ends and the colours that reports
/// set. JSON and CSV hold names as they are.
std::string for_terminal(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t colour = std::min(text.find("\x1B["), text.size());
    out += printable(text.substr(0, colour), true);
    text.remove_prefix(colour);
    const std::size_t end = text.find_first_not_of("\x1B[0123456789;");
    if (end != text.npos && text[end] == 'm') {
      out += text.substr(0, end + 1);
      text.remove_prefix(end + 1);
    } else if (!text.empty()) {
      out += printable(text.substr(0, 1));
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

Exit print(const Context& context, std::string_view published) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const std::string safe = terminal ? for_terminal(published) : std::string();
  const std::string_view text = terminal ? std::string_view(safe) : published;
  if (context.pager && terminal) {
    const char* pager = std::getenv("PAGER");
    // -F leaves at once when all fits on one screen, -R passes colours on.
    const std::string command = pager != nullptr && *pager != '\0' ? pager : "less -FRX";
    if (std::FILE* pipe = ::popen(command.c_str(), "w")) {
      std::fwrite(text.data(), 1, text.size(), pipe);
      const int status = ::pclose(pipe);
      constexpr int not_found = 127;
      if (!(WIFEXITED(status) && WEXITSTATUS(status) == not_found)) {
        return Exit::done;
      }
    }
  }
  std::fflush(stdout);
  return write_all(STDOUT_FILENO, text) ? Exit::done : write_failed(context, {});
}

Exit write_output(const Context& context, std::string_view text, const std::string& file) {
  if (file.empty() || file == "-") {
    return print(context, text);
  }
  // A device or pipe is written to and never replaced.
  struct stat status {};
  const bool exists = ::stat(file.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    return write_through(context, text, file);
  }
  if (exists && is_input(status)) {
    return report_error(context, {file,
                                  {},
                                  {BD_TR("this file was read, and is not written over"), {}},
                                  {BD_TR("give -o another name"), {}}});
  }
  if (is_of_store(file)) {
    return report_error(
        context, {file,
                  {},
                  {BD_TR("this is a place of the store's own, which only import writes"), {}},
                  {BD_TR("give -o another name"), {}}});
  }
  return replace_file(context, text, file);
}

Exit replace_file(const Context& context, std::string_view text, const std::string& file) {
  // A link's target is what is replaced, and the link stays.
  std::error_code ignored;
  const bool exists = std::filesystem::exists(file, ignored);
  const std::string target = exists ? std::filesystem::canonical(file).string() : file;
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) {
    return write_failed(context, file);
  }
  const bool written =
      write_all(descriptor, text) && ::fsync(descriptor) == 0 && ::fchmod(descriptor, 0644) == 0;
  const bool closed = ::close(descriptor) == 0;
  if (!written || !closed || std::rename(temporary.c_str(), target.c_str()) != 0) {
    const Exit failed = write_failed(context, file);
    std::remove(temporary.c_str());
    return failed;
  }
  return Exit::done;
}

void note(const Context& /*context*/, std::string_view text) {
  const std::string line = printable(text) + "\n";
  std::fputs(line.c_str(), stderr);
}

}  // namespace budgetdiff::cli
