"""What the two parts of the attacks share: a folder for each attack, the program under limits of time and memory, and the table."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

LAUNCH = pathlib.Path(__file__).resolve().with_name("launch.py")

# The limits within which every attack must end. The largest input is 100 MB of bytes, or 64 MiB of JSON.
SECONDS = 20
MEGABYTES = 1024
# More than this on a screen is no clear refusal.
OUTPUT_BYTES = 300_000

# The statuses of the contract.
DONE, NO, USAGE, DATA, MISSING, NO_OUTPUT, UNREADABLE = 0, 1, 64, 65, 66, 73, 74


class Run:
    """What a run of the program did."""

    def __init__(self, status, output, errors, seconds, megabytes):
        self.status, self.output, self.errors = status, output, errors
        self.seconds, self.megabytes = seconds, megabytes
        # What else was wrong about it.
        self.wrong = ""

    @property
    def text(self):
        """Everything that it said."""
        return (self.output + self.errors).decode("utf-8", "replace")


class Folder:
    """A folder of its own for one attack, gone with it."""

    def __init__(self, program):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="kiemphieu-attack-"))
        self.program = program

    def __truediv__(self, name):
        return self.path / name

    def remove(self):
        """Takes the folder away, whatever was done to it."""
        subprocess.run(["chmod", "-R", "u+rwx", str(self.path)], stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(self.path, ignore_errors=True)

    def write(self, name, content):
        """Writes a file: bytes, text, pieces of either, or an object of JSON."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            content = json.dumps(content, ensure_ascii=False)
        pieces = [content] if isinstance(content, (str, bytes)) else content
        with open(path, "wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece)
        return path

    def names(self):
        """Everything below the folder."""
        return sorted(str(path.relative_to(self.path)) for path in self.path.rglob("*"))

    def run(self, *arguments, stdin=None, seconds=SECONDS, environment=None, through=()):
        """Runs the program in the folder, and measures time and memory.

        `stdin` is a path, or bytes; `through` are the words of a command that runs the program behind them.
        """
        if environment is None:
            environment = {"PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8"}
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, \
                tempfile.TemporaryFile() as keys, tempfile.NamedTemporaryFile() as report:
            if isinstance(stdin, bytes):
                keys.write(stdin)
                keys.seek(0)
            source = open(stdin, "rb") if isinstance(stdin, (str, pathlib.Path)) else keys
            command = [
                sys.executable, "-I", "-S", str(LAUNCH), report.name, str(seconds), *through, str(self.program),
                *map(os.fsencode, arguments)]
            subprocess.run(
                command, cwd=self.path, env=environment, stdin=source, stdout=output, stderr=errors, check=False)
            status, taken, kilobytes = report.read().split()
            output.seek(0)
            errors.seek(0)
            status, taken = int(status), float(taken)
            if status == -signal.SIGKILL and taken >= seconds:
                status = "no end"
            return Run(status, output.read(), errors.read(), taken, int(kilobytes) / 1024)


class Attack:
    """One attack: what is done, what must come of it."""

    all = []

    def __init__(self, part, name, action, status, names=None, says=None):
        self.part, self.name, self.action = part, name, action
        self.statuses = status if isinstance(status, tuple) else (status,)
        # The file that the message must name, and words that it must say.
        self.names, self.says = names, says


def attack(part, name, status, names=None, says=None):
    """Declares a function that lays the attack into a folder and runs the program."""

    def declare(action):
        Attack.all.append(Attack(part, name, action, status, names, says))
        return action

    return declare


class Skip(Exception):
    """This machine does not let the attack happen."""


def complaints(attack, run):
    """What is wrong with the way in which an attack ended."""
    found = [run.wrong] if run.wrong else []
    if attack.statuses and run.status not in attack.statuses:
        wanted = " or ".join(map(str, attack.statuses))
        found.append(f"status {run.status}, not {wanted}")
    if attack.names and attack.names not in run.text:
        found.append(f"{attack.names} is not named")
    if attack.says and attack.says not in run.text:
        found.append(f"does not say: {attack.says}")
    for words in ("Fatal error", "Crash:", "Backtrace", "Sanitizer", "Illegal instruction"):
        if words in run.text:
            found.append("a crash trace")
    if any(is_hostile(ord(character)) for character in run.text):
        found.append("control or bidirectional characters in the output")
    if len(run.errors) > OUTPUT_BYTES:
        found.append(f"{len(run.errors)} bytes of messages")
    if run.seconds > SECONDS:
        found.append(f"{run.seconds:.1f} s")
    if run.megabytes > MEGABYTES:
        found.append(f"{run.megabytes:.0f} MB")
    return found


def is_hostile(code):
    """Whether a character can move the cursor, reorder a line, or hide."""
    return (
        code < 0x20 and code != 0x0A or 0x7F <= code < 0xA0 or code == 0x200B or 0x200E <= code <= 0x200F
        or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069)
