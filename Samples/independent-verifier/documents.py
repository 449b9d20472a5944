"""What lies on disk: JSON and its shapes, digests, and the election file (the pages of Documents.docc)."""
import datetime
import hashlib
import json
import os
import pathlib
import re
from unicodedata import category, normalize

# A shape says what a JSON value must look like: a pattern for a text, a range for a number, a type for any
# value of it, a list of one shape for a list; in an object a star behind a key says that it is required.
TEXT = "(?=.*[^\\s\u2800]).{1,1000}"
DATE = "[0-9]{4}-[0-9]{2}(-[0-9]{2})?"
DIGEST = "[0-9a-f]{64}"
FILE = r"(?!/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)|.*\\)" + TEXT  # in the folder of the election file or below
MANY = (0, 10 ** 12)
# Joiners and selectors of variants, which some scripts write behind a letter.
MODIFIERS = re.compile("[\u200c\u200d\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# What is neither a control nor a format and leaves no trace on a page all the same.
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0"
                    "\U000e0100-\U000e01ef]")
LARGEST = 64 << 20  # the bytes of a file that is not of ballots
MOST_VALUES = 4_000_000  # in a file of JSON

REGULATIONS = {"244-QD/TW": ("2014-06-09", "2024-10-09"), "190-QD/TW": ("2024-10-10", "9999-12-31")}
ORDER = ["committee", "standingCommittee", "secretary", "deputySecretary", "inspectionCommittee",
         "inspectionChair", "inspectionDeputyChair"]  # the order in which offices are voted on
DEDUCTIONS = {"memberCongress": "transferredAbsent|exemptAbsent|suspended|prosecuted|excusedAbsent",
              "delegateCongress": "committeeMemberAbsent|delegateAbsentNoAlternate",
              "committee": "suspended|prosecuted",
              "inspectionCommittee": "suspended|prosecuted"}

CANDIDATE = {"number*": (1, 1024), "name*": TEXT, "person": TEXT, "birthDate": DATE, "gender": "male|female",
             "ethnicity": TEXT, "incumbent": bool, "unit": TEXT, "leadership": bool, "note": TEXT}
ELECTORATE = {"body*": "|".join(DEDUCTIONS), "convened*": MANY, "present*": MANY,
              "deductions": [{"ground*": TEXT, "count*": MANY, "note": TEXT}]}
BALLOTS = {"issued*": MANY, "returned*": MANY, "files*": [FILE],
           "papers": {"printed*": MANY, "spoiled*": MANY, "unused*": MANY, "destroyed*": MANY}}
CONTEST = {"id*": TEXT, "office*": "|".join(ORDER) + "|delegates|alternateDelegates", "title*": TEXT,
           "seats*": (1, 1024), "form": "strikeOut|agreeDisagree", "round": (1, 1000), "follows": TEXT,
           "kind": "continuation|tieBreak", "candidates*": [CANDIDATE], "ballots*": BALLOTS,
           "electorate*": ELECTORATE}
QUORUM = {"head": (0, 1000), "member": (0, 1000), "presidium": (0, 1000)}
ELECTION = {"format*": "kiemphieu-election", "version*": (1, 1), "organization*": TEXT, "superior": TEXT,
            "congress*": TEXT, "term*": TEXT, "date*": DATE, "place": TEXT, "plan": FILE,
            "regulation": "|".join(["auto", *REGULATIONS]), "contests*": [CONTEST],
            "after": [{"result*": FILE, "sha256*": DIGEST}],
            "countingBoard": [{"name*": TEXT, "role*": "head|member"}],
            "roster": {"file*": FILE, "sha256*": DIGEST, "quorum*": QUORUM}}

# What Python raises where a file has not the members, types or depth that are looked for.
FAULTS = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)


def demand(truth, words):
    """Refuses what is not as the documentation says."""
    if not truth:
        raise ValueError(words)


