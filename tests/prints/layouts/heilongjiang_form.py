"""Heilongjiang's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "部门预算项目支出绩效目标表"
SEEN = "Heilongjiang: value, unit and 指标方向 behind each other, the unit in the label of the money, 绩效目标 at the end of the head."
COLUMNS = ("fiscal_appropriation", "special_account", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{TITLE}（{document.year}年度）")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称", cols=2), C(p.name, cols=5)],
                [H("主管部门", cols=2), C(document.department, cols=2), H("项目类型"), C(p.type, cols=2)],
                [H(f"资金情况（{document.unit}）", cols=2, rows=4), H("年度资金总额", cols=2), M(shown(document, money["total"], True), cols=3)],
                [C("其中：财政拨款", cols=2), M(shown(document, money["fiscal_appropriation"]), cols=3)],
                [C("财政专户资金", cols=2), M(shown(document, money["special_account"]), cols=3)],
                [C("其他资金", cols=2), M(shown(document, money["other_funds"]), cols=3)],
                [H("绩效目标", cols=2), C(p.goal, cols=5)]]
        lines = []
        for i in ordered(document, p):
            sign, value, unit = i.parts()
            lines.append([*levels(document, i), i.name, value, unit, sign])
        rows += block(style, "绩效指标", ("一级指标", "二级指标", "三级指标", "指标值", "计量单位", "指标方向"), lines, (1, 1, 1, 1, 1, 1))
        page.table(None, rows, (7, 11, 12, 26, 12, 9, 8))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True)} for p in document.projects])
