"""Hubei's form; see content.py: all of it is made up."""
from page import C, H, M, Page, funds, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Hubei: targets of earlier years (前年, 上年) before 预计当年实现, 绩效标准 behind them."
COLUMNS = ("general_public_budget", "government_funds", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{document.year}年度{TITLE}")
        page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称", cols=2), C(p.name, cols=2), H("项目编码", cols=2), C(p.code, cols=2)],
                [H("项目总预算", cols=2), M(document.money(p.total() * p.years), cols=2), H("项目当年预算", cols=2), M(document.money(p.total()), cols=2)],
                [H("项目绩效总目标", cols=2), C(p.long_goal, cols=6)],
                [H("年度绩效目标", cols=2), C(p.goal, cols=6)]]
        lines = []
        for i in ordered(document, p):
            lines.append([*levels(document, i), i.name, i.target(i.half_value), i.target(i.half_value), i.target(), "计划标准"])
        rows.append([H("年度目标表", rows=len(lines) + 2)] + [H(w, rows=2) for w in ("一级指标", "二级指标", "三级指标")] +
                    [H("指标值", cols=3), H("指标值确定依据", rows=2)])
        rows.append([H("前年"), H("上年"), H("预计当年实现")])
        rows += grouped(lines, 2, style.spans, ["center", "center", None] + ["center"] * 4)
        page.table(None, rows, (8, 10, 12, 22, 10, 10, 12, 12))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "code": p.code,
         "funding": {"multi_year_total": document.plain(p.total() * p.years), "total": document.plain(p.total())},
         "goal": p.long_goal, "annual_goal": p.goal, "indicators": indicator_truth(document, p)} for p in document.projects])
