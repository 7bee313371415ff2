"""Jiangsu's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Jiangsu since 2021: long-term and annual goal, 半年（程）指标值 beside 全年（程）指标值."
COLUMNS = ("general_public_budget", "government_funds", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{document.year}年度{TITLE}")
        page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称", cols=2), C(p.name, cols=4)],
                [H("主管部门", cols=2), C(document.department, cols=2), H("实施单位"), C(document.department)],
                [H("项目类型", cols=2), C(p.type, cols=2), H("项目编码"), C(p.code)],
                [H("年度预算", rows=4), H("资金总额"), M(shown(document, money["total"], True), cols=4)],
                [H("一般公共预算资金"), M(shown(document, money["general_public_budget"]), cols=4)],
                [H("政府性基金"), M(shown(document, money["government_funds"]), cols=4)],
                [H("其他资金"), M(shown(document, money["other_funds"]), cols=4)],
                [H("中长期目标", cols=2), C(p.long_goal, cols=4)],
                [H("年度目标", cols=2), C(p.goal, cols=4)]]
        lines = [[*levels(document, i), i.name, i.target(i.half_value), i.target()] for i in ordered(document, p)]
        rows += block(style, "年度绩效指标" if style.bold_head else "绩效指标",
                      ("一级指标", "二级指标", "三级指标", "半年（程）指标值", "全年（程）指标值"), lines, (1, 1, 1, 1, 1))
        page.table(None, rows, (8, 11, 13, 24, 13, 13))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "code": p.code, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.long_goal,
         "annual_goal": p.goal, "indicators": indicator_truth(document, p)} for p in document.projects])
