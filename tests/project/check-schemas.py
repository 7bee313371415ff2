"""Holds what the program writes against the published JSON Schemas, with
python3-jsonschema; and the schemas against what must not pass."""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

program = sys.argv[1]
docs = pathlib.Path("docs")
checked = 0


def validator(name):
    schema = json.loads((docs / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def hold(against, data, what):
    global checked
    checked += 1
    for error in against.iter_errors(data):
        sys.exit(f"{what}: {error.json_path}: {error.message}")


def must_fail(against, data, what):
    if against.is_valid(data):
        sys.exit(f"the schema lets pass: {what}")


def run(*arguments):
    return json.loads(subprocess.run([program, *map(str, arguments)], check=True, capture_output=True).stdout)


snapshot = validator("snapshot.schema.json")
changeset = validator("changeset.schema.json")
files = sorted(pathlib.Path("snapshots").glob("*/*.json"))
documents = sorted(p for p in pathlib.Path("tests/golden").glob("*/*.txt") if p.name != "CMakeLists.txt")
assert len(files) == 3 and documents, "sample files are missing"
for path in files + documents:
    hold(snapshot, run("parse", path), path)
for earlier in files:
    for later in files:
        for mode in ("full", "exact"):
            hold(changeset, run("diff", earlier, later, "--format", "json", "--match", mode), (earlier, later))

# Two forms: what only one of them shows, and categories that moved, whichever is the later.
def form(year, **changed):
    targets = [f"≥{n}个" for n in range(3)]
    return {"schema": "budgetdiff/snapshot/1", "department": "某局", "year": year, "unit": "万元", "projects": [
        {"name": name, "funding": changed["funding"],
         "indicators": [{"level1": changed["level1"], "name": f"{name}{t}", "annual_target": t, **changed["more"]}
                        for t in targets], **changed["fields"]} for name in ("甲项目", "乙项目", "丙项目")]}


with tempfile.TemporaryDirectory() as folder:
    forms = [form(2023, funding={"total": "2", "government_funds": "2"}, level1="产出指标", more={}, fields={}),
             form(2024, funding={"total": "2"}, level1="效益指标", more={"weight": "10"}, fields={"type": "延续"})]
    paths = [pathlib.Path(folder) / f"{n}.json" for n in range(2)]
    for path, content in zip(paths, forms):
        path.write_text(json.dumps(content), encoding="utf-8")
    for pair in (paths, paths[::-1]):
        changes = run("diff", *pair, "--format", "json")
        parts = {c.get("part", "category") for c in changes["form_changes"]}
        assert parts == {"category", "funding", "target", "field"}, parts
        hold(changeset, changes, "a change set of two forms")

# A store with a review: its files, and a change set with comments at its changes.
with tempfile.TemporaryDirectory() as store:
    os.environ.update(GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@example.invalid", GIT_COMMITTER_NAME="a",
                      GIT_COMMITTER_EMAIL="a@example.invalid", GIT_CONFIG_GLOBAL=os.devnull)

    def in_store(*arguments):
        subprocess.run([program, "-C", store, *arguments], check=True, capture_output=True)

    in_store("init")
    in_store("import", *map(str, files[:2]))
    years = sorted(json.loads(f.read_text(encoding="utf-8"))["year"] for f in files[:2])
    pair = [str(y) for y in years]
    ids = [p["id"] for p in run("-C", store, "diff", *pair, "--format", "json")["projects"]]
    in_store("comment", "add", *pair, ids[0], "-m", "why?")
    thread = run("-C", store, "comment", "list", "--json")[0]
    in_store("comment", "reply", thread["id"], "--kind", "explanation", "-m", "because")
    in_store("comment", "edit", thread["id"], "-m", "why so much?")
    in_store("comment", "resolve", thread["id"])
    with_comments = run("-C", store, "diff", *pair, "--format", "json")
    assert any("comments" in p for p in with_comments["projects"])
    hold(changeset, with_comments, "a change set with comments")
    events = sorted(pathlib.Path(store).glob("reviews/*/*/*/*.json"))
    assert len(events) == 4
    for path in events:
        hold(validator("comment.schema.json"), json.loads(path.read_text(encoding="utf-8")), path.name)

good = json.loads(files[0].read_text(encoding="utf-8"))
for what, edit in {
        "money as a number": lambda s: s["projects"][0]["funding"].update(total=1.5),
        "money with separators": lambda s: s["projects"][0]["funding"].update(total="1,000.00"),
        "a project without a name": lambda s: s["projects"][0].pop("name"),
        "another schema": lambda s: s.update(schema="budgetdiff/snapshot/2"),
        "a null": lambda s: s["projects"][0].update(goal=None)}.items():
    bad = copy.deepcopy(good)
    edit(bad)
    must_fail(snapshot, bad, what)
policy = validator("policy.schema.json")
sample = json.loads((docs / "samples/policy.json").read_text(encoding="utf-8"))
hold(policy, sample, "the sample policy")
for what, edit in {
        "an unknown rule": lambda p: p["rules"][0].update(rule="chnage"),
        "a misspelt key": lambda p: p["rules"][0].update(precent="3"),
        "a limit of words": lambda p: p["rules"][0].update(percent="many")}.items():
    bad = copy.deepcopy(sample)
    edit(bad)
    must_fail(policy, bad, what)
for name in sorted(docs.glob("*.schema.json")):
    validator(name.name)
print(f"{checked} documents follow their schema")
