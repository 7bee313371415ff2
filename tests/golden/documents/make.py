#!/usr/bin/env python3
"""Typesets the made-up table of this folder in several ways (see README.md).

Usage: make.py HTML_DIRECTORY   writes the pages that Chromium and LibreOffice print.
"""
import html
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


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name, style in LAYOUTS.items():
        (out / f"{name}.html").write_text(page(style), encoding="utf-8")
