#include "cli/bounded_reader.hpp"

#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::cli {
namespace {

using Json = nlohmann::json;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr rlim_t most_seconds = 900;
/// Of waiting, beside a second of work: the machine may be busy.
constexpr rlim_t patience = 4;
constexpr rlim_t least_memory = rlim_t{3} << 30U;
constexpr int no_memory = 3;

Json to_json(const Message& message) {
  return {{"text", message.text}, {"args", message.args}};
}

Message message_of(const Json& json) {
  return {json.at("text").get<std::string>(), json.at("args").get<std::vector<std::string>>()};
}

/// The same with U+FFFD for what is no UTF-8.
std::string valid_utf8(std::string text) {
  for (std::size_t at = find_invalid_utf8(text); at != std::string::npos;
       at = find_invalid_utf8(text)) {
    text.replace(at, 1, "\uFFFD");
  }
  return text;
}

/// What is passed on begins with a line of JSON: an error, or how many bytes the snapshot and
/// the provenance of each table have, which follow as they are.
constexpr char end_of_head = '\n';

std::string pack(const Result<ImportedDocument>& document) {
  Json head;
  std::string tables;
  if (!document) {
    const Error& error = document.error();
    head["error"] = {{"file", error.file},
                     {"page", error.place.page},
                     {"line", error.place.line},
                     {"sheet", error.place.sheet},
                     {"cell", error.place.cell},
                     {"what", to_json(error.what)},
                     {"what_to_do", to_json(error.what_to_do)}};
  } else {
    head["tables"] = Json::array();
    for (const ImportedTable& table : document->tables) {
      const std::string snapshot = write_snapshot(table.snapshot);
      const std::string provenance = valid_utf8(write_provenance(table.provenance));
      head["tables"].push_back({snapshot.size(), provenance.size()});
      tables += snapshot;
      tables += provenance;
    }
  }
  // A file's name may be no UTF-8.
  std::string out = head.dump(-1, ' ', false, Json::error_handler_t::replace) + end_of_head;
  out += tables;
  return out;
}

Result<ImportedDocument> unpack(const std::string& bytes, const std::string& file) {
  const std::string_view all = bytes;
  const std::size_t head_size = all.find(end_of_head);
  const Json head = Json::parse(all.substr(0, head_size));
  if (head.contains("error")) {
    const Json& packed = head.at("error");
    Error error;
    error.file = packed.at("file").get<std::string>().empty() ? std::string() : file;
    error.place.page = packed.at("page").get<int>();
    error.place.line = packed.at("line").get<int>();
    error.place.sheet = packed.at("sheet").get<std::string>();
    error.place.cell = packed.at("cell").get<std::string>();
    error.what = message_of(packed.at("what"));
    error.what_to_do = message_of(packed.at("what_to_do"));
    return fail(std::move(error));
  }
  ImportedDocument out;
  std::string_view rest = all.substr(head_size + 1);
  const auto take = [&](const Json& size) {
    const std::string_view part = rest.substr(0, size.get<std::size_t>());
    rest.remove_prefix(part.size());
    return part;
  };
  for (const Json& sizes : head.at("tables")) {
    auto snapshot = read_snapshot(std::string(take(sizes.at(0))), file);
    auto provenance = read_provenance(take(sizes.at(1)), file);
    if (!snapshot || !provenance) {
      return fail(snapshot ? std::move(provenance).error() : std::move(snapshot).error());
    }
    out.tables.push_back({std::move(*snapshot), std::move(*provenance)});
  }
  return out;
}

rlim_t seconds_for(std::size_t bytes, const ReadLimits& limits) {
  const auto megabytes = static_cast<rlim_t>(bytes >> 20U);
  return std::min(limits.seconds + megabytes * limits.seconds_a_megabyte, most_seconds);
}

void limit(decltype(RLIMIT_CPU) what, rlim_t most) {
  rlimit now{};
  if (::getrlimit(what, &now) == 0) {
    now.rlim_cur = now.rlim_max == RLIM_INFINITY ? most : std::min(most, now.rlim_max);
    ::setrlimit(what, &now);
  }
}

[[noreturn]] void run_child(int out, const DocumentReaders::Reader& reader,
                            const SourceDocument& source, const ImportOptions& options,
                            rlim_t allowed) {
  limit(RLIMIT_CPU, allowed);
  limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  limit(RLIMIT_AS, least_memory + 8 * static_cast<rlim_t>(source.bytes.size()));
#endif
  int status = 0;
  try {
    const std::string packed = pack(reader(source, options));
    for (std::size_t at = 0; at < packed.size();) {
      const ssize_t written = ::write(out, packed.data() + at, packed.size() - at);
      if (written < 0 && errno != EINTR) {
        ::_exit(1);
      }
      at += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
  } catch (const std::bad_alloc&) {
    status = no_memory;
  } catch (...) {
    status = 1;
  }
  ::_exit(status);
}

/// All that the child writes; nothing where it takes too long.
std::optional<std::string> receive(int in, steady_clock::time_point deadline) {
  std::string out;
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - steady_clock::now());
    if (left.count() <= 0) {
      return std::nullopt;
    }
    pollfd waiting{in, POLLIN, 0};
    const int ready =
        ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left.count(), 60'000)));
    if (ready <= 0) {
      continue;
    }
    const ssize_t got = ::read(in, buffer.data(), buffer.size());
    if (got == 0) {
      return out;
    }
    if (got > 0) {
      out.append(buffer.data(), static_cast<std::size_t>(got));
    } else if (errno != EINTR) {
      return out;
    }
  }
}

}  // namespace

Result<ImportedDocument> read_bounded(const DocumentReaders::Reader& reader,
                                      const SourceDocument& source, const ImportOptions& options,
                                      const ReadLimits& limits) {
  const rlim_t allowed = seconds_for(source.bytes.size(), limits);
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) {
    return reader(source, options);
  }
  const pid_t child = ::fork();
  if (child < 0) {
    ::close(pipe[0]);
    ::close(pipe[1]);
    return reader(source, options);
  }
  if (child == 0) {
    ::close(pipe[0]);
    run_child(pipe[1], reader, source, options, allowed);
  }
  ::close(pipe[1]);
  const std::optional<std::string> packed =
      receive(pipe[0], steady_clock::now() + seconds(allowed * patience));
  ::close(pipe[0]);
  if (!packed) {
    ::kill(child, SIGKILL);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const auto wrong = [&](Message what) -> Result<ImportedDocument> {
    return fail(Error{source.name, {}, std::move(what), limits.advice});
  };
  if (!packed || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    return wrong({BD_TR("reading the document took more than {0} seconds and was given up"),
                  {std::to_string(allowed)}});
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
    return unpack(*packed, source.name);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == no_memory) {
    return wrong({BD_TR("reading the document takes more memory than any real one"), {}});
  }
  return wrong({BD_TR("the document is broken in a way that its reader did not survive"), {}});
}

}  // namespace budgetdiff::cli
