"""Jilin's list; see content.py: all of it is made up."""
from page import H, Page, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "部门预算项目支出绩效目标表"
SEEN = "Jilin: the unit in the header of the amounts, 指标解释, 指标方向 behind the name, 目标值, 计量单位, 权重."


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.year}年度{TITLE}")
    page.line(f"填报单位：{document.department}", "")
    words = ("序号", "项目名称", f"项目金额（{document.unit}）", "年度绩效目标", "一级指标", "二级指标", "三级指标", "指标解释", "指标方向", "目标值",
             "计量单位", "权重")
    rows = []
    for n, p in enumerate(document.projects, 1):
        for i in ordered(document, p):
            rows.append([(n, str(n)), p.name, document.money(p.total()), p.goal, *levels(document, i), i.name, i.describes, *i.parts(),
                         str(i.weight)])
    aligns = ["center", None, "right", None, "center", "center", None, None, "center", "center", "center", "center"]
    page.table([[H(w) for w in words]], grouped(rows, 6, style.spans, aligns), (4, 13, 8, 20, 7, 8, 14, 12, 5, 7, 6, 5))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True, weight=True)} for p in document.projects])
