#include "test_store.hpp"

#include <budgetdiff/codec/comment_json.hpp>
#include <budgetdiff/store/verify.hpp>

#include <gmock/gmock.h>

namespace budgetdiff::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class StoreComments : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store = make_store("s");
    root = directory / "s";
    must(store->put(sample_request(department, 2023)));
    must(store->put(sample_request(department, 2024)));
  }

  [[nodiscard]] static CommentEvent draft(CommentAction action, const std::string& of = {}) {
    CommentEvent event;
    event.action = action;
    event.comment = of;
    event.pair = pair_of({department, 2023, "budget"}, {department, 2024, "budget"});
    event.change = "0123456789ab";
    event.about = {ChangePart::project, {"甲"}, {"甲"}, "", "", "1 万元", "2 万元"};
    event.text = action == CommentAction::resolve ? "" : "为什么？";
    return event;
  }

  [[nodiscard]] std::string path_of(const CommentEvent& event) const {
    return root + "/reviews/" + department + "/2023-2024/" + event.change + "/" + event.id +
           ".json";
  }

  [[nodiscard]] std::string problems(const std::string& since = {}) const {
    std::string out;
    for (const Error& problem : must(verify(*open(root), {since})).problems) {
      out += in_english(problem) + '\n';
    }
    return out;
  }

  std::unique_ptr<Store> store;
  std::string root;
};

TEST_F(StoreComments, OneEventIsOneFileInOneCommit) {
  const std::string before = git(root, "rev-parse HEAD");
  const WrittenComment written = must(store->write_comment_on(draft(CommentAction::comment)));
  EXPECT_EQ(git(root, "rev-parse HEAD~1"), before);
  EXPECT_EQ(git(root, "rev-parse HEAD").substr(0, 40), written.commit);
  EXPECT_EQ(read_bytes(path_of(written.event)), write_comment(written.event));
  EXPECT_EQ(comment_id_of(written.event), written.event.id);
  EXPECT_THAT(git(root, "log -1 --format=%B"),
              HasSubstr("\nChange: 0123456789ab\nComment: " + written.event.id + "\n"));
  EXPECT_EQ(git(root, "log -1 --format=%an,%ae").substr(0, written.event.author.name.size()),
            written.event.author.name);
  EXPECT_THAT(must(store->read_comments_on(written.event.pair, "")), ElementsAre(written.event));
  EXPECT_THAT(must(store->read_all_comments("")), ElementsAre(written.event));
  EXPECT_TRUE(must(store->read_all_comments("HEAD~1")).empty());
  expect_sound(root);
  EXPECT_EQ(problems(), "");
}

TEST_F(StoreComments, AnEventNamesWhatTheThreadHadBefore) {
  const auto first = must(store->write_comment_on(draft(CommentAction::comment))).event;
  const auto other = must(store->write_comment_on(draft(CommentAction::comment))).event;
  EXPECT_NE(first.id, other.id) << "the same words in the same second are a comment of their own";
  EXPECT_EQ(other.copy, 2);
  const auto reply = must(store->write_comment_on(draft(CommentAction::reply, first.id))).event;
  EXPECT_THAT(reply.after, ElementsAre(first.id));
  const auto resolve = must(store->write_comment_on(draft(CommentAction::resolve, reply.id))).event;
  EXPECT_THAT(resolve.after, ElementsAre(reply.id));
  EXPECT_EQ(must(store->read_all_comments("")).size(), 4U);
  EXPECT_EQ(problems(), "");
}

TEST_F(StoreComments, OnlyTheAuthorGivesWordsAnotherWording) {
  const auto first = must(store->write_comment_on(draft(CommentAction::comment))).event;
  CommentEvent edit = draft(CommentAction::edit, first.id);
  edit.text = "改";
  const auto other = open(root);
  other->write_as({"他人", "other@example.org"});
  EXPECT_THAT(error_text(other->write_comment_on(edit)), HasSubstr("these are the words of"));
  const auto own = must(store->write_comment_on(edit)).event;
  EXPECT_EQ(own.comment, first.id);
  EXPECT_EQ(problems(), "");

  // A file that was put there by other means.
  CommentEvent forged = own;
  forged.author = {"他人", "other@example.org"};
  forged.id = comment_id_of(forged);
  write_bytes(path_of(forged), write_comment(forged));
  git(root, "add -A");
  git(root, "commit --quiet -m forged");
  EXPECT_THAT(problems(), HasSubstr("another wording, by 他人"));
}

TEST_F(StoreComments, RefuseToSpeakOfWhatIsNotThere) {
  EXPECT_THAT(error_text(store->write_comment_on(draft(CommentAction::reply, "ffffffffffff"))),
              HasSubstr("there is no comment ffffffffffff on this change"));
  CommentEvent bad = draft(CommentAction::comment);
  bad.change = "../../outside";
  EXPECT_THAT(error_text(store->write_comment_on(bad)), HasSubstr("\"change\" is no id"));
  EXPECT_EQ(git(root, "rev-list --count HEAD"), "3\n");
  EXPECT_EQ(git(root, "status --porcelain"), "");
}

TEST_F(StoreComments, AreProvedByVerify) {
  const auto comment = must(store->write_comment_on(draft(CommentAction::comment))).event;
  const auto reply = must(store->write_comment_on(draft(CommentAction::reply, comment.id))).event;
  const std::string good = git(root, "rev-parse HEAD").substr(0, 40);
  const auto commit_by_hand = [&] {
    git(root, "add -A");
    git(root, "commit -q -m hand");
  };
  const std::string bytes = read_bytes(path_of(reply));
  std::string altered = bytes;
  altered.replace(altered.find("为什么"), std::string("为什么").size(), "很好啊");
  write_bytes(path_of(reply), altered);
  commit_by_hand();
  EXPECT_THAT(problems(), HasSubstr("this comment was altered"));
  EXPECT_THAT(problems(good), HasSubstr("was changed since commit"));
  write_bytes(path_of(reply), bytes);
  fs::remove(path_of(comment));
  commit_by_hand();
  EXPECT_THAT(problems(), HasSubstr("speaks of comment " + comment.id + ", which is not there"));
  EXPECT_THAT(problems(good), HasSubstr("was there in commit " + good + " and is gone"));
  write_bytes(path_of(comment), write_comment(comment) + "\n");
  commit_by_hand();
  EXPECT_THAT(problems(), HasSubstr("not canonical"));
  git(root, "revert --no-edit HEAD~2..HEAD");
  fs::rename(path_of(reply), fs::path(path_of(reply)).parent_path() / "aaaaaaaaaaaa.json");
  commit_by_hand();
  EXPECT_THAT(problems(), HasSubstr("what this file holds belongs in reviews/"));
}

}  // namespace
}  // namespace budgetdiff::testing
