"""The central ministries' form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Central ministries since 2019: a form a project, amounts in the middle, indicators with 指标值 and 分值权重 below."
COLUMNS = ("fiscal_appropriation", "carried_over", "other_funds")


def _weighted(document):
    return document.seed % 2 == 0


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number and (style.break_rows or style.full_width):
            page.new_page()
        page.title(TITLE)
        page.para(f"（{document.year}年度）", "year")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称", cols=2), C(p.name, cols=4, align="center")],
                [H("主管部门及代码", cols=2), C(f"[{document.department_code}]{document.department}"), H("实施单位"),
                 C(document.department, cols=2)],
                [H("项目属性", cols=2), C(p.type + "项目"), H("项目期"), C(f"{p.years}年", cols=2)]]
        labels = ("年度资金总额：", "其中：财政拨款", "上年结转", "其他资金")
        for n, (label, key) in enumerate(zip(labels, ("total",) + COLUMNS)):
            rows.append(([H(f"项目资金\n（{document.unit}）", rows=4, cols=2)] if n == 0 else []) +
                        [C(("　　" if n > 1 else "") + label, cols=2), M(shown(document, money[key], n == 0), cols=2)])
        rows.append([H("年度总体目标" if style.indent else "年度\n总体\n目标"), C(p.goal, cols=5)])
        headers = ("一级指标", "二级指标", "三级指标", "指标值") + (("分值权重\n（90）",) if _weighted(document) else ())
        lines = [[*levels(document, i), i.name, i.target()] + ([str(i.weight)] if _weighted(document) else [])
                 for i in ordered(document, p)]
        rows += block(style, "绩效指标" if style.indent else "绩\n效\n指\n标", headers, lines,
                      (1, 1, 1, 1, 1) if _weighted(document) else (1, 1, 1, 2))
        page.table(None, rows, (7, 11, 16, 24, 14, 9))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p, weight=_weighted(document))} for p in document.projects])
