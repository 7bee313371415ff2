#include "cli/commands.hpp"
#include "cli/log_time.hpp"
#include "cli/operand.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <budgetdiff/history/blame.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string what;
  std::string project;
  std::string field;
  std::set<std::string> fields;  ///< what `field` means; empty: all
  bool json = false;
};

bool is_wanted(const BlameLine& line, const Options& options) {
  if (!options.fields.empty() && options.fields.count(line.field) == 0) {
    return false;
  }
  return options.project.empty() ||
         (line.project != whole_table &&
          fold_name(line.project_name).find(fold_name(options.project)) != std::string::npos);
}

/// The fields that `text` means: by their key or by the words that reports have for
/// them, in either language; otherwise those whose words hold it.
std::set<std::string> fields_named(const Blame& blame, const std::string& text) {
  const std::string folded = fold_name(text);
  std::set<std::string> exact;
  std::set<std::string> part;
  for (const BlameLine& line : blame.lines) {
    const std::string published(published_word(line.field));
    for (const std::string& word :
         {line.field, published, Wording(Language::english).key(line.field),
          Wording(Language::chinese).key(line.field)}) {
      if (fold_name(word) == folded) {
        exact.insert(line.field);
      } else if (!folded.empty() && fold_name(word).find(folded) != std::string::npos) {
        part.insert(line.field);
      }
    }
  }
  return exact.empty() ? part : exact;
}

/// "total (总计), goal (绩效目标) …", as they stand in the table.
std::string fields_there(const Wording& say, const Blame& blame) {
  std::vector<std::string> list;
  for (const BlameLine& line : blame.lines) {
    const std::string word = printable(say.key(line.field));
    const std::string key = printable(line.field);
    const std::string both = word == key ? key : say(BD_TR("{0} ({1})"), {key, word});
    if (std::find(list.begin(), list.end(), both) == list.end()) {
      list.push_back(both);
    }
  }
  return say.list(list);
}

