#!/usr/bin/env python3
"""A second verifier of Kiểm Phiếu results, written from the documentation, not from the program.

    python3 verify.py RESULT [--election FILE] [--signers FILE]

Counts the ballots again, works out every member that the result must have, and compares. What it does not
know is a difference, or leaves the verdict unfinished. Exit status: 0 for certified and agrees, 1 for differs
and unfinished, 64 wrong usage, 65 no result, 66 no such file, 74 a file that cannot be read.
"""
import os
import sys
from collections import Counter
from unicodedata import normalize

sys.dont_write_bytecode = True  # nothing is written, beside this file neither
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from claims import contradictions, digest_kind, expected, forget_chain, totals
from counting import count
from documents import (FAULTS, LARGEST, canonical, compare, demand, file_entry, inside, is_result, listed,
                       parse, read, read_election, read_given, restated, sha256, stated)
from entries import agreed, replay
from findings import round_faults
from signatures import read_roster, signer


def refusals(work, *values):
    """What `work` finds wrong with the values, as the differences of a check."""
    try:
        work(*values)
        return []
    except FAULTS as fault:
        return [f"{type(fault).__name__}: {fault}"]


class Certificate:
    """The checks of a result, printed one by one, and the verdict (Certificate.md)."""

    def __init__(self, path, election=None, signers=None, recounted=None):
        self.failed = self.open = self.signed = self.has_election = self.is_earlier = False
        self.path, self.election = path, election or os.path.join(os.path.dirname(path), "election.json")
        self.folder, self.signers = os.path.dirname(self.election) or ".", None
        self.recounted = {} if recounted is None else recounted  # verdicts, by where the earlier result lies
        self.data = read_given(path)
        self.result = parse(self.data)
        demand(is_result(self.result), "no result")
        self.kind = self.result.get("digest")  # of ballot files; other files have a sha256, or none either
        self.plain = "none" if self.kind == "none" else "sha256"
        if signers:
            self.signers = read_given(signers)
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

    def verdict(self):
        """What the checks come to."""
        known = "unfinished" if self.open else "certified" if self.signed else "agrees"
        return "differs" if self.failed else known

    def verify(self):
        """Makes all checks; the verdict."""
        self.check("form", ["the bytes are not canonical"] * (self.data != canonical(self.result)))
        is_known = self.result["engine"]["version"] == "0.1.0"
        self.check("engine", unless=None if is_known else "its version is unknown")
        data, file = self.evidence(os.path.basename(self.election), None, self.plain)
        file = file if data is not None else self.result["election"]
        election = self.attempt("election file", read_election, data) if data is not None else None
        self.has_election = election is not None
        # Without an election file the result is held to what it repeats of one.
        election = election or restated(self.result)
        shown = self.part(election)
        entries, earlier = self.earlier(election)
        counted = [self.recount(one) for one in election["contests"]]
        if all(counts for counts, _ in counted):
            self.claims(election, shown, counted, earlier, {"after": entries, "election": file})
        return self.verdict()

    def claims(self, election, shown, counted, earlier, entries):
        """Checks every member of the result; `entries` are what it must say of files looked at before."""
        known, roster = [(file, former) for file, former in earlier if former], election["roster"]
        whole = expected(self.result, election, [counts for counts, _ in counted], known)
        # What stands beside a part is known from the election file alone.
        missing = len(known) < len(earlier)
        if missing or self.result["part"] and not self.has_election:
            forget_chain(self.result, whole, missing=missing)
        else:
            self.rounds(whole, known)
        self.rehearsal(whole, [counts.get("rehearsal") for counts, _ in counted] + [
            former and former.get("rehearsal") is True for _, former in earlier])
        for one, (_, files) in zip(whole["contests"], counted):
            one["files"] = files
            if one["status"] == "incomplete" and one["id"] in shown:
                self.check(f"[{one['id']}]", unless="its papers do not add up")
        whole["contests"] = [one for one in whole["contests"] if one["id"] in shown]
        whole["after"], whole["plan"], whole["roster"] = entries["after"], None, None
        whole["election"].update(bytes=entries["election"]["bytes"], sha256=entries["election"]["sha256"])
        if election["plan"]:
            _, whole["plan"] = self.evidence(election["plan"], self.result["plan"], self.plain)
        signers = None
        if roster:
            signers, entry = self.evidence(roster["file"], self.result["roster"], self.plain)
            whole["roster"] = {**entry, "quorum": roster["quorum"]}
        is_other = signers is not None and roster["sha256"] not in (None, sha256(signers))
        self.check("signers", ["the election file means another list"] * is_other)
        self.check("claims", compare(self.result, whole))
        self.check("totals", [line for one in self.result["contests"] for line in totals(one)])
        if not self.is_earlier:  # where it is, the later result looks for corrections of it
            self.replaced(self.path, self.data, bool(roster))
        if self.signers or roster and self.has_election:
            self.signed = True
            self.attempt("signatures", self.signatures, self.path, self.data, self.signers or signers,
                         roster["quorum"] if roster else {})

    # The evidence

    def evidence(self, file, said, kind, most=LARGEST):
        """The bytes of a file of evidence (None if missing), and what the result must say of it."""
        data = inside(self.folder, file, most)
        if data is None:
            self.check("file " + file, unless="it is not there, or cannot be read")
            return None, {**(said or {}), "name": os.path.normpath(file)}
        entry = file_entry(file, data, kind)
        differences = compare({key: said.get(key) for key in entry}, entry) if said else []
        self.check("file " + file, differences, "the result has no digest of it" if kind == "none" else None)
        return data, entry

    def recount(self, contest):
        """The counts of a contest, those stated if files are missing, and what must be said of its files."""
        said = next((one for one in self.result["contests"] if one["id"] == contest["id"]), None)
        known = {one["name"]: one for one in (said["files"] if said else [])}
        names = [os.path.normpath(file) for file in contest["ballots"]["files"]]
        found = [self.evidence(file, known.get(file), self.kind, None) for file in names]
        data, title, counts = [data for data, _ in found], f"[{contest['id']}] ballots", None
        for file, ballots in zip(names, data if said else []):
            self.beside_ballots(file + ".log", f"entry log {file}.log", ballots, replay, contest)
            self.beside_ballots(file + ".origin.json", f"origin of {file}", ballots, agreed)
        if None in data or any(one[:4] == b"\x89KPB" for one in data):
            self.check(title, unless="a file is missing or packed")
        else:
            counts = self.attempt(title, count, contest, list(zip(names, data)))
        return counts or (said and stated(said)[1]), [entry for _, entry in found]

    def beside_ballots(self, file, title, ballots, work, *values):
        """Checks a file beside a ballot file, if there is one."""
        data = inside(self.folder, file)
        if data is not None and ballots is not None:
            self.check(title, refusals(work, *values, data, ballots))
        elif data is None and os.path.exists(os.path.join(self.folder, file)):
            self.check(file, unless="it cannot be read, or is a link out of the folder")

    # What the election is a part of

    def part(self, election):
        """The ids of the contests that the result is of; the election keeps these and what they follow."""
        part, ids = self.result["part"], [one["id"] for one in election["contests"]]
        if part is None or not self.has_election:
            return ids
        replaced, shown = part["ballotsReplaced"], [one for one in ids if one in part["contests"]]
        self.check("part", ["it is none"] * (part["contests"] != shown or not replaced and shown == ids),
                   "nothing binds the ballots to the election" if replaced else None)
        wanted = {normalize("NFC", one) for one in shown}
        for one in reversed(election["contests"]):
            if one["kind"] and normalize("NFC", one["id"]) in wanted:
                wanted.add(normalize("NFC", one["follows"]))
        election["contests"] = [
            one for one in election["contests"] if normalize("NFC", one["id"]) in wanted]
        return shown

    def rehearsal(self, whole, found):
        """Whether the result must say that it is of a rehearsal; None among what was found is unknown."""
        if True in found or None not in found:
            whole["rehearsal"] = True if True in found else ...
        if whole["rehearsal"] is True:
            self.check("rehearsal", unless="ballots of a rehearsal decide nothing")

    def rounds(self, whole, known):
        """Checks later rounds against the contests that they follow."""
        prior = [other for _, former in known for other in former["contests"]]
        for i, one in enumerate(whole["contests"]):
            if one["kind"]:
                self.check(f"[{one['id']}] round", round_faults(one, prior, whole["contests"][:i]))

    def earlier(self, election):
        """Checks the earlier results: what must be said of them, and each with its name, None if missing."""
        entries, found, known, said = [], [], {}, self.result["after"]
        for i, wanted in enumerate(election["after"]):
            file = os.path.normpath(wanted["result"])
            data, entry = self.evidence(file, said[i] if said[i:] else None, self.plain)
            former = None if data is None else self.attempt(file, parse, data)
            found.append((file, former))
            entries.append(entry)
            if former is not None:
                known[sha256(data)] = former
                is_other = wanted["sha256"] not in (None, sha256(data))
                self.check("earlier " + file, ["another file is meant"] * is_other + (
                    self.attempt(file, contradictions, data, known) or []),
                           "it has no digests" if former["digest"] == "none" else None)
                self.beside_earlier(file, data, former, election["roster"])
        return entries, found

    def beside_earlier(self, file, data, former, own):
        """Checks what lies beside an earlier result: a correction, signatures, what it was counted from."""
        path = os.path.join(self.folder, file)
        folder, roster = os.path.dirname(path), former["roster"]
        self.replaced(path, data, True)
        if roster is not None and roster["sha256"] is not None:
            signers = inside(folder, roster["name"])
            if signers is None and own and own["sha256"] == roster["sha256"]:
                signers = inside(self.folder, own["file"])
            is_other = signers is not None and sha256(signers) != roster["sha256"]
            nobody = not any(roster["quorum"].values())
            self.check("signers of " + file, ["another list"] * is_other + ["nobody must sign"] * nobody)
            self.attempt(file, self.signatures, path, data, signers, roster["quorum"])
        election = read(os.path.join(folder, "election.json"))
        if election is not None and sha256(election) == former["election"]["sha256"]:
            place = os.path.realpath(path)
            if place not in self.recounted:
                inner = Certificate(path, recounted=self.recounted)
                inner.is_earlier, self.recounted[place] = True, "differs"  # if it comes after itself
                self.recounted[place] = inner.verify()
            verdict = self.recounted[place]
            return self.check("recount of " + file, ["it differs"] * (verdict == "differs"),
                              "it is unfinished" if verdict == "unfinished" else None)
        files = [one for contest in former["contests"] for one in contest["files"]]
        beside = [(one, inside(folder, one["name"]), digest_kind(one)) for one in files]
        return self.check("recount of " + file, unless="it is to be verified by itself", material=any(
            data is not None and kind != "none" and file_entry(one["name"], data, kind) == one
            for one, data, kind in beside))

    # What binds people to the result

    def replaced(self, path, data, signed):
        """Looks for a correction of a result, in its folder and in those in it."""
        here = listed(os.path.dirname(path) or ".")
        for file in sorted(here + [one for folder in here for one in listed(folder)]):
            try:
                other = parse(read(file)) if file.endswith(".json") else None
                void = is_result(other) and other["replaces"]["sha256"] == sha256(data)
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
    sys.stdout.reconfigure(errors="backslashreplace")  # the name of a file may be of any bytes
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
        is_missing = isinstance(fault, (FileNotFoundError, NotADirectoryError))
        return 66 if is_missing else 74 if isinstance(fault, OSError) else 65
    verdict = certificate.attempt("members", certificate.verify) or "differs"
    print("\n" + verdict)
    return 0 if verdict in ("certified", "agrees") else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
