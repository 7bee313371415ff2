"""Guangzhou's published list; see content.py: all of it is made up."""
from page import C, H, M, Page, funds, kept, levels, shown, snapshot, spaced, totals

TITLE = "项目支出绩效目标表（含转移支付项目）"
SEEN = "Districts of Guangzhou, 2024: a row a project, all indicators in one cell."
COLUMNS = ("fiscal_appropriation", "special_account", "other_funds")
FIRST = {"产出指标": "1", "效益指标": "2", "满意度指标": "3"}
SECOND = {"quantity": "11", "quality": "12", "time": "13", "cost": "14", "economic": "21", "social": "22",
          "ecological": "23", "sustainable": "24", "satisfaction": "31"}


def _list(document, project):
    parts = []
    for number, i in enumerate(project.indicators, 1):
        first, second = levels(document, i, own_cost=False, short=True)
        parts.append(f"{number}、{FIRST[first]}-{first}；{SECOND[i.category]}-{second}；{i.name}；"
                     f"实施周期指标值:{i.target(i.period_value)}；年度指标值:{i.target()}。")
    return "".join(parts)


def render(document, style):
    page = Page(style, TITLE)
    page.title(f"{document.year}年{TITLE}")
    page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
    words = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
    head = [[H(spaced(style, w)) for w in words]]
    whole = totals(document, COLUMNS)

    def money(amounts):
        return [M(shown(document, amounts["total"], True))] + [M(shown(document, amounts[c])) for c in COLUMNS]

    rows = [[C(spaced(style, "合计"), align="center")] + money(whole) + [C(), C()]]
    if style.full_width:
        rows.append([C(document.department)] + money(whole) + [C(), C()])
    for p in document.projects:
        rows.append([C(p.name, kind="in" if style.indent else None)] + money(funds(document, p, COLUMNS)) +
                    [C(p.goal), C(_list(document, p))])
    page.table(head, rows, (14, 8, 8, 7, 7, 24, 34))
    return page.html()


def truth(document):
    projects = []
    for p in document.projects:
        indicators = []
        for i in p.indicators:
            first, second = levels(document, i, own_cost=False, short=True)
            indicators.append({"level1_code": FIRST[first], "level1": first, "level2_code": SECOND[i.category],
                               "level2": second, "name": i.name, "period_target": i.target(i.period_value),
                               "annual_target": i.target()})
        projects.append({"name": p.name, "funding": kept(document, funds(document, p, COLUMNS)), "goal": p.goal,
                         "indicators": indicators})
    return snapshot(document, projects, kept(document, totals(document, COLUMNS)))
