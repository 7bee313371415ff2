"""Eight people comment on one change at once; no comment is lost."""
import json
import pathlib
import subprocess
import sys
import tempfile

import stores

rounds = 3
with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    stores.pin(folder)
    for bare in (False, True):
        store, change = stores.make(folder, "bare" if bare else "tree", bare)
        written = []
        for turn in range(rounds):
            # All say the same in the same second, which are eight comments still.
            running = [subprocess.Popen([stores.program, "-C", str(store), "comment", "add", "2023", "2024", change,
                                         "-m", f"第 {turn} 轮"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, encoding="utf-8") for _ in range(8)]
            for process in running:
                said, errors = process.communicate()
                if process.returncode != 0:
                    sys.exit(errors)
                written.append(said.strip())
        there = [t["id"] for t in json.loads(stores.run("-C", str(store), "comment", "list", "--json").stdout)]
        if len(set(written)) != 8 * rounds or sorted(there) != sorted(written):
            sys.exit(f"{len(set(written))} written, {len(there)} there")
        if stores.git(store, "fsck", "--strict").returncode != 0 or list(store.rglob("*.lock")):
            sys.exit("the store is not sound")
        commits = int(stores.git(store, "rev-list", "--count", "HEAD").stdout)
        if commits != 3 + 8 * rounds:
            sys.exit(f"{commits} commits")
        stores.run("-C", str(store), "verify")
print(f"{16 * rounds} comments, none lost")
