"""Shandong's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Shandong since 2020: 项目期资金总额 beside 年度资金总额, goals of the period and the year beside each other."
COLUMNS = ("fiscal_appropriation", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number and style.full_width:
            page.new_page()
        page.title(f"{document.year}年度{TITLE}")
        page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称", cols=2), C(p.name, cols=4)],
                [H("主管部门", cols=2), C(document.department, cols=2), H("实施单位"), C(document.department)],
                [H("项目资金", rows=3, cols=2), H("年度资金总额", cols=2), M(shown(document, money["total"], True), cols=2)],
                [C("其中：财政拨款", cols=2, align="center"), M(shown(document, money["fiscal_appropriation"]), cols=2)],
                [C("其他资金", cols=2, align="center"), M(shown(document, money["other_funds"]), cols=2)],
                [H("总体目标", rows=2), H("实施期目标", cols=3), H("年度目标", cols=2)],
                [C(p.long_goal, cols=3), C(p.goal, cols=2)]]
        lines = [[*levels(document, i), i.name, i.target(), str(i.weight)] for i in ordered(document, p)]
        rows += block(style, "绩效指标", ("一级指标", "二级指标", "三级指标", "指标值", "分值"), lines, (1, 1, 1, 1, 1))
        page.table(None, rows, (7, 11, 13, 24, 15, 12))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.long_goal, "annual_goal": p.goal,
         "indicators": indicator_truth(document, p, weight=True)} for p in document.projects])
