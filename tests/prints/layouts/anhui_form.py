"""Anhui's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, funds, indicator_truth, kept, levels, ordered, shown, snapshot

TITLE = "项目支出绩效目标表"
SEEN = "Anhui since 2022: amounts of the whole period beside the year's, two goals, goals and targets of period and year side by side."
COLUMNS = ("fiscal_appropriation", "other_funds")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{document.year}年{TITLE}")
        page.line(f"填报单位：{document.department}", f"单位：{document.unit}")
        money = funds(document, p, COLUMNS)
        rows = [[H("项目名称", cols=2), C(p.name, cols=4)],
                [H("年度资金总额", cols=2), M(shown(document, money["total"], True)), H("其中：财政拨款"),
                 M(shown(document, money["fiscal_appropriation"])), C("其他资金：" + shown(document, money["other_funds"], True))],
                [H("总体目标", cols=2), C(p.goal, cols=4)]]
        lines = [[*levels(document, i), i.name, i.target(i.period_value), i.target()] for i in ordered(document, p)]
        rows += block(style, "绩效指标", ("一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值"), lines, (1, 1, 1, 1, 1))
        page.table(None, rows, (7, 11, 13, 26, 13, 16))
    return page.html()


def truth(document):
    projects = []
    for p in document.projects:
        indicators = indicator_truth(document, p)
        for entry, i in zip(indicators, ordered(document, p)):
            entry["period_target"] = i.target(i.period_value)
        money = kept(document, funds(document, p, COLUMNS))
        money["other_funds"] = document.plain(funds(document, p, COLUMNS)["other_funds"])
        projects.append({"name": p.name, "funding": money, "goal": p.goal, "indicators": indicators})
    return snapshot(document, projects)
