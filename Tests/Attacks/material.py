"""What attacks are made of: a small sound election, its result, packed files with check values that hold, and links."""

import copy
import hashlib
import json
import os
import struct

ESCAPES = "\x1b]0;đã kiểm\x07\x1b[2J\x1b[31m"
REORDERING = "An\u202egnouhC\u202c"
INVISIBLE = "Nguyễn\u200b Văn\u2060 An"

CONTEST = {
    "id": "c",
    "office": "delegates",
    "title": "Bầu đại biểu",
    "electorate": {"body": "memberCongress", "convened": 3, "present": 3},
    "seats": 2,
    "candidates": [{"number": number, "name": name} for number, name in enumerate(
        ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"], 1)],
    "ballots": {"issued": 3, "returned": 3, "files": ["phieu.csv"]},
}
ELECTION = {
    "format": "kiemphieu-election",
    "version": 1,
    "organization": "Chi bộ thử",
    "congress": "Đại hội Chi bộ thử",
    "term": "2020-2022",
    "date": "2020-04-15",
    "contests": [CONTEST],
}
BALLOTS = "struck\n3\n1\n2 3\n"


def changed(value, *steps, to):
    """A copy of a JSON value with one place in it changed, added, or taken out where `to` is `...`."""
    value = copy.deepcopy(value)
    place = value
    for step in steps[:-1]:
        place = place[step]
    if to is ...:
        del place[steps[-1]]
    else:
        place[steps[-1]] = to
    return value


def election(*steps, to):
    """The sound election with one place changed."""
    return changed(ELECTION, *steps, to=to)


def contest(*steps, to):
    """The sound election with one place of its contest changed."""
    return election("contests", 0, *steps, to=to)


def lay(folder, document=None, ballots=BALLOTS):
    """Lays an election and its ballots into the folder."""
    folder.write("election.json", ELECTION if document is None else document)
    if ballots is not None:
        folder.write("phieu.csv", ballots)


def sealed(result):
    """The canonical bytes of a result, with the digest of itself put right."""
    result = {key: value for key, value in result.items() if key != "self"}
    write = lambda: json.dumps(result, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    result["self"] = hashlib.sha256(write()).hexdigest()
    return write()


def counted(folder, document=None, ballots=BALLOTS):
    """Counts the election and gives its result."""
    lay(folder, document, ballots)
    run = folder.run("count", "election.json", "--out", ".")
    assert run.status in (0, 1), run.text
    return json.loads((folder / "result.json").read_bytes())


def forge(folder, *steps, to):
    """Counts, and changes one place of the result so that its digest of itself holds."""
    folder.write("result.json", sealed(changed(counted(folder), *steps, to=to)))


# Packed files, as their page in the documentation says.

K, MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1


def with_check(part):
    """A section with its check value in its last word."""
    words = struct.unpack(f"<{len(part) // 8}Q", part[:-8] + bytes(8))
    lanes, value = list(range(1, 9)), 0
    for index, word in enumerate(words):
        lanes[index % 8] = (lanes[index % 8] ^ word) * K & MASK
    for lane in lanes:
        value = (value ^ lane) * K & MASK
        value ^= value >> 32
    return part[:-8] + struct.pack("<Q", value)


def packed(names=3, ballots=3, block=None, words=b"", papers=b"", status=b"", head=None, plane=0b111):
    """A packed file of one block whose check values hold, with the fields of the header in `head` replaced."""
    if block is None:
        planes = b"".join(struct.pack("<Q", plane if name < 2 else 0) + bytes(504) for name in range(names))
        block = planes + struct.pack("<8Q", 0, ballots, 1 if status else 0, 0, 0, 0, 0, 0)
    block = with_check(block)
    sections = [with_check(part) if part else b"" for part in (status, words, papers)]
    offsets = [192 + len(block)]
    for part in sections:
        offsets.append(offsets[-1] + len(part))
    sums = block[-8:] + sections[0][-8:] + (sections[1][-8:] or bytes(8)) + (sections[2][-8:] or bytes(8))
    fields = {
        "version": 1, "size": 192, "form": 0, "names": names, "ballots": ballots, "blocks": 1,
        "statusBlocks": 1 if status else 0, "statusAt": offsets[0], "wordsAt": offsets[1], "wordsSize": len(sections[1]),
        "papersAt": offsets[2], "papersSize": len(sections[2]), "fileSize": offsets[3], **(head or {})}
    header = b"\x89KPB\r\n\x1a\n" + struct.pack("<4I9Q", *fields.values())
    header += hashlib.sha256(sums).digest() + bytes(64)
    return with_check(header) + block + b"".join(sections)


def padded(words):
    """Words as a section that a check value fits behind."""
    content = b"".join(struct.pack("<Q", word) if isinstance(word, int) else word for word in words)
    return content + bytes(-(len(content) + 8) % 64 + 8)


def link(folder, name, target):
    """Lays a link."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    os.symlink(target, path)
    return path
