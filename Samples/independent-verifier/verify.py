#!/usr/bin/env python3
"""A second verifier of Kiểm Phiếu results, written from the documentation, not from the program.

    python3 verify.py RESULT [--election FILE] [--signers FILE]

Counts the ballots again, works out every member that the result must have, and compares. What it does not
know is a difference, or leaves the verdict unfinished. Exit status: 0 for certified and agrees, 1 for differs
and unfinished, 64 wrong usage, 65 no result, 66 no such file.
"""
import base64
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter
from types import SimpleNamespace
from unicodedata import category, name, normalize

REGULATIONS = {"244-QD/TW": ("2014-06-09", "2024-10-09"), "190-QD/TW": ("2024-10-10", "9999")}
GUIDANCES = {"244-QD/TW": [("2014-10-06", "04-HD/TW"), ("2020-03-20", "03-HD/TW")],
             "190-QD/TW": [("2024-12-31", "04-HD/TW")]}
# Where each provision stands (Rulebooks.docc): attestation and article under the first / second.
CITATIONS = {item.split(" = ")[0]: (rule, *item.split(" = ")[1].split(" / ")) for rule, *items in (
    line.split(" | ") for line in """\
R-OFFICE | committee = text Đ19 / text Đ17 | standingCommittee = unverified Đ21 / reading Đ20
R-OFFICE | secretary = unverified Đ22 / reading Đ21 | deputySecretary = unverified Đ22 / reading Đ21
R-OFFICE | inspectionCommittee = unverified Đ23-24 / reading Đ22 | oneBallot = text Đ19.9 / unverified Đ17
R-OFFICE | inspectionChair = unverified Đ23-24 / reading Đ22 | branch = text Điều lệ Đảng / text Điều lệ Đảng
R-OFFICE | inspectionDeputyChair = unverified Đ23-24 / reading Đ22 | delegates = text Đ20 / unverified Đ18
R-OFFICE | alternateDelegates = unverified Đ20 / unverified Đ18
R-FORM | form = text Đ17.1 / reading Đ15
R-VALID | debatable = reading Đ17 / reading Đ15
R-INVENTORY | inventory = reading Đ7 / reading Đ8 | void = text Giải đáp năm 2020 / text Giải đáp năm 2020
R-BASE | base-memberCongress = text Đ32.2 / text Đ30 | base-delegateCongress = text Đ32.3 / unverified Đ30
R-BASE | base-committee = unverified Đ32.4 / unverified Đ30
R-BASE | base-inspectionCommittee = unverified Đ32.4 / unverified Đ30
R-MAJORITY | majority = text Đ32 / text Đ30
R-RANK | rank = practice Đ32.5 / practice Đ30
R-TIE | tie = unverified Đ32 / unverified Đ30
R-SHORT | short = reading Đ32 / reading Đ30 | delegateRounds = text Đ20.2 / unverified Đ18
R-SHORT | secretaryRounds = text 29-QĐ/TW (2016) mục 24; 294-QĐ/TW (2025) / text 29-QĐ/TW (2016) mục 24; \
294-QĐ/TW (2025)""".splitlines()) for item in items}
SEVERITIES = {"void": "error", "recordedDiffers": "error", "issuedExceedsPresent": "error", "short": "info",
              "returnedFewer": "info", "tieBreak": "info", "delegatesShort": "info"}  # else a warning
ORDER = ["committee", "standingCommittee", "secretary", "deputySecretary", "inspectionCommittee",
         "inspectionChair", "inspectionDeputyChair"]
LISTS = {"standingCommittee": "committee", "inspectionChair": "inspectionCommittee",
         "inspectionDeputyChair": "inspectionCommittee"}
CHAIN = ["officeRepeated", "notElectedToBody", "ambiguousPerson", "holdsHigherOffice", "membersDiffer",
         "roundNumber", "otherOrganization", "otherTerm", "continuationSeats", "alreadyElected"]
GROUNDS = "notIssued tooMany nobody bothMarked blank outsider marked signed other".split()
COLUMNS = {"xấp": "bundle", "số phiếu": "serial", "gạch": "struck", "bầu": "chosen", "đồng ý": "agree",
           "không đồng ý": "disagree", "không hợp lệ": "invalid", "số lượng": "count", "phán quyết": "ruling",
           "kiểm thử": "rehearsal"}
COLUMNS.update({word: word for word in COLUMNS.values()})
DEDUCTIONS = {"memberCongress": "transferredAbsent|exemptAbsent|suspended|prosecuted|excusedAbsent",
              "delegateCongress": "committeeMemberAbsent|delegateAbsentNoAlternate",
              "committee": "suspended|prosecuted", "inspectionCommittee": "suspended|prosecuted"}
# Shapes of JSON: a pattern for a text, a range for a number, a list for a list; a star: the key is required.
TEXT, DATE, DIGEST = "(?=.*\\S).{1,1000}", "[0-9]{4}-[0-9]{2}(-[0-9]{2})?", "[0-9a-f]{64}"
MANY, FILE = (0, 10 ** 12), r"(?!/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)|.*\\)" + TEXT
CANDIDATE = {"number*": (1, 1024), "name*": TEXT, "person": TEXT, "birthDate": DATE, "gender": "male|female",
             "ethnicity": TEXT, "incumbent": bool, "unit": TEXT, "leadership": bool, "note": TEXT}
BALLOTS = {"issued*": MANY, "returned*": MANY, "files*": [FILE], "papers": {
    "printed*": MANY, "spoiled*": MANY, "unused*": MANY, "destroyed*": MANY}}
CONTEST = {"id*": TEXT, "office*": "|".join(ORDER) + "|delegates|alternateDelegates", "title*": TEXT,
           "seats*": (1, 1024), "form": "strikeOut|agreeDisagree", "round": (1, 1000), "follows": TEXT,
           "kind": "continuation|tieBreak", "candidates*": [CANDIDATE], "ballots*": BALLOTS,
           "electorate*": {"body*": "|".join(DEDUCTIONS), "convened*": MANY, "present*": MANY,
                           "deductions": [{"ground*": TEXT, "count*": MANY, "note": TEXT}]}}
QUORUM = {"head": (0, 1000), "member": (0, 1000), "presidium": (0, 1000)}
ELECTION = {"format*": "kiemphieu-election", "version*": (1, 1), "organization*": TEXT, "superior": TEXT,
            "congress*": TEXT, "term*": TEXT, "date*": DATE, "place": TEXT, "plan": FILE,
            "regulation": "|".join(["auto", *REGULATIONS]), "contests*": [CONTEST],
            "after": [{"result*": FILE, "sha256*": DIGEST}],
            "countingBoard": [{"name*": TEXT, "role*": "head|member"}],
            "roster": {"file*": FILE, "sha256*": DIGEST, "quorum*": QUORUM}}
HEADING = ["organization", "superior", "congress", "term", "date", "place", "countingBoard"]
ENTRY = {"name*": TEXT, "bytes*": (0, 1 << 62), "sha256": DIGEST, "tree": DIGEST, "quorum": QUORUM}
RECORD = {"digest*": "sha256|tree|none", "part": {"contests*": [TEXT], "ballotsReplaced*": bool},
          "replaces": {"sha256*": DIGEST, "because*": TEXT}, "files*": [ENTRY]}
