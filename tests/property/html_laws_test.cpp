/// Laws of the HTML report, over generated pairs with hostile texts, read by a
/// parser that reads pages as browsers do. The seed of a failure is printed.

#include "generate.hpp"

#include <gtest/gtest.h>
#include <gumbo.h>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/report/html.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <map>
#include <memory>
#include <set>

namespace budgetdiff {
namespace {

std::string hostile(testing::Random& random) {
  static constexpr std::array<std::string_view, 12> texts{
      "<script>alert(1)</script>",
      "</title></style></script><img src=x onerror=alert(1)>",
      "\" onmouseover=\"alert(1)",
      "' autofocus onfocus='alert(1)",
      "<!-- ",
      "]]>",
      "</svg><iframe src=javascript:alert(1)>",
      "\xE2\x80\xAE"
      "抹反",
      "\x01\x1b[2J",
      "&lt;b&gt;&#60;",
      "javascript:alert(1)",
      "{0}{1}{{"};
  std::string out(random.pick(texts));
  if (random.chance(10)) {
    for (int i = 0; i < 200; ++i) {
      out += "很长";
    }
  }
  return out;
}

void make_hostile(testing::Random& random, Snapshot& snapshot) {
  const auto add = [&](std::string& text) {
    if (random.chance(30)) {
      text += hostile(random);
    }
  };
  add(snapshot.department);
  add(snapshot.note);
  if (random.chance(10)) {
    snapshot.unit = hostile(random);
  }
  for (Project& project : snapshot.projects) {
    add(project.name);
    add(project.goal);
    add(project.type);
    if (random.chance(10)) {
      project.funding.set(hostile(random), Amount(1, 0));
    }
    for (Indicator& indicator : project.indicators) {
      add(indicator.name);
      add(indicator.level2);
      add(indicator.annual_target);
    }
  }
}

/// What a browser would see.
struct Seen {
  std::map<std::string, int> elements;
  std::vector<std::string> ids;
  std::vector<std::string> links;
  std::vector<std::string> refused;  ///< attributes that no report may have
  std::string text;                  ///< without style and script
  std::vector<int> headings;
};

void look(const GumboNode* node, Seen& seen) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
    seen.text += node->v.text.text;
    return;
  }
  if (node->type == GUMBO_NODE_COMMENT) {
    seen.refused.push_back(std::string("comment ") + node->v.text.text);
    return;
  }
  const GumboElement& element = node->v.element;
  std::string name(element.original_tag.data, element.original_tag.length);
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    name = gumbo_normalized_tagname(element.tag);
  }
  ++seen.elements[name];
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    seen.headings.push_back(name[1] - '0');
  }
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string key = attribute->name;
    if (key == "id") {
      seen.ids.emplace_back(attribute->value);
    } else if (key == "href") {
      seen.links.emplace_back(attribute->value);
    } else if (key.starts_with("on") || key == "style" || key == "src" || key == "autofocus") {
      seen.refused.push_back(name + " " + key);
    }
  }
  if (name == "style" || name == "script") {
    return;
  }
  for (unsigned i = 0; i < element.children.length; ++i) {
    look(static_cast<const GumboNode*>(element.children.data[i]), seen);
  }
}

Seen read_page(const std::string& page) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 5;
  GumboOutput* output = gumbo_parse_with_options(&options, page.data(), page.size());
  Seen seen;
  look(output->root, seen);
  gumbo_destroy_output(&options, output);
  return seen;
}

struct Rendered {
  ChangeSet changes;
  std::string page;
};

