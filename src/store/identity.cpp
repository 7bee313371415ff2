#include "store/identity.hpp"

#include "store/git_error.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstdlib>
#include <ctime>
#include <string>

namespace budgetdiff::git {
namespace {

std::string environment(const std::string& name) {
  const char* const value = std::getenv(name.c_str());
  return value != nullptr ? value : "";
}

/// What git makes of a name: no line ends and angle brackets anywhere, no blanks
/// and separators around. libgit2 would refuse the brackets.
std::string cleaned(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '<' && c != '>') {
      out += c;
    }
  }
  const std::string around = " .,:;\"'\\";
  const std::size_t first = out.find_first_not_of(around);
  if (first == std::string::npos) {
    return {};
  }
  return out.substr(first, out.find_last_not_of(around) - first + 1);
}

class Finder {
 public:
  explicit Finder(const git_config* config) : config_(config) {}

  /// `role` is "author" or "committer", `part` "name" or "email".
  [[nodiscard]] std::string find(const std::string& role, const std::string& part) const {
    std::string variable = "GIT_";
    std::string key = role;
    key += '.';
    key += part;
    for (const char c : key) {
      variable += c == '.' ? '_' : static_cast<char>(c - 'a' + 'A');
    }
    for (const std::string& candidate :
         {environment(variable), configured(key), configured("user." + part),
          part == "email" ? environment("EMAIL") : std::string()}) {
      std::string value = cleaned(candidate);
      if (!value.empty()) {
        return value;
      }
    }
    return {};
  }

 private:
  [[nodiscard]] std::string configured(const std::string& key) const {
    Buffer value;
    if (config_ == nullptr || git_config_get_string_buf(value.out(), config_, key.c_str()) != 0) {
      return {};
    }
    return value.text();
  }

  const git_config* config_;
};

Result<GitDate> date_of(const std::string& variable) {
  const std::string text = environment(variable);
  if (text.empty()) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    return GitDate{now, static_cast<int>(parts.tm_gmtoff / 60)};
  }
  const auto date = read_git_date(text);
  if (!date) {
    return fail({BD_TR("{0} is no date: {1}"), {variable, printable(text)}},
                {BD_TR("write it like 2024-01-31T12:00:00+08:00"), {}});
  }
  return *date;
}

Result<SignatureHandle> make_signature(const std::string& name, const std::string& email,
                                       const std::string& date_variable) {
  const auto date = date_of(date_variable);
  if (!date) {
    return fail(date.error());
  }
  SignatureHandle signature;
  const int code = git_signature_new(Out(signature), name.c_str(), email.c_str(), date->seconds,
                                     date->offset_minutes);
  if (code < 0) {
    return failed(code, {BD_TR("git takes no commits by {0} <{1}>: {2}"),
                         {printable(name), printable(email)}});
  }
  return signature;
}

/// Both at once where both are missing, and by a way that works: git keeps its
/// settings for all repositories in the home directory.
Error who_are_you(bool no_name, bool no_email) {
  const Message what = no_name && no_email
                           ? Message{BD_TR("git does not know your name and e-mail address"), {}}
                       : no_name ? Message{BD_TR("git does not know your name"), {}}
                                 : Message{BD_TR("git does not know your e-mail address"), {}};
  if (environment("HOME").empty() && environment("XDG_CONFIG_HOME").empty()) {
    return {{},
            {},
            what,
            {BD_TR("HOME is not set, so git has no settings of yours; set GIT_AUTHOR_NAME, "
                   "GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL"),
             {}}};
  }
  const char* const name = "git config --global user.name \"Your Name\"";
  const char* const email = "git config --global user.email you@example.com";
  return {{},
          {},
          what,
          {BD_TR("tell it with: {0}"),
           {no_name && no_email ? std::string(name) + " && " + email
            : no_name           ? name
                                : email}}};
}

Result<SignatureHandle> signature_of(const Finder& finder, const std::string& role,
                                     const std::string& date_variable) {
  const std::string name = finder.find(role, "name");
  const std::string email = finder.find(role, "email");
  if (name.empty() || email.empty()) {
    return fail(who_are_you(name.empty(), email.empty()));
  }
  return make_signature(name, email, date_variable);
}

/// git's configuration as it is now, of a repository or (null) of the user.
Result<ConfigHandle> open_settings(git_repository* repository) {
  start_library();
  ConfigHandle config;
  const int code = repository != nullptr ? git_repository_config(Out(config), repository)
                                         : git_config_open_default(Out(config));
  if (code < 0) {
    return failed(code, {BD_TR("cannot read git's configuration: {0}"), {}});
  }
  // git's own variable, which libgit2 1.5.1 does not know.
  if (const std::string file = environment("GIT_CONFIG_GLOBAL"); !file.empty()) {
    git_config_add_file_ondisk(config.get(), file.c_str(), GIT_CONFIG_LEVEL_GLOBAL, repository, 1);
  }
  ConfigHandle snapshot;
  if (git_config_snapshot(Out(snapshot), config.get()) < 0) {
    snapshot = std::move(config);
  }
  return snapshot;
}

}  // namespace

std::string git_setting(git_repository* repository, const std::string& key) {
  const auto settings = open_settings(repository);
  Buffer value;
  if (!settings || git_config_get_string_buf(value.out(), settings->get(), key.c_str()) != 0) {
    return {};
  }
  return value.text();
}

Result<Identities> find_identities(git_repository* repository,
                                   const std::optional<CommentAuthor>& given) {
  const auto snapshot = open_settings(repository);
  if (!snapshot) {
    return fail(snapshot.error());
  }
  const Finder finder(snapshot->get());
  Identities out;
  auto author = given ? make_signature(given->name, given->email, "GIT_AUTHOR_DATE")
                      : signature_of(finder, "author", "GIT_AUTHOR_DATE");
  if (!author) {
    return fail(std::move(author).error());
  }
  auto committer = signature_of(finder, "committer", "GIT_COMMITTER_DATE");
  if (!committer && given) {
    committer = make_signature(given->name, given->email, "GIT_COMMITTER_DATE");
  }
  if (!committer) {
    return fail(std::move(committer).error());
  }
  out.author = std::move(*author);
  out.committer = std::move(*committer);
  return out;
}

}  // namespace budgetdiff::git
