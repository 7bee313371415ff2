#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/modules.hpp"

#include <sys/random.h>
#include <array>
#include <budgetdiff/serve/serve.hpp>
#include <cstdio>
#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string bind = "127.0.0.1";
  int port = 8520;
  bool read_only = false;
  std::string token;
};

/// 128 random bits from the kernel.
Result<std::string> random_token() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return fail(Message{BD_TR("the system gives no random numbers"), {}});
  }
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : bytes) {
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

Exit run(const Context& context, const Options& options) {
  const std::string directory = context.store.empty() ? "." : context.store;
  const auto open = [&] { return open_store(directory, context.store.empty()); };
  if (const auto store = open(); !store) {
    return report_error(context, store.error());
  }
  ServeOptions serve_options;
  serve_options.host = options.bind;
  serve_options.port = options.port;
  serve_options.read_only = options.read_only;
  serve_options.language = context.language;
  serve_options.open_store = open;
  serve_options.read_document = read_document;
  serve_options.token = options.token;
  if (options.token.empty() && !options.read_only) {
    auto token = random_token();
    if (!token) {
      return report_error(context, token.error());
    }
    serve_options.token = std::move(*token);
  }
  const bool any = options.bind == "0.0.0.0" || options.bind == "::";
  if (any ||
      (options.bind != "127.0.0.1" && options.bind != "::1" && options.bind != "localhost")) {
    note(context, context.say(BD_TR("warning: other machines can read this page, and write with "
                                    "the token; the connection is not encrypted")));
  }
  const auto served = serve_page(serve_options, [&](int port) {
    const std::string host = any ? "127.0.0.1"
                             : options.bind.find(':') != std::string::npos
                                 ? "[" + options.bind + "]"
                                 : options.bind;
    std::string address = "http://" + host + ":" + std::to_string(port) + "/";
    if (!options.read_only) {
      address += "#token=" + serve_options.token;
    }
    // Standard output, at once: scripts wait for this line.
    std::printf("%s\n", address.c_str());
    std::fflush(stdout);
    note(context, context.say(BD_TR("open the address above in a browser; end with Ctrl-C")));
  });
  if (!served) {
    return report_error(context, served.error());
  }
  return Exit::done;
}

}  // namespace

void add_serve(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb =
      program.verb("serve", BD_TR("Serve the review page of the store on this machine"),
                   "budgetdiff serve\n  budgetdiff serve --port 0 --read-only");
  verb->add_option("--port", options->port, context.say(BD_TR("Port; 0 takes a free one (8520)")))
      ->check(CLI::Range(0, 65535));
  verb->add_option("--bind", options->bind,
                   context.say(BD_TR("Address to listen on (127.0.0.1: this machine alone)")));
  verb->add_flag("--read-only", options->read_only, context.say(BD_TR("Take no writes")));
  verb->add_option("--token", options->token,
                   context.say(BD_TR("What writers must send; otherwise a random one")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
