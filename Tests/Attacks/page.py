"""The table of what was measured, on the screen and as a page of the documentation."""

import attacks


class Row:
    """An attack and how it ended."""

    def __init__(self, attack, run, skipped=""):
        self.attack, self.run, self.skipped = attack, run, skipped
        self.complaints = attacks.complaints(attack, run) if run else []

    @property
    def line(self):
        """One line for the screen."""
        if self.run is None:
            return f"  -            {self.attack.part}: {self.attack.name}: not possible here: {self.skipped}"
        line = (
            f"{self.run.status!s:>3} {self.run.seconds:6.2f} s {self.run.megabytes:5.0f} MB  "
            f"{self.attack.part}: {self.attack.name}")
        if self.complaints:
            first = (self.run.text.splitlines() or [""])[0][:200]
            line += "\n    WRONG: " + "; ".join(self.complaints) + "\n    " + repr(first)
        return line


def write(path, rows, parts):
    """Writes the tables into the page, between its marks."""
    text = path.read_text()
    for part, groups in parts.items():
        begin, end = f"<!-- {part}: begin -->\n", f"<!-- {part}: end -->"
        if begin not in text or not any(row.attack.part in groups for row in rows):
            continue
        head, rest = text.split(begin)
        tail = rest.split(end)[1]
        text = head + begin + table(rows, groups) + end + tail
    path.write_text(text)


def table(rows, groups):
    """The tables of one part, a heading for each group."""
    lines = []
    for group, title in groups.items():
        lines += [f"\n### {title}\n", "| attack | status | s | MB |", "|---|---|---|---|"]
        for row in rows:
            if row.attack.part != group or row.skipped == "it makes no such call":
                continue
            if row.run is None:
                lines.append(f"| {row.attack.name} | not possible here: {row.skipped} | | |")
            else:
                run = row.run
                lines.append(f"| {row.attack.name} | {run.status} | {run.seconds:.2f} | {run.megabytes:.0f} |")
    return "\n".join(lines) + "\n\n"
