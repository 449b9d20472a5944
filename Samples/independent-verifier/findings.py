"""What is to be said of a contest beside its figures: findings, with the rules and articles they rest on.

The codes are on the page ResultFile.md, what each cites on Citations.md.
"""
from types import SimpleNamespace
from unicodedata import normalize

from documents import ORDER, REGULATIONS

# What a result cites: the rule, then under each regulation how well it is attested, and the article.
SECRETARY_ROUNDS = "text 29-QĐ/TW (2016) mục 24; 294-QĐ/TW (2025)"
CITATIONS = {
    "committee": ("R-OFFICE", "text Đ19", "text Đ17"),
    "standingCommittee": ("R-OFFICE", "unverified Đ21", "reading Đ20"),
    "secretary": ("R-OFFICE", "unverified Đ22", "reading Đ21"),
    "deputySecretary": ("R-OFFICE", "unverified Đ22", "reading Đ21"),
    "inspectionCommittee": ("R-OFFICE", "unverified Đ23-24", "reading Đ22"),
    "inspectionChair": ("R-OFFICE", "unverified Đ23-24", "reading Đ22"),
    "inspectionDeputyChair": ("R-OFFICE", "unverified Đ23-24", "reading Đ22"),
    "delegates": ("R-OFFICE", "text Đ20", "unverified Đ18"),
    "alternateDelegates": ("R-OFFICE", "unverified Đ20", "unverified Đ18"),
    "oneBallot": ("R-OFFICE", "text Đ19.9", "unverified Đ17"),
    "branch": ("R-OFFICE", "text Điều lệ Đảng", "text Điều lệ Đảng"),
    "form": ("R-FORM", "text Đ17.1", "reading Đ15"),
    "debatable": ("R-VALID", "reading Đ17", "reading Đ15"),
    "inventory": ("R-INVENTORY", "reading Đ7", "reading Đ8"),
    "void": ("R-INVENTORY", "text Giải đáp năm 2020", "text Giải đáp năm 2020"),
    "base-memberCongress": ("R-BASE", "text Đ32.2", "text Đ30"),
    "base-delegateCongress": ("R-BASE", "text Đ32.3", "unverified Đ30"),
    "base-committee": ("R-BASE", "unverified Đ32.4", "unverified Đ30"),
    "base-inspectionCommittee": ("R-BASE", "unverified Đ32.4", "unverified Đ30"),
    "majority": ("R-MAJORITY", "text Đ32", "text Đ30"),
    "rank": ("R-RANK", "practice Đ32.5", "practice Đ30"),
    "tie": ("R-TIE", "unverified Đ32", "unverified Đ30"),
    "short": ("R-SHORT", "reading Đ32", "reading Đ30"),
    "delegateRounds": ("R-SHORT", "text Đ20.2", "unverified Đ18"),
    "secretaryRounds": ("R-SHORT", SECRETARY_ROUNDS, SECRETARY_ROUNDS),
}
SEVERITIES = {"void": "error", "recordedDiffers": "error", "issuedExceedsPresent": "error", "short": "info",
              "returnedFewer": "info", "tieBreak": "info", "delegatesShort": "info"}  # else a warning
LISTS = {"standingCommittee": "committee", "inspectionChair": "inspectionCommittee",
         "inspectionDeputyChair": "inspectionCommittee"}  # whose members the list is taken from
# What may rest on earlier results, and cannot be known without them.
CHAIN = ["officeRepeated", "notElectedToBody", "ambiguousPerson", "holdsHigherOffice", "membersDiffer",
         "roundNumber", "otherOrganization", "otherTerm", "continuationSeats", "alreadyElected"]
NOTHING_DECIDED = ("void", "incomplete")


def cite(book, provision):
    """The rule, the attestation and the article of a provision under a regulation."""
    rule, *citations = CITATIONS[provision]
    return [rule, *citations[list(REGULATIONS).index(book)].split(" ", 1)]


def finding(book, code, provision, values):
    """A finding as a result states it."""
    rule, attestation, article = cite(book, provision)
    return {"code": code, "rule": rule, "article": article, "attestation": attestation, "values": values,
            "severity": SEVERITIES.get(code, "warning")}


# People on several lists (R-OFFICE)

def alike(one, two):
    """Whether two texts are of the same letters, composed or decomposed."""
    return normalize("NFC", one) == normalize("NFC", two)


def same(one, two):
    """Whether two entries on two lists may be one person."""
    if "person" in one and "person" in two:
        return alike(one["person"], two["person"])
    born, day = one.get("birthDate", ""), two.get("birthDate", "")
    return alike(one["name"], two["name"]) and (born.startswith(day) or day.startswith(born))


