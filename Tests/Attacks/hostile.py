"""Hostile input: files that an outsider hands in."""

import hashlib
import json
import os
import random

from attacks import DATA, DONE, MISSING, NO, UNREADABLE, USAGE, attack
from material import (
    BALLOTS, ELECTION, ESCAPES, INVISIBLE, REORDERING, contest, counted, election, forge, lay, link, packed,
    padded, sealed)

PARTS = {
    "names": "Names and words",
    "json": "JSON",
    "paths": "Paths",
    "ballots": "Ballot files",
    "packed": "Packed files",
    "plan": "Plans and rosters",
    "result": "Result files",
    "log": "Entry logs",
    "line": "The command line and the keyboard",
}

MEGABYTE = 1_000_000


def count(folder, *more):
    """Counts what lies in the folder."""
    return folder.run("count", "election.json", *more)


def table(part, status, cases, names=None):
    """Declares an attack for each name and what lays it out."""
    for name, content in cases.items():
        expected = status
        if isinstance(content, tuple):
            content, expected = content

        def action(folder, content=content):
            return content(folder)

        attack(part, name, expected, names)(action)


def of_election(content):
    """Counts an election file of this content."""

    def action(folder):
        lay(folder, content() if callable(content) else content)
        return count(folder)

    return action


def of_text(old, new):
    """Counts the sound election file with a piece of its text replaced."""

    def action(folder):
        text = json.dumps(ELECTION, ensure_ascii=False)
        assert old in text
        lay(folder, text.replace(old, new() if callable(new) else new, 1))
        return count(folder)

    return action


def of_ballots(content, *more):
    """Counts a ballot file of this content."""

    def action(folder):
        lay(folder, ballots=content() if callable(content) else content)
        return count(folder, *more)

    return action


# Names and words

NAME = ("candidates", 0, "name")
table("names", DATA, {
    "escape sequences in a name, as JSON escapes": of_election(contest(*NAME, to=ESCAPES)),
    "escape sequences in a name, raw": of_text("Nguyễn Văn An", "An" + ESCAPES),
    "bidirectional overrides in a name": of_election(contest(*NAME, to=REORDERING)),
    "zero-width characters in a name": of_election(contest(*NAME, to=INVISIBLE)),
    "a name of 1 MB": of_election(lambda: contest(*NAME, to="A" * MEGABYTE)),
    "a name of one letter with 500,000 accents": of_election(lambda: contest(*NAME, to="a" + "\u0301" * 500_000)),
    "a name of 1,000 letters with 500 accents each": of_election(
        lambda: contest(*NAME, to=("a" + "\u0301" * 500) * 1000)),
    "a name of spaces": of_election(contest(*NAME, to="\u3000 \u00a0")),
    "a name of a filler that nobody sees": of_election(contest(*NAME, to="\u3164")),
    "a name of Braille without dots": of_election(contest(*NAME, to="\u2800\u2800")),
    "a joiner of graphemes in a name": of_election(contest(*NAME, to="Nguyễn Văn\u034f An")),
    "a name of a line feed": of_election(contest(*NAME, to="An\nBình 3 phiếu")),
    "a name of unassigned and private characters": of_election(contest(*NAME, to="\ue000\U000e0001\U0010ffff")),
    "a title of 1 MB": of_election(lambda: contest("title", to="T" * MEGABYTE)),
    "a title with escape sequences": of_election(contest("title", to=ESCAPES)),
    "an id of 1 MB": of_election(lambda: contest("id", to="c" * MEGABYTE)),
    "an id with escape sequences": of_election(contest("id", to=ESCAPES)),
    "an organization with overrides": of_election(election("organization", to=REORDERING)),
    "a note of 1 MB": of_election(lambda: contest("candidates", 0, "note", to="n" * MEGABYTE)),
    "a unit with escape sequences": of_election(contest("candidates", 0, "unit", to=ESCAPES)),
    "a head of the board with escape sequences": of_election(
        election("countingBoard", to=[{"name": ESCAPES, "role": "head"}])),
    "a place with a half pair": of_text('"term"', '"place":"\\ud800","term"'),
    "an unknown key with escape sequences": of_election(election(ESCAPES, to=1)),
    "an unknown key of 1 MB": of_election(lambda: election("k" * MEGABYTE, to=1)),
    "an unknown key of 64 letters with 10,000 accents each": of_election(
        lambda: election(("o" + "\u0301" * 10_000) * 64, to=1)),
    "an office of 1 MB": of_election(lambda: contest("office", to="delegates" * 111_111)),
}, names="election.json")

# JSON

