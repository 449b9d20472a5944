"""Faults of the machine around the program: media, files that change, signals, closed streams, an odd environment.

Most come from fault.c, which is loaded before the C library and lets any one call of the system fail: each command is run again and
again, with the first call failing, then the second, until none is left. So no moment is left out, and none depends on chance.
"""

import concurrent.futures
import errno
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import attacks
from attacks import DATA, DONE, MISSING, NO, NO_OUTPUT, UNREADABLE, Run, Skip, attack
from material import BALLOTS, ELECTION, contest, counted, election, lay, link

PARTS = {
    "calls": "A call of the system fails, each in turn",
    "changing": "A file changes while it is read, at each read in turn",
    "signals": "Signals before each call in turn, and at random moments",
    "media": "Media and permissions",
    "outputs": "Outputs",
    "surroundings": "Streams and environment",
}
SHIM = pathlib.Path(__file__).with_name("fault.c")
# Runs that end well end with these, those that fail with these.
FINE, FAILED = (DONE, NO), (NO_OUTPUT, UNREADABLE)


class Command:
    """A command that the faults are tried on: what is laid out before, and which files it makes."""

    def __init__(self, name, arguments, made, prepare=lay, stdin=None):
        self.name, self.arguments, self.made, self.prepare, self.stdin = name, arguments, made, prepare, stdin


def lay_packed(folder):
    """Lays a packed file."""
    lay(folder)
    folder.run("pack", "phieu.csv", "--candidates", "3", "--seats", "2", "--out", "phieu.kpb")


def lay_text(folder):
    """Lays a list that is read in several pieces."""
    lay(folder, contest("ballots", to={"issued": 3, "returned": 3, "files": ["phieu.csv"]}), "struck\n" + "1\n" * 1_500_000)


def lay_entries(folder):
    """Lays two entries of the same papers."""
    lay(folder)
    folder.write("a.csv", BALLOTS)
    folder.write("b.csv", "struck\n3\n1\n2\n")


def lay_tied(folder):
    """Lays a result with a tie at the last seat."""
    counted(folder, contest("seats", to=1), "struck\n2 3\n2 3\n1 3\n1 3\n".replace("2 3\n2 3\n1 3\n1 3\n", "2 3\n1 3\n1 2\n"))


COMMANDS = [
    Command("count --out", ["count", "election.json", "--out", "o"], ["o/result.json"]),
    Command("check", ["check", "election.json"], []),
    Command("verify --out", ["verify", "result.json", "--out", "c.txt"], ["c.txt"], counted),
    Command(
        "pack", ["pack", "phieu.csv", "--candidates", "3", "--seats", "2", "--out", "x.kpb"], ["x.kpb"]),
    Command("convert", ["convert", "phieu.kpb", "--to", "list", "--out", "x.csv"], ["x.csv"], lay_packed),
    Command(
        "sample", ["sample", "--ballots", "50", "--candidates", "3", "--seats", "2", "--out", "o"],
        ["o/ballots.csv", "o/election.json", "o/planted.json"], lambda folder: None),
    Command(
        "reconcile", ["reconcile", "a.csv", "b.csv", "--election", "election.json", "--out", "x.csv"],
        ["x.csv", "x.csv.origin.json"], lay_entries, b"a\n"),
    Command(
        "audit --out", ["audit", "result.json", "--seed", "a b c", "--ballots", "2", "--out", "x.csv"], ["x.csv"],
        counted),
    Command(
        "explain", ["explain", "result.json", "--ballot", "phieu.csv:2"], [], counted),
]
CALLS = [
    ("open", errno.EIO), ("open", errno.EMFILE), ("read", errno.EIO), ("pread", errno.EIO), ("write", errno.ENOSPC),
    ("pwrite", errno.ENOSPC), ("fsync", errno.EIO), ("rename", errno.EACCES), ("realpath", errno.EIO),
    ("stat", errno.EIO), ("fstat", errno.EIO), ("lstat", errno.EIO), ("mkdir", errno.EROFS), ("fchmod", errno.EPERM),
]


