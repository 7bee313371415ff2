#!/usr/bin/env python3
"""Makes pairs of snapshots of two years, and the truth about them.

    generate_pairs.py DIR [--seed N] [--count N] [--hard] [--reshaped] [--real SNAPSHOT]

Writes DIR/NAME/from.json, to.json and truth.json. Every random choice comes from
the seed. truth.json holds positions, so that projects may share a name:
    {"groups": [{"kind", "from": [i], "to": [j]}],
     "indicators": [[i, a, j, b], ...]   of the one-to-one groups}
"""

import argparse
import copy
import json
import os
import random
import re

from fields import (CLOSINGS, FIELDS, GENERIC, OPENINGS, SHARED_INDICATORS, SUFFIXES)
from reshaped import Reshaper

LEVELS = ["（市级）", "（区本级）", "（镇街）"]
PHASES = ["（一期）", "（二期）", "（三期）"]
REWORD = [("通过", "依托"), ("加强", "强化"), ("提高", "提升"), ("确保", "保障"), ("开展", "组织开展"),
          ("工作", "各项工作"), ("推进", "推动"), ("完成", "全面完成"), ("改善", "不断改善"), ("落实", "贯彻落实")]
SYNONYMS = [("补贴", "补助"), ("补助", "补贴"), ("维修改造", "修缮提升"), ("培训", "能力提升"), ("运维", "运行保障"),
            ("建设", "新建"), ("防控", "防治"), ("监管", "监督检查"), ("宣传", "宣传推广"), ("购置", "配备"),
            ("服务", "保障服务"), ("管理", "规范管理"), ("改造", "更新改造"), ("保护", "保护利用"), ("治理", "综合整治"),
            ("开展", "实施"), ("扶助", "帮扶"), ("资助", "助学"), ("经费", "资金"), ("费用", "经费")]

# As people shorten words in names; the long form may come before or after.
ABBREVIATIONS = [("公共卫生", "公卫"), ("计划生育", "计生"), ("交通运输", "交运"), ("公共租赁住房", "公租房"), ("老年人", "老人"),
                 ("家庭经济困难", "家困"), ("超限超载", "超限"), ("公立医院综合改革", "公立医院综改"), ("智慧交通指挥中心", "智交指中心"),
                 ("全民健康信息平台", "全民健康平台"), ("新能源出租车", "新能源出租"), ("免费婚检孕检", "免费婚孕检"),
                 ("义务教育学校", "义教学校"), ("职业院校", "职校"), ("基层医疗", "基医"), ("无偿献血", "献血"), ("农作物", "作物"),
                 ("农村危房", "农危房"), ("残疾人", "残人"), ("非物质文化遗产", "非遗"), ("公共图书馆", "公图")]


