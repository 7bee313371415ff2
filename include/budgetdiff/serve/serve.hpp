#pragma once

/// The review page: a small HTTP server for one store, and the JSON API that
/// the page uses (docs/api/openapi.json, docs/serve.md).

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/store/store.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <functional>
#include <memory>
#include <string>

namespace budgetdiff {

struct ServeOptions {
  std::string host = "127.0.0.1";  ///< address to listen on
  int port = 0;                    ///< 0: any that is free
  bool read_only = false;          ///< refuses every write
  /// What a writer must send; REQUIRES: not empty unless read_only.
  std::string token;
  Language language = Language::english;  ///< until the reader chooses
  /// Opens the store anew: each request has its own, since a Store is not
  /// shared between threads.
  std::function<Result<std::unique_ptr<Store>>()> open_store;
  /// Reads an uploaded document.
  std::function<Result<ImportedDocument>(const SourceDocument&, const ImportOptions&)>
      read_document;
};

/// Serves until SIGINT, SIGTERM or SIGHUP. `ready` is called once, with the port, when
/// requests are taken. An address that cannot be had is an error.
[[nodiscard]] Result<void> serve(const ServeOptions& options,
                                 const std::function<void(int port)>& ready);

}  // namespace budgetdiff
