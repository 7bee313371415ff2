"""The reports in HTML keep the main rules of accessibility (WCAG 2.1 AA), light
and dark: one h1, landmarks, a language, labels for controls, heads for tables,
words for pictures, links and ids that fit, and text that stands out enough.

    check-report.py PROGRAM
"""
import html.parser
import os
import pathlib
import re
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
root = pathlib.Path(__file__).resolve().parent.parent.parent
folder = next((root / "snapshots").glob("*/2024.json")).parent
problems = []
os.environ.update(GIT_AUTHOR_NAME="Reviewer", GIT_AUTHOR_EMAIL="reviewer@example.invalid",
                  GIT_COMMITTER_NAME="Reviewer", GIT_COMMITTER_EMAIL="reviewer@example.invalid")


class Page(html.parser.HTMLParser):
    """Elements with their attributes, and the text inside each."""

    VOID = {"br", "meta", "input", "rect", "path", "line", "polyline", "circle"}

    def __init__(self, text):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "text": "", "parents": [e for e in self.open], **dict(attributes)}
        self.elements.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.elements.append({"tag": tag, "text": "", "parents": list(self.open), **dict(attributes)})

    def handle_endtag(self, tag):
        closed = self.open.pop()
        if closed["tag"] != tag:
            problems.append(f"{closed['tag']} is closed by {tag}")

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        return [e for e in self.elements if e["tag"] in tags]


def is_inside(element, tag):
    return any(p["tag"] == tag for p in element["parents"])


def check(name, text, language):
    page = Page(text)
    expect = lambda holds, what: holds or problems.append(f"{name}: {what}")
    ids = {e["id"] for e in page.elements if "id" in e}
    expect(page.all("html")[0].get("lang", "").startswith(language), "no language")
    expect(page.all("title") and page.all("title")[0]["text"].strip(), "no title")
    expect(len(page.all("h1")) == 1, "not one h1")
    expect(len(page.all("main")) == 1, "not one main")
    expect(all(e.get("aria-label") for e in page.all("nav")), "a nav without a name")
    first = next(e for e in page.elements if e["tag"] == "a")
    expect(first.get("class") == "skip" and first["href"][1:] in ids, "the first link skips nothing")
    for element in page.elements:
        tag = element["tag"]
        named = element.get("aria-label") or element.get("aria-labelledby")
        if "aria-labelledby" in element:
            expect(element["aria-labelledby"] in ids, f"{tag} is named by {element['aria-labelledby']}, not there")
        if tag in ("input", "select"):
            expect(named or is_inside(element, "label"), f"{tag} {element.get('id')} has no label")
        elif tag in ("button", "a", "summary", "legend", "option", "figcaption", "h1", "h2", "h3", "h4", "h5"):
            expect(named or element["text"].strip(), f"{tag} without words")
        elif tag == "svg":
            expect(element.get("aria-hidden") == "true" or (element.get("role") == "img" and named),
                   "a picture without words")
        elif tag == "table":
            inside = [e for e in page.all("th") if element in e["parents"]]
            expect(inside and all(e.get("scope") for e in inside), "a table without heads, or heads without scope")
        elif tag == "section" and element.get("class") != "part":
            expect(named, "a section without a name")
        elif tag == "html" or tag == "body":
            continue
        if element.get("tabindex", "0") not in ("0", "-1"):
            problems.append(f"{name}: tabindex {element['tabindex']} changes the order")
    expect("accesskey" not in text and "user-scalable" not in text, "keys or zoom are taken away")
    return page


def luminance(colour):
    value = colour.lstrip("#")
    value = "".join(c * 2 for c in value) if len(value) == 3 else value
    parts = [int(value[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def check_colours(css):
    palettes = [dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", block))
                for block in re.findall(r":root \{([^}]*)\}", css)]
    if len(palettes) != 3:
        problems.append(f"report.css: {len(palettes)} palettes, not light, dark and paper")
    texts = ["ink", "soft", "link", "up", "down", "good", "bad", "added", "removed", "changed", "renamed", "split",
             "merged", "regrouped", "unchanged"]
    pairs = [(t, g) for t in texts for g in ("paper", "panel")] + [("ink", g) for g in ("gone", "come", "mark")]
    pairs += [(t, "mark") for t in ("soft", "up", "down", "good", "bad")]
    for number, palette in enumerate(palettes):
        for text, ground in pairs:
            if text in palette and ground in palette:
                ratio = contrast(palette[text], palette[ground])
                if ratio < 4.5:
                    problems.append(f"report.css: palette {number}: {text} on {ground} has {ratio:.2f}, needs 4.5")


def run(*arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True, encoding="utf-8").stdout


checked = 0
with tempfile.TemporaryDirectory() as work:
    store = str(pathlib.Path(work) / "store")
    subprocess.run(["git", "init", "-q", work], check=True)
    subprocess.run([program, "init", store], check=True, capture_output=True)
    years = sorted(folder.glob("*.json"))
    run("-C", store, "import", *map(str, years))
    for language in ("zh", "en"):
        for name, arguments in {
                "diff": ("diff", "2023", "2024"), "diff of files": ("diff", str(years[0]), str(years[1]), "--notation"),
                "backwards": ("diff", "2025", "2024"), "nothing": ("diff", "2024", "2024"),
                "report": ("report",)}.items():
            text = run("-C", store, *arguments, "--format", "html", "--lang", language)
            page = check(f"{name} --lang {language}", text, language)
            checked += len(page.elements)
check_colours((root / "src/report/html/report.css").read_text(encoding="utf-8"))
if checked < 3000:
    problems.append("found too little to check")
print("\n".join(sorted(set(problems))) if problems else f"{checked} elements keep the rules")
sys.exit(1 if problems else 0)
