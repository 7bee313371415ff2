"""Holds what the program writes against the published JSON Schemas, with
python3-jsonschema; and the schemas against what must not pass."""
import copy
import json
import pathlib
import subprocess
import sys

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
for name in sorted(docs.glob("*.schema.json")):
    validator(name.name)
print(f"{checked} documents follow their schema")
