/// The HTTP side: httplib in, Request and Response out.

#include "serve/api.hpp"
#include "serve/guard.hpp"
#include "serve/news.hpp"
#include "serve/page_server.hpp"
#include "store/child.hpp"

#include <budgetdiff/serve/serve.hpp>

#include <httplib.h>
#include <signal.h>
#include <sys/resource.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <thread>

namespace budgetdiff {

// Made from src/serve/assets at build time.
extern const unsigned char asset_index_html[];
extern const std::size_t asset_index_html_size;
extern const unsigned char asset_page_css[];
extern const std::size_t asset_page_css_size;
extern const unsigned char asset_api_js[];
extern const std::size_t asset_api_js_size;
extern const unsigned char asset_parts_js[];
extern const std::size_t asset_parts_js_size;
extern const unsigned char asset_threads_js[];
extern const std::size_t asset_threads_js_size;
extern const unsigned char asset_boxes_js[];
extern const std::size_t asset_boxes_js_size;
extern const unsigned char asset_cards_js[];
extern const std::size_t asset_cards_js_size;
extern const unsigned char asset_place_js[];
extern const std::size_t asset_place_js_size;
extern const unsigned char asset_changes_js[];
extern const std::size_t asset_changes_js_size;
extern const unsigned char asset_compared_js[];
extern const std::size_t asset_compared_js_size;
extern const unsigned char asset_upload_js[];
extern const std::size_t asset_upload_js_size;
extern const unsigned char asset_page_js[];
extern const std::size_t asset_page_js_size;

namespace serving {
namespace {

constexpr std::size_t largest_body = std::size_t{64} << 20U;
/// Files that the program has open beside its connections, and those of the requests it answers.
constexpr rlim_t other_files = 256;

struct Asset {
  const char* path;
  const char* type;
  const unsigned char* bytes;
  std::size_t size;
};

std::array<Asset, 12> assets() {
  constexpr const char* script = "text/javascript; charset=utf-8";
  return {{{"/", "text/html; charset=utf-8", asset_index_html, asset_index_html_size},
           {"/page.css", "text/css; charset=utf-8", asset_page_css, asset_page_css_size},
           {"/api.js", script, asset_api_js, asset_api_js_size},
           {"/parts.js", script, asset_parts_js, asset_parts_js_size},
           {"/threads.js", script, asset_threads_js, asset_threads_js_size},
           {"/changes.js", script, asset_changes_js, asset_changes_js_size},
           {"/boxes.js", script, asset_boxes_js, asset_boxes_js_size},
           {"/cards.js", script, asset_cards_js, asset_cards_js_size},
           {"/place.js", script, asset_place_js, asset_place_js_size},
           {"/compared.js", script, asset_compared_js, asset_compared_js_size},
           {"/upload.js", script, asset_upload_js, asset_upload_js_size},
           {"/page.js", script, asset_page_js, asset_page_js_size}}};
}

Request request_of(const httplib::Request& in) {
  Request out;
  out.method = in.method;
  out.path = in.path;
  for (const auto& [name, value] : in.params) {
    out.query[name] = value;
  }
  for (const auto& [name, value] : in.headers) {
    std::string lower = name;
    for (char& c : lower) {
      c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    out.headers[lower] = value;
  }
  out.body = in.body;
  return out;
}

void send(const Response& response, httplib::Response& out) {
  out.status = response.status;
  if (!response.policy.empty()) {
    out.headers.erase("Content-Security-Policy");
    out.set_header("Content-Security-Policy", response.policy);
  }
  if (!response.file.empty()) {
    out.set_header("Content-Disposition", "attachment; filename=\"" + response.file + "\"");
  }
  out.set_content(response.body, response.type.c_str());
}

void set_headers(httplib::Server& server) {
  server.set_default_headers({
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
       "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cache-Control", "no-store"},
  });
}

/// httplib's default lets any program of the same user bind the port once more
/// (SO_REUSEPORT). SO_REUSEADDR alone lets a server start while connections of the
/// one before it still fade away, and no two listen.
void set_own_port(socket_t socket) {
  const int yes = 1;
  static_cast<void>(::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes));
}

LobbyLimits limits() {
  LobbyLimits out;
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur != RLIM_INFINITY) {
    const rlim_t left =
        files.rlim_cur > 2 * other_files ? files.rlim_cur - other_files : files.rlim_cur / 2;
    out.connections = std::min(out.connections, static_cast<std::size_t>(left));
  }
  return out;
}

/// Ends the server at SIGINT, SIGTERM and SIGHUP (a closed terminal), which every other thread
/// leaves to it.
class SignalWatch {
 public:
  explicit SignalWatch(httplib::Server& server) {
    ::sigaddset(&signals_, SIGUSR1);
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    thread_ = std::thread([this, &server] {
      int signal = 0;
      ::sigwait(&signals_, &signal);
      if (signal != SIGUSR1) {
        // stop() does nothing to a server that does not listen yet, which would
        // then listen for ever.
        while (!server.is_running() && !listened_) {
          std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        server.stop();
      }
    });
  }
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  SignalWatch(SignalWatch&&) = delete;
  SignalWatch& operator=(SignalWatch&&) = delete;
  ~SignalWatch() {
    listened_ = true;
    ::pthread_kill(thread_.native_handle(), SIGUSR1);  // if it still waits
    thread_.join();
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t signals_ = git::ending_signals();
  sigset_t before_{};
  std::atomic<bool> listened_ = false;  ///< and does not any more
  std::thread thread_;
};

void route(httplib::Server& server, const Api& api, const Guard& guard,
           const ServeOptions& options) {
  server.set_pre_routing_handler([&](const httplib::Request& in, httplib::Response& out) {
    const auto refused = guard.refuse(request_of(in), options.language);
    if (refused) {
      send(*refused, out);
      return httplib::Server::HandlerResponse::Handled;
    }
    return httplib::Server::HandlerResponse::Unhandled;
  });
  for (const Asset& asset : assets()) {
    server.Get(asset.path, [asset](const httplib::Request&, httplib::Response& out) {
      out.set_content(reinterpret_cast<const char*>(asset.bytes), asset.size, asset.type);
    });
  }
  const auto answer = [&api](const httplib::Request& in, httplib::Response& out) {
    send(api.handle(request_of(in)), out);
  };
  server.Get("/api/.*", answer);
  server.Post("/api/.*", answer);
  server.set_error_handler([&](const httplib::Request&, httplib::Response& out) {
    if (out.body.empty()) {
      const char* const what = out.status == 413   ? BD_TR("the document is larger than 64 MiB")
                               : out.status == 404 ? BD_TR("there is nothing here")
                                                   : BD_TR("the request cannot be answered");
      send(problem(out.status, {{}, {}, {what, {}}, {}}, options.language), out);
    }
  });
  server.set_exception_handler([&](const httplib::Request&, httplib::Response& out,
                                   std::exception_ptr /*problem*/) {
    send(
        problem(500, {{}, {}, {BD_TR("the request cannot be answered"), {}}, {}}, options.language),
        out);
  });
}

}  // namespace
}  // namespace serving

Result<void> serve(const ServeOptions& options, const std::function<void(int port)>& ready) {
  serving::PageServer server(serving::largest_body);
  const serving::LobbyLimits limits = serving::limits();
  server.set_keep_alive_max_count(limits.client.requests);
  server.set_keep_alive_timeout(
      std::chrono::duration_cast<std::chrono::seconds>(limits.client.between_requests).count());
  server.set_tcp_nodelay(true);
  serving::set_headers(server);
  // Two servers on one port would share it, and the system hand requests to either.
  server.set_socket_options(serving::set_own_port);
  const int port = options.port == 0 ? server.bind_to_any_port(options.host)
                   : server.bind_to_port(options.host, options.port) ? options.port
                                                                     : -1;
  if (port < 0) {
    return fail(
        {BD_TR("cannot listen on {0}, port {1}"), {options.host, std::to_string(options.port)}},
        {BD_TR("another program may have the port; --port 0 takes a free one"), {}});
  }
  const serving::Api api(options);
  const serving::Guard guard(options.host, port, options.token, options.read_only);
  serving::route(server, api, guard, options);
  {
    // Threads leave signals to this one, so that it is made before any of them.
    const serving::SignalWatch watch(server);
    serving::News news(options);
    serving::Lobby lobby(limits, {[&](serving::Connection& guest) { return server.answer(guest); },
                                  serving::known_to, [&] { return news.head(); }});
    server.set_lobby(&lobby);
    server.set_backlog(limits.connections);
    ready(port);
    server.listen_after_bind();
    server.set_lobby(nullptr);
  }
  return {};
}

}  // namespace budgetdiff
