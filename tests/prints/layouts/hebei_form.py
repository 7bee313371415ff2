"""Hebei's form; see content.py: all of it is made up."""
from page import C, H, M, Page, funds, grouped, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "绩效目标表"
SEEN = "Hebei since 2021: numbered titles, 项目编码, a plan of payment in percent, rows with 绩效指标描述, 指标值, 指标值确定依据."
COLUMNS = ("fiscal_appropriation", "other_funds")
BASES = ("历史数据", "年度工作计划", "《项目实施方案》", "行业标准", "计划标准", "上级文件要求")


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.department}{document.year}年部门预算项目绩效目标", "chapter")
    for number, p in enumerate(document.projects, 1):
        page.title(f"{number}、{p.name}{TITLE}")
        page.line(f"{document.department_code}001{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目编码"), C(p.code, cols=2), H("项目名称"), C(p.name, cols=3)],
                [H("预算规模及资金用途", rows=2), H("预算数"), M(shown(document, money["total"], True)), H("其中：财政资金"),
                 M(shown(document, money["fiscal_appropriation"])), H("其他资金"), M(shown(document, money["other_funds"]))],
                [C("用于" + p.long_goal, cols=6)],
                [H("资金支出计划（%）", rows=2), H("3月底"), H("6月底"), H("10月底"), H("12月底", cols=3)],
                [C("25.00%", align="center"), C("50.00%", align="center"), C("83.00%", align="center"),
                 C("100.00%", cols=3, align="center")],
                [H("绩效目标"), C(p.goal, cols=6)],
                [H(w) for w in ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值")] + [H("指标值确定依据", cols=2)]]
        lines = [[*levels(document, i), i.name, i.describes, i.target(), BASES[(document.seed + n) % 6]]
                 for n, i in enumerate(ordered(document, p))]
        rows += grouped(lines, 2, style.spans, ["center", "center", None, None, "center", None], (1, 1, 1, 1, 1, 2))
        page.table(None, rows, (13, 12, 16, 18, 13, 9, 10))
    return page.html()


def truth(document):
    projects = []
    for p in document.projects:
        projects.append({"name": p.name, "code": p.code, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
                         "indicators": indicator_truth(document, p)})
    return snapshot(document, projects)