FIGURES = [set("issued returned recorded valid invalid invalidByReason debatable ruledValid".split()),
           set("undervotes validByVotes invalidBearing otherWords rulings files".split())]
# The records of an entry log (EntryLogFormat.md): the members of each, and what they are if no numbers.
ENTRIES = {kind: members.split() for kind, members in {
    "open": "at contest form names seats list election bundleSize firstBundle station rehearsal program",
    "ballot": "bundle serial times marks invalid", "correction": "bundle serial marks invalid",
    "withdrawal": "bundle serial", "check": "at bundle entered papers", "resume": "at dropped program",
    "close": "at ballots"}.items()}
MEMBERS = {**dict.fromkeys(["contest", "form", "program"], TEXT), "list": DIGEST, "election": DIGEST,
           "at": "[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}:[0-9]{2}Z", "station": str, "rehearsal": bool,
           "times": (1, MANY[1]), "marks": [".*"],
           "invalid": '(?! )( ?notIssued)?( ?outsider)?( ?marked)?( ?signed)?( ?other:"[^"]+")?'}
FAULTS = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)

def demand(truth, words):
    """Refuses what is not as the documentation says."""
    if not truth:
        raise ValueError(words)

def read(path):
    """The bytes of a file; None where there is none."""
    return pathlib.Path(path).read_bytes() if os.path.isfile(path) else None

def parse(data):
    """The value of a JSON file in which no key stands twice and nothing too deep."""
    def unique(pairs):
        """The object of the pairs."""
        demand(len(dict(pairs)) == len(pairs), "a key stands twice")
        return dict(pairs)

    def depth(value):
        """How deep a value is nested."""
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
        return 0 if inner is None else 1 + max(map(depth, inner), default=0)
    value = json.loads(data.decode(), object_pairs_hook=unique, parse_constant=int)
    demand(depth(value) <= 64, "nested too deeply")
    return value

def visible(text):
    """`text`, if no character in it is hidden; joiners may stand behind letters that are not Latin."""
    for before, one in zip(" " + text, text):
        joined = one in "\u200c\u200d" and "LATIN" not in name(before, "")
        demand(joined or category(one) not in "Cc Cf Cn Co Cs Zl Zp", f"{text!r}: a hidden character")
    return text

def conform(value, shape, where=""):
    """`value` without the keys that begin with x-, if it has the shape."""
    kind = {str: str, tuple: int}.get(type(shape), shape if isinstance(shape, type) else type(shape))
    demand(type(value) is kind, f"{where}: {value!r} cannot stand here")
    if kind is dict:
        shapes = {key.rstrip("*"): of for key, of in shape.items()}
        value = {key: item for key, item in value.items() if not key.startswith("x-")}
        for key in value.keys() ^ shapes.keys():
            demand(key in shapes and key + "*" not in shape, f"{where}: the key {key}")
        return {key: conform(item, shapes[key], where + "." + key) for key, item in value.items()}
    if kind is list:
        return [conform(item, shape[0], where) for item in value]
    demand(kind is not int or shape[0] <= value <= shape[1], f"{where}: {value} is out of range")
    if kind is str and shape is not str:
        demand(re.fullmatch(shape, visible(value)), f"{where}: {value!r}")
    return datetime.date.fromisoformat((value + "-01")[:10]) and value if shape == DATE else value

def pick(value, shape):
    """Of an object the members that a shape knows, those that are null left out."""
    return {key: value[key] for key in (key.rstrip("*") for key in shape) if value.get(key) is not None}