def demand_once(texts, words):
    """Refuses texts of which two are of the same letters, composed or decomposed."""
    demand(len({normalize("NFC", text) for text in texts}) == len(texts), words)


def is_result(value):
    """Whether the value of a JSON file is a result of version 1, whatever else it says."""
    return (isinstance(value, dict) and value.get("format") == "kiemphieu-result"
            and type(value.get("version")) is int and value["version"] == 1)


def read(path, most=LARGEST):
    """The bytes of a file; None where there is none, or one that is larger than is read."""
    is_there = os.path.isfile(path) and (most is None or os.path.getsize(path) <= most)
    return pathlib.Path(path).read_bytes() if is_there else None


def read_given(path):
    """The bytes of a file that was named on the command line."""
    if os.path.getsize(path) > LARGEST:
        raise OSError("it is larger than 64 MiB")
    return pathlib.Path(path).read_bytes()


def listed(folder):
    """The paths of what lies in a folder, which may be a link to one; nothing where it cannot be listed."""
    try:
        return [os.path.join(folder, one) for one in os.listdir(folder)] if os.path.isdir(folder) else []
    except OSError:
        return []


def inside(folder, file, most=LARGEST):
    """The bytes of a file in a folder; None where none can be read, or there is only a link out of it."""
    path = os.path.realpath(os.path.join(folder, file))
    return read(path, most) if path.startswith(os.path.join(os.path.realpath(folder), "")) else None


def parse(data):
    """The value of a JSON file in which no key stands twice, nothing too deep, and not too much."""
    def unique(pairs):
        """The object of the pairs."""
        demand(len(dict(pairs)) == len(pairs), "a key stands twice")
        return dict(pairs)

    def measure(value):
        """How deep a value is nested, and how many values it holds, itself included."""
        if not isinstance(value, (dict, list)):
            return 0, 1
        inner = [measure(one) for one in (value.values() if isinstance(value, dict) else value)]
        return 1 + max((deep for deep, _ in inner), default=0), 1 + sum(many for _, many in inner)

    def whole(text):
        """The whole number that is written so; neither -0 is one, nor what is too long to be counted."""
        return float(text) if text == "-0" or len(text) > 19 else int(text)

    # `int` refuses NaN and Infinity, which Python would read, and `encode` the half of a surrogate pair.
    value = json.loads(data.decode(), object_pairs_hook=unique, parse_constant=int, parse_int=whole)
    json.dumps(value, ensure_ascii=False).encode()
    deep, many = measure(value)
    demand(deep <= 64, "nested too deeply")
    demand(many <= MOST_VALUES, "too many values")
    return value


