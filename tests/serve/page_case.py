"""The review page in a real Chromium, for the tests that look at it."""
import sys
import unittest
from urllib.parse import urlencode

import webdriver
from served import DEPARTMENT, Served

PROGRAM = sys.argv[1]
PAIR = {"department": DEPARTMENT, "from": "2023", "to": "2024"}

if webdriver.missing():
    print("left out, not installed: " + ", ".join(webdriver.missing()))
    sys.exit(77)


def card(name):
    """The card of the project of that name, as an expression."""
    return f"[...document.querySelectorAll('details.change')].find(n => n.querySelector('.names').textContent.includes('{name}'))"


class PageCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = webdriver.Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def start(self, tables=None, options=()):
        self.served = Served(PROGRAM, tables, options).__enter__()
        self.addCleanup(self.served.__exit__)
        self.show()
        self.browser.js("localStorage.clear(); localStorage.setItem('author', "
                        "JSON.stringify({name: '李审核', email: 'li@example.org'}))")
        self.show()

    def show(self, **more):
        self.browser.open(self.served.base + "#" + urlencode({"token": "test-token"}))
        self.browser.wait("document.body.dataset.ready")
        self.browser.open(self.served.base + "#" + urlencode({**PAIR, **more}))
        self.browser.wait("document.body.dataset.ready")

    def tearDown(self):
        complaints = self.browser.complaints()
        # Away from the page before its server goes, or it would complain of that.
        self.browser.call("POST", self.browser.session + "/url", {"url": "about:blank"})
        self.browser.complaints()
        self.assertEqual(complaints, [])

    def press(self, within, text):
        self.assertTrue(self.browser.js(
            f"const b = [...({within}).querySelectorAll('button')].find(b => b.textContent === arguments[0]);"
            "if (b) b.click(); return Boolean(b)", text), text)

    def write(self, text):
        self.browser.wait("document.querySelector('form.say textarea')")
        self.browser.js("const t = document.querySelector('form.say textarea'); t.value = arguments[0];"
                        "t.dispatchEvent(new Event('input')); t.form.requestSubmit()", text)

    def shown(self):
        return self.browser.js("return [...document.querySelectorAll('details.change')].filter(n => !n.hidden)"
                               ".map(n => n.querySelector('.names').textContent)")