table("json", DATA, {
    "a key twice": of_text('"term"', '"date":"2025-01-01","term"'),
    "a key twice, once by escapes": of_text('"term"', '"d\\u0061te":"2025-01-01","term"'),
    "1,000,000 different unknown keys": of_text(
        '"term"', lambda: "".join(f'"k{number}":1,' for number in range(MEGABYTE)) + '"term"'),
    "one key 1,000,000 times": of_text('"term"', lambda: '"k":1,' * MEGABYTE + '"term"'),
    "lists 65 deep": of_election("[" * 65 + "]" * 65),
    "lists 60,000,000 deep": of_election(lambda: "[" * 60 * MEGABYTE),
    "objects 5,000,000 deep": of_election(lambda: '{"a":' * 5 * MEGABYTE),
    "1e999": of_text('"seats": 2', '"seats": 1e999'),
    "-0": of_text('"seats": 2', '"seats": -0'),
    "2.0": of_text('"seats": 2', '"seats": 2.0'),
    "2e0": of_text('"seats": 2', '"seats": 2e0'),
    "2^53 + 1": of_text('"seats": 2', '"seats": 9007199254740993'),
    "2^64 + 2": of_text('"seats": 2', '"seats": 18446744073709551618'),
    "10^12 + 1 people": of_text('"convened": 3', '"convened": 1000000000001'),
    "-1 people": of_text('"convened": 3', '"convened": -1'),
    "a number of 1,000,000 digits": of_text('"seats": 2', lambda: '"seats": ' + "2" * MEGABYTE),
    "a number of 1,000,000 zeros and a 2": of_text('"seats": 2', lambda: '"seats": ' + "0" * MEGABYTE + "2"),
    "a number with 1,000,000 decimals": of_text('"seats": 2', lambda: '"seats": 2.' + "0" * MEGABYTE),
    "NaN": of_text('"seats": 2', '"seats": NaN'),
    "Arabic digits": of_text('"seats": 2', '"seats": ٢'),
    "a number as a string": of_text('"seats": 2', '"seats": "2"'),
    "the last brace missing": of_text('}]}', '}]'),
    "text behind the end": of_election(lambda: json.dumps(ELECTION) * 2),
    "nothing": of_election(""),
    "a byte order mark and nothing": of_election(b"\xef\xbb\xbf"),
    "UTF-16": of_election(lambda: json.dumps(ELECTION).encode("utf-16")),
    "UTF-16 without a mark": of_election(lambda: json.dumps(ELECTION).encode("utf-16-le")),
    "UTF-32": of_election(lambda: json.dumps(ELECTION).encode("utf-32")),
    "an invalid byte in a name": of_election(
        lambda: json.dumps(ELECTION, ensure_ascii=False).encode().replace(b"V\xc4\x83n", b"V\xc4n", 1)),
    "an invalid byte in a key": of_election(lambda: json.dumps(ELECTION).encode().replace(b'"term"', b'"te\xffrm"')),
    "an overlong slash in a file name": of_election(
        lambda: json.dumps(ELECTION).encode().replace(b"phieu.csv", b"..\xc0\xafx")),
    "an encoded surrogate": of_election(
        lambda: json.dumps(ELECTION, ensure_ascii=False).encode().replace(b"V\xc4\x83n", b"\xed\xa0\x80", 1)),
    "zero bytes between": of_text('"term"', "\0\0\0\"term\""),
    "comments": of_text('"term"', '/* */ "term"'),
    "4,000,000 values": of_election(lambda: "[" + "0," * 3_999_998 + "0]"),
    "64 MiB of values": of_election(lambda: "[" + "0," * 33_000_000 + "0]"),
    "64 MiB of empty strings and commas too many": of_election(lambda: '["",' + "," * 60 * MEGABYTE + '""]'),
    "60 MB of bad escapes": of_election(lambda: '["' + "\\q" * 30 * MEGABYTE + '"]'),
    "60 MB of control characters in a string": of_election(lambda: '["' + "\x01" * 60 * MEGABYTE + '"]'),
    "60 MB of spaces": of_election(lambda: " " * 60 * MEGABYTE),
    "60 MB of line feeds, then a fault": of_election(lambda: "\n" * 60 * MEGABYTE + "x"),
    "a string of 60 MB": of_election(lambda: '"' + "a" * 60 * MEGABYTE + '"'),
    "60 MB of random bytes": of_election(lambda: random.Random(1).randbytes(60 * MEGABYTE)),
    "1,000,000 contests": of_election(lambda: election("contests", to=[{}] * MEGABYTE)),
    "1,001 contests": of_election(lambda: election("contests", to=[
        {**ELECTION["contests"][0], "id": str(number)} for number in range(1001)])),
    "1,025 candidates": of_election(lambda: contest("candidates", to=[
        {"number": number, "name": f"A {number}"} for number in range(1, 1026)])),
    "300,000 candidates": of_election(lambda: contest("candidates", to=[
        {"number": number, "name": f"A {number}"} for number in range(1, 300_001)])),
    "1,000,000 deductions": of_election(lambda: contest("electorate", "deductions", to=[
        {"ground": "suspended", "count": 1_000_000_000_000}] * MEGABYTE)),
    "deductions that overflow": of_election(contest("electorate", "deductions", to=[
        {"ground": "suspended", "count": 1_000_000_000_000}] * 1000)),
    "one ballot file 300,000 times": of_election(lambda: contest("ballots", "files", to=["phieu.csv"] * 300_000)),
}, names="election.json")


@attack("json", "1,000,000 ballot files that are not there", MISSING, "0.csv")
def many_missing_files(folder):
    lay(folder, contest("ballots", "files", to=[f"{number}.csv" for number in range(MEGABYTE)]))
    return count(folder)


@attack("json", "300,000 members of the board of one name", DONE)
def large_board(folder):
    lay(folder, election("countingBoard", to=[{"name": "A", "role": "head"}] * 300_000))
    return count(folder)


@attack("json", "the largest lists: 60 contests of 1,024 namesakes", (DONE, NO))
def namesakes(folder):
    names = [{"number": number, "name": "Nguyễn Văn An"} for number in range(1, 1025)]
    offices = ["committee", "standingCommittee", "delegates", "inspectionCommittee"]
    contests = [
        {**ELECTION["contests"][0], "id": str(number), "office": offices[number % 4], "candidates": names,
         "ballots": {"issued": 0, "returned": 0, "files": []}} for number in range(60)]
    lay(folder, election("contests", to=contests))
    return folder.run("check", "election.json")


@attack("json", "a sparse file of 1 TB as the election file", UNREADABLE, "election.json")
def sparse_election(folder):
    lay(folder)
    os.truncate(folder / "election.json", 1 << 40)
    return count(folder)


# Paths

def of_file(name, status):
    """Counts with a name of a ballot file."""

    def action(folder):
        lay(folder, contest("ballots", "files", to=[name]))
        folder.write("in/x.csv", BALLOTS)
        return count(folder)

    return action, status


table("paths", DATA, {
    "the folder above": of_file("../x.csv", DATA),
    "a way down and up again": of_file("in/../../x.csv", DATA),
    "a way that stays inside": of_file("in/../phieu.csv", DATA),
    "an absolute path": of_file("/etc/passwd", DATA),
    "an absolute path with many slashes": of_file("////etc/passwd", DATA),
    "the folder itself": of_file(".", DATA),
    "nothing": of_file("", DATA),
    "a zero byte": of_file("phieu.csv\0.png", DATA),
    "a name with escape sequences": of_file(ESCAPES, DATA),
    "a name of 100,000 letters": of_file("a" * 100_000, (DATA, UNREADABLE)),
    "a way of 100,000 folders": of_file("a/" * 100_000 + "x", (DATA, UNREADABLE)),
    "a folder": of_file("in", UNREADABLE),
    "a file as a folder": of_file("phieu.csv/x", MISSING),
    "a name with a slash at its end": of_file("phieu.csv/", (DATA, DONE)),
    "standard input": of_file("-", MISSING),
    "backslashes": of_file("..\\x.csv", DATA),
    "a URL": of_file("file:///etc/passwd", MISSING),
    "the election file as ballots": of_file("election.json", DATA),
    "a dot before, and twice": (lambda folder: (
        lay(folder, contest("ballots", "files", to=["phieu.csv", "./phieu.csv"])), count(folder))[1]),
})


def of_link(targets, status, names="phieu.csv", where="phieu.csv"):
    """Counts with links."""

    def action(folder):
        lay(folder, ballots=None)
        folder.write("in/x.csv", BALLOTS)
        for name, target in targets.items():
            link(folder, name, target.replace("FOLDER", str(folder.path)))
        return count(folder)

    return action, status


table("paths", DATA, {
    "a link out of the folder": of_link({"phieu.csv": "/etc/hostname"}, DATA),
    "a link to a link out of the folder": of_link({"phieu.csv": "in/b", "in/b": "/etc/hostname"}, DATA),
    "a link to itself": of_link({"phieu.csv": "phieu.csv"}, UNREADABLE),
    "links in a circle": of_link({"phieu.csv": "a", "a": "b", "b": "a"}, UNREADABLE),
    "a link to nowhere": of_link({"phieu.csv": "nowhere"}, MISSING),
    "a link to /dev/zero": of_link({"phieu.csv": "/dev/zero"}, DATA),
    "a link to /proc/self/fd/0": of_link({"phieu.csv": "/proc/self/fd/0"}, (DATA, MISSING)),
    "a link to a folder": of_link({"phieu.csv": "in"}, UNREADABLE),
}, names="phieu.csv")


@attack("paths", "a file linked under two names", DATA, "b.csv")
def two_names(folder):
    lay(folder, contest("ballots", "files", to=["phieu.csv", "b.csv"]))
    os.link(folder / "phieu.csv", folder / "b.csv")
    return count(folder)


