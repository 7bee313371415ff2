"""Shaanxi's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "部门预算专项业务经费绩效目标表"
SEEN = "Shaanxi, table 13: 专项（项目）名称, 实施期资金总额, goals in a cell, 指标内容 for the third level, 备注."
COLUMNS = ("fiscal_appropriation", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"表13\n{TITLE}")
        page.para(f"（{document.year}年度）", "year")
        page.line(f"部门名称：{document.department}")
        money = funds(document, p, COLUMNS)
        rows = [[H("专项（项目）名称", cols=2), C(p.name, cols=4)],
                [H("主管部门", cols=2), C(document.department, cols=4)],
                [H(f"资金金额\n（{document.unit}）", rows=3, cols=2), H("年度资金总额：", cols=2), M(shown(document, money["total"], True), cols=2)],
                [C("其中：财政拨款", cols=2, align="center"), M(shown(document, money["fiscal_appropriation"]), cols=2)],
                [C("其他资金", cols=2, align="center"), M(shown(document, money["other_funds"]), cols=2)],
                [H("总体目标", cols=2), C(p.goal, cols=4)]]
        lines = [[*levels(document, i, False), i.name, i.target(), ""] for i in ordered(document, p, False)]
        rows += block(style, "绩效指标", ("一级指标", "二级指标", "指标内容", "指标值", "备注"), lines, (1, 1, 1, 1, 1))
        page.table(None, rows, (8, 11, 13, 24, 15, 9))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p, False)} for p in document.projects])
