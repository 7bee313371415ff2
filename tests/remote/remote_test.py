"""`sync` against a bare repository by path and file://, one served by
`git daemon`, and one served over HTTP by `git http-backend`."""
import http.server
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PROGRAM = sys.argv[1]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Backend(http.server.BaseHTTPRequestHandler):
    """As little of CGI as git http-backend needs."""

    root = ""

    def answer(self):
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        environment = {**os.environ, "GIT_PROJECT_ROOT": self.root, "GIT_HTTP_EXPORT_ALL": "1", "PATH_INFO": path,
                       "QUERY_STRING": query, "REQUEST_METHOD": self.command, "REMOTE_USER": "tester",
                       "REMOTE_ADDR": "127.0.0.1", "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                       "CONTENT_LENGTH": str(len(body)), "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
                       "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", "")}
        done = subprocess.run(["git", "http-backend"], input=body, capture_output=True, env=environment, check=False)
        head, _, rest = done.stdout.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
        self.send_response(int(fields.pop("Status", "200").split()[0]))
        for name, value in fields.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest)

    do_GET = do_POST = answer

    def log_message(self, *words):
        pass


class Remote(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        config = self.root / "gitconfig"
        config.write_text("[user]\n\tname = Tester\n\temail = t@example.org\n[safe]\n\tdirectory = *\n"
                          "[init]\n\tdefaultBranch = main\n[http]\n\treceivepack = true\n", encoding="utf-8")
        os.environ.update({"GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(self.root),
                           "LC_ALL": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0"})
        subprocess.run(["git", "init", "-q", "--bare", str(self.root / "remote.git")], check=True)
        subprocess.run(["git", "-C", str(self.root / "remote.git"), "config", "http.receivepack", "true"], check=True)

    def run_program(self, *words, status=0):
        done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, status, f"{words}: {done.stderr}")
        return done.stdout + done.stderr

    def table(self, year, total):
        path = self.root / f"{year}-{total}.json"
        path.write_text(json.dumps({"schema": "budgetdiff/snapshot/1", "department": "某局", "year": year, "unit": "万元",
                                    "projects": [{"name": "河道保洁", "funding": {"total": total}}]}), encoding="utf-8")
        return str(path)

    def go_round(self, address):
        """Two stores meet at the address; each ends with what both recorded."""
        a, b = str(self.root / "a"), str(self.root / "b")
        self.run_program("init", a)
        subprocess.run(["git", "-C", a, "remote", "add", "origin", address], check=True)
        self.run_program("-C", a, "import", self.table(2023, "1.00"))
        self.run_program("-C", a, "sync")
        subprocess.run(["git", "clone", "-q", address, b], check=True, capture_output=True)
        self.run_program("-C", a, "import", self.table(2024, "2.00"))
        self.run_program("-C", b, "import", self.table(2025, "3.00"))
        for store in (a, b, a):
            self.run_program("-C", store, "sync")
        for store in (a, b):
            self.assertIn("2024", self.run_program("-C", store, "list"))
            self.assertIn("2025", self.run_program("-C", store, "list"))
            self.assertIn(": 0 problems", self.run_program("-C", store, "verify"))
        heads = {subprocess.run(["git", "-C", store, "rev-parse", "HEAD"], capture_output=True, text=True,
                                check=True).stdout for store in (a, b)}
        self.assertEqual(len(heads), 1)

    def test_by_path(self):
        self.go_round(str(self.root / "remote.git"))

    def test_by_file_address(self):
        self.go_round(f"file://{self.root}/remote.git")

    def test_between_bare_stores(self):
        a, b = str(self.root / "a.git"), str(self.root / "b.git")
        self.run_program("init", a, "--bare")
        self.run_program("-C", a, "import", self.table(2023, "1.00"))
        self.run_program("-C", a, "sync", str(self.root / "remote.git"))
        subprocess.run(["git", "clone", "-q", "--bare", str(self.root / "remote.git"), b], check=True)
        self.run_program("-C", a, "import", self.table(2023, "1.50"), "--reason", "更正")
        self.run_program("-C", b, "import", self.table(2024, "2.00"))
        self.run_program("-C", a, "sync", str(self.root / "remote.git"))
        self.run_program("-C", b, "sync", str(self.root / "remote.git"))
        self.assertIn("1.50", self.run_program("-C", b, "list"))
        self.assertIn(": 0 problems", self.run_program("-C", b, "verify"))

    def test_served_by_git_daemon(self):
        port = free_port()
        daemon = subprocess.Popen(["git", "daemon", "--reuseaddr", "--listen=127.0.0.1", f"--port={port}",
                                   f"--base-path={self.root}", "--export-all", "--enable=receive-pack"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.terminate)
        address = f"git://127.0.0.1:{port}/remote.git"
        for _ in range(200):
            if subprocess.run(["git", "ls-remote", address], capture_output=True, check=False).returncode == 0:
                break
            time.sleep(0.05)
        self.go_round(address)

    def test_served_over_http(self):
        handler = type("Handler", (Backend,), {"root": str(self.root)})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.go_round(f"http://127.0.0.1:{server.server_port}/remote.git")

    def test_keeps_the_decisions_of_both(self):
        def table(year, names):
            path = self.root / f"d{year}.json"
            path.write_text(json.dumps({"schema": "budgetdiff/snapshot/1", "department": "某局", "year": year, "unit": "万元",
                                        "projects": [{"name": n, "funding": {"total": "1.00"}} for n in names]}),
                            encoding="utf-8")
            return str(path)
        a, b, remote = str(self.root / "a"), str(self.root / "b"), str(self.root / "remote.git")
        self.run_program("init", a)
        self.run_program("-C", a, "import", table(2023, ["甲事", "乙事"]), table(2024, ["丙业", "丁业"]))
        self.run_program("-C", a, "sync", remote)
        subprocess.run(["git", "clone", "-q", remote, b], check=True, capture_output=True)
        self.run_program("-C", a, "match", "pin", "2023", "2024", "--from", "甲事", "--to", "丙业")
        self.run_program("-C", b, "match", "pin", "2023", "2024", "--from", "乙事", "--to", "丁业")
        for store in (a, b, a):
            self.run_program("-C", store, "sync", remote)
        for store in (a, b):
            self.assertEqual(self.run_program("-C", store, "match", "list", "2023", "2024", "--json").count("pinned"), 2)
            self.assertIn(": 0 problems", self.run_program("-C", store, "verify"))

    def test_refuses_what_is_no_store(self):
        subprocess.run(["git", "init", "-q", str(self.root / "other")], check=True)
        subprocess.run(["git", "-C", str(self.root / "other"), "commit", "-q", "--allow-empty", "-m", "x"], check=True)
        a = str(self.root / "a")
        self.run_program("init", a)
        before = subprocess.run(["git", "-C", a, "rev-parse", "HEAD"], capture_output=True, check=True).stdout
        self.assertIn("no store", self.run_program("-C", a, "sync", str(self.root / "other"), status=2))
        self.assertEqual(subprocess.run(["git", "-C", a, "rev-parse", "HEAD"], capture_output=True, check=True).stdout, before)


unittest.main(argv=["remote_test"], verbosity=2)
