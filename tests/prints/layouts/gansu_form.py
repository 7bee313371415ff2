"""Gansu's form; see content.py: all of it is made up."""
from page import C, H, M, Page, funds, grouped, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "部门预算项目支出绩效目标表"
SEEN = "Gansu: the form's number of columns follows 绩效指标性质, 本年指标值, 度量单位, 分值; 项目年度绩效目标 below the money."
COLUMNS = ("general_public_budget", "government_funds", "carried_over")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number and style.full_width:
            page.new_page()
        page.title(f"{TITLE}\n（{document.year}年度）")
        page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称", cols=2), C(p.name, cols=5)],
                [H("年度资金总额", cols=2), M(shown(document, money["total"], True)), H("一般公共预算", cols=2), M(shown(document, money["general_public_budget"]), cols=2)],
                [H("政府性基金", cols=2), M(shown(document, money["government_funds"])), H("上年结转", cols=2), M(shown(document, money["carried_over"]), cols=2)],
                [H("年度绩效目标", cols=2), C(p.goal, cols=5)],
                [H(w) for w in ("一级指标", "二级指标", "三级指标", "指标性质", "本年指标值", "度量单位", "分值")]]
        lines = [[*levels(document, i), i.name, *i.parts(), str(i.weight)] for i in ordered(document, p)]
        rows += grouped(lines, 2, style.spans, ["center", "center", None] + ["center"] * 4)
        page.table(None, rows, (11, 13, 26, 8, 13, 9, 7))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
         "indicators": indicator_truth(document, p, joined=True, weight=True)} for p in document.projects])