def same_people(people, others):
    """Whether two lists are of the same people: each of one can be somebody of the other, two never one."""
    partner = {}

    def find(i, tried):
        """Whether somebody can be given a place, by others changing theirs if need be."""
        likely = [j for j, other in enumerate(others) if same(people[i], other)]
        for j in sorted(likely, key=lambda j: j in partner):
            if j not in tried:
                tried.add(j)
                if j not in partner or find(partner[j], tried):
                    partner[j] = i
                    return True
        return False
    return len(people) == len(others) and all(find(i, set()) for i in range(len(people)))


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


# Findings, in the order in which they stand. Each is: whether it is made, code, provision, and its values, as
# they are or by their names in the contest.

def findings(election, one, prior, here, later):
    """What is to be said of a contest, given earlier ones, and those before and after it."""
    it = facts(election, one, prior, here, later)
    parts = (on_papers, on_outcome, on_office, on_order, on_round, on_list)
    rows = [row for part in parts for row in part(it)]
    return [finding(it.book, code, provision, values if isinstance(values, dict) else {
        key: getattr(it, key) for key in values.split()}) for made, code, provision, values in rows if made]


def facts(election, one, prior, here, later):
    """A contest with its figures and what findings ask of it and of the others."""
    it = SimpleNamespace(**{"printed": None, "spoiled": 0, "unused": 0, "destroyed": 0, **one["electorate"],
                            **one["ballots"], **one.get("papers", {}), **one, "from": 9, "rounds": 3})
    it.election, it.book, it.members = election, election["regulation"], it.convened
    it.here, it.before = here, prior + here
    it.known = it.before + [other for other in later if other["office"] != it.office]
    it.offices = [other["office"] for other in it.known]
    it.is_branch = normalize("NFC", election["organization"].lower()).split()[:2] == ["chi", "bộ"]
    it.is_revote = it.kind == "tieBreak"
    it.leads = it.office in ("secretary", "deputySecretary")
    it.former = next(iter(followed(one, prior, here)), None)
    return it


def each(person, **values):
    """The values of a finding on a person of the list."""
    return {"candidate": person["number"], "name": person["name"], **values}


def on_papers(it):
    """R-INVENTORY, and the ballots that the board may rule on."""
    used = it.issued + it.spoiled + it.unused
    return [
        (it.returned > it.issued, "void", "void", "issued returned"),
        (it.recorded != it.returned, "recordedDiffers", "inventory", "recorded returned"),
        (it.issued > it.present, "issuedExceedsPresent", "inventory", "issued present"),
        (it.returned < it.issued, "returnedFewer", "inventory", "issued returned"),
        (it.printed not in (None, used), "papersDiffer", "inventory", "printed issued spoiled unused"),
        (it.destroyed > it.spoiled + it.unused, "papersDestroyed", "inventory", "destroyed spoiled unused"),
        (it.debatable, "debatable", "debatable", "debatable ruledValid")]


def on_outcome(it):
    """The base and the decision."""
    base, is_short = "base-" + it.body, it.status == "short"
    last_round = it.is_branch and it.office == "secretary" and it.round >= it.rounds
    rests_on = [base] * (it.status not in NOTHING_DECIDED and not it.is_revote)
    rests_on += ["tie"] * bool(it.is_revote or it.tie)
    return [
        (it.present > it.base, "presentExceedsBase", base, "present base"),
        (it.is_revote, "tieBreak", "tie", "seats"),
        (it.tie, "tiedAgain" if it.is_revote else "tied", "tie", it.tie),
        (is_short, "short", "short", {"elected": len(it.elected), "seats": it.seats}),
        (is_short and "elegates" in it.office, "delegatesShort", "delegateRounds", "round"),
        (is_short and last_round, "higherCommitteeAppoints", "secretaryRounds", "round rounds"),
        *[(cite(it.book, on)[1] == "unverified", "unverifiedRule", on, {}) for on in rests_on]]


def electors(it):
    """The bodies that may elect to the office of a contest."""
    congresses = ["memberCongress", "delegateCongress"]
    if it.leads:
        return congresses + ["committee"] * (not it.is_branch)
    if it.office == "inspectionDeputyChair":
        return ["inspectionCommittee"]
    return ["committee"] if it.office in ORDER[1:] else congresses