def canonical(value):
    """The bytes of a result in the form of RFC 8785 (its keys are ASCII)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode(errors="surrogatepass")

def sha256(data):
    """The digest that sha256sum prints."""
    return hashlib.sha256(data).hexdigest()

def tree(leaves):
    """The Merkle tree of RFC 6962."""
    if len(leaves) < 2:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(leaves[:left]) + tree(leaves[left:])).digest()

def compare(stated, found, where="result"):
    """Where a result is not what it must be, a line for each place."""
    if isinstance(stated, dict) and isinstance(found, dict):
        return [line for key in sorted({**stated, **found})
                for line in compare(stated.get(key, ...), found.get(key, ...), where + "." + key)]
    if isinstance(stated, list) and isinstance(found, list) and len(stated) == len(found):
        return [line for i, both in enumerate(zip(stated, found)) for line in compare(*both, f"{where}[{i}]")]
    right = type(stated) is type(found) and stated == found
    return [] if right else [f"{where}: it says {stated!r}, and must say {found!r}"]

def read_election(data):
    """The election of an election file, with what the file leaves out put in."""
    election = {**dict.fromkeys(["superior", "place", "plan", "roster"]), "countingBoard": [], "after": [],
                "regulation": "auto", **conform(parse(data.removeprefix(b"\xef\xbb\xbf")), ELECTION)}
    date, contests, roster = election["date"], election["contests"], election["roster"]
    demand(len(date) == 10 and 1 <= len(contests) <= 1000, "the date, or the number of contests")
    if election["regulation"] == "auto":
        in_force = [book for book, (first, last) in REGULATIONS.items() if first <= date <= last]
        demand(in_force, "no regulation for the date")
        election["regulation"] = in_force[0]
    demand(not roster or any(roster["quorum"].values()), "a quorum of nobody")
    files = [election["plan"] or "/", roster["file"] if roster else ""]
    files += [one["result"] for one in election["after"]]
    files += [file for one in contests for file in one["ballots"]["files"]]
    for many in [[os.path.normpath(file) for file in files], [one["id"] for one in contests],
                 [one["sha256"] for one in election["after"]]]:
        demand(len(set(many)) == len(many), "something is named twice")
    return {**election, "contests": [complete(one) for one in contests]}

def complete(contest):
    """A contest with what it leaves out, if it does not contradict itself."""
    contest = {"round": 1, "kind": None, "follows": None, **contest}
    people, seats, electorate = contest["candidates"], contest["seats"], contest["electorate"]
    keys = [one["person"] for one in people if "person" in one]
    demand([one["number"] for one in people] == list(range(1, len(people) + 1)) and len(people) >= seats
           and len(set(keys)) == len(keys), "the list")
    form = "strikeOut" if len(people) > seats else "agreeDisagree"
    demand(contest.setdefault("form", form) == form, "the form of the ballot")
    for deduction in electorate.setdefault("deductions", []):
        conform(deduction["ground"], DEDUCTIONS[electorate["body"]])
    contest["base"] = electorate["convened"] - sum(one["count"] for one in electorate["deductions"])
    demand(electorate["present"] <= electorate["convened"] and contest["base"] > 0, "the electorate")
    demand(contest["round"] <= 1 and contest["kind"] is contest["follows"] is None
           or contest["round"] > 1 and contest["kind"] and contest["follows"], "round, kind, follows")
    return contest

def stated(one):
    """The contest of the election file as a result repeats it, and the counts that it states."""
    ballots = {**one["ballots"], **pick(one, ["papers"]), "files": [file["name"] for file in one["files"]]}
    people = [pick(person, CANDIDATE) for person in one["candidates"]]
    contest = pick({**one, "candidates": people, "ballots": pick(ballots, BALLOTS)}, CONTEST)
    counts = {"votes": [person["votes"] for person in one["candidates"]], **pick(one, ["ballots", "tally"])}
    return complete(conform(contest, CONTEST)), counts

def number(cell, low, high):
    """The number in a cell: digits and nothing else."""
    demand(re.fullmatch("[0-9]+", cell) and low <= int(cell) <= high, f"{cell!r}: no such number")
    return int(cell)

def numbers(cell, names):
    """The numbers in a cell of marks; None if nobody read the marks."""
    found, parts = [], [part for part in cell.split(" ") if part]
    for low, dash, high in [part.partition("-") for part in parts if parts != ["="]]:
        low = number(low, 1, names)
        found += range(low, number(high, low, names) + 1) if dash else [low]
    demand(len(set(found)) == len(found), f"{cell!r}: a number twice")
    return set(found) if parts else None

def columns(line, mark):
    """The columns that a header names: words, numbers, None for what is no column."""
    cells = [re.sub('^ *("?)([^"]*?)\\1 *$', "\\2", one).strip(" ") for one in line.split(mark)]
    return [int(one) if re.fullmatch("[0-9]{1,6}", one) else COLUMNS.get(normalize("NFC", one).lower())
            for one in cells]

def layout(data):
    """The separator of a mark list or a matrix, its header, and the other lines with their numbers."""
    text = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig")
    lines = re.split("\r?\n", re.sub("(\r?\n)+\\Z", "", text))
    start = 1 if re.fullmatch("sep=[,;\t]", lines[0]) else 0
    mark = lines[0][4] if start else max(",;\t", key=lambda mark: len(
        [column for column in columns(lines[0], mark) if column is not None]))
    return mark, columns(lines[start], mark), list(enumerate(lines[start + 1:], start + 2))

def rows(contest, mark, header, lines):
    """The rows of a mark list or a matrix (RFC 4180), each judged."""
    everybody = [one["number"] for one in contest["candidates"]]
    words = [column for column in header if isinstance(column, str)]
    marks = sorted({"struck", "chosen", "agree", "disagree"}.intersection(words))
    fitting = [["struck"], ["chosen"]] if contest["form"] == "strikeOut" else [["agree", "disagree"]]
    is_matrix = header == words + everybody and {"serial", "invalid"}.issuperset(words)
    demand(is_matrix or header == words and marks in fitting, "the header")
    demand(len(set(header)) == len(header), "a column twice")
    for at, line in lines:
        try:
            demand(line and len(line.encode()) <= 65536, "empty, or too long")
            demand(not re.search("[\0-\x1f\x7f-\x9f]", line.replace(mark, "")), "a control character")
            cells = re.split(mark + '(?=(?:[^"]*"[^"]*")*[^"]*$)' * ('"' in line), line)
            demand(len(cells) == len(header), "another number of cells than the header's")
            demand(all(re.fullmatch('"(?:[^"]|"")*"|[^"]*', cell) for cell in cells), "quotes")
            cells = [cell[1:-1].replace('""', '"') if cell[:1] == '"' else cell for cell in cells]
            yield judge(dict(zip(header, cells)), len(everybody), contest["seats"])
        except ValueError as fault:
            raise ValueError(f"line {at}: {fault}") from None

def judge(row, names, seats):
    """The ballots of a row, given by column, and what they are worth (R-VALID)."""
    everybody, times, place = set(range(1, names + 1)), number(row.get("count", "1"), 1, 10 ** 6), []
    bundle = number(row["bundle"], *MANY) if "bundle" in row else -1
    if "serial" in row:
        first = number(row["serial"], 0, MANY[1] - times + 1)
        place = [(bundle, first, first + times - 1)]
    grounds, words, rest = [], [], row.get("invalid", "").strip(" ")
    while rest:
        found = re.match('(notIssued|outsider|marked|signed|other:"([^"]+)")( +|$)', rest)
        demand(found, f"{rest!r}: no ground")
        words += [conform(found[2], TEXT)] if found[2] else []
        grounds.append("other" if found[2] else found[1])
        rest = rest[found.end():]
    demand(len(set(grounds)) == len(grounds) and (grounds or not row.get("invalid")), "the grounds")
    demand(not row.get("rehearsal"), "the column 'rehearsal' says it, and its cells nothing")
    ruling = re.fullmatch('valid:"([^"]+)"', row.get("ruling", ""))
    demand(ruling or not row.get("ruling"), "no ruling")
    if 1 in row:
        allowed = ["0", "1"] if names > seats else ["0", "1", "b", "n"]
        demand(all(row[n] in allowed for n in everybody), "a cell of the matrix")
        yes, no = ({n for n in everybody if row[n] in marks} for marks in ("1b", "0b"))
    else:
        yes, no = (numbers(row[key], names) if key in row else set() for key in (
            ("agree", "disagree") if "agree" in row else ("chosen", "struck")))
        demand("agree" not in row or (yes is None) == (no is None), "marks half read")
        is_read = yes is not None and no is not None
        yes = everybody if "struck" in row and is_read else yes
    is_read, shown, several = yes is not None and no is not None, [], names > 1
    if is_read and several:
        shown = ["tooMany"] if len(yes - no) > seats else [] if yes - no else ["nobody"]
    elif is_read:
        shown = ["bothMarked"] if yes & no else [] if yes | no else ["blank"]
    is_debatable = names == seats and not grounds and shown == ["nobody"]
    demand((grounds or is_read) and (is_debatable or not ruling), "no marks, or nothing to rule on")
    return SimpleNamespace(times=times, place=place, grounds=[] if ruling else grounds + shown, words=words,
                           is_debatable=is_debatable, votes=yes - no if is_read else None,
                           ruling=[conform(ruling[1], TEXT)] if ruling else [])

def count(contest, files):
    """The votes of each name, a result's members `ballots` and `tally`, and whether it is a rehearsal."""
    total, reasons, bearing, other, rulings, votes = (Counter() for _ in range(6))
    by_votes, serials, sums = [0] * (contest["seats"] + 1), [], []
    for file, data in files:
        mark, header, lines = layout(data)
        total["rehearsal"] |= "rehearsal" in header
        found = list(rows(contest, mark, header, lines))
        sums.append({"name": file, "rows": len(found), "ballots": sum(row.times for row in found)})
        for row in found:
            serials += row.place
            total.update(recorded=row.times, debatable=row.times * row.is_debatable,
                         ruledValid=row.times * len(row.ruling))
            if row.grounds:
                reasons[min(row.grounds, key=GROUNDS.index)] += row.times
            else:
                by_votes[len(row.votes)] += row.times
                votes.update(dict.fromkeys(row.votes, row.times))
            for counter, kinds in [(bearing, row.grounds), (other, row.words), (rulings, row.ruling)]:
                counter.update(dict.fromkeys(kinds, row.times))
    runs = sum(one[0] != two[0] or one[2] + 1 != two[1] for one, two in zip(serials, serials[1:]))
    demand(runs < 65536 or serials == sorted(serials), "serials in too much disorder")
    serials.sort()
    twice = any(one[0] == two[0] and one[2] >= two[1] for one, two in zip(serials, serials[1:]))
    demand(not twice and total["recorded"] <= MANY[1], "a serial twice, or too many ballots")
    valid = sum(by_votes)
    ballots = {**{key: total[key] for key in ("recorded", "debatable", "ruledValid")}, "valid": valid,
               "invalid": sum(reasons.values()), "invalidByReason": dict(reasons)}
    tally = {"undervotes": contest["seats"] * valid - sum(votes.values()), "validByVotes": by_votes,
             "files": sums, "invalidBearing": dict(bearing), "otherWords": spoken(other),
             "rulings": spoken(rulings)}
    votes = [votes[one["number"]] for one in contest["candidates"]]
    return {"votes": votes, "ballots": ballots, "tally": tally, "rehearsal": bool(total["rehearsal"])}

