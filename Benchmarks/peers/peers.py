"""The same count by DuckDB and by Polars. Run by `compare` in the virtual environment that it makes.

    peers.py NAME FILE CANDIDATES SEATS THREADS

prints one line of JSON: the valid ballots, the votes of each name on them, and the seconds of the query alone, without
the start of Python and the import. The files have a column `serial`, then the cells (matrix) or `struck` (list).
"""

import json
import os
import sys
import time

NAME, FILE, CANDIDATES, SEATS, THREADS = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
os.environ["POLARS_MAX_THREADS"] = str(THREADS)
CELLS = [f"c{i}" for i in range(1, CANDIDATES + 1)]


def judged(patterns):
  """Decides once for each pattern of marks, given as (votes as a list of 0 and 1, number of ballots)."""
  valid, votes = 0, [0] * CANDIDATES
  for cells, ballots in patterns:
    if 1 <= sum(cells) <= SEATS:
      valid += ballots
      for i, cell in enumerate(cells):
        votes[i] += cell * ballots
  return valid, votes


def cells_of_matrix(text):
  """The cells of `1,0,1`; anything else is refused."""
  if len(text) != 2 * CANDIDATES - 1 or text[1::2].strip(",") or text[::2].strip("01"):
    raise SystemExit(f"not a line of a matrix: {text!r}")
  return [int(cell) for cell in text[::2]]


def cells_of_list(text):
  """The names left of a list of those struck out, such as `3 7-9 12`, or `=` for none."""
  cells = [1] * CANDIDATES
  for token in [] if text == "=" else text.split(" "):
    first, _, last = token.partition("-")
    for number in range(int(first), int(last or first) + 1):
      cells[number - 1] = 0
  return cells


# DuckDB


def duckdb_connection(path=None):
  import duckdb

  connection = duckdb.connect(path, read_only=True) if path else duckdb.connect()
  connection.execute(f"SET threads = {THREADS}")
  return connection


def csv(columns, separator=","):
  declared = ", ".join(f"'{name}': '{kind}'" for name, kind in columns)
  return (
    f"read_csv('{FILE}', header = true, auto_detect = false, delim = '{separator}', quote = '', escape = '',"
    f" columns = {{{declared}}})"
  )


def decision_table(source):
  """Votes on ballots with 1 to SEATS votes; `|` of all cells tells whether there was anything but 0 and 1."""
  votes = ", ".join(f"sum({c}) FILTER (k BETWEEN 1 AND {SEATS})" for c in CELLS)
  return (
    f"WITH b AS (SELECT *, {' + '.join(CELLS)} AS k, {' | '.join(CELLS)} AS bits FROM {source})"
    f" SELECT bit_or(bits), count(*) FILTER (k BETWEEN 1 AND {SEATS}), {votes} FROM b"
  )


def table_answer(row):
  if row[0] not in (0, 1):
    raise SystemExit("a cell is neither 0 nor 1")
  return row[1], [int(votes) for votes in row[2:]]


def duckdb_matrix(connection):
  source = csv([("serial", "BIGINT")] + [(c, "TINYINT") for c in CELLS])
  return table_answer(connection.execute(decision_table(source)).fetchone())


def duckdb_matrix_lines(connection):
  """Whole lines as text, grouped by their ends; the serial is not looked at."""
  rows = connection.execute(
    f"SELECT right(line, {2 * CANDIDATES - 1}) AS p, count(*) FROM {csv([('line', 'VARCHAR')], '|')} GROUP BY p"
  ).fetchall()
  return judged((cells_of_matrix(text), ballots) for text, ballots in rows)


def duckdb_list(connection):
  """Lists split and unnested, with a 0 in each, whose number is that of the valid ballots."""
  rows = connection.execute(
    "WITH b AS (SELECT CASE WHEN struck = '=' THEN [] ELSE flatten(list_transform(string_split(struck, ' '),"
    " lambda t: CASE WHEN contains(t, '-') THEN range(split_part(t, '-', 1)::BIGINT, split_part(t, '-', 2)::BIGINT + 1)"
    f" ELSE [t::BIGINT] END)) END AS l FROM {csv([('serial', 'BIGINT'), ('struck', 'VARCHAR')])}),"
    f" v AS (SELECT unnest(list_append(l, 0)) AS x FROM b WHERE {CANDIDATES} - len(l) BETWEEN 1 AND {SEATS})"
    " SELECT x, count(*) FROM v GROUP BY x"
  ).fetchall()
  struck = dict(rows)
  return struck[0], [struck[0] - struck.get(i, 0) for i in range(1, CANDIDATES + 1)]


