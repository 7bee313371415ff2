#include "cli/operand.hpp"

#include "cli/documents.hpp"
#include "cli/inputs.hpp"
#include "cli/modules.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/base/system_failure.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/store/resolve.hpp>

#include <sys/stat.h>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

namespace budgetdiff::cli {
namespace {

struct FileCloser {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};

Result<Operand> load_snapshot(const std::string& path, std::string bytes) {
  auto snapshot = read_snapshot(std::move(bytes), path);
  if (!snapshot) {
    return fail(std::move(snapshot).error());
  }
  Operand operand;
  operand.snapshot = std::move(*snapshot);
  return operand;
}

Result<Operand> load_stored(StoreHandle& handle, const StoreName& name) {
  const auto store = handle.get();
  if (!store) {
    return fail(store.error());
  }
  const auto key = find_in_store(**store, name);
  if (!key) {
    return fail(key.error());
  }
  return load_key(handle, *key, name.revision);
}

}  // namespace

Result<Store*> StoreHandle::get() {
  if (!store_) {
    auto opened = open_store(context_.store.empty() ? "." : context_.store, context_.store.empty());
    if (!opened) {
      return fail(std::move(opened).error());
    }
    store_ = std::move(*opened);
    note_store(store_->path());
  }
  return store_.get();
}

Result<StoredDepartment> open_department(StoreHandle& handle, const std::string& name) {
  const auto store = handle.get();
  if (!store) {
    return fail(store.error());
  }
  auto keys = (*store)->keys("");
  if (!keys) {
    return fail(std::move(keys).error());
  }
  auto department = resolve_department(*keys, name);
  if (!department) {
    Error error = std::move(department).error();
    if (name.empty() && !keys->empty()) {
      // These verbs take no DEPARTMENT:YEAR.
      error.what_to_do = {BD_TR("name one, or a part of its name, with --department"), {}};
    }
    return fail(std::move(error));
  }
  return StoredDepartment{*store, std::move(*keys), std::move(*department)};
}

Result<Operand> load_key(StoreHandle& handle, const SnapshotKey& key, const std::string& revision) {
  const auto store = handle.get();
  if (!store) {
    return fail(store.error());
  }
  auto bytes = (*store)->read_snapshot_bytes(key, revision);
  if (!bytes) {
    return fail(bytes.error());
  }
  auto operand = load_snapshot(key.department + " " + std::to_string(key.year), std::move(*bytes));
  if (operand) {
    operand->key = key;
    operand->revision = revision;
    if (auto provenance = (*store)->read_provenance_of(key, revision)) {
      operand->provenance = std::move(*provenance);
    }
  }
  return operand;
}

std::string blob_id_of(const Operand& operand) {
  return git_blob_id(write_snapshot(operand.snapshot));
}

Result<std::string> read_file(const std::string& path, std::size_t most) {
  const auto too_large = [&] {
    return fail({path,
                 {},
                 {BD_TR("is larger than {0} MB"), {std::to_string(most >> 20U)}},
                 {BD_TR("check the name: nothing of this kind is that large"), {}}});
  };
  const bool standard_input = path == "-";
  std::unique_ptr<std::FILE, FileCloser> file;
  std::size_t expected = 1;
  if (!standard_input) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      return fail({path, {}, {BD_TR("cannot be read"), {}}, system_failure(errno)});
    }
    if (S_ISDIR(status.st_mode)) {
      return fail({path,
                   {},
                   {BD_TR("is a directory"), {}},
                   {BD_TR("name the files in it, such as {0}/*.pdf"), {path}}});
    }
    if (S_ISREG(status.st_mode)) {
      note_input(status);
      expected = static_cast<std::size_t>(status.st_size) + 1;  // and one to see the end
    }
    if (expected > most + 1) {
      return too_large();
    }
    file.reset(std::fopen(path.c_str(), "rb"));
    if (!file) {
      return fail({path, {}, {BD_TR("cannot be read"), {}}, system_failure(errno)});
    }
  }
  std::FILE* const source = standard_input ? stdin : file.get();
  static_cast<void>(std::setvbuf(source, nullptr, _IONBF, 0));
  constexpr std::size_t least = 4096;
  std::string bytes(std::clamp(expected, std::min(least, most + 1), most + 1), '\0');
  std::size_t size = 0;
  while (const std::size_t count =
             std::fread(bytes.data() + size, 1, bytes.size() - size, source)) {
    size += count;
    if (size > most) {
      return too_large();
    }
    if (size == bytes.size()) {
      bytes.resize(std::min(2 * size, most + 1));
    }
  }
  bytes.resize(size);
  if (std::ferror(source) != 0) {
    return fail({path, {}, {BD_TR("cannot be read"), {}}, system_failure(errno)});
  }
  return bytes;
}

bool is_file_operand(const std::string& operand) {
  struct stat status {};
  if (operand == "-") {
    return true;
  }
  if (::stat(operand.c_str(), &status) != 0) {
    return false;
  }
  // People sort documents into folders called 2023 and 2024, and mean the years. A folder called 3
  // or 12 is a month's, or an annex's.
  const auto name = parse_store_name(operand);
  constexpr int least_of_four_digits = 1000;
  return !(S_ISDIR(status.st_mode) && name && name->year >= least_of_four_digits);
}