def on_office(it):
    """R-OFFICE: who elects whom, from which list, in which branch."""
    office, seats = it.office, it.seats
    once = [other["id"] for other in it.before
            if other["office"] == office and other["status"] not in NOTHING_DECIDED
            and (not it.kind or alike(other["follows"] or "", it.follows))]
    body = LISTS.get(office)
    if it.leads:
        body = "standingCommittee" if "standingCommittee" in it.offices else "committee"
    matched = []
    if body in it.offices:
        matched = [(person, match(person, it.candidates, elected_to(body, it.known)))
                   for person in it.candidates]
    deputies = it.candidates if office == "deputySecretary" else []
    meeting = len(elected_to(it.body, it.known))
    is_branch_committee = it.is_branch and office == "committee"
    small = is_branch_committee and it.body == "memberCongress" and it.convened < 9
    return [
        (it.body not in electors(it), "wrongElectingBody",
         "branch" if it.leads and it.is_branch and it.body == "committee" else office, "body office"),
        (once, "officeRepeated", "oneBallot", {"office": office, "contest": "".join(once[:1])}),
        *[(not truth, "notElectedToBody" if truth is None else "ambiguousPerson", office,
           each(person, body=body)) for person, truth in matched],
        *[(match(person, [person], elected_to("secretary", it.known)), "holdsHigherOffice", office,
           each(person, body="secretary")) for person in deputies],
        (office == "standingCommittee" and it.body == "committee" and it.convened < 9, "committeeTooSmall",
         office, "members from"),
        (it.body in it.offices and meeting != it.convened, "membersDiffer", "base-" + it.body,
         {"convened": it.convened, "elected": meeting}),
        (small, "branchTooSmall", "branch", "members from"),
        (is_branch_committee and not small and seats > 7, "branchCommitteeTooLarge", "branch",
         {"seats": seats, "atMost": 7}),
        (it.is_branch and office == "deputySecretary" and seats > 1, "branchDeputies", "branch",
         {"seats": seats, "atMost": 1}),
        (it.is_branch and office == "secretary" and it.round > 3, "tooManyRounds", "secretaryRounds",
         {"round": it.round, "atMost": 3})]


def on_order(it):
    """The order of offices, between first rounds of one file."""
    behind = ORDER[ORDER.index(it.office) + 1:] if it.office in ORDER and not it.kind else []
    wrong = [other["office"] for other in it.here if other["office"] in behind and not other["kind"]]
    last = max(wrong, key=ORDER.index, default="")
    return [(wrong, "officeOrder", it.office, {"office": it.office, "before": last})]


def on_round(it):
    """What a later round says against the contest that it follows."""
    former, people = it.former, it.candidates
    if former is None:
        return []
    origin, continues = former.get("origin", it.election), it.kind == "continuation"
    winners = elected_to(it.office, it.before if continues else [])
    return [
        (it.round <= former["round"], "roundNumber", "short",
         {"round": it.round, "previous": former["round"]}),
        *[(not alike(origin[key], it.election[key]), "other" + key.title(), "short", {key: origin[key]})
          for key in ("organization", "term")],
        (continues and it.seats > former["vacant"], "continuationSeats", "short",
         {"seats": it.seats, "vacant": former["vacant"]}),
        *[(match(one, people, winners), "alreadyElected", "short", each(one)) for one in people]]


def on_list(it):
    """Names that stand twice, blanks apart, or not in normal form."""
    names = [normalize("NFC", person["name"]).split() for person in it.candidates]
    rows = []
    for i, (person, own) in enumerate(zip(it.candidates, names)):
        rows.append((names.count(own) > 1 and names.index(own) == i, "sameName", "form", {
            "name": person["name"], "candidates": [n for n, name in enumerate(names, 1) if name == own]}))
    return rows + [(person["name"] != normalize("NFC", person["name"]), "nameNotNormalized", "form",
                    each(person)) for person in it.candidates]


def followed(contest, prior, here):
    """What a later round follows: the last of that id before it in its file, else of earlier results."""
    own, others = (
        [one for one in many if contest["kind"] and alike(one["id"], contest["follows"])]
        for many in (here, prior))
    return own[-1:] or others


def round_faults(contest, prior, here):
    """R-TIE, R-SHORT: what makes a later round impossible after those before it."""
    found = followed(contest, prior, here)
    if len(found) != 1:
        return ["what it follows is not there, or twice"]
    former, people, again = found[0], contest["candidates"], contest["kind"] == "tieBreak"
    tie = former["tie"] or {"candidates": [], "seats": None}
    tied = [person for person in former["candidates"] if person["number"] in tie["candidates"]]
    fits = tie["seats"] == contest["seats"] and same_people(people, tied)
    return (["another office"] * (former["office"] != contest["office"])
            + ["nothing was left"] * (former["status"] not in ("short", "tied"))
            + ["other names or seats than those tied"] * (again and not fits)
            + ["the re-vote goes first"] * (not again and tied != [] and former["kind"] != "tieBreak"))
