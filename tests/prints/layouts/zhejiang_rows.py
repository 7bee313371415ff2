"""Zhejiang's list; see content.py: all of it is made up."""
from page import C, H, M, Page, funds, grouped, indicator_truth, kept, levels, ordered, shown, snapshot, spaced, totals

TITLE = "部门预算项目支出绩效目标表"
SEEN = "Zhejiang: a numbered list, sources of the money in columns under one heading, 合计 last, 目标值 with its unit."
COLUMNS = ("general_public_budget", "government_funds", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.year}年{document.department}{TITLE}")
    page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
    head = [[H("序号", rows=2), H("项目名称", rows=2), H("项目金额", cols=4), H("年度绩效目标", rows=2), H("绩效指标", cols=4)],
            [H(w) for w in (spaced(style, "合计"), "一般公共预算", "政府性基金", "其他资金", "一级指标", "二级指标", "三级指标", "目标值")]]
    rows = []

    def money(amounts):
        return [shown(document, amounts["total"], True)] + [shown(document, amounts[c]) for c in COLUMNS]

    for n, p in enumerate(document.projects, 1):
        for i in ordered(document, p):
            # blank cells of different columns must not become groups of their own
            rows.append([(n, str(n)), p.name, *[(n, m) for m in money(funds(document, p, COLUMNS))], p.goal,
                         *levels(document, i), i.name, i.target()])
    aligns = ["center", None, "right", "right", "right", "right", None, "center", "center", None, "center"]
    body = grouped(rows, 9, style.spans, aligns)
    body.append([C(), C(spaced(style, "合计"), align="center")] + [M(m) for m in money(totals(document, COLUMNS))] + [C() for _ in range(5)])
    page.table(head, body, (4, 13, 8, 8, 8, 8, 20, 8, 9, 15, 10))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects], kept(document, totals(document, COLUMNS)))
