"""Kills the program at random moments of import and comment. Whatever it had
acknowledged is there, git finds nothing wrong, and the next run needs no help.

The seed is printed; BUDGETDIFF_SEED repeats a run (as far as time repeats)."""
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

import stores

kills = 200
seed = int(os.environ.get("BUDGETDIFF_SEED", int.from_bytes(os.urandom(4), "big")))
print(f"seed {seed}", flush=True)
chance = random.Random(seed)


def locks(store):
    return [str(p) for p in store.rglob("*.lock")]


def written(store):
    """What git has written: changes with every object and every move of a branch."""
    folder = store / ".git" if (store / ".git").exists() else store
    return sorted((str(p), p.stat().st_mtime_ns) for kind in ("objects", "refs") for p in (folder / kind).rglob("*")
                  if not p.is_dir())


def sound(store, when):
    fsck = stores.git(store, "fsck", "--strict", "--no-progress", "--no-dangling")
    if fsck.returncode != 0 or "error" in fsck.stderr:
        sys.exit(f"seed {seed}, {when}: git fsck: {fsck.stdout}{fsck.stderr}")


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    stores.pin(folder)
    places = []
    for bare in (False, True):
        store, change = stores.make(folder, "bare" if bare else "tree", bare)
        places.append({"store": store, "change": change, "promised": set(), "year": 3000, "seen": None})
    took = {"import": 0.05, "comment": 0.05}
    killed = acknowledged = unheard = journals = 0
    begun = time.monotonic()
    turn = 0
    while killed < kills:
        turn += 1
        place = places[turn % 2]
        store = place["store"]
        verb = "import" if chance.random() < 0.5 else "comment"
        if verb == "import":
            place["year"] += 1
            path = stores.document(folder, place["year"])
            command = ["-C", str(store), "import", path]
            expected = f"snapshots/{stores.department}/{place['year']}.json"
        else:
            command = ["-C", str(store), "comment", "add", "2023", "2024", place["change"], "-m", f"第 {turn} 问"]
        start = time.monotonic()
        process = subprocess.Popen([stores.program, *command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, encoding="utf-8")
        try:
            process.wait(chance.uniform(0.2, 1.15) * took[verb])
            took[verb] = 0.8 * took[verb] + 0.2 * (time.monotonic() - start)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            took[verb] *= 1.02  # finds its way up where the machine is slow
        said, errors = process.communicate()
        when = f"turn {turn}: {verb} on {store.name}"
        if process.returncode == -signal.SIGKILL:
            killed += 1
        elif process.returncode != 0:
            sys.exit(f"seed {seed}, {when}: {errors}")
        # A comment's id on standard output, or the end with 0, is the word that it is there.
        if verb == "comment" and said.strip():
            place["promised"].add(f"reviews/{stores.department}/2023-2024/{place['change']}/{said.strip()}.json")
            acknowledged += 1
        elif verb == "import" and (process.returncode == 0 or "(commit " in errors):
            place["promised"].add(expected)
            acknowledged += 1
        else:
            unheard += 1
        journals += any(store.rglob("budgetdiff-journal"))
        # A run that wrote nothing leaves nothing to look at.
        if place["seen"] != (now := written(store)):
            place["seen"] = now
            sound(store, when)
        lost = place["promised"] - stores.files(store)
        if lost:
            sys.exit(f"seed {seed}, {when}: lost {sorted(lost)}")
        if turn % 8 < 2:  # a run that nobody disturbs clears what is left
            stores.run(*command) if verb == "import" else stores.run(*command[:-1], "之后")
            if locks(store):
                sys.exit(f"seed {seed}, {when}: {locks(store)} stays")
            if store.name == "tree" and (status := stores.git(store, "status", "--porcelain").stdout):
                sys.exit(f"seed {seed}, {when}: the work tree is left changed: {status}")
    for place in places:
        store = place["store"]
        stores.run("-C", str(store), "comment", "add", "2023", "2024", place["change"], "-m", "最后一问")
        sound(store, "the end")
        if locks(store):
            sys.exit(f"seed {seed}, the end: {locks(store)} stays")
        print(stores.run("-C", str(store), "verify").stdout.strip())
    if not acknowledged or not unheard:
        sys.exit(f"seed {seed}: {acknowledged} acknowledged, {unheard} not: the moments were not random")
    print(f"{killed} killed in {turn} runs, {acknowledged} acknowledged, {journals} times in the middle of a write, "
          f"{time.monotonic() - begun:.0f} s")
