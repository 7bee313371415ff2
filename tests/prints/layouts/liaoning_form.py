"""Liaoning's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "部门预算项目支出绩效目标表"
SEEN = "Liaoning since 2022: forms with 运算符号, 指标值 and 度量单位 in three cells."
COLUMNS = ("fiscal_appropriation", "special_account", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number and style.break_rows:
            page.new_page()
        page.title(TITLE)
        page.line(f"（{document.year}年度）", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("部门名称", cols=2), C(document.department, cols=5)],
                [H("项目名称", cols=2), C(p.name, cols=5)],
                [H("预算资金情况", rows=4, cols=2), H("预算资金总额", cols=2), M(shown(document, money["total"], True), cols=3)],
                [H("其中：财政拨款", cols=2), M(shown(document, money["fiscal_appropriation"]), cols=3)],
                [H("财政专户管理资金", cols=2), M(shown(document, money["special_account"]), cols=3)],
                [H("其他资金", cols=2), M(shown(document, money["other_funds"]), cols=3)],
                [H("总体目标", cols=2), C(p.goal, cols=5)]]
        lines = [[*levels(document, i), i.name, *i.parts()] for i in ordered(document, p)]
        rows += block(style, "绩效指标", ("一级指标", "二级指标", "三级指标", "运算符号", "指标值", "度量单位"), lines,
                      (1, 1, 1, 1, 1, 1))
        page.table(None, rows, (7, 10, 12, 26, 8, 12, 9))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True)} for p in document.projects])
