"""Henan's list; see content.py: all of it is made up."""
from page import H, Page, funds, grouped, kept, levels, shown, snapshot

TITLE = "部门预算项目绩效目标汇总表"
SEEN = "Henan since 2022: 单位编码（项目编码）, 单位（项目名称）, a pair of columns 三级指标 and 指标值 for each first level."
COLUMNS = ("fiscal_appropriation", "special_account", "other_funds")
GROUPS = ("成本指标", "产出指标", "效益指标", "满意度指标")
IGNORE = {"level2"}  # the print names no second level


def _groups(document, project):
    result = {g: [] for g in GROUPS}
    for i in project.indicators:
        result[levels(document, i, True)[0]].append(i)
    return result


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.year}年{TITLE}")
    page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
    head = [[H("项目编码", rows=3), H("项目名称", rows=3), H("项目金额", cols=4), H("绩效目标", rows=3), H("绩效指标", cols=8)],
            [H(w, rows=2) for w in ("资金总额", "财政拨款", "财政专户拨款", "其他资金")] + [H(g, cols=2) for g in GROUPS],
            [H(w) for _ in GROUPS for w in ("三级指标", "指标值")]]
    rows = []
    for n, p in enumerate(document.projects):
        money = funds(document, p, COLUMNS)
        groups = _groups(document, p)
        for line in range(max(map(len, groups.values()))):
            row = [(n, p.code), p.name, (n, shown(document, money["total"], True)), *[(n, shown(document, money[c])) for c in COLUMNS], p.goal]
            for g in GROUPS:
                i = groups[g][line] if line < len(groups[g]) else None
                row += [i.name, i.target()] if i else ["", ""]
            rows.append(row)
    aligns = ["center", None, "right", "right", "right", "right", None] + [None, "center"] * 4
    page.table(head, grouped(rows, 7, style.spans, aligns), (8, 10, 7, 7, 6, 6, 16) + (9, 6) * 4)
    return page.html()


def truth(document):
    projects = []
    for p in document.projects:
        groups = _groups(document, p)
        # row by row, or category by category: the contract does not say; scored as a set by its names
        indicators = [{"level1": g, "name": i.name, "annual_target": i.target()} for g in GROUPS for i in groups[g]]
        projects.append({"name": p.name, "code": p.code, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
                         "indicators": indicators})
    return snapshot(document, projects)
