"""A Chromium driven through its WebDriver, as far as the tests need it."""
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request


KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c"}


def missing():
    """What is not installed; empty where all is there."""
    return [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    def __init__(self, width=1280, height=900):
        port = free_port()
        self.root = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        self.until(self.is_up)
        arguments = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", f"--window-size={width},{height}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        wanted = {"browserName": "chrome", "goog:chromeOptions": {"args": arguments},
                  "goog:loggingPrefs": {"browser": "ALL"}}
        made = self.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session = "/session/" + made["sessionId"]

    def is_up(self):
        try:
            urllib.request.urlopen(self.root + "/status", timeout=5).close()
            return True
        except OSError:
            return False

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.root + path, method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=90) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()[:800]) from None

    def open(self, address):
        self.call("POST", self.session + "/url", {"url": "about:blank"})
        self.call("POST", self.session + "/url", {"url": address})

    def js(self, script, *arguments):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": list(arguments)})

    def keys(self, *keys):
        """Presses them one after the other, as a person would; names in KEYS stand for theirs."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.call("POST", self.session + "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def click(self, expression):
        """The mouse on the middle of what the expression gives."""
        x, y = self.js(f"const n = {expression}; n.scrollIntoView({{block: 'center'}}); const r = n.getBoundingClientRect();"
                       "return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]")
        actions = [{"type": "pointerMove", "duration": 0, "x": x, "y": y}, {"type": "pointerDown", "button": 0},
                   {"type": "pointerUp", "button": 0}]
        self.call("POST", self.session + "/actions", {"actions": [
            {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}]})

    def width(self, pixels):
        """Lays the page out for a window of that width; 0: for the real one."""
        name, size = ("setDeviceMetricsOverride", {"width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": False}) \
            if pixels else ("clearDeviceMetricsOverride", {})
        self.call("POST", self.session + "/goog/cdp/execute", {"cmd": "Emulation." + name, "params": size})

    @staticmethod
    def until(condition, seconds=90):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = condition()
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"waited {seconds} s for it in vain")

    def wait(self, expression):
        return self.until(lambda: self.js("return " + expression))

    def complaints(self):
        """What the browser logged as errors: broken scripts, refused content."""
        log = self.call("POST", self.session + "/se/log", {"type": "browser"})
        return [entry["message"] for entry in log if entry["level"] == "SEVERE"]

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait(timeout=20)
