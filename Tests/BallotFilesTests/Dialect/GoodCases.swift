import Elections
import Tallying

extension GoodCase {
  static let all = separators + codings + lists + agreeing + matrices + sets

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  private static let separators: [GoodCase] = [
    .init(
      "comma", BallotInput(names: 3, seats: 1, "serial,struck\n1,1 2\n2,2-3\n"), votes: [1, 0, 1], valid: 2,
      rows: 2),
    .init(
      "semicolon", BallotInput(names: 3, seats: 1, "serial;struck\n1;1 2\n2;2-3\n"), votes: [1, 0, 1],
      valid: 2,
      rows: 2),
    .init(
      "TAB", BallotInput(names: 3, seats: 1, "serial\tstruck\n1\t1 2\n2\t2-3\n"), votes: [1, 0, 1], valid: 2,
      rows: 2),
    .init(
      "sep=;", BallotInput(names: 3, seats: 1, "sep=;\nserial;struck\n1;1 2\n"), votes: [0, 0, 1], valid: 1,
      rows: 1),
    .init(
      "SEP= with CRLF", BallotInput(names: 3, seats: 1, "SEP=,\r\nserial,struck\r\n1,1 2\r\n"),
      votes: [0, 0, 1],
      valid: 1, rows: 1),
    .init(
      "sep=TAB", BallotInput(names: 3, seats: 1, "sep=\t\nserial\tstruck\n1\t1 2"), votes: [0, 0, 1],
      valid: 1,
      rows: 1),
    .init(
      "one column", BallotInput(names: 3, seats: 1, "gạch\n1 2\n2 3\n"), votes: [1, 0, 1], valid: 2, rows: 2),
    .init(
      "one column of sep=;", BallotInput(names: 3, seats: 1, "sep=;\nstruck\n1 2\n"), votes: [0, 0, 1],
      valid: 1,
      rows: 1),
    .init(
      "one column, quoted", BallotInput(names: 3, seats: 1, "\"struck\"\n\"1 2\"\n"), votes: [0, 0, 1],
      valid: 1,
      rows: 1),
    .init(
      "quoted cells, also with separators in them",
      BallotInput(
        names: 3, seats: 1,
        "\"serial\",\"struck\",\"invalid\"\n\"1\",\"1 2\",\"\"\n\"2\",\"=\",\"other:\"\"a,b\"\"\"\n"),
      votes: [0, 0, 1], valid: 1, invalid: [.tooMany: 1], rows: 2),
    .init(
      "spaces around names of columns", BallotInput(names: 3, seats: 1, " serial , struck\n1,1 2\n"),
      votes: [0, 0, 1], valid: 1, rows: 1),
  ]

  private static let codings: [GoodCase] = [
    .init(
      "BOM", BallotInput(names: 3, seats: 1, "\u{FEFF}struck\n1 2\n"), votes: [0, 0, 1], valid: 1, rows: 1),
    .init(
      "CRLF", BallotInput(names: 3, seats: 1, "gạch\r\n1 2\r\n2 3\r\n"), votes: [1, 0, 1], valid: 2, rows: 2),
    .init(
      "LF and CRLF mixed", BallotInput(names: 3, seats: 1, "gạch\r\n1 2\n2 3\r\n1 3"), votes: [1, 1, 1],
      valid: 3,
      rows: 3),
    .init(
      "UTF-16LE", BallotInput(names: 3, seats: 1, bytes: [utf16("số phiếu;gạch\r\n1;1 2\r\n2;1 3\r\n")]),
      votes: [0, 1, 1], valid: 2, rows: 2),
    .init(
      "UTF-16LE with pairs",
      BallotInput(
        names: 3, seats: 1, bytes: [utf16("gạch\tkhông hợp lệ\n1 2\t\"other:\"\"😀\"\"\"\n1 3\t\n")]),
      votes: [0, 1, 0], valid: 1, invalid: [.other: 1], rows: 2),
    .init(
      "no final line end", BallotInput(names: 3, seats: 1, "struck\n1 2"), votes: [0, 0, 1], valid: 1, rows: 1
    ),
    .init(
      "empty lines at the end", BallotInput(names: 3, seats: 1, "struck\n1 2\n\n\r\n\n"), votes: [0, 0, 1],
      valid: 1, rows: 1),
    .init(
      "header without rows", BallotInput(names: 3, seats: 1, "struck\n"), votes: [0, 0, 0], valid: 0, rows: 0),
    .init(
      "header without line end", BallotInput(names: 3, seats: 1, "struck"), votes: [0, 0, 0], valid: 0,
      rows: 0),
    .init(
      "header and empty lines", BallotInput(names: 3, seats: 1, "1,2,3\n\n\n"), votes: [0, 0, 0], valid: 0,
      rows: 0),
  ]