class Maker:
    def __init__(self, seed, hard, reshaped, real):
        self.r = random.Random(seed)
        self.hard = hard
        self.reshaped = reshaped
        self.year = 2000 + self.r.randint(19, 25)
        self.next_id = 0
        if real and not reshaped and self.r.random() < 0.4:  # the real ones have no topics
            self.department, self.short, self.heading = real["department"], "区人社局", "人社事业发展"
            self.pool = [self.from_real(p) for p in real["projects"]]
            self.field = None
            self.r.shuffle(self.pool)
        else:
            self.field = self.r.choice(sorted(FIELDS))
            self.department, self.short, self.heading, topics = FIELDS[self.field]
            # A department of several duties: some topics of another field as well.
            second = self.r.choice(sorted(f for f in FIELDS if f != self.field))
            self.pool = self.from_topics(topics + self.r.sample(FIELDS[second][3], 12))

    def new_id(self):
        self.next_id += 1
        return self.next_id

    def indicator(self, level1, level2, name, target):
        return {"id": self.new_id(), "level1": level1, "level2": level2, "name": name,
                "period_target": target, "annual_target": target}

    def from_real(self, project):
        out = {"name": project["name"], "goal": project["goal"],
               "total": round(float(project["funding"]["total"]) * 100), "indicators": []}
        for i in project["indicators"]:
            out["indicators"].append({"id": self.new_id(), **{k: i[k] for k in
                ("level1", "level2", "name", "period_target", "annual_target") if k in i}})
        return out

    def own_indicator(self, name):
        if name.endswith(("率", "度")):
            return self.indicator("产出指标", "质量指标", name, self.r.choice(["≥95%", "≥90%", "100%", "≥85%"]))
        return self.indicator("产出指标", "数量指标", name, "≥%d" % self.r.choice([1, 3, 12, 50, 120, 3000]))

    def shared_indicators(self, count):
        return [self.indicator(*i) for i in self.r.sample(SHARED_INDICATORS, count)]

    def from_topics(self, topics):
        out = []
        for subject, action, clause, own in topics:
            variants = [action] + ([self.r.choice(["宣传", "调查评估", "人员培训", "设备更新"])] if self.r.random() < 0.45 else [])
            for variant in variants:
                prefix = self.r.choice(["", "", "", self.short, self.short[:1] + "级"])
                year = self.r.choice(["", "", "", "", "%d年" % self.year])
                name = prefix + year + subject + variant + self.r.choice(SUFFIXES)
                goal = self.r.choice(OPENINGS).format(s=subject, a=variant) + clause + "，" + self.r.choice(CLOSINGS)
                goal = goal.replace("，，", "，").rstrip("，")
                mine = own if variant == action else ["%s%s次数" % (subject, variant), "%s完成率" % variant]
                indicators = [self.own_indicator(i) for i in mine]
                indicators += self.shared_indicators(self.r.randint(1, 3))
                out.append({"name": name, "goal": goal, "total": self.r.choice([300, 1250, 4999, 20000, 71300, 516000]) + self.r.randint(0, 9999),
                            "indicators": indicators, "subject": subject, "action": variant})
        for name, goal, own in self.r.sample(GENERIC, self.r.randint(1, 4)):
            out.append({"name": self.r.choice(["", self.short]) + name, "goal": goal, "total": self.r.randint(100, 90000),
                        "indicators": [self.own_indicator(i) for i in own] + self.shared_indicators(1)})
        self.r.shuffle(out)
        return out

    # What happens to a project over a year.

    def moved_total(self, total):
        factor = self.r.choice([1, 1, 1, 0.9, 0.95, 1.05, 1.1, 1.3, 0.7, 2, 0.5])
        return max(1, round(total * factor))

    def reworded_goal(self, goal, strength):
        words = list(REWORD)
        self.r.shuffle(words)
        done = 0
        for a, b in words:
            if a in goal and done < strength:
                goal, done = goal.replace(a, b, 1), done + 1
        if self.r.random() < 0.2:
            goal = "继续" + goal
        if strength > 2 and self.r.random() < 0.5:
            parts = re.split("(?<=，)", goal)
            if len(parts) > 2:
                del parts[self.r.randrange(len(parts) - 1)]
                goal = "".join(parts)
        return goal

    def next_year(self, project, rate=0.3):
        """A copy as it stands a year later under the same name."""
        out = copy.deepcopy(project)
        out["total"] = self.moved_total(out["total"])
        if self.r.random() < rate:
            out["goal"] = self.reworded_goal(out["goal"], self.r.choice([1, 1, 2, 4] if self.hard else [1, 1, 2]))
        self.change_indicators(out["indicators"])
        return out

    def change_indicators(self, indicators):
        r = self.r
        for i in indicators:
            if r.random() < 0.2:
                i["annual_target"] = r.choice(["≥80%", "≥92%", "≥5", "100%", "≥98%"])
            if r.random() < (0.06 if self.hard else 0.03):
                i["name"] = self.renamed_indicator(i["name"])
            if r.random() < 0.03:
                i["level2"] = r.choice(["数量指标", "质量指标", "时效指标", "社会效益"])
            if r.random() < 0.05:
                i["level2"] = i["level2"][:-2] if i["level2"].endswith("指标") else i["level2"] + "指标"
        if len(indicators) > 2 and r.random() < 0.25:
            del indicators[r.randrange(len(indicators))]
        if r.random() < 0.25:
            indicators.append(self.indicator(*r.choice([
                ("产出指标", "数量指标", "举办专场活动次数", "≥2"), ("产出指标", "时效指标", "资金支付及时率", "≥95%"),
                ("满意度指标", "服务对象满意度", "参与企业满意度", "≥90%"), ("效益指标", "社会效益", "媒体报道次数", "≥3次")])))
        if r.random() < 0.3:
            r.shuffle(indicators)

    def renamed_indicator(self, name):
        return self.r.choice([lambda n: "年度" + n, lambda n: n + "情况", lambda n: n.replace("率", "比例") if "率" in n else n + "总数",
                              lambda n: n.replace("数", "数量") if "数" in n else "实际" + n,
                              lambda n: n.replace("及时", "按时").replace("完成", "办结") if "及时" in n or "完成" in n else n + "（%）"])(name)

    def renamed(self, name):
        r = self.r
        body = re.sub("(专项经费|工作经费|补助资金|专项资金|经费|资金|项目|专项)$", "", name)
        general = [lambda: self.department[:3] + name if not name.startswith(self.department[:2]) else name.replace(self.department[:3], ""),
                   lambda: name + "项目" if not name.endswith("项目") else name[:-2],
                   lambda: body + r.choice(["经费", "资金", "专项资金", "工作经费", "专项"]),
                   lambda: self.short + name if not name.startswith(self.short) else name[len(self.short):]]
        hard = [lambda: self.heading + "—" + body + "类支出",
                lambda: self.synonym(name), lambda: self.synonym(self.synonym(body)) + "支出",
                lambda: self.abbreviated(name),
                lambda: body[len(body) // 3:] + r.choice(["保障经费", "专项行动", "提升工程"]),
                lambda: body[: max(4, len(body) // 2)] + r.choice(["等工作", "有关支出", "补助"])]
        for _ in range(20):
            out = r.choice(hard if self.hard and r.random() < 0.6 else general)()
            if out != name and len(out) > 3:
                return out
        return name + "项目"

    def abbreviated(self, name):
        options = [(a, b) for a, b in ABBREVIATIONS if a in name]
        if not options:
            return name
        a, b = self.r.choice(options)
        return name.replace(a, b, 1)

    def synonym(self, name):
        options = [(a, b) for a, b in SYNONYMS if a in name]
        if not options:
            return name + "有关经费"
        a, b = self.r.choice(options)
        return name.replace(a, b, 1)

    def parts_of_total(self, total, count):
        total = self.moved_total(total)
        cuts = sorted(self.r.uniform(0.15, 0.85) for _ in range(count - 1))
        edges = [0] + [round(total * c) for c in cuts] + [total]
        return [max(1, b - a) for a, b in zip(edges, edges[1:])]

    def split(self, project):
        r = self.r
        base = re.sub("（.*?）$", "", project["name"])
        style = r.choice(["level", "phase", "year"] + (["purpose", "keep"] if self.hard else []))
        if style == "level":
            names = [base + q for q in LEVELS[:r.choice([2, 3])]]
        elif style == "phase":
            names = [base + q for q in PHASES[:r.choice([2, 2, 3])]]
        elif style == "year":
            names = [base, base + "（%d年）" % (self.year + 1)]
        elif style == "purpose":
            names = [base + q for q in r.sample(["（人员部分）", "（公用部分）", "（设备购置）", "（以奖代补）"], 2)]
        else:
            names = [base, base + r.choice(LEVELS + ["（结转）", "（提前下达）", "（设备购置）"])]
        parts = []
        for name, total in zip(names, self.parts_of_total(project["total"], len(names))):
            part = self.next_year(project, 0.2)
            part["name"], part["total"] = name, total
            parts.append(part)
        return parts

    def merge(self, projects):
        r = self.r
        strip = [re.sub("（.*?）$", "", p["name"]) for p in projects]
        bare = re.sub("(专项经费|工作经费|补助资金|专项资金|经费|资金|项目|专项)$", "", strip[0])
        if len(projects) == 3:
            name = r.choice(["、".join(strip[:2]) + "及" + strip[2], strip[0] + "及" + strip[1] + "等（含" + strip[2] + "）"])
        else:
            name = r.choice([strip[0] + "及" + strip[1], strip[0] + "（含" + strip[1] + "）", bare + "及" + strip[1],
                             strip[0] + "和" + strip[1]] + ([strip[0], strip[0] + "、" + strip[1]] if self.hard else []))
        out = copy.deepcopy(projects[0])
        out["name"] = name
        out["total"] = max(1, round(sum(p["total"] for p in projects) * r.uniform(0.9, 1.15)))
        goals = [p["goal"] if r.random() < 0.7 else self.reworded_goal(p["goal"], 1) for p in projects]
        out["goal"] = "".join(goals)
        out["indicators"] = [copy.deepcopy(i) for p in projects for i in p["indicators"][: r.choice([2, 3, 9])]]
        return out

    def rolled(self, name):
        def move(match):
            return str(int(match.group(0)) + 1)
        span = re.search(r"(20\d\d)-(20\d\d)", name)
        if span:
            a, b = int(span[1]), int(span[2])
            return name.replace(span[0], "%d-%d" % (b + 1, b + 1 + b - a))
        return re.sub(r"20\d\d", move, name)

    def make(self):
        r = self.r
        pool = self.pool
        held = max(2, len(pool) // 12)
        added, pool = pool[:held], pool[held:]
        groups = []  # kind, [from projects], [to projects]

        def take():
            return pool.pop()

        if self.reshaped:
            groups += Reshaper(self, self.taker_of_topics(pool)).groups()
        if self.hard and len(pool) > 12:
            if r.random() < 0.5:  # two projects whose names were swapped
                a, b = take(), take()
                x, y = self.next_year(a), self.next_year(b)
                x["name"], y["name"] = b["name"], a["name"]
                groups += [("renamed", [a], [x]), ("renamed", [b], [y])]
            if r.random() < 0.5:  # two of one name
                a, b = take(), take()
                b["name"] = a["name"]
                groups += [("kept", [a], [self.next_year(a)]), ("kept", [b], [self.next_year(b)])]
            if r.random() < 0.6:  # regrouped: parts cut anew
                a = take()
                base = a["name"]
                before = [dict(copy.deepcopy(a), name=base + q, total=t)
                          for q, t in zip(LEVELS[:2], self.parts_of_total(a["total"], 2))]
                after = [dict(self.next_year(a), name=base + q, total=t)
                         for q, t in zip(PHASES[:2], self.parts_of_total(a["total"], 2))]
                groups.append(("regrouped", before, after))
            if r.random() < 0.5:  # twins that stay apart: one of the two ends
                a = take()
                twins = [dict(copy.deepcopy(a), name=a["name"] + q) for q in LEVELS[:2]]
                for t in twins:
                    for i in t["indicators"]:
                        i["id"] = self.new_id()
                twins[1]["total"] = self.moved_total(a["total"] // 2)
                groups += [("kept", [twins[0]], [self.next_year(twins[0])]), ("removed", [twins[1]], [])]
            if r.random() < 0.4:  # a year's line that ends, and one that begins
                a = take()
                twins = [dict(copy.deepcopy(a), name=a["name"] + q, total=self.moved_total(a["total"]))
                         for q in ("", "（%d年）" % (self.year - 1))]
                for i in twins[1]["indicators"]:
                    i["id"] = self.new_id()
                groups += [("kept", [twins[0]], [self.next_year(twins[0])]), ("removed", [twins[1]], [])]
        if r.random() < 0.6 and len(pool) > 8:  # years that roll
            for _ in range(r.choice([1, 2])):
                a = take()
                a["name"] = r.choice(["{y}年%s", "%s（{y}年）", "{y}-{z}年%s", "%s{y}年度", "{x}年结转%s"]).format(
                    y=self.year, z=self.year + 2, x=self.year - 1) % re.sub(r"20\d\d年?", "", a["name"])
                b = self.next_year(a)
                b["name"] = self.rolled(a["name"])
                groups.append(("renamed", [a], [b]))
        for _ in range(r.choice([1, 2, 3])):
            a = take()
            groups.append(("split", [a], self.split(a)))
        for _ in range(r.choice([1, 1, 2])):
            many = [take() for _ in range(3 if self.hard and r.random() < 0.25 else 2)]
            groups.append(("merged", many, [self.merge(many)]))
        for _ in range(r.choice([2, 3, 4])):
            groups.append(("removed", [take()], []))
        for _ in range(max(3, len(pool) * r.choice([2, 3]) // 10)):
            a = take()
            b = self.next_year(a)
            b["name"] = self.renamed(a["name"])
            groups.append(("renamed", [a], [b]))
        for a in pool:
            b = self.next_year(a)
            if re.search(r"20\d\d", a["name"]):
                b["name"] = self.rolled(a["name"])
            if r.random() < 0.06:
                b["name"] = r.choice([lambda n: n.replace("（", "(").replace("）", ")"), lambda n: n + "（续建）",
                                      lambda n: n[:3] + " " + n[3:]])(b["name"])
            groups.append(("kept" if a["name"] == b["name"] else "renamed", [a], [b]))
        for p in added:
            groups.append(("added", [], [p]))
        return self.finish(groups)

    def taker_of_topics(self, pool):
        """Takes projects that a subject and an action stand for, no subject twice."""
        seen = set()

        def take():
            at = next(n for n, p in enumerate(pool) if "subject" in p and p["subject"] not in seen)
            seen.add(pool[at]["subject"])
            return pool.pop(at)

        return take

    def finish(self, groups):
        r = self.r
        sides = [[], []]
        for g, (_, before, after) in enumerate(groups):
            for n, projects in enumerate((before, after)):
                sides[n] += [(g, p) for p in projects]
        for side in sides:
            r.shuffle(side)
        truth = {"groups": [{"kind": kind, "from": [], "to": []} for kind, _, _ in groups], "indicators": []}
        places = [{}, {}]
        for n, key in enumerate(("from", "to")):
            for at, (g, project) in enumerate(sides[n]):
                truth["groups"][g][key].append(at)
                places[n][id(project)] = at
        for _, before, after in groups:
            if len(before) == 1 == len(after):
                later = {i["id"]: b for b, i in enumerate(after[0]["indicators"])}
                for a, i in enumerate(before[0]["indicators"]):
                    if i["id"] in later:
                        truth["indicators"].append([places[0][id(before[0])], a, places[1][id(after[0])], later[i["id"]]])
        return [self.snapshot(sides[n], self.year + n) for n in (0, 1)] + [truth]

    def snapshot(self, side, year):
        projects = []
        for _, p in side:
            projects.append({"name": p["name"], "funding": {"total": "%d.%02d" % divmod(p["total"], 100)}, "goal": p["goal"],
                             "indicators": [{k: v for k, v in i.items() if k != "id"} for i in p["indicators"]]})
        return {"schema": "budgetdiff/snapshot/1", "department": self.department, "year": year, "stage": "budget",
                "unit": "万元", "projects": projects}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("directory")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--reshaped", action="store_true", help="projects that others are made of")
    parser.add_argument("--real", help="a snapshot whose projects are used beside the made-up ones")
    options = parser.parse_args()
    real = None
    if options.real:
        with open(options.real, encoding="utf-8") as file:
            real = json.load(file)
    for n in range(options.count):
        seed = options.seed * 100003 + n
        files = Maker(seed, options.hard, options.reshaped, real).make()
        directory = os.path.join(options.directory, "%06d" % n)
        os.makedirs(directory, exist_ok=True)
        for name, content in zip(("from", "to", "truth"), files):
            with open(os.path.join(directory, name + ".json"), "w", encoding="utf-8") as file:
                json.dump(content, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
