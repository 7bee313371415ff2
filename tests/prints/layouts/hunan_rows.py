"""Hunan's list; see content.py: all of it is made up."""
from page import H, Page, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Hunan since 2021, table 22: 单位（专项）名称, 资金总额, 指标值内容 and 评（扣）分标准 behind each indicator."


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{TITLE}（{document.year}年度）")
    page.line(f"部门：{document.department}", f"单位：{document.unit}")
    names = ("单位（专项）名称", "资金总额", "绩效目标")
    head = [[H(w, rows=2) for w in names] + [H("绩效指标", cols=7)],
            [H(w) for w in ("一级指标", "二级指标", "三级指标", "指标值", "指标值内容", "评（扣）分标准", "备注")]]
    rows = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p, False):
            rows.append([(n, p.name), document.money(p.total()), p.goal, *levels(document, i, False), i.name, i.target(),
                         i.describes, "未达标酌情扣分", ""])
    aligns = [None, "right", None, "center", "center", None, "center", None, None, None]
    page.table(head, grouped(rows, 5, style.spans, aligns), (14, 8, 22, 8, 9, 15, 9, 13, 10, 5))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p, False)} for p in document.projects])
