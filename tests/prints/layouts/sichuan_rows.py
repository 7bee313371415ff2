"""Sichuan's list; see content.py: all of it is made up."""
from page import H, Page, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "部门预算项目绩效目标表"
SEEN = "Sichuan since 2022: a code before the name, 绩效指标性质, 绩效指标值, 绩效度量单位, 权重 and 指标方向性."


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{TITLE}（{document.year}年度）")
    page.line(f"部门名称：{document.department}", f"金额单位：{document.unit}")
    words = ("单位名称", "项目名称", "预算数", "年度目标", "一级指标", "二级指标", "三级指标", "绩效指标性质", "绩效指标值",
             "绩效度量单位", "权重", "指标方向性")
    rows = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p):
            sign = i.parts()[0]
            rows.append([document.department, (n, f"{p.code}-{p.name}"), document.money(p.total()), p.goal,
                         *levels(document, i), i.name, *i.parts(), str(i.weight),
                         "反向指标" if sign in "≤<" else "正向指标"])
    aligns = ["center", None, "right", None, "center", "center", None, "center", "center", "center", "center", "center"]
    page.table([[H(w) for w in words]], grouped(rows, 6, style.spans, aligns), (8, 14, 8, 22, 7, 8, 14, 6, 7, 7, 5, 7))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "code": p.code, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True, weight=True)} for p in document.projects])
