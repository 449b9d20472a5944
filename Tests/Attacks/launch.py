"""Runs a program under limits of time and memory, and writes how it ended, the seconds and the kilobytes into a file.

A process of its own, and a small one: the system counts to a program's memory what its parent had before it.
"""

import os
import resource
import signal
import sys
import time

ADDRESSES = 16 << 30


def main(report, seconds, *program):
    """Runs the program."""
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.execv(program[0], program)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(int(seconds))
    _, status, usage = os.wait4(child, 0)
    taken = time.monotonic() - start
    with open(report, "w") as file:
        print(os.waitstatus_to_exitcode(status), taken, usage.ru_maxrss, file=file)


main(*map(os.fsencode, sys.argv[1:]))
