#include "serve/guard.hpp"

#include <unistd.h>
#include <algorithm>
#include <array>
#include <utility>

namespace budgetdiff::serving {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return text;
}

/// "http://host:port" without its scheme.
std::string host_of_origin(const std::string& origin) {
  const std::string prefix = "http://";
  return origin.starts_with(prefix) ? origin.substr(prefix.size()) : std::string();
}

/// "192.168.1.5:8080", "[fe80::1]:8080".
bool is_address(const std::string& host) {
  const std::string name =
      host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  const std::string allowed = name.starts_with('[') ? "[]:.0123456789abcdef" : ".0123456789";
  return !name.empty() && name.find_first_not_of(allowed) == std::string::npos;
}

}  // namespace

Guard::Guard(const std::string& host, int port, std::string token, bool read_only)
    : token_(std::move(token)), read_only_(read_only) {
  const std::string suffix = ":" + std::to_string(port);
  const auto add = [&](const std::string& name) {
    hosts_.insert(lower(name) + suffix);
    if (port == 80) {
      hosts_.insert(lower(name));
    }
  };
  add("127.0.0.1");
  add("localhost");
  add("[::1]");
  any_address_ = host == "0.0.0.0" || host == "::";
  add(host.find(':') != std::string::npos ? "[" + host + "]" : host);
  std::array<char, 256> name{};
  if (any_address_ && ::gethostname(name.data(), name.size() - 1) == 0) {
    add(name.data());
  }
}

bool Guard::is_own_host(const std::string& host) const {
  const std::string name = lower(host);
  return hosts_.contains(name) || (any_address_ && is_address(name));
}

std::optional<Response> Guard::refuse(const Request& request, Language language) const {
  const auto refused = [&](int status, const char* what) {
    return problem(status, {{}, {}, {what, {}}, {}}, language);
  };
  if (!is_own_host(request.header("host"))) {
    return refused(403, BD_TR("this page is not served under that name"));
  }
  const std::string origin = request.header("origin");
  if (!origin.empty() && lower(host_of_origin(origin)) != lower(request.header("host"))) {
    return refused(403, BD_TR("a page of another site may not ask here"));
  }
  const std::string site = request.header("sec-fetch-site");
  const bool page = request.method == "GET" && !request.path.starts_with("/api/");
  if (!page && !site.empty() && site != "same-origin" && site != "none") {
    return refused(403, BD_TR("a page of another site may not ask here"));
  }
  if (request.method == "GET" || request.method == "HEAD") {
    return std::nullopt;
  }
  if (read_only_) {
    return refused(403, BD_TR("this page is served for reading only"));
  }
  if (!equal_secrets(request.header("x-budgetdiff-token"), token_)) {
    return refused(401, BD_TR("writing needs the token: open the address that serve printed"));
  }
  const std::string type = request.header("content-type");
  if (!type.starts_with("application/json") && !type.starts_with("application/octet-stream")) {
    return refused(415, BD_TR("send JSON, or a document as application/octet-stream"));
  }
  return std::nullopt;
}

bool equal_secrets(const std::string& a, const std::string& b) {
  if (a.size() != b.size() || b.empty()) {
    return false;
  }
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i])) ^
                  static_cast<unsigned>(static_cast<unsigned char>(b[i]));
  }
  return difference == 0;
}

}  // namespace budgetdiff::serving
