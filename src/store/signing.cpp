#include "store/signing.hpp"

#include "store/child.hpp"
#include "store/files.hpp"
#include "store/git_error.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstdlib>
#include <system_error>

#include <unistd.h>

namespace budgetdiff::git {
namespace {

/// git's own settings, GIT_CONFIG_GLOBAL included.
class Settings {
 public:
  explicit Settings(git_repository* repository) {
    if (git_repository_config(Out(config_), repository) < 0) {
      config_.reset();
      return;
    }
    const char* const file = std::getenv("GIT_CONFIG_GLOBAL");
    if (file != nullptr && *file != '\0') {
      git_config_add_file_ondisk(config_.get(), file, GIT_CONFIG_LEVEL_GLOBAL, repository, 1);
    }
  }

  [[nodiscard]] std::string text(const std::string& key) const {
    Buffer value;
    return config_ != nullptr &&
                   git_config_get_string_buf(value.out(), config_.get(), key.c_str()) == 0
               ? value.text()
               : "";
  }
  /// With a leading ~ made the home directory.
  [[nodiscard]] std::string path(const std::string& key) const {
    Buffer value;
    return config_ != nullptr && git_config_get_path(value.out(), config_.get(), key.c_str()) == 0
               ? value.text()
               : "";
  }
  [[nodiscard]] bool is_on(const std::string& key) const {
    int value = 0;
    return config_ != nullptr && git_config_get_bool(&value, config_.get(), key.c_str()) == 0 &&
           value != 0;
  }

 private:
  ConfigHandle config_;
};

struct Scratch {
  explicit Scratch(const std::string& git_directory)
      : content(git_directory + "budgetdiff-sign"),
        signature(content + ".sig"),
        errors(content + ".err"),
        key(content + ".pub"),
        directory(git_directory) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Scratch(Scratch&&) = delete;
  Scratch& operator=(Scratch&&) = delete;
  ~Scratch() { clear_signing_files(directory); }

  std::string content;
  std::string signature;
  std::string errors;
  std::string key;
  std::string directory;
};

/// The last line of what the signer complained of.
std::string last_line(const std::string& text) {
  const std::size_t end = text.find_last_not_of("\r\n ");
  if (end == std::string::npos) {
    return {};
  }
  const std::size_t before = text.find_last_of('\n', end);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return printable(std::string_view(text).substr(begin, end - begin + 1));
}

bool is_literal_key(const std::string& key) {
  return key.rfind("ssh-", 0) == 0 || key.rfind("ecdsa-", 0) == 0 || key.rfind("sk-", 0) == 0 ||
         key.rfind("key::", 0) == 0;
}

Result<std::vector<std::string>> ssh_command(const Settings& settings, const Scratch& scratch) {
  std::string program = settings.text("gpg.ssh.program");
  std::string key = settings.text("user.signingkey");
  if (key.empty()) {
    return fail({BD_TR("commits are to be signed, but git does not know the key"), {}},
                {BD_TR("set it with: git config user.signingKey KEY"), {}});
  }
  std::vector<std::string> command{
      program.empty() ? "ssh-keygen" : program, "-Y", "sign", "-n", "git", "-f"};
  if (is_literal_key(key)) {
    // The key itself and no file: ssh-agent holds the private half.
    if (key.rfind("key::", 0) == 0) {
      key.erase(0, 5);
    }
    if (auto written = write_file(scratch.key, key + '\n', scratch.key + ".tmp"); !written) {
      return fail(std::move(written).error());
    }
    command.push_back(scratch.key);
    command.emplace_back("-U");
  } else {
    command.push_back(settings.path("user.signingkey"));
  }
  command.push_back(scratch.content);
  return command;
}

Result<std::string> signature_of(const Settings& settings, const std::string& git_directory,
                                 std::string_view content, const std::string& committer) {
  const Scratch scratch(git_directory);
  if (auto written = write_file(scratch.content, content, scratch.content + ".tmp"); !written) {
    return fail(std::move(written).error());
  }
  std::string format = settings.text("gpg.format");
  format = format.empty() ? "openpgp" : format;
  std::vector<std::string> command;
  // ssh-keygen writes its signature beside the file, the others to their output.
  std::string output = scratch.signature;
  if (format == "ssh") {
    auto made = ssh_command(settings, scratch);
    if (!made) {
      return fail(std::move(made).error());
    }
    command = std::move(*made);
    output = "/dev/null";
  } else if (format == "openpgp" || format == "x509") {
    std::string program = settings.text("gpg." + format + ".program");
    if (program.empty() && format == "openpgp") {
      program = settings.text("gpg.program");
    }
    if (program.empty()) {
      program = format == "openpgp" ? "gpg" : "gpgsm";
    }
    const std::string key = settings.text("user.signingkey");
    command = {program, "--status-fd=2", "-bsau", key.empty() ? committer : key};
  } else {
    return fail({BD_TR("git's setting gpg.format is {0}, which is not known"), {printable(format)}},
                {BD_TR("it can be openpgp, x509 or ssh"), {}});
  }
  const ChildResult child = run_child(command, scratch.content, output, scratch.errors);
  if (child.error_number != 0) {
    return fail(system_error(child.error_number,
                             {BD_TR("cannot run {0} to sign the commit: {1}"), {command[0]}}));
  }
  auto signature = read_small_file(scratch.signature);
  if (child.status != 0 || !signature || signature->empty()) {
    return fail(
        {BD_TR("{0} could not sign the commit: {1}"),
         {command[0], last_line(read_small_file(scratch.errors).value_or(""))}},
        {BD_TR("nothing was recorded; see user.signingKey, or turn commit.gpgSign off"), {}});
  }
  return std::move(*signature);
}

}  // namespace

void clear_signing_files(const std::string& git_directory) {
  for (const char* const suffix : {"", ".sig", ".err", ".pub", ".tmp", ".pub.tmp"}) {
    ::unlink((git_directory + "budgetdiff-sign" + suffix).c_str());
  }
}

Result<git_oid> write_signed_commit(const Repository& repository, std::string_view content,
                                    const std::string& committer) {
  git_oid id{};
  int code = 0;
  forget_failures();
  const Settings settings(repository.get());
  if (settings.is_on("commit.gpgsign")) {
    const auto signature = signature_of(settings, repository.git_directory(), content, committer);
    if (!signature) {
      return fail(signature.error());
    }
    code = git_commit_create_with_signature(&id, repository.get(), std::string(content).c_str(),
                                            signature->c_str(), "gpgsig");
  } else {
    Handle<git_odb, git_odb_free> objects;
    code = git_repository_odb(Out(objects), repository.get());
    if (code == 0) {
      code = git_odb_write(&id, objects.get(), content.data(), content.size(), GIT_OBJECT_COMMIT);
    }
  }
  if (code < 0) {
    return failed(code, {BD_TR("cannot write to the store: {0}"), {}});
  }
  return id;
}

}  // namespace budgetdiff::git
