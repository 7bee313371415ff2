#!/usr/bin/env python3
"""Typesets the made-up table of this folder in several ways (see README.md).

Usage: make.py HTML_DIRECTORY   writes the pages that Chromium and LibreOffice print.
"""
import html
import random
import sys
from pathlib import Path

DEPARTMENT = "青川县河湖管理中心"
HEADER = ["项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标"]


def item(number, level1, level2, name, period, annual):
    return f"{number}、{level1}；{level2}；{name}；实施周期指标值:{period}；年度指标值:{annual}。"


def items(*rows):
    return "".join(item(i + 1, *row) for i, row in enumerate(rows))


PROJECTS = [
    ("河道清淤专项经费", "120.50", "100.50", "", "20.00",
     "对县域内十二条主要河道开展清淤疏浚，恢复行洪能力，改善沿岸居民生活环境，全年清淤土方不少于三万立方米。",
     items(("1-产出指标", "11-数量指标", "清淤河道条数", "≥12条", "≥12条"),
           ("1-产出指标", "12-质量指标", "清淤验收合格率", "100%", "100%"),
           ("2-效益指标", "23-生态效益", "水质改善情况", "明显改善，无黑臭水体", "明显改善"),
           ("3-满意度指标", "31-服务对象满意度", "沿岸居民满意度", "≥90%", "≥90%"))),
    ("水库安全巡查", "8.00", "8.00", "", "",
     "保障水库安全度汛。",
     items(("1-产出指标", "11-数量指标", "巡查次数", "≥365次", "≥365次"),
           ("2-效益指标", "22-社会效益", "安全事故数", "0起", "0起"))),
    ("取水口在线监测设备运行维护（2024年）", "1,036.25", "1,036.25", "", "",
     "1.维护全县 86 处取水口监测设备；2.保证数据按时上报，上报率不低于95%；3.完成老旧设备更换。",
     items(("1-产出指标", "11-数量指标", "维护监测点个数", "=86个", "=86个"),
           ("1-产出指标", "12-质量指标", "数据上报率", "≥95%", "≥95%"),
           ("1-产出指标", "13-时效指标", "故障响应时间", "≤24小时", "≤24小时"),
           ("1-产出指标", "14-成本指标", "单点年维护成本", "≤1.2万元", "≤1.2万元"),
           ("2-效益指标", "24-可持续影响", "设备使用年限", "≥5年", "≥5年"),
           ("3-满意度指标", "31-服务对象满意度", "取水户满意度", "≥85%", "≥85%"))),
    ("河长制宣传", "3.60", "3.60", "", "",
     "通过设立公示牌、印发手册、组织志愿巡河等方式，提高公众对河长制工作的知晓率和参与度。",
     items(("1-产出指标", "11-数量指标", "更新公示牌数量", "≥40块", "≥40块"),
           ("2-效益指标", "22-社会效益", "公众知晓率", "≥80%", "≥80%"))),
    ("渔业增殖放流补助", "45.00", "", "45.00", "",
     "向库区投放鱼苗，保护水生生物资源，促进渔业可持续发展，增加渔民收入。",
     items(("1-产出指标", "11-数量指标", "投放鱼苗数量", "≥200万尾", "≥200万尾"),
           ("1-产出指标", "12-质量指标", "鱼苗检疫合格率", "100%", "100%"),
           ("2-效益指标", "21-经济效益", "渔民增收", "逐步提高", "逐步提高"))),
    ("办公楼维修", "12.30", "12.30", "", "", "修缮办公楼屋面及外墙，消除安全隐患。",
     items(("1-产出指标", "11-数量指标", "维修面积", "≥600平方米", "≥600平方米"),
           ("3-满意度指标", "31-服务对象满意度", "职工满意度", "≥90%", "≥90%"))),
]
SUM = ["合计", "1,225.65", "1,160.65", "45.00", "20.00", "", ""]

BASE = """
body { font: 9pt 'Noto Sans CJK SC'; margin: 0 }
h1 { font-size: 14pt; text-align: center }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
td, th { padding: 2px 3px; font-weight: normal; vertical-align: middle; word-break: break-all }
td:nth-child(1) { text-indent: 2em } th { text-align: center } .m { text-align: right }
.top td { vertical-align: top }
"""
RULED = "td, th { border: 1px solid black }"
LAYOUTS = {
    "ruled-a4": RULED + "@page { size: A4 landscape; margin: 12mm }",
    "portrait-serif": RULED + "@page { size: A4; margin: 10mm } body { font-family: 'AR PL UMing CN'; font-size: 7pt }",
    "spaced": RULED + "@page { size: A3 landscape; margin: 12mm } body { letter-spacing: 0.12em }",
    "row-breaks": RULED + "@page { size: 210mm 110mm; margin: 8mm } tr { break-inside: auto }",
    "horizontal-rules": "td, th { border-top: 1px solid black; border-bottom: 1px solid black } "
                        "@page { size: A3 landscape; margin: 12mm }",
    "no-rules": "@page { size: A3 landscape; margin: 12mm } td { padding: 5px }",
    "no-rules-top": "@page { size: A3 landscape; margin: 12mm } td { padding: 5px; vertical-align: top }",
    "turned": RULED + "@page { size: A4; margin: 10mm } "
              ".sheet { transform: rotate(90deg) translateY(-100%); transform-origin: top left; width: 270mm } "
              "body { font-size: 6pt }",
}
WIDTHS = ["12%", "7%", "7%", "8%", "7%", "25%", "34%"]