def shim():
    """The compiled fault.c."""
    if not shim.path:
        compiler = shutil.which("cc")
        if not compiler:
            raise Skip("there is no C compiler")
        shim.folder = tempfile.TemporaryDirectory()
        path = pathlib.Path(shim.folder.name) / "fault.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", path, SHIM, "-ldl"], check=True)
        shim.path = path
    return shim.path


shim.path = None


def with_fault(calls, at, what, **more):
    """The words that run a program with a fault, and the file that says whether it happened."""
    return ["/usr/bin/env", f"LD_PRELOAD={shim()}", f"FAULT_CALLS={calls}", f"FAULT_AT={at}", f"FAULT_DO={what}",
            *(f"FAULT_{key}={value}" for key, value in more.items())]


def leftovers(folder, before, command):
    """What lies in the folder and was not there before nor is to be made."""
    wanted = set(before) | set(command.made) | {str(pathlib.Path(made).parent) for made in command.made}
    return [name for name in folder.names() if name not in wanted]


def contents(folder, command):
    """The bytes of the files that the command makes; `None` for one that is not there."""
    paths = [folder / made for made in command.made]
    return [path.read_bytes() if path.exists() else None for path in paths]


def in_turn(program, command, calls, what, statuses, **more):
    """Runs the command with the first call at fault, the second, and so on. Gives the worst run, with what was wrong said in it."""
    number, slowest, counts = 0, None, {}
    whole = None
    while True:
        number += 1
        folder = attacks.Folder(program)
        try:
            command.prepare(folder)
            before = folder.names()
            if whole is None:
                folder.run(*command.arguments, stdin=command.stdin)
                whole = contents(folder, command)
                continue_with(folder, before)
            log = folder.path.with_suffix(".log")
            through = with_fault(calls, number, what, LOG=log, **{
                key: folder / value for key, value in more.items()})
            run = folder.run(*command.arguments, stdin=command.stdin, through=through)
            struck = log.exists()
            log.unlink(missing_ok=True)
            if not struck:
                break
            wrong = []
            if run.status not in statuses:
                wrong.append(f"status {run.status}")
            if run.status in FAILED and not run.errors:
                wrong.append("no word of it")
            if what != "SIGKILL" and leftovers(folder, before, command):
                wrong.append(f"left: {leftovers(folder, before, command)}")
            for made, found, right in zip(command.made, contents(folder, command), whole):
                # A certificate says what could not be looked at.
                is_whole = found == right or command.arguments[0] == "verify" and found and found.endswith(b"\n")
                if found is not None and not is_whole and not more:
                    wrong.append(f"{made} is not whole")
                if found is None and run.status in FINE and right is not None:
                    wrong.append(f"{made} is missing")
            counts[run.status] = counts.get(run.status, 0) + 1
            if slowest is None or run.seconds > slowest.seconds:
                slowest = run
            if wrong:
                run.wrong = f"call {number}: " + ", ".join(wrong)
                return run
        finally:
            folder.remove()
    if slowest is None:
        raise Skip("it makes no such call")
    slowest.status = ", ".join(f"{number} × {status}" for status, number in sorted(counts.items()))
    return slowest


def continue_with(folder, before):
    """Takes away what a run made."""
    for name in reversed(folder.names()):
        if name not in before:
            path = folder / name
            path.rmdir() if path.is_dir() else path.unlink()


def every(part, name, action):
    """Declares an attack that says itself what was wrong."""
    attack(part, name, ())(action)


def declare_calls():
    """Each command, with each call failing in turn."""
    for command in COMMANDS:
        for call, number in CALLS:
            def action(folder, command=command, call=call, number=number):
                return in_turn(folder.program, command, call, number, FINE + FAILED)

            every("calls", f"{command.name}: {call} fails ({errno.errorcode[number]})", action)

        def short(folder, command=command):
            run = in_turn(folder.program, command, "read,pread,write,pwrite", "short", FINE)
            return run

        every("calls", f"{command.name}: every read and write moves one byte only", short)

        def interrupted(folder, command=command):
            calls = "open,read,pread,write,pwrite,fsync,rename,stat,fstat,lstat,mkdir"
            return in_turn(folder.program, command, calls, errno.EINTR, FINE)

        every("calls", f"{command.name}: each call is interrupted (EINTR)", interrupted)


