"""Yunnan's list without amounts; see content.py: all of it is made up."""
from page import C, H, Page, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Yunnan, table 05-2: no money at all, numbered columns, 指标性质, 指标值, 度量单位, 指标属性, 指标内容."
IGNORE = {"unit"}


def render(document, style):
    page = Page(style, TITLE)
    page.para("预算05-2表", "right")
    page.title(f"{document.year}年{TITLE}（本级下达）" if style.full_width else f"{document.year}年{TITLE}")
    page.line(f"单位名称：{document.department}", "")
    words = ("项目名称", "项目年度绩效目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "指标属性", "指标内容")
    head = [[H(w) for w in words], [C(str(n), align="center") for n in range(1, len(words) + 1)]]
    rows = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p):
            rows.append([(n, p.name), p.goal, *levels(document, i), i.name, *i.parts(),
                         "定性指标" if i.comparator == "定性" else "定量指标", i.describes])
    aligns = [None, None, "center", "center", None, "center", "center", "center", "center", None]
    page.table(head, grouped(rows, 4, style.spans, aligns), (14, 24, 8, 9, 16, 6, 8, 7, 8, 14))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "goal": p.goal, "indicators": indicator_truth(document, p, joined=True)} for p in document.projects],
        unit=False)
