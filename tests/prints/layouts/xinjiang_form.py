"""Xinjiang's form; see content.py: all of it is made up."""
from page import C, H, M, Page, funds, grouped, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Xinjiang since 2019: 预算单位 beside 项目名称, three amounts in one row, 指标值（包含数字及文字描述）."
COLUMNS = ("fiscal_appropriation", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(TITLE)
        page.para(f"（{document.year}年度）", "year")
        page.line(f"编报部门：{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("预算单位"), C(document.department, cols=2), H("项目名称"), C(p.name, cols=3)],
                [H("项目资金"), H("年度资金总额"), M(shown(document, money["total"], True)), H("其中：财政拨款"),
                 M(shown(document, money["fiscal_appropriation"])), H("其他资金"), M(shown(document, money["other_funds"]))],
                [H("项目总体目标"), C(p.goal, cols=6)],
                [H("一级指标"), H("二级指标"), H("三级指标", cols=3), H("指标值（包含数字及文字描述）", cols=2)]]
        lines = [[*levels(document, i), i.name, i.target()] for i in ordered(document, p)]
        rows += grouped(lines, 2, style.spans, ["center", "center", None, "center"], (1, 1, 3, 2))
        page.table(None, rows, (12, 14, 12, 12, 12, 10, 12))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects])
