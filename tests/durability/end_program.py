"""Ends the program as people do (Ctrl-C, kill, a closed terminal) at random
moments of an import of many years. git itself can work in the store at once,
and whatever was acknowledged is there.

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

signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
turns = 42
years_of_a_run = 60
seed = int(os.environ.get("BUDGETDIFF_SEED", int.from_bytes(os.urandom(4), "big")))
print(f"seed {seed}", flush=True)
chance = random.Random(seed)


def writes(store):
    """Whether a commit of this run has begun."""
    return stores.git(store, "rev-parse", "HEAD").stdout


with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    stores.pin(folder)
    year = 3000
    cut = 0
    for turn in range(turns):
        if turn % 14 == 0:
            store, _ = stores.make(folder, f"s{turn}", turn == 28)
        documents = [stores.document(folder, year + i) for i in range(years_of_a_run)]
        year += years_of_a_run
        number = signals[turn % 3]
        when = f"seed {seed}, turn {turn}: {number.name}"
        process = subprocess.Popen([stores.program, "-C", str(store), "import", *documents], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        head = writes(store)
        while writes(store) == head and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(number)
        _, errors = process.communicate()
        cut += process.returncode == -number
        if process.returncode not in (0, -number):
            sys.exit(f"{when}: ended with {process.returncode}: {errors}")
        left = [str(p) for p in store.rglob("*.lock")]
        if left:
            sys.exit(f"{when}: {left} stays")
        if store.joinpath(".git").exists():
            if stores.git(store, "status", "--porcelain").stdout:
                sys.exit(f"{when}: the work tree is left changed")
            if (done := stores.git(store, "commit", "-q", "--allow-empty", "-m", "x")).returncode != 0:
                sys.exit(f"{when}: git cannot work: {done.stderr}")
        there = stores.files(store)
        for line in errors.splitlines():
            if "(commit " in line and f"snapshots/{stores.department}/{line.split()[2].rstrip(':')}.json" not in there:
                sys.exit(f"{when}: lost: {line}")
    if cut < turns // 2:
        sys.exit(f"seed {seed}: only {cut} of {turns} runs were cut: the moments were not in them")
    # A signer that waits for a passphrase is ended, too, and nothing is recorded.
    store, _ = stores.make(folder, "signed", False)
    signer = folder / "signer"
    signer.write_text("#!/bin/sh\ntouch '%s'\nexec sleep 60\n" % (folder / "asking"))
    signer.chmod(0o755)
    stores.git(store, "config", "commit.gpgSign", "true")
    stores.git(store, "config", "gpg.program", str(signer))
    before = writes(store)
    process = subprocess.Popen([stores.program, "-C", str(store), "import", stores.document(folder, 2999)],
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not (folder / "asking").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    try:
        process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        sys.exit("the program waits for its signer for ever")
    left = [str(p) for p in store.rglob("*.lock")]
    if process.returncode != -signal.SIGTERM or left or writes(store) != before:
        sys.exit(f"ended while signing: {process.returncode}, {left}")
    print(f"{cut} of {turns} runs were cut")
