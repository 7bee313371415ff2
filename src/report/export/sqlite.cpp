#include <budgetdiff/report/store_tables.hpp>

#include <sqlite3.h>
#include <memory>

namespace budgetdiff {
namespace {

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

tl::unexpected<Error> failed(sqlite3* database) {
  return fail({BD_TR("cannot make the database: {0}"), {sqlite3_errmsg(database)}}, {});
}

/// Names come from this program and hold no quotation marks.
std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

std::string declaration_of(const StoreTable& table) {
  std::string out = "CREATE TABLE " + quoted(table.name) + " (";
  for (const StoreColumn& column : table.columns) {
    out += quoted(column.name) + (column.type == ColumnType::integer ? " INTEGER, " : " TEXT, ");
  }
  if (table.key > 0) {
    out += "PRIMARY KEY (";
    for (std::size_t i = 0; i < table.key; ++i) {
      out += (i > 0 ? ", " : "") + quoted(table.columns[i].name);
    }
    out += "), ";
  }
  out.resize(out.size() - 2);
  return out + ")";
}

std::string insertion_into(const StoreTable& table) {
  std::string marks;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    marks += i > 0 ? ", ?" : "?";
  }
  return "INSERT INTO " + quoted(table.name) + " VALUES (" + marks + ")";
}

bool execute(sqlite3* database, const std::string& sql) {
  return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool insert(sqlite3_stmt* statement, const StoreTable& table,
            const std::vector<std::optional<std::string>>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int at = static_cast<int>(i) + 1;
    int done = SQLITE_OK;
    if (!row[i]) {
      done = sqlite3_bind_null(statement, at);
    } else if (table.columns[i].type == ColumnType::integer) {
      done = sqlite3_bind_int64(statement, at, std::stoll(*row[i]));
    } else {
      done = sqlite3_bind_text64(statement, at, row[i]->data(), row[i]->size(), SQLITE_STATIC,
                                 SQLITE_UTF8);
    }
    if (done != SQLITE_OK) {
      return false;
    }
  }
  return sqlite3_step(statement) == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK;
}

}  // namespace

Result<std::string> write_sqlite(const std::vector<StoreTable>& tables) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open(":memory:", &opened);
  const Database database(opened);
  if (code != SQLITE_OK || !execute(opened, "PRAGMA page_size = 4096") ||
      !execute(opened, "BEGIN")) {
    return failed(opened);
  }
  for (const StoreTable& table : tables) {
    if (!execute(opened, declaration_of(table))) {
      return failed(opened);
    }
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(opened, insertion_into(table).c_str(), -1, &prepared, nullptr) !=
        SQLITE_OK) {
      return failed(opened);
    }
    const Statement statement(prepared);
    for (const auto& row : table.rows) {
      if (!insert(prepared, table, row)) {
        return failed(opened);
      }
    }
  }
  if (!execute(opened, "COMMIT")) {
    return failed(opened);
  }
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, Closer> bytes(sqlite3_serialize(opened, "main", &size, 0));
  if (!bytes) {
    return failed(opened);
  }
  return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

}  // namespace budgetdiff