Rendered render(std::uint64_t seed) {
  testing::Random random(seed);
  Snapshot from = testing::random_snapshot(random, 10);
  Snapshot to = testing::later_year(random, from);
  make_hostile(random, from);
  make_hostile(random, to);
  Provenance provenance;
  provenance.file = hostile(random);
  provenance.sha256 = std::string(64, '0');
  provenance.projects.resize(to.projects.size());
  for (ProjectPlace& place : provenance.projects) {
    place.place.sheet = hostile(random);
  }
  ReportedDocument earlier;
  ReportedDocument later;
  later.provenance = &provenance;
  later.findings = {{"code", Severity::warning, {}, hostile(random), {"{0}", {hostile(random)}}}};
  ReportOptions options;
  options.language = seed % 2 == 0 ? Language::english : Language::chinese;
  options.notation = random.chance(50);
  if (random.chance(30)) {
    options.min_change.amount = Amount(static_cast<int>(random.below(500)), 0);
  }
  options.from_name = hostile(random);
  options.to_name = "2024";
  Rendered out;
  out.changes = diff({from, to, {}, {}},
                     seed % 3 == 0 ? testing::random_alignment(random, from, to) : match(from, to));
  out.changes.suggested.push_back(
      {"suggested", {{0, hostile(random), {}, {}}}, {{0, hostile(random), {}, {}}}, 600, {}});
  ThreadsByChange threads;
  for (const ProjectChange& change : out.changes.projects) {
    if (random.chance(30)) {
      Thread thread;
      thread.id = "t" + change.id;
      thread.change = change.id;
      thread.about.name = hostile(random);
      thread.about.from = hostile(random);
      thread.currency = random.chance(50) ? ThreadCurrency::current : ThreadCurrency::outdated;
      thread.now_to = hostile(random);
      ThreadMessage& message = thread.messages.emplace_back();
      message.author.name = hostile(random);
      message.text = hostile(random);
      threads[change.id].push_back(thread);
    }
  }
  options.threads = &threads;
  out.page = html_report(out.changes, options, earlier, later);
  return out;
}

TEST(HtmlLaws, TextNeverBecomesMarkup) {
  const std::set<std::string> allowed{
      "a",       "article", "bdi",     "body",    "br",     "button", "caption",  "code",
      "dd",      "del",     "details", "div",     "dl",     "dt",     "fieldset", "figcaption",
      "figure",  "footer",  "g",       "h1",      "h2",     "h3",     "h4",       "h5",
      "head",    "header",  "html",    "input",   "ins",    "label",  "legend",   "li",
      "line",    "main",    "meta",    "nav",     "ol",     "option", "output",   "p",
      "path",    "rect",    "script",  "section", "select", "span",   "strong",   "style",
      "summary", "svg",     "table",   "tbody",   "td",     "text",   "tfoot",    "th",
      "thead",   "title",   "tr",      "ul",      "tspan"};
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Rendered rendered = render(seed);
    const Seen seen = read_page(rendered.page);
    for (const auto& [name, count] : seen.elements) {
      // Elements of pictures are foreign: the parser gives their tags as written.
      std::string bare = name.substr(0, name.find(' '));
      std::erase_if(bare, [](char c) { return c == '<' || c == '>' || c == '/'; });
      EXPECT_TRUE(allowed.contains(bare)) << name;
    }
    EXPECT_EQ(seen.elements.at("script"), 1);
    EXPECT_EQ(seen.elements.at("style"), 1);
    EXPECT_TRUE(seen.refused.empty()) << seen.refused.front();
    if (::testing::Test::HasFailure()) {
      return;
    }
  }
}

TEST(HtmlLaws, EveryNameIsReadAsItStandsInTheDocument) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Rendered rendered = render(seed);
    const Seen seen = read_page(rendered.page);
    for (const ProjectChange& change : rendered.changes.projects) {
      const bool listed = rendered.page.find("id=\"" + change.id + "\"") != std::string::npos;
      if (!listed) {
        continue;
      }
      for (const auto* side : {&change.from, &change.to}) {
        for (const ProjectRef& ref : *side) {
          EXPECT_NE(seen.text.find(printable(ref.name, true)), std::string::npos) << ref.name;
        }
      }
    }
  }
}

TEST(HtmlLaws, LinksLeadToWhatIsThereAndIdsAreSingle) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Seen seen = read_page(render(seed).page);
    const std::set<std::string> ids(seen.ids.begin(), seen.ids.end());
    EXPECT_EQ(ids.size(), seen.ids.size());
    for (const std::string& link : seen.links) {
      ASSERT_TRUE(link.starts_with("#")) << link;
      EXPECT_TRUE(ids.contains(link.substr(1))) << link;
    }
  }
}

TEST(HtmlLaws, HeadingsLeaveNoLevelOut) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    int last = 0;
    for (const int level : read_page(render(seed).page).headings) {
      EXPECT_LE(level, last + 1);
      last = level;
    }
  }
}

TEST(HtmlLaws, SameInputSameBytes) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EXPECT_EQ(render(seed).page, render(seed).page) << "seed " << seed;
  }
}

}  // namespace
}  // namespace budgetdiff
