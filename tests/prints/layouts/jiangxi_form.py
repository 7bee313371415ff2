"""Jiangxi's form; see content.py: all of it is made up."""
from page import C, H, M, Page, grouped, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Jiangxi since 2021: code before the department, 项目属性, 项目日期范围, indicators without a label beside them."
COLUMNS = ("fiscal_appropriation", "other_funds", "carried_over")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{TITLE}\n（{document.year}年度）")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称"), C(p.name, cols=3)],
                [H("主管部门及代码"), C(f"{document.department_code}-{document.department}"), H("实施单位"), C(document.department)],
                [H("项目属性"), C(p.type), H("项目日期范围"), C(f"{document.year}-01-01至{document.year}-12-31")],
                [H(f"项目资金\n（{document.unit}）", rows=4), H("年度资金总额"), M(shown(document, money["total"], True), cols=2)],
                [H("其中：财政拨款"), M(shown(document, money["fiscal_appropriation"]), cols=2)],
                [H("其他资金"), M(shown(document, money["other_funds"]), cols=2)],
                [H("上年结转"), M(shown(document, money["carried_over"]), cols=2)],
                [H("年度绩效目标", cols=4)], [C(p.goal, cols=4)],
                [H("一级指标"), H("二级指标"), H("三级指标"), H("指标值")]]
        rows += grouped([[*levels(document, i), i.name, i.target()] for i in ordered(document, p)], 2, style.spans,
                        ["center", "center", None, "center"])
        page.table(None, rows, (16, 24, 26, 22))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects])
