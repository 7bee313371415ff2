"""Pages of made-up published documents: style, cells, tables. See content.py: nothing is real."""

import html
import random
from dataclasses import dataclass, field

FONTS = ("Noto Sans CJK SC", "Noto Serif CJK SC", "WenQuanYi Zen Hei", "AR PL UMing CN")


@dataclass
class Style:
    """How a document is set. A function of its seed and its layout's name alone."""

    rng: random.Random
    font: str
    size: float
    paper: str
    rules: str  # ruled, hairline, horizontal, none
    padding: float
    break_rows: bool
    repeat_header: bool
    numbers: str
    justify: bool
    spacing: float
    top: bool
    spans: str  # merged, repeated, blank
    spaced: bool  # 合 计
    full_width: bool
    bold_head: bool
    indent: bool
    jitter: list = field(default_factory=list)


def make_style(seed, name):
    rng = random.Random(f"budgetdiff-style-{name}-{seed}")
    return Style(
        rng, rng.choice(FONTS), rng.choice((7, 7.5, 8, 9, 9, 9, 10, 10.5, 12)),
        rng.choices(("A4", "A4 landscape", "A3 landscape", "A3"), weights=(40, 45, 10, 5))[0],
        rng.choices(("ruled", "hairline", "horizontal", "none"), weights=(58, 20, 10, 12))[0],
        rng.choice((0.5, 1, 1.5, 2, 3)), rng.random() < 0.6, rng.random() < 0.5,
        rng.choice(("第 {} 页", "- {} -", "{}", "第 {} 页，共 {} 页", "", "")), rng.random() < 0.3,
        rng.choice((0, 0, 0, 0.3)), rng.random() < 0.3, rng.choices(("merged", "repeated", "blank"), weights=(70, 15, 15))[0],
        rng.random() < 0.12, rng.random() < 0.7, rng.random() < 0.3, rng.random() < 0.5,
        [rng.uniform(0.85, 1.2) for _ in range(20)])


class C:
    """A cell. `text` may hold line ends."""

    def __init__(self, text="", rows=1, cols=1, head=False, align=None, kind=None):
        self.text, self.rows, self.cols, self.head, self.align = text, rows, cols, head, align
        self.kind = kind


def H(text, rows=1, cols=1):
    """A label or a header's word."""
    return C(text, rows, cols, True, "center")


def M(text, rows=1, cols=1):
    """Money."""
    return C(text, rows, cols, False, "right")


def esc(text):
    return html.escape(text, quote=False).replace("\n", "<br/>")


def spaced(style, text):
    """合计 as 合 计, where this document does so."""
    return " ".join(text) if style.spaced and len(text) in (2, 4) else text


def grouped(rows, columns, spans, aligns=None, cols=None):
    """Cells of `rows`; in the first `columns` equal neighbours (under equal ones before) are one
    group: merged into one cell, repeated, or blank behind the first. A row may begin with any
    hashable that is no text: (key, text) pairs keep equal texts of different groups apart."""
    result = [[] for _ in rows]
    for column in range(len(rows[0]) if rows else 0):
        start = 0
        while start < len(rows):
            end = start + 1
            if column < columns:
                while end < len(rows) and rows[end][:column + 1] == rows[start][:column + 1]:
                    end += 1
            value = rows[start][column]
            text = value[1] if isinstance(value, tuple) else value
            align = aligns[column] if aligns else None
            width = cols[column] if cols else 1
            if column < columns and spans == "merged":
                result[start].append(C(text, rows=end - start, cols=width, align=align))
            else:
                for i in range(start, end):
                    result[i].append(C(text if i == start or spans == "repeated" else "", cols=width, align=align))
            start = end
    return result


def block(style, label, headers, rows, cols, group=2):
    """The table of indicators inside a form: a label beside a header and its rows."""
    out = [[H(label, rows=len(rows) + 1)] + [H(h, cols=n) for h, n in zip(headers, cols)]]
    aligns = ["center"] * group + [None] + ["center"] * (len(cols) - group - 1)
    return out + grouped(rows, group, style.spans, aligns, cols)


