"""Guizhou's list; see content.py: all of it is made up."""
from page import C, H, M, Page, funds, grouped, indicator_truth, kept, levels, ordered, shown, snapshot, spaced, totals

TITLE = "部门预算项目支出绩效目标表"
SEEN = "Guizhou: name and goal, amounts by source under 预算安排, 指标性质 and 指标值 with its unit in one cell, numbered columns."
COLUMNS = ("fiscal_appropriation", "special_account", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.year}年{TITLE}")
    page.line(f"编制部门：{document.department}", f"金额单位：{document.unit}")
    words = ("总计", "财政拨款", "财政专户拨款", "其他资金")
    head = [[H("项目名称", rows=2), H("预算安排", cols=4), H("绩效目标", rows=2), H("绩效指标", cols=4)],
            [H(spaced(style, w)) for w in words] + [H(w) for w in ("一级指标", "二级指标", "三级指标", "指标值")]]
    if style.full_width:
        head.append([C(str(n), align="center") for n in range(1, 11)])
    rows = []
    for n, p in enumerate(document.projects):
        money = funds(document, p, COLUMNS)
        for i in ordered(document, p):
            rows.append([(n, p.name), (n, shown(document, money["total"], True)), *[(n, shown(document, money[c])) for c in COLUMNS], p.goal,
                         *levels(document, i), i.name, i.target()])
    aligns = [None, "right", "right", "right", "right", None, "center", "center", None, "center"]
    body = grouped(rows, 8, style.spans, aligns)
    whole = totals(document, COLUMNS)
    body.insert(0, [C(spaced(style, "合计"), align="center"), M(shown(document, whole["total"], True))] +
                [M(shown(document, whole[c])) for c in COLUMNS] + [C() for _ in range(5)])
    page.table(head, body, (14, 8, 8, 7, 7, 22, 8, 9, 15, 10))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects], kept(document, totals(document, COLUMNS)))
