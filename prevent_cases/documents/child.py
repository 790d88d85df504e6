"""Work on what others wrote, in a child process with limits on time and memory: the one mechanism for all of it."""

import ctypes
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

# From <linux/prctl.h> and <linux/sched.h>.
PR_SET_PDEATHSIG, CLONE_NEWUSER, CLONE_NEWNET = 1, 0x10000000, 0x40000000


# What Python says when memory is short; the second where code in C did not say it.
OUT_OF_MEMORY = {"MemoryError", "SystemError"}


class ChildFailed(Exception):
    """The child gave nothing back."""


class TooMuch(ChildFailed):
    """It needed more time or memory than it has."""


def in_child(work: Callable[[], bytes], seconds: int, memory: int) -> bytes:
    """What ``work`` returns, done in a forked child that may use so many seconds and so many bytes more than we hold.

    The child never returns to the caller's code, and its death is ours to report, not to share. Only for a process
    with one thread: what another thread holds locked would stay locked in the child.
    """
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _confine(parent, writing, seconds, memory)
            made = work()
            with os.fdopen(writing, "wb") as out:
                out.write(made)
            status = 0
        except BaseException as fault:
            os.write(writing, type(fault).__name__.encode())
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as received:
        said = received.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        raise TooMuch(f"The child was ended by signal {os.WTERMSIG(status)}.")
    if status != 0:
        fault = said.decode()[:100]
        raise (TooMuch if fault in OUT_OF_MEMORY else ChildFailed)(f"The child failed with {fault}.")
    return said


def _confine(parent: int, keep: int, seconds: int, memory: int) -> None:
    """Leave this child nothing of its parent's but one pipe, and little time and memory.

    A connection kept open here would keep a dead worker's transaction, and its locks, alive.
    """
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # It died before we could ask to be told.
        os._exit(1)
    os.closerange(3, keep)
    os.closerange(keep + 1, os.sysconf("SC_OPEN_MAX"))
    # A network with nothing in it, where the system allows that: nothing here needs one.
    libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    signal.alarm(2 * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + memory, held + memory))