class Page:
    """Collects the body of a document."""

    def __init__(self, style, comment):
        self.style, self.comment, self.out = style, comment, []

    def title(self, text, level="t"):
        self.out.append(f'<p class="{level}">{esc(text)}</p>')

    def line(self, left, right="", middle=""):
        """The line between title and table."""
        if self.style.jitter[0] < 1.0 or middle:
            cells = [left] + ([middle] if middle else []) + [right]
            row = "".join(f'<td class="x{i}{" last" if i == len(cells) - 1 else ""}">{esc(c)}</td>'
                          for i, c in enumerate(cells))
            self.out.append(f'<table class="line" width="100%"><tr>{row}</tr></table>')
        else:
            self.out.append(f'<p class="left">{esc(left)}</p>' + (f'<p class="right">{esc(right)}</p>' if right else ""))

    def para(self, text, cls="para"):
        self.out.append(f'<p class="{cls}">{esc(text)}</p>')

    def new_page(self):
        self.out.append('<div class="break" style="page-break-before:always"></div>')

    def table(self, head, body, widths):
        style = self.style
        widths = [w * style.jitter[i % 20] for i, w in enumerate(widths)]
        whole = sum(widths)
        cols = "".join(f'<col style="width:{100 * w / whole:.1f}%" width="{100 * w / whole:.0f}%"/>' for w in widths)
        border = "0" if style.rules in ("none", "horizontal") else "1"
        self.out.append(f'<table class="t" border="{border}" cellspacing="0" width="100%"><colgroup>{cols}</colgroup>')
        if head:
            self.out.append("<thead>" + "".join(map(self._row, head)) + "</thead>")
        self.out.append("<tbody>" + "".join(map(self._row, body)) + "</tbody></table>")

    def _row(self, cells):
        out = []
        for c in cells:
            attributes = ""
            if c.rows > 1:
                attributes += f' rowspan="{c.rows}"'
            if c.cols > 1:
                attributes += f' colspan="{c.cols}"'
            classes = " ".join(filter(None, ("h" if c.head else "", c.align or "", c.kind or "")))
            if classes:
                attributes += f' class="{classes}"'
            if c.align:
                attributes += f' align="{c.align}"'
            out.append(f"<td{attributes}>{esc(c.text)}</td>")
        return "<tr>" + "".join(out) + "</tr>\n"

    def html(self):
        s = self.style
        if s.rules == "ruled":
            lines = "border:0.8pt solid #000"
        elif s.rules == "hairline":
            lines = "border:0.25pt solid #666"
        elif s.rules == "horizontal":
            lines = "border:0;border-top:0.6pt solid #000;border-bottom:0.6pt solid #000"
        else:
            lines = "border:0"
        number = ""
        if s.numbers:
            pieces = s.numbers.split("{}")
            content = f'"{pieces[0]}" counter(page) "{pieces[1]}"'
            if len(pieces) == 3:
                content += f' counter(pages) "{pieces[2]}"'
            number = f"@bottom-center{{content:{content};font-size:9pt}}"
        css = f"""
@page{{size:{s.paper};margin:14mm 12mm;{number}}}
body{{font-family:"{s.font}";font-size:{s.size}pt;margin:0}}
table{{width:100%;border-collapse:collapse}}

.t td{{{lines};padding:{s.padding}pt {s.padding + 1}pt;vertical-align:{'top' if s.top else 'middle'};overflow-wrap:break-word;
word-break:break-all;font-size:{s.size}pt;letter-spacing:{s.spacing}pt;text-align:{'justify' if s.justify else 'left'}}}
.t td.h{{text-align:center;font-weight:{'bold' if s.bold_head else 'normal'}}}
.t td.center{{text-align:center}} .t td.right{{text-align:right;white-space:nowrap}}
.t td.in{{padding-left:{2 * s.size}pt}}
tr{{break-inside:{'auto' if s.break_rows else 'avoid'}}}
thead{{display:{'table-header-group' if s.repeat_header else 'table-row-group'}}}
.line td{{border:0;padding:2pt;font-size:{s.size}pt}} .line td.last{{text-align:right}}
p{{margin:3pt 0}} .t0,p.t{{text-align:center;font-size:{s.size + 6}pt;font-weight:bold}} p.year{{text-align:center}}
p.right{{text-align:right}} p.cover{{text-align:center;font-size:26pt;margin-top:120pt;font-weight:bold}}
p.chapter{{font-size:{s.size + 4}pt;font-weight:bold;text-align:center}} p.para{{text-indent:2em;line-height:1.6}}
"""
        return (f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"/><!-- made up: {self.comment} -->'
                f'<title>{esc(self.comment)}</title><style>{css}</style></head><body>\n' + "\n".join(self.out) + "\n</body></html>\n")