def spoken(said):
    """The board's words in the order of their bytes, the first 1,000; the others in one entry."""
    ordered = sorted(said.items(), key=lambda item: item[0].encode())
    rest = sum(many for _, many in ordered[1000:])
    return [{"words": words, "ballots": many} for words, many in ordered[:1000] + [(None, rest)] * bool(rest)]

def unchained(log):
    """The records of an entry log: each has the digest of the line before, and the head that of the last."""
    head, *lines, rest = log.split(b"\n")
    records, before = [parse(line) for line in lines], sha256(b"kiemphieu-entries 1\n")
    for line, record in zip(lines, records):
        demand(line == canonical(record) and record.pop("before") == before, f"{line!r}: the line before")
        before = sha256(line + b"\n")
    wanted = b"kiemphieu-entries 1 %012d %015d %b" % (len(lines), len(log), before.encode())
    demand(head == wanted and not rest and lines, "the head, or a line without end")
    return records

def written(record, marks, contest):
    """The cells of a ballot in an entry log, which are written in one way only and can be counted."""
    names, said, quoted = len(contest["candidates"]), record["invalid"], record["invalid"].replace('"', '""')
    demand(len(marks) == len(record["marks"]), "the number of cells")
    judge({**dict(zip(marks, record["marks"])), "invalid": said}, names, contest["seats"])
    for cell in record["marks"]:
        demand(cell in ("", "=") or cell == " ".join(map(str, sorted(numbers(cell, names)))), "the order")
    return ",".join([*record["marks"], said if said == quoted else f'"{quoted}"'])

def replay(contest, log, ballots):
    """Refuses a ballot file that is not, to the byte, what the entry log beside it comes to."""
    people, cells, kind = [one["name"] for one in contest["candidates"]], {}, None
    marks = ["struck"] if contest["form"] == "strikeOut" else ["agree", "disagree"]
    for record in unchained(log):
        former, kind = kind, record.pop("record")
        shape = {key + "*": MEMBERS.get(key, MANY) for key in ENTRIES[kind]}
        demand(conform(record, shape) == record and (kind == "open") == (former is None)
               and (kind == "resume" or former != "close"), f"{kind} cannot stand here")
        at = record.get("bundle"), record.get("serial")
        text = written(record, marks, contest) if "marks" in record else None
        demand(kind not in ("correction", "withdrawal") or at in cells, f"{at}: no such ballot")
        if kind == "open":
            own = {"contest": contest["id"], "names": len(people), "list": sha256(canonical(people)),
                   **pick(contest, ["form", "seats"])}
            demand(pick(record, own) == own, "the log is of another contest or list")
            opened, bundle, is_checked = record, record["firstBundle"] - 1, True
        elif kind == "ballot":
            if is_checked:
                bundle, last, stand, room, is_checked = bundle + 1, 0, 0, opened["bundleSize"], False
            last, stand = last + record["times"], stand + record["times"]
            room = min(room, len(log) + len(ballots))  # more ballots than bytes cannot come to anything
            demand(at == (bundle, last - record["times"] + 1) and stand <= room, f"{at}: no such place")
            cells.update({(bundle, serial): text for serial in range(at[1], last + 1)})
        elif kind == "correction":
            cells[at] = text
        elif kind == "withdrawal":
            demand(at[0] == bundle and not is_checked, f"{at}: not of the bundle that is being entered")
            del cells[at]
            stand -= 1
        elif kind == "check":
            demand(at[0] == bundle and not is_checked and record["entered"] == stand, f"{bundle}: the check")
            room, is_checked = record["papers"], record["papers"] == stand
        elif kind == "close":
            demand(record["ballots"] == len(cells), "the number of all ballots")
    column, end = (",rehearsal\n", ",\n") if opened["rehearsal"] else ("\n", "\n")
    found = "bundle,serial," + ",".join([*marks, "invalid"]) + column + "".join(
        f"{bundle},{serial},{text}{end}" for (bundle, serial), text in cells.items())
    demand(found.encode() == ballots, "the log comes to other ballots")
    return True

def agreed(origin, ballots):
    """Refuses a ballot file that is not the list of which the origin beside it speaks."""
    stated = parse(origin)
    own = stated["format"] == "kiemphieu-reconciliation" and stated["list"]["sha256"] == sha256(ballots)
    demand(own, "it is the origin of another list")
    return True

def cite(book, provision):
    """The rule, the attestation and the article of a provision under a regulation."""
    rule, *citations = CITATIONS[provision]
    return [rule, *citations[list(REGULATIONS).index(book)].split(" ", 1)]

def finding(book, code, provision, values):
    """A finding as a result states it."""
    rule, attestation, article = cite(book, provision)
    return {"code": code, "rule": rule, "article": article, "attestation": attestation, "values": values,
            "severity": SEVERITIES.get(code, "warning")}