def declare_changes():
    """Files that shrink, grow or change while they are read."""
    cases = [
        ("truncate", "becomes shorter", lay_text, ["count", "election.json", "--out", "o"], "phieu.csv"),
        ("grow", "becomes longer", lay_text, ["count", "election.json", "--out", "o"], "phieu.csv"),
        ("change", "is changed", lay_text, ["count", "election.json", "--out", "o"], "phieu.csv"),
        ("truncate", "becomes shorter", lay, ["count", "election.json", "--out", "o"], "election.json"),
        ("truncate", "becomes shorter", lay_packed, ["count", "election.json", "--ballots", "phieu.kpb", "--out", "o"],
         "phieu.kpb"),
        ("grow", "becomes longer", lay_packed, ["count", "election.json", "--ballots", "phieu.kpb", "--out", "o"],
         "phieu.kpb"),
        ("change", "is changed", lay_packed, ["count", "election.json", "--ballots", "phieu.kpb", "--out", "o"],
         "phieu.kpb"),
    ]
    for what, words, prepare, arguments, file in cases:
        command = Command("count", arguments, ["o/result.json"], prepare)

        def action(folder, command=command, what=what, file=file):
            return in_turn(
                folder.program, command, "read,pread", what, FINE + FAILED + (DATA,), FILE=file)

        every("changing", f"count: {file} {words}", action)


def declare_signals():
    """Signals before each call, and at random moments."""
    ends = {"SIGTERM": -signal.SIGTERM, "SIGINT": -signal.SIGINT, "SIGHUP": -signal.SIGHUP, "SIGKILL": -signal.SIGKILL}
    calls = "open,read,pread,write,pwrite,fsync,rename,stat,fstat,lstat,mkdir,fchmod"
    for command in COMMANDS:
        for name, status in ends.items():
            def action(folder, command=command, name=name, status=status):
                return in_turn(folder.program, command, calls, name, FINE + (status,))

            every("signals", f"{command.name}: {name} before each call", action)


def judged(run, *wrong):
    """The run, with what was wrong about it."""
    run.wrong = ", ".join(words for words in wrong if words)
    return run


LARGE = Command(
    "sample of 20 MB", ["sample", "--ballots", "400000", "--candidates", "20", "--seats", "10", "--out", "o"],
    ["o/ballots.csv", "o/election.json", "o/planted.json"], lambda folder: None)


def at_random(folder, number):
    """Ends a long command at moments all over its run."""
    start = time.monotonic()
    whole_run = folder.run(*LARGE.arguments)
    whole, taken = contents(folder, LARGE), time.monotonic() - start
    wrong, midway = [], 0
    for turn in range(40):
        continue_with(folder, [])
        process = subprocess.Popen(
            [folder.program, *LARGE.arguments], cwd=folder.path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(taken * turn / 40)
        process.send_signal(number)
        process.wait()
        midway += process.returncode == -number
        for found, right in zip(contents(folder, LARGE), whole):
            if found is not None and found != right:
                wrong.append("a partial file")
        rest = leftovers(folder, [], LARGE)
        if number != signal.SIGKILL and rest:
            wrong.append(f"left: {rest}")
        if any(".kiemphieu-unfinished-" not in name for name in rest):
            wrong.append(f"left without a name that says so: {rest}")
        if process.returncode not in (0, -number):
            wrong.append(f"status {process.returncode}")
    if midway < 5:
        wrong.append("the moments were no good")
    whole_run.status = f"{midway} of 40 ended midway"
    return judged(whole_run, *wrong)


for one in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
    every("signals", f"{LARGE.name}: {one.name} at 40 moments", lambda folder, one=one: at_random(folder, one))
declare_calls()
declare_changes()
declare_signals()


# Media and permissions

def mounted(folder, size):
    """A file system so small in the folder."""
    (folder / "m").mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "kiemphieu", folder / "m"], capture_output=True, check=False)
    if done.returncode:
        raise Skip("nobody may mount a file system here: " + done.stderr.decode().strip()[:100])
    return folder / "m"


