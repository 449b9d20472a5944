"""What a result must say, from the counts and the findings to its own digest (ResultFile.md)."""
from counting import GROUNDS, decide
from documents import (DIGEST, ELECTION, MANY, QUORUM, REGULATIONS, TEXT, canonical, compare, conform,
                       demand, parse, pick, sha256, stated)
from findings import CHAIN, NOTHING_DECIDED, cite, finding, findings

GUIDANCES = {"244-QD/TW": [("2014-10-06", "04-HD/TW"), ("2020-03-20", "03-HD/TW")],
             "190-QD/TW": [("2024-12-31", "04-HD/TW")]}
HEADING = ["organization", "superior", "congress", "term", "date", "place", "countingBoard"]
ENTRY = {"name*": TEXT, "bytes*": (0, 1 << 62), "sha256": DIGEST, "tree": DIGEST, "quorum": QUORUM}
RECORD = {"election*": {key: shape for key, shape in ELECTION.items() if key.rstrip("*") in HEADING},
          "digest*": "sha256|tree|none", "part": {"contests*": [TEXT], "ballotsReplaced*": bool},
          "replaces": {"sha256*": DIGEST, "because*": TEXT}, "files*": [ENTRY]}
REASONS = dict.fromkeys(GROUNDS, MANY)
WORDS = [{"words*": TEXT, "ballots*": MANY}]
FIGURES = {
    "ballots*": {"issued*": MANY, "returned*": MANY, "recorded*": MANY, "valid*": MANY, "invalid*": MANY,
                 "invalidByReason*": REASONS, "debatable*": MANY, "ruledValid*": MANY},
    "tally*": {"undervotes*": (0, 1 << 62), "validByVotes*": [MANY], "invalidBearing*": REASONS,
               "otherWords*": WORDS, "rulings*": WORDS,
               "files*": [{"name*": TEXT, "rows*": MANY, "ballots*": MANY}]}}


