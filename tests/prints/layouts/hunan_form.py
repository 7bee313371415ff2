"""Hunan's older form with money as a sentence; see content.py: all of it is made up."""
from page import C, H, Page, block, indicator_truth, levels, ordered, snapshot, FISCAL

TITLE = "项目支出绩效目标表"
SEEN = "Counties of Hunan, 2021: 资金总额及构成 as a sentence, ticked boxes for 新增 and 延续, 指标内容 for 三级指标."
IGNORE = {"unit"}  # stands behind every amount and nowhere else


def _other(p):
    return p.total() - sum(p.funds[f] for f in FISCAL)


def render(document, style):
    page = Page(style, TITLE)
    for number, p in enumerate(document.projects):
        if number:
            page.new_page()
        page.title(f"{TITLE}（{document.year}年度）")
        page.line(f"填报单位（盖章）：{document.department}")
        fiscal = p.total() - _other(p)
        tick = ("√", "□") if p.type == "新增" else ("□", "√")
        text = f"总额：{document.plain(p.total())}{document.unit}，其中：财政拨款{document.plain(fiscal)}{document.unit}，其他资金{document.plain(_other(p))}{document.unit}"
        rows = [[H("项目名称", cols=2), C(p.name, cols=4)],
                [H("项目属性", cols=2), C(f"新增项目{tick[0]}  延续项目{tick[1]}", cols=4)],
                [H("主管部门", cols=2), C(document.department, cols=2), H("项目起止时间"), C(f"{document.year}年")],
                [H(f"{document.year}年度资金总额及构成", cols=2), C(text, cols=4)],
                [H("项目绩效目标", rows=2), H("长期目标"), C(p.long_goal, cols=4)],
                [H("年度目标"), C(p.goal, cols=4)]]
        lines = [[*levels(document, i, False), i.name, i.target(), ""] for i in ordered(document, p, False)]
        rows += block(style, "年度绩效指标", ("一级指标", "二级指标", "指标内容", "指标值", "备注"), lines, (1, 1, 1, 1, 1))
        page.table(None, rows, (9, 11, 13, 24, 14, 9))
    return page.html()


def truth(document):
    return snapshot(document, [
        {"name": p.name, "funding": {"total": document.plain(p.total()),
                                     "fiscal_appropriation": document.plain(p.total() - _other(p)),
                                     "other_funds": document.plain(_other(p))},
         "goal": p.long_goal, "annual_goal": p.goal, "indicators": indicator_truth(document, p, False)}
        for p in document.projects])
