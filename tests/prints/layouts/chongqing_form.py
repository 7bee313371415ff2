"""Chongqing's form; see content.py: all of it is made up."""
from page import C, H, M, Page, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "项目绩效目标表"
SEEN = "Districts of Chongqing: 编制单位, 本级安排 and 上级补助, then 指标名称-like rows with 指标权重, 计量单位, 指标性质, 指标值."


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{document.year}年{TITLE}")
        page.line(f"编制单位：{document.department}", f"单位：{document.unit}")
        rows = [[H("项目名称", cols=2), C(p.name, cols=3), H("业务主管部门", cols=2), C(document.department, cols=2)],
                [H("当年预算", cols=2), M(document.money(p.total()), cols=3), H("项目类型", cols=2), C(p.type, cols=2)],
                [H("项目概况", cols=2), C(p.long_goal, cols=7)],
                [H("当年绩效目标", cols=2), C(p.goal, cols=7)]]
        words = ("一级指标", "二级指标", "三级指标", "指标权重", "计量单位", "指标性质", "指标值", "是否核心指标")
        lines = []
        for n, i in enumerate(ordered(document, p)):
            sign, value, unit = i.parts()
            lines.append([*levels(document, i), i.name, str(i.weight), unit, sign, value, "是" if n == 0 else "否"])
        rows.append([H("绩效指标", rows=len(lines) + 1)] + [H(w) for w in words])
        rows += grouped(lines, 2, style.spans, ["center", "center", None] + ["center"] * 5)
        page.table(None, rows, (7, 9, 10, 20, 7, 8, 7, 9, 8))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True, weight=True)} for p in document.projects])