Result<std::vector<Operand>> load_tables(const std::string& path, const ImportOptions& options) {
  auto bytes = read_file(path);
  if (!bytes) {
    return fail(std::move(bytes).error());
  }
  std::vector<Operand> operands;
  if (looks_like_json(*bytes)) {
    auto snapshot = load_snapshot(path, std::move(*bytes));
    if (!snapshot) {
      return fail(std::move(snapshot).error());
    }
    operands.push_back(std::move(*snapshot));
    return operands;
  }
  auto document = read_document({path, std::move(*bytes)}, options);
  if (!document) {
    return fail(std::move(document).error());
  }
  for (ImportedTable& table : document->tables) {
    Operand operand;
    operand.snapshot = std::move(table.snapshot);
    operand.provenance = std::move(table.provenance);
    operand.from_document = true;
    operands.push_back(std::move(operand));
  }
  return operands;
}

namespace {

/// Which option chooses among tables of one department; nothing where none does.
std::optional<Error> choice_of_edition(const std::string& path,
                                       const std::vector<Operand>& tables) {
  std::set<std::string> years;
  std::set<std::string> stages;
  for (const Operand& table : tables) {
    years.insert(table.snapshot.year ? std::to_string(*table.snapshot.year) : "?");
    stages.insert(table.snapshot.stage);
  }
  const std::set<std::string>& several = years.size() > 1 ? years : stages;
  if (several.size() < 2) {
    return std::nullopt;
  }
  std::string names;
  for (const std::string& name : several) {
    names += (names.empty() ? "" : ", ") + name;
  }
  return Error{
      path,
      {},
      {years.size() > 1 ? BD_TR("holds tables of {0} for {1} years: {2}")
                        : BD_TR("holds tables of {0} for {1} stages: {2}"),
       {tables.front().snapshot.department, std::to_string(several.size()), names}},
      {years.size() > 1 ? BD_TR("choose one with --year") : BD_TR("choose one with --stage"), {}}};
}

}  // namespace

Result<Operand> load_file(const std::string& path, const ImportOptions& options) {
  auto tables = load_tables(path, options);
  if (!tables) {
    return fail(std::move(tables).error());
  }
  if (tables->size() > 1) {
    std::set<std::string> departments;
    for (const Operand& table : *tables) {
      departments.insert(table.snapshot.department);
    }
    if (departments.size() == 1) {
      if (auto one_of = choice_of_edition(path, *tables)) {
        return fail(std::move(*one_of));
      }
      return fail({path,
                   {},
                   {BD_TR("holds {0} tables of {1} in different units"),
                    {std::to_string(tables->size()), *departments.begin()}},
                   {BD_TR("give the part that is meant in a file of its own"), {}}});
    }
    std::string names;
    for (const std::string& name : departments) {
      names += (names.empty() ? "" : ", ") + name;
    }
    return fail({path,
                 {},
                 {BD_TR("holds the tables of {0} departments: {1}"),
                  {std::to_string(departments.size()), names}},
                 {BD_TR("choose one with --department"), {}}});
  }
  return std::move(tables->front());
}

std::optional<int> read_stored_year(std::string_view text) {
  constexpr std::size_t most_digits = 4;
  int year = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, year);
  const bool canonical = failure == std::errc{} && stop == end && std::to_string(year) == text;
  return canonical && year > 0 && text.size() <= most_digits ? std::optional(year) : std::nullopt;
}

std::optional<StoreName> parse_store_name(std::string_view text) {
  StoreName name;
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    name.revision = text.substr(at + 1);
    text = text.substr(0, at);
    if (name.revision.empty()) {
      return std::nullopt;
    }
  }
  if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
    name.department = text.substr(0, colon);
    text = text.substr(colon + 1);
  }
  if (const std::size_t dot = text.find('.'); dot != std::string_view::npos) {
    name.stage = text.substr(dot + 1);
    text = text.substr(0, dot);
  }
  const auto year = read_stored_year(text);
  if (!year || name.stage.empty()) {
    return std::nullopt;
  }
  name.year = *year;
  return name;
}

Result<SnapshotKey> find_in_store(Store& store, const StoreName& name) {
  const auto keys = store.keys(name.revision);
  if (!keys) {
    return fail(keys.error());
  }
  const auto department = resolve_department(*keys, name.department);
  if (!department) {
    return fail(department.error());
  }
  return SnapshotKey{*department, name.year, name.stage};
}

Result<Operand> load(StoreHandle& store, const std::string& operand, const ImportOptions& options) {
  if (is_file_operand(operand)) {
    return load_file(operand, options);
  }
  if (const auto name = parse_store_name(operand)) {
    return load_stored(store, *name);
  }
  return fail({operand,
               {},
               {BD_TR("there is no such file"), {}},
               {BD_TR("name a document, a snapshot, or a year of the store such as 2024"), {}}});
}

}  // namespace budgetdiff::cli
