"""The API over real HTTP: what it answers, what it refuses, what it records."""
import concurrent.futures
import json
import pathlib
import signal
import socket
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from served import DEPARTMENT, HOSTILE, TOKEN, Served  # noqa: E402

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(sys.argv[2])
PAIR = {"department": DEPARTMENT, "from": "2023", "to": "2024"}
ANNA = {"name": "安娜", "email": "anna@example.org"}
BERT = {"name": "Bert", "email": "bert@example.org"}


class Api(unittest.TestCase):
    def setUp(self):
        self.served = Served(PROGRAM).__enter__()

    def tearDown(self):
        self.served.__exit__()
        self.assertEqual(self.served.exit_status, 0, "SIGTERM ends it cleanly")

    def changes(self):
        return self.served.get("/api/changes", **PAIR)

    def change(self, name):
        return next(c for c in self.changes()["changes"]["projects"] if c["to"] and c["to"][0]["name"] == name)

    def comment(self, author=ANNA, **event):
        return self.served.post("/api/comments", {**PAIR, "author": author, **event})

    def test_ends_cleanly_when_its_terminal_is_closed(self):
        self.served.process.send_signal(signal.SIGHUP)
        self.assertEqual(self.served.process.wait(timeout=20), 0)

    def test_says_what_is_there(self):
        departments = self.served.get("/api/departments")
        self.assertEqual([d["department"] for d in departments], ["某市教育局", DEPARTMENT])
        self.assertEqual([e["year"] for e in departments[1]["editions"]], [2023, 2024])
        self.assertEqual(self.served.get("/api/session")["author"]["name"], "测试员")

    def test_gives_the_change_set_that_diff_writes(self):
        printed = json.loads(self.served.run("-C", str(self.served.store), "diff", f"{DEPARTMENT}:2023",
                                             f"{DEPARTMENT}:2024", "--format", "json"))
        self.assertEqual(self.changes()["changes"], printed)

    def test_speaks_the_language_asked_for(self):
        words = self.served.get("/api/words", lang="zh")
        self.assertEqual(words["Accept"], "认可")
        self.assertEqual(self.served.get("/api/words", lang="en")["Accept"], "Accept")

    def test_records_a_thread_in_the_readers_name(self):
        change = self.change("老旧小区改造")
        status, _, made = self.comment(change=change["id"], kind="question", text="为何大增？" + HOSTILE)
        self.assertEqual(status, 201)
        self.assertEqual(self.served.git("log", "-1", "--format=%an <%ae>").strip(), "安娜 <anna@example.org>")
        self.assertEqual(self.comment(BERT, action="reply", comment=made["id"], text="新增三个小区。")[0], 201)
        self.assertEqual(self.comment(BERT, action="resolve", comment=made["id"])[0], 201)
        thread, = self.changes()["threads"]
        self.assertEqual(thread["state"], "resolved")
        self.assertEqual([m["author"]["name"] for m in thread["messages"]], ["安娜", "Bert", "Bert"])
        self.assertEqual(thread["messages"][0]["text"], "为何大增？" + HOSTILE)
        self.comment(action="reopen", comment=made["id"])
        self.comment(action="edit", comment=made["id"], kind="question", text="为何增加一倍半？")
        thread, = self.changes()["threads"]
        self.assertEqual((thread["state"], thread["messages"][0]["text"]), ("open", "为何增加一倍半？"))
        self.assertTrue(thread["messages"][0]["edited"])
        self.served.run("-C", str(self.served.store), "verify")

    def test_lets_only_the_author_give_words_another_wording(self):
        _, _, made = self.comment(change=self.change("老旧小区改造")["id"], text="为何大增？")
        before = self.served.git("rev-parse", "HEAD")
        status, _, answer = self.comment(BERT, action="edit", comment=made["id"], text="改")
        self.assertEqual((status, answer["title"]), (409, "these are the words of 安娜"))
        self.assertEqual(self.served.git("rev-parse", "HEAD"), before)
        self.assertEqual(self.changes()["threads"][0]["messages"][0]["text"], "为何大增？")

    def test_records_nothing_where_it_is_so_already(self):
        _, _, made = self.comment(change=self.change("老旧小区改造")["id"], text="为何大增？")
        for action, more in (("reopen", {}), ("edit", {"text": "为何大增？"})):
            status, _, answer = self.comment(action=action, comment=made["id"], **more)
            self.assertEqual((status, answer), (200, {"id": made["id"], "commit": ""}), action)
        self.assertEqual(self.comment(action="resolve", comment=made["id"])[0], 201)
        before = self.served.git("rev-parse", "HEAD")
        self.assertEqual(self.comment(BERT, action="resolve", comment=made["id"])[0], 200)
        self.assertEqual(self.served.git("rev-parse", "HEAD"), before)

    def test_takes_an_answer_without_a_kind_for_a_remark_and_edits_the_words_alone(self):
        _, _, made = self.comment(change=self.change("老旧小区改造")["id"], text="为何大增？")
        _, _, answer = self.comment(action="reply", comment=made["id"], text="见附件。")
        _, _, why = self.comment(action="reply", comment=made["id"], text="新增三个小区。", kind="explanation")
        self.assertEqual(self.comment(action="edit", comment=why["id"], text="新增四个小区。")[0], 201)
        self.assertEqual(self.comment(action="edit", comment=made["id"], text="为何增加？")[0], 201)
        thread, = self.changes()["threads"]
        self.assertEqual([m["kind"] for m in thread["messages"]], ["question", "note", "explanation"])
        self.assertEqual(thread["messages"][2]["text"], "新增四个小区。")
        self.assertTrue(answer["id"])

    def test_shares_its_port_with_no_other(self):
        port = self.served.base.rsplit(":", 1)[1].strip("/")
        done = subprocess.run([PROGRAM, "-C", str(self.served.store), "serve", "--port", port], timeout=20,
                              capture_output=True, text=True, check=False, env=self.served.environment)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("cannot listen on 127.0.0.1, port " + port, done.stderr)
        self.assertEqual(done.stdout, "")

    def test_shows_a_comment_as_outdated_after_a_correction(self):
        funding = self.change("老旧小区改造")["funding"][0]
        self.comment(change=funding["id"], text="请说明。")
        table = json.loads((pathlib.Path(self.served.folder.name) / "1.json").read_text(encoding="utf-8"))
        table["projects"][0]["funding"]["total"] = "260.00"
        path = pathlib.Path(self.served.folder.name) / "corrected.json"
        path.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
        self.served.run("-C", str(self.served.store), "import", str(path), "--reason", "更正")
        thread, = self.changes()["threads"]
        self.assertTrue(thread["outdated"])
        self.assertEqual((thread["was"]["to"], thread["now"]["to"]), ("250.00 万元", "260.00 万元"))

    def test_accepts_and_rejects_matches(self):
        suggestion = self.changes()["changes"]["suggested"][0]
        status, _, _ = self.served.post("/api/matches", {**PAIR, "author": ANNA, "action": "accept",
                                                         "id": suggestion["id"]})
        self.assertEqual(status, 201)
        after = self.changes()["changes"]
        self.assertEqual(after.get("suggested", []), [])
        self.assertIn("split", [c["kind"] for c in after["projects"]])
        self.assertEqual(self.served.git("log", "-1", "--format=%an").strip(), "安娜")

    def test_decides_once_where_two_decide_at_once(self):
        match = self.changes()["changes"]["suggested"][0]["id"]

        def decide(author, action):
            return self.served.post("/api/matches", {**PAIR, "author": author, "action": action, "id": match})[0]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            done = [pool.submit(decide, ANNA, "accept"), pool.submit(decide, BERT, "reject")]
            answers = sorted(one.result() for one in done)
        self.assertEqual(answers[0], 201)
        self.assertIn(answers[1], (404, 409))
        decided = self.served.git("log", "--format=%an %s").splitlines()
        self.assertEqual(sum(line.startswith(("安娜 accept", "Bert reject")) for line in decided), 1, decided)

    def test_loses_nothing_of_eight_who_write_at_once(self):
        change = self.change("老旧小区改造")["id"]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            done = list(pool.map(lambda n: self.comment({"name": f"人{n}", "email": f"{n}@example.org"},
                                                        change=change, text=f"意见 {n}")[0], range(16)))
        self.assertEqual(done, [201] * 16)
        self.assertEqual(sorted(t["messages"][0]["text"] for t in self.changes()["threads"]),
                         sorted(f"意见 {n}" for n in range(16)))

    def test_gives_the_report_to_show_and_to_keep(self):
        status, headers, page = self.served.ask("GET", "/api/report", PAIR)
        self.assertEqual((status, headers["Content-Type"]), (200, "text/html; charset=utf-8"))
        self.assertIn("style-src 'sha256-", headers["Content-Security-Policy"])
        self.assertNotIn("script-src", headers["Content-Security-Policy"])
        self.assertIn("老旧小区改造", page)
        self.assertNotIn("<img src=x", page)
        _, headers, _ = self.served.ask("GET", "/api/report", {**PAIR, "save": "1"})
        self.assertEqual(headers["Content-Disposition"], 'attachment; filename="2023-2024.html"')
        self.assertIn("# ", self.served.ask("GET", "/api/report", {**PAIR, "format": "markdown"})[2])

    def test_finds_in_all_years_and_departments(self):
        found = self.served.get("/api/search", q="保洁")["found"]
        self.assertEqual([(f["year"], f["project"]) for f in found],
                         [(2024, "河道保洁经费"), (2023, "河道保洁经费")])
        self.assertEqual(self.served.get("/api/search", q="资助学生")["found"][0]["department"], "某市教育局")
        self.assertEqual(self.served.get("/api/search", q=" ")["found"], [])

    def test_follows_a_project(self):
        line = self.served.get("/api/history", department=DEPARTMENT, project="河道保洁经费")
        self.assertEqual([p["year"] for p in line["projects"]], [2023, 2024])
        self.assertEqual(self.served.ask("GET", "/api/history", {"department": DEPARTMENT, "project": "无"})[0], 404)

    def test_tells_news_as_they_happen(self):
        head = self.served.get("/api/session")["head"]
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(self.served.get, "/api/events", after=head)
            time.sleep(0.5)
            self.assertFalse(waiting.done())
            self.comment(change=self.change("老旧小区改造")["id"], text="?")
            self.assertTrue(waiting.result(timeout=10)["changed"])

    def upload(self, path, text, **parameters):
        return self.served.ask("POST", path, {"name": "2025.txt", **parameters}, None,
                               {"X-Budgetdiff-Token": TOKEN, "Content-Type": "application/octet-stream"},
                               raw=text)

    def test_shows_findings_of_a_document_before_it_is_stored(self):
        table = (ROOT / "tests/golden/parse/huadu-hrss-2024.txt").read_bytes()
        before = self.served.git("rev-parse", "HEAD")
        status, _, answer = self.upload("/api/documents/check", table)
        self.assertEqual(status, 200)
        self.assertEqual((answer["tables"][0]["projects"], answer["tables"][0]["year"]), (47, 2025))
        self.assertGreater(len(answer["tables"][0]["findings"]), 0)
        self.assertEqual(self.served.git("rev-parse", "HEAD"), before)
        status, _, answer = self.upload("/api/documents/import", table, keep="1", author_name="安娜",
                                        author_email="anna@example.org")
        self.assertEqual((status, answer["stored"][0]["outcome"]), (201, "added"))
        self.assertEqual(self.served.git("log", "-1", "--format=%an").strip(), "安娜")
        self.assertIn(".txt", self.served.git("ls-tree", "-r", "--name-only", "HEAD", "sources"))

    def test_stores_nothing_of_a_bad_document(self):
        before = self.served.git("rev-parse", "HEAD")
        for path in ("/api/documents/check", "/api/documents/import"):
            status, _, answer = self.upload(path, b"no table at all")
            self.assertEqual(status, 422)
            self.assertTrue(answer["title"])
        self.assertEqual(self.served.git("rev-parse", "HEAD"), before)

    def test_refuses_what_is_wrong(self):
        change = self.change("老旧小区改造")["id"]
        for wanted, event in [(400, {"change": change, "text": "  "}), (400, {"change": change, "text": "x", "kind": "?"}),
                              (404, {"change": "ffffffffffff", "text": "x"}),
                              (404, {"action": "reply", "comment": "000000000000", "text": "x"}),
                              (400, {"change": change, "text": "x", "author": {"name": "a<b", "email": "e"}})]:
            self.assertEqual(self.comment(**event)[0], wanted, event)
        for path in ("/api/changes?department=x&from=a&to=b", "/api/nothing", "/../etc/passwd", "/page.css/.."):
            self.assertIn(self.served.ask("GET", path)[0], (400, 404), path)
        self.assertEqual(self.served.ask("POST", "/api/changes", None, {}, {"X-Budgetdiff-Token": TOKEN})[0], 405)
        for body in (b"[]", b"\xff{}", b"{"):
            self.assertEqual(self.served.ask("POST", "/api/comments", None, None, {"X-Budgetdiff-Token": TOKEN},
                                             raw=body)[0], 400)

    def test_lets_no_other_site_ask_or_write(self):
        event = {**PAIR, "change": self.change("老旧小区改造")["id"], "text": "x"}
        own = {"X-Budgetdiff-Token": TOKEN}
        for wanted, headers in [(401, {}), (401, {"X-Budgetdiff-Token": "wrong-token"}),
                                (403, {**own, "Origin": "http://evil.example"}),
                                (403, {**own, "Origin": "null"}),
                                (403, {**own, "Host": "evil.example"}),
                                (403, {**own, "Sec-Fetch-Site": "cross-site"}),
                                (415, {**own, "Content-Type": "text/plain"})]:
            self.assertEqual(self.served.ask("POST", "/api/comments", None, event, headers)[0], wanted, headers)
        self.assertEqual(self.served.ask("GET", "/api/changes", PAIR, headers={"Host": "evil.example"})[0], 403)
        self.assertEqual(self.changes()["threads"], [])

    def test_sends_the_headers_that_fence_the_page_in(self):
        _, headers, page = self.served.ask("GET", "/")
        policy = headers["Content-Security-Policy"]
        for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
            self.assertIn(part, policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertNotIn("<script>", page)

    def test_takes_no_more_than_it_should(self):
        port = int(self.served.base.rsplit(":", 1)[1].strip("/"))
        with socket.create_connection(("127.0.0.1", port), timeout=20) as plug:
            plug.sendall(b"POST /api/documents/check HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Budgetdiff-Token: test-token\r\n"
                         b"Content-Type: application/octet-stream\r\nContent-Length: 99999999999\r\n\r\n" % port)
            self.assertIn(b"413", plug.recv(100))

    def plug(self, text):
        port = int(self.served.base.rsplit(":", 1)[1].strip("/"))
        plug = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.addCleanup(plug.close)
        plug.sendall(text.replace("HOST", f"127.0.0.1:{port}").encode())
        return plug

    # Each was answered after tens of seconds: as many clients as there are threads held them all.
    def test_answers_others_while_clients_are_slow_or_gone(self):
        head = self.served.get("/api/session")["head"]
        for _ in range(600):
            self.plug("GET / HTTP/1.1\r\nHo")
        self.assertEqual(self.served.ask("GET", "/api/session")[0], 200)
        for _ in range(300):
            self.plug(f"GET /api/events?after={head} HTTP/1.1\r\nHost: HOST\r\n\r\n").close()
        waiting = self.plug(f"GET /api/events?lang=en&after={head} HTTP/1.1\r\nHost: HOST\r\n\r\n")
        for _ in range(60):
            self.plug("GET /api/changes HTTP/1.1\r\nHost: HOST\r\n\r\n").close()
        self.assertEqual(self.served.ask("GET", "/api/session")[0], 200)
        self.comment(change=self.change("老旧小区改造")["id"], text="?")
        self.assertIn(b"200 OK", waiting.recv(100))

    def test_takes_no_body_for_a_request(self):
        inner = "GET /api/session HTTP/1.1\r\nHost: HOST\r\n\r\n"
        plug = self.plug("POST /api/comments HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n"
                         f"Content-Length: {len(inner)}\r\n\r\n{inner}")
        answer = b""
        while more := plug.recv(1000):
            answer += more
        self.assertEqual((answer.count(b"HTTP/1.1"), answer[9:12]), (1, b"401"))

    def test_is_described(self):
        described = json.loads((ROOT / "docs/api/openapi.json").read_text(encoding="utf-8"))
        for path, methods in described["paths"].items():
            for method in methods:
                status = self.served.ask(method.upper(), path, None, {} if method == "post" else None,
                                         {"X-Budgetdiff-Token": TOKEN})[0]
                self.assertNotEqual((method, path, status), (method, path, 405))
                answers = {200: "200", 201: "201"}.get(status, "default")
                self.assertIn(answers, methods[method]["responses"], (method, path, status))
        source = (ROOT / "src/serve/api.cpp").read_text(encoding="utf-8")
        for path in described["paths"]:
            self.assertIn(f'"{path}"', source)
        self.assertEqual(source.count('"/api/'), len(described["paths"]), "a route that is not described")


class ReadOnly(unittest.TestCase):
    def test_takes_no_writes(self):
        with Served(PROGRAM, options=["--read-only"]) as served:
            self.assertNotIn("token", served.address)
            self.assertEqual(served.post("/api/comments", {**PAIR, "change": "x", "text": "x"})[0], 403)
            self.assertTrue(served.get("/api/session")["read_only"])


unittest.main(argv=["api_test"], verbosity=2)