@attack("paths", "a pipe that nobody writes into, named by the election file", UNREADABLE, "phieu.csv")
def pipe(folder):
    lay(folder, ballots=None)
    os.mkfifo(folder / "phieu.csv")
    return count(folder)


@attack("paths", "a pipe whose writer never writes, named by the election file", UNREADABLE, "phieu.csv")
def idle_pipe(folder):
    lay(folder, ballots=None)
    os.mkfifo(folder / "phieu.csv")
    writer = os.open(folder / "phieu.csv", os.O_RDWR)
    try:
        return count(folder)
    finally:
        os.close(writer)


@attack("paths", "a pipe whose writer never writes as the plan", UNREADABLE, "plan.json")
def plan_pipe(folder):
    lay(folder, election("plan", to="plan.json"))
    os.mkfifo(folder / "plan.json")
    writer = os.open(folder / "plan.json", os.O_RDWR)
    try:
        return count(folder)
    finally:
        os.close(writer)


@attack("paths", "a pipe whose writer never writes in place of evidence, verified", NO, "phieu.csv")
def verified_pipe(folder):
    counted(folder)
    os.remove(folder / "phieu.csv")
    os.mkfifo(folder / "phieu.csv")
    writer = os.open(folder / "phieu.csv", os.O_RDWR)
    try:
        return folder.run("verify", "result.json")
    finally:
        os.close(writer)


@attack("paths", "a pipe whose writer never writes as the log of a list, verified", NO, "phieu.csv.log")
def log_pipe(folder):
    counted(folder)
    os.mkfifo(folder / "phieu.csv.log")
    writer = os.open(folder / "phieu.csv.log", os.O_RDWR)
    try:
        return folder.run("verify", "result.json")
    finally:
        os.close(writer)


@attack("paths", "a pipe whose writer never writes as a signature, verified", (DONE, NO))
def signature_pipe(folder):
    folder.write("signers", '"head:A" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBWnpXuSyKS59kqIYC5jlvJGTWqyOgn8BLBGjg48WuwX\n')
    counted(folder)
    os.mkfifo(folder / "result.json.0123456789abcdef.sig")
    writer = os.open(folder / "result.json.0123456789abcdef.sig", os.O_RDWR)
    try:
        return folder.run("verify", "result.json", "--signers", "signers")
    finally:
        os.close(writer)


def given(name, path, status):
    """Declares a count of a ballot file that the command line names."""

    @attack("paths", name, status, path)
    def action(folder, path=path):
        lay(folder)
        return count(folder, "--ballots", path)


given("/dev/zero given as ballots", "/dev/zero", DATA)
given("/dev/urandom given as ballots", "/dev/urandom", DATA)
given("/dev/null given as ballots", "/dev/null", DATA)
given("/proc/self/mem given as ballots", "/proc/self/mem", UNREADABLE)
given("/proc/self/environ given as ballots", "/proc/self/environ", DATA)
given("/proc/cpuinfo given as ballots", "/proc/cpuinfo", DATA)
given("a folder given as ballots", "/proc", UNREADABLE)


@attack("paths", "/dev/zero as the election file", UNREADABLE, "/dev/zero")
def zero_election(folder):
    return folder.run("count", "/dev/zero")


# Ballot files

