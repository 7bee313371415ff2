"""Documents say what is so: paths and verbs they name exist, the man page has
every verb and option of --help."""
import pathlib
import re
import subprocess
import sys

program = sys.argv[1]
problems = []
documents = [p for p in pathlib.Path(".").glob("*.md")] + sorted(pathlib.Path("docs").rglob("*.md"))
for document in documents:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in target and not (document.parent / target).exists():
            problems.append(f"{document}: link to {target}, which is not there")
    for name in re.findall(r"`((?:src|include|tests|scripts|docs|snapshots|po|cmake|bench)/[\w./-]+)`", text):
        if not pathlib.Path(name.rstrip("/")).exists() and "*" not in name:
            problems.append(f"{document}: names {name}, which is not there")


def help_of(*verb):
    return subprocess.run([program, *verb, "--help", "--lang", "en"], check=True, capture_output=True,
                          text=True, encoding="utf-8").stdout


verbs = re.findall(r"^  (\w[\w-]*) {2,}", help_of().split("Verbs:")[1], re.M)
man = pathlib.Path("docs/budgetdiff.1").read_text(encoding="utf-8").replace("\\-", "-")
for verb in verbs:
    if not re.search(rf"^\.SS {verb}\b", man, re.M):
        problems.append(f"docs/budgetdiff.1: no section for {verb}")
        continue
    section = re.split(rf"^\.SS {verb}\b", man, flags=re.M)[1].split("\n.S")[0]
    text = help_of(verb)
    if "Example" not in text:
        problems.append(f"{verb} --help has no example")
    for option in sorted(set(re.findall(r"--[a-z][a-z-]+", text.split("Options:")[1].split("Example")[0]))):
        if option != "--help" and option not in section:
            problems.append(f"docs/budgetdiff.1: {verb} lacks {option}")
    if verb not in pathlib.Path("README.md").read_text(encoding="utf-8"):
        problems.append(f"README.md does not name {verb}")
if len(verbs) < 9 or not documents:
    problems.append("found too little to check")
print("\n".join(problems) if problems else f"{len(documents)} documents, {len(verbs)} verbs")
sys.exit(1 if problems else 0)
