"""A new checkout: how soon the first page comes, that it starts after kill -9, that it leaves nothing behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = "8093"
PAGE = f"http://127.0.0.1:{PORT}/sign-in/"
LONGEST = 300


class Trial:
    """A checkout of its own, in a folder whose path has a space."""

    def __init__(self, folder: Path):
        self.checkout = folder / "a checkout"
        subprocess.run(["git", "clone", "--quiet", ROOT, self.checkout], check=True)
        ours = (
            "DATABASE_URL",
            "DATABASE_OWNER_URL",
            "REDIS_URL",
            "DATA_DIR",
            "SECRET_KEY",
            "DEMO_PASSWORD",
            "ENVIRONMENT",
        )
        self.environment = {name: value for name, value in os.environ.items() if name not in ours} | {"PORT": PORT}

    def start(self, title: str) -> subprocess.Popen:
        """Start it and wait until it says that all is up; prints how soon the first page came, and all."""
        began, page, said = time.monotonic(), 0.0, self.checkout.parent / "said"
        with said.open("w") as out:
            run = subprocess.Popen([sys.executable, "run.py"], cwd=self.checkout, env=self.environment, stdout=out)
        while "Address:" not in said.read_text():
            assert run.poll() is None, said.read_text()
            assert time.monotonic() - began < LONGEST, "it did not start"
            with suppress(urllib.error.URLError, ConnectionError):
                page = page or (urllib.request.urlopen(PAGE, timeout=5) and time.monotonic() - began)
            time.sleep(0.05)
        assert urllib.request.urlopen(PAGE, timeout=5).status == 200
        everything = time.monotonic() - began
        print(f"{title}: first page after {page or everything:.1f} s, all up after {everything:.1f} s")
        return run

    def processes(self) -> list[int]:
        """Whatever runs from this checkout or in it."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if str(self.checkout) in (entry / "cmdline").read_text() + str((entry / "cwd").readlink()):
                    found.append(int(entry.name))
        return [number for number in found if number != os.getpid()]

    def wait_until_nothing_is_left(self) -> None:
        until = time.monotonic() + 10
        while self.processes() and time.monotonic() < until:
            time.sleep(0.1)
        assert not self.processes(), f"left behind: {self.processes()}"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="prevent-cases-proof-") as folder:
        Path(folder).chmod(0o711)
        trial = Trial(Path(folder))
        run = trial.start("On a new checkout")
        second = subprocess.run(
            [sys.executable, "run.py"], cwd=trial.checkout, env=trial.environment, capture_output=True
        )
        assert b"is running already" in second.stdout, second.stdout
        print("A second start says that one is running")

        killed = trial.processes()
        for number in killed:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        run.wait()
        trial.wait_until_nothing_is_left()
        run = trial.start(f"After kill -9 of all {len(killed)} processes")

        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        trial.wait_until_nothing_is_left()
        print("After kill -9 of the supervisor alone nothing is left")
        run = trial.start("And the next start")

        began = time.monotonic()
        run.send_signal(signal.SIGINT)
        run.wait(10)
        trial.wait_until_nothing_is_left()
        print(f"Ctrl-C: stopped after {time.monotonic() - began:.1f} s, and nothing is left")


if __name__ == "__main__":
    main()
