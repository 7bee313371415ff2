"""A store of made-up tables, served on a free port of this machine."""
import json
import os
import pathlib
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request

DEPARTMENT = "某市某局（本级）"
TOKEN = "test-token"
HOSTILE = '<img src=x onerror="document.title=\'broken\'">\u202e<script>alert(1)</script>'


def indicator(name, target):
    return {"level1": "产出指标", "level2": "数量指标", "name": name, "annual_target": target}


def project(name, total, goal="", indicators=()):
    return {"name": name, "funding": {"total": total}, "goal": goal, "indicators": list(indicators)}


def snapshot(year, projects, department=DEPARTMENT):
    return {"schema": "budgetdiff/snapshot/1", "department": department, "year": year, "unit": "万元",
            "projects": projects}


TABLES = [
    snapshot(2023, [
        project("老旧小区改造", "100.00", "完成老旧小区改造。", [indicator("改造小区数", "≥5个")]),
        project("河道保洁经费", "30.00", "保持河道清洁。", [indicator("保洁率", "≥95%")]),
        project("机构运行辅助经费", "100.00"),
    ]),
    snapshot(2024, [
        project("老旧小区改造", "250.00", "完成老旧小区综合改造。", [indicator("改造小区数", "≥8个")]),
        project("河道保洁经费", "30.00", "保持河道清洁。", [indicator("保洁率", "≥90%")]),
        project("机构运行辅助经费", "100.00"),
        project("机构运行辅助经费（区本级）", "20.00"),
        project(HOSTILE, "1.00", HOSTILE),
    ]),
    snapshot(2024, [project("学生资助", "12.00", "资助学生。")], "某市教育局"),
]


class Served:
    """`with Served(program) as served:` – a store and its page."""

    def __init__(self, program, tables=None, options=()):
        self.program = program
        self.tables = TABLES if tables is None else tables
        self.options = list(options)

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(self.folder.name)
        config = root / "gitconfig"
        config.write_text("[user]\n\tname = 测试员\n\temail = test@example.org\n[safe]\n\tdirectory = *\n"
                          "[init]\n\tdefaultBranch = main\n", encoding="utf-8")
        self.environment = {**os.environ, "GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_NOSYSTEM": "1",
                            "HOME": str(root), "LC_ALL": "C.UTF-8"}
        for name in list(self.environment):
            if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER")):
                del self.environment[name]
        self.store = root / "store"
        self.run("init", str(self.store))
        for number, table in enumerate(self.tables):
            path = root / f"{number}.json"
            path.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
            self.run("-C", str(self.store), "import", str(path))
        self.process = subprocess.Popen(
            [self.program, "-C", str(self.store), "serve", "--port", "0", "--token", TOKEN, *self.options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment)
        self.address = self.process.stdout.readline().strip()
        self.base = self.address.split("#")[0]
        return self

    def __exit__(self, *problem):
        self.process.terminate()
        self.exit_status = self.process.wait(timeout=20)
        self.process.stdout.close()
        self.process.stderr.close()
        self.folder.cleanup()

    def run(self, *words):
        done = subprocess.run([self.program, *words], capture_output=True, text=True, check=False,
                              env=self.environment)
        if done.returncode != 0:
            raise AssertionError(f"{words}: {done.stderr}")
        return done.stdout

    def git(self, *words):
        return subprocess.run(["git", "-C", str(self.store), *words], capture_output=True, text=True,
                              check=True, env=self.environment).stdout

    def ask(self, method, path, parameters=None, body=None, headers=None, raw=None):
        """(status, headers, body as JSON where it is JSON)."""
        url = self.base + path.lstrip("/")
        if parameters:
            url += "?" + urllib.parse.urlencode(parameters)
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", **(headers or {})}
        request = urllib.request.Request(url, data=data, method=method, headers=sent)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, response.headers, self.read(response)
        except urllib.error.HTTPError as error:
            return error.code, error.headers, self.read(error)

    @staticmethod
    def read(response):
        text = response.read().decode("utf-8")
        return json.loads(text) if "json" in response.headers.get("Content-Type", "") else text

    def get(self, path, **parameters):
        return self.ask("GET", path, parameters)[2]

    def post(self, path, body):
        return self.ask("POST", path, None, body, {"X-Budgetdiff-Token": TOKEN})
