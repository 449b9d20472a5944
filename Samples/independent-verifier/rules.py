"""The rules of Kiểm Phiếu results: who is elected, by which article, and what is to be said.

Written from the counting rules (rules §2, §5 to §8, §10) and the page ResultFile of
Sources/Documents/Documents.docc. The table of citations is that of Sources/Rulebooks/Rulebooks.docc.
"""
import re
from types import SimpleNamespace
from unicodedata import normalize

REGULATIONS = {"244-QD/TW": ("2014-06-09", "2024-10-09"), "190-QD/TW": ("2024-10-10", "9999")}
GUIDANCES = {"244-QD/TW": [("2014-10-06", "04-HD/TW"), ("2020-03-20", "03-HD/TW")],
             "190-QD/TW": [("2024-12-31", "04-HD/TW")]}
# Where each provision stands: its rule, then attestation and article in 244-QD/TW and 190-QD/TW.
CITATIONS = {provision: (rule, old, new) for rule, provisions, old, new in [
    ("R-OFFICE", "committee", "text Đ19", "text Đ17"),
    ("R-OFFICE", "standingCommittee", "unverified Đ21", "reading Đ20"),
    ("R-OFFICE", "secretary deputySecretary", "unverified Đ22", "reading Đ21"),
    ("R-OFFICE", "inspectionCommittee inspectionChair inspectionDeputyChair",
     "unverified Đ23-24", "reading Đ22"),
    ("R-OFFICE", "delegates", "text Đ20", "unverified Đ18"),
    ("R-OFFICE", "alternateDelegates", "unverified Đ20", "unverified Đ18"),
    ("R-OFFICE", "oneBallot", "text Đ19.9", "unverified Đ17"),
    ("R-OFFICE", "branch", "text Điều lệ Đảng", "text Điều lệ Đảng"),
    ("R-FORM", "form", "text Đ17.1", "reading Đ15"),
    ("R-VALID", "debatable", "reading Đ17", "reading Đ15"),
    ("R-INVENTORY", "inventory", "reading Đ7", "reading Đ8"),
    ("R-INVENTORY", "void", "text Giải đáp năm 2020", "text Giải đáp năm 2020"),
    ("R-BASE", "base-memberCongress", "text Đ32.2", "text Đ30"),
    ("R-BASE", "base-delegateCongress", "text Đ32.3", "unverified Đ30"),
    ("R-BASE", "base-committee base-inspectionCommittee", "unverified Đ32.4", "unverified Đ30"),
    ("R-MAJORITY", "majority", "text Đ32", "text Đ30"),
    ("R-RANK", "rank", "practice Đ32.5", "practice Đ30"),
    ("R-TIE", "tie", "unverified Đ32", "unverified Đ30"),
    ("R-SHORT", "short", "reading Đ32", "reading Đ30"),
    ("R-SHORT", "delegateRounds", "text Đ20.2", "unverified Đ18"),
    ("R-SHORT", "secretaryRounds") + ("text 29-QĐ/TW (2016) mục 24; 294-QĐ/TW (2025)",) * 2,
] for provision in provisions.split()}
ORDER = ["committee", "standingCommittee", "secretary", "deputySecretary", "inspectionCommittee",
         "inspectionChair", "inspectionDeputyChair"]
CHAIN = {"officeRepeated", "notElectedToBody", "ambiguousPerson", "holdsHigherOffice", "membersDiffer",
         "roundNumber", "otherOrganization", "otherTerm", "continuationSeats", "alreadyElected"}  # what rests on earlier results
CONGRESSES = ["memberCongress", "delegateCongress"]


def same(one, two):
    """R-OFFICE: whether two entries on two lists are one person."""
    if "person" in one and "person" in two:
        return one["person"] == two["person"]
    born, day = one.get("birthDate", ""), two.get("birthDate", "")
    return normalize("NFC", one["name"]) == normalize("NFC", two["name"]) and (
        born.startswith(day) or day.startswith(born))


def elected_to(office, contests):
    return [person for one in contests if one["office"] == office
            for person in one["candidates"] if person["elected"]]


def match(person, people, office, contests):
    """Whether one of a list was elected to an office: None for no, False for perhaps."""
    hits = [one for one in elected_to(office, contests) if same(one, person)]
    sure = [one for one in hits if "person" in one and "person" in person
            or "birthDate" in one and "birthDate" in person]
    if len(sure) == 1 or not hits:
        return bool(sure) or None
    return len(hits) == 1 and sum(same(hits[0], other) for other in people) == 1


