#include <budgetdiff/report/store_tables.hpp>
#include <budgetdiff/report/table.hpp>

#include <nlohmann/json.hpp>

namespace budgetdiff {

std::string store_table_csv(const StoreTable& table) {
  Table out;
  for (const StoreColumn& column : table.columns) {
    out.columns.emplace_back(column.name);
  }
  for (const auto& row : table.rows) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool number = table.columns[i].type != ColumnType::text;
      cells.push_back({number ? Cell::Kind::number : Cell::Kind::text, row[i].value_or(""), {}});
    }
    out.rows.push_back(std::move(cells));
  }
  return write_csv(out);
}

std::string store_tables_ndjson(const std::vector<StoreTable>& tables) {
  std::string out;
  for (const StoreTable& table : tables) {
    for (const auto& row : table.rows) {
      nlohmann::ordered_json line;
      line["table"] = table.name;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i]) {
          const std::string name(table.columns[i].name);
          if (table.columns[i].type == ColumnType::integer) {
            line[name] = std::stoll(*row[i]);
          } else {
            line[name] = *row[i];
          }
        }
      }
      out += line.dump() + "\n";
    }
  }
  return out;
}

}  // namespace budgetdiff