def duckdb_list_patterns(connection):
  rows = connection.execute(
    f"SELECT struck, count(*) FROM {csv([('serial', 'VARCHAR'), ('struck', 'VARCHAR')])} GROUP BY struck"
  ).fetchall()
  return judged((cells_of_list(text), ballots) for text, ballots in rows)


def duckdb_columns(connection):
  return table_answer(connection.execute(decision_table("ballots")).fetchone())


def duckdb_words(connection):
  """A column with a bit for each name, grouped by."""
  rows = connection.execute("SELECT word, count(*) FROM words GROUP BY word").fetchall()
  return judged(([word >> i & 1 for i in range(CANDIDATES)], ballots) for word, ballots in rows)


# Polars


def polars_table(frame, names):
  import polars as pl

  row = (
    frame.with_columns(k=pl.sum_horizontal(names))
    .select(
      pl.min_horizontal([pl.col(c).min() for c in names]).alias("low"),
      pl.max_horizontal([pl.col(c).max() for c in names]).alias("high"),
      pl.col("k").is_between(1, SEATS).sum().alias("valid"),
      *[pl.col(c).filter(pl.col("k").is_between(1, SEATS)).cast(pl.Int64).sum() for c in names],
    )
    .collect(engine="streaming")
    .row(0)
  )
  if row[0] < 0 or row[1] > 1:
    raise SystemExit("a cell is neither 0 nor 1")
  return row[2], list(row[3:])


def polars_matrix(pl):
  names = [c[1:] for c in CELLS]
  schema = {"serial": pl.Int64, **{name: pl.Int8 for name in names}}
  return polars_table(pl.scan_csv(FILE, schema=schema, quote_char=None), names)


def polars_lines(pl, end):
  """Whole lines as bytes, grouped by what `end` takes of them; the serial is not looked at."""
  lines = pl.scan_csv(FILE, separator="\x01", quote_char=None, new_columns=["line"], infer_schema=False)
  return lines.group_by(end(pl.col("line")).alias("p")).len().collect(engine="streaming").rows()


def polars_matrix_lines(pl):
  rows = polars_lines(pl, lambda line: line.cast(pl.Binary).bin.slice(-(2 * CANDIDATES - 1)))
  return judged((cells_of_matrix(text.decode()), ballots) for text, ballots in rows)


def polars_list_patterns(pl):
  schema = {"serial": pl.String, "struck": pl.String}
  frame = pl.scan_csv(FILE, schema=schema, quote_char=None)
  rows = frame.group_by("struck").len().collect(engine="streaming").rows()
  return judged((cells_of_list(text), ballots) for text, ballots in rows)


def polars_parquet(pl):
  return polars_table(pl.scan_parquet(FILE), CELLS)


def main():
  if NAME.startswith("make"):
    import duckdb

    # FILE is the CSV without serials; the database and the Parquet file come beside it.
    connection = duckdb.connect(os.path.dirname(FILE) + "/ballots.duckdb")
    columns = csv([(c, "TINYINT") for c in CELLS])
    word = " | ".join(f"({c}::BIGINT << {i})" for i, c in enumerate(CELLS))
    connection.execute(f"CREATE TABLE ballots AS SELECT * FROM {columns}")
    kind = "USMALLINT" if CANDIDATES <= 16 else "BIGINT"
    connection.execute(f"CREATE TABLE words AS SELECT ({word})::{kind} AS word FROM ballots")
    connection.execute(f"COPY ballots TO '{os.path.dirname(FILE)}/ballots.parquet' (FORMAT parquet)")
    return
  if NAME.startswith("duckdb"):
    engine = duckdb_connection(FILE if NAME in ("duckdb_columns", "duckdb_words") else None)
  else:
    import polars as engine
  begin = time.monotonic()
  valid, votes = globals()[NAME](engine)
  print(json.dumps({"valid": valid, "votes": votes, "seconds": time.monotonic() - begin}))


main()