def canonical(value):
    """The bytes of a result in the form of RFC 8785 (its keys are ASCII)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode(errors="surrogatepass")


def visible(text):
    """`text`, if no character in it is hidden; joiners and selectors may stand in scripts that need them."""
    for before, one in zip(" " + text, text):
        modifies = MODIFIERS.match(one) and before >= "\u0590" and not MODIFIERS.match(before)
        is_modified = modifies and not "\u1e00" <= before <= "\u1fff"  # Latin and Greek
        is_hidden = category(one) in "Cc Cf Cn Co Cs Zl Zp" or UNSEEN.match(one)
        demand(is_modified or not is_hidden, f"{text!r}: a hidden character")
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
    if kind is int:
        demand(shape[0] <= value <= shape[1], f"{where}: {value} is out of range")
    if kind is str and shape is not str:
        demand(re.fullmatch(shape, visible(value)), f"{where}: {value!r}")
    if shape == DATE:
        datetime.date.fromisoformat((value + "-01")[:10])  # refuses a day that no calendar has
    return value


def pick(value, shape):
    """Of an object the members that a shape knows, those that are null left out."""
    return {key: value[key] for key in (key.rstrip("*") for key in shape) if value.get(key) is not None}


def sha256(data):
    """The digest that sha256sum prints."""
    return hashlib.sha256(data).hexdigest()


def tree(leaves):
    """The Merkle tree of RFC 6962."""
    if len(leaves) < 2:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(leaves[:left]) + tree(leaves[left:])).digest()


def file_entry(file, data, kind):
    """What a result says of a file of evidence, by the kind of digest that it has."""
    entry = {"name": os.path.normpath(file), "bytes": len(data),
             "sha256": sha256(data) if kind == "sha256" else None}
    if kind == "tree":
        entry["tree"] = tree([data[at:at + 65536] for at in range(0, len(data), 65536)]).hex()
    return entry


def read_election(data):
    """The election of an election file, with what the file leaves out put in."""
    election = {**dict.fromkeys(["superior", "place", "plan", "roster"]), "countingBoard": [], "after": [],
                "regulation": "auto", **conform(parse(data.removeprefix(b"\xef\xbb\xbf")), ELECTION)}
    date, contests, roster = election["date"], election["contests"], election["roster"]
    demand(len(date) == 10 and 1 <= len(contests) <= 1000, "the date, or the number of contests")
    demand(len(election["after"]) <= 100, "the number of earlier results")
    if election["regulation"] == "auto":
        in_force = [book for book, (first, last) in REGULATIONS.items() if first <= date <= last]
        demand(in_force, "no regulation for the date")
        election["regulation"] = in_force[0]
    demand(not roster or any(roster["quorum"].values()), "a quorum of nobody")
    files = [election["plan"] or "/", roster["file"] if roster else ""]  # "/" and "" name no file
    files += [one["result"] for one in election["after"]]
    files += [file for one in contests for file in one["ballots"]["files"]]
    for many in [[os.path.normpath(file) for file in files], [one["id"] for one in contests],
                 [one["sha256"] for one in election["after"]]]:
        demand_once(many, "something is named twice")
    return {**election, "contests": [complete(one) for one in contests]}


def complete(contest):
    """A contest with its base and what it leaves out, if it does not contradict itself."""
    contest = {"round": 1, "kind": None, "follows": None, **contest}
    people, seats, electorate = contest["candidates"], contest["seats"], contest["electorate"]
    keys = [one["person"] for one in people if "person" in one]
    demand_once(keys, "a person stands twice on the list")
    demand([one["number"] for one in people] == list(range(1, len(people) + 1)) and len(people) >= seats,
           "the list")
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
    """The contest of the election file as a result repeats it, and the counts that the result states."""
    ballots = {**one["ballots"], **pick(one, ["papers"]), "files": [file["name"] for file in one["files"]]}
    people = [pick(person, CANDIDATE) for person in one["candidates"]]
    contest = pick({**one, "candidates": people, "ballots": pick(ballots, BALLOTS)}, CONTEST)
    counts = {"votes": [person["votes"] for person in one["candidates"]], **pick(one, ["ballots", "tally"])}
    return complete(conform(contest, CONTEST)), counts


def restated(result):
    """The election file as far as a result repeats it."""
    plan, roster = result["plan"], result["roster"]
    return {**result["election"], "regulation": result["regulation"], "plan": plan and plan["name"],
            "roster": roster and {**roster, "file": roster["name"]},
            "after": [{"result": one["name"], "sha256": one["sha256"]} for one in result["after"]],
            "contests": [stated(one)[0] for one in result["contests"]]}


def compare(stated, found, where="result"):
    """Where a result is not what it must be, a line for each place; an ellipsis stands for what is absent."""
    if isinstance(stated, dict) and isinstance(found, dict):
        return [line for key in sorted({**stated, **found})
                for line in compare(stated.get(key, ...), found.get(key, ...), where + "." + key)]
    if isinstance(stated, list) and isinstance(found, list) and len(stated) == len(found):
        return [line for i, both in enumerate(zip(stated, found)) for line in compare(*both, f"{where}[{i}]")]
    if type(stated) is type(found) and stated == found:
        return []
    words = ["nothing" if one is ... else repr(one) for one in (stated, found)]
    return [f"{where}: it says {words[0]}, and must say {words[1]}"]
