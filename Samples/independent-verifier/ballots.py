"""Ballot files of Kiểm Phiếu: reads mark lists and matrices, judges every ballot, counts.

Written from the pages of Sources/BallotFiles/BallotFiles.docc and from rules §4. Whatever is not as
they say raises a ValueError: a file with a fault has no counts.
"""
import re
from collections import Counter
from unicodedata import category, name, normalize

GROUNDS = ["notIssued", "tooMany", "nobody", "bothMarked", "blank", "outsider", "marked", "signed",
           "other"]
COLUMNS = {"xấp": "bundle", "số phiếu": "serial", "gạch": "struck", "bầu": "chosen",
           "đồng ý": "agree", "không đồng ý": "disagree", "không hợp lệ": "invalid",
           "số lượng": "count", "phán quyết": "ruling"}
TEXT = "(?=.*\\S).{1,1000}"  # and see `visible`
MOST = 10 ** 12


def demand(truth, words):
    if not truth:
        raise ValueError(words)


def number(cell, low, high):
    demand(re.fullmatch("[0-9]+", cell) and low <= int(cell) <= high, "%r: no such number" % cell)
    return int(cell)


def visible(text):
    """`text`, if no character in it is hidden; joiners may stand behind letters that are not Latin."""
    for before, one in zip(" " + text, text):
        joined = one in "\u200c\u200d" and "LATIN" not in name(before, "")
        demand(joined or category(one) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"),
               "%r: a hidden character" % text)
    return text


def words_of(text):
    """The board's words, if they can be shown."""
    demand(re.fullmatch(TEXT, text), "%r: the board's words" % text)
    return visible(text)


