#include "cli/modules.hpp"

#include <budgetdiff/import/pdf_module.hpp>
#include <budgetdiff/import/tables_module.hpp>
#include <budgetdiff/report/workbook.hpp>
#include <budgetdiff/serve/serve_module.hpp>
#include <budgetdiff/store/git_module.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <filesystem>
#include <string_view>
#include <vector>

#include <dlfcn.h>

namespace budgetdiff::cli {
namespace {

namespace fs = std::filesystem;

/// Where modules may be, surest first. Never a relative path and never from
/// the environment: what is loaded here runs.
std::vector<fs::path> module_directories() {
  std::vector<fs::path> out;
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  if (!problem) {
    out.push_back((program.parent_path() / BUDGETDIFF_MODULES_RELATIVE).lexically_normal());
    // Only a program that lies in the build tree may load from it.
    const fs::path modules(BUDGETDIFF_MODULES_BUILD);
    const std::string tree = modules.parent_path().parent_path().string() + '/';
    if (program.string().rfind(tree, 0) == 0) {
      out.insert(out.begin(), modules);
    }
  }
  return out;
}

std::string dl_reason() {
  const char* const reason = ::dlerror();
  return reason != nullptr ? printable(reason) : std::string();
}

/// What a module is called, and what it needs, for its errors.
struct ModuleName {
  const char* file;
  const char* entry;
  const char* needs;
};

template <class Module>
Result<const Module*> load_module(const ModuleName& name) {
  std::string tried;
  for (const fs::path& directory : module_directories()) {
    const std::string path = (directory / name.file).string();
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
      tried += (tried.empty() ? "" : ", ") + printable(path);
      continue;
    }
    void* const library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
      return fail({BD_TR("cannot load the module {0}: {1}"), {name.file, dl_reason()}},
                  {BD_TR("install the libraries it needs ({0})"), {name.needs}});
    }
    using Entry = const Module* (*)();
    const auto entry = reinterpret_cast<Entry>(::dlsym(library, name.entry));
    const Module* const module = entry != nullptr ? entry() : nullptr;
    if (module == nullptr || std::string_view(module->version) != BUDGETDIFF_VERSION) {
      return fail({BD_TR("{0} is of another version of budgetdiff"), {printable(path)}},
                  {BD_TR("install program and modules together"), {}});
    }
    return module;  // stays loaded: objects made by it live as long as they like
  }
  return fail({BD_TR("a module of budgetdiff is missing: {0}"), {tried}},
              {BD_TR("install budgetdiff with `cmake --install`"), {}});
}

Result<const GitModule*> git_module() {
  static const Result<const GitModule*> module =
      load_module<GitModule>({git_module_file, git_module_entry, "libgit2"});
  return module;
}

Result<const PdfModule*> pdf_module() {
  static const Result<const PdfModule*> module =
      load_module<PdfModule>({pdf_module_file, pdf_module_entry, "poppler-cpp, qpdf"});
  return module;
}

Result<const WorkbookModule*> workbook_module() {
  static const Result<const WorkbookModule*> module =
      load_module<WorkbookModule>({workbook_module_file, workbook_module_entry, "libxlsxwriter"});
  return module;
}

Result<const SqliteModule*> sqlite_module() {
  static const Result<const SqliteModule*> module =
      load_module<SqliteModule>({sqlite_module_file, sqlite_module_entry, "SQLite 3"});
  return module;
}

Result<const ServeModule*> serve_module() {
  static const Result<const ServeModule*> module =
      load_module<ServeModule>({serve_module_file, serve_module_entry, "cpp-httplib"});
  return module;
}

Result<const TablesModule*> tables_module() {
  static const Result<const TablesModule*> module = load_module<TablesModule>(
      {tables_module_file, tables_module_entry, "libgumbo, libzip, libpugixml"});
  return module;
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& directory, bool search_upward) {
  const auto module = git_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->open_store(directory, search_upward);
}

Result<std::unique_ptr<Store>> init_store(const std::string& directory, bool bare) {
  const auto module = git_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->init_store(directory, bare);
}

Result<ImportedDocument> import_pdf_document(const SourceDocument& source,
                                             const ImportOptions& options) {
  const auto module = pdf_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->import_pdf(source, options);
}

Result<void> load_pdf_reader() {
  const auto module = pdf_module();
  if (!module) {
    return fail(module.error());
  }
  return {};
}

Result<void> load_tables_reader() {
  const auto module = tables_module();
  if (!module) {
    return fail(module.error());
  }
  return {};
}

Result<ImportedDocument> import_workbook_document(const SourceDocument& source,
                                                  const ImportOptions& options) {
  const auto module = tables_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->import_workbook(source, options);
}

Result<ImportedDocument> import_web_page_document(const SourceDocument& source,
                                                  const ImportOptions& options) {
  const auto module = tables_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->import_web_page(source, options);
}

Result<void> serve_page(const ServeOptions& options, const std::function<void(int port)>& ready) {
  const auto module = serve_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->serve(options, ready);
}

Result<std::string> database_of(const std::vector<StoreTable>& tables) {
  const auto module = sqlite_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->write_sqlite(tables);
}

Result<std::string> workbook_of(const std::vector<Table>& tables) {
  const auto module = workbook_module();
  if (!module) {
    return fail(module.error());
  }
  return (*module)->write_workbook(tables);
}

}  // namespace budgetdiff::cli
