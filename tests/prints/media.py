"""From an HTML page to the files and texts in which such tables are published.

Nothing here knows budgets. Printing is slow, so it is done in batches, and `Cache` keeps what was
made under the hash of the page.
"""

import base64
import collections
import csv
import hashlib
import html.parser
import io
import json
import os
import re
import shutil
import subprocess
import tempfile

# medium: how it is made
MEDIA = {
    "html": "the page itself",
    "pdf": "printed by Chromium",
    "pdf-writer": "printed by LibreOffice Writer",
    "xlsx": "read by LibreOffice Calc; amounts are numbers there, all else is text",
    "docx": "read by LibreOffice Writer",
    "csv": "the grid; a cell that spans others stands in the first of them",
    "tabs": "copied out of a web page: a cell that spans rows is there once",
    "layout": "pdftotext -layout of Chromium's print",
    "raw": "pdftotext -raw of Chromium's print",
    "plain": "pdftotext of Chromium's print",
}
SUFFIX = {"html": "html", "pdf": "pdf", "pdf-writer": "pdf", "xlsx": "xlsx", "docx": "docx", "csv": "csv"}
# where nothing shows whether a line end is a paragraph's
UNSURE_LINE_ENDS = {"pdf", "pdf-writer", "layout", "raw", "plain", "tabs"}


class _Reader(html.parser.HTMLParser):
    """Blocks of a page: ("text", text) and ("table", rows of (text, rowspan, colspan))."""

    def __init__(self):
        super().__init__()
        self.blocks, self.cell, self.row, self.text, self.skip = [], None, None, None, 0

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag in ("style", "title"):
            self.skip += 1
        elif tag == "table":
            self.blocks.append(("table", []))
        elif tag == "tr":
            self.row = []
            self.blocks[-1][1].append(self.row)
        elif tag == "td":
            self.cell = ["", int(found.get("rowspan", 1)), int(found.get("colspan", 1))]
        elif tag == "p":
            self.text = ""
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag):
        if tag in ("style", "title"):
            self.skip -= 1
        elif tag == "td":
            self.row.append(tuple(self.cell))
            self.cell = None
        elif tag == "p" and self.text is not None:
            self.blocks.append(("text", self.text))
            self.text = None

    def handle_data(self, data):
        if self.skip:
            return
        if self.cell is not None:
            self.cell[0] += data
        elif self.text is not None:
            self.text += data


def blocks(page):
    reader = _Reader()
    reader.feed(page)
    return reader.blocks


def as_csv(page):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for kind, content in blocks(page):
        if kind == "text":
            writer.writerow([content])
            continue
        taken = {}
        for y, row in enumerate(content):
            x, line = 0, []
            for text, rows, cols in row:
                while taken.get((y, x)):
                    line.append("")
                    x += 1
                line += [text] + [""] * (cols - 1)
                for down in range(rows):
                    for right in range(cols):
                        taken[y + down, x + right] = True
                x += cols
            while taken.get((y, x)):
                line.append("")
                x += 1
            writer.writerow(line)
    return out.getvalue().encode()


def as_tabs(page):
    lines = []
    for kind, content in blocks(page):
        if kind == "text":
            lines.append(content)
        else:
            lines += ["\t".join(text for text, _, _ in row) for row in content]
    return ("\n".join(lines) + "\n").encode()


class Chromium:
    """One browser that prints many pages, driven over its pipe."""

    def __init__(self):
        to_read, self.write = os.pipe()
        self.read, to_write = os.pipe()
        self.profile = tempfile.mkdtemp(prefix="prints-chromium-")

        def wire():
            a, b = os.dup(to_read), os.dup(to_write)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            [shutil.which("chromium") or "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=wire, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.buffer, self.number = b"", 0
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def _next(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.read, 1 << 20)
            if not piece:
                raise RuntimeError("chromium ended")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if hasattr(self, "session"):
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def print(self, path):
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        while self._next().get("method") != "Page.loadEventFired":
            pass
        result = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True, displayHeaderFooter=False)
        return base64.b64decode(result["data"])

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.write)
        os.close(self.read)
        shutil.rmtree(self.profile, ignore_errors=True)


