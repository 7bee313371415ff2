"""Tianjin's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Tianjin: no ruled line between forms, 绩效目标 numbered, 绩效指标 with 指标值（含单位）, amounts in one row of pairs."
COLUMNS = ("fiscal_appropriation", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.department}{document.year}年{TITLE}", "chapter")
    for number, p in enumerate(document.projects):
        if number and style.break_rows:
            page.new_page()
        page.title(TITLE)
        page.line(f"单位名称：{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称"), C(p.name, cols=3), H("项目类型"), C(p.type)],
                [H("项目资金"), M(shown(document, money["total"], True)), H("其中：财政资金"), M(shown(document, money["fiscal_appropriation"])),
                 H("其他资金"), M(shown(document, money["other_funds"]))],
                [H("绩效目标"), C(p.goal, cols=5)]]
        lines = [[*levels(document, i), i.name, i.describes, i.target()] for i in ordered(document, p)]
        rows += block(style, "绩效指标", ("一级指标", "二级指标", "三级指标", "指标解释", "指标值"), lines, (1, 1, 1, 1, 1))
        page.table(None, rows, (9, 13, 14, 20, 17, 13))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects])