def lines(number, line, head="struck\n"):
    """A header and so many lines, in pieces."""
    yield head
    piece = line * 10_000
    for _ in range(number // 10_000):
        yield piece


def shuffled_serials(number):
    """A mark list whose serials are in disorder."""
    serials = list(range(number))
    random.Random(2).shuffle(serials)
    yield "serial,struck\n"
    yield "".join(f"{serial},1\n" for serial in serials)


def falling_bundles(number):
    """A mark list whose bundles all occur once, and fall."""
    yield "bundle,serial,struck\n"
    yield "".join(f"{bundle},1,1\n" for bundle in range(number, 0, -1))


def wrong_rows(number):
    """Rows each wrong in another way of its own."""
    yield "struck\n"
    yield "".join(f"x{row}\n" for row in range(number))


table("ballots", DATA, {
    "a header of 1,000,000 columns": of_ballots(lambda: ",".join(map(str, range(1, 1_000_001))) + "\n"),
    "a header of 100 MB": of_ballots(lambda: "struck," * 14_285_714),
    "a line of 100 MB": of_ballots(lambda: ["struck\n", "1 " * 50 * MEGABYTE]),
    "a quote that is never closed, 100 MB": of_ballots(lambda: ["struck\n\"", "1\n" * 50 * MEGABYTE]),
    "100 MB of zero bytes": of_ballots(lambda: bytes(100 * MEGABYTE)),
    "100 MB of random bytes": of_ballots(lambda: random.Random(3).randbytes(100 * MEGABYTE)),
    "100 MB of random bytes below a header": of_ballots(
        lambda: [b"struck\n", random.Random(4).randbytes(100 * MEGABYTE)]),
    "100 MB of carriage returns": of_ballots(lambda: ["struck\r", "\r" * 100 * MEGABYTE]),
    "50,000,000 empty lines between ballots": of_ballots(lambda: ["struck\n", "\n" * 50 * MEGABYTE, "1\n"]),
    "50,000,000 empty lines at the beginning": of_ballots(lambda: ["\n" * 50 * MEGABYTE, "struck\n"]),
    "5,000,000 wrong rows": of_ballots(lambda: lines(5 * MEGABYTE, "x\n")),
    "5,000,000 rows wrong in different ways": of_ballots(lambda: wrong_rows(5 * MEGABYTE)),
    "5,000,000 bundles, falling": of_ballots(lambda: falling_bundles(5 * MEGABYTE)),
    "5,000,000 serials in disorder": of_ballots(lambda: shuffled_serials(5 * MEGABYTE)),
    "1,000 different words of 60,000 letters": of_ballots(lambda: "struck,invalid\n" + "".join(
        f',"other:""w{number:07}{"x" * 60_000}"""\n' for number in range(1000))),
    "1,000,000 lines sep=": of_ballots(lambda: "sep=;\n" * MEGABYTE),
    "a number of 60,000 digits": of_ballots("struck\n" + "1" * 60_000 + "\n"),
    "a range up to 10^18": of_ballots("struck\n1-1000000000000000000\n"),
    "a range up to 10^30": of_ballots("struck\n1-1000000000000000000000000000000\n"),
    "20,000 ranges in a cell": of_ballots("struck\n" + "1-3 " * 15_000 + "\n"),
    "a count of 1,000,001": of_ballots("struck,count\n1,1000001\n"),
    "a count of 2^64 + 1": of_ballots("struck,count\n1,18446744073709551617\n"),
    "a count of 0": of_ballots("struck,count\n1,0\n"),
    "a negative count": of_ballots("struck,count\n1,-1\n"),
    "2,000,000 counts of 1,000,000, more than 10^12": of_ballots(
        lambda: lines(2 * MEGABYTE, "1,1000000\n", "struck,count\n")),
    "a serial of 2^63": of_ballots("serial,struck\n9223372036854775808,1\n"),
    "a batch of serials beyond 2^63": of_ballots(
        "serial,struck,count\n9223372036854775807,1,1000000\n9223372036854775806,1,1\n"),
    "a serial of 60,000 digits": of_ballots("serial,struck\n" + "9" * 60_000 + ",1\n"),
    "full-width digits": of_ballots("struck\n１\n"),
    "a byte order mark in a cell": of_ballots("struck\n\ufeff1\n"),
    "a formula": of_ballots("struck\n=1+1\n"),
    "escape sequences in a cell": of_ballots(f"struck\n{ESCAPES}\n"),
    "escape sequences in the header": of_ballots(f"struck,{ESCAPES}\n1,1\n"),
    "overrides in the board's words": of_ballots(f'struck,invalid\n,"other:""{REORDERING}"""\n'),
    "zero-width characters in a cell": of_ballots("struck\n1\u200b2\n"),
    "an invalid byte in the header": of_ballots(b"stru\xffck\n1\n"),
    "an invalid byte in a cell": of_ballots(b"struck\n1\xff\n"),
    "a cut character at the end": of_ballots(b'struck,invalid\n,"other:""\xe1\xba'),
    "UTF-16 with an odd byte": of_ballots(lambda: BALLOTS.encode("utf-16") + b"1"),
    "UTF-16 with half a pair": of_ballots(lambda: "struck\n".encode("utf-16") + b"\x00\xd8\n\x00"),
    "UTF-16 with the other end first": of_ballots(lambda: b"\xfe\xff" + BALLOTS.encode("utf-16-be")),
    "100 MB of empty lines in UTF-16": of_ballots(
        lambda: ["struck\n".encode("utf-16"), b"\n\0" * 50 * MEGABYTE, b"1\0\n\0"]),
    "100 MB of one line in UTF-16": of_ballots(lambda: ["struck\n".encode("utf-16"), b"1\0" * 50 * MEGABYTE]),
    "UTF-32": of_ballots(lambda: BALLOTS.encode("utf-32")),
    "nothing": of_ballots(""),
    "a byte order mark and nothing": of_ballots(b"\xef\xbb\xbf"),
    "a byte order mark in UTF-16 and nothing": of_ballots(b"\xff\xfe"),
    "an xlsx file": of_ballots(b"PK\x03\x04" + bytes(5000)),
    "a compressed bomb": of_ballots(b"\x1f\x8b\x08\x00" + bytes(5000)),
    "a header of 60 KB of commas": of_ballots("," * 60_000 + "\n1\n"),
    "a column 10,000 times": of_ballots("struck," * 9_000 + "struck\n1\n"),
    "rows of 60,000 empty cells": of_ballots(lambda: lines(1_000_0, "," * 6_000 + "\n")),
}, names="phieu.csv")

table("ballots", NO, {
    "a number of 60,000 zeros and a 1": of_ballots("struck\n" + "0" * 60_000 + "1\n"),
    "50,000,000 empty lines at the end": of_ballots(lambda: ["struck\n1\n", "\n" * 50 * MEGABYTE]),
    "1,000,000 counts of 1,000,000, a million million ballots": of_ballots(
        lambda: lines(MEGABYTE, "1,1000000\n", "struck,count\n")),
    "1,000,000 different words of the board": of_ballots(lambda: "struck,invalid\n" + "".join(
        f',"other:""w{number:07}"""\n' for number in range(MEGABYTE, 0, -1))),
})


@attack("ballots", "a formula in the board's words", DONE)
def formula(folder):
    lay(folder, ballots='struck,invalid\n3,\n1,\n,"other:""=cmd|/c calc!A1"""\n')
    return count(folder)


@attack("ballots", "1,000,000 different words of the board, verified", NO)
def verified_words(folder):
    words = (f',"other:""w{number:07}"""\n' for number in range(MEGABYTE, 0, -1))
    counted(folder, ballots="struck,invalid\n" + "".join(words))
    return folder.run("verify", "result.json")


@attack("paths", "a link through /proc/self/cwd and back", (DONE, DATA))
def through_proc(folder):
    lay(folder, ballots=None)
    folder.write("in/x.csv", BALLOTS)
    link(folder, "phieu.csv", "/proc/self/cwd/in/x.csv")
    return count(folder)


@attack("result", "a roster above the folder, carried on by next", DATA, "result.json")
def roster_above(folder):
    result = counted(folder, contest("seats", to=1), "struck\n2 3\n1 3\n1 2\n")
    result["roster"] = {"name": "../evil", "bytes": 5, "sha256": "0" * 64, "quorum": {"head": 1}}
    folder.write("in/result.json", sealed(result))
    folder.write("evil", "evil\n")
    run = folder.run("next", "in/result.json", "c", "--out", "out/new")
    if (folder / "out/evil").exists():
        run.wrong = "a file was written outside of the folder"
    return run


@attack("ballots", "a header, and a hole of 1 TB", DATA, "phieu.csv")
def hole(folder):
    lay(folder)
    os.truncate(folder / "phieu.csv", 1 << 40)
    return count(folder)


@attack("ballots", "two entries of 100,000 papers with nothing in common, compared", (NO, DATA))
def unlike_entries(folder):
    lay(folder)
    choice = random.Random(5)
    for name in ("a.csv", "b.csv"):
        folder.write(name, "struck\n" + "".join(f"{choice.choice(['1', '2', '3', '='])}\n" for _ in range(100_000)))
    return folder.run("reconcile", "a.csv", "b.csv", "--election", "election.json")


@attack("ballots", "one entry of 1,000,000 papers, one without the first, compared", (NO, DATA))
def shifted_entries(folder):
    lay(folder)
    choice = random.Random(6)
    rows = [f"{choice.choice(['1', '2', '3', '='])}\n" for _ in range(MEGABYTE)]
    folder.write("a.csv", "struck\n" + "".join(rows))
    folder.write("b.csv", "struck\n" + "".join(rows[1:]))
    return folder.run("reconcile", "a.csv", "b.csv", "--election", "election.json")


@attack("ballots", "an entry of a million million papers, compared", (NO, DATA))
def entries_in_batches(folder):
    lay(folder)
    for name in ("a.csv", "b.csv"):
        folder.write(name, lines(MEGABYTE, "1,1000000\n", "struck,count\n"))
    return folder.run("reconcile", "a.csv", "b.csv", "--election", "election.json")


@attack("ballots", "a table of shares with 1,000,000 digits", DATA, "t.csv")
def long_share(folder):
    folder.write("t.csv", "name,votes,percent,base\nA," + "1" * MEGABYTE + ",50,2\n")
    return folder.run("verify", "--table", "t.csv")


@attack("ballots", "a table of shares with a base of 0", DATA, "t.csv")
def no_base(folder):
    folder.write("t.csv", "name,votes,percent,base\nA,1,50,0\n")
    return folder.run("verify", "--table", "t.csv")


@attack("ballots", "a table of 100 MB", (DATA, UNREADABLE), "t.csv")
def large_table(folder):
    folder.write("t.csv", lines(10 * MEGABYTE, "A,1,50,2\n", "name,votes,percent,base\n"))
    return folder.run("verify", "--table", "t.csv")


@attack("ballots", "a table with escape sequences in its names", NO)
def table_escapes(folder):
    folder.write("t.csv", f"name,votes,percent,base\n{ESCAPES},1,51,2\n")
    return folder.run("verify", "--table", "t.csv")


# Packed files

def of_packed(**parts):
    """Counts a packed file."""
    return of_ballots(lambda: packed(**parts))


HEADS = {
    "a million million ballots in 4 KB": {"ballots": 10**12},
    "2^64 - 1 ballots": {"ballots": (1 << 64) - 1},
    "2^64 - 1 blocks": {"blocks": (1 << 64) - 1},
    "2^32 - 1 names": {"names": (1 << 32) - 1},
    "no names": {"names": 0},
    "2^64 - 64 bytes of words": {"wordsSize": (1 << 64) - 64},
    "2^63 bytes of words": {"wordsSize": 1 << 63},
    "words that lie in the header": {"wordsAt": 0, "wordsSize": 192},
    "2^64 - 1 status blocks": {"statusBlocks": (1 << 64) - 1},
    "a file of 2^63 bytes": {"fileSize": 1 << 63},
    "papers behind the end": {"papersAt": 1 << 40, "papersSize": 64},
    "version 2": {"version": 2},
    "form 7": {"form": 7},
    "a header of 2^32 - 64 bytes": {"size": (1 << 32) - 64},
}
table("packed", DATA, {
    **{name: of_packed(head=head) for name, head in HEADS.items()},
    "the ballots of another contest": of_packed(names=2),
    "ballots beyond the last": of_packed(plane=0b1111),
    "words of 2^32 - 1 bytes in 64": of_packed(words=padded([1, 1 | 0xFFFFFFFF << 32])),
    "words for ballot 2^63": of_packed(words=padded([1 << 63, 1 | 8 << 32, b"xxxxxxxx", 0, 0])),
    "words of a kind 9": of_packed(words=padded([1, 9 | 8 << 32, b"xxxxxxxx", 0, 0])),
    "words with escape sequences": of_packed(words=padded([1, 1 | 8 << 32, b"\x1b[2J\x1b[3J", 0, 0])),
    "words that are no UTF-8": of_packed(words=padded([1, 1 | 8 << 32, b"\xff" * 8, 0, 0])),
    "a ruling on a ballot that is not debatable": of_packed(
        status=bytes(6 * 512) + b"\x01" + bytes(511) + bytes(64)),
    "every byte behind the mark 255": of_ballots(b"\x89KPB\r\n\x1a\n" + b"\xff" * 4096),
    "the mark alone": of_ballots(b"\x89KPB\r\n\x1a\n"),
}, names="phieu.csv")


@attack("packed", "a sparse file of 1 TB with a sound header", DATA, "phieu.csv")
def sparse_packed(folder):
    lay(folder, ballots=packed(ballots=10**12, head={"fileSize": 1 << 40}))
    os.truncate(folder / "phieu.csv", 1 << 40)
    return count(folder)


def with_hole(section):
    """A packed file with a section of 1 TB that is nothing but a hole."""

    def action(folder):
        head = {"wordsSize": 1 << 40} if section == "words" else {"papersSize": 1 << 40}
        whole = packed()
        size = len(whole) + (1 << 40)
        if section == "words":
            head["papersAt"] = size
        folder.write("phieu.kpb", packed(head={**head, "fileSize": size}))
        os.truncate(folder / "phieu.kpb", size)
        return folder.run("convert", "phieu.kpb", "--to", "list", "--out", "x.csv")

    return action


table("packed", DATA, {
    f"{section} of 1 TB that are a hole, converted": with_hole(section) for section in ("words", "papers")
}, names="phieu.kpb")


@attack("packed", "papers of 2^63 ballots, converted", DATA, "phieu.kpb")
def endless_papers(folder):
    folder.write("phieu.kpb", packed(papers=padded([1, 1, 1 << 63, 0, 0, 0])))
    return folder.run("convert", "phieu.kpb", "--to", "list", "--out", "x.csv")


@attack("packed", "words with escape sequences, converted", DATA, "phieu.kpb")
def converted_escapes(folder):
    status = bytes(4 * 512) + b"\x01" + bytes(511) + bytes(2 * 512) + bytes(64)
    folder.write("phieu.kpb", packed(status=status, words=padded([0, 1 | 8 << 32, b"\x1b[2J\x1b[3J", 0, 0])))
    return folder.run("convert", "phieu.kpb", "--to", "list", "--out", "x.csv")


# Plans and rosters

def of_plan(content):
    """Checks an election with a plan of this content."""

    def action(folder):
        lay(folder, election("plan", to="plan.json"))
        folder.write("plan.json", content() if callable(content) else content)
        return folder.run("check", "election.json")

    return action


PLAN = {"format": "kiemphieu-plan", "version": 1}
table("plan", DATA, {
    "an unknown key with escape sequences in a plan": of_plan({**PLAN, ESCAPES: 1}),
    "a plan of 60 MB": of_plan(lambda: "[" * 60 * MEGABYTE),
    "a limit of 2^64": of_plan({**PLAN, "limits": [{"office": "committee", "seatsAtMost": 1 << 64}]}),
    "at least more than at most": of_plan(
        {**PLAN, "limits": [{"office": "committee", "seatsAtLeast": 5, "seatsAtMost": 3}]}),
    "dates that are none": of_plan({**PLAN, "age": {"countedAt": "9999-99"}}),
    "a title with overrides in a plan": of_plan({**PLAN, "title": REORDERING}),
}, names="plan.json")
table("plan", (DONE, NO, DATA), {
    "300,000 limits": of_plan(lambda: {**PLAN, "limits": [{"office": "delegates", "seatsAtMost": 1}] * 300_000}),
    "300,000 dates in the schedule": of_plan(
        lambda: {**PLAN, "schedule": [{"what": "a", "by": "2020-01-01", "daysAtMost": 1}] * 300_000}),
})


def of_roster(content):
    """Checks an election with a roster of this content."""

    def action(folder):
        import hashlib

        path = folder.write("signers", content() if callable(content) else content)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        roster = {"file": "signers", "sha256": digest, "quorum": {"head": 1}}
        lay(folder, election("roster", to=roster))
        return folder.run("check", "election.json")

    return action


KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBWnpXuSyKS59kqIYC5jlvJGTWqyOgn8BLBGjg48WuwX"
table("plan", DATA, {
    "a roster of 60 MB of one line": of_roster(lambda: "a" * 60 * MEGABYTE),
    "a roster of 500,000 wrong lines": of_roster(lambda: "x y z\n" * 500_000),
    "a roster of 500,000 lines of one key": of_roster(lambda: "".join(
        f'"head:A {number}" {KEY}\n' for number in range(500_000))),
    "a roster with escape sequences": of_roster(f'"head:{ESCAPES}" {KEY}\n'),
    "a roster with a key of 1 MB": of_roster(lambda: f'"head:A" ssh-ed25519 {"A" * MEGABYTE}\n'),
    "a roster of random bytes": of_roster(lambda: random.Random(7).randbytes(MEGABYTE)),
    "a roster with options for ssh-keygen": of_roster(f'-Y cert-authority,namespaces="*" {KEY}\n'),
}, names="signers")


# Result files

def verified(*steps, to, command=("verify",)):
    """Verifies a forged result."""

    def action(folder):
        forge(folder, *steps, to=to() if callable(to) else to)
        return folder.run(command[0], "result.json", *command[1:])

    return action


CANDIDATE = ("contests", 0, "candidates", 0)
table("result", (NO, DATA), {
    "a name with escape sequences": verified(*CANDIDATE, "name", to=ESCAPES),
    "a name with overrides": verified(*CANDIDATE, "name", to=REORDERING),
    "a name of 1 MB": verified(*CANDIDATE, "name", to=lambda: "A" * MEGABYTE),
    "an organization with escape sequences": verified("election", "organization", to=ESCAPES),
    "an id with escape sequences": verified("contests", 0, "id", to=ESCAPES),
    "a file name with escape sequences": verified("contests", 0, "files", 0, "name", to=ESCAPES),
    "a file above the folder": verified("contests", 0, "files", 0, "name", to="../../../etc/passwd"),
    "an absolute file": verified("contests", 0, "files", 0, "name", to="/etc/passwd"),
    "/dev/zero as a file": verified("contests", 0, "files", 0, "name", to="/dev/zero"),
    "a file of 2^53 bytes": verified("contests", 0, "files", 0, "bytes", to=1 << 53),
    "2^63 votes": verified(*CANDIDATE, "votes", to=1 << 63),
    "-1 votes": verified(*CANDIDATE, "votes", to=-1),
    "10^12 seats": verified("contests", 0, "seats", to=10**12),
    "10^12 ballots": verified("contests", 0, "ballots", "recorded", to=10**12),
    "300,000 elected": verified("contests", 0, "elected", to=lambda: [1] * 300_000),
    "100,000 candidates": verified("contests", 0, "candidates", to=lambda: [{}] * 100_000),
    "100,000 findings": verified("findings", to=lambda: [{"code": ESCAPES}] * 100_000),
    "100,000 contests": verified("contests", to=lambda: [{}] * 100_000),
    "100,000 contests of one id": verified("contests", to=lambda: [{"id": "c"}] * 100_000),
    "a version of 1 MB": verified("engine", "version", to=lambda: "9" * MEGABYTE),
    "a regulation with escape sequences": verified("regulation", to=ESCAPES),
    "a member with escape sequences": verified(ESCAPES, to=1),
    "100,000 members": verified("election", to=lambda: {str(number): 1 for number in range(100_000)}),
    "null in place of everything": verified("contests", to=None),
})
for command in (["explain", "--candidate", "1"], ["audit"], ["next"], ["sign", "--key", "key"]):
    more = ["c", "--out", "next"] if command[0] == "next" else []
    table("result", (DONE, DATA, NO, USAGE, MISSING), {
        f"a name with escape sequences, {command[0]}": verified(
            *CANDIDATE, "name", to=ESCAPES, command=[*command, *more]),
        f"100,000 candidates, {command[0]}": verified(
            "contests", 0, "candidates", to=lambda: [{}] * 100_000, command=[*command, *more]),
        f"10^12 seats, {command[0]}": verified("contests", 0, "seats", to=10**12, command=[*command, *more]),
    })


def of_result(content):
    """Verifies a result file of this content."""

    def action(folder):
        counted(folder)
        folder.write("result.json", content() if callable(content) else content)
        return folder.run("verify", "result.json")

    return action


table("result", DATA, {
    "nothing": of_result(""),
    "lists 60,000,000 deep": of_result(lambda: "[" * 60 * MEGABYTE),
    "60 MB of random bytes": of_result(lambda: random.Random(8).randbytes(60 * MEGABYTE)),
    "4,000,000 values": of_result(lambda: "[" + "0," * 3_999_998 + "0]"),
    "a string of 60 MB": of_result(lambda: '"' + "a" * 60 * MEGABYTE + '"'),
    "a number of 1,000,000 digits": of_result(lambda: '{"version":' + "1" * MEGABYTE + "}"),
    "the election file": of_result(ELECTION),
}, names="result.json")


@attack("result", "a result that names itself as the one before", DATA, "election.json")
def after_itself(folder):
    lay(folder, election("after", to=[{"result": "result.json", "sha256": "0" * 64}]))
    folder.write("result.json", b"{}")
    return count(folder, "--out", ".")


@attack("result", "an election that comes after its own election file", DATA, "election.json")
def after_own_election(folder):
    lay(folder, election("after", to=[{"result": "election.json", "sha256": "0" * 64}]))
    return count(folder)


@attack("result", "one earlier result 100,000 times", DATA, "election.json")
def after_often(folder):
    lay(folder, election("after", to=[{"result": "a/result.json", "sha256": "0" * 64}] * 100_000))
    return count(folder)


def tower(folder, floors, width):
    """Sittings above each other, each after the one below under several names."""
    import shutil

    place, below = folder.path / "s", None
    counts = []
    for floor in range(floors):
        document = election("date", to=f"2020-04-{floor + 1:02}")
        new = folder.path / "new"
        new.mkdir()
        if below:
            after = []
            for copy in range(width):
                shutil.copytree(below, new / f"{copy}", symlinks=True) if copy == 0 else os.symlink("0", new / f"{copy}")
                data = (new / f"{copy}" / "result.json").read_bytes()
                after.append({"result": f"{copy}/result.json", "sha256": hashlib.sha256(data).hexdigest()})
            document = {**document, "after": after}
        folder.write("new/election.json", document)
        folder.write("new/phieu.csv", BALLOTS)
        run = folder.run("count", "new/election.json", "--out", "new")
        counts.append(run)
        if not (new / "result.json").exists():
            return run
        shutil.rmtree(place, ignore_errors=True)
        new.rename(place)
        below = place
    return folder.run("verify", "s/result.json")


@attack("result", "sittings 18 deep", (DONE, NO))
def deep_tower(folder):
    return tower(folder, 18, 1)


@attack("result", "sittings 12 deep, each after 4 names of the one before", (DONE, NO, DATA))
def wide_tower(folder):
    return tower(folder, 12, 4)


@attack("result", "100 results that come after each other", NO)
def circle_of_results(folder):
    result = counted(folder)
    names = [f"r{number}.json" for number in range(100)]
    document = json.loads((folder / "election.json").read_text())
    document["after"] = [{"result": name, "sha256": f"{number:064x}"} for number, name in enumerate(names)]
    folder.write("election.json", document)
    data = (folder / "election.json").read_bytes()
    result["election"] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    for name in [*names, "result.json"]:
        folder.write(name, {**result, "name": name})
    return folder.run("verify", "result.json")


@attack("result", "100,000 files beside it", (DONE, NO))
def many_strangers(folder):
    counted(folder)
    for number in range(100_000):
        (folder / f"x{number}").touch()
    return folder.run("verify", "result.json")


@attack("result", "files with hostile names beside it", (DONE, NO))
def hostile_strangers(folder):
    counted(folder)
    for name in (b"a\x1b[2Jb", b"\xff\xfe", "a\u202eb".encode(), b"a\nb", b"-rf", b"result.json.\x1b[2J.sig"):
        with open(os.fsencode(folder.path) + b"/" + name, "w"):
            pass
    return folder.run("verify", "result.json")


@attack("result", "links in a circle and folders 400 deep beside it", (DONE, NO))
def deep_strangers(folder):
    counted(folder)
    link(folder, "loop", ".")
    for depth in range(1, 400):
        (folder / ("d/" * depth)).mkdir()
    return folder.run("verify", "result.json")


@attack("result", "2,000 files named like signatures beside it", (DONE, NO))
def many_signatures(folder):
    folder.write("signers", f'"head:A" {KEY}\n')
    counted(folder)
    for number in range(2000):
        folder.write(f"result.json.{number:016x}.sig", b"-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n")
    return folder.run("verify", "result.json", "--signers", "signers")


@attack("result", "a signature of 100 MB", (DONE, NO))
def large_signature(folder):
    folder.write("signers", f'"head:A" {KEY}\n')
    counted(folder)
    folder.write("result.json.0123456789abcdef.sig", b"A" * 100 * MEGABYTE)
    return folder.run("verify", "result.json", "--signers", "signers")


@attack("result", "readings of an audit that are hostile", DATA, "r.csv")
def hostile_readings(folder):
    counted(folder)
    folder.write("r.csv", ESCAPES + "\n" + "x\n" * MEGABYTE)
    return folder.run("audit", "result.json", "--contest", "c", "--seed", "a b c", "--ballots", "2", "--readings", "r.csv")


@attack("result", "an audit of a million million papers", (DONE, NO, DATA))
def large_audit(folder):
    document = contest("electorate", "convened", to=10**12)
    document["contests"][0]["electorate"]["present"] = 10**12
    document["contests"][0]["ballots"].update(issued=10**12, returned=10**12)
    counted(folder, document, lines(MEGABYTE, "1,1000000\n", "struck,count\n"))
    return folder.run("audit", "result.json", "--seed", "a b c", "--ballots", "3")


@attack("result", "an audit that is to draw a million million papers", (DONE, NO, USAGE, DATA))
def drawing_all(folder):
    document = contest("electorate", "convened", to=10**12)
    document["contests"][0]["electorate"]["present"] = 10**12
    document["contests"][0]["ballots"].update(issued=10**12, returned=10**12)
    counted(folder, document, lines(MEGABYTE, "1,1000000\n", "struck,count\n"))
    return folder.run("audit", "result.json", "--seed", "a b c", "--ballots", "1000000000000")


# Entry logs

LOG_KEYS = ["enter", "election.json", "--out", "to.csv", "--rehearsal"]


def entered(folder):
    """Enters three ballots, and gives the lines of their log."""
    lay(folder)
    run = folder.run(*LOG_KEYS, stdin=b"3\n1\n2 3\nh\n3\nq\n")
    assert run.status == DONE, run.text
    return (folder / "to.csv.log").read_bytes().splitlines(keepends=True)


def chained(records):
    """A log whose digests all hold."""
    import hashlib

    before = hashlib.sha256(b"kiemphieu-entries 1\n").hexdigest()
    rows = []
    for record in records:
        record = {**record, "before": before}
        row = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"
        before = hashlib.sha256(row).hexdigest()
        rows.append(row)
    size = 114 + sum(map(len, rows))
    return f"kiemphieu-entries 1 {len(rows):012} {size:015} {before}\n".encode() + b"".join(rows)


def of_log(change, status=DATA, command=LOG_KEYS):
    """Goes on entering behind a log that somebody changed and made whole again."""

    def action(folder):
        rows = entered(folder)
        content = change([json.loads(row) for row in rows[1:]])
        folder.write("to.csv.log", content if isinstance(content, (bytes, str)) else chained(content))
        return folder.run(*command, stdin=b"q\n\n")

    return action, status


def altered(index, **members):
    """Changes members of one record."""
    return lambda records: [
        {**record, **members} if place == index else record for place, record in enumerate(records)]


LOG_CASES = {
    "nothing": lambda records: b"",
    "the head alone, with numbers of nines": lambda records: b"kiemphieu-entries 1 " + b"9" * 12 + b" " + b"9" * 15 + b" " + b"f" * 64 + b"\n",
    "100 MB of random bytes": lambda records: random.Random(9).randbytes(60 * MEGABYTE),
    "100 MB without a line feed": lambda records: b"kiemphieu-entries 1 " + b"0" * 60 * MEGABYTE,
    "a million million identical ballots": altered(1, times=10**12),
    "2^63 identical ballots": altered(1, times=1 << 63),
    "1,000,000 identical ballots": altered(1, times=1_000_000),
    "a bundle of 10^18 papers": altered(0, bundleSize=10**18),
    "a bundle of 10^12 papers with so many identical ballots": lambda records: [
        {**records[0], "bundleSize": 10**12}, {**records[1], "times": 10**12}, *records[2:]],
    "a first bundle of 2^63 - 1": altered(0, firstBundle=(1 << 63) - 1),
    "a first bundle of 10^12": altered(0, firstBundle=10**12),
    "a check of 2^63 - 1 papers": altered(4, papers=(1 << 63) - 1, entered=(1 << 63) - 1),
    "marks of 1 MB": lambda records: [records[0], {**records[1], "marks": ["1 " * 500_000]}, *records[2:]],
    "marks with escape sequences": altered(1, marks=[ESCAPES]),
    "100,000 marks": lambda records: [records[0], {**records[1], "marks": ["1"] * 100_000}, *records[2:]],
    "a station with escape sequences": altered(0, station=ESCAPES),
    "a station of 1 MB": lambda records: [{**records[0], "station": "T" * MEGABYTE}, *records[1:]],
    "ten million names": altered(0, names=10_000_000),
    "a time that is none": altered(0, at="9999-99-99T99:99Z"),
    "a record of an unknown kind": altered(1, record=ESCAPES),
    "a correction of ballot 2^63 - 1": lambda records: [*records[:2], {
        "record": "correction", "bundle": (1 << 63) - 1, "serial": (1 << 63) - 1, "marks": ["1"], "invalid": ""}],
    "100,000 openings": lambda records: [records[0]] * 100_000,
    "a record 60,000 deep": lambda records: b"kiemphieu-entries 1 000000000001 000000000060114 " + b"0" * 64 + b"\n" + b"[" * 60_000 + b"\n",
}
# What is shown of the log is made visible, and it is only known to somebody else's log whether it is right.
SOUND = {"a station with escape sequences", "a station of 1 MB"}
for case, change in LOG_CASES.items():
    if case in SOUND:
        table("log", DONE, {f"{case}, entering": of_log(change, DONE)})
    else:
        table("log", DATA, {f"{case}, entering": of_log(change)}, names="to.csv.log")


def verified_log(change):
    """Counts a list and verifies the result with such a log beside the list."""

    def action(folder):
        rows = entered(folder)
        document = contest("ballots", "files", to=["to.csv"])
        folder.write("election.json", document)
        run = folder.run("count", "election.json", "--out", ".")
        assert run.status == DONE, run.text
        content = change([json.loads(row) for row in rows[1:]])
        folder.write("to.csv.log", content if isinstance(content, (bytes, str)) else chained(content))
        return folder.run("verify", "result.json")

    return action


for case, change in LOG_CASES.items():
    table("log", (DONE, NO) if case in SOUND else NO, {f"{case}, verified": verified_log(change)}, names="to.csv.log")
table("log", NO, {
    f"{case}, compared": of_log(change, (DONE, NO, DATA), ["reconcile", "to.csv", "phieu.csv", "--election", "election.json"])
    for case, change in LOG_CASES.items()})


def many_records(records, count):
    """A log of so many ballots in bundles of 10,000, and so many corrections of the last of them."""
    ballots, bundle = [], 0
    for number in range(count):
        if number % 10_000 == 0:
            bundle += 1
            if number:
                ballots.append({**records[4], "bundle": bundle - 1, "entered": 10_000, "papers": 10_000})
        ballots.append({**records[1], "bundle": bundle, "serial": number % 10_000 + 1})
    place = {"bundle": bundle, "serial": (count - 1) % 10_000 + 1}
    corrections = [
        {**place, "record": "correction", "marks": [str(1 + number % 2)], "invalid": ""} for number in range(count)]
    return [{**records[0], "bundleSize": 10_000}, *ballots, *corrections]


def many_bundles(records, count):
    """A log of so many bundles of one ballot."""
    rows = []
    for number in range(1, count + 1):
        rows.append({**records[1], "bundle": number, "serial": 1})
        rows.append({**records[4], "bundle": number, "entered": 1, "papers": 1})
    return [records[0], *rows, {**records[5], "ballots": count}]


def withdrawn(records, count):
    """A log of ballots that are withdrawn, the first first, again and again."""
    rows, serial = [], 0
    for _ in range(count // 10_000):
        rows.append({**records[1], "bundle": 1, "serial": serial + 1, "times": 10_000})
        rows += [{"record": "withdrawal", "bundle": 1, "serial": serial + number} for number in range(1, 10_001)]
        serial += 10_000
    return [{**records[0], "bundleSize": 10_000}, *rows]


for case, make in {
    "100,000 ballots, and as many corrections of the last": many_records, "100,000 bundles of a ballot": many_bundles,
    "100,000 withdrawals": withdrawn,
}.items():
    def change(records, make=make):
        return make(records, 100_000)

    content, expected = of_log(change, (DONE, DATA))
    table("log", expected, {f"{case}, entering": content}, names="to.csv")
    table("log", NO, {f"{case}, verified": verified_log(change)}, names="to.csv.log")


@attack("log", "200,000 ballots in the log, verified", NO, "to.csv.log")
def long_log(folder):
    rows = entered(folder)
    records = [json.loads(row) for row in rows[1:]]
    folder.write("election.json", contest("ballots", "files", to=["to.csv"]))
    folder.run("count", "election.json", "--out", ".")
    ballots = [{**records[1], "serial": number} for number in range(1, 200_001)]
    folder.write("to.csv.log", chained([{**records[0], "bundleSize": MEGABYTE}, *ballots]))
    return folder.run("verify", "result.json")


@attack("log", "an origin of an agreed list that is hostile, verified", NO, "phieu.csv.origin.json")
def hostile_origin(folder):
    counted(folder)
    folder.write("phieu.csv.origin.json", "[" * 60 * MEGABYTE)
    return folder.run("verify", "result.json")


@attack("log", "an origin with paths out of the folder, verified", NO, "phieu.csv.origin.json")
def outside_origin(folder):
    counted(folder)
    folder.write("phieu.csv.origin.json", {
        "format": "kiemphieu-reconciliation", "version": 1,
        "entries": [{"name": "../../../etc/passwd", "sha256": "0" * 64}] * 2})
    return folder.run("verify", "result.json")


# The command line and the keyboard

@attack("line", "an unknown command with escape sequences", USAGE)
def hostile_command(folder):
    return folder.run(ESCAPES)


@attack("line", "an unknown option of 100,000 letters", USAGE)
def long_option(folder):
    return folder.run("count", "--" + "x" * 100_000)


@attack("line", "10,000 files to be packed that are not there", MISSING)
def many_arguments(folder):
    return folder.run("pack", *map(str, range(10_000)), "--candidates", "3", "--seats", "2", "--out", "x.kpb")


@attack("line", "a file whose name is no UTF-8", USAGE)
def name_of_bytes(folder):
    lay(folder)
    with open(os.fsencode(folder.path) + b"/a\xff.json", "wb") as file:
        file.write((folder / "election.json").read_bytes())
    return folder.run("count", b"a\xff.json")


@attack("line", "a file whose name has escape sequences", MISSING)
def hostile_name(folder):
    return folder.run("count", ESCAPES + ".json")


@attack("line", "a contest with overrides", USAGE)
def hostile_contest(folder):
    lay(folder)
    return folder.run("count", "election.json", "--contest", REORDERING)


@attack("line", "an empty name", USAGE)
def empty_name(folder):
    return folder.run("count", "")


@attack("line", "a seed that is no UTF-8", USAGE)
def seed_of_bytes(folder):
    return folder.run("audit", "result.json", "--seed", b"sen\xff", "--ballots", "1")


@attack("line", "a reason that nobody sees", USAGE)
def invisible_reason(folder):
    lay(folder)
    count(folder, "--out", ".")
    return count(folder, "--replaces", "result.json", "--because", "\u3164", "--out", "x")


@attack("line", "an output called -", USAGE)
def output_into_stream(folder):
    lay(folder)
    return folder.run("pack", "phieu.csv", "--election", "election.json", "--out", "-")


@attack("line", "10^30 jobs", USAGE)
def many_jobs(folder):
    return folder.run("count", "election.json", "--jobs", "1" + "0" * 30)


@attack("line", "an output whose name is 100,000 letters", 73)
def long_output(folder):
    lay(folder)
    return count(folder, "--out", "x" * 100_000)


@attack("line", "an environment of hostile values", DONE)
def hostile_environment(folder):
    lay(folder)
    return folder.run("count", "election.json", environment={
        "LANG": "x" * 100_000, "LC_ALL": ESCAPES, "TMPDIR": "/nowhere", "TERM": ESCAPES, "NO_COLOR": ESCAPES})


@attack("line", "/dev/zero at the keyboard of enter", DATA)
def zeros_typed(folder):
    lay(folder)
    return folder.run(*LOG_KEYS, stdin="/dev/zero")


@attack("line", "a line of 100 MB at the keyboard of enter", (DONE, DATA))
def long_line_typed(folder):
    lay(folder)
    folder.write("keys", "1 " * 50 * MEGABYTE)
    return folder.run(*LOG_KEYS, stdin=folder / "keys")


@attack("line", "100,000 wrong lines at the keyboard of enter", DONE)
def wrong_lines_typed(folder):
    lay(folder)
    return folder.run(*LOG_KEYS, stdin=(ESCAPES + "\n").encode() * 1_000)


@attack("line", "10^18 identical ballots typed", (DONE, DATA))
def many_typed(folder):
    lay(folder)
    return folder.run(*LOG_KEYS, stdin=b"3 x 1000000000000000000\n\nq\n\n")


@attack("line", "a bundle of 10^18 papers", (USAGE, DONE))
def large_bundle(folder):
    lay(folder)
    return folder.run(*LOG_KEYS, "--bundle", "1000000000000000000", stdin=b"3 x 1000000\n\nq\n\n")
