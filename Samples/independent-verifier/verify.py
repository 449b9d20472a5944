#!/usr/bin/env python3
"""A second verifier of Kiểm Phiếu results, written from the documentation, not from the program.

    python3 verify.py RESULT [--election FILE] [--signers FILE]

Counts the ballots again, works out all that the result must say, and compares. Exit status: 0 for
certified and agrees, 1 for differs and unfinished, 64 wrong usage, 65 no result, 66 no such file.
"""
import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from unicodedata import normalize

from ballots import GROUNDS, TEXT, Ballots, demand, visible
from elections import (CANDIDATE, CONTEST, DIGEST, ELECTION, HEADING, complete, conform, parse,
                       read_election)
from rules import CHAIN, GUIDANCES, Outcome, same


ENTRY = {"name*": TEXT, "bytes*": (0, 1 << 62), "sha256": DIGEST, "tree": DIGEST,
         "quorum": ELECTION["roster"]["quorum*"]}
PART = {"contests*": [TEXT], "ballotsReplaced*": bool}
TALLY = {"undervotes", "validByVotes", "invalidBearing", "otherWords", "rulings", "files"}
BALLOTS = {"issued", "returned", "recorded", "valid", "invalid", "invalidByReason", "debatable",
           "ruledValid"}


def canonical(value):
    """The bytes of a result in the form of RFC 8785 (its keys are ASCII)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode(errors="surrogatepass")


def sha256(data):
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
        return [line for key in sorted({**stated, **found}) for line in compare(
            stated.get(key, ...), found.get(key, ...), where + "." + key)]
    if isinstance(stated, list) and isinstance(found, list) and len(stated) == len(found):
        return [line for i, both in enumerate(zip(stated, found))
                for line in compare(*both, "%s[%d]" % (where, i))]
    right = type(stated) is type(found) and stated == found
    return [] if right else ["%s: it says %r, and must say %r" % (where, stated, found)]


def election_of(result):
    """The election that a result says it is of, and the counts that it states."""
    election, counts = {**result["election"], "regulation": result["regulation"]}, []
    election["contests"] = [{**one} for one in result["contests"]]
    for one in election["contests"]:
        counts.append({"votes": [person["votes"] for person in one["candidates"]],
                       "ballots": one["ballots"], "tally": one["tally"]})
        paper = {**one["ballots"], **({"papers": one["papers"]} if "papers" in one else {})}
        one["ballots"] = {key: paper[key] for key in ("issued", "returned", "papers") if key in paper}
        one["ballots"]["files"] = [file["name"] for file in one["files"]]
        one["candidates"] = [{key.rstrip("*"): person[key.rstrip("*")] for key in CANDIDATE
                              if key.rstrip("*") in person} for person in one["candidates"]]
        conform({key: one[key] for key in map(lambda key: key.rstrip("*"), CONTEST)
                 if one.get(key) is not None}, CONTEST)
        complete(one)
    return election, counts


def unsound(contest):
    """The control totals that the figures of a contest break."""
    ballots, tally, votes = contest["ballots"], contest["tally"], [
        person["votes"] for person in contest["candidates"]]
    valid, by_votes = ballots["valid"], tally["validByVotes"]
    pairs = {
        "valid + invalid = recorded": (valid + ballots["invalid"], ballots["recorded"]),
        "reasons = invalid": (sum(ballots["invalidByReason"].values()), ballots["invalid"]),
        "seats x valid = votes + undervotes": (contest["seats"] * valid,
                                               sum(votes) + tally["undervotes"]),
        "valid by votes = valid": (sum(by_votes), valid),
        "votes by ballot = votes": (sum(n * many for n, many in enumerate(by_votes)), sum(votes)),
        "files = recorded": (sum(file["ballots"] for file in tally["files"]), ballots["recorded"]),
        "words = other": (sum(one["ballots"] for one in tally["otherWords"]),
                          tally["invalidBearing"].get("other", 0)),
        "rulings = ruled valid": (sum(one["ballots"] for one in tally["rulings"]),
                                  ballots["ruledValid"])}
    parts = [ballots["debatable"], *ballots["invalidByReason"].values(), *votes, *by_votes]
    known = set(GROUNDS).issuperset({**ballots["invalidByReason"], **tally["invalidBearing"]})
    demand(tally.keys() == TALLY and ballots.keys() == BALLOTS and known and min(parts) >= 0
           and max(votes) <= valid and max(parts) <= ballots["recorded"]
           and ballots["ruledValid"] <= ballots["debatable"], "figures that cannot be")
    return ["%s: %s, %d and %d" % (contest["id"], name, *pair) for name, pair in pairs.items()
            if pair[0] != pair[1]]


def expected(result, election, counts, earlier):
    """The whole result, given the election, the counts and the earlier results."""
    known = [{"issued": day, "number": name} for day, name in GUIDANCES[election["regulation"]]
             if day <= election["date"]]
    demand(result["digest"] in ("sha256", "tree", "none"), "an unknown digest")
    files = result["after"] + [one for one in (result["plan"], result["roster"]) if one is not None]
    for file in files + [file for one in result["contests"] for file in one["files"]]:
        conform({key: value for key, value in file.items() if value is not None}, ENTRY)
    if result["part"] is not None:
        conform(result["part"], PART)
    whole = {key: result[key] for key in ("digest", "part", "after", "plan", "roster")}
    whole["engine"] = {"name": "kiemphieu", "version": str(result["engine"]["version"])}
    whole.update(Outcome(election).claims(counts, earlier), format="kiemphieu-result", version=1,
                 regulation=election["regulation"], guidance=known[-1] if known else None)
    whole["election"] = {**result["election"], **{key: election[key] for key in HEADING}}
    whole["election"] = {key: whole["election"][key] for key in ("bytes", "sha256", *HEADING)}
    whole["self"] = sha256(canonical({key: result[key] for key in result if key != "self"}))
    if "replaces" in result:
        whole["replaces"] = conform(result["replaces"], {"sha256*": DIGEST, "because*": TEXT})
    files = {one["id"]: one["files"] for one in result["contests"]}
    for contest in whole["contests"]:
        contest["files"] = files.get(contest["id"])
    return whole


def contradictions(data, known):
    """Where an earlier result is not canonical, or does not follow from its own figures.

    `known` are the results at hand, by the digests of their files.
    """
    result = parse(data)
    found = [] if data == canonical(result) else ["its bytes are not canonical"]
    before = [(one["name"], known[one["sha256"]]) for one in result["after"] if one["sha256"] in known]
    whole = expected(result, *election_of(result), before)
    if len(before) < len(result["after"]):  # what rests on those before it cannot be known
        for contest in result["contests"] + whole["contests"]:
            contest["findings"] = [one for one in contest["findings"] if one["code"] not in CHAIN]
        result["findings"] = whole["findings"] = []
    return found + compare(result, whole) + [line for one in result["contests"] for line in unsound(one)]


def signer(data, file, roster, command):
    """The principal whose signature on `data` lies in a file, in its one canonical form."""
    with open(file, "rb") as opened:
        armour = opened.read()
    inner = re.fullmatch(b"-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)"
                         b"-----END SSH SIGNATURE-----\n", armour)
    demand(inner, "no signature")
    blob = base64.b64decode(inner[1])
    text = base64.b64encode(blob)
    demand(b"".join(text[at:at + 70] + b"\n" for at in range(0, len(text), 70)) == inner[1],
           "the armour is not in its canonical form")
    fields, at = [], 10
    while at < len(blob):
        end = at + 4 + int.from_bytes(blob[at:at + 4], "big")
        fields.append(blob[at + 4:end])
        at = end
    demand(at == len(blob) and blob[:10] == b"SSHSIG\0\0\0\1" and len(fields) == 5 and fields[1:3] == [
        b"kiemphieu-result", b""] and fields[3] in (b"sha512", b"sha256"), "not made for a result")
    demand(fields[0] in roster, "the key is not on the list of signers")
    done = subprocess.run(command + ["-I", roster[fields[0]], "-s", file], input=data,
                          capture_output=True, check=False)
    demand(done.returncode == 0, "ssh-keygen does not find it good")
    return roster[fields[0]]


def modulus_bits(key):
    """The bits of the modulus of an RSA key."""
    fields, at = [], 0
    while at < len(key):
        end = at + 4 + int.from_bytes(key[at:at + 4], "big")
        fields.append(key[at + 4:end])
        at = end
    demand(at == len(key) and len(fields) == 3, "no RSA key")
    return int.from_bytes(fields[2], "big").bit_length()


def read_roster(data):
    """Who may sign, by public key, of an allowed-signers file of OpenSSH."""
    roster, people = {}, {}
    for line in data.decode().replace("\r\n", "\n").split("\n"):
        if line.strip() and not line.startswith("#"):
            found = re.fullmatch('("?)((?:head|member|presidium):([^",*?!]+))\\1[ \t]+(?:namespaces="kiemphi'
                                 'eu-result"[ \t]+)?([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+=*)(?:[ \t].*)?', line)
            demand(found and visible(found[2]), "a line of the list of signers: %r" % line)
            principal, name, kind, key = found[2], found[3], found[4], base64.b64decode(found[5])
            demand(key[4:].startswith(kind.encode()) and key[3] == len(kind) and re.match(
                "(sk-)?(ssh-ed25519|ecdsa-sha2-)|ssh-rsa$", kind), "no such kind of key: %r" % line)
            demand(kind != "ssh-rsa" or modulus_bits(key) >= 2048, "too weak a key: %r" % line)
            demand(" ".join(name.split()) == name and key not in roster, "signers: %r" % line)
            demand(people.setdefault(normalize("NFC", name).lower(), principal) == principal,
                   "a name in two roles, or two spellings: %s" % name)
            roster[key] = principal
    demand(roster, "nobody may sign")
    return roster


class Certificate:
    """The checks of a result, printed one by one, and the verdict."""

    def __init__(self, path, election, signers):
        self.failed = self.open = self.signed = False
        self.path, self.signers = path, None
        self.election = election or os.path.join(os.path.dirname(path), "election.json")
        self.folder = os.path.dirname(self.election) or "."
        with open(path, "rb") as file:
            self.data = file.read()
        self.result = parse(self.data)
        demand(isinstance(self.result, dict) and self.result.get("format") == "kiemphieu-result"
               and self.result.get("version") == 1, "no result")
        if signers:
            with open(signers, "rb") as file:
                self.signers = file.read()
            read_roster(self.signers)

    def check(self, name, differences=(), unless=None, material=True):
        """Prints a check: passed, failed with the differences, or open with the reason."""
        self.failed |= bool(differences)
        self.open |= material and unless is not None
        print("✗" if differences else "?" if unless else "✓", name + ":", "failed" if differences
              else "not checked, because " + unless if unless else "passed")
        for line in differences:
            print("    " + line)

    def attempt(self, name, work, *values):
        """What `work` gives; a failed check where it finds a fault."""
        try:
            return work(*values)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as fault:
            self.check(name, ["%s: %s" % (type(fault).__name__, fault)])
            return None

    def evidence(self, name, stated, kind):
        """The bytes of a file of evidence (None if missing), and what the result must say of it."""
        path = os.path.join(self.folder, name)
        real, root = os.path.realpath(path), os.path.join(os.path.realpath(self.folder), "")
        if not real.startswith(root) or not os.path.isfile(real):
            self.check("file " + name, unless="it is not there")
            return None, stated
        with open(real, "rb") as file:
            data = file.read()
        entry = {"name": os.path.normpath(name), "bytes": len(data),
                 "sha256": sha256(data) if kind == "sha256" else None}
        if kind == "tree":
            entry["tree"] = tree([data[at:at + 65536] for at in range(0, len(data), 65536)]).hex()
        self.check("file " + name, [] if stated is None else compare(
            {key: stated.get(key) for key in entry}, entry),
            "the result has no digest of it" if kind == "none" else None)
        return data, entry

    def verify(self):
        """Makes all checks; the verdict."""
        result, kind = self.result, self.result.get("digest")
        plain = "none" if kind == "none" else "sha256"
        self.check("form", [] if self.data == canonical(result) else ["the bytes are not canonical"])
        known = result["engine"]["version"] == "0.1.0"
        self.check("engine", unless=None if known else "its version is unknown")
        election, stated = election_of(result)
        stated = {one["id"]: counts for one, counts in zip(election["contests"], stated)}
        data, file = self.evidence(os.path.basename(self.election), None, plain)
        election = data is not None and self.attempt("electionFile", read_election, data)
        if not election:
            self.check("claims by themselves", contradictions(self.data, {}))
            return self.verdict()
        if result["part"] is not None:
            part = result["part"]
            shown = [one for one in election["contests"] if one["id"] in part["contests"]]
            replaced = part["ballotsReplaced"]
            self.check("part", [] if part["contests"] == [one["id"] for one in shown] and (
                replaced or len(shown) < len(election["contests"])) else ["it is none"],
                       "nothing binds the ballots to the election" if replaced else None)
            wanted = set(part["contests"])
            for one in reversed(election["contests"]):
                wanted |= {one["follows"]} if one["id"] in wanted else set()
            election["contests"] = [one for one in election["contests"] if one["id"] in wanted]
        signed = election.get("roster")
        self.signers_file = os.path.join(self.folder, signed["file"]) if signed else None
        earlier, entries, counts = self.earlier(election["after"], plain), [], []
        for name, _, entry in earlier:
            entries.append(entry)
        missing = any(one is None for _, one, _ in earlier)
        earlier = [(name, one) for name, one, _ in earlier if one]
        for contest in election["contests"]:
            counts.append(self.recount(contest, kind, stated))
        if not all(one for one, _ in counts):
            return self.verdict()
        whole = expected(result, election, [one for one, _ in counts], earlier)
        for contest, (_, files) in zip(whole["contests"], counts):
            contest["files"] = files
        if missing:  # then some findings cannot be known, nor what a round follows
            whole["findings"] = result["findings"]
            said = {one["id"]: one["findings"] for one in result["contests"]}
            for contest in whole["contests"]:
                contest["findings"] = said.get(contest["id"])
        else:
            self.rounds(whole["contests"], earlier)
        whole["contests"] = [one for one in whole["contests"] if result["part"] is None
                             or one["id"] in result["part"]["contests"]]
        for contest in whole["contests"]:
            if contest["status"] == "incomplete":
                self.check("[%s]" % contest["id"], unless="its papers do not add up")
        whole["after"] = entries
        if file:
            whole["election"].update({key: file[key] for key in ("bytes", "sha256")})
        plan = election.get("plan")
        whole["plan"] = self.evidence(plan, result["plan"], plain)[1] if plan else None
        roster, signers = election.get("roster"), None
        if roster:
            signers, entry = self.evidence(roster["file"], result["roster"], plain)
            whole["roster"] = {**entry, "quorum": roster["quorum"]}
            if plain == "sha256" and entry["sha256"] != roster["sha256"]:
                self.check("signers", ["the election file means another list"])
        self.report(compare(result, whole), [line for one in result["contests"] for line in unsound(one)])
        self.replaced(self.path, self.data, bool(roster))
        if roster or self.signers:
            self.signed = True
            self.attempt("signatures", self.signatures, self.path, self.data, self.signers or signers,
                         roster["quorum"] if roster else {})
        return self.verdict()

    def verdict(self):
        return ("differs" if self.failed else "unfinished" if self.open else
                "certified" if self.signed else "agrees")

    def report(self, differences, totals):
        """Prints the differences by what they are about."""
        left = differences
        for name, pattern in [
                ("self", r"result\.self"), ("findings", r".*\.findings"),
                ("evidence", r".*(\.files|\.plan|\.roster|\.after|\.bytes|\.sha256)"),
                ("counts", r".*\.(ballots|tally|votes|invalidByReason)"), ("shares", r".*\.percent"),
                ("decision", r".*\.(base|needed|elected|because|article|status.*|tie|vacant)"),
                ("contest", r"result\.contests"), ("heading and members", "")]:
            self.check(name, [line for line in left if re.match(pattern, line)])
            left = [line for line in left if not re.match(pattern, line)]
        self.check("totals", totals)

    def recount(self, contest, kind, stated):
        """The counts of a contest and what the result must say of its files."""
        files, entries, name = [], [], "[%s] ballots" % contest["id"]
        known = {one["name"]: one for one in next(
            (one["files"] for one in self.result["contests"] if one["id"] == contest["id"]), [])}
        for file in map(os.path.normpath, contest["ballots"]["files"]):
            data, entry = self.evidence(file, known.get(file), kind)
            files.append((file, data))
            entries.append(entry)
        packed = [file for file, data in files if data and data[:4] == b"\x89KPB"]
        counts = None
        if packed or any(data is None for _, data in files):
            self.check(name, unless="files are packed" if packed else "files are missing")
        else:
            counts = self.attempt(name, Ballots(contest).count, files)
            if counts:
                self.check(name)
        return counts or stated.get(contest["id"]), entries

    def earlier(self, after, kind):
        """Checks the earlier results: for each its name, its value, what the result must say of it."""
        found, known, stated = [], {}, self.result["after"]
        for i, wanted in enumerate(after):
            name = os.path.normpath(wanted["result"])
            data, entry = self.evidence(name, stated[i] if stated[i:] else None, kind)
            found.append((name, data and self.attempt(name, parse, data), entry))
            if data is None:
                continue
            known[sha256(data)] = found[-1][1]
            self.check("earlier " + name, ["the election file means another file"] * (
                sha256(data) != wanted["sha256"]) + (self.attempt(
                    name, contradictions, data, known) or []))
            path = os.path.join(self.folder, name)
            self.replaced(path, data, True)
            if found[-1][1]["digest"] == "none":
                self.check("earlier " + name, unless="it has no digests")
            self.attempt(name, self.earlier_signatures, path, data, found[-1][1]["roster"])
            beside = os.path.join(os.path.dirname(path), "election.json")
            if os.path.isfile(beside):
                verdict = Certificate(path, None, None).verify()
                self.check("earlierRecount " + name, ["it differs"] * (verdict == "differs"),
                           "it is unfinished" if verdict == "unfinished" else None)
                continue
            files = [file["name"] for one in found[-1][1]["contests"] for file in one["files"]]
            self.check("earlierRecount " + name, unless="it is to be verified by itself", material=any(
                os.path.exists(os.path.join(os.path.dirname(path), file)) for file in files))
        return found

    def earlier_signatures(self, path, data, roster):
        """Checks the signatures of an earlier result that states a roster."""
        if roster is None or roster["sha256"] is None:
            return
        demand(any(roster["quorum"].values()), "nobody must sign it")
        beside, own = os.path.join(os.path.dirname(path), roster["name"]), self.signers_file
        if not os.path.isfile(beside) and own and os.path.isfile(own):
            with open(own, "rb") as file:
                beside = own if sha256(file.read()) == roster["sha256"] else beside
        signers = None
        if os.path.isfile(beside):
            with open(beside, "rb") as file:
                signers = file.read()
            demand(sha256(signers) == roster["sha256"], "another list of signers")
        self.signatures(path, data, signers, roster["quorum"])

    def rounds(self, contests, earlier):
        """Checks that later rounds fit the contests that they follow."""
        for i, contest in enumerate(contests):
            if not contest["kind"]:
                continue
            before = [one for one in contests[:i] + [one for _, result in earlier for one in result[
                "contests"]] if one["id"] == contest["follows"]]
            faults = [] if len(before) == 1 else ["what it follows is not there, or twice"]
            for former in before[:1]:
                tie, people = former["tie"], contest["candidates"]
                tied = [person for person in former["candidates"]
                        if tie and person["number"] in tie["candidates"]]
                faults += ["another office"] * (former["office"] != contest["office"])
                faults += ["nothing was left"] * (not former["vacant"] or former["status"] not in (
                    "short", "tied"))
                faults += ["the re-vote goes first"] * bool(
                    tie and former["kind"] != "tieBreak" and contest["kind"] == "continuation")
                if contest["kind"] == "tieBreak":
                    fits = tie and tie["seats"] == contest["seats"] and len(tied) == len(people) and all(
                        sum(same(one, person) for one in people) == 1 for person in tied)
                    faults += [] if fits else ["other names or seats than those tied"]
            self.check("[%s] round" % contest["id"], faults)

    def replaced(self, path, data, signed):
        """Looks for a correction of a result, in its folder and in those in it."""
        here = os.path.dirname(path) or "."
        folders = [here] + [one.path for one in os.scandir(here) if one.is_dir()]
        for file in sorted(one.path for folder in folders for one in os.scandir(folder)):
            try:
                with open(file if file.endswith(".json") else os.devnull, "rb") as opened:
                    other = parse(opened.read())
                void = other["replaces"]["sha256"] == sha256(data)
            except (OSError, ValueError, KeyError, TypeError, RecursionError):
                continue
            if void:
                self.check("replaced by " + file, [] if signed else ["%s is void" % path],
                           "the correction is to be verified by itself" if signed else None)

    def signatures(self, path, data, signers, quorum):
        """Checks every signature beside a result, and the quorum."""
        if signers is None:
            return self.check("signatures", unless="the list of signers is missing")
        roster = read_roster(signers)
        have, faults = set(), []
        folder, name = os.path.split(path)
        with tempfile.NamedTemporaryFile() as list_of_signers:
            list_of_signers.write(signers)
            list_of_signers.flush()
            command = ["ssh-keygen", "-Y", "verify", "-n", "kiemphieu-result", "-f", list_of_signers.name]
            for file in sorted(os.listdir(folder or ".")):
                if file.startswith(name + ".") and file.endswith(".sig"):
                    try:
                        who = signer(data, os.path.join(folder, file), roster, command)
                        have.add(who)
                        print("  %s has signed: %s" % (who, file))
                    except FileNotFoundError:
                        return self.check("signatures", unless="there is no ssh-keygen")
                    except (OSError, ValueError) as fault:
                        faults.append("%s: %s" % (file, fault))
        roles = Counter(one.split(":")[0] for one in have)
        enough = have and all(roles[role] >= many for role, many in quorum.items())
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
        certificate = Certificate(paths[0], options["--election"], options["--signers"])
    except (OSError, ValueError, RecursionError) as fault:
        print("%s: %s" % (paths[0], fault), file=sys.stderr)
        return 66 if isinstance(fault, OSError) else 65
    verdict = certificate.attempt("members", certificate.verify) or "differs"
    print("\n" + verdict)
    return 0 if verdict in ("certified", "agrees") else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
