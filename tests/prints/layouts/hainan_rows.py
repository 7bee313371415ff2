"""Hainan's list; see content.py: all of it is made up."""
from page import H, Page, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "部门项目支出绩效信息表"
SEEN = "Hainan, public table 13: code and name in one cell, 指标方向 and 度量单位 around the value, 本年度绩效目标."


def render(document, style):
    page = Page(style, TITLE)
    page.para("预算公开13表", "right")
    page.title(f"{document.year}年{TITLE}")
    page.line(f"部门：{document.department}", f"单位：{document.unit}")
    head = [[H(w) for w in ("项目编码", "项目名称", "资金总额", "总体绩效目标", "一级绩效指标", "二级绩效指标", "三级绩效指标", "绩效指标性质", "绩效指标值",
                            "度量单位")]]
    rows = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p):
            rows.append([(n, p.code), p.name, document.money(p.total()), p.goal, *levels(document, i), i.name, *i.parts()])
    aligns = ["center", None, "right", None, "center", "center", None, "center", "center", "center"]
    page.table(head, grouped(rows, 6, style.spans, aligns), (10, 13, 8, 22, 8, 9, 16, 6, 8, 7))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "code": p.code, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True)} for p in document.projects])