def full(name, size, command):
    """Declares that a command writes onto a full medium."""

    @attack("media", name, NO_OUTPUT, "m")
    def action(folder):
        command.prepare(folder)
        mounted(folder, size)
        try:
            run = folder.run(*command.arguments, stdin=command.stdin)
            left = os.listdir(folder / "m")
            return judged(run, f"left: {left}" if left else "")
        finally:
            subprocess.run(["umount", folder / "m"], check=True)


full("count onto a full disk", "4k", Command("", ["count", "election.json", "--out", "m"], [], lambda folder: (
    lay(folder, contest("candidates", to=[
        {"number": n, "name": f"Nguyễn Văn An {n}"} for n in range(1, 100)])))))
full("pack onto a full disk", "16k", Command("", [
    "pack", "phieu.csv", "--candidates", "100", "--seats", "2", "--out", "m/x.kpb"], [], lay))
full("sample onto a full disk", "64k", Command("", [
    "sample", "--ballots", "100000", "--candidates", "9", "--seats", "3", "--out", "m"], [], lay))
full("convert onto a full disk", "4k", Command("", [
    "convert", "phieu.kpb", "--to", "list", "--out", "m/x.csv"], [], lambda folder: (
        lay(folder, ballots="struck\n" + "1\n" * 9000),
        folder.run("pack", "phieu.csv", "--candidates", "3", "--seats", "2", "--out", "phieu.kpb"))))


@attack("media", "enter onto a full disk", NO_OUTPUT)
def full_entry(folder):
    lay(folder)
    mounted(folder, "4k")
    try:
        return folder.run(
            "enter", "election.json", "--out", "m/a.csv", "--rehearsal", stdin=b"3\n" * 40 + b"h\n40\nq\n")
    finally:
        subprocess.run(["umount", folder / "m"], check=True)


@attack("media", "sample beyond the largest file allowed (ulimit -f)", NO_OUTPUT)
def largest_file(folder):
    run = folder.run(
        "sample", "--ballots", "100000", "--candidates", "9", "--seats", "3", "--out", "o",
        through=["/bin/sh", "-c", 'ulimit -f 100; exec "$0" "$@"'])
    left = [name for name in folder.names() if name != "o"]
    return judged(run, f"left: {left}" if left else "")


