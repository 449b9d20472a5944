"""From the ballots to who is elected: reading, judging, counting, deciding.

Whoever checks a count reads this first. Nothing here knows of results, digests or signatures. What a ballot
file looks like is on the pages of BallotFiles.docc; R-VALID and the like are the names of the rules.
"""
import re
from collections import Counter, namedtuple
from unicodedata import normalize

from documents import MANY, TEXT, conform, demand

# In the order of R-VALID: the first ground of an invalid ballot is the one that it is counted under.
GROUNDS = "notIssued tooMany nobody bothMarked blank outsider marked signed other".split()
COLUMNS = {"xấp": "bundle", "số phiếu": "serial", "gạch": "struck", "bầu": "chosen", "đồng ý": "agree",
           "không đồng ý": "disagree", "không hợp lệ": "invalid", "số lượng": "count", "phán quyết": "ruling",
           "kiểm thử": "rehearsal"}
COLUMNS.update({word: word for word in COLUMNS.values()})

# What a row comes to: how many ballots it stands for; (bundle, first, last) of their serials, if they have
# any; on which grounds they are invalid; the board's words on "other", and on its ruling; whether it may
# rule on them; the numbers that get a vote, None if nobody read the marks.
Row = namedtuple("Row", "times serials grounds words ruling is_debatable votes")


# Reading a ballot file

def layout(data):
    """The separator of a mark list or a matrix, its header, and the other lines with their numbers."""
    text = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig")
    lines = re.split("\r?\n", re.sub("(\r?\n)+\\Z", "", text))
    start = 1 if re.fullmatch("(?ai)sep=[,;\t]", lines[0]) else 0
    mark = lines[0][4] if start else max(",;\t", key=lambda mark: len(
        [column for column in columns(lines[0], mark) if column is not None]))
    return mark, columns(lines[start], mark), list(enumerate(lines[start + 1:], start + 2))


def columns(line, mark):
    """The columns that a header names: words, numbers, None for what is no column."""
    # Spaces around a name are nothing, and then quotes around it; what stands inside the quotes is the name.
    cells = [re.sub('^"(.*)"$', "\\1", one.strip(" ")) for one in line.split(mark)]
    return [COLUMNS.get(normalize("NFC", one).lower()) if whole(one) is None else whole(one) for one in cells]


def rows(contest, mark, header, lines):
    """The rows of a mark list or a matrix, each judged."""
    everybody = [one["number"] for one in contest["candidates"]]
    words = [column for column in header if isinstance(column, str)]
    marks = sorted({"struck", "chosen", "agree", "disagree"}.intersection(words))
    fitting = [["struck"], ["chosen"]] if contest["form"] == "strikeOut" else [["agree", "disagree"]]
    is_matrix = header == words + everybody and {"serial", "invalid"}.issuperset(words)
    demand(is_matrix or header == words and marks in fitting, "the header")
    demand(len(set(header)) == len(header), "a column twice")
    for at, line in lines:
        try:
            cells = split(line, mark)
            demand(len(cells) == len(header), "another number of cells than the header's")
            yield judge(dict(zip(header, cells)), len(everybody), contest["seats"])
        except ValueError as fault:
            raise ValueError(f"line {at}: {fault}") from None


def split(line, mark):
    """The cells of a line (RFC 4180)."""
    demand(line and len(line.encode()) <= 65536, "empty, or too long")
    demand(not re.search("[\0-\x1f\x7f-\x9f]", line.replace(mark, "")), "a control character")
    # A separator behind which an odd number of quotes stands is inside a quoted cell.
    cells = re.split(mark + '(?=(?:[^"]*"[^"]*")*[^"]*$)', line) if '"' in line else line.split(mark)
    demand(all(re.fullmatch('"(?:[^"]|"")*"|[^"]*', cell) for cell in cells), "quotes")
    return [cell[1:-1].replace('""', '"') if cell[:1] == '"' else cell for cell in cells]


def whole(text):
    """The number that digits and nothing else make; None for other texts, and beyond what is ever counted."""
    found = re.fullmatch("0*([0-9]{1,13})", text)  # Python reads no number of very many digits
    return int(found[1]) if found else None


