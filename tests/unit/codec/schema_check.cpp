#include "schema_check.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace budgetdiff {

void check_schema(std::string_view name, std::string_view bytes) {
  static const bool installed = std::system("python3 -c 'import jsonschema' 2>/dev/null") == 0;
  if (!installed) {
    std::puts("python3-jsonschema is not installed: the schema was not checked");
    return;
  }
  const std::string schema =
      std::string(BUDGETDIFF_SOURCE_DIR) + "/docs/" + std::string(name) + ".schema.json";
  const std::string program =
      "import json, sys, jsonschema; schema = json.load(open(sys.argv[1], encoding=\"utf-8\")); "
      "jsonschema.Draft202012Validator.check_schema(schema); "
      "jsonschema.validate(json.load(sys.stdin), schema, jsonschema.Draft202012Validator)";
  FILE* const pipe =
      ::popen(("PYTHONUTF8=1 python3 -c '" + program + "' '" + schema + "'").c_str(), "w");
  ASSERT_NE(pipe, nullptr);
  std::fwrite(bytes.data(), 1, bytes.size(), pipe);
  EXPECT_EQ(::pclose(pipe), 0) << name << " schema refuses:\n" << bytes;
}

}  // namespace budgetdiff
