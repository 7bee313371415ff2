"""What the tests of durability share: stores of two made-up years, git pinned."""
import json
import os
import pathlib
import subprocess
import sys

program = str(pathlib.Path(sys.argv[1]).resolve())
department = "某市某局"


def pin(folder):
    """An environment in which git and budgetdiff know one person and no settings."""
    for key in [k for k in os.environ if k.startswith(("GIT_", "BUDGETDIFF_"))]:
        del os.environ[key]
    (folder / "gitconfig").write_text("[safe]\n\tdirectory = *\n[init]\n\tdefaultBranch = main\n"
                                      "[user]\n\tname = Reviewer\n\temail = reviewer@example.invalid\n")
    os.environ.update(HOME=str(folder), GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8",
                      GIT_CONFIG_GLOBAL=str(folder / "gitconfig"))


def document(folder, year, total="100.00"):
    """A snapshot file of one project."""
    path = folder / f"{year}.json"
    path.write_text(json.dumps({
        "schema": "budgetdiff/snapshot/1", "department": department, "year": year, "unit": "万元",
        "projects": [{"name": "道路养护", "funding": {"total": total}}]}, ensure_ascii=False))
    return str(path)


def run(*arguments, check=True):
    done = subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding="utf-8")
    if check and done.returncode != 0:
        sys.exit(f"{arguments}: {done.stderr}")
    return done


def git(store, *arguments):
    return subprocess.run(["git", "-C", str(store), "-c", "core.quotePath=false", *arguments], capture_output=True,
                          text=True, encoding="utf-8")


def make(folder, name, bare):
    """A store that holds 2023 and 2024; the id of the one change between them."""
    store = folder / name
    run("init", str(store), *(["--bare"] if bare else []))
    run("-C", str(store), "import", document(folder, 2023), document(folder, 2024, "200.00"))
    changes = json.loads(run("-C", str(store), "diff", "2023", "2024", "--format", "json").stdout)
    return store, changes["projects"][0]["id"]


def files(store):
    return set(git(store, "ls-tree", "-r", "--name-only", "HEAD").stdout.splitlines())