def number(cell, low, high):
    """The number in a cell."""
    found = whole(cell)
    demand(found is not None and low <= found <= high, f"{cell!r}: no such number")
    return found


def numbers(cell, names):
    """The numbers in a cell of marks; None if nobody read the marks."""
    if not cell:
        return None
    parts, found = [part for part in cell.split(" ") if part], []
    demand(parts, "spaces are no marks")
    for low, dash, high in [part.partition("-") for part in parts if parts != ["="]]:
        low = number(low, 1, names)
        found += range(low, number(high, low, names) + 1) if dash else [low]
    demand(len(set(found)) == len(found), f"{cell!r}: a number twice")
    return set(found)


# Judging a ballot (R-VALID)

def judge(row, names, seats):
    """What a row, given by column, comes to by the decision table of R-VALID."""
    times, serials = number(row.get("count", "1"), 1, 10 ** 6), []
    bundle = number(row["bundle"], *MANY) if "bundle" in row else -1
    if "serial" in row:
        first = number(row["serial"], 0, MANY[1] - times + 1)
        serials = [(bundle, first, first + times - 1)]
    declared, words = declared_grounds(row.get("invalid", ""))
    demand(not row.get("rehearsal"), "the column 'rehearsal' says it, and its cells nothing")
    ruling = re.fullmatch('valid:"([^"]+)"', row.get("ruling", ""))
    demand(ruling or not row.get("ruling"), "no ruling")
    marks = read_marks(row, names, seats)
    shown = shown_grounds(*marks, names, seats) if marks else []
    is_debatable = names == seats and not declared and shown == ["nobody"]
    demand((declared or marks) and (is_debatable or not ruling), "no marks, or nothing to rule on")
    grounds, said = ([], [conform(ruling[1], TEXT)]) if ruling else (declared + shown, [])
    return Row(times, serials, grounds, words, said, is_debatable, votes_of(*marks) if marks else None)


def declared_grounds(cell):
    """The grounds on which the board declared a ballot invalid, and its words on "other"."""
    grounds, words, rest = [], [], cell.strip(" ")
    while rest:
        found = re.match('(notIssued|outsider|marked|signed|other:"([^"]+)")( +|$)', rest)
        demand(found, f"{rest!r}: no ground")
        words += [conform(found[2], TEXT)] if found[2] else []
        grounds.append("other" if found[2] else found[1])
        rest = rest[found.end():]
    demand(len(set(grounds)) == len(grounds) and (grounds or not cell), "the grounds")
    return grounds, words


def read_marks(row, names, seats):
    """The numbers that bear a mark for, and those that bear one against; None if nobody read the marks."""
    everybody = set(range(1, names + 1))
    if 1 in row:  # a matrix
        allowed = ["0", "1"] if names > seats else ["0", "1", "b", "n"]
        demand(all(row[n] in allowed for n in everybody), "a cell of the matrix")
        return {n for n in everybody if row[n] in "1b"}, {n for n in everybody if row[n] in "0b"}
    if "agree" in row:
        agree, disagree = numbers(row["agree"], names), numbers(row["disagree"], names)
        demand((agree is None) == (disagree is None), "marks half read")
        return None if agree is None else (agree, disagree)
    if "chosen" in row:
        chosen = numbers(row["chosen"], names)
        return None if chosen is None else (chosen, set())
    struck = numbers(row["struck"], names)
    return None if struck is None else (everybody, struck)


def votes_of(agree, disagree):
    """The numbers that get a vote: a mark for and none against; both boxes, or neither, give none."""
    return agree - disagree


def shown_grounds(agree, disagree, names, seats):
    """The ground of invalidity that the marks show, if any, as a list."""
    if names == 1:  # "disagree" with the one name is valid, and no vote
        return ["bothMarked"] if agree & disagree else [] if agree | disagree else ["blank"]
    many = len(votes_of(agree, disagree))
    return ["tooMany"] if many > seats else [] if many else ["nobody"]


# Counting

