"""Fujian's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Fujian: 项目资金 as one row of labels over one of amounts, 投入 first in old years, 目标值, no 绩效指标 heading."
COLUMNS = ("fiscal_appropriation", "carried_over", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number and style.break_rows:
            page.new_page()
        page.title(f"{document.year}年度{TITLE}")
        page.line(f"单位名称：{document.department}", f"金额单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称"), C(p.name, cols=4)],
                [H("项目资金", rows=2), H("资金总额"), H("财政拨款"), H("上年结转"), H("其他资金")],
                [M(shown(document, money["total"], True))] + [M(shown(document, money[c])) for c in COLUMNS],
                [H("总体目标"), C(p.goal, cols=4)]]
        lines = [[*levels(document, i), i.name, i.target()] for i in ordered(document, p)]
        rows += block(style, "绩效\n指标", ("一级指标", "二级指标", "三级指标", "目标值"), lines, (1, 1, 1, 1))
        page.table(None, rows, (10, 14, 16, 26, 16))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects])