def contest_claims(book, contest, counted):
    """What a result says of a contest, but for files and findings."""
    outcome = decide(contest, counted["votes"], counted["ballots"]["recorded"])
    why, paper, base = outcome.pop("why"), contest["ballots"], contest["base"]
    people = []
    for person, votes in zip(contest["candidates"], counted["votes"]):
        rule, _, article = cite(book, person_provision(contest, outcome, why, person["number"], votes))
        percent = "%d,%02d" % divmod((20000 * votes + base) // (2 * base), 100)  # half up, in whole numbers
        people.append({**person, "votes": votes, "percent": percent, "because": rule, "article": article,
                       "elected": person["number"] in outcome["elected"]})
    rule, _, article = cite(book, why)
    ballots = {**counted["ballots"], "issued": paper["issued"], "returned": paper["returned"]}
    keys = ["id", "office", "title", "seats", "round", "kind", "follows", "form", "electorate", "base"]
    return {**{key: contest[key] for key in keys}, **pick(paper, ["papers"]), **pick(counted, ["tally"]),
            **outcome, "candidates": people, "ballots": ballots, "statusRule": rule, "statusArticle": article}


def person_provision(contest, outcome, why, number, votes):
    """The provision by which a person is elected or not."""
    if outcome["status"] in NOTHING_DECIDED:
        return why
    if contest["kind"] == "tieBreak" or outcome["tie"] and number in outcome["tie"]["candidates"]:
        return "tie"
    return "rank" if votes >= outcome["needed"] else "majority"


def conform_figures(figures):
    """Refuses figures that are missing, unknown, or not numbers."""
    plain = {**figures, "tally": {**figures["tally"], **{
        key: [{**item, "words": "…" if item["words"] is None else item["words"]}
              for item in figures["tally"][key]] for key in ("otherWords", "rulings")}}}
    demand(conform(plain, FIGURES) == plain, "unknown or missing figures")


def totals(one):
    """The control totals that the figures of a contest break."""
    conform_figures(pick(one, FIGURES))
    ballots, tally, votes = one["ballots"], one["tally"], [person["votes"] for person in one["candidates"]]
    valid, by_votes, reasons = ballots["valid"], tally["validByVotes"], ballots["invalidByReason"]
    parts = [ballots["debatable"], *reasons.values(), *votes, *by_votes]
    demand(min(parts) >= 0 and max(votes) <= valid and max(parts) <= ballots["recorded"]
           and ballots["ruledValid"] <= ballots["debatable"], "a figure is larger than what it is a part of")
    demand([file["name"] for file in one["files"]] == [file["name"] for file in tally["files"]],
           "figures of other files")
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
    """The whole result, given the election, the counts, and the earlier results with their names."""
    # What rests on evidence stands in it as the result says, until the evidence has been looked at.
    book = election["regulation"]
    conform_record(result)
    known = [{"issued": day, "number": number} for day, number in GUIDANCES[book] if day <= election["date"]]
    contests = [contest_claims(book, *both) for both in zip(election["contests"], counts)]
    prior = [{**one, "origin": former["election"]} for _, former in earlier for one in former["contests"]]
    entries = {one["id"]: one["files"] for one in result["contests"]}
    for i, one in enumerate(contests):
        one.update(files=entries.get(one["id"]), findings=findings(
            election, one, prior, contests[:i], contests[i + 1:]))
    heading = {**pick(result["election"], ["bytes"]), "sha256": result["election"]["sha256"]}
    return {**{key: result[key] for key in ("digest", "part", "after", "plan", "roster")},
            "rehearsal": result.get("rehearsal") is True or ..., **pick(result, ["replaces"]),
            "format": "kiemphieu-result", "version": 1, "regulation": book,
            "engine": {"name": "kiemphieu", "version": str(result["engine"]["version"])},
            "guidance": known[-1] if known else None, "contests": contests,
            "findings": whole_findings(election, earlier),
            "election": {**heading, **{key: election[key] for key in HEADING}},
            "self": sha256(canonical({key: result[key] for key in result if key != "self"}))}


def conform_record(result):
    """Refuses a result whose heading, files, part or words on what it replaces have not the form."""
    ballots = [file for one in result["contests"] for file in one["files"]]
    others = [*result["after"], *filter(None, (result["plan"], result["roster"]))]
    kind = result["digest"]
    wrong = [file for file in ballots if digest_kind(file) != kind] + [
        file for file in [*others, result["election"]]
        if digest_kind(file) != ("none" if kind == "none" else "sha256")]
    demand(not wrong, "digests of another kind than the result says were taken")
    # Only a digest may be null, where none was taken.
    files = [{key: value for key, value in file.items() if (key, value) != ("sha256", None)}
             for file in ballots + others]
    record = {**pick(result, ["digest", "part", "replaces"]), "files": files,
              "election": pick(result["election"], HEADING)}
    demand(conform(record, RECORD) == record, "a key of which a result has none")


def digest_kind(file):
    """Which digest was taken of a file of evidence."""
    return "tree" if "tree" in file else "none" if file["sha256"] is None else "sha256"


def whole_findings(election, earlier):
    """What is to be said of the election as a whole."""
    date, book = election["date"], election["regulation"]
    first, last = REGULATIONS[book]
    is_forced = not first <= date <= last
    rows = [("regulationForced", "majority", {"regulation": book, "date": date})] * is_forced
    rows += [("priorResultLater", "oneBallot", {"file": file, "date": former["election"]["date"]})
             for file, former in earlier if former["election"]["date"] > date]
    rows += [("priorResultPart", "oneBallot", {"file": file}) for file, former in earlier if former["part"]]
    return [finding(book, *row) for row in rows]


def forget_chain(*results, missing):
    """Takes out what rests on unknown contests: those of `missing` earlier results, or beside a part."""
    for result in results:
        result["findings"] = [] if missing else result["findings"]
        for one in result["contests"]:
            one["findings"] = [item for item in one["findings"] if item["code"] not in CHAIN]


def contradictions(data, known):
    """Where a result does not follow from its own figures; `known` are the results at hand by digest."""
    result = parse(data)
    both = [stated(one) for one in result["contests"]]
    election = {**result["election"], **pick(result, ["regulation"]), "contests": [one for one, _ in both]}
    before = [(one["name"], known[one["sha256"]]) for one in result["after"] if one["sha256"] in known]
    whole = expected(result, election, [counts for _, counts in both], before)
    found = ["its bytes are not canonical"] * (data != canonical(result))
    missing = len(before) < len(result["after"])
    if missing or result["part"]:
        forget_chain(result, whole, missing=missing)
    return found + compare(result, whole) + [line for one in result["contests"] for line in totals(one)]
