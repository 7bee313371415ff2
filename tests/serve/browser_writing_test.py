"""Writing on the review page in a real Chromium: what a reader has begun is the reader's alone,
whatever others do meanwhile; by keyboard and in narrow windows, too."""
import json
import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import webdriver  # noqa: E402
from page_case import PAIR, PageCase, card  # noqa: E402
from served import TABLES, indicator, project, snapshot  # noqa: E402

BERT = {"name": "Bert", "email": "bert@example.org"}
LI = {"name": "李审核", "email": "li@example.org"}
BOX = "document.querySelector('form.say textarea')"
ACTIVE = "document.activeElement"
ROADS = card("老旧小区改造")
RIVERS = card("河道保洁经费")


class Writing(PageCase):
    def tearDown(self):
        self.browser.width(0)
        super().tearDown()

    def head(self):
        return self.served.git("log", "-1", "--format=%an %s").strip()

    def said(self, author=BERT, **event):
        status, _, made = self.served.post("/api/comments", {**PAIR, "author": author, **event})
        self.assertEqual(status, 201, made)
        return made["id"]

    def unfold(self, name):
        self.browser.click(f"{card(name)}.querySelector('summary')")
        self.browser.wait(f"{card(name)}.querySelector('.body')")

    def button(self, within, text):
        return f"[...({within}).querySelectorAll('button')].find(b => b.textContent === '{text}')"

    def start_with_thread(self, author=BERT, tables=None):
        self.start(tables)
        change = self.browser.js(f"return {ROADS}.id")
        thread = self.said(author, change=change, text="为何大增？")
        self.browser.wait(f"{ROADS}.querySelector('.extra').textContent.includes('open comments: 1')")
        self.unfold("老旧小区改造")
        return thread

    def value(self):
        return self.browser.js(f"return {BOX}?.value")

    def test_writes_nothing_by_itself(self):
        for open_box in ("Reply", "Edit"):
            with self.subTest(open_box):
                thread = self.start_with_thread(LI)
                self.browser.click(self.button("document.querySelector('.thread')", open_box))
                self.browser.keys(*"半句话")
                text = self.value()
                self.assertIn("半句话", text)
                self.said(action="resolve", comment=thread)
                before = self.head()
                self.browser.wait("document.querySelector('.thread.resolved')")
                time.sleep(1.5)
                self.assertEqual(self.head(), before)
                self.assertTrue(before.startswith("Bert resolve"), before)
                self.assertTrue(self.browser.js("return document.querySelector('.thread.resolved')"))
                # The box is open, and what is typed goes on in it.
                self.browser.keys(*"完了")
                self.assertEqual(self.value(), text + "完了")

    def test_leaves_a_box_alone_whatever_comes_from_elsewhere(self):
        thread = self.start_with_thread()
        self.browser.click(self.button("document.querySelector('.thread')", "Reply"))
        self.browser.keys(*"一三")
        self.browser.js(f"window.box = {BOX}; box.setSelectionRange(1, 1)")
        # Elsewhere on the page: nothing of the card is touched.
        self.browser.js(f"window.cardNode = {ROADS}")
        self.said(change=self.browser.js(f"return {RIVERS}.id"), text="另一处")
        self.browser.wait(f"{RIVERS}.querySelector('.extra').textContent.includes('open comments: 1')")
        self.assertTrue(self.browser.js(f"return cardNode === {ROADS} && box === {BOX} && {ACTIVE} === box"))
        # In its own thread: the box is there, open, and the next letter stands where it would have.
        self.said(action="reply", comment=thread, text="新增三个小区。")
        self.browser.wait("document.querySelectorAll('.thread p').length === 2")
        self.browser.keys("二")
        self.assertEqual(self.value(), "一二三")
        # In the figures of its project, and in those of another.
        table = json.loads(json.dumps(TABLES[1]))
        table["projects"][0]["goal"] = "更正的目标。"
        table["projects"][1]["funding"]["total"] = "31.00"
        path = pathlib.Path(self.served.folder.name) / "corrected.json"
        path.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
        self.served.run("-C", str(self.served.store), "import", str(path), "--reason", "更正")
        self.browser.wait("document.querySelector('main').innerText.includes('更正的目标')")
        self.browser.keys("又")
        self.assertEqual(self.value(), "一二又三")
        # And sent it is gone, once.
        self.browser.click(self.button("document.querySelector('form.say')", "Reply"))
        self.browser.wait("document.querySelectorAll('.thread p').length === 3")
        self.assertIsNone(self.value())
        self.assertTrue(self.head().startswith("李审核 reply"), self.head())

    def test_keeps_letters_that_an_input_method_is_still_choosing(self):
        self.start_with_thread()
        self.browser.click(self.button("document.querySelector('.thread')", "Reply"))
        self.browser.js(f"{BOX}.dispatchEvent(new CompositionEvent('compositionstart', {{bubbles: true}})); window.box = {BOX}")
        self.said(change=self.browser.js(f"return {ROADS}.id"), text="又一问")
        time.sleep(1.5)
        self.assertEqual(self.browser.js(f"return {ROADS}.querySelectorAll('.thread').length"), 1)
        self.browser.js("box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))")
        self.browser.wait(f"{ROADS}.querySelectorAll('.thread').length === 2")
        self.assertTrue(self.browser.js(f"return box.isConnected && {ACTIVE} === box"))

    def test_keeps_what_is_typed_into_search_and_filter(self):
        self.start()
        for field in ("document.querySelector('#top input')", "document.getElementById('filter-text')"):
            self.browser.click(field)
            self.browser.keys(*"保洁")
            count = self.browser.js("return document.querySelectorAll('.extra').length")
            self.said(change=self.browser.js(f"return {RIVERS}.id"), text="一问" + field)
            self.browser.wait(f"{RIVERS}.querySelector('.extra').textContent.includes("
                              f"'open comments: {1 if 'top' in field else 2}')")
            self.browser.keys("费")
            self.assertEqual(self.browser.js(f"return {field}.value"), "保洁费")
            self.assertGreater(count, 0)

    def test_shows_words_whose_change_is_gone(self):
        self.start()
        self.unfold("老旧小区改造")
        self.browser.click(self.button(f"{ROADS}.querySelector('.body > p.row')", "Comment"))
        self.browser.keys(*"为何大增")
        table = json.loads(json.dumps(TABLES[1]))
        del table["projects"][0]
        path = pathlib.Path(self.served.folder.name) / "corrected.json"
        path.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
        self.served.run("-C", str(self.served.store), "import", str(path), "--reason", "更正")
        self.browser.wait("document.querySelector('main').innerText.includes('what these words were on is no longer there')")
        text = self.browser.js("return document.querySelector('main').innerText")
        self.assertIn("为何大增", text)
        self.assertIn("Comment on 老旧小区改造", text)
        self.browser.click(self.button("document.querySelector('main')", "Discard"))
        self.browser.wait("!document.querySelector('main').innerText.includes('为何大增')")

    def test_stays_where_its_reader_looks(self):
        many = [project(f"项目第{n}件", f"{n}.00") for n in range(1, 60)]
        more = [project(f"项目第{n}件", f"{n}.50") for n in range(1, 60)]
        self.start([snapshot(2023, many), snapshot(2024, more)])
        looked = card("项目第30件")
        self.browser.js(f"{looked}.scrollIntoView()")
        self.browser.wait("scrollY > 500")
        top = self.browser.js(f"window.looked = {looked}; return looked.getBoundingClientRect().top")
        path = pathlib.Path(self.served.folder.name) / "corrected.json"
        path.write_text(json.dumps(snapshot(2024, more + [project("新馆建设", "9999.00")]), ensure_ascii=False), encoding="utf-8")
        self.served.run("-C", str(self.served.store), "import", str(path), "--reason", "更正")
        self.browser.wait(card("新馆建设"))
        self.assertIn("新馆建设", self.shown()[0])
        self.assertAlmostEqual(self.browser.js(f"return {looked} === looked && looked.getBoundingClientRect().top"), top, delta=3)

    def test_skips_to_the_changes_and_stays_at_its_years(self):
        self.start()
        before = self.browser.js("return location.hash")
        self.browser.js("document.querySelector('.skip').focus()")
        self.browser.keys("Enter")
        self.assertEqual(self.browser.js(f"return {ACTIVE}.parentNode.id"), self.browser.js(f"return {ROADS}.id"))
        self.assertEqual(self.browser.js("return location.hash"), before)

    def test_has_the_words_again_when_its_years_are_shown_again(self):
        self.start()
        self.unfold("老旧小区改造")
        self.browser.click(self.button(f"{ROADS}.querySelector('.body > p.row')", "Comment"))
        self.browser.keys(*"半句话")
        self.browser.js("const s = document.querySelectorAll('#top select')[1]; s.value = '2024';"
                        "s.dispatchEvent(new Event('change'))")
        self.browser.wait("document.querySelector('main').innerText.includes('One year alone')")
        self.assertIsNone(self.value())
        self.browser.js("history.back()")
        self.browser.wait(f"{BOX}?.value === '半句话'")

    def test_follows_one_link_after_the_other(self):
        self.start()
        for name in ("老旧小区改造", "河道保洁经费", "老旧小区改造"):
            self.browser.js(f"{card(name)}.open = true")
            self.browser.wait(f"{card(name)}.querySelector('.body a')")
            self.browser.js(f"{card(name)}.open = false; {card(name)}.querySelector('.body a').click()")
            self.browser.wait(f"{card(name)}.open && {card(name)}.classList.contains('target')")
            self.assertEqual(self.browser.js("return document.querySelectorAll('.target').length"), 1)

    def test_keeps_what_was_filled_in_for_a_document(self):
        self.start()
        self.browser.click(self.button("document.getElementById('top')", "Add a document"))
        self.browser.js("document.querySelector('dialog input[type=text]').focus()")
        self.browser.keys(*"某局", "Escape")
        self.browser.wait("!document.querySelector('dialog')")
        self.assertEqual(self.browser.js(f"return {ACTIVE}.textContent"), "Add a document")
        self.browser.keys("Enter")
        self.assertEqual(self.browser.wait("document.querySelector('dialog input[type=text]')?.value"), "某局")
        self.browser.keys("Escape")

    def test_says_when_the_program_is_gone(self):
        self.start()
        self.served.process.terminate()
        self.browser.wait("document.getElementById('status').innerText.includes('what is shown may be old')")
        self.browser.complaints()

    def test_says_which_part_of_a_split_and_of_a_merger(self):
        before = [project("水库除险加固", "100.00", "加固水库。", [indicator("加固水库", "=3座"), indicator("满意度", "≥90%")]),
                  project("东湖保洁", "10.00", "保洁东湖。", [indicator("保洁面积", "≥2万平方米")]),
                  project("西湖保洁", "20.00", "保洁西湖。", [indicator("保洁面积", "≥3万平方米")])]
        after = [project("水库除险加固（一期）", "60.00", "加固水库一期。", [indicator("加固水库", "=1座"), indicator("满意度", "≥90%")]),
                 project("水库除险加固（二期）", "50.00", "加固水库二期。", [indicator("加固水库", "=2座"), indicator("满意度", "≥80%")]),
                 project("湖泊保洁", "30.00", "保洁湖泊。", [indicator("保洁面积", "≥5万平方米")])]
        self.start([snapshot(2023, before), snapshot(2024, after)])
        store = ("-C", str(self.served.store))
        pin = ("match", "pin", "2023", "2024", "--reason", "同一")
        self.served.run(*store, *pin, "--from", "水库除险加固", "--to", "水库除险加固（一期）", "--to", "水库除险加固（二期）")
        self.served.run(*store, *pin, "--from", "东湖保洁", "--from", "西湖保洁", "--to", "湖泊保洁")
        for name, parts in (("水库除险加固（一期）", ("（一期）", "（二期）")), ("湖泊保洁", ("东湖保洁", "西湖保洁"))):
            self.browser.wait(f"{card(name)}?.querySelector('.badge.split, .badge.merged')")
            self.unfold(name)
            body = f"{card(name)}.querySelector('.body')"
            goals = self.browser.js(f"return [...{body}.querySelectorAll('h3.line')].map(n => n.textContent)")
            rows = self.browser.js(f"return [...{body}.querySelectorAll('.part')].map(n => n.textContent)")
            all_rows = self.browser.js(f"return [...{body}.querySelectorAll('table')].at(-1).rows.length")
            self.assertEqual(len(rows), all_rows)
            for part in parts:
                self.assertEqual(sum(part in one for one in goals), 1, goals)
                self.assertTrue(any(part in one for one in rows), rows)
        self.assertIn("changed (the parts add up to the whole)", self.browser.js(
            f"return {card('水库除险加固（一期）')}.innerText"))

    def test_is_used_by_the_keyboard_alone(self):
        self.start_with_thread()
        self.browser.js(f"{RIVERS}.querySelector('summary').focus()")
        self.browser.keys("Enter")
        self.browser.wait(f"{RIVERS}.querySelector('.body')")
        self.assertFalse(self.browser.js(f"return {RIVERS}.querySelector('textarea')"))
        for _ in range(9):
            self.browser.keys("Tab")
            if self.browser.js(f"return {ACTIVE}.textContent === 'Comment'"):
                break
        label = self.browser.js(f"return {ACTIVE}.getAttribute('aria-label')")
        self.assertTrue(label.startswith("Comment on "), label)
        self.assertGreaterEqual(self.browser.js(f"return parseFloat(getComputedStyle({ACTIVE}).outlineWidth)"), 2)
        self.browser.keys("Enter")
        self.assertEqual(self.browser.js(f"return {ACTIVE}.localName"), "textarea")
        self.browser.keys(*"半句", "Escape")
        # Closed, said to be there, and back as it was.
        self.assertIsNone(self.value())
        self.assertEqual(self.browser.js(f"return {ACTIVE}.getAttribute('aria-label')"), label)
        self.assertEqual(self.browser.js(f"return {RIVERS}.querySelector('.unsent').textContent"), "not sent")
        self.browser.keys("Enter")
        self.assertEqual(self.value(), "半句")
        self.browser.keys(*"话", "Tab", "Tab", "Enter")
        self.browser.wait(f"{RIVERS}.querySelector('.thread p')?.textContent === '半句话'")
        self.browser.wait(f"{ACTIVE}.getAttribute('aria-label') === '{label}'")
        self.assertFalse(self.browser.js(f"return {RIVERS}.querySelector('.unsent')"))
        # Resolved by Enter, the focus stays at the thread.
        self.browser.js(f"{self.button(RIVERS + '.querySelector(%r)' % '.thread', 'Resolve')}.focus()")
        self.browser.keys("Enter")
        self.browser.wait(f"{RIVERS}.querySelector('.thread.resolved')")
        self.browser.wait(f"{ACTIVE}.textContent === 'Reopen'")

    def test_closes_an_untouched_box_without_a_word(self):
        self.start_with_thread(LI)
        for name in ("Reply", "Edit"):
            self.browser.click(self.button("document.querySelector('.thread')", name))
            self.assertEqual(self.browser.js(f"return {ACTIVE}.localName"), "textarea")
            self.browser.keys("Escape")
            self.assertIsNone(self.value())
            self.assertFalse(self.browser.js("return document.querySelector('.unsent')"))

    def test_answers_with_the_kind_that_is_chosen(self):
        self.start_with_thread()
        for kind in ("remark", "explanation"):
            self.browser.click(self.button("document.querySelector('.thread')", "Reply"))
            self.browser.js("const k = document.querySelector('form.say select');"
                            f"k.value = [...k.options].find(o => o.textContent === '{kind}').value" if kind != "remark" else "")
            self.write("答复" + kind)
            self.browser.wait(f"[...document.querySelectorAll('.thread .who')].at(-1).textContent.includes('{kind}')")

    def test_two_readers_on_one_thread(self):
        thread = self.start_with_thread()
        here, other = self.browser, webdriver.Browser()
        self.addCleanup(other.close)
        other.open(here.js("return location.href.split('#')[0] + '#token=test-token'"))
        other.wait("document.body.dataset.ready")
        other.js("localStorage.setItem('author', JSON.stringify({name: 'Bert', email: 'bert@example.org'}))")
        other.open(here.js("return location.href"))
        other.wait("document.body.dataset.ready")
        other.click(f"{ROADS}.querySelector('summary')")
        other.wait("document.querySelector('.thread')")
        # Both write an answer, one resolves, and the other gives the question another wording.
        for browser, text in ((here, "李答"), (other, "Bert答")):
            browser.click(self.button("document.querySelector('.thread')", "Reply"))
            browser.keys(*text)
        here.click(self.button("document.querySelector('form.say')", "Reply"))
        other.wait("document.querySelector('.thread').innerText.includes('李答')")
        self.assertEqual(other.js(f"return {BOX}.value"), "Bert答")
        here.click(self.button("document.querySelector('.thread')", "Resolve"))
        other.wait("document.querySelector('.thread.resolved')")
        other.click(self.button("document.querySelector('.thread')", "Edit"))
        other.wait("document.querySelectorAll('form.say').length === 2")
        other.keys(*"？")
        other.click(self.button("[...document.querySelectorAll('form.say')].find(f => f.querySelector('.main').textContent === 'Save')", "Save"))
        here.wait("document.querySelector('.thread').innerText.includes('为何大增？？')")
        other.click(self.button("document.querySelector('form.say')", "Reply"))
        here.wait("document.querySelector('.thread').innerText.includes('Bert答')")
        for browser in (here, other):
            browser.wait("document.querySelectorAll('.thread.resolved p').length === 3")
            self.assertIsNone(browser.js(f"return {BOX}?.value"))
        actions = [one["action"] for one in self.served.get("/api/changes", **PAIR)["threads"][0]["messages"]]
        self.assertEqual(actions, ["comment", "reply", "resolve", "reply"])
        self.assertEqual(other.complaints(), [])
        self.assertTrue(thread)

    def test_takes_no_click_that_was_meant_for_what_stood_there_before(self):
        thread = self.start_with_thread()
        self.said(action="resolve", comment=thread)
        self.browser.wait("document.querySelector('.thread.resolved')")
        self.press("document.querySelector('.thread')", "Reopen")
        time.sleep(0.3)
        self.assertTrue(self.head().startswith("Bert resolve"), self.head())
        time.sleep(1)
        self.press("document.querySelector('.thread')", "Reopen")
        self.browser.wait("document.querySelector('.thread.open')")

    def assert_whole(self, width):
        self.browser.width(width)
        self.browser.wait(f"window.innerWidth === {width}")
        self.assertTrue(self.browser.js(f"return document.documentElement.scrollWidth <= {width}"))
        # A label has as many lines as its words need: one, or two of two words and more.
        broken = self.browser.js(
            "return [...document.querySelectorAll('th, td.word, td .badge, button, .names .badge, .bars td')].filter(n => {"
            " const range = document.createRange(); range.selectNodeContents(n);"
            " const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top))).size;"
            " return lines > Math.max(1, n.textContent.trim().split(/ +/).length) }).map(n => n.textContent)")
        self.assertEqual(broken, [])
        outside = self.browser.js(
            "return [...document.querySelectorAll('main *')].filter(n => !n.closest('.scroll') && "
            "n.getBoundingClientRect().right > document.documentElement.clientWidth).map(n => n.outerHTML.slice(0, 200))")
        self.assertEqual(outside, [])

    def test_breaks_no_label_in_a_narrow_window(self):
        self.start_with_thread(tables=[TABLES[0], {**TABLES[1], "projects": [
            {**TABLES[1]["projects"][0], "indicators": [indicator("改造小区数及其配套的道路、管网、照明、绿化设施套数", "≥8个小区并于年内全部完工")]},
            *TABLES[1]["projects"][1:]]}, TABLES[2]])
        self.press("document.querySelector('.thread')", "Reply")
        for language, other in (("en", "中文"), ("zh-CN", "English")):
            self.browser.wait(f"document.documentElement.lang === '{language}'")
            self.browser.js("document.querySelector('details.panel').open = true")
            for width in (360, 800):
                self.assert_whole(width)
            self.browser.width(0)
            self.press("document.getElementById('top')", other)


unittest.main(argv=["browser_writing_test", *sys.argv[3:]], verbosity=2)
