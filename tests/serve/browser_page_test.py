"""The review page in a real Chromium: the main paths, both languages, hostile
text, 5,000 changes. Times are printed and fail nothing."""
import pathlib
import subprocess
import sys
import time
import unittest
from urllib.parse import urlencode

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from page_case import PAIR, PageCase, card  # noqa: E402
from served import DEPARTMENT, HOSTILE, indicator, project, snapshot  # noqa: E402

ROOT = pathlib.Path(sys.argv[2])


class Page(PageCase):
    def test_shows_what_changed_weightiest_first(self):
        self.start()
        self.assertIn("老旧小区改造", self.shown()[0])
        text = self.browser.js("return document.querySelector('main').innerText")
        self.assertIn("230.00 → 401.00 万元", text)
        self.assertIn("+171.00", text)
        self.browser.js(f"{card('老旧小区改造')}.open = true")
        self.browser.wait(f"{card('老旧小区改造')}.querySelector('ins')")
        self.assertIn("tightened", self.browser.js(f"return {card('老旧小区改造')}.innerText"))

    def test_asks_answers_and_settles(self):
        self.start()
        self.browser.js(f"{card('老旧小区改造')}.open = true")
        self.browser.wait(f"{card('老旧小区改造')}.querySelector('.body')")
        self.press(card("老旧小区改造"), "Comment")
        self.write("为何大增？" + HOSTILE)
        self.browser.wait("document.querySelector('.thread.open')")
        self.assertEqual(self.served.git("log", "-1", "--format=%an <%ae>").strip(), "李审核 <li@example.org>")
        self.assertIn(HOSTILE, self.browser.js("return document.querySelector('.thread p').textContent"))
        self.press("document.querySelector('.thread')", "Reply")
        self.write("新增三个小区。")
        self.browser.wait("document.querySelectorAll('.thread p').length === 2")
        self.press("document.querySelector('.thread')", "Resolve")
        self.browser.wait("document.querySelector('.thread.resolved')")
        self.press("document.querySelector('.thread')", "Reopen")
        self.browser.wait("document.querySelector('.thread.open')")
        self.served.run("-C", str(self.served.store), "verify")

    def test_accepts_a_doubtful_match(self):
        self.start()
        self.press("document.querySelector('.panel.warn')", "Accept")
        self.browser.wait("document.querySelector('.badge.split')")
        self.assertIn("accept", self.served.git("log", "-1", "--format=%s"))

    def test_shows_what_happens_elsewhere_and_keeps_unsent_words(self):
        self.start()
        self.browser.js(f"{card('老旧小区改造')}.open = true")
        self.browser.wait(f"{card('老旧小区改造')}.querySelector('.body')")
        self.press(card("老旧小区改造"), "Comment")
        self.browser.js("const t = document.querySelector('form.say textarea'); t.value = '未发送';"
                        "t.dispatchEvent(new Event('input'))")
        change = self.browser.js(f"return {card('河道保洁经费')}.id")
        self.served.post("/api/comments", {**PAIR, "change": change, "text": "另一处", "author":
                                           {"name": "Bert", "email": "b@example.org"}})
        self.browser.wait(f"{card('河道保洁经费')}.querySelector('.extra').textContent.includes('open comments: 1')")
        self.browser.wait("document.querySelector('form.say textarea')?.value === '未发送'")

    def test_filters_and_links(self):
        self.start()
        self.browser.js("const i = document.getElementById('filter-text'); i.value = '保洁';"
                        "i.dispatchEvent(new Event('input'))")
        self.assertEqual(len(self.shown()), 1)
        change = self.browser.js(f"return {card('河道保洁经费')}.id")
        self.show(change=change)
        self.assertEqual(self.browser.wait("document.querySelector('details.change.target')?.id"), change)
        self.assertTrue(self.browser.js("return document.querySelector('details.change.target').open"))

    def open_at(self, **address):
        self.browser.open("about:blank")
        self.browser.open(self.served.base + "#" + urlencode(address))
        self.browser.wait("document.body.dataset.ready")
        return self.browser.js("return document.querySelector('main').innerText")

    def chosen(self):
        return self.browser.js("return [...document.querySelectorAll('#top select')].map(s => s.value)")

    def test_shows_nothing_else_where_a_link_names_what_is_not_there(self):
        self.start()
        for address, named in (({"department": "某局", "from": "2023", "to": "2024"}, "某局"),
                               ({"department": DEPARTMENT, "from": "2099", "to": "2024"}, DEPARTMENT + " 2099")):
            text = self.open_at(**address)
            self.assertIn("The store does not have: " + named, text)
            self.assertFalse(self.browser.js("return document.querySelector('details.change')"))
            self.assertIn(address["from"] if "2099" in named else "某局", self.chosen())

    def test_holds_budget_against_budget_and_says_where_stages_differ(self):
        final = {**snapshot(2023, [project("老旧小区改造", "90.00")]), "stage": "final"}
        self.start([snapshot(2022, [project("老旧小区改造", "80.00")]), snapshot(2023, [project("老旧小区改造", "100.00")]),
                    final, snapshot(2024, [project("老旧小区改造", "250.00")])])
        self.assertNotIn("stages", self.open_at(department=DEPARTMENT))
        self.assertEqual(self.chosen(), [DEPARTMENT, "2023", "2024"])
        self.assertIn("Two different stages: final accounts and budget",
                      self.open_at(**{"department": DEPARTMENT, "from": "2023.final", "to": "2024"}))

    def test_compares_a_department_with_what_it_was_called_before(self):
        self.start([snapshot(2023, [project("水质监测", "10.00")], "某市环保局"),
                    snapshot(2024, [project("水质监测", "12.00")], "某市生态环境局")])
        text = self.open_at(department="某市生态环境局")
        self.assertIn("One year alone, held against nothing: 2024", text)
        self.assertNotIn("→", text)
        self.assertEqual(len(self.shown()), 1)
        self.press("document.querySelector('main')", "Compare with another department")
        self.browser.wait("document.querySelector('main').innerText.includes('某市环保局 2023 → 某市生态环境局 2024')")
        self.assertIn("+2.00", self.browser.js("return document.querySelector('main').innerText"))
        self.browser.js("document.querySelector('details.change').open = true")
        self.browser.wait("document.querySelector('details.change .body')")
        self.press("document.querySelector('details.change')", "Comment")
        self.write("为何增加？")
        self.browser.wait("document.querySelector('.thread.open')")

    def test_counts_no_change_of_spelling_and_speaks_of_sources_in_words(self):
        def table(year, total, target):
            one = {**project("河道保洁", total, "", [indicator("保洁率", target), indicator("巡查次数", "≥9次" if year == 2023 else "≥8次")])}
            return snapshot(year, [{**one, "funding": {"total": total, "general_public_budget": total}}])
        self.start([table(2023, "10.00", "≥95%"), table(2024, "12.00", "≥９５％")])
        self.assertIn("indicators: 1", self.browser.js(f"return {card('河道保洁')}.querySelector('.extra').textContent"))
        self.browser.js(f"{card('河道保洁')}.open = true")
        self.browser.wait(f"{card('河道保洁')}.querySelector('.body')")
        text = self.browser.js(f"return {card('河道保洁')}.innerText")
        self.assertIn("general public budget", text)
        self.assertNotIn("general_public_budget", text)

    def test_opens_what_came_or_went_whole(self):
        new = project("绿道建设", "50.00", "建设绿道。", [indicator("绿道里程", "≥5公里")])
        self.start([snapshot(2023, [project("甲", "1.00")]),
                    snapshot(2024, [project("甲", "1.00"), {**new, "funding": {"total": "50.00", "other_funds": "20.00"}}])])
        self.browser.js(f"{card('绿道建设')}.open = true")
        self.browser.wait(f"{card('绿道建设')}.querySelector('.body')")
        text = self.browser.js(f"return {card('绿道建设')}.innerText")
        for said in ("建设绿道。", "绿道里程", "≥5公里", "20.00"):
            self.assertIn(said, text)

    def test_searches_all_departments(self):
        self.start()
        self.browser.js("const f = document.querySelector('header form'); f.querySelector('input').value = '资助';"
                        "f.requestSubmit()")
        self.browser.wait("document.querySelector('dialog button.link')")
        self.browser.js("document.querySelector('dialog button.link').click()")
        self.browser.wait("document.querySelector('h1').textContent === '某市教育局'")

    def test_shows_the_findings_of_a_document_before_it_is_stored(self):
        self.start()
        table = (ROOT / "tests/golden/parse/huadu-hrss-2024.txt").read_text(encoding="utf-8")
        self.press("document.getElementById('top')", "Add a document")
        self.browser.js(
            "const put = new DataTransfer(); put.items.add(new File([arguments[0]], '2024.txt'));"
            "const input = document.querySelector('dialog input[type=file]'); input.files = put.files;"
            "input.form.requestSubmit()", table)
        self.browser.wait("document.querySelector('dialog .panel')")
        self.assertIn("projects: 47", self.browser.js("return document.querySelector('dialog .panel').innerText"))
        self.assertNotIn("花都", str(self.served.get("/api/departments")))
        self.press("document.querySelector('dialog')", "Record it")
        self.browser.wait("!document.querySelector('dialog')")
        self.assertIn("花都", str(self.served.get("/api/departments")))

    def choose(self, name, text):
        self.browser.js(
            "const put = new DataTransfer(); put.items.add(new File([arguments[1]], arguments[0]));"
            "const input = document.querySelector('dialog input[type=file]'); input.files = put.files;"
            "input.dispatchEvent(new Event('change'))", name, text)

    def test_records_no_document_that_was_not_checked(self):
        self.start()
        table = (ROOT / "tests/golden/parse/huadu-hrss-2024.txt").read_text(encoding="utf-8")
        panels = "document.querySelectorAll('dialog .panel').length"
        submit = "document.querySelector('dialog input[type=file]').form.requestSubmit()"
        self.press("document.getElementById('top')", "Add a document")
        for begun in ("choose", "year"):
            self.choose("2024.txt", table)
            self.browser.js(submit)
            self.browser.wait(panels)
            if begun == "choose":
                self.choose("other.txt", "no table at all")
            else:
                self.browser.js("const y = document.querySelector('dialog input[type=number]'); y.value = 2031;"
                                "y.dispatchEvent(new Event('input'))")
            self.assertEqual(self.browser.js("return " + panels), 0, "the findings of another document")
            self.assertNotIn("Record it", self.browser.js("return document.querySelector('dialog').innerText"))
        # What is wrong is said where the reader looks, and goes with the next document.
        self.choose("other.txt", "no table at all")
        self.browser.js(submit)
        self.browser.wait("document.querySelector('dialog .error')")
        self.assertTrue(all("422" in line for line in self.browser.complaints()))
        self.choose("2024.txt", table)
        self.assertFalse(self.browser.js("return document.querySelector('dialog .error')"))
        self.browser.js(submit)
        self.browser.wait(panels)
        self.press("document.querySelector('dialog')", "Record it")
        self.browser.wait("!document.querySelector('dialog')")
        self.assertEqual(self.served.git("log", "-1", "--format=%s").strip()[:11], "import 2031")

    def test_speaks_chinese(self):
        self.start()
        self.press("document.getElementById('top')", "中文")
        self.browser.wait("document.documentElement.lang === 'zh-CN' && document.body.innerText.includes('总额增减的来源')")
        self.assertNotIn("Where the change", self.browser.js("return document.body.innerText"))
        self.press("document.getElementById('top')", "English")

    def test_keeps_its_head_whole_in_a_window_of_1280(self):
        # Nothing dangles on a line of its own, and what the search is for can be read.
        self.start()
        for language, other in (("en", "中文"), ("zh-CN", "English")):
            self.browser.wait(f"document.documentElement.lang === '{language}' && document.querySelector('#top .group')")
            tops = self.browser.js("return [...document.querySelectorAll('#top .group')].map(g => "
                                   "new Set([...g.children].map(c => Math.round((c.getBoundingClientRect().top + "
                                   "c.getBoundingClientRect().bottom) / 2))).size)")
            self.assertEqual(tops, [1, 1])
            cut = self.browser.js("const i = document.querySelector('#top input'); const c = "
                                  "document.createElement('canvas').getContext('2d'); c.font = getComputedStyle(i).font;"
                                  "return c.measureText(i.placeholder).width > i.clientWidth - 20")
            self.assertFalse(cut)
            self.press("document.getElementById('top')", other)

    def test_takes_no_markup_from_names(self):
        self.start()
        self.assertEqual(self.browser.js("return document.querySelectorAll('main img, main script').length"), 0)
        self.assertNotEqual(self.browser.js("return document.title"), "broken")
        self.assertTrue(any("<script>" in name for name in self.shown()))

    def test_keeps_its_shape_with_very_long_names(self):
        long = "长" * 3000 + "W" * 3000
        self.start([snapshot(2023, [project(long, "1.00")]), snapshot(2024, [project(long, "2.00")])])
        self.assertTrue(self.browser.js("return document.documentElement.scrollWidth <= window.innerWidth"))

    def test_offers_no_writing_where_it_cannot_write(self):
        self.start(options=["--read-only"])
        self.browser.js("document.querySelector('details.change').open = true")
        self.browser.wait("document.querySelector('details.change .body')")
        self.assertFalse(self.browser.js("return [...document.querySelectorAll('button')]"
                                         ".some(b => ['Comment', 'Accept', 'Add a document'].includes(b.textContent))"))

    def test_stays_usable_with_five_thousand_changes(self):
        count = 5000
        before = [project(f"项目第{n}件", f"{n}.00", "", [indicator("数量", f"≥{n}个")]) for n in range(1, count + 1)]
        after = [project(f"项目第{n}件", f"{n}.50", "", [indicator("数量", f"≥{n + 1}个")]) for n in range(1, count + 1)]
        began = time.monotonic()
        self.start([snapshot(2023, before), snapshot(2024, after)])
        self.assertEqual(len(self.shown()), count)
        print(f"all of it shown, program and store included: {time.monotonic() - began:.1f} s")
        took = self.browser.js(
            "const i = document.getElementById('filter-text'); const t = performance.now(); i.value = '项目第77件';"
            "i.dispatchEvent(new Event('input')); document.body.offsetHeight; return performance.now() - t")
        print(f"filter: {took:.0f} ms")
        self.assertEqual(len(self.shown()), 1)
        paint = self.browser.js("return performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        print(f"first paint: {paint:.0f} ms")


unittest.main(argv=["browser_page_test", *sys.argv[3:]], verbosity=2)
