"""Beijing's list, a row an indicator; see content.py: all of it is made up."""
from page import H, Page, grouped, indicator_truth, levels, ordered, snapshot, spaced

TITLE = "项目支出绩效表"
SEEN = "Beijing, budget table 11 since 2022: project, goal, then a row an indicator with 指标性质, 指标值, 度量单位."


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"预算11表 {TITLE}" if style.full_width else TITLE)
    page.line(f"部门名称：{document.department}", f"金额单位：{document.unit}", f"{document.year}年度")
    head = [[H(spaced(style, w), rows=2) for w in ("项目名称", "预算金额", "年度绩效目标")] + [H("绩效指标", cols=6)],
            [H(w) for w in ("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位")]]
    rows = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p):
            rows.append([(n, p.name), document.money(p.total()), p.goal, *levels(document, i), i.name, *i.parts()])
    aligns = [None, "right", None, "center", "center", None, "center", "center", "center"]
    page.table(head, grouped(rows, 5, style.spans, aligns), (14, 8, 24, 8, 9, 18, 6, 8, 7))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True)} for p in document.projects])