def office(paths, filter_in, to, suffix):
    """Converts many files in one call of LibreOffice: {path: bytes}."""
    result = {}
    with tempfile.TemporaryDirectory(prefix="prints-office-") as work:
        subprocess.run(
            [shutil.which("soffice") or "soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", f"--infilter={filter_in}",
             "--convert-to", to, "--outdir", f"{work}/out"] + paths,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=1800, check=False)
        for path in paths:
            made = os.path.join(work, "out", os.path.splitext(os.path.basename(path))[0] + "." + suffix)
            if os.path.exists(made):
                with open(made, "rb") as file:
                    result[path] = file.read()
    return result


OFFICE = {"pdf-writer": ("HTML (StarWriter)", "pdf:writer_pdf_Export", "pdf"),
          "docx": ("HTML (StarWriter)", "docx:MS Word 2007 XML", "docx"),
          "xlsx": ("HTML (StarCalc)", "xlsx:Calc MS Excel 2007 XML", "xlsx")}
OPTIONS = {"layout": ["-layout"], "raw": ["-raw"], "plain": []}


def for_calc(page):
    """Calc must not make a formula of =3次 nor a number of 2470.00: what is no money says that it is text."""
    return re.sub(r'<td(?![^>]*\bright\b)', '<td sdnum="2052;2052;@"', page)


def shows(pdf, texts):
    """Whether a print shows all of `texts`: Writer cuts off what a cell over several rows does not hold.
    By counts of letters, since pdftotext gives lines of neighbouring cells in any order."""
    said = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    there = collections.Counter(said)
    wanted = collections.Counter("".join(texts))
    return not any(there[c] < n for c, n in wanted.items() if "\u4e00" <= c <= "\u9fff")


class Cache:
    """Media of pages, kept in a directory under the pages' hashes."""

    def __init__(self, directory):
        self.directory = directory
        os.makedirs(directory, exist_ok=True)

    def path(self, page, medium):
        if medium == "xlsx":
            page = for_calc(page)
        key = hashlib.sha256(page.encode()).hexdigest()[:24]
        return os.path.join(self.directory, f"{key}-{medium}.{SUFFIX.get(medium, 'txt')}")

    def _keep(self, page, medium, data):
        with open(self.path(page, medium) + ".new", "wb") as file:
            file.write(data)
        os.rename(self.path(page, medium) + ".new", self.path(page, medium))

    def make(self, pages, media, say=lambda text: None):
        """Makes what is missing. Where a print failed, its file stays missing."""
        missing = {m: [p for p in pages if not os.path.exists(self.path(p, m))] for m in MEDIA}
        for page in missing["html"]:
            self._keep(page, "html", page.encode())
        texts = [m for m in OPTIONS if m in media]
        if "pdf" in media or texts:
            wanted = missing["pdf"] if "pdf" in media else [p for p in missing["pdf"] if any(p in missing[m] for m in texts)]
            if wanted:
                say(f"Chromium prints {len(wanted)} pages")
                browser = Chromium()
                try:
                    for page in wanted:
                        self._keep(page, "pdf", browser.print(self.path(page, "html")))
                finally:
                    browser.close()
        for medium, (filter_in, to, suffix) in OFFICE.items():
            if medium not in media:
                continue
            for start in range(0, len(missing[medium]), 60):
                batch = missing[medium][start:start + 60]
                say(f"LibreOffice makes {len(batch)} of {medium}")
                paths = {}
                for page in batch:
                    source = page
                    if medium == "xlsx":
                        source = for_calc(page)
                        self._keep(source, "html", source.encode())
                    paths[self.path(source, "html")] = page
                for path, data in office(list(paths), filter_in, to, suffix).items():
                    self._keep(paths[path], medium, data)
        for medium in texts:
            for page in missing[medium]:
                done = subprocess.run(["pdftotext", *OPTIONS[medium], self.path(page, "pdf"), "-"], capture_output=True, check=True)
                self._keep(page, medium, done.stdout)
        for medium, make in (("csv", as_csv), ("tabs", as_tabs)):
            if medium in media:
                for page in missing[medium]:
                    self._keep(page, medium, make(page))