class Ballots:
    """The ballots of a contest, read, judged (R-VALID) and added up.

    A row is: how many ballots, bundle and serial (or None), the declared grounds, the words on
    `other`, the numbers with a mark for and those with one against (both None where the marks were
    not read), and the words of a ruling (or None).
    """

    def __init__(self, contest):
        self.names, self.seats = len(contest["candidates"]), contest["seats"]
        self.strike, self.everybody = contest["form"] == "strikeOut", set(range(1, self.names + 1))

    def numbers(self, cell):
        """The numbers in a cell of marks; None if nobody read the marks."""
        parts, found = [part for part in cell.split(" ") if part], []
        if parts in ([], ["="]):
            return set() if parts else None
        for part in parts:
            low, dash, high = part.partition("-")
            low = number(low, 1, self.names)
            found += range(low, number(high, low, self.names) + 1) if dash else [low]
        demand(len(set(found)) == len(found), "%r: a number twice" % cell)
        return set(found)

    def header(self, line, separator):
        """The columns that a header names: words, numbers, None for what is no column."""
        names = [re.sub('^ *("?)([^"]*?)\\1 *$', "\\2", one) for one in line.split(separator)]
        names = [normalize("NFC", one.strip(" ")).lower() for one in names]
        return [int(one) if re.fullmatch("[0-9]{1,6}", one) else
                one if one in COLUMNS.values() else COLUMNS.get(one) for one in names]

    def text(self, data):
        """The ballots of a mark list or a matrix, with the line of each."""
        lines = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig").split("\n")
        last = lines.pop()  # what follows the last line feed
        lines = [line[:-1] if line.endswith("\r") else line for line in lines] + [last]
        while lines and not lines[-1]:
            lines.pop()
        start = 1 if lines and re.fullmatch("sep=[,;\t]", lines[0]) else 0
        demand(len(lines) > start, "no header")
        mark = lines[0][4] if start else max(",;\t", key=lambda one: sum(
            column is not None for column in self.header(lines[0], one)))
        header = self.header(lines[start], mark)
        kinds = [column for column in header if isinstance(column, str)]
        if len(kinds) < len(header):
            demand(header == kinds + sorted(self.everybody) and {"serial", "invalid"}.issuperset(
                kinds), "the header of the matrix")
        else:
            marks = {"struck", "chosen", "agree", "disagree"}.intersection(kinds)
            demand(marks in ([{"struck"}, {"chosen"}] if self.strike else [{"agree", "disagree"}]),
                   "the columns of marks")
        demand(len(set(header)) == len(header), "a column twice")
        for at, line in enumerate(lines[start + 1:], start + 2):
            try:
                yield at, self.row(dict(zip(header, self.cells(line, mark, len(header)))))
            except ValueError as fault:
                raise ValueError("line %d: %s" % (at, fault)) from None

    def cells(self, line, mark, columns):
        """The cells of a line (RFC 4180)."""
        demand(line and len(line.encode()) <= 65536, "empty, or too long")
        demand(not re.search("[\0-\x1f\x7f-\x9f]", line.replace(mark, "")), "a control character")
        cells = re.split(mark + '(?=(?:[^"]*"[^"]*")*[^"]*$)' * ('"' in line), line)
        demand(len(cells) == columns, "another number of cells than the header's")
        demand(all(re.fullmatch('"(?:[^"]|"")*"|[^"]*', cell) for cell in cells), "quotes")
        return [cell[1:-1].replace('""', '"') if cell[:1] == '"' else cell for cell in cells]

    def row(self, row):
        """The ballot of a row, given by column."""
        times, place = number(row.get("count", "1"), 1, 10 ** 6), None
        bundle = number(row["bundle"], 0, MOST) if "bundle" in row else -1
        if "serial" in row:
            place = bundle, number(row["serial"], 0, MOST - times + 1)
        grounds, words, rest = [], None, row.get("invalid", "").strip(" ")
        while rest:
            found = re.match('(notIssued|outsider|marked|signed|other:"([^"]+)")( +|$)', rest)
            demand(found, "%r: no ground" % rest)
            words = words_of(found[2]) if found[2] else words
            grounds.append("other" if found[2] else found[1])
            rest = rest[found.end():]
        demand(len(set(grounds)) == len(grounds) and (grounds or not row.get("invalid")),
               "a ground twice, or none")
        ruling = re.fullmatch('valid:"([^"]+)"', row.get("ruling", ""))
        demand(ruling or not row.get("ruling"), "no ruling")
        return (times, place, grounds, words, *self.marks(row), ruling and words_of(ruling[1]))

    def marks(self, row):
        """The numbers with a mark for and those with one against; None for both if not read."""
        if 1 in row:
            allowed = ["0", "1"] if self.strike else ["0", "1", "b", "n"]
            demand(all(row[n] in allowed for n in self.everybody), "a cell of the matrix")
            return tuple({n for n in self.everybody if row[n] in x} for x in ("1b", "0b"))
        if self.strike:
            marked = self.numbers(row["struck"] if "struck" in row else row["chosen"])
            rest = None if marked is None else self.everybody - marked
            return (rest, marked) if "struck" in row else (marked, rest)
        yes, no = self.numbers(row["agree"]), self.numbers(row["disagree"])
        demand((yes is None) == (no is None), "marks half read")
        return yes, no

    def shown(self, yes, no):
        """The ground of invalidity that the marks of a ballot show, if any."""
        votes = yes - no
        if self.strike:
            return ["tooMany"] if len(votes) > self.seats else [] if votes else ["nobody"]
        if self.names > 1:
            return [] if votes else ["nobody"]
        return ["bothMarked"] if yes & no else [] if yes | no else ["blank"]

    def count(self, files):
        """The members `ballots` and `tally` of a result, and the votes of each name."""
        total, reasons, bearing, other, rulings = (Counter() for _ in range(5))
        votes, by_votes, serials, sums = [0] * self.names, [0] * (self.seats + 1), [], []
        for file, data in files:
            lines, before = 0, total["recorded"]
            for at, (times, place, grounds, words, yes, no, ruling) in self.text(data):
                shown = [] if yes is None else self.shown(yes, no)
                debatable = not self.strike and not grounds and shown == ["nobody"]
                demand(grounds or yes is not None, "%s, line %d: no marks" % (file, at))
                demand(debatable or ruling is None, "%s, line %d: no ruling" % (file, at))
                lines, grounds = lines + 1, grounds + shown
                total.update(recorded=times, debatable=times * debatable,
                             ruledValid=times * (ruling is not None))
                if place:
                    serials.append((place[0], place[1], place[1] + times - 1))
                if ruling is not None:
                    rulings[ruling] += times
                elif grounds:
                    reasons[min(grounds, key=GROUNDS.index)] += times
                    bearing.update({ground: times for ground in grounds})
                    other.update({words: times} if words else {})
                    continue
                by_votes[len(yes - no)] += times
                for n in yes - no:
                    votes[n - 1] += times
            sums.append({"name": file, "rows": lines, "ballots": total["recorded"] - before})
        runs = sum(one[0] != two[0] or one[2] + 1 != two[1] for one, two in zip(serials, serials[1:]))
        demand(runs < 65536 or serials == sorted(serials), "serials in too much disorder")
        demand(total["recorded"] <= MOST, "too many ballots")
        serials.sort()
        demand(all(one[0] != two[0] or one[2] < two[1] for one, two in zip(serials, serials[1:])),
               "a serial stands twice")
        ballots = {key: total[key] for key in ("recorded", "debatable", "ruledValid")}
        ballots.update(valid=sum(by_votes), invalidByReason=reasons, invalid=sum(reasons.values()))
        return {"votes": votes, "ballots": ballots, "tally": {
            "undervotes": self.seats * sum(by_votes) - sum(votes), "validByVotes": by_votes,
            "invalidBearing": bearing, "otherWords": spoken(other), "rulings": spoken(rulings),
            "files": sums}}


def spoken(said):
    """The board's words in the order of their bytes, the first 1,000; the others in one entry."""
    ordered = sorted(said, key=str.encode)
    rest = sum(said[words] for words in ordered[1000:])
    return ([{"words": words, "ballots": said[words]} for words in ordered[:1000]]
            + [{"words": None, "ballots": rest}] * bool(rest))