def count(contest, files):
    """The votes of each name, a result's members `ballots` and `tally`, and whether it is a rehearsal."""
    found, sums, is_rehearsal = [], [], False
    for file, data in files:
        mark, header, lines = layout(data)
        own = list(rows(contest, mark, header, lines))
        sums.append({"name": file, "rows": len(own), "ballots": ballots_of(own)})
        found += own
        is_rehearsal |= "rehearsal" in header
    check_serials([place for row in found for place in row.serials])
    demand(ballots_of(found) <= MANY[1], "too many ballots")
    valid, invalid = [row for row in found if not row.grounds], [row for row in found if row.grounds]
    votes, by_votes = tallied(valid, lambda row: row.votes), tallied(valid, lambda row: [len(row.votes)])
    ballots = {"recorded": ballots_of(found), "valid": ballots_of(valid), "invalid": ballots_of(invalid),
               "invalidByReason": tallied(invalid, lambda row: [min(row.grounds, key=GROUNDS.index)]),
               "debatable": ballots_of(row for row in found if row.is_debatable),
               "ruledValid": ballots_of(row for row in found if row.ruling)}
    tally = {"undervotes": contest["seats"] * ballots["valid"] - sum(votes.values()),
             "validByVotes": [by_votes.get(n, 0) for n in range(contest["seats"] + 1)],
             "invalidBearing": tallied(invalid, lambda row: row.grounds),
             "otherWords": spoken(tallied(found, lambda row: row.words)),
             "rulings": spoken(tallied(found, lambda row: row.ruling)), "files": sums}
    return {"votes": [votes.get(one["number"], 0) for one in contest["candidates"]], "ballots": ballots,
            "tally": tally, "rehearsal": is_rehearsal}


def ballots_of(some):
    """How many ballots rows stand for."""
    return sum(row.times for row in some)


def tallied(some, kinds):
    """How many ballots of rows are of each of the kinds that `kinds` gives for a row."""
    found = Counter()
    for row in some:
        for kind in kinds(row):
            found[kind] += row.times
    return dict(found)


def check_serials(serials):
    """Refuses a serial that stands twice, and more disorder than the program takes."""
    runs = sum(one[0] != two[0] or one[2] + 1 != two[1] for one, two in zip(serials, serials[1:]))
    demand(runs < 65536 or serials == sorted(serials), "serials in too much disorder")
    serials = sorted(serials)
    twice = any(one[0] == two[0] and one[2] >= two[1] for one, two in zip(serials, serials[1:]))
    demand(not twice, "a serial twice")


def spoken(said):
    """The board's words in the order of their bytes, the first 1,000; the others in one entry."""
    ordered = sorted(said.items(), key=lambda item: item[0].encode())
    rest = sum(many for _, many in ordered[1000:])
    return [{"words": words, "ballots": many} for words, many in ordered[:1000] + [(None, rest)] * bool(rest)]


# Deciding (rules 5 to 7)

def decide(contest, votes, recorded):
    """Who is elected, the status and why: R-INVENTORY, R-MAJORITY, R-RANK, R-TIE, R-SHORT."""
    seats, paper = contest["seats"], contest["ballots"]
    needed = 1 if contest["kind"] == "tieBreak" else contest["base"] // 2 + 1
    elected, tie = rank(votes, seats, needed)
    if paper["returned"] > paper["issued"]:
        status, why = "void", "void"
    elif recorded != paper["returned"] or paper["issued"] > contest["electorate"]["present"]:
        status, why = "incomplete", "inventory"
    elif tie:
        status, why = "tied", "tie"
    elif len(elected) < seats:
        status, why = "short", "short"
    else:
        status, why = "filled", "tie" if contest["kind"] == "tieBreak" else "rank"
    if status in ("void", "incomplete"):  # nothing is decided
        elected, tie = [], None
    return {"needed": needed, "elected": elected, "tie": tie, "status": status, "why": why,
            "vacant": seats - len(elected)}


def rank(votes, seats, needed):
    """Who is elected, from high to low, and the tie at the last seat, or None."""
    ranked = sorted((-vote, n) for n, vote in enumerate(votes, 1) if vote >= needed)
    if len(ranked) <= seats or ranked[seats][0] != ranked[seats - 1][0]:
        return [n for _, n in ranked[:seats]], None
    last = ranked[seats - 1][0]
    elected = [n for vote, n in ranked if vote < last]
    tied = [n for vote, n in ranked if vote == last]
    return elected, {"votes": -last, "candidates": tied, "seats": seats - len(elected)}