  private static let lists: [GoodCase] = [
    .init(
      "ranges, spaces, leading zeros",
      BallotInput(names: 12, seats: 8, "struck\n3 7-9 12\n 03  007-0009   12 \n"),
      votes: [2, 2, 0, 2, 2, 2, 0, 0, 0, 2, 2, 0], valid: 2, rows: 2),
    .init(
      "a range of one", BallotInput(names: 3, seats: 2, "struck\n2-2\n"), votes: [1, 0, 1], valid: 1, rows: 1),
    .init(
      "= in struck", BallotInput(names: 3, seats: 2, "struck\n=\n"), votes: [0, 0, 0], valid: 0,
      invalid: [.tooMany: 1], rows: 1),
    .init(
      "chosen", BallotInput(names: 3, seats: 2, "bầu\n1 2\n=\n1-3\n3\n"), votes: [1, 1, 1], valid: 2,
      invalid: [.nobody: 1, .tooMany: 1], rows: 4),
    .init(
      "all struck, in any order", BallotInput(names: 3, seats: 2, "struck\n3 2 1\n"), votes: [0, 0, 0],
      valid: 0,
      invalid: [.nobody: 1], rows: 1),
    .init(
      "a number of many digits that is on the list", BallotInput(names: 134, seats: 133, "struck\n134\n"),
      votes: Array(repeating: 1, count: 133) + [0], valid: 1, rows: 1),
    .init(
      "declared: unread, read, and with what the marks show",
      BallotInput(
        names: 3, seats: 1, "struck,invalid\n,marked\n2 3,signed\n=,outsider\n=,notIssued outsider\n1 2,\n"),
      votes: [0, 0, 1], valid: 1, invalid: [.marked: 1, .signed: 1, .tooMany: 1, .notIssued: 1], rows: 5),
    .init(
      "all grounds in one cell",
      BallotInput(
        names: 3, seats: 1, "struck,invalid\n,\"other:\"\"a b\"\" signed  marked outsider notIssued\"\n"),
      votes: [0, 0, 0], valid: 0, invalid: [.notIssued: 1], rows: 1),
    .init(
      "batches",
      BallotInput(names: 3, seats: 1, "serial,struck,count\n1,1 2,10\n11,2 3,1000000\n1000011,=,002\n"),
      votes: [1_000_000, 0, 10], valid: 1_000_010, invalid: [.tooMany: 2], rows: 3),
    .init(
      "the largest serial and bundle",
      BallotInput(
        names: 3, seats: 1, "bundle,serial,struck,count\n1000000000000,999999999998,1 2,3\n0,0,1 2,1\n"),
      votes: [0, 0, 4], valid: 4, rows: 2),
    .init(
      "one serial in several bundles, and none",
      BallotInput(names: 3, seats: 1, "bundle,serial,struck\n2,1,1 2\n1,1,1 2\n", "serial,struck\n1,1 2\n"),
      votes: [0, 0, 3], valid: 3, rows: 2, 1),
    .init(
      "serials in any order", BallotInput(names: 3, seats: 1, "struck,serial\n1 2,3\n1 2,1\n1 2,2\n"),
      votes: [0, 0, 3], valid: 3, rows: 3),
  ]

