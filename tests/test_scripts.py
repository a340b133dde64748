"""`make start` and `make test` before anything works: each trouble gives one clear line, and the next run recovers.

Each test has a checkout of its own: a copy of `scripts/` beside folders that stand for what is installed.
"""

from pathlib import Path
import errno
import fcntl
import importlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request


SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
# Stands for Zope: `python interpreter -m Zope2.Startup.serve <ini>` answers on the port of the ini.
FAKE_SERVER = """
import http.server, os, pathlib, re, sys
root = pathlib.Path(__file__).resolve().parents[3]
(root / "var" / "server.pid").write_text(str(os.getpid()))
trouble = root / "trouble"
if trouble.exists():
    print("some noise")
    raise SystemExit(trouble.read_text())
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(os.environ.get("BLUEGETHER_VAR", "").encode())
    def log_message(self, *args):
        print("noise of the server", flush=True)
number = int(re.search(r"listen = 127.0.0.1:(\\d+)", pathlib.Path(sys.argv[-1]).read_text()).group(1))
http.server.ThreadingHTTPServer(("127.0.0.1", number), Page).serve_forever()
"""
# Stands for `bin/instance run create_site.py yes|no`.
FAKE_INSTANCE = """#!{python}
import pathlib, sys
root = pathlib.Path({root!r})
with open(root / "created.log", "a") as log:
    log.write(sys.argv[-1] + "\\n")
if (root / "breaks").exists():
    raise SystemExit("ZODB says no")
(root / "var" / "filestorage" / "Data.fs").touch()
(root / "var" / "accounts.txt").write_text("comptes {{site}}/@@join?token=abc\\n")
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def alive(pid: int) -> bool:
    """Whether the process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Checkout(unittest.TestCase):
    """A checkout in which everything is installed and nothing is real."""

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="bluegether-scripts-"))
        self.addCleanup(shutil.rmtree, self.root)
        shutil.copytree(SCRIPTS, self.root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("profiles", "var", "bin", "parts/instance/bin", "parts/instance/etc", ".venv/bin", "src"):
            (self.root / name).mkdir(parents=True)
        for name in ("constraints.txt", "requirements.in", "requirements-test.in", "buildout.cfg", "pyproject.toml"):
            (self.root / name).write_text(f"{name}\n")
        os.symlink(sys.executable, self.root / ".venv" / "bin" / "python")
        etc = self.root / "parts" / "instance" / "etc"
        (etc / "wsgi.ini").write_text("[server:main]\nfast-listen = 127.0.0.1:8080\nhandlers = console, eventlog\n")
        (etc / "zope.conf").write_text(f"<environment>\n  BLUEGETHER_VAR {self.root}/var\n</environment>\n")
        (self.root / "parts" / "instance" / "bin" / "interpreter").write_text(FAKE_SERVER)
        instance = self.root / "bin" / "instance"
        instance.write_text(FAKE_INSTANCE.format(python=sys.executable, root=str(self.root)))
        instance.chmod(0o755)
        self.house = self.module("house")
        self.house.works = lambda python: True
        self.port = free_port()
        self.addCleanup(self.stop_server)

    def stop_server(self) -> None:
        """End the server that a killed `start.py` left behind; registered first among a test's, so it runs late."""
        noted = self.root / "var" / "server.pid"
        if noted.exists() and alive(int(noted.read_text())):
            os.kill(int(noted.read_text()), signal.SIGKILL)

    def module(self, name: str):
        """The copy's own module, freshly imported: it finds its root by where it lies."""
        sys.path.insert(0, str(self.root / "scripts"))
        self.addCleanup(sys.path.remove, str(self.root / "scripts"))
        for known in ("house", "server", "start", "test"):
            sys.modules.pop(known, None)
        self.addCleanup(sys.modules.pop, name, None)
        return importlib.import_module(name)

    def installed(self) -> None:
        """Write the stamps that a finished installation leaves."""
        house = self.house
        requirements = (self.root / name for name in house.REQUIREMENTS.values())
        value = house.digest(self.root / "constraints.txt", *requirements)
        (self.root / ".venv" / ".run.stamp").write_text(value)
        inputs = [self.root / "buildout.cfg", *self.root.glob("src/*/pyproject.toml")]
        value = house.digest(self.root / "pyproject.toml", *sorted(inputs))
        (self.root / "parts" / ".buildout.cfg.stamp").write_text(value)

    def environment(self, **values) -> dict:
        return os.environ | {"PORT": str(self.port), "DEMO": "yes", "PROFILE": "development"} | values

    def run_start(self, **values) -> subprocess.CompletedProcess:
        """Run start.py until it ends by itself."""
        command = [sys.executable, "scripts/start.py"]
        return subprocess.run(
            command, cwd=self.root, env=self.environment(**values), capture_output=True, text=True, timeout=60
        )

    def refused(self, result: subprocess.CompletedProcess, words: str) -> None:
        """One line for people, no traceback, a failing code."""
        self.assertNotEqual(0, result.returncode)
        self.assertIn(words, result.stderr)
        self.assertTrue(result.stderr.startswith("BlueGether: "), result.stderr)
        self.assertNotIn("Traceback", result.stderr)

    def started(self, until: str = "comptes", **values) -> tuple[subprocess.Popen, str]:
        """Start and return the process and what it printed until the site was ready."""
        command = [sys.executable, "scripts/start.py"]
        process = subprocess.Popen(
            command,
            cwd=self.root,
            env=self.environment(**values),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        lines = []
        for line in process.stdout:
            lines.append(line)
            if line.startswith(until):
                break
        return process, "".join(lines)

    def until(self, condition) -> None:
        """Wait for another process to come so far."""
        deadline = time.monotonic() + 30
        while not condition():
            self.assertLess(time.monotonic(), deadline, "it never happened")
            time.sleep(0.05)

    def server_pid(self) -> int:
        return int((self.root / "var" / "server.pid").read_text())


class TestQuestions(Checkout):
    """What is refused before anything is touched."""

    def test_bad_ports(self):
        self.installed()
        for text in ("0", "65536", "http", "-1", "80 80", "", "٨٠٨٠"):
            self.refused(self.run_start(PORT=text), "is not a port")

    def test_a_port_in_use(self):
        self.installed()
        with socket.socket() as other:
            other.bind(("127.0.0.1", self.port))
            other.listen()
            self.refused(self.run_start(), f"port {self.port} is in use; choose another one with make start PORT=")
        self.assertFalse((self.root / "created.log").exists())

    def test_unknown_profile_and_demo(self):
        self.refused(self.run_start(PROFILE="staging"), "PROFILE=staging is unknown")
        self.refused(self.run_start(DEMO="maybe"), "DEMO=maybe is unknown")

    def test_a_python_without_venv(self):
        shutil.rmtree(self.root / ".venv")
        house = self.module("house")
        house.sys = type("sys", (), {"executable": "/bin/false", "version_info": sys.version_info})
        with self.assertRaises(SystemExit) as caught:
            house.ensure_venv()
        self.assertIn("apt-get install python3-venv", str(caught.exception))
        self.assertNotIn("\n\n", str(caught.exception))

    def test_no_space(self):
        usage = type("usage", (), {"free": 50 * 2**20})
        self.house.shutil = type("shutil", (), {"disk_usage": staticmethod(lambda path: usage)})
        with self.assertRaises(SystemExit) as caught:
            self.house.check_space()
        self.assertIn("only 50 MB free here, 100 are needed", str(caught.exception))
        shutil.rmtree(self.root / ".venv")
        with self.assertRaises(SystemExit) as caught:
            self.house.check_space()
        self.assertIn("1500 are needed", str(caught.exception))

    def test_the_disk_fills_up_half_way(self):
        def full():
            raise OSError(errno.ENOSPC, "No space left on device")

        with self.assertRaises(SystemExit) as caught:
            self.house.guarded(full)
        self.assertIn("no space left on the disk", str(caught.exception))

    def test_another_set_up_runs(self):
        with open(self.root / "var" / ".setup.lock", "w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            with self.assertRaises(SystemExit) as caught, self.house.alone():
                self.fail("two at once")
        self.assertIn("another set-up is running", str(caught.exception))


class TestSteps(Checkout):
    """Each step is done once; what was cut off is done again."""

    def setUp(self):
        super().setUp()
        self.steps = []
        self.house.run = lambda step, *command, env=None: self.steps.append(step)

    def test_everything_once(self):
        self.house.install("run", "buildout.cfg")
        self.assertEqual(["installing uv", "installing packages", "zc.buildout"], self.steps)
        self.house.install("run", "buildout.cfg")
        self.assertEqual(3, len(self.steps))

    def test_a_step_that_was_cut_off_is_done_again(self):
        self.house.install("run", "buildout.cfg")
        (self.root / ".venv" / ".run.stamp").unlink()
        self.house.install("run", "buildout.cfg")
        self.assertEqual(["installing uv", "installing packages"], self.steps[3:])

    def test_a_new_lock_is_installed(self):
        self.house.install("run", "buildout.cfg")
        (self.root / "constraints.txt").write_text("plone==7\n")
        self.house.install("run", "buildout.cfg")
        self.assertEqual(["installing uv", "installing packages"], self.steps[3:])

    def test_a_new_profile_and_lost_scripts_are_built(self):
        self.house.install("run", "buildout.cfg")
        (self.root / "profiles" / "base.cfg").write_text("[buildout]\n")
        self.house.install("run", "buildout.cfg")
        (self.root / "bin" / "instance").unlink()
        self.house.install("run", "buildout.cfg")
        self.assertEqual(["zc.buildout", "zc.buildout"], self.steps[3:])

    def test_what_tests_installed_also_starts_the_site(self):
        self.house.install("test", "profiles/test.cfg")
        done = len(self.steps)
        self.house.install("run", "buildout.cfg")
        self.assertEqual(done, len(self.steps))

    def test_production_is_built_anew(self):
        self.house.install("run", "buildout.cfg")
        self.house.install("run", "profiles/single.cfg")
        self.house.install("run", "buildout.cfg")
        self.assertEqual(["zc.buildout", "zc.buildout"], self.steps[3:])

    def test_a_broken_environment_is_made_again(self):
        made = []
        self.house.works = lambda python: False
        self.house.subprocess = type(
            "subprocess",
            (),
            {"run": staticmethod(lambda command, **_o: made.append(command) or type("done", (), {"returncode": 0}))},
        )
        (self.root / ".venv" / ".run.stamp").write_text("old")
        self.house.ensure_venv()
        self.assertEqual([sys.executable, "-m", "venv", str(self.root / ".venv")], made[0])
        self.assertFalse((self.root / ".venv").exists(), "what is left of the broken one goes first")


class TestCommands(Checkout):
    def test_a_failing_step_shows_its_end_and_that_nothing_is_lost(self):
        script = "print('\\n'.join(f'line {n}' for n in range(40))); raise SystemExit(3)"
        with self.assertRaises(SystemExit) as caught:
            self.house.run("baking", sys.executable, "-c", script)
        message = str(caught.exception)
        self.assertIn("baking failed; nothing is lost, run the same command again", message)
        self.assertIn("line 39", message)
        self.assertNotIn("line 9\n", message)

    def test_children_keep_their_bytecode(self):
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        self.addCleanup(os.environ.pop, "PYTHONDONTWRITEBYTECODE", None)
        environment = self.house.environment({"MORE": "1"})
        self.assertNotIn("PYTHONDONTWRITEBYTECODE", environment)
        self.assertEqual("1", environment["MORE"])

    def test_a_venv_that_was_cut_off_does_not_work(self):
        house = self.module("house")
        self.assertFalse(house.works(self.root / "nowhere"))
        broken = self.root / "python"
        broken.write_text("#!/bin/false\n")
        broken.chmod(0o755)
        self.assertFalse(house.works(broken))


class TestServing(Checkout):
    """The real start.py, with a server that is not Zope."""

    def setUp(self):
        super().setUp()
        # What `works` asks of the environment's Python.
        self.installed()

    def test_it_creates_serves_prints_and_stops(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process, printed = self.started()
            self.assertIn(f"ready at http://localhost:{self.port}/bluegether", printed)
            self.assertIn(f"comptes http://localhost:{self.port}/bluegether/@@join?token=abc", printed)
            self.assertNotIn("noise", printed)
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/") as answer:
                self.assertEqual(f"{self.root}/var", answer.read().decode())
            server = self.server_pid()
            self.assertTrue(alive(server))
            process.send_signal(number)
            self.assertEqual(0, process.wait(30))
            self.assertFalse(alive(server))
        self.assertEqual("yes\n", (self.root / "created.log").read_text(), "the second start only starts")
        self.assertIn("noise of the server", (self.root / "var" / "log" / "server.log").read_text())

    def test_two_at_once(self):
        self.started()
        self.port = free_port()
        self.refused(self.run_start(), "already running in this checkout")

    def test_a_server_that_outlived_its_parent_keeps_its_place(self):
        process, _printed = self.started()
        server = self.server_pid()
        self.addCleanup(lambda: alive(server) and os.kill(server, signal.SIGKILL))
        process.kill()
        process.wait()
        self.port = free_port()
        self.refused(self.run_start(), "already running in this checkout")
        self.assertTrue(alive(server))

    def test_no_demo(self):
        process, printed = self.started(DEMO="no")
        self.assertIn("comptes", printed)
        process.terminate()
        process.wait()
        self.assertEqual("no\n", (self.root / "created.log").read_text())

    def test_an_administrator_s_password_is_printed_once(self):
        process, _printed = self.started(DEMO="no")
        process.terminate()
        process.wait()
        process, printed = self.started(DEMO="no", until="The administrator")
        process.terminate()
        self.assertIn("first password is in var/accounts.txt", printed)
        self.assertNotIn("comptes", printed)

    def test_production_has_no_demo_content(self):
        start = self.module("start")
        os.environ |= {"PROFILE": "production", "DEMO": "yes"}
        self.addCleanup(os.environ.pop, "PROFILE")
        self.addCleanup(os.environ.pop, "DEMO")
        self.assertEqual("no", start.demo())

    def test_a_creation_that_failed_is_done_again(self):
        (self.root / "breaks").touch()
        result = self.run_start()
        self.refused(result, "creating the site failed; nothing is lost")
        self.assertIn("ZODB says no", result.stderr)
        self.assertFalse((self.root / "var" / ".site").exists())
        (self.root / "breaks").unlink()
        process, printed = self.started()
        process.terminate()
        self.assertIn("ready at", printed)

    def test_a_database_that_was_taken_away_is_created_anew(self):
        (self.root / "var" / ".site").touch()
        process, _printed = self.started()
        process.terminate()
        self.assertEqual("yes\n", (self.root / "created.log").read_text())

    def test_interrupted_while_it_creates_the_site_nothing_runs_on(self):
        child = "import os, time; open('var/child.pid', 'w').write(str(os.getpid())); time.sleep(60)"
        instance = self.root / "bin" / "instance"
        instance.write_text(f'#!/bin/sh\n"{sys.executable}" -c "{child}"\n')
        command = [sys.executable, "scripts/start.py"]
        process = subprocess.Popen(command, cwd=self.root, env=self.environment(), stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        pid_file = self.root / "var" / "child.pid"
        self.until(lambda: pid_file.exists() and pid_file.read_text())
        process.send_signal(signal.SIGTERM)
        self.assertEqual(0, process.wait(30))
        self.until(lambda: not alive(int(pid_file.read_text())))
        self.assertFalse((self.root / "var" / ".site").exists())

    def test_a_server_that_refuses_says_why(self):
        (self.root / "trouble").write_text("BlueGether: production refuses to start, because.")
        self.refused(self.run_start(), "BlueGether: production refuses to start, because.")
        (self.root / "trouble").write_text("ImportError: no such thing")
        result = self.run_start()
        self.refused(result, "its last words")
        self.assertIn("ImportError: no such thing", result.stderr)


class TestRunner(Checkout):
    """scripts/test.py"""

    def setUp(self):
        super().setUp()
        self.test = self.module("test")
        self.found = {}
        self.installs = []
        self.test.shutil = type("shutil", (), {"which": staticmethod(self.found.get)})
        self.test.house.run = lambda step, *command, env=None: self.install(command)

    def install(self, command: tuple) -> None:
        self.installs.append(command)
        self.found["chromium"] = "/usr/bin/chromium"

    def as_user(self, number: int) -> None:
        self.test.os = type("os", (), {"geteuid": staticmethod(lambda: number)})

    def test_a_browser_that_is_there_is_used(self):
        self.found["google-chrome"] = "/opt/chrome"
        self.assertEqual("/opt/chrome", self.test.browser())
        self.assertEqual([], self.installs)

    def test_root_installs_one_through_apt(self):
        self.as_user(0)
        self.found["apt-get"] = "/usr/bin/apt-get"
        self.assertEqual("/usr/bin/chromium", self.test.browser())
        self.assertEqual(["update", "install"], [command[1] for command in self.installs])

    def test_others_are_told_what_to_install(self):
        self.as_user(1000)
        self.found["apt-get"] = "/usr/bin/apt-get"
        with self.assertRaises(SystemExit) as caught:
            self.test.browser()
        self.assertIn("install chromium (Debian: apt-get install chromium)", str(caught.exception))

    def run_folders(self, *outputs: tuple[int, str]) -> int:
        """Run main with a pytest that says this for each folder."""
        rows = iter(outputs)

        def popen(command, **_options):
            code, text = next(rows)
            return type("process", (), {"stdout": iter([text]), "wait": lambda self: code})()

        for folder in self.test.RUNS[: len(outputs)]:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        self.test.house.install = lambda *_a: None
        self.test.house.stop_on_signals = lambda: None
        self.test.browser = lambda: "/usr/bin/chromium"
        self.test.sys = type("sys", (), {"argv": ["test.py"]})
        self.test.subprocess = type("subprocess", (), {"Popen": staticmethod(popen), "PIPE": -1})
        return self.test.main()

    def test_runs_are_added_up(self):
        self.assertEqual(0, self.run_folders((0, "3 passed in 1s\n"), (0, "4 passed in 1s\n")))
        self.assertEqual(1, self.run_folders((0, "3 passed in 1s\n"), (1, "1 failed, 4 passed in 1s\n")))
        self.assertEqual(1, self.run_folders((0, "3 passed in 1s\n"), (2, "1 error in 1s\n")))

    def test_no_test_at_all_is_a_failure(self):
        self.assertEqual(0, self.run_folders((0, "3 passed in 1s\n"), (5, "no tests ran in 1s\n")))
        self.assertEqual(1, self.run_folders((5, "no tests ran in 1s\n"), (5, "no tests ran in 1s\n")))


class TestMakefile(unittest.TestCase):
    def test_without_python_one_line_says_what_to_install(self):
        with tempfile.TemporaryDirectory() as empty:
            os.symlink(shutil.which("sh"), f"{empty}/sh")
            result = subprocess.run(
                [shutil.which("make"), "start", f"SHELL={shutil.which('sh')}", "PYTHON="],
                cwd=SCRIPTS.parent,
                env={"PATH": empty},
                capture_output=True,
                text=True,
            )
        self.assertEqual(2, result.returncode)
        self.assertIn("BlueGether needs Python 3.11 or later: install it", result.stderr)

    def test_help_lists_every_target(self):
        result = subprocess.run(["make", "help"], cwd=SCRIPTS.parent, capture_output=True, text=True)
        for target in ("start", "test", "lint", "format", "i18n", "theme", "check", "bench"):
            self.assertRegex(result.stdout, rf"(?m)^{target} +\S")