def decide(book, contest, counted):
    """What a result says of a contest, but for files and findings (rules §5 to §7, §10)."""
    seats, votes, base, paper = contest["seats"], counted["votes"], contest["base"], contest["ballots"]
    again, tie, void = contest["kind"] == "tieBreak", None, None
    needed = 1 if again else base // 2 + 1
    ranked = sorted((-vote, n) for n, vote in enumerate(votes, 1) if vote >= needed)
    elected, last = [n for _, n in ranked[:seats]], ranked[seats - 1][0] if len(ranked) > seats else None
    if last is not None and ranked[seats][0] == last:
        elected = [n for vote, n in ranked if vote < last]
        tie = {"votes": -last, "candidates": [n for vote, n in ranked if vote == last],
               "seats": seats - len(elected)}
    status, why = (("tied", "tie") if tie else ("short", "short") if len(elected) < seats
                   else ("filled", "tie" if again else "rank"))
    if paper["returned"] > paper["issued"]:
        status, void = "void", "void"
    elif (counted["ballots"]["recorded"], paper["issued"]) != (
            paper["returned"], min(paper["issued"], contest["electorate"]["present"])):
        status, void = "incomplete", "inventory"
    elected, tie, why = ([], None, void) if void else (elected, tie, why)
    people = []
    for n, (person, vote) in enumerate(zip(contest["candidates"], votes), 1):
        rule, _, article = cite(book, void or ("tie" if again or tie and n in tie["candidates"] else
                                               "rank" if vote >= needed else "majority"))
        percent = "%d,%02d" % divmod((20000 * vote + base) // (2 * base), 100)
        people.append({**person, "votes": vote, "percent": percent, "because": rule, "article": article,
                       "elected": n in elected})
    rule, _, article = cite(book, why)
    ballots = {**counted["ballots"], "issued": paper["issued"], "returned": paper["returned"]}
    keys = ["id", "office", "title", "seats", "round", "kind", "follows", "form", "electorate", "base"]
    return {**{key: contest[key] for key in keys}, **pick(paper, ["papers"]), **pick(counted, ["tally"]),
            "candidates": people, "tie": tie, "needed": needed, "elected": elected, "status": status,
            "ballots": ballots, "statusRule": rule, "statusArticle": article, "vacant": seats - len(elected)}

def alike(one, two):
    """Whether two texts are of the same letters, composed or decomposed."""
    return normalize("NFC", one) == normalize("NFC", two)

def same(one, two):
    """R-OFFICE: whether two entries on two lists are one person."""
    if "person" in one and "person" in two:
        return one["person"] == two["person"]
    born, day = one.get("birthDate", ""), two.get("birthDate", "")
    return alike(one["name"], two["name"]) and (born.startswith(day) or day.startswith(born))

def elected_to(office, contests):
    """Everybody elected to an office."""
    return [person for one in contests if one["office"] == office for person in one["candidates"]
            if person["elected"]]

def match(person, people, members):
    """Whether one of a list is one of the members of a body: None for no, False for perhaps."""
    hits = [one for one in members if same(one, person)]
    sure = [one for one in hits if any(key in one and key in person for key in ("person", "birthDate"))]
    if len(sure) == 1 or not hits:
        return bool(sure) or None
    return len(hits) == 1 and sum(same(hits[0], other) for other in people) == 1

def findings(election, one, prior, here, later):
    """What is to be said of a contest, given earlier ones, and those before and after it."""
    v = SimpleNamespace(**{"printed": None, "spoiled": 0, "unused": 0, "destroyed": 0, **one["electorate"],
                           **one["ballots"], **one.get("papers", {}), **one, "from": 9, "rounds": 3})
    v.members, book, before = v.convened, election["regulation"], prior + here
    branch = re.match("chi bộ( |$)", election["organization"].lower()) is not None
    office, again, is_first, people = v.office, v.kind == "tieBreak", v.kind is None, v.candidates
    leading, delegates = office in ("secretary", "deputySecretary"), "elegates" in office
    is_secretary, is_committee = branch and office == "secretary", branch and office == "committee"
    is_short, is_decided = v.status == "short", v.status not in ("void", "incomplete")
    small = is_committee and v.body == "memberCongress" and v.convened < 9
    known = before + [other for other in later if other["office"] != office]
    offices = [other["office"] for other in known]
    electors = (["memberCongress", "delegateCongress", *["committee"] * (not branch)] if leading else
                ["inspectionCommittee"] if office == ORDER[6] else ["committee"] if office in ORDER[1:] else
                ["memberCongress", "delegateCongress"])
    once = [other["id"] for other in before if other["office"] == office
            and (is_first or other["follows"] == v.follows) and other["status"] not in ("void", "incomplete")]
    taken = LISTS.get(office) if not leading else ORDER[1] if ORDER[1] in offices else ORDER[0]
    matched = [match(person, people, elected_to(taken, known)) for person in people if taken in offices]
    meeting = len(elected_to(v.body, known))
    behind = ORDER[ORDER.index(office) + 1:] if office in ORDER and is_first else []
    wrong = [other["office"] for other in here if other["office"] in behind and not other["kind"]]
    former = next((other for other in before if not is_first and other["id"] == v.follows), None)
    last = former or {**one, "round": 0}
    former_elected = elected_to(office, [last] if v.kind == "continuation" and former else [])
    origin, plain = last.get("origin", election), [normalize("NFC", person["name"]) for person in people]

    def each(person, **values):
        """The values of a finding on a person of the list."""
        return {"candidate": person["number"], "name": person["name"], **values}

    rows = [
        (v.returned > v.issued, "void", "void", "issued returned"),
        (v.recorded != v.returned, "recordedDiffers", "inventory", "recorded returned"),
        (v.issued > v.present, "issuedExceedsPresent", "inventory", "issued present"),
        (v.returned < v.issued, "returnedFewer", "inventory", "issued returned"),
        (v.printed not in (None, v.issued + v.spoiled + v.unused), "papersDiffer", "inventory",
         "printed issued spoiled unused"),
        (v.destroyed > v.spoiled + v.unused, "papersDestroyed", "inventory", "destroyed spoiled unused"),
        (v.debatable, "debatable", "debatable", "debatable ruledValid"),
        (v.present > v.base, "presentExceedsBase", "base-" + v.body, "present base"),
        (again, "tieBreak", "tie", "seats"),
        (v.tie, "tiedAgain" if again else "tied", "tie", v.tie),
        (is_short, "short", "short", {"elected": len(v.elected), "seats": v.seats}),
        (is_short and delegates, "delegatesShort", "delegateRounds", "round"),
        (is_short and is_secretary and v.round >= 3, "higherCommitteeAppoints", "secretaryRounds",
         "round rounds"),
        *[(cite(book, on)[1] == "unverified", "unverifiedRule", on, {}) for on in (
            ["base-" + v.body] * (is_decided and not again) + ["tie"] * bool(again or v.tie))],
        (v.body not in electors, "wrongElectingBody",
         "branch" if leading and branch and v.body == "committee" else office, "body office"),
        (once, "officeRepeated", "oneBallot", {"office": office, "contest": "".join(once[:1])}),
        *[(not truth, "notElectedToBody" if truth is None else "ambiguousPerson", office,
           each(person, body=taken)) for person, truth in zip(people, matched)],
        *[(office == "deputySecretary" and match(person, [person], elected_to("secretary", known)),
           "holdsHigherOffice", office, each(person, body="secretary")) for person in people],
        (office == ORDER[1] and v.body == "committee" and v.convened < 9, "committeeTooSmall", office,
         "members from"),
        (v.body in offices and meeting != v.convened, "membersDiffer", "base-" + v.body,
         {"convened": v.convened, "elected": meeting}),
        (small, "branchTooSmall", "branch", "members from"),
        (is_committee and not small and v.seats > 7, "branchCommitteeTooLarge", "branch",
         {"seats": v.seats, "atMost": 7}),
        (branch and office == "deputySecretary" and v.seats > 1, "branchDeputies", "branch",
         {"seats": v.seats, "atMost": 1}),
        (is_secretary and v.round > 3, "tooManyRounds", "secretaryRounds", {"round": v.round, "atMost": 3}),
        (wrong, "officeOrder", office, {"office": office, "before": max(wrong, key=ORDER.index, default="")}),
        (v.round <= last["round"], "roundNumber", "short", {"round": v.round, "previous": last["round"]}),
        *[(not alike(origin[key], election[key]), "other" + key.title(), "short", {key: origin[key]})
          for key in ("organization", "term")],
        (v.kind == "continuation" and former and v.seats > last["vacant"], "continuationSeats", "short",
         {"seats": v.seats, "vacant": last["vacant"]}),
        *[(match(one, people, former_elected), "alreadyElected", "short", each(one)) for one in people],
        *[(plain.count(own) > 1 and plain.index(own) == i, "sameName", "form", {
            "name": people[i]["name"], "candidates": [n for n, name in enumerate(plain, 1) if name == own]})
          for i, own in enumerate(plain)],
        *[(one["name"] != own, "nameNotNormalized", "form", each(one)) for one, own in zip(people, plain)]]
    return [finding(book, code, on, values if isinstance(values, dict) else {
        key: getattr(v, key) for key in values.split()}) for truth, code, on, values in rows if truth]

def totals(one):
    """The control totals that the figures of a contest break."""
    ballots, tally, votes = one["ballots"], one["tally"], [person["votes"] for person in one["candidates"]]
    valid, by_votes, reasons = ballots["valid"], tally["validByVotes"], ballots["invalidByReason"]
    parts = [ballots["debatable"], *reasons.values(), *votes, *by_votes]
    known = {*GROUNDS} >= {*reasons, *tally["invalidBearing"]}
    demand(known and [ballots.keys(), tally.keys()] == FIGURES, "unknown or missing figures")
    demand(min(parts) >= 0 and max(votes) <= valid and max(parts) <= ballots["recorded"]
           and ballots["ruledValid"] <= ballots["debatable"], "a figure is larger than what it is a part of")
    said = {key: sum(item["ballots"] for item in tally[key]) for key in ("files", "otherWords", "rulings")}
    sums = {"valid + invalid = recorded": (valid + ballots["invalid"], ballots["recorded"]),
            "reasons = invalid": (sum(reasons.values()), ballots["invalid"]),
            "seats x valid = votes + undervotes": (one["seats"] * valid, sum(votes) + tally["undervotes"]),
            "valid by votes = valid": (sum(by_votes), valid),
            "votes by ballot = votes": (sum(n * many for n, many in enumerate(by_votes)), sum(votes)),
            "files = recorded": (said["files"], ballots["recorded"]),
            "words = other": (said["otherWords"], tally["invalidBearing"].get("other", 0)),
            "rulings = ruled valid": (said["rulings"], ballots["ruledValid"])}
    return [f"{one['id']}: {key}: {left} and {right}" for key, (left, right) in sums.items() if left != right]

def expected(result, election, counts, earlier):
    """The whole result, given the election, the counts, and the earlier results with their names; an ellipsis
    stands for what is absent."""
    date, book = election["date"], election["regulation"]
    files = [file for one in result["contests"] for file in one["files"]] + [
        *result["after"], *filter(None, (result["plan"], result["roster"]))]
    files = [pick(file, file) for file in files]
    conform({**pick(result, ["digest", "part", "replaces"]), "files": files}, RECORD)
    known = [{"issued": day, "number": number} for day, number in GUIDANCES[book] if day <= date]
    contests = [decide(book, *both) for both in zip(election["contests"], counts)]
    prior = [{**one, "origin": former["election"]} for _, former in earlier for one in former["contests"]]
    entries = {one["id"]: one["files"] for one in result["contests"]}
    for i, one in enumerate(contests):
        one.update(files=entries.get(one["id"]), findings=findings(
            election, one, prior, contests[:i], contests[i + 1:]))
    first, last = REGULATIONS[book]
    forced = [("regulationForced", "majority", {"regulation": book, "date": date})]
    late = [("priorResultLater", "oneBallot", {"file": file, "date": former["election"]["date"]})
            for file, former in earlier if former["election"]["date"] > date]
    part = [("priorResultPart", "oneBallot", {"file": file}) for file, former in earlier if former["part"]]
    said = [finding(book, *each) for each in forced * (not first <= date <= last) + late + part]
    heading = {**pick(result["election"], ["bytes"]), "sha256": result["election"]["sha256"]}
    return {**{key: result[key] for key in ("digest", "part", "after", "plan", "roster")},
            "rehearsal": result.get("rehearsal") is True or ..., **pick(result, ["replaces"]),
            "format": "kiemphieu-result", "version": 1, "regulation": book,
            "engine": {"name": "kiemphieu", "version": str(result["engine"]["version"])},
            "guidance": known[-1] if known else None, "contests": contests, "findings": said,
            "election": {**heading, **{key: election[key] for key in HEADING}},
            "self": sha256(canonical({key: result[key] for key in result if key != "self"}))}

def contradictions(data, known):
    """Where a result does not follow from its own figures; `known` are the results at hand by digest."""
    result = parse(data)
    both = [stated(one) for one in result["contests"]]
    election = {**result["election"], **pick(result, ["regulation"]), "contests": [one for one, _ in both]}
    before = [(one["name"], known[one["sha256"]]) for one in result["after"] if one["sha256"] in known]
    whole = expected(result, election, [counts for _, counts in both], before)
    found = ["its bytes are not canonical"] * (data != canonical(result))
    if len(before) < len(result["after"]):  # what rests on those before it cannot be known
        for one in result["contests"] + whole["contests"]:
            one["findings"] = [each for each in one["findings"] if each["code"] not in CHAIN]
        result["findings"] = whole["findings"] = []
    return found + compare(result, whole) + [line for one in result["contests"] for line in totals(one)]

def round_faults(contest, before):
    """R-TIE, R-SHORT: what makes a later round impossible after those before it."""
    found = [one for one in before if one["id"] == contest["follows"]]
    if len(found) != 1:
        return ["what it follows is not there, or twice"]
    former, people, again = found[0], contest["candidates"], contest["kind"] == "tieBreak"
    tie = former["tie"] or {"candidates": [], "seats": None}
    tied = [person for person in former["candidates"] if person["number"] in tie["candidates"]]
    fits = tie["seats"] == contest["seats"] and len(tied) == len(people) and all(
        sum(same(one, person) for one in people) == 1 for person in tied)
    return (["another office"] * (former["office"] != contest["office"])
            + ["nothing was left"] * (former["status"] not in ("short", "tied"))
            + ["other names or seats than those tied"] * (again and not fits)
            + ["the re-vote goes first"] * (not again and tied != [] and former["kind"] != "tieBreak"))

def fields(blob):
    """The strings in the binary encoding of SSH (RFC 4251, section 5)."""
    found = []
    while blob:
        end = 4 + int.from_bytes(blob[:4], "big")
        demand(end <= len(blob), "a string that is cut off")
        found, blob = found + [blob[4:end]], blob[end:]
    return found

def read_roster(data):
    """Who may sign, by public key, of an allowed-signers file of OpenSSH (Signatures.docc)."""
    roster, people = {}, {}
    for line in re.split("\r?\n", data.decode()):
        if not line.strip() or line.startswith("#"):
            continue
        found = re.fullmatch('("?)((?:head|member|presidium):([^",*?!]+))\\1[ \t]+(?:namespaces="?kiemphieu'
                             '-result"?[ \t]+)?([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+=*)(?:[ \t].*)?', line)
        demand(found and visible(found[2]), f"a line of the list of signers: {line!r}")
        principal, person, kind, key = found[2], found[3], found[4], base64.b64decode(found[5])
        demand(re.match("(sk-)?(ssh-ed25519|ecdsa-sha2-)|ssh-rsa$", kind) and len(key) > 4 + len(kind)
               and key.startswith(bytes([0, 0, 0, len(kind)]) + kind.encode()), f"no such key: {line!r}")
        parts = fields(key) if kind == "ssh-rsa" else []
        is_weak = parts and (len(parts) != 3 or int.from_bytes(parts[2], "big").bit_length() < 2048)
        former = people.setdefault(normalize("NFC", person).lower(), principal)
        demand(not is_weak and key not in roster, f"too weak a key, or one that stands twice: {line!r}")
        demand(" ".join(person.split()) == person and former == principal, f"a name in two ways: {line!r}")
        roster[key] = principal
    demand(roster, "nobody may sign")
    return roster

def signer(data, file, roster, signers):
    """The principal whose signature on `data` lies in a file, in its one canonical form."""
    first, last = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
    inner = re.fullmatch(first + b"([A-Za-z0-9+/=\n]+)" + last, read(file))
    demand(inner, "no signature")
    blob = base64.b64decode(inner[1])
    lines = re.findall(b".{1,70}", base64.b64encode(blob))
    demand(b"\n".join(lines) + b"\n" == inner[1] and blob[:10] == b"SSHSIG\0\0\0\1", "not canonical")
    key, purpose, reserved, algorithm, _ = fields(blob[10:])
    demand(purpose == b"kiemphieu-result" and not reserved and algorithm in (b"sha512", b"sha256"), "purpose")
    demand(key in roster, "the key is not on the list of signers")
    with tempfile.NamedTemporaryFile() as copy:
        copy.write(signers)
        copy.flush()
        done = subprocess.run(["ssh-keygen", "-Y", "verify", "-n", "kiemphieu-result", "-f", copy.name, "-I",
                               roster[key], "-s", file], input=data, capture_output=True, check=False)
    demand(done.returncode == 0, "ssh-keygen does not find it good")
    return roster[key]

class Certificate:
    """The checks of a result, printed one by one, and the verdict."""

    def __init__(self, path, election=None, signers=None):
        self.failed = self.open = self.signed = False
        self.path, self.election = path, election or os.path.join(os.path.dirname(path), "election.json")
        self.folder, self.signers = os.path.dirname(self.election) or ".", None
        self.data = pathlib.Path(path).read_bytes()
        self.result = parse(self.data)
        demand(isinstance(self.result, dict) and (self.result.get("format"), self.result.get("version")) == (
            "kiemphieu-result", 1), "no result")
        if signers:
            self.signers = pathlib.Path(signers).read_bytes()
            read_roster(self.signers)

    def check(self, title, differences=(), unless=None, material=True):
        """Prints a check: passed, failed with the differences, or open with the reason."""
        self.failed |= bool(differences)
        self.open |= material and unless is not None
        print(f"✗ {title}: failed" if differences else f"? {title}: not checked, because {unless}" if unless
              else f"✓ {title}: passed", *differences, sep="\n    ")

    def attempt(self, title, work, *values):
        """What `work` gives; a failed check where it finds a fault."""
        try:
            return work(*values)
        except FAULTS as fault:
            return self.check(title, [f"{type(fault).__name__}: {fault}"])

    def inside(self, file):
        """The bytes of a file in the folder; None if there is none, or only a link out of it."""
        path = os.path.realpath(os.path.join(self.folder, file))
        return read(path) if path.startswith(os.path.join(os.path.realpath(self.folder), "")) else None

    def evidence(self, file, said, kind):
        """The bytes of a file of evidence (None if missing), and what the result must say of it."""
        data = self.inside(file)
        if data is None:
            self.check("file " + file, unless="it is not there")
            return None, said
        entry = {"name": os.path.normpath(file), "bytes": len(data), "sha256": None}
        if kind == "sha256":
            entry["sha256"] = sha256(data)
        if kind == "tree":
            entry["tree"] = tree([data[at:at + 65536] for at in range(0, len(data), 65536)]).hex()
        differences = compare({key: said.get(key) for key in entry}, entry) if said else []
        self.check("file " + file, differences, "the result has no digest of it" if kind == "none" else None)
        return data, entry

    def verify(self):
        """Makes all checks; the verdict."""
        result, kind = self.result, self.result.get("digest")
        plain = "none" if kind == "none" else "sha256"
        self.check("form", ["the bytes are not canonical"] * (self.data != canonical(result)))
        is_known = result["engine"]["version"] == "0.1.0"
        self.check("engine", unless=None if is_known else "its version is unknown")
        data, file = self.evidence(os.path.basename(self.election), None, plain)
        election = data is not None and self.attempt("election file", read_election, data)
        if not election:
            self.check("claims by themselves", contradictions(self.data, {}))
            return self.verdict()
        shown, roster = self.part(election), election["roster"]
        entries, earlier = self.earlier(election, plain)
        counted = [self.recount(one, kind) for one in election["contests"]]
        if not all(counts for counts, _ in counted):
            return self.verdict()
        known = [(file, former) for file, former in earlier if former]
        whole = expected(result, election, [counts for counts, _ in counted], known)
        self.rounds(whole, known, len(known) < len(earlier))
        self.rehearsal(whole, [counts.get("rehearsal") for counts, _ in counted] + [
            former and former.get("rehearsal") is True for _, former in earlier])
        for one, (_, files) in zip(whole["contests"], counted):
            one["files"] = files
            if one["status"] == "incomplete" and one["id"] in shown:
                self.check(f"[{one['id']}]", unless="its papers do not add up")
        plan = self.evidence(election["plan"], result["plan"], plain)[1] if election["plan"] else None
        signers, entry = self.evidence(roster["file"], result["roster"], plain) if roster else (None, None)
        self.check("signers", ["the election file means another list"] * (
            signers is not None and sha256(signers) != roster["sha256"]))
        whole.update(after=entries, plan=plan, roster=roster and {**entry, "quorum": roster["quorum"]},
                     contests=[one for one in whole["contests"] if one["id"] in shown])
        whole["election"].update(bytes=file["bytes"], sha256=file["sha256"])
        self.check("claims", compare(result, whole))
        self.check("totals", [line for one in result["contests"] for line in totals(one)])
        self.replaced(self.path, self.data, bool(roster))
        if roster or self.signers:
            self.signed = True
            self.attempt("signatures", self.signatures, self.path, self.data, self.signers or signers,
                         roster["quorum"] if roster else {})
        return self.verdict()

    def verdict(self):
        """What the checks come to."""
        known = "unfinished" if self.open else "certified" if self.signed else "agrees"
        return "differs" if self.failed else known

    def part(self, election):
        """The ids of the contests that the result is of; the election keeps these and what they follow."""
        part, ids = self.result["part"], [one["id"] for one in election["contests"]]
        if part is None:
            return ids
        replaced, shown = part["ballotsReplaced"], [one for one in ids if one in part["contests"]]
        self.check("part", ["it is none"] * (part["contests"] != shown or not replaced and shown == ids),
                   "nothing binds the ballots to the election" if replaced else None)
        wanted = set(shown)
        for one in reversed(election["contests"]):
            wanted |= {one["follows"]} if one["id"] in wanted else set()
        election["contests"] = [one for one in election["contests"] if one["id"] in wanted]
        return shown

    def recount(self, contest, kind):
        """The counts of a contest, those stated if files are missing, and what must be said of its files."""
        said = next((one for one in self.result["contests"] if one["id"] == contest["id"]), None)
        known = {one["name"]: one for one in (said["files"] if said else [])}
        names = [os.path.normpath(file) for file in contest["ballots"]["files"]]
        found = [self.evidence(file, known.get(file), kind) for file in names]
        for file, (data, _) in zip(names, found):
            log = self.inside(file + ".log") if said and data is not None else None
            if log is not None and self.attempt(f"entry log {file}.log", replay, contest, log, data):
                self.check(f"entry log {file}.log")
            origin = self.inside(file + ".origin.json") if said and data is not None else None
            if origin is not None and self.attempt(f"origin of {file}", agreed, origin, data):
                self.check(f"origin of {file}")
            for beside in (file + ".log", file + ".origin.json"):
                if said and os.path.exists(os.path.join(self.folder, beside)) and self.inside(beside) is None:
                    self.check(beside, unless="it cannot be read, or is a link out of the folder")
        data, title, counts = [data for data, _ in found], f"[{contest['id']}] ballots", None
        if None in data or any(one[:4] == b"\x89KPB" for one in data):
            self.check(title, unless="a file is missing or packed")
        else:
            counts = self.attempt(title, count, contest, list(zip(names, data)))
        return counts or (said and stated(said)[1]), [entry for _, entry in found]

    def rehearsal(self, whole, found):
        """Whether the result must say that it is of a rehearsal; None among what was found is unknown."""
        if True in found or None not in found:
            whole["rehearsal"] = True in found or ...
        if whole["rehearsal"] is True:
            self.check("rehearsal", unless="ballots of a rehearsal decide nothing")

    def rounds(self, whole, known, is_missing):
        """Checks later rounds; where an earlier result is missing, findings and rounds cannot be known."""
        said = {one["id"]: one["findings"] for one in self.result["contests"]}
        for i, one in enumerate(whole["contests"]):
            if is_missing:
                one["findings"], whole["findings"] = said.get(one["id"]), self.result["findings"]
            elif one["kind"]:
                prior = [other for _, former in known for other in former["contests"]]
                self.check(f"[{one['id']}] round", round_faults(one, whole["contests"][:i] + prior))

    def earlier(self, election, kind):
        """Checks the earlier results: what must be said of them, and each with its name, None if missing."""
        entries, found, known, said = [], [], {}, self.result["after"]
        for i, wanted in enumerate(election["after"]):
            file = os.path.normpath(wanted["result"])
            data, entry = self.evidence(file, said[i] if said[i:] else None, kind)
            former = data and self.attempt(file, parse, data)
            found.append((file, former))
            entries.append(entry)
            if former is not None:
                known[sha256(data)] = former
                is_other = sha256(data) != wanted["sha256"]
                self.check("earlier " + file, ["another file is meant"] * is_other + (
                    self.attempt(file, contradictions, data, known) or []),
                           "it has no digests" if former["digest"] == "none" else None)
                self.beside(file, data, former, election["roster"])
        return entries, found

    def beside(self, file, data, former, own):
        """Checks what lies beside an earlier result: a correction, signatures, what it was counted from."""
        path = os.path.join(self.folder, file)
        folder, roster = os.path.dirname(path), former["roster"]
        self.replaced(path, data, True)
        if roster is not None and roster["sha256"] is not None:
            signers = read(os.path.join(folder, roster["name"]))
            if signers is None and own and own["sha256"] == roster["sha256"]:
                signers = read(os.path.join(self.folder, own["file"]))
            is_other = signers is not None and sha256(signers) != roster["sha256"]
            nobody = not any(roster["quorum"].values())
            self.check("signers of " + file, ["another list"] * is_other + ["nobody must sign"] * nobody)
            self.attempt(file, self.signatures, path, data, signers, roster["quorum"])
        if os.path.isfile(os.path.join(folder, "election.json")):
            verdict = Certificate(path).verify()
            return self.check("recount of " + file, ["it differs"] * (verdict == "differs"),
                              "it is unfinished" if verdict == "unfinished" else None)
        ballots = [one["name"] for contest in former["contests"] for one in contest["files"]]
        return self.check("recount of " + file, unless="it is to be verified by itself",
                          material=any(os.path.exists(os.path.join(folder, one)) for one in ballots))

    def replaced(self, path, data, signed):
        """Looks for a correction of a result, in its folder and in those in it."""
        here = os.path.dirname(path) or "."
        folders = [here] + [one.path for one in os.scandir(here) if one.is_dir()]
        for file in sorted(one.path for folder in folders for one in os.scandir(folder)):
            try:
                void = file.endswith(".json") and parse(read(file))["replaces"]["sha256"] == sha256(data)
            except (OSError, *FAULTS):
                continue
            if void:
                self.check("replaced by " + file, [] if signed else [f"{path} is void"],
                           "the correction is to be verified by itself" if signed else None)

    def signatures(self, path, data, signers, quorum):
        """Checks every signature beside a result, and the quorum."""
        if signers is None:
            return self.check("signatures", unless="the list of signers is missing")
        roster, have, faults, (folder, own) = read_roster(signers), set(), [], os.path.split(path)
        for file in sorted(os.listdir(folder or ".")):
            if file.startswith(own + ".") and file.endswith(".sig"):
                try:
                    have.add(signer(data, os.path.join(folder, file), roster, signers))
                except FileNotFoundError:
                    return self.check("signatures", unless="there is no ssh-keygen")
                except FAULTS as fault:
                    faults.append(f"{file}: {fault}")
        print(*[f"  {who} has signed" for who in sorted(have)], sep="\n")
        roles = Counter(who.split(":")[0] for who in have)
        enough = have and quorum and all(roles[role] >= many for role, many in quorum.items())
        return self.check("signatures", faults, None if enough or faults else "too few have signed")

def main(arguments):
    """Reads the command line; the exit status."""
    options, paths = {"--election": None, "--signers": None}, []
    while arguments:
        word = arguments.pop(0)
        if word in options and arguments and options[word] is None:
            options[word] = arguments.pop(0)
        else:
            paths.append(word)
    if len(paths) != 1 or paths[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 64
    try:
        certificate = Certificate(paths[0], *options.values())
    except (OSError, ValueError, RecursionError) as fault:
        print(f"{paths[0]}: {fault}", file=sys.stderr)
        return 66 if isinstance(fault, OSError) else 65
    verdict = certificate.attempt("members", certificate.verify) or "differs"
    print("\n" + verdict)
    return 0 if verdict in ("certified", "agrees") else 1

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
