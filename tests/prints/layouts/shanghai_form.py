"""Shanghai's form; see content.py: all of it is made up."""
from page import C, H, M, Page, block, levels, shown, snapshot

TITLE = "财政项目支出绩效目标申报表"
SEEN = "Shanghai since 2020: 项目总预算 over the years, 项目当年预算, last year's, plan and two goals, 成本指标 among the first levels."


def _first(document, project):
    return sorted(project.indicators, key=lambda i: i.category != "cost")


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(TITLE)
        page.para(f"（{document.year}年度）", "year")
        page.line(f"申报单位名称：{document.department}", f"单位：{document.unit}")
        rows = [[H("项目名称", cols=2), C(p.name, cols=4)],
                [H("项目类别", cols=2), C(p.type + "项目", cols=2), H("是否含有政府购买服务"), C("是" if number % 2 else "否")],
                [H("计划开始日期", cols=2), C(f"{document.year}-01-01", cols=2), H("计划完成日期"), C(f"{document.year + p.years - 1}-12-31")],
                [H("项目概况", cols=2), C(p.long_goal, cols=4)],
                [H("项目总预算", cols=2), M(document.money(p.total() * p.years), cols=2), H("项目当年预算"), M(document.money(p.total()))],
                [H("同名项目上年预算额", cols=2), M(shown(document, p.previous), cols=2), H("同名项目上年预算执行数"), M("")],
                [H("项目总目标", cols=2), C(p.long_goal, cols=4)],
                [H("年度绩效目标", cols=2), C(p.goal, cols=4)]]
        lines = [[*levels(document, i, True), i.name, i.target()] for i in _first(document, p)]
        rows += block(style, "绩效指标", ("一级指标", "二级指标", "三级指标", "指标目标值"), lines, (1, 1, 2, 1))
        page.table(None, rows, (8, 12, 14, 16, 16, 18))
    return page.html()


def truth(document):
    projects = []
    for p in document.projects:
        money = {"multi_year_total": document.plain(p.total() * p.years), "total": document.plain(p.total())}
        if p.previous or document.zero:
            money["previous_year|同名项目上年预算额"] = document.plain(p.previous)
        indicators = []
        for i in _first(document, p):
            first, second = levels(document, i, True)
            indicators.append({"level1": first, "level2": second, "name": i.name, "annual_target": i.target()})
        projects.append({"name": p.name, "funding": money, "goal": p.long_goal, "annual_goal": p.goal, "indicators": indicators})
    return snapshot(document, projects)
