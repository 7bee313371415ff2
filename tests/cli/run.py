#!/usr/bin/env python3
"""Runs one command-line test: input, commands, output and exit status in one file.

    run.py [--update] PROGRAM SOURCE_DIR FILE.test

A test is read from top to bottom:

    # a comment
    >>> NAME           the lines up to "<<<" become the file NAME
    $ COMMAND          run by bash in an empty folder; `budgetdiff` is the program
      output           standard output, two blanks before each line
    ! output           standard error
    ? STATUS           exit status, where it is not 0

Locale, time zone, width, names and dates are pinned, so output is the same
everywhere. $DATA is the folder of the project's own test data. --update
rewrites the expected parts: read the difference before committing it.
"""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

update = "--update" in sys.argv
program, source, test = [pathlib.Path(a).resolve() for a in sys.argv[1:] if a != "--update"]
lines = test.read_text(encoding="utf-8").splitlines()


def environment(folder):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "BUDGETDIFF_", "LC_"))}
    env.update(
        PATH=f"{folder}/bin:{os.environ['PATH']}", HOME=str(folder), DATA=str(source), LC_ALL="C.UTF-8",
        LANG="C.UTF-8", TZ="UTC", COLUMNS="80", TERM="dumb", GIT_CONFIG_NOSYSTEM="1",
        GIT_CONFIG_GLOBAL=str(folder / "gitconfig"), GIT_AUTHOR_NAME="Reviewer",
        GIT_AUTHOR_EMAIL="reviewer@example.invalid", GIT_COMMITTER_NAME="Reviewer",
        GIT_COMMITTER_EMAIL="reviewer@example.invalid", GIT_AUTHOR_DATE="2024-03-01T08:00:00+0800",
        GIT_COMMITTER_DATE="2024-03-01T08:00:00+0800", ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", ""))
    return env


def shown(prefix, data, folder):
    text = data.decode("utf-8", "backslashreplace").replace(str(folder / "work"), "$PWD")
    text = text.replace(str(source), "$DATA")
    # Blank lines at the end of an output are not held: they would look like the
    # blank lines between commands.
    return [prefix + line if line else "" for line in text.rstrip("\n").splitlines()]


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary).resolve()
    (folder / "bin").mkdir()
    (folder / "work").mkdir()
    (folder / "gitconfig").write_text("[safe]\n\tdirectory = *\n[init]\n\tdefaultBranch = main\n")
    (folder / "bin/budgetdiff").symlink_to(program)
    env = environment(folder)
    actual = []
    commands = 0
    i = 0
    while i < len(lines):
        line = lines[i]
        i += 1
        if line.startswith(">>> "):
            body = []
            actual.append(line)
            while i < len(lines) and lines[i] != "<<<":
                body.append(lines[i])
                i += 1
            actual += body + ["<<<"]
            i += 1
            path = folder / "work" / line[4:]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(b + "\n" for b in body), encoding="utf-8")
        elif line.startswith("$ "):
            commands += 1
            actual.append(line)
            run = subprocess.run(["bash", "-c", line[2:]], cwd=folder / "work", env=env,
                                 stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
            actual += shown("  ", run.stdout, folder)
            actual += shown("! ", run.stderr, folder)
            if run.returncode != 0:
                actual.append(f"? {run.returncode}")
            while i < len(lines) and (lines[i].startswith(("  ", "! ", "? ")) or lines[i] == ""):
                # An empty line belongs to the output only while output follows.
                if lines[i] == "" and not any(
                        l.startswith(("  ", "! ", "? ")) for l in lines[i:i + 2]):
                    break
                i += 1
        else:
            actual.append(line)

if commands == 0:
    sys.exit(f"{test}: no command in it")
if actual == lines:
    print(f"{commands} commands as expected")
    sys.exit(0)
if update:
    test.write_text("\n".join(actual) + "\n", encoding="utf-8")
    print(f"{test}: updated")
    sys.exit(0)
print("\n".join(difflib.unified_diff(lines, actual, "expected", "actual", lineterm="")))
sys.exit(1)
