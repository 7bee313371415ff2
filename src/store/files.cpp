#include "store/files.hpp"

#include "store/git_error.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace budgetdiff::git {
namespace {

Error cannot_write(const std::string& path, int error_number) {
  Error error = system_error(error_number, {BD_TR("cannot write: {0}"), {}});
  error.file = printable(path);
  return error;
}

/// 0, or the errno of what went wrong.
int write_synced(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return errno;
  }
  int problem = 0;
  while (!bytes.empty() && problem == 0) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      problem = errno;
    }
  }
  if (problem == 0 && ::fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS) {
    problem = errno;
  }
  if (::close(descriptor) != 0 && problem == 0) {
    problem = errno;
  }
  return problem;
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view bytes,
                        const std::string& temporary) {
  std::string written = temporary;
  int problem = write_synced(written, bytes);
  if (problem == 0 && ::rename(written.c_str(), path.c_str()) != 0) {
    problem = errno;
    if (problem == EXDEV) {
      ::unlink(written.c_str());
      written = path + ".budgetdiff";
      problem = write_synced(written, bytes);
      if (problem == 0 && ::rename(written.c_str(), path.c_str()) != 0) {
        problem = errno;
      }
    }
  }
  if (problem != 0) {
    ::unlink(written.c_str());
    return fail(cannot_write(path, problem));
  }
  return {};
}

void sync_directory(const std::string& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
}

std::optional<std::string> read_small_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return std::nullopt;
  }
  std::string bytes;
  std::array<char, 65536> buffer{};
  ssize_t got = 0;
  while ((got = ::read(descriptor, buffer.data(), buffer.size())) > 0 ||
         (got < 0 && errno == EINTR)) {
    bytes.append(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  }
  ::close(descriptor);
  return got == 0 ? std::optional<std::string>(std::move(bytes)) : std::nullopt;
}

}  // namespace budgetdiff::git
