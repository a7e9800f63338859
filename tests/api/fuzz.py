"""Starts a demonstration, signs in as three of its people, makes each a token on the page for it, and lets schemathesis
ask as each of them: first about a case of theirs, then about anything."""

import http.client
import json
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

CHECKS = ",".join(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
        "missing_required_header",
        "unsupported_method",
        "ignored_auth",
    ]
)
# Whoever of the demonstration stands for one of these asks.
WANTED = ["union_chair", "employer_legal_rep", "hrss_officer"]
SECONDS = 45
# Starting may mean laying out a whole demonstration.
PATIENCE = 300


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Server:
    def __init__(self, port):
        self.port = port

    def ask(self, method, path, headers=None, form=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = dict(headers or {})
        body = None
        if form is not None:
            body = urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer, answer.read().decode("utf-8", "replace")

    def is_up(self):
        try:
            return self.ask("GET", "/healthz")[0].status == 200
        except OSError:
            return False


def people(server):
    """A token and a case for each of the wanted capacities."""
    _, front = server.ask("GET", "/demo")
    found = {}
    for login in re.findall(r'action="/demo/as/([^"]+)"', front):
        entered, _ = server.ask("POST", f"/demo/as/{login}", form={})
        cookie = entered.getheader("Set-Cookie").split(";")[0]
        _, made = server.ask("POST", "/tokens", {"Cookie": cookie}, {"name": "schemathesis", "days": "1"})
        token = re.search(r"xxs_[0-9a-f]{64}", made).group(0)
        bearer = {"Authorization": f"Bearer {token}"}
        me = json.loads(server.ask("GET", "/api/v1/me", bearer)[1])
        held = {standing["capacity"] for standing in me["standings"]}
        for capacity in WANTED:
            if capacity in held and capacity not in found:
                cases = json.loads(server.ask("GET", "/api/v1/cases", bearer)[1])["cases"]
                found[capacity] = (token, cases[0]["case"] if cases else None)
                break
    missing = [capacity for capacity in WANTED if capacity not in found]
    if missing:
        sys.exit(f"nobody in the demonstration is {missing}")
    return found


def run(folder, server, capacity, token, case):
    """One person asks, half of the time about a case of theirs."""
    status = 0
    for own in [True, False] if case else [False]:
        config = Path(folder, "schemathesis.toml")
        lines = ["[parameters]", f'"path.case" = "{case}"'] if own else []
        config.write_text("\n".join(lines) + "\n")
        print(f"== {capacity}, {'their own case' if own else 'anything'}", flush=True)
        command = [
            Path(sys.executable).with_name("st"),
            *["--config-file", config],
            *["run", f"http://127.0.0.1:{server.port}/api/openapi.json"],
            *["--header", f"Authorization: Bearer {token}"],
            *["--checks", CHECKS, "--phases", "examples,coverage,fuzzing"],
            *["--max-time", str(SECONDS // 2), "--seed", "1", "--generation-database", "none", "--no-color"],
            *["--warnings", "off", "--continue-on-failure"],
        ]
        status |= subprocess.run(command, cwd=folder, check=False).returncode
    return status


def main():
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="interface-") as folder:
        places = {"{port}": str(port), "{folder}": str(Path(folder, "demo"))}
        command = [places.get(argument, argument) for argument in sys.argv[1:]]
        process = subprocess.Popen(command)
        try:
            server, since = Server(port), time.monotonic()
            while not server.is_up():
                if process.poll() is not None or time.monotonic() - since > PATIENCE:
                    sys.exit("the server doesn't come up")
                time.sleep(0.2)
            status = 0
            for capacity, (token, case) in people(server).items():
                status |= run(folder, server, capacity, token, case)
        finally:
            process.terminate()
            process.wait()
    sys.exit(status)


if __name__ == "__main__":
    main()
