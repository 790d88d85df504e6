"""A child process that never outlives the one that started it."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

# Whoever carries this in its first environment was started for the data folder it names.
MARK = "PREVENT_CASES_STARTED_FOR"

_libc = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


class CannotStart(Exception):
    """One sentence for the person at the terminal."""


class Child:
    """One command, where its words go, and the signal that asks it to stop."""

    def __init__(
        self, name, command, *, log, output=None, environment=None, folder=None, user=None, stop_signal=signal.SIGTERM
    ):
        self.name = name
        self.command = [str(part) for part in command]
        self.log = Path(log)
        self.output = Path(output or log)
        self.environment = environment
        self.folder = folder
        self.user = user
        self.stop_signal = stop_signal
        self.process = None
        self.started_at = 0.0

    def start(self):
        account = {} if self.user is None else {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        self.started_at = time.monotonic()
        with self.log.open("ab") as log, self.output.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=log,
                cwd=self.folder,
                env=self.environment,
                # Its own session: Ctrl-C at the terminal reaches only us, and we stop the children in order.
                start_new_session=True,
                preexec_fn=_dies_with(os.getpid(), self.stop_signal),
                **account,
            )

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def finish(self):
        """Run to the end; give back the exit status."""
        self.start()
        return self.process.wait()

    def ask_to_stop(self):
        if self.is_running:
            self.process.send_signal(self.stop_signal)

    def wait_until_stopped(self, until):
        """Wait to the moment `until`, then use force, also on what the child itself had started."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0, until - time.monotonic()))
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def last_words(self, lines=12):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""


def stop_all(children, *, seconds):
    until = time.monotonic() + seconds
    for child in children:
        child.ask_to_stop()
    for child in children:
        child.wait_until_stopped(until)


def started_for(folder):
    """Process ids left behind by an earlier run on this data folder whose supervisor was killed."""
    wanted = f"{MARK}={folder}".encode()
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int(entry.name) != os.getpid() and wanted in (entry / "environ").read_bytes().split(b"\0"):
                yield int(entry.name)


def end(find, *, first_signal=signal.SIGTERM, patience=3):
    """End every process that `find` finds: ask, wait, then force. They are not our children, so we look again."""
    until = time.monotonic() + patience
    signal_to_send = first_signal
    while pids := list(find()):
        if signal_to_send is not None:
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal_to_send)
        signal_to_send = signal.SIGKILL if time.monotonic() > until else None
        time.sleep(0.05)


def _dies_with(parent, stop_signal):
    def before_exec():
        # After the change of user, which clears it. If the parent died in between, its death was missed.
        _libc.prctl(_PR_SET_PDEATHSIG, stop_signal)
        if os.getppid() != parent:
            os._exit(1)

    return before_exec
