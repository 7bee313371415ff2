#include "report/html/threads.hpp"

#include "report/thread_lines.hpp"

#include <budgetdiff/report/comments.hpp>

#include <algorithm>

namespace budgetdiff::html {
namespace {

bool is_open(const Thread* thread) {
  return thread->state == ThreadState::open;
}

void write_message(Page& page, const ThreadMessage& message) {
  const auto item = page.in("li");
  {
    const auto line = page.in("p", {{"class", "small"}});
    page.text(action_text(page.say(), message) + " · ");
    page.name(message.author.name);
    page.text(" · " + time_text(message.time));
  }
  if (!message.text.empty()) {
    page.element("p", {{"class", "prose"}, {"dir", "auto"}, {"lang", page.lang_of(message.text)}},
                 message.text);
  }
}

void write_thread(Page& page, const Thread& thread) {
  const bool open = is_open(&thread);
  const auto block =
      page.in("div", {{"class", open ? "thread open" : "thread"}, {"id", "comment-" + thread.id}});
  {
    const auto head = page.in("p");
    page.element("span", {{"class", open ? "badge warning" : "badge good"}},
                 state_word(page.say(), thread));
    page.text(" ");
    if (thread.outdated()) {
      page.element("span", {{"class", "badge error"}}, page(BD_TR("outdated")));
      page.text(" ");
    }
    page.name(about_text(page.say().language(), thread.about));
    if (thread.outdated()) {
      page.text(" ");
      page.name(now_text(page.say(), thread));
    }
  }
  const auto list = page.in("ul", {{"class", "messages"}});
  for (const ThreadMessage& message : thread.messages) {
    write_message(page, message);
  }
}

}  // namespace

std::size_t count_open(const std::vector<const Thread*>& threads) {
  return static_cast<std::size_t>(std::count_if(threads.begin(), threads.end(), is_open));
}

void write_threads(Page& page, std::vector<const Thread*> threads) {
  if (threads.empty()) {
    return;
  }
  std::stable_partition(threads.begin(), threads.end(), is_open);
  const auto block = page.in("div", {{"class", "threads"}});
  for (const Thread* thread : threads) {
    write_thread(page, *thread);
  }
}

}  // namespace budgetdiff::html
