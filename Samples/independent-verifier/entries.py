"""What may lie beside a ballot file: the log of entering it, and the origin of a list that was agreed on.

A log is replayed (EntryLogFormat.md) and must come to the ballot file to the byte; an origin (Reconciling.md)
must speak of that file.
"""
from counting import judge, numbers
from documents import DIGEST, MANY, TEXT, canonical, conform, demand, parse, pick, sha256

HEAD = b"kiemphieu-entries 1"  # the part of a log's first line that never changes
# The members of each kind of record beside `record` and `before`.
RECORDS = {
    "open": "at contest form names seats list election bundleSize firstBundle station rehearsal program",
    "ballot": "bundle serial times marks invalid",
    "correction": "bundle serial marks invalid",
    "withdrawal": "bundle serial",
    "check": "at bundle entered papers",
    "resume": "at dropped program",
    "close": "at ballots",
}
# What stands in a member; in one that is not here stands a number.
MEMBERS = {"at": "[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}:[0-9]{2}Z", "contest": TEXT, "form": TEXT, "program": TEXT,
           "list": DIGEST, "election": DIGEST, "station": str, "rehearsal": bool, "times": (1, MANY[1]),
           "marks": [".*"],
           "invalid": '(?! )( ?notIssued)?( ?outsider)?( ?marked)?( ?signed)?( ?other:"[^"]+")?'}


def unchained(log):
    """The records of an entry log: each has the digest of the line before, and the head that of the last."""
    head, *lines, rest = log.split(b"\n")
    records, before = [parse(line) for line in lines], sha256(HEAD + b"\n")
    for line, record in zip(lines, records):
        demand(line == canonical(record) and record.pop("before") == before, f"{line!r}: the line before")
        before = sha256(line + b"\n")
    wanted = b"%b %012d %015d %b" % (HEAD, len(lines), len(log), before.encode())
    demand(head == wanted and not rest and lines, "the head, or a line without end")
    return records


class Replay:
    """The ballots that stand, as record after record of a log is taken."""

    def __init__(self, contest, most):
        self.contest, self.most = contest, most  # of more ballots than `most` no file speaks
        self.marks = ["struck"] if contest["form"] == "strikeOut" else ["agree", "disagree"]
        self.cells = {}  # the cells of each ballot that stands, by bundle and serial
        self.kind = self.opened = self.bundle = None
        self.last = self.stand = self.room = 0  # of the bundle: the last serial, ballots that stand, and may
        self.is_checked = True  # so that the next ballot begins a bundle

    def take(self, record):
        """Takes a record, if it may stand behind those before it."""
        former, self.kind = self.kind, record.pop("record")
        shape = {key + "*": MEMBERS.get(key, MANY) for key in RECORDS[self.kind].split()}
        demand(conform(record, shape) == record and (self.kind == "open") == (former is None)
               and (self.kind == "resume" or former != "close"), f"{self.kind} cannot stand here")
        at = record.get("bundle"), record.get("serial")
        text = self.row(record) if "marks" in record else None
        if self.kind in ("correction", "withdrawal"):
            demand(at in self.cells, f"{at}: no such ballot")
        if self.kind == "open":
            self.open(record)
        elif self.kind == "ballot":
            self.add(at, record["times"], text)
        elif self.kind == "correction":
            self.cells[at] = text
        elif self.kind == "withdrawal":
            demand(self.is_open(at[0]), f"{at}: not of the bundle that is being entered")
            del self.cells[at]
            self.stand -= 1
        elif self.kind == "check":
            demand(self.is_open(at[0]) and record["entered"] == self.stand, f"{self.bundle}: the check")
            self.room, self.is_checked = record["papers"], record["papers"] == self.stand
        elif self.kind == "close":
            demand(record["ballots"] == len(self.cells), "the number of all ballots")

    def row(self, record):
        """The cells of a ballot, which are written in one way only and can be counted."""
        names, said, marks = len(self.contest["candidates"]), record["invalid"], record["marks"]
        demand(len(self.marks) == len(marks), "the number of cells")
        judge({**dict(zip(self.marks, marks)), "invalid": said}, names, self.contest["seats"])
        for cell in marks:
            demand(cell in ("", "=") or cell == " ".join(map(str, sorted(numbers(cell, names)))), "the order")
        quoted = said.replace('"', '""')
        return ",".join([*marks, said if said == quoted else f'"{quoted}"'])

    def open(self, record):
        """Begins a log, which must be of this contest and list."""
        people = [one["name"] for one in self.contest["candidates"]]
        own = {"contest": self.contest["id"], "names": len(people), "list": sha256(canonical(people)),
               **pick(self.contest, ["form", "seats"])}
        demand(pick(record, own) == own, "the log is of another contest or list")
        self.opened, self.bundle = record, record["firstBundle"] - 1

    def add(self, at, times, text):
        """Adds ballots at the next place of the bundle, or of the next one."""
        if self.is_checked:
            self.bundle, self.room, self.is_checked = self.bundle + 1, self.opened["bundleSize"], False
            self.last = self.stand = 0
        first, self.last, self.stand = self.last + 1, self.last + times, self.stand + times
        self.room = min(self.room, self.most)
        demand(at == (self.bundle, first) and self.stand <= self.room, f"{at}: no such place")
        self.cells.update({(self.bundle, serial): text for serial in range(first, self.last + 1)})

    def is_open(self, bundle):
        """Whether the bundle is the one that is being entered."""
        return bundle == self.bundle and not self.is_checked

    def ballots(self):
        """The mark list that the log comes to."""
        column, end = (",rehearsal\n", ",\n") if self.opened["rehearsal"] else ("\n", "\n")
        lines = [f"{bundle},{serial},{text}{end}" for (bundle, serial), text in self.cells.items()]
        return "".join(["bundle,serial,", ",".join([*self.marks, "invalid"]), column, *lines]).encode()


def replay(contest, log, ballots):
    """Refuses a ballot file that is not, to the byte, what the entry log beside it comes to."""
    state = Replay(contest, len(log) + len(ballots))
    for record in unchained(log):
        state.take(record)
    demand(state.ballots() == ballots, "the log comes to other ballots")


def agreed(origin, ballots):
    """Refuses a ballot file that is not the list of which the origin beside it speaks."""
    stated = parse(origin)
    own = stated["format"] == "kiemphieu-reconciliation" and stated["list"]["sha256"] == sha256(ballots)
    demand(own, "it is the origin of another list")
