"""The structure of a report in HTML, as a person would read it aloud: headings,
tables row by row, pictures by their captions, lists and controls. Text is as a
browser shows it; what is folded away is left out, with --all it is not."""
import html.parser
import sys

everything = "--all" in sys.argv
VOID = {"br", "meta", "input", "rect", "path", "line", "polyline", "circle"}
SKIPPED = {"head", "style", "script", "svg", "option"} | (set() if everything else {"details"})
BLOCKS = {"h1", "h2", "h3", "h4", "h5", "p", "li", "caption", "figcaption", "tr", "dt", "dd", "legend", "footer",
          "summary", "label", "pre"}


class Outline(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.stack, self.text, self.block, self.depth = [], "", None, 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in VOID:
            if tag == "br" and not self.depth:
                self.text += " / "
            return
        self.stack.append(tag)
        if tag in SKIPPED and not (tag == "details" and "open" in attributes):
            self.depth += 1
        elif tag == "details":
            self.stack[-1] = "open details"
        if self.depth:
            return
        if tag in BLOCKS:
            self.flush()
            self.block = tag
        if tag in ("td", "th") and self.text:
            self.text += " | "
        self.text += {"del": "[-", "ins": "{+"}.get(tag, "")
        if tag in ("article",):
            self.flush()
            print(f"-- article {attributes.get('class', '')} #{attributes.get('id', '')}")

    def handle_endtag(self, tag):
        opened = self.stack.pop()
        assert opened.split()[-1] == tag, (opened, tag)
        if opened in SKIPPED:
            self.depth -= 1
        elif not self.depth:
            self.text += {"del": "-]", "ins": "+}"}.get(tag, "")
            if tag in BLOCKS:
                self.flush()

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_data(self, data):
        if not self.depth:
            self.text += data.replace("\n", " ")

    def flush(self):
        text = " ".join(self.text.split())
        marks = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "li": "* ", "tr": "| ",
                 "figcaption": "[picture] ", "caption": "[table] "}
        if text:
            print(marks.get(self.block, "") + text)
        self.text, self.block = "", None


outline = Outline()
outline.feed(sys.stdin.read())
outline.close()
assert not outline.stack, outline.stack