class Outcome:
    """The decisions on an election under a regulation, and what is to be said of them."""

    def __init__(self, election):
        self.election = election
        self.book, self.date, self.contests = (election[k] for k in ("regulation", "date", "contests"))
        self.branch = re.match("chi bộ( |$)", election["organization"].lower()) is not None

    def cite(self, provision):
        """The rule, the attestation and the article of a provision."""
        line = CITATIONS[provision]
        return [line[0]] + line[1 + list(REGULATIONS).index(self.book)].split(" ", 1)

    def finding(self, code, provision, **values):
        rule, attestation, article = self.cite(provision)
        severity = ("error" if code in ("void", "recordedDiffers", "issuedExceedsPresent") else
                    "info" if code in ("returnedFewer", "tieBreak", "short", "delegatesShort")
                    else "warning")
        return {"code": code, "rule": rule, "article": article, "values": values,
                "attestation": attestation, "severity": severity}

    def claims(self, counts, earlier):
        """The contests and findings of the result, from the counts and the earlier results."""
        contests = [self.decide(*both) for both in zip(self.contests, counts)]
        prior = [{**contest, "origin": result["election"]} for _, result in earlier
                 for contest in result["contests"]]
        for i, contest in enumerate(contests):
            contest["findings"] = self.findings(contest, prior, contests[:i], contests[i + 1:])
        first, last = REGULATIONS[self.book]
        forced = [] if first <= self.date <= last else [("regulationForced", "majority", {
            "regulation": self.book, "date": self.date})]
        late = [("priorResultLater", "oneBallot", {"file": name, "date": one["election"]["date"]})
                for name, one in earlier if one["election"]["date"] > self.date]
        part = [("priorResultPart", "oneBallot", {"file": name}) for name, one in earlier if one["part"]]
        return {"contests": contests, "findings": [
            self.finding(code, on, **values) for code, on, values in forced + late + part]}

    def decide(self, contest, counted):
        """What a result says of a contest, but for files and findings (rules §5 to §7, §10)."""
        seats, votes, base, paper = contest["seats"], counted["votes"], contest["base"], contest["ballots"]
        again, claims = contest["kind"] == "tieBreak", {key: contest[key] for key in (
            "id", "office", "title", "seats", "round", "kind", "follows", "form", "electorate", "base")}
        needed, tie, void = 1 if again else base // 2 + 1, None, None
        ranked = sorted((n for n, vote in enumerate(votes, 1) if vote >= needed),
                        key=lambda n: (-votes[n - 1], n))
        elected = ranked[:seats]
        if len(ranked) > seats and votes[ranked[seats] - 1] == votes[ranked[seats - 1] - 1]:
            last = votes[ranked[seats] - 1]
            elected = [n for n in ranked if votes[n - 1] > last]
            tie = {"votes": last, "candidates": [n for n in ranked if votes[n - 1] == last],
                   "seats": seats - len(elected)}
        status, why = (("tied", "tie") if tie else ("short", "short") if len(elected) < seats
                       else ("filled", "tie" if again else "rank"))
        if paper["returned"] > paper["issued"]:
            status = void = "void"
        elif (counted["ballots"]["recorded"] != paper["returned"]
              or paper["issued"] > contest["electorate"]["present"]):
            status, void = "incomplete", "inventory"
        elected, tie, why = ([], None, void) if void else (elected, tie, why)
        claims["candidates"] = []
        for n, (person, vote) in enumerate(zip(contest["candidates"], votes), 1):
            rule, _, article = self.cite(void or (
                "tie" if again or tie and n in tie["candidates"] else
                "rank" if vote >= needed else "majority"))
            percent = "%d,%02d" % divmod((20000 * vote + base) // (2 * base), 100)
            claims["candidates"].append({**person, "votes": vote, "percent": percent, "because": rule,
                                         "article": article, "elected": n in elected})
        if "papers" in paper:
            claims["papers"] = paper["papers"]
        claims["statusRule"], _, claims["statusArticle"] = self.cite(why)
        claims["ballots"] = {**counted["ballots"], "issued": paper["issued"], "returned": paper["returned"]}
        claims.update(needed=needed, tally=counted["tally"], elected=elected, status=status, tie=tie,
                      vacant=seats - len(elected))
        return claims

    def findings(self, claims, prior, here, later):
        """What is to be said of a contest; with those of earlier results, before it, after it."""
        v = SimpleNamespace(**{
            "printed": None, "spoiled": 0, "unused": 0, "destroyed": 0, **claims["electorate"],
            **claims["ballots"], **claims.get("papers", {}), **claims, "from": 9, "rounds": 3})
        v.debatable, v.ruledValid, v.members, v.filled = (
            v.ballots["debatable"], v.ballots["ruledValid"], v.convened, len(v.elected))
        office, again, found, branch = v.office, v.kind == "tieBreak", [], self.branch
        leading, before = office in ("secretary", "deputySecretary"), prior + here
        known = before + [one for one in later if one["office"] != office]
        offices = [one["office"] for one in known]

        def say(truth, code, provision, keys="", person=None, **values):
            if truth:
                of = {"candidate": person["number"], "name": person["name"]} if person else {}
                of.update({key: getattr(v, key) for key in keys.split()})
                found.append(self.finding(code, provision, **of, **values))

        say(v.returned > v.issued, "void", "void", "issued returned")
        say(v.recorded != v.returned, "recordedDiffers", "inventory", "recorded returned")
        say(v.issued > v.present, "issuedExceedsPresent", "inventory", "issued present")
        say(v.returned < v.issued, "returnedFewer", "inventory", "issued returned")
        say(v.printed not in (None, v.issued + v.spoiled + v.unused), "papersDiffer", "inventory",
            "printed issued spoiled unused")
        say(v.destroyed > v.spoiled + v.unused, "papersDestroyed", "inventory",
            "destroyed spoiled unused")
        say(v.debatable, "debatable", "debatable", "debatable ruledValid")
        say(v.present > v.base, "presentExceedsBase", "base-" + v.body, "present base")
        say(again, "tieBreak", "tie", "seats")
        say(v.tie, "tiedAgain" if again else "tied", "tie", **(v.tie or {}))
        short = v.status == "short"
        say(short, "short", "short", "seats", elected=v.filled)
        say(short and "elegates" in office, "delegatesShort", "delegateRounds", "round")
        say(short and branch and office == "secretary" and v.round >= 3, "higherCommitteeAppoints",
            "secretaryRounds", "round rounds")
        bases = [] if again or v.status in ("void", "incomplete") else ["base-" + v.body]
        for basis in bases + ["tie"] * bool(again or v.tie):
            say(self.cite(basis)[1] == "unverified", "unverifiedRule", basis)
        say(v.body not in (CONGRESSES + ["committee"] * (not branch) if leading else
                           ["inspectionCommittee"] if office == "inspectionDeputyChair" else
                           ["committee"] if office in ORDER[1:] else CONGRESSES), "wrongElectingBody",
            "branch" if leading and branch and v.body == "committee" else office, "body office")
        once = [one["id"] for one in before if one["office"] == office and not v.kind
                and one["status"] not in ("void", "incomplete")]
        say(once, "officeRepeated", "oneBallot", "office", contest="".join(once[:1]))
        taken = {"standingCommittee": "committee", "inspectionChair": "inspectionCommittee",
                 "inspectionDeputyChair": "inspectionCommittee"}.get(office)
        if leading:
            taken = "standingCommittee" if "standingCommittee" in offices else "committee"
        for person in v.candidates if taken in offices else []:
            matched = match(person, v.candidates, taken, known)
            say(not matched, "notElectedToBody" if matched is None else "ambiguousPerson", office,
                person=person, body=taken)
        for person in v.candidates if office == "deputySecretary" else []:
            say(match(person, [person], "secretary", known), "holdsHigherOffice", office,
                person=person, body="secretary")
        say(office == "standingCommittee" and v.body == "committee" and v.convened < 9,
            "committeeTooSmall", office, "members from")
        members = len(elected_to(v.body, known))
        say(v.body in offices and members != v.convened, "membersDiffer", "base-" + v.body,
            "convened", elected=members)
        if branch and office == "committee":
            small = v.body == "memberCongress" and v.convened < 9
            say(small, "branchTooSmall", "branch", "members from")
            say(not small and v.seats > 7, "branchCommitteeTooLarge", "branch", "seats", atMost=7)
        say(branch and office == "deputySecretary" and v.seats > 1, "branchDeputies", "branch",
            "seats", atMost=1)
        behind = ORDER[ORDER.index(office) + 1:] if office in ORDER and not v.kind else []
        wrong = [one["office"] for one in here if one["office"] in behind and not one["kind"]]
        say(wrong, "officeOrder", office, "office", before=max(wrong, key=ORDER.index, default=""))
        chain = [one for one in before if v.kind and one["id"] == v.follows][:1]
        for former in chain:
            say(v.round <= former["round"], "roundNumber", "short", "round", previous=former["round"])
            for key in ("organization", "term"):
                other = former.get("origin", self.election)[key]
                say(normalize("NFC", other) != normalize("NFC", self.election[key]),
                    "other" + key.title(), "short", **{key: other})
        say(branch and office == "secretary" and v.round > 3, "tooManyRounds", "secretaryRounds",
            "round", atMost=3)
        for former in chain if v.kind == "continuation" else []:
            say(v.seats > former["vacant"], "continuationSeats", "short", "seats",
                vacant=former["vacant"])
            for person in v.candidates:
                say(match(person, v.candidates, office, chain), "alreadyElected", "short",
                    person=person)
        plain = [normalize("NFC", person["name"]) for person in v.candidates]
        for n, person in enumerate(v.candidates, 1):
            alike = [i for i, name in enumerate(plain, 1) if name == plain[n - 1]]
            say(alike[1:] and alike[0] == n, "sameName", "form", name=person["name"], candidates=alike)
        for person, name in zip(v.candidates, plain):
            say(person["name"] != name, "nameNotNormalized", "form", person=person)
        return found
