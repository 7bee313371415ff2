#include <budgetdiff/codec/comment_json.hpp>

#include "schema_check.hpp"

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::HasSubstr;

CommentEvent sample() {
  CommentEvent event;
  event.action = CommentAction::comment;
  event.kind = CommentKind::explanation;
  event.author = {"审阅人", "r@example.invalid"};
  event.time = {1709251200, 480};
  event.pair = {"甲局", "旧局", 2023, "", 2024, "final"};
  event.change = "0123456789ab";
  event.about = {ChangePart::target, {"甲"}, {"甲", "乙"}, "满意度",
                 "annual_target",    "≥95%", "≥90%"};
  event.text = "为什么降低？\n请说明。";
  event.id = comment_id_of(event);
  return event;
}

TEST(CommentJson, WritesOneFormAndReadsItBack) {
  const CommentEvent comment = sample();
  CommentEvent reply = sample();
  reply.action = CommentAction::reply;
  reply.comment = comment.id;
  reply.after = {comment.id};
  reply.copy = 2;
  CommentEvent resolve = sample();
  resolve.action = CommentAction::resolve;
  resolve.comment = comment.id;
  resolve.after = {comment.id};
  resolve.kind = CommentKind::question;  // has none
  resolve.author.email.clear();
  resolve.text.clear();
  for (CommentEvent event : {comment, reply, resolve}) {
    event.id = comment_id_of(event);
    const std::string bytes = write_comment(event);
    check_schema("comment", bytes);
    const auto read = read_comment(bytes, "c.json");
    ASSERT_TRUE(read) << in_english(read.error());
    EXPECT_EQ(*read, event);
    EXPECT_EQ(write_comment(*read), bytes);
    EXPECT_EQ(comment_id_of(*read), event.id);
  }
  EXPECT_THAT(write_comment(comment), HasSubstr("\"time\": \"2024-03-01T08:00:00+08:00\""));
}

TEST(CommentJson, AnIdChangesWithEveryPartOfTheContent) {
  const std::string id = comment_id_of(sample());
  for (const auto change :
       {+[](CommentEvent& e) { e.text += '!'; }, +[](CommentEvent& e) { e.time.seconds++; },
        +[](CommentEvent& e) { e.time.offset_minutes = 0; },
        +[](CommentEvent& e) { e.author.email = "x@example.invalid"; },
        +[](CommentEvent& e) { e.kind = CommentKind::note; },
        +[](CommentEvent& e) { e.about.from = "≥96%"; },
        +[](CommentEvent& e) { e.pair.to_stage.clear(); }, +[](CommentEvent& e) { e.copy = 2; }}) {
    CommentEvent event = sample();
    change(event);
    EXPECT_NE(comment_id_of(event), id);
  }
}

TEST(CommentJson, WritesTimesOfEveryClock) {
  struct Case {
    CommentTime time;
    const char* text;
  };
  for (const Case& one :
       {Case{{0, 0}, "1970-01-01T00:00:00+00:00"}, Case{{-1, 0}, "1969-12-31T23:59:59+00:00"},
        Case{{0, -210}, "1969-12-31T20:30:00-03:30"},
        Case{{1709164800, 0}, "2024-02-29T00:00:00+00:00"},
        Case{{1709164799, 60}, "2024-02-29T00:59:59+01:00"}}) {
    EXPECT_EQ(to_text(one.time), one.text);
    CommentEvent event = sample();
    event.time = one.time;
    const auto read = read_comment(write_comment(event), "c.json");
    ASSERT_TRUE(read) << in_english(read.error());
    EXPECT_EQ(read->time, one.time);
  }
}

TEST(CommentJson, NamesFileAndLineOfWhatIsWrong) {
  const std::string good = write_comment(sample());
  struct Case {
    std::string from;
    std::string to;
    const char* error;
  };
  const Case cases[] = {
      {"budgetdiff/comment/1", "budgetdiff/comment/2", "c.json:1: this JSON is no comment"},
      {"\"action\": \"comment\"", "\"action\": \"delete\"",
       "\"action\" is an unknown word: delete"},
      {"\"kind\": \"explanation\"", "\"kind\": \"\"", "\"kind\" is an unknown word"},
      {"\"2024-03-01T08:00:00+08:00\"", "\"2024-03-01 08:00\"", "\"time\" is no time"},
      {"\"2024-03-01T08:00:00+08:00\"", "\"2024-02-30T08:00:00+08:00\"", "\"time\" is no time"},
      {"\"2024-03-01T08:00:00+08:00\"", "\"2024-03-01T08:00:00-00:00\"", "\"time\" is no time"},
      {"\"2024-03-01T08:00:00+08:00\"", "\"2024-03-01T24:00:00+08:00\"", "\"time\" is no time"},
      {"\"0123456789ab\"", "\"../../../etc\"", "\"change\" is no id"},
      {"\"0123456789ab\"", "\"0123456789AB\"", "\"change\" is no id"},
      {"\"to_year\": 2024", "\"to_year\": 0", "c.json:14:"},
      {"\"from_year\": 2023,\n", "", "its two years"},
      {"\"name\": \"审阅人\",", "", "must have \"author\""},
      {"\"part\": \"target\"", "\"part\": \"all\"", "\"part\" is an unknown word: all"},
      {"为什么降低？\\n请说明。", "", "must have \"text\""},
      {"\"action\": \"comment\"", "\"action\": \"reply\"", "\"comment\" is no id"},
  };
  for (const Case& one : cases) {
    std::string bytes = good;
    const std::size_t at = bytes.find(one.from);
    ASSERT_NE(at, std::string::npos) << one.from;
    bytes.replace(at, one.from.size(), one.to);
    const auto read = read_comment(bytes, "c.json");
    ASSERT_FALSE(read) << bytes;
    EXPECT_THAT(in_english(read.error()), HasSubstr(one.error));
  }
  EXPECT_FALSE(read_comment("[]", "c.json"));
  EXPECT_FALSE(read_comment("", "c.json"));
}

}  // namespace
}  // namespace budgetdiff
