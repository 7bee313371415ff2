"""Guangxi's list with many sources; see content.py: all of it is made up."""
from page import C, H, M, Page, grouped, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出预算绩效目标表"
SEEN = "Guangxi: 一般公共预算 and 政府性基金 make up 财政拨款, more sources beside them, two rows of headers, 合计 first."
SOURCES = ("general_public_budget", "government_funds", "special_account", "other_funds", "carried_over")
WORDS = ("总计", "一般公共预算", "政府性基金", "财政专户拨款", "其他资金", "上年结转")


def _money(project):
    return {"total": project.total(), **{s: project.funds[s] for s in SOURCES}}


def _sum(document):
    result = {}
    for p in document.projects:
        for key, amount in _money(p).items():
            result[key] = result.get(key, 0) + amount
    return result


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.year}年{TITLE}")
    page.line(f"单位名称：{document.department}", f"单位：{document.unit}")
    head = [[H("项目名称", rows=2), H("资金来源", cols=6), H("绩效目标", rows=2), H("绩效指标", cols=4)],
            [H(w) for w in WORDS + ("一级指标", "二级指标", "三级指标", "指标值")]]

    def cells(amounts):
        return [shown(document, amounts[k], k == "total") for k in ("total",) + SOURCES]

    rows = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p):
            rows.append([(n, p.name), *[(n, m) for m in cells(_money(p))], p.goal, *levels(document, i), i.name, i.target()])
    aligns = [None] + ["right"] * 6 + [None, "center", "center", None, "center"]
    body = [[C("合计", align="center")] + [M(m) for m in cells(_sum(document))] + [C() for _ in range(5)]]
    page.table(head, body + grouped(rows, 10, style.spans, aligns), (12, 7, 7, 6, 6, 6, 6, 18, 7, 8, 13, 8))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": kept(document, _money(p)), "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects], kept(document, _sum(document)))