def as_nobody(folder):
    """The words that run a program as somebody without rights."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        raise Skip("only root may become somebody else, by setpriv")
    os.chmod(folder.path, 0o755)
    if subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", folder.program, "--version"],
            capture_output=True, check=False).returncode:
        raise Skip("nobody may not run the program where it lies")
    return [shutil.which("setpriv"), "--reuid=65534", "--regid=65534", "--clear-groups"]


def forbidden(name, path, status, *arguments, mode=0):
    """Declares that somebody has no right to a file or folder."""

    @attack("media", name, status, path)
    def action(folder):
        counted(folder)
        (folder / "o").mkdir()
        os.chmod(folder / path, mode)
        return folder.run(*arguments, through=as_nobody(folder))


forbidden("no right to read the election file", "election.json", UNREADABLE, "count", "election.json")
forbidden("no right to read the ballots", "phieu.csv", UNREADABLE, "count", "election.json")
forbidden("no right to read the result", "result.json", UNREADABLE, "verify", "result.json")
forbidden("no right to read evidence", "phieu.csv", NO, "verify", "result.json")
forbidden("no right to write into the folder", "o", NO_OUTPUT, "count", "election.json", "--out", "o", mode=0o755)
forbidden("no right to look into the folder", "o", NO_OUTPUT, "count", "election.json", "--out", "o")
forbidden(
    "no right to write, entering", "o", (NO_OUTPUT, UNREADABLE), "enter", "election.json", "--out", "o/a.csv", "--rehearsal",
    mode=0o755)


@attack("media", "a folder that takes no files (/proc)", NO_OUTPUT, "/proc")
def proc(folder):
    lay(folder)
    return folder.run("count", "election.json", "--out", "/proc")


# Outputs

def refused(name, status, *arguments, names=None, prepare=counted, links=()):
    """Declares that an output is refused, and that nothing changes."""

    @attack("outputs", name, status, names)
    def action(folder):
        prepare(folder)
        for new, target in links:
            link(folder, new, target)
        before = {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}
        run = folder.run(*arguments, stdin=b"a\nq\n\n")
        changed = [path.name for path, content in before.items() if not path.exists() or path.read_bytes() != content]
        return judged(run, f"changed: {changed}" if changed else "")


refused("pack into its own input", NO_OUTPUT, "pack", "phieu.csv", "--candidates", "3", "--seats", "2", "--out",
        "phieu.csv", names="phieu.csv")
refused("pack into its own input through a link", NO_OUTPUT, "pack", "phieu.csv", "--candidates", "3", "--seats", "2",
        "--out", "l.kpb", names="l.kpb", links=[("l.kpb", "phieu.csv")])
refused("pack its output through a link", NO_OUTPUT, "pack", "l.csv", "--candidates", "3", "--seats", "2",
        "--out", "phieu.csv", names="phieu.csv", links=[("l.csv", "phieu.csv")])
refused("pack over the election file", NO_OUTPUT, "pack", "phieu.csv", "--election", "election.json", "--out",
        "election.json", names="election.json")
refused("convert into its own input", NO_OUTPUT, "convert", "phieu.kpb", "--to", "list", "--out", "phieu.kpb",
        names="phieu.kpb", prepare=lay_packed)
refused("verify over the result", NO_OUTPUT, "verify", "result.json", "--out", "result.json", names="result.json")
refused("verify over the ballots", NO_OUTPUT, "verify", "result.json", "--out", "phieu.csv", names="phieu.csv")
refused("verify over the election file through a link", NO_OUTPUT, "verify", "result.json", "--out", "l", names="l",
        links=[("l", "election.json")])
refused("an agreed list over an entry", (NO_OUTPUT, DATA), "reconcile", "a.csv", "b.csv", "--election", "election.json",
        "--out", "b.csv", names="b.csv", prepare=lay_entries)
refused("an agreed list over the election file", (NO_OUTPUT, DATA), "reconcile", "a.csv", "b.csv", "--election",
        "election.json", "--out", "election.json", names="election.json", prepare=lay_entries)
refused("an audit sheet over the ballots", NO_OUTPUT, "audit", "result.json", "--seed", "a b", "--ballots", "1", "--out",
        "phieu.csv", names="phieu.csv")
refused("entering over the election file", (NO_OUTPUT, DATA), "enter", "election.json", "--out", "election.json",
        "--rehearsal", names="election.json")
refused("entering over a ballot file without a log", (NO_OUTPUT, DATA), "enter", "election.json", "--out", "phieu.csv",
        "--rehearsal", names="phieu.csv")
refused("sample over the ballots of a real election", NO_OUTPUT, "sample", "--like", "election.json", "--format", "list",
        "--out", ".", names="c.csv", prepare=lambda folder: (
            lay(folder, contest("ballots", "files", to=["c.csv"])), folder.write("c.csv", BALLOTS)))
refused("sample over a real election file", NO_OUTPUT, "sample", "--ballots", "9", "--candidates", "3", "--seats", "2",
        "--out", ".", names="election.json")
refused("next over an election file", NO_OUTPUT, "next", "result.json", "c", "--out", ".", names="election.json",
        prepare=lambda folder: lay_tied(folder))
refused("a folder in place of the result", NO_OUTPUT, "count", "election.json", "--out", "o", names="result.json",
        prepare=lambda folder: (lay(folder), (folder / "o/result.json").mkdir(parents=True)))
refused("a file in place of the folder", NO_OUTPUT, "count", "election.json", "--out", "phieu.csv", names="phieu.csv")
refused("a pipe in place of the result", NO_OUTPUT, "count", "election.json", "--out", "o", names="result.json",
        prepare=lambda folder: (lay(folder), (folder / "o").mkdir(), os.mkfifo(folder / "o/result.json")))
refused("a device as a packed file", NO_OUTPUT, "pack", "phieu.csv", "--candidates", "3", "--seats", "2", "--out",
        "/dev/full", names="/dev/full")


@attack("outputs", "the result is a link to a file elsewhere, which stays as it is", DONE)
def linked_result(folder):
    lay(folder)
    folder.write("elsewhere", "precious")
    link(folder, "o/result.json", "../elsewhere")
    run = folder.run("count", "election.json", "--out", "o")
    return judged(run, "" if (folder / "elsewhere").read_text() == "precious" else "it was written through the link")


@attack("outputs", "the folder vanishes while ballots are packed", NO_OUTPUT, "o/x.kpb")
def vanishing(folder):
    lay(folder)
    (folder / "o").mkdir()
    os.mkfifo(folder / "pipe")
    with concurrent.futures.ThreadPoolExecutor() as pool:
        def feed():
            with open(folder / "pipe", "w") as pipe:
                pipe.write("struck\n1\n")
                pipe.flush()
                while not os.listdir(folder / "o"):
                    time.sleep(0.01)
                shutil.rmtree(folder / "o")

        feeding = pool.submit(feed)
        time.sleep(0.05)
        run = folder.run(
            "pack", "pipe", "--candidates", "3", "--seats", "2", "--out", "o/x.kpb",
            through=["/bin/sh", "-c", 'exec 3<pipe; exec "$0" "$@"'])
        feeding.result()
    return run


@attack("outputs", "24 counts at once into one folder", DONE)
def at_once(folder):
    lay(folder)
    right = folder.run("count", "election.json", "--json").output
    wrong = set()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        runs = [pool.submit(folder.run, "count", "election.json", "--out", "o") for _ in range(24)]
        while not all(one.done() for one in runs):
            if (folder / "o/result.json").exists() and (folder / "o/result.json").read_bytes() != right:
                wrong.add("a partial result was seen")
    for one in runs:
        if one.result().status != DONE:
            wrong.add(f"status {one.result().status}")
    if os.listdir(folder / "o") != ["result.json"]:
        wrong.add(f"left: {os.listdir(folder / 'o')}")
    return judged(runs[0].result(), *wrong)


@attack("outputs", "8 samples at once into one folder", DONE)
def samples_at_once(folder):
    words = ["sample", "--ballots", "20000", "--candidates", "5", "--seats", "2", "--out", "o"]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        runs = [one.result() for one in [pool.submit(folder.run, *words) for _ in range(8)]]
    wrong = {f"status {run.status}" for run in runs if run.status != DONE}
    names = sorted(os.listdir(folder / "o"))
    if names != ["ballots.csv", "election.json", "planted.json"]:
        wrong.add(f"left: {names}")
    check = folder.run("count", "o/election.json")
    return judged(runs[0], *wrong, "" if check.status in FINE else "the sample does not count")


@attack("outputs", "two people enter into one list at once", (NO_OUTPUT, UNREADABLE, DATA), "a.csv")
def entering_twice(folder):
    lay(folder)
    words = ["enter", "election.json", "--out", "a.csv", "--rehearsal"]
    first = subprocess.Popen(
        [folder.program, *words], cwd=folder.path, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    first.stdin.write(b"3\n")
    first.stdin.flush()
    while not (folder / "a.csv").exists():
        time.sleep(0.01)
    try:
        return folder.run(*words, stdin=b"1\nq\n\n")
    finally:
        first.communicate(b"q\n\n")


# Streams and environment

def surrounded(name, status, script, prepare=counted, says=None, check=None, environment=None):
    """Declares a shell script in which `$P` is the program."""

    @attack("surroundings", name, status, says=says)
    def action(folder):
        prepare(folder)
        run = folder.run(through=["/bin/sh", "-c", f'P="$0"; {script}'], environment=environment)
        return judged(run, check(folder) if check else "")


def whole_result(folder):
    """What is wrong with the result that was written."""
    import json

    try:
        json.loads((folder / "o/result.json").read_bytes())
        return ""
    except (OSError, ValueError) as error:
        return f"the result is not whole: {error}"


def sound_packed(folder):
    """What is wrong with the packed file that was written."""
    run = folder.run("count", "election.json", "--ballots", "x.kpb")
    return "" if run.status == DONE else "the packed file is not whole"


PACK = "--candidates 3 --seats 2 --out x.kpb"
surrounded("standard output closed", NO_OUTPUT, 'exec "$P" count election.json >&-')
surrounded("standard output closed, with --out", NO_OUTPUT, 'exec "$P" count election.json --out o >&-', check=whole_result)
surrounded("standard output full", NO_OUTPUT, 'exec "$P" count election.json >/dev/full')
surrounded("standard output that nobody reads", NO_OUTPUT, '("$P" count election.json; echo $? >s) | true; exit $(cat s)')
surrounded("standard error closed", DONE, 'exec "$P" count election.json --out o 2>&-', check=whole_result)
surrounded("standard error full", DONE, 'exec "$P" count election.json --out o 2>/dev/full', check=whole_result)
surrounded("standard error closed and a fault", DATA, 'echo x >phieu.csv; exec "$P" count election.json 2>&-')
surrounded("standard input closed", DONE, 'exec "$P" count election.json <&-')
surrounded("standard input closed, entering", (DONE, DATA, UNREADABLE), 'exec "$P" enter election.json --out a.csv --rehearsal <&-')
surrounded("standard input closed, ballots from it", (DATA, UNREADABLE), 'exec "$P" count election.json --ballots - <&-')
surrounded("all streams closed", NO_OUTPUT, 'exec "$P" count election.json --out o <&- >&- 2>&-', check=whole_result)
surrounded("all streams closed, packing", DONE, f'exec "$P" pack phieu.csv {PACK} <&- >&- 2>&-', check=sound_packed)
surrounded("standard output and error closed, packing", DONE, f'exec "$P" pack phieu.csv {PACK} >&- 2>&-', check=sound_packed)
surrounded("a sample to a full standard output", NO_OUTPUT, 'exec "$P" sample --ballots 9999 --candidates 3 --seats 2 --stdout >/dev/full')
surrounded("a folder as standard input", UNREADABLE, 'exec "$P" count election.json --ballots - <.')
surrounded("a folder that is gone as the current one", MISSING, 'mkdir g; cd g; rmdir ../g; exec "$P" count election.json')

SAME = '"$P" count election.json --json >a; {} "$P" count election.json --json >b; cmp a b'
for words, variables in {
    "no environment at all": "env -i", "no HOME": "env -u HOME", "LANG=C": "env LANG=C LC_ALL=C",
    "a Turkish locale": "env LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8", "an Arabic locale": "env LANG=ar_EG.UTF-8 LC_ALL=ar_EG.UTF-8",
    "another time zone": "env TZ=Pacific/Kiritimati", "no TMPDIR": "env TMPDIR=/nowhere",
    "one processor": "taskset -c 0", "malloc filled with 0xA5": "env MALLOC_PERTURB_=165",
}.items():
    surrounded(f"the same bytes: {words}", DONE, SAME.format(variables))
surrounded(
    "no room for temporary files, the drill", (NO_OUTPUT, UNREADABLE), 'exec "$P" verify result.json --drill',
    environment={"PATH": "/usr/bin:/bin", "TMPDIR": "/nowhere", "LANG": "en"})
surrounded("256 MB of addresses", DONE, 'ulimit -v 262144; exec "$P" count election.json --jobs 1')
surrounded("a clock set back to 1970", DONE, 'command -v faketime >/dev/null || exec "$P" count election.json; '
           'exec faketime "1970-01-02 00:00:00" "$P" count election.json')
