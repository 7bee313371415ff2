"""Shenzhen's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, indicator_truth, levels, ordered, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Shenzhen: 预算单位, 项目总金额 beside 本年度金额, 起始时间 and 终止时间, 绩效目标 of the whole and of the year."


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{document.year}年{TITLE}")
        page.line(f"预算单位：{document.department}", f"单位：{document.unit}")
        rows = [[H("项目名称", cols=2), C(p.name, cols=4)],
                [H("项目起始时间", cols=2), C(f"{document.year}-01-01", cols=2), H("项目终止时间"), C(f"{document.year + p.years - 1}-12-31")],
                [H("项目资金总额", cols=2), M(document.money(p.total() * p.years), cols=2), H("年度资金总额"), M(document.money(p.total()))],
                [H("项目总体目标", cols=2), C(p.long_goal, cols=4)],
                [H("年度绩效目标", cols=2), C(p.goal, cols=4)]]
        lines = [[*levels(document, i), i.name, i.target()] for i in ordered(document, p)]
        rows += block(style, "年度绩效指标", ("一级指标", "二级指标", "三级指标", "指标值"), lines, (1, 1, 2, 1))
        page.table(None, rows, (9, 12, 15, 14, 16, 16))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"multi_year_total": document.plain(p.total() * p.years), "total": document.plain(p.total())},
         "goal": p.long_goal, "annual_goal": p.goal, "indicators": indicator_truth(document, p)} for p in document.projects])
