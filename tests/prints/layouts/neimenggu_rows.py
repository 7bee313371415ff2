"""Inner Mongolia's list; see content.py: all of it is made up."""
from page import C, H, M, Page, grouped, indicator_truth, levels, ordered, snapshot, spaced

TITLE = "项目支出绩效目标表"
SEEN = "Inner Mongolia, public table 10: the department in the first column, 合计 first, 指标方向 in words behind the value."


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.year}年{TITLE}")
    page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
    head = [[H(w) for w in ("项目名称", "项目类别", "预算数", "年度绩效目标", "一级指标", "二级指标", "三级指标", "指标值", "分值")]]
    whole = sum(p.total() for p in document.projects)
    rows = [[C(spaced(style, "合计"), align="center"), C(), M(document.money(whole))] + [C() for _ in range(6)]]
    lines = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p):
            lines.append([(n, p.name), p.type, document.money(p.total()), p.goal, *levels(document, i), i.name, i.target(), str(i.weight)])
    aligns = [None, "center", "right", None, "center", "center", None, "center", "center"]
    page.table(head, rows + grouped(lines, 6, style.spans, aligns), (14, 7, 8, 24, 8, 9, 16, 9, 5))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p, weight=True)} for p in document.projects],
        {"total": document.plain(sum(p.total() for p in document.projects))})