LONG = {"quantity": "数量指标", "quality": "质量指标", "time": "时效指标", "cost": "成本指标", "economic": "经济效益指标",
        "social": "社会效益指标", "ecological": "生态效益指标", "sustainable": "可持续影响指标",
        "satisfaction": "服务对象满意度指标"}
FIRST = {"quantity": "产出指标", "quality": "产出指标", "time": "产出指标", "cost": "产出指标", "economic": "效益指标",
         "social": "效益指标", "ecological": "效益指标", "sustainable": "效益指标", "satisfaction": "满意度指标"}


def levels(document, indicator, own_cost=None, short=False):
    """First and second category as this document's system words them. `own_cost`: cost is a first level."""
    own_cost = document.year >= 2022 if own_cost is None else own_cost
    second = LONG[indicator.category]
    if indicator.category == "cost" and own_cost:
        return "成本指标", "经济成本指标"
    if short:
        second = second.removesuffix("指标") if indicator.category in ("economic", "social", "ecological", "sustainable", "satisfaction") else second
    return FIRST[indicator.category], second


def ordered(document, project, own_cost=None):
    """Indicators as printed: where cost is a first level of its own, before all or behind the products."""
    own_cost = document.year >= 2022 if own_cost is None else own_cost
    if own_cost and document.cost_first:
        return sorted(project.indicators, key=lambda i: i.category != "cost")
    return project.indicators


def funds(document, project, columns):
    """Amounts by column, the total first. What has no column of its own is under the first of `columns`."""
    result = {"total": project.total()}
    rest = project.total()
    for column in columns[1:]:
        names = FISCAL if column == "fiscal_appropriation" else (column,)
        result[column] = sum(project.funds[n] for n in names)
        rest -= result[column]
    if columns:
        result[columns[0]] = rest
    return result


FISCAL = ("general_public_budget", "government_funds")


def shown(document, amount, total=False):
    """How a cell prints an amount."""
    return document.money(amount) if amount or total else document.zero


def kept(document, amounts, rename=None):
    """Amounts as a snapshot has them: a blank cell is absent."""
    out = {}
    for key, amount in amounts.items():
        if amount or key == "total" or document.zero:
            out[(rename or {}).get(key, key)] = document.plain(amount)
    return out


def totals(document, columns):
    """Sums of all projects, by column."""
    result = {}
    for project in document.projects:
        for key, amount in funds(document, project, columns).items():
            result[key] = result.get(key, 0) + amount
    return result


def snapshot(document, projects, stated=None, unit=True):
    """The frame of a truth."""
    result = {"schema": "budgetdiff/snapshot/1", "department": document.department, "year": document.year,
              "stage": "budget"}
    if unit:
        result["unit"] = document.unit
    if stated:
        result["stated_total"] = stated
    result["projects"] = projects
    return result


def indicator_truth(document, project, own_cost=None, short=False, joined=False, weight=False, target=None):
    """The indicators of a project under one target column."""
    result = []
    for i in ordered(document, project, own_cost):
        first, second = levels(document, i, own_cost, short)
        entry = {"level1": first, "level2": second, "name": i.name,
                 "annual_target": target(i) if target else (i.joined() if joined else i.target())}
        if weight:
            entry["weight"] = str(i.weight)
        result.append(entry)
    return result