std::string as_json(const Blame& blame, const Options& options) {
  auto list = nlohmann::ordered_json::array();
  for (const BlameLine& line : blame.lines) {
    if (!is_wanted(line, options)) {
      continue;
    }
    const BlameEntry& entry = blame.entries[line.entry];
    nlohmann::ordered_json item;
    if (line.project != whole_table) {
      item["project"] = line.project_name;
    }
    if (line.indicator) {
      item["indicator"] = line.indicator_name;
    }
    item["field"] = line.field;
    item["value"] = line.value;
    if (!line.unit.empty()) {
      item["unit"] = line.unit;
    }
    if (!line.written.empty()) {
      item["written"] = {{"value", line.written}, {"unit", line.written_unit}};
    }
    if (!line.before.empty()) {
      item["before"] = line.before;
      if (!line.before_unit.empty()) {
        item["before_unit"] = line.before_unit;
      }
    }
    item["commit"] = entry.commit.commit;
    item["author"] = entry.commit.author_name;
    item["email"] = entry.commit.author_email;
    item["time"] = log_time_text(entry.commit);
    if (!entry.reason.empty()) {
      item["reason"] = entry.reason;
    }
    item["source"] = {{"file", line.document.file}, {"sha256", line.document.sha256}};
    Place inside = line.place;
    inside.file.clear();  // said beside it
    if (!inside.empty()) {
      item["source"]["place"] = to_string(inside);
      if (line.place.page > 0) {
        item["source"]["page"] = line.place.page;
      }
      if (line.place.line > 0) {
        item["source"]["line"] = line.place.line;
      }
    }
    list.push_back(std::move(item));
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string as_text(const Context& context, const Blame& blame, const Options& options) {
  const Paint paint(context.colour_output());
  const Wording say(context.language);
  std::string out;
  std::size_t project = whole_table - 1;
  std::optional<std::size_t> said;  // the entry that stands above
  for (const BlameLine& line : blame.lines) {
    if (!is_wanted(line, options)) {
      continue;
    }
    if (line.project != project) {
      project = line.project;
      said.reset();
      out += (out.empty() ? "" : "\n") +
             paint(Tone::heading, line.project == whole_table ? say(BD_TR("whole table"))
                                                              : printable(line.project_name)) +
             "\n";
    }
    const BlameEntry& entry = blame.entries[line.entry];
    if (said != line.entry) {
      said = line.entry;
      out += "  " + paint(Tone::warn, entry.commit.commit.substr(0, 10)) + "  " +
             log_time_text(entry.commit).substr(0, 10) + "  " +
             printable(entry.commit.author_name) + "  " + printable(entry.file) + "\n";
    }
    out += "    ";
    if (line.indicator) {
      out += printable(line.indicator_name) + "  ";
    }
    // Units are said where one line has two.
    const bool mixed =
        !line.written.empty() || (!line.before_unit.empty() && line.before_unit != line.unit);
    const auto shown = [&](const std::string& value, const std::string& unit) {
      return printable(line.is_money ? grouped_money(value) : value) +
             (mixed ? " " + printable(unit) : std::string());
    };
    out += printable(say.key(line.field)) + "  " + shown(line.value, line.unit);
    if (!line.written.empty()) {
      out += "  " +
             paint(Tone::dim, say(BD_TR("(there {0})"), {shown(line.written, line.written_unit)}));
    }
    if (const std::string place = to_string(line.place); !place.empty()) {
      out += "  " + paint(Tone::dim, "@" + printable(place));
    }
    if (!line.before.empty()) {
      out +=
          "  " + paint(Tone::dim, say(BD_TR("(was {0})"), {shown(line.before, line.before_unit)}));
    }
    if (!entry.reason.empty()) {
      out += "  " + paint(Tone::dim, say(BD_TR("reason: {0}"), {printable(entry.reason)}));
    }
    out += "\n";
  }
  return out;
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto operand = load(handle, options.what);
  if (!operand) {
    return report_error(context, operand.error());
  }
  if (!operand->key) {
    return report_error(context,
                        {options.what,
                         {},
                         {BD_TR("is a file, and only a store knows who recorded what"), {}},
                         {BD_TR("import it and name its year"), {}}});
  }
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  const auto found = blame(**store, *operand->key, operand->revision);
  if (!found) {
    return report_error(context, found.error());
  }
  Options wanted = options;
  if (!options.field.empty()) {
    wanted.fields = fields_named(*found, options.field);
    if (wanted.fields.empty()) {
      return report_error(context, {{},
                                    {},
                                    {BD_TR("no field is named {0}"), {options.field}},
                                    {BD_TR("those here are: {0}"),
                                     {fields_there(Wording(context.language), *found)}}});
    }
  }
  const std::string text =
      options.json ? as_json(*found, wanted) : as_text(context, *found, wanted);
  if (text.empty() || text == "[]\n") {
    return report_error(context,
                        {{},
                         {},
                         {BD_TR("nothing there is named so: {0}"),
                          {options.project.empty() ? options.field
                           : options.field.empty() ? options.project
                                                   : options.project + ", " + options.field}},
                         {BD_TR("budgetdiff show {0} lists the projects"), {options.what}}});
  }
  return print(context, text);
}

}  // namespace

void add_blame(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb(
      "blame", BD_TR("Say who brought each figure, target and sentence, and from where"),
      "budgetdiff blame 2024 医疗保障\n  budgetdiff blame 2024 --field total --json");
  verb->add_option("WHAT", options->what, context.say(BD_TR("A year of the store")))->required();
  verb->add_option("PROJECT", options->project,
                   context.say(BD_TR("A project's name or part of it")));
  verb->add_option(
      "--field", options->field,
      context.say(BD_TR("Only this field, by its key or a word for it: total, 绩效目标 …")));
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