def page(style, title="2024年项目支出绩效目标表"):
    rows = [SUM] + [list(p) for p in PROJECTS]
    cells = "".join(
        "<tr>" + "".join(f'<td{" class=m" if 0 < i < 5 else ""}>{html.escape(c)}</td>'
                         for i, c in enumerate(row)) + "</tr>\n" for row in rows)
    head = "".join(f"<th>{c}</th>" for c in HEADER)
    columns = "".join(f'<col style="width:{w}">' for w in WIDTHS)
    return (f"<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>表</title>"
            f"<style>{BASE}{style}</style></head>\n<body><div class=sheet><h1>{title}</h1>\n"
            f"<p>部门名称：{DEPARTMENT} <span style='float:right'>单位：万元</span></p>\n"
            f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>\n"
            f"<tbody>{cells}</tbody></table></div></body></html>\n")


def grid(head, rows):
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in rows)
    return "<table><thead><tr>" + "".join(f"<th>{c}</th>" for c in head) + f"</tr></thead><tbody>{cells}</tbody></table>"


def whole_budget():
    """The table inside a whole 部门预算: cover, contents, prose and the other tables."""
    lot = random.Random(7)
    money = lambda: f"{lot.randint(100, 900000) / 100:,.2f}"
    label = f"<p>部门名称：{DEPARTMENT}<span style='float:right'>单位：万元</span></p>"
    prose = ("<p>本部门贯彻落实关于河湖管理工作的方针政策，负责全县河道、水库的日常管理。2024年收入预算为8,523.45万元，"
             "比上年增加120.30万元，增长1.4%，主要原因是项目支出增加。</p>")
    contents = "".join(f"<p>第{n}部分 {t}……………{4 * n}</p>" for n, t in
                       enumerate(["部门概况", "部门预算情况说明", "部门预算表", "名词解释"], 1))
    lines = ["一、一般公共服务支出", "二、教育支出", "三、农林水支出", "四、住房保障支出"]
    sources = ["一般公共预算拨款", "政府性基金预算拨款", "财政专户管理资金", "其他资金"]
    tables = [
        ("收支总体情况表", grid(["项目", "预算数", "项目", "预算数"],
                                [[s, money(), l, money()] for s, l in zip(sources, lines)]
                                + [["收入总计", "8,523.45", "支出总计", "8,523.45"]])),
        ("一般公共预算支出情况表（按功能分类科目）",
         grid(["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
              [[f"21303{i:02d}", n, money(), money(), money()]
               for i, n in enumerate(["行政运行", "水利工程运行与维护", "防汛", "农田水利"] * 9)])),
        ("三公经费支出情况表", grid(["项目", "2023年预算数", "2024年预算数"],
                                    [[n, money(), money()] for n in ["合计", "因公出国（境）费", "公务接待费"]])),
        ("政府性基金预算支出情况表", "<p>本部门没有政府性基金预算支出，故本表无数据。</p>"
         + grid(["科目名称", "合计", "基本支出", "项目支出"], [["", "", "", ""]])),
        ("项目支出情况表", grid(["项目名称", "合计", "一般公共预算"],
                                [["河道清淤专项经费", "120.50", "100.50"], ["河长制宣传", "3.60", "3.60"],
                                 ["合计", "124.10", "104.10"]])),
        ("项目支出绩效目标表", grid(HEADER, [SUM] + [list(p) for p in PROJECTS])),
    ]
    parts = [f"<h1 style='padding-top: 60mm'>{DEPARTMENT}</h1><h1>2024年部门预算</h1>", "<h2>目 录</h2>" + contents,
             "<h2>第一部分 部门概况</h2>" + prose * 10, "<h2>第二部分 部门预算情况说明</h2>" + prose * 20]
    parts += [f"<h2>{title}</h2>{label}{table}" for title, table in tables]
    parts.append("<h2>第四部分 名词解释</h2>" + prose * 6)
    style = ("@page { size: A4 landscape; margin: 15mm } body { font: 9pt 'Noto Sans CJK SC' } h1, h2 { text-align: center } "
             "section { break-before: page } table { border-collapse: collapse; width: 100% } "
             "td, th { border: 1px solid black; padding: 2px }")
    return (f"<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>预算</title><style>{style}</style></head>\n<body>"
            + "\n".join(f"<section>{part}</section>" for part in parts) + "</body></html>\n")


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name, style in LAYOUTS.items():
        (out / f"{name}.html").write_text(page(style), encoding="utf-8")
    (out / "whole-budget.html").write_text(whole_budget(), encoding="utf-8")
