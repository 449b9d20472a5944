"""Election files of Kiểm Phiếu, strictly read.

Written from the page ElectionFile of Sources/Documents/Documents.docc. Whatever is not as it says
raises a ValueError.
"""
import datetime
import json
import os
import re

from ballots import TEXT, demand, visible
from rules import ORDER, REGULATIONS

DEDUCTIONS = {
    "memberCongress": "transferredAbsent|exemptAbsent|suspended|prosecuted|excusedAbsent",
    "delegateCongress": "committeeMemberAbsent|delegateAbsentNoAlternate",
    "committee": "suspended|prosecuted", "inspectionCommittee": "suspended|prosecuted"}
# The shape of an election file: a pattern for a text, a range for a number; a star: required.
FILE = r"(?!/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)|.*\\)" + TEXT
DATE, DIGEST, PEOPLE = "[0-9]{4}-[0-9]{2}(-[0-9]{2})?", "[0-9a-f]{64}", (0, 10 ** 12)
CANDIDATE = {"number*": (1, 1024), "name*": TEXT, "person": TEXT, "birthDate": DATE,
             "gender": "male|female", "ethnicity": TEXT, "incumbent": bool, "unit": TEXT,
             "leadership": bool, "note": TEXT}
CONTEST = {
    "id*": TEXT, "office*": "|".join(ORDER) + "|delegates|alternateDelegates", "title*": TEXT,
    "seats*": (1, 1024), "form": "strikeOut|agreeDisagree", "round": (1, 1000), "follows": TEXT,
    "kind": "continuation|tieBreak", "candidates*": [CANDIDATE],
    "electorate*": {"body*": "|".join(DEDUCTIONS), "convened*": PEOPLE, "present*": PEOPLE,
                    "deductions": [{"ground*": TEXT, "count*": PEOPLE, "note": TEXT}]},
    "ballots*": {"issued*": PEOPLE, "returned*": PEOPLE, "files*": [FILE], "papers": {
        "printed*": PEOPLE, "spoiled*": PEOPLE, "unused*": PEOPLE, "destroyed*": PEOPLE}}}
ELECTION = {
    "format*": "kiemphieu-election", "version*": (1, 1), "organization*": TEXT, "superior": TEXT,
    "congress*": TEXT, "term*": TEXT, "date*": DATE, "place": TEXT, "plan": FILE,
    "regulation": "|".join(["auto", *REGULATIONS]), "contests*": [CONTEST],
    "countingBoard": [{"name*": TEXT, "role*": "head|member"}],
    "after": [{"result*": FILE, "sha256*": DIGEST}],
    "roster": {"file*": FILE, "sha256*": DIGEST, "quorum*": {
        "head": (0, 1000), "member": (0, 1000), "presidium": (0, 1000)}}}
HEADING = ["organization", "superior", "congress", "term", "date", "place", "countingBoard"]


def parse(data):
    """The value of a JSON file in which no key stands twice and nothing too deep."""
    def unique(pairs):
        demand(len(dict(pairs)) == len(pairs), "a key stands twice")
        return dict(pairs)

    def depth(value):
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
        return 0 if inner is None else 1 + max(map(depth, inner), default=0)
    value = json.loads(data.decode(), object_pairs_hook=unique, parse_constant=int)
    demand(depth(value) <= 64, "nested too deeply")
    return value


def conform(value, shape, where="cell"):
    """`value` without the keys that begin with x-, if it has the shape."""
    if isinstance(shape, dict):
        demand(isinstance(value, dict), where + " is no object")
        value = {key: item for key, item in value.items() if not key.startswith("x-")}
        shapes = {key.rstrip("*"): of for key, of in shape.items()}
        for key in value.keys() ^ shapes.keys():
            demand(key in shapes and key + "*" not in shape, "%s: the key %s" % (where, key))
        return {key: conform(item, shapes[key], where + "." + key) for key, item in value.items()}
    if isinstance(shape, list):
        demand(isinstance(value, list), where + " is no list")
        return [conform(item, shape[0], where) for item in value]
    kind = {str: str, tuple: int}.get(type(shape), shape)
    fits = type(value) is kind and (kind is bool or (
        shape[0] <= value <= shape[1] if kind is int else re.fullmatch(shape, value)))
    demand(fits and (kind is not str or visible(value)), "%s: %r cannot stand here" % (where, value))
    return datetime.date.fromisoformat((value + "-01")[:10]) and value if shape == DATE else value


def read_election(data):
    """The election of an election file, with what the file leaves out put in."""
    election = {"superior": None, "place": None, "plan": None, "roster": None, "countingBoard": [],
                "after": [], "regulation": "auto"}
    data = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    election.update(conform(parse(data), ELECTION, "election"))
    date, contests, roster = election["date"], election["contests"], election["roster"]
    demand(len(date) == 10 and 1 <= len(contests) <= 1000, "the date, or the number of contests")
    if election["regulation"] == "auto":
        found = [book for book, days in REGULATIONS.items() if days[0] <= date <= days[1]]
        demand(found, "no regulation for the date")
        election["regulation"] = found[0]
    demand(not roster or any(roster["quorum"].values()), "a quorum of nobody")
    names = [one["result"] for one in election["after"]] + [roster["file"] if roster else ""]
    names += [name for one in contests for name in one["ballots"]["files"]]
    for many in ([os.path.normpath(name) for name in names + [election["plan"] or "/"]],
                 [one["id"] for one in contests], [one["sha256"] for one in election["after"]]):
        demand(len(set(many)) == len(many), "something is named twice")
    for contest in contests:
        complete(contest)
    return election


def complete(contest):
    """Puts in what a contest leaves out, if it does not contradict itself."""
    names, seats, electorate = contest["candidates"], contest["seats"], contest["electorate"]
    demand([c["number"] for c in names] == list(range(1, len(names) + 1)), "numbers of the list")
    people = [c["person"] for c in names if "person" in c]
    demand(seats <= len(names) <= 1024 and len(set(people)) == len(people), "the list")
    form = "strikeOut" if len(names) > seats else "agreeDisagree"
    demand(contest.setdefault("form", form) == form, "the form of the ballot")
    for deduction in electorate.setdefault("deductions", []):
        conform(deduction["ground"], DEDUCTIONS[electorate["body"]])
    contest["base"] = electorate["convened"] - sum(d["count"] for d in electorate["deductions"])
    demand(electorate["present"] <= electorate["convened"] and contest["base"] > 0, "electorate")
    later = contest.setdefault("round", 1) > 1
    demand(all((contest.setdefault(key, None) is not None) == later for key in ("kind", "follows")),
           "round, kind, follows")
