"""diff --format xlsx: numbers are numbers, texts texts, nothing is a formula,
and two runs give the same bytes. Opened with the standard library alone."""
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

program = sys.argv[1]
HOSTILE = ["=1+2", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "<b>&\"'", "长" * 40000,
           "a\ufffeb\uffffc", "_x0041_项目"]


def snapshot(year, totals):
    projects = [{"name": name, "funding": {"total": total}, "goal": name + f" {year}",
                 "indicators": [{"level1": "产出指标", "name": "数量", "annual_target": f"≥{year}个"}]}
                for name, total in zip(HOSTILE, totals)]
    return {"schema": "budgetdiff/snapshot/1", "department": "=某局", "year": year, "unit": "万元", "projects": projects}


problems = []
with tempfile.TemporaryDirectory() as folder:
    for year, totals in ((2023, ["1.50"] * 9), (2024, ["2.50", "-3.25", "1234567890123456.78"] + ["1.00"] * 6)):
        with open(f"{folder}/{year}.json", "w", encoding="utf-8") as file:
            json.dump(snapshot(year, totals), file, ensure_ascii=False)
    for name in ("one.xlsx", "two.xlsx"):
        subprocess.run([program, "diff", f"{folder}/2023.json", f"{folder}/2024.json", "--format", "xlsx",
                        "-o", f"{folder}/{name}"], check=True, capture_output=True)
    with open(f"{folder}/one.xlsx", "rb") as a, open(f"{folder}/two.xlsx", "rb") as b:
        if a.read() != b.read():
            problems.append("two runs give different bytes")
    book = zipfile.ZipFile(f"{folder}/one.xlsx")
    for part in book.namelist():
        try:
            xml.etree.ElementTree.fromstring(book.read(part))
        except xml.etree.ElementTree.ParseError as error:
            problems.append(f"{part} is no XML: {error}")
    strings = book.read("xl/sharedStrings.xml").decode()
    sheets = {n: book.read(n).decode() for n in book.namelist() if n.startswith("xl/worksheets/")}
    if len(sheets) != 5:
        problems.append(f"{len(sheets)} sheets instead of 5")
    for name, sheet in sheets.items():
        if re.search(r"<f[ >]", sheet):
            problems.append(f"{name}: a formula")
        if 'state="frozen"' not in sheet:
            problems.append(f"{name}: the header is not frozen")
    if not re.search(r"<v>-4\.75</v>", sheets["xl/worksheets/sheet2.xml"]):
        problems.append("the change from 1.50 to -3.25 is no number")
    if "1234567890123456.78" not in strings:
        problems.append("an amount that no double holds is not kept as text")
    if "<t>abc</t>" not in strings:
        problems.append("what XML cannot hold is not left out")
    if "_x005F_x0041_项目" not in strings:
        problems.append("Excel would read _x0041_ as A")
    cells = re.findall(r"<t[^>]*>(长+.*?)</t>", strings)
    if not cells or any(len(cell) > 32767 or (len(cell) == 32767 and not cell.endswith("…")) for cell in cells):
        problems.append("a long text is not cut, or cut without a mark")
    if "=HYPERLINK" not in strings:
        problems.append("a name is missing")
print("\n".join(problems) if problems else "a workbook of five sheets")
sys.exit(1 if problems else 0)
