"""Compares what the program says of a document with the truth of its layout.

Scored: department, year, unit, stated_total, projects in order with name, code, funding, goal,
indicators in order with level1, level2, name, targets, weight. Not scored, since the contract
(docs/formats/snapshot.md) or the print does not decide it:

- which of goal and annual_goal holds the only goal of a form, and which target the only column of
  targets is (指标值): the texts are compared wherever they stand;
- a code in brackets before a department ([018]某局), and whether a form with 主管部门 and 实施单位
  belongs to the one or the other: layouts print the same name in both;
- line ends inside goals where the medium does not tell wraps from paragraphs (media.UNSURE_LINE_ENDS),
  and blanks, which a wrap may have swallowed;
- the scale of amounts in XLSX, where Calc makes 21.21 of 21.2100;
- funding keys written "a|b" in a truth: either key is right;
- amounts that are nothing: absent and 0 are the same where the truth says absent;
- what a layout's IGNORE names.
"""

import re
from decimal import Decimal, InvalidOperation

ALL = {"department", "year", "unit", "stated_total", "number of projects", "name", "code", "funding", "goal",
       "number of indicators", "level1", "level2", "targets", "weight"}
INDICATORS = {"number of indicators", "level1", "level2", "name", "targets", "weight"}
# what a finding of severity warning or error admits to have guessed or lost
ADMISSIONS = {
    "layout-guess": ALL, "boundary-guess": ALL, "text-left-over": ALL, "name-missing": ALL, "sum-mismatch": ALL,
    "subtotal-mismatch": ALL, "stated-total-differs": ALL, "table-empty": ALL, "page-unreadable": ALL,
    "indicator-incomplete": INDICATORS, "indicators-missing": INDICATORS | {"goal"}, "goal-missing": {"goal", "name"} | INDICATORS,
    "column-guess": {"funding", "stated_total"}, "amount-unreadable": {"funding", "stated_total"},
    "amount-missing": {"funding", "stated_total", "number of projects"}, "amount-doubled": {"funding", "stated_total"},
    "department-missing": {"department"}, "unit-missing": {"unit"}, "unit-differs": {"unit", "funding"}, "year-differs": {"year"}}


def findings(stderr):
    """[(severity, code)] of the program's standard error."""
    return re.findall(r"^budgetdiff: .*?: (note|warning|error): .*\[([a-z-]+)\]$", stderr, re.M)


def admissions(stderr):
    return sorted({code for severity, code in findings(stderr) if severity != "note" and code in ADMISSIONS})


def admitted(stderr, differences):
    """Whether what differs is what the findings speak of."""
    spoken = set().union(*(ADMISSIONS[code] for code in admissions(stderr)))
    return set(kinds(differences)) <= spoken


def _text(value, medium):
    value = str(value or "").replace("\u3000", "")
    if medium in {"pdf", "pdf-writer", "layout", "raw", "plain", "tabs"}:
        value = value.replace("\n", "")
    return re.sub(r"[ \t\u00a0]+", "", value)


def _number(text):
    try:
        return Decimal(str(text).replace(",", ""))
    except InvalidOperation:
        return None


def _money(value, medium):
    number = _number(value)
    if number is None:
        return str(value)
    return str(number.normalize() + 0) if medium == "xlsx" else str(value)


def _funding(where, wanted, given, medium, out):
    given = dict(given or {})
    for key, value in (wanted or {}).items():
        names = key.split("|")
        found = next((n for n in names if n in given), None)
        got = given.pop(found) if found else None
        if got is None and _number(value) == 0:
            continue
        if got is None or _money(got, medium) != _money(value, medium):
            out.append((f"{where}.{key}", value, got))
    for key, value in given.items():
        if _number(value) != 0:
            out.append((f"{where}.{key}", None, value))


def _goals(entry, medium):
    return [_text(entry[k], medium) for k in ("goal", "annual_goal") if entry.get(k)]


def _indicator(wanted, medium, ignore):
    out = {k: _text(wanted.get(k), medium) for k in ("level1", "level2", "name", "weight")}
    targets = [_text(wanted[k], medium) for k in ("period_target", "annual_target") if wanted.get(k)]
    out["targets"] = " / ".join(targets)
    for name in ignore:
        out.pop(name, None)
    return out


def compare(truth, got, medium, ignore=()):
    """[(where, wanted, given)], empty where all is as it should be."""
    out = []
    for key in ("department", "year", "unit"):
        if key in ignore:
            continue
        wanted, given = _text(truth.get(key), medium), _text(got.get(key), medium)
        given = re.sub(r"^[\[［]\d+[\]］]|^\d+-?", "", given) if key == "department" else given
        if wanted != given:
            out.append((key, wanted, given))
    if "stated_total" not in ignore:
        _funding("stated_total", truth.get("stated_total"), got.get("stated_total"), medium, out)
    wanted, given = truth["projects"], got.get("projects", [])
    if len(wanted) != len(given):
        out.append(("number of projects", len(wanted), len(given)))
    for n, (w, g) in enumerate(zip(wanted, given), 1):
        where = f"project {n}"
        if _text(w["name"], medium) != _text(g.get("name"), medium):
            out.append((f"{where}.name", w["name"], g.get("name")))
        if "code" in w and "code" not in ignore and w["code"] != g.get("code"):
            out.append((f"{where}.code", w["code"], g.get("code")))
        _funding(f"{where}.funding", w.get("funding"), g.get("funding"), medium, out)
        if "goal" not in ignore and _goals(w, medium) != _goals(g, medium):
            out.append((f"{where}.goal", "\n|| ".join(_goals(w, medium)), "\n|| ".join(_goals(g, medium))))
        ours = [_indicator(i, medium, ignore) for i in w.get("indicators", [])]
        theirs = [_indicator(i, medium, ignore) for i in g.get("indicators", [])]
        if "order" in ignore:
            ours.sort(key=str)
            theirs.sort(key=str)
        if len(ours) != len(theirs):
            out.append((f"{where}: number of indicators", len(ours), len(theirs)))
        for m, (a, b) in enumerate(zip(ours, theirs), 1):
            for key in a:
                if a[key] != b[key] and not (key == "weight" and not a[key]):
                    out.append((f"{where}.indicator {m}.{key}", a[key], b[key]))
    return out


def kinds(differences):
    """The fields that differ, each once."""
    out = []
    for where, wanted, given in differences:
        kind = re.sub(r"project \d+[.:] ?|indicator \d+\.", "", where)
        kind = "funding" if kind.startswith("funding") else "stated_total" if kind.startswith("stated_total") else kind
        if kind == "goal" and str(wanted).replace("\n", "") == str(given).replace("\n", ""):
            kind = "line ends of goals"
        if kind not in out:
            out.append(kind)
    return out


def texts(truth):
    """What a print must show to be fair."""
    for project in truth["projects"]:
        yield project["name"]
        yield project.get("goal", "")
        yield project.get("annual_goal", "")
        for indicator in project["indicators"]:
            yield indicator["name"]
            yield indicator["annual_target"]
