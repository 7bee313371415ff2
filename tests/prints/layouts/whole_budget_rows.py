"""A whole published budget with a list at its end; see content.py: all of it is made up."""
from page import C, H, M, Page, grouped, indicator_truth, levels, ordered, snapshot

TITLE = "部门预算"
SEEN = "Any province: cover, contents, prose, tables of income and spending, 三公 and projects, then a performance list."


def front(page, document, style):
    """What stands before the performance tables."""
    money = document.money
    whole = sum(p.total() for p in document.projects)
    page.title(f"{document.department}\n{document.year}年部门预算", "cover")
    page.new_page()
    page.title("目　录", "chapter")
    for line in ("第一部分 部门概况", "一、主要职能", "二、机构设置", f"第二部分 {document.year}年部门预算表", "一、部门收支总表", "二、一般公共预算支出表",
                 "三、“三公”经费支出表", "四、项目支出表", "五、项目支出绩效目标表", f"第三部分 {document.year}年部门预算情况说明", "第四部分 名词解释"):
        page.para(line)
    page.new_page()
    page.title("第一部分 部门概况", "chapter")
    page.para("一、主要职能")
    for p in document.projects[:3]:
        page.para("（一）" + p.long_goal.replace("\n", ""))
    page.para("二、机构设置")
    page.para(f"{document.department}内设机构{len(document.projects) + 3}个，部门预算包括本级预算。")
    page.new_page()
    page.title(f"第二部分 {document.year}年部门预算表", "chapter")
    page.title("部门收支总表")
    page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
    page.table([[H("收入", cols=2), H("支出", cols=2)], [H("项目"), H("预算数"), H("项目"), H("预算数")]],
               [[C("一、一般公共预算拨款收入"), M(money(whole)), C("一、一般公共服务支出"), M(money(whole))],
                [C("二、政府性基金预算拨款收入"), M(""), C("二、教育支出"), M("")],
                [C("三、事业收入"), M(""), C("三、社会保障和就业支出"), M("")],
                [C("本年收入合计", align="center"), M(money(whole)), C("本年支出合计", align="center"), M(money(whole))],
                [C("收入总计", align="center"), M(money(whole)), C("支出总计", align="center"), M(money(whole))]], (30, 16, 30, 16))
    page.title("一般公共预算“三公”经费支出表")
    page.table([[H("合计"), H("因公出国（境）费"), H("公务接待费"), H("公务用车购置费"), H("公务用车运行费")]],
               [[M(money(whole / 100)), M(""), M(money(whole / 200)), M(""), M(money(whole / 200))]], (1, 1, 1, 1, 1))
    page.new_page()
    page.title("项目支出表")
    page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
    rows = [[C("合计", align="center"), C(), M(money(whole)), M(money(whole))]]
    for p in document.projects:
        rows.append([C(p.name), C(document.department), M(money(p.total())), M(money(p.total()))])
    page.table([[H("项目名称"), H("项目单位"), H("合计"), H("一般公共预算")]], rows, (30, 20, 14, 14))
    page.new_page()


def back(page, document):
    """What stands behind them."""
    page.new_page()
    page.title(f"第三部分 {document.year}年部门预算情况说明", "chapter")
    page.para(f"{document.year}年收入预算{document.plain(sum(p.total() for p in document.projects))}{document.unit}，与上年相比有所增加，主要原因是人员变动。")
    page.para(f"预算绩效情况：{document.year}年实行绩效目标管理的项目{len(document.projects)}个。")
    page.title("第四部分 名词解释", "chapter")
    page.para("基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。")
    page.para("项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。")


def render(document, style):
    page = Page(style, TITLE)
    front(page, document, style)
    page.title("项目支出绩效目标表")
    page.line(f"部门名称：{document.department}", f"单位：{document.unit}")
    words = ("项目名称", "项目预算", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值")
    rows = []
    for n, p in enumerate(document.projects):
        for i in ordered(document, p):
            rows.append([(n, p.name), document.money(p.total()), p.goal, *levels(document, i), i.name, i.target()])
    aligns = [None, "right", None, "center", "center", None, "center"]
    page.table([[H(w) for w in words]], grouped(rows, 5, style.spans, aligns), (14, 8, 24, 8, 9, 18, 10))
    back(page, document)
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"total": document.plain(p.total())}, "goal": p.goal,
         "indicators": indicator_truth(document, p)} for p in document.projects])