  private static let agreeing: [GoodCase] = [
    .init(
      "agree and disagree",
      BallotInput(names: 3, seats: 3, "agree,disagree\n1 2,3\n1-3,=\n1,1 2\n2 3,1 3\n=,=\n=,1-3\n1,1\n"),
      votes: [2, 3, 1], valid: 3, invalid: [.nobody: 4], debatable: 4, rows: 7),
    .init(
      "columns in any order, in two languages",
      BallotInput(names: 2, seats: 2, "Không đồng ý;COUNT;agree\n=;5;1 2\n1;2;2\n"), votes: [5, 7], valid: 7,
      rows: 2),
    .init(
      "rehearsal", BallotInput(names: 3, seats: 1, "struck,rehearsal,invalid\n1 2,,\n2-3,\"\",\n,,signed\n"),
      votes: [1, 0, 1], valid: 2, invalid: [.signed: 1], rows: 3),
    .init(
      "rulings",
      BallotInput(
        names: 2, seats: 2,
        "agree,disagree,ruling\n=,1 2,\"valid:\"\"ok\"\"\"\n=,1 2,\n=,=,\"valid:\"\"ok\"\"\"\n1,2,\n"),
      votes: [1, 0], valid: 3, invalid: [.nobody: 1], debatable: 3, ruledValid: 2, rows: 4),
    .init(
      "declared, both mark cells empty",
      BallotInput(names: 2, seats: 2, "agree,disagree,invalid\n,,marked\n=,=,signed\n1,=,signed\n"),
      votes: [0, 0], valid: 0, invalid: [.marked: 1, .nobody: 1, .signed: 1], rows: 3),
    .init(
      "one name", BallotInput(names: 1, seats: 1, "agree,disagree\n1,=\n=,1\n1,1\n=,=\n"), votes: [1],
      valid: 2,
      invalid: [.bothMarked: 1, .blank: 1], rows: 4),
    .init(
      "one name, declared and read",
      BallotInput(names: 1, seats: 1, "agree,disagree,invalid\n1,1,marked\n,,marked\n=,=,notIssued\n"),
      votes: [0], valid: 0, invalid: [.bothMarked: 1, .marked: 1, .notIssued: 1], rows: 3),
  ]

  private static let matrices: [GoodCase] = [
    .init(
      "matrix", BallotInput(names: 3, seats: 1, "1,2,3\n1,0,0\n0,0,1\n1,1,0\n0,0,0\n"), votes: [1, 0, 1],
      valid: 2,
      invalid: [.nobody: 1, .tooMany: 1], rows: 4),
    .init(
      "matrix with serial and grounds, in either order",
      BallotInput(
        names: 3, seats: 1, "serial;invalid;1;2;3\n1;;1;0;0\n2;marked;1;0;0\n",
        "không hợp lệ\tsố phiếu\t01\t02\t03\n\t3\t1\t0\t0\n\"other:\"\"x\"\"\"\t4\t1\t1\t0\n"),
      votes: [2, 0, 0], valid: 2, invalid: [.marked: 1, .tooMany: 1], rows: 2, 2),
    .init(
      "matrix of agree/disagree",
      BallotInput(names: 3, seats: 3, "1,2,3\n1,0,b\nn,1,0\nb,b,b\nn,n,n\n0,0,0\n1,1,1\n"), votes: [2, 2, 1],
      valid: 3, invalid: [.nobody: 3], debatable: 3, rows: 6),
    .init(
      "matrix of one name", BallotInput(names: 1, seats: 1, "1\n1\n0\nb\nn\n"), votes: [1], valid: 2,
      invalid: [.bothMarked: 1, .blank: 1], rows: 4),
    .init(
      "matrix with quoted cells",
      BallotInput(names: 2, seats: 1, "\"serial\",\"1\",\"2\"\n\"1\",\"1\",\"0\"\n2,0,\"1\"\n"),
      votes: [1, 1], valid: 2, rows: 2),
  ]

  private static let sets: [GoodCase] = [
    .init(
      "list, matrix and UTF-16 together",
      BallotInput(
        names: 2, seats: 1,
        bytes: [
          Array("struck\n1\n2\n".utf8), Array("1;2\r\n1;0\r\n".utf8), utf16("bầu\n2\n"), Array("chosen".utf8),
        ]),
      votes: [2, 2], valid: 4, rows: 2, 1, 1, 0)
  ]
}
