"""A disk that is full, objects that are missing, a pack that is damaged, a store
that may not be written: a clear error, nothing lost."""
import glob
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]


class Broken(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        config = self.root / "gitconfig"
        config.write_text("[user]\n\tname = Tester\n\temail = t@example.org\n[safe]\n\tdirectory = *\n", encoding="utf-8")
        os.environ.update({"GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "HOME": str(self.root)})
        self.store = self.root / "s"
        self.good("init", str(self.store), "--bare")
        self.good("-C", str(self.store), "import", self.table(2023))

    def table(self, year, size=1):
        path = self.root / f"{year}.json"
        projects = [{"name": f"项目{'甲乙丙丁'[n % 4]}{n}件", "funding": {"total": f"{n}.00"}, "goal": os.urandom(400).hex()}
                    for n in range(1, size + 1)]
        path.write_text(json.dumps({"schema": "budgetdiff/snapshot/1", "department": "某局", "year": year, "unit": "万元",
                                    "projects": projects}, ensure_ascii=False), encoding="utf-8")
        return str(path)

    def run_program(self, *words, limit=None):
        def lower():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            # As a full disk: the write fails, and no signal ends the program.
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False,
                              preexec_fn=lower if limit is not None else None)

    def good(self, *words):
        done = self.run_program(*words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refuses(self, *words, limit=None):
        done = self.run_program(*words, limit=limit)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertRegex(done.stderr, r"(?m)^budgetdiff: .+")
        return done.stderr

    def git(self, *words):
        return subprocess.run(["git", "-C", str(self.store), *words], capture_output=True, text=True, check=True).stdout

    def test_a_write_that_the_disk_has_no_room_for(self):
        before = self.git("rev-parse", "HEAD")
        table = self.table(2024, 400)
        for limit in (0, 512, 4096, 65536):
            self.refuses("-C", str(self.store), "import", table, limit=limit)
            self.assertEqual(self.git("rev-parse", "HEAD"), before)
            self.git("fsck", "--strict")
        self.good("-C", str(self.store), "import", table)  # with room again
        self.git("fsck", "--strict")
        self.assertIn("2024", self.good("-C", str(self.store), "list"))

    def test_says_that_there_was_no_room(self):
        # As a disk that is full to its last byte: what was written first fails, of whatever kind.
        table = self.table(2024)
        for limit in (0, 1, 2, 16, 64, 100, 150, 200, 300, 400, 500):
            error = self.refuses("-C", str(self.store), "import", table, limit=limit)
            self.assertRegex(error, "too large|larger than is allowed", (limit, error))
        self.good("-C", str(self.store), "import", table)

    def test_says_that_git_had_no_room(self):
        error = self.refuses("-C", str(self.store), "sync", limit=0)
        self.assertIn("File too large", error)

    def test_an_object_that_is_missing(self):
        blob = self.git("rev-parse", "HEAD:snapshots/某局/2023.json").strip()
        (self.store / "objects" / blob[:2] / blob[2:]).unlink()
        error = self.refuses("-C", str(self.store), "show", "2023")
        self.assertTrue("2023" in error or blob[:10] in error, error)
        done = self.run_program("-C", str(self.store), "verify")
        self.assertEqual(done.returncode, 1, done.stderr)

    def test_a_pack_that_is_damaged(self):
        self.git("gc", "-q")
        pack, = glob.glob(str(self.store / "objects/pack/*.pack"))
        os.chmod(pack, 0o644)
        data = bytearray(pathlib.Path(pack).read_bytes())
        for at in range(40, len(data) - 40, 7):
            data[at] ^= 0x55
        pathlib.Path(pack).write_bytes(data)
        self.refuses("-C", str(self.store), "show", "2023")
        self.assertNotEqual(self.run_program("-C", str(self.store), "verify").returncode, 0)

    def test_a_store_that_may_not_be_written(self):
        if os.geteuid() == 0 and shutil.which("setpriv") is None:
            self.skipTest("needs setpriv to be anybody but root")
        before = self.git("rev-parse", "HEAD")
        table = self.table(2024)
        os.chmod(self.folder.name, 0o755)
        subprocess.run(["chmod", "-R", "a+rX,a-w", str(self.store)], check=True)
        words = [PROGRAM, "-C", str(self.store), "import", table]
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", "65534:65534", str(self.store)], check=True)
            words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        # Reading and proving it need no writing.
        proved = subprocess.run([word for word in words[:-2]] + ["verify"], capture_output=True, text=True, check=False)
        subprocess.run(["chmod", "-R", "u+w", str(self.store)], check=True)
        if done.returncode in (126, 127):
            self.skipTest("the program lies where nobody but root can run it")
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertRegex(done.stderr, r"(?m)^budgetdiff: .+")
        self.assertEqual(proved.returncode, 0, proved.stdout + proved.stderr)
        self.assertEqual(self.git("rev-parse", "HEAD"), before)


unittest.main(argv=["broken_test"], verbosity=2)
