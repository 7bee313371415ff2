"""Projects that others are made of: names that join names, preparations, offshoots,
copied forms, and regroupings. Truth is what a careful reader of the two documents says.
"""

import copy
import re

CONJUNCTIONS = ["及", "和", "与", "、", "以及"]
STAGES = ["筹备", "前期工作", "准备工作", "筹建"]
HALVES = [("（区本级）", "（镇街）"), ("（市级）", "（区级）"), ("（一期）", "（二期）")]


class Reshaper:
    """Makes groups out of projects that `maker` takes from its pool."""

    def __init__(self, maker, take):
        self.maker, self.r = maker, maker.r
        self.take = take

    def named(self, topic, name):
        """A project of a topic under another name, with contents of its own."""
        out = copy.deepcopy(topic)
        out["name"] = name
        for i in out["indicators"]:
            i["id"] = self.maker.new_id()
        return out

    def groups(self):
        r = self.r
        out = []
        for chance, make in ((0.7, self.joined), (0.3, self.joined_before), (0.5, self.prepared), (0.8, self.offshoot),
                             (0.8, self.copied_form), (0.8, self.cut_anew)):
            if r.random() < chance:
                out += make()
        return out

    def two_names(self):
        """Two projects and the name that joins theirs: 农村公路养护, 航道养护 and 农村公路及航道养护."""
        r = self.r
        a, b = self.take(), self.take()
        word = r.choice(CONJUNCTIONS)
        style = r.choice(["whole", "tail", "head"])
        if style == "tail":
            tail = a["action"] + r.choice(["", "经费", "专项资金"])
            a, b = self.named(a, a["subject"] + tail), self.named(b, b["subject"] + tail)
            return a, b, a["subject"] + word + b["name"]
        if style == "head":
            b["subject"], other = a["subject"], "宣传" if a["action"] != "宣传" else "督查"
            a, b = self.named(a, a["subject"] + a["action"]), self.named(b, a["subject"] + other)
            return a, b, a["name"] + word + other
        a, b = self.named(a, a["subject"] + a["action"]), self.named(b, b["subject"] + b["action"])
        return a, b, a["name"] + word + b["name"]

    def joined(self):
        r = self.r
        a, b, name = self.two_names()
        both = self.named(a, name)
        both["goal"] = a["goal"] + b["goal"] if r.random() < 0.7 else self.maker.reworded_goal(b["goal"], 2)
        both["indicators"] += [dict(i, id=self.maker.new_id()) for i in b["indicators"][:2]]
        lives = r.choice(["none", "none", "one", "both"])
        both["total"] = round((a["total"] + b["total"]) * {"none": 1, "one": 0.6, "both": 0.3}[lives])
        after = [both]
        if lives != "none":
            after.append(self.maker.next_year(a))
        if lives == "both":
            after.append(self.maker.next_year(b))
        return [("merged" if lives == "none" else "regrouped", [a, b], after)]

    def joined_before(self):
        """The joining name stood there before as well: nothing happened."""
        a, b, name = self.two_names()
        both = self.named(a, name)
        both["goal"] = a["goal"] + b["goal"]
        return [("kept", [p], [self.maker.next_year(p)]) for p in (a, b, both)]

    def prepared(self):
        r = self.r
        a = self.take()
        event = self.named(a, a["subject"] + r.choice(["大会", "博览会", "运动会", "示范园区", "体验中心"]))
        before = self.named(a, event["name"] + r.choice(STAGES) + r.choice(["", "经费"]))
        before["goal"] = "做好" + event["name"] + "各项准备，" + r.choice(["完成方案编制。", "落实场地和人员。"])
        before["indicators"] = [self.maker.own_indicator("方案编制份数"), self.maker.own_indicator("场地落实率")]
        before["total"] = max(1, event["total"] // r.choice([8, 20, 60]))
        if r.random() < 0.5:
            after = self.maker.next_year(event)
            after["total"] = event["total"] + before["total"]
            return [("merged", [event, before], [after])]
        after = self.maker.next_year(event)
        after["goal"] = before["goal"] + event["goal"]
        return [("renamed", [before], [after])]

    def offshoot(self):
        """New beside a project that lives on, in its words and out of its money."""
        r = self.r
        a = self.take()
        after = self.maker.next_year(a, 0)
        part = self.named(after, a["subject"] + r.choice(["智慧监测", "示范点建设", "数字化提升", "绩效评价"]))
        if r.random() < 0.5:
            part["goal"] = part["goal"].rstrip("。") + "。并探索形成可复制可推广的经验做法。"
        if r.random() < 0.5:
            part["indicators"].append(self.maker.own_indicator("示范点数量"))
        if r.random() < 0.6:
            share = r.uniform(0.15, 0.6)
            after["total"], part["total"] = round(a["total"] * (1 - share)), round(a["total"] * share * r.uniform(0.9, 1.1))
        else:
            part["total"] = max(1, a["total"] // 100)
        return [("split", [a], [after, part])]

    def copied_form(self):
        """New, its form filled in by copying another project's: a different thing."""
        r = self.r
        a, other = self.take(), self.take()
        after = self.maker.next_year(a, 0)
        copied = self.named(after, other["subject"] + other["action"])
        copied["total"] = other["total"]
        if r.random() < 0.3:  # copied from one that was itself a copy
            third = self.take()
            twin = self.named(a, third["subject"] + third["action"])
            twin_after = self.maker.next_year(twin, 0)
            twin["total"] = twin_after["total"] = third["total"]
            return [("kept", [a], [after]), ("kept", [twin], [twin_after]), ("added", [], [copied])]
        return [("kept", [a], [after]), ("added", [], [copied])]

    def cut_anew(self):
        """Two projects become two parts of one new whole, each part with something of both."""
        r = self.r
        a, b = self.take(), self.take()
        a, b = self.named(a, a["subject"] + a["action"]), self.named(b, b["subject"] + b["action"])
        style = r.choice(["joined", "first", "halves"])
        whole = a["name"] + r.choice(CONJUNCTIONS[:4]) + b["name"] if style != "first" else a["name"]
        if style == "halves":
            whole = a["subject"] + b["subject"] + r.choice(["综合服务", "统筹保障", "一体化建设"])
        goals = [re.split("(?<=，)", p["goal"], maxsplit=1) for p in (a, b)]
        after = []
        total = a["total"] + b["total"]
        share = r.uniform(0.25, 0.75)
        for n, qualifier in enumerate(r.choice(HALVES)):
            part = self.named(a if n == 0 else b, whole + qualifier)
            if style == "halves":
                part["goal"] = goals[0][n if len(goals[0]) > 1 else 0] + goals[1][n if len(goals[1]) > 1 else 0]
            part["total"] = round(total * (share if n == 0 else 1 - share))
            part["indicators"] = [dict(i, id=self.maker.new_id()) for p in (a, b) for i in p["indicators"][n::2]]
            after.append(part)
        return [("regrouped", [a, b], after)]
