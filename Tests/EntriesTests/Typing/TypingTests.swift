import BallotFiles
import Entries
import Faults
import Testing

/// What is typed and what is recorded.
@Suite("Typing")
struct TypingTests {
  /// Five names for three seats. What is typed, and the rows that it makes; none where nothing may be recorded.
  @Test(
    "Strike-out ballots",
    arguments: [
      ("2 5\n", ["2 5,"]), ("5 2\n", ["2 5,"]), ("2  5 \n", ["2 5,"]), ("2-5\n", ["2 3 4 5,"]),
      ("02 5\n", ["2 5,"]),
      // Unusual ones want a second Enter.
      ("=\n", []), ("=\n\n", ["=,"]), ("2\n", []), ("2\n\n", ["2,"]), ("1-5\n", []),
      ("1-5\n\n", ["1 2 3 4 5,"]),
      ("2 5 k\n", []), ("2 5 k\n\n", ["2 5,signed"]), ("k 2 5\n\n", ["2 5,signed"]), ("k\n\n", [",signed"]),
      ("p n m k\n\n", [",notIssued outsider marked signed"]), ("K M\n\n", [",marked signed"]),
      ("2 5 l giấy  rách\n\n", [#"2 5,"other:""giấy rách""""#]), ("2 5 l\n\n", []), ("k k\n\n", []),
      ("2 5 signed\n\n", ["2 5,signed"]), ("2 5 nobody\n\n", []),
      (#"2 5 k other:"giấy rách""# + "\n\n", [#"2 5,"signed other:""giấy rách""""#]),
      (#"l "x""# + "\n\n", []),
      ("2 5 x 3\n", []), ("2 5 x 3\n\n", ["2 5,", "2 5,", "2 5,"]), ("2 5 x3\n\n", ["2 5,", "2 5,", "2 5,"]),
      ("x 2 2 5\n\n", ["2 5,", "2 5,"]), ("2 5 x 1\n", ["2 5,"]), ("2 5 x 51\n\n", []), ("2 5 x\n\n", []),
      ("2 5 x 0\n\n", []), ("2 5 x 2 x 2\n\n", []), ("x 3\n\n", []), ("2 5 x 99999999999999999999\n\n", []),
      // Mistakes.
      ("\n", []), ("\n\n", []), ("25\n\n", []), ("6\n\n", []), ("0\n\n", []), ("2 2\n\n", []),
      ("2 1-3\n\n", []),
      ("2,5\n\n", []), ("2.5\n\n", []), ("5-2\n\n", []), ("2-\n\n", []), ("= 2\n\n", []), ("*\n\n", []),
      ("2/5\n\n", []),
      ("-2\n\n", []), ("２ ５\n\n", []), ("2 y\n\n", []), ("hai\n\n", []), ("a5\n\n", []),
      // Editing.
      ("2 4\u{8}5\n", ["2 5,"]), ("\u{8}\u{8}2 5\n", ["2 5,"]), ("1 3 4\u{15}2 5\n", ["2 5,"]),
      ("1 3 4\u{1B}2 5\n", ["2 5,"]), ("=\n\u{8}2 5\n", ["2 5,"]), ("=\n\u{15}2 5\n", ["2 5,"]),
      ("2\n 5\n", ["2 5,"]),
      ("2 5\n1 3\n", ["2 5,", "1 3,"]), ("?\n2 5\n", ["2 5,"]), ("?22 5\n", ["2 5,"]),
    ])
  func strikeOut(typed: String, rows: [String]) {
    var typist = Typist()
    typist.type(typed)
    #expect(typist.ballots == rows)
  }

  /// Three names for three seats.
  @Test(
    "Agree/disagree ballots",
    arguments: [
      ("*\n", ["1 2 3,=,"]), ("*/3\n", ["1 2,3,"]), ("* / 3\n", ["1 2,3,"]), ("*/1-2\n", ["3,1 2,"]),
      ("1/*\n", ["1,2 3,"]),
      ("1 2/3\n", ["1 2,3,"]), ("1 3/2\n", ["1 3,2,"]), ("2 */3\n", ["1 2,3,"]), ("1-3\n", ["1 2 3,=,"]),
      ("/*\n", []), ("/*\n\n", ["=,1 2 3,"]), ("/1-3\n\n", ["=,1 2 3,"]), ("=\n", []), ("=\n\n", ["=,=,"]),
      ("=/=\n\n", ["=,=,"]), ("/\n\n", ["=,=,"]), ("=/3\n\n", ["=,3,"]),
      // A name without a mark, and one with both, are looked at again.
      ("1 2\n", []), ("1 2\n\n", ["1 2,=,"]), ("1-3/3\n", []), ("1-3/3\n\n", ["1 2 3,3,"]),
      ("k\n\n", [",,signed"]), ("*/3 k\n\n", ["1 2,3,signed"]),
      ("* x 4\n\n", Array(repeating: "1 2 3,=,", count: 4)),
      ("*/*\n\n", []), ("*/\n", []), ("*/\n\n", []), ("*/ k\n\n", []), ("**\n\n", []), ("1/2/3\n\n", []),
      ("4/1\n\n", []), ("*/4\n\n", []), ("1 1/*\n\n", []),
      ("1,2/3\n\n", []),
    ])
  func agreeDisagree(typed: String, rows: [String]) {
    var typist = Typist(names: 3, seats: 3)
    typist.type(typed)
    #expect(typist.ballots == rows)
  }

  @Test(
    "One name",
    arguments: [
      ("1\n", ["1,=,"]), ("*\n", ["1,=,"]), ("/1\n", ["=,1,"]), ("/*\n", ["=,1,"]), ("=\n", []),
      ("=\n\n", ["=,=,"]),
      ("1/1\n", []), ("1/1\n\n", ["1,1,"]),
    ])
  func oneName(typed: String, rows: [String]) {
    var typist = Typist(names: 1, seats: 1)
    typist.type(typed)
    #expect(typist.ballots == rows)
  }

  /// Bundles of three, five names for three seats.
  @Test(
    "Corrections, checks, the end",
    arguments: [
      ("2 5\nc 1\n1 3\n\n", ["1,1,1 3,"]), ("2 5\nc 1/1 1 3\n\n", ["1,1,1 3,"]),
      ("2 5\nc\n1 3\n\n", ["1,1,1 3,"]),
      ("2 5\nc 1\n1 3\n", ["1,1,2 5,"]), ("2 5\nc 1\n\n1 3\n", ["1,1,2 5,", "1,2,1 3,"]),
      ("2 5\nc 1\n1 3\n\u{1B}1 4\n", ["1,1,2 5,", "1,2,1 4,"]), ("2 5\nc 2\n1 3\n\n", ["1,1,2 5,"]),
      ("2 5\nc 1 2 5\n\n", ["1,1,2 5,"]), ("2 5\nc 1 1 3 x 2\n\n", ["1,1,2 5,"]),
      ("2 5\nc 1 9\n\n", ["1,1,2 5,"]),
      ("2 5\nc 1 k\n\n", ["1,1,,signed"]), ("c\n1 3\n", ["1,1,1 3,"]), ("2 5\nb 1\n\n", []),
      ("2 5\nb\n\n1 3\n", ["1,2,1 3,"]),
      ("2 5\nb\n\u{1B}", ["1,1,2 5,"]), ("2 5\nb 7\n\n", ["1,1,2 5,"]), ("2 5\nb x\n\n", ["1,1,2 5,"]),
      // A full bundle asks for the papers in the hand before it takes another ballot.
      ("2 5\n2 5\n2 5\n1 3\n", ["1,1,2 5,", "1,2,2 5,", "1,3,2 5,"]),
      ("2 5 x 3\n\n3\n1 3\n", ["1,1,2 5,", "1,2,2 5,", "1,3,2 5,", "2,1,1 3,"]),
      ("2 5 x 3\n\n4\n\n1 3\n4\n1 4\n", ["1,1,2 5,", "1,2,2 5,", "1,3,2 5,", "1,4,1 3,", "2,1,1 4,"]),
      ("2 5 x 3\n\n2\n\nb 2\n\n2\n1 4\n", ["1,1,2 5,", "1,3,2 5,", "2,1,1 4,"]),
      ("2 5 x 3\n\n9\n3\n1 3\n", ["1,1,2 5,", "1,2,2 5,", "1,3,2 5,", "2,1,1 3,"]),
      ("h\n2 5\n", ["1,1,2 5,"]), ("2 5\nh\n1\n1 3\n", ["1,1,2 5,", "2,1,1 3,"]),
      ("2 5\nh\n1\nb 1/1\n\n", ["1,1,2 5,"]), ("2 5\nh\n1\nc 1/1 1 3\n\n", ["1,1,1 3,"]),
      ("2 5\nh\n\u{1B}1 3\n", ["1,1,2 5,", "1,2,1 3,"]), ("2 5\nh 1\n", ["1,1,2 5,"]),
      ("2 5\nq 1\n", ["1,1,2 5,"]),
      ("2 5\nq\n1 3\n", ["1,1,2 5,", "1,2,1 3,"]), ("2 5\nq\n\n1 3\n", ["1,1,2 5,"]), ("q\n2 5\n", []),
    ])
  func commands(typed: String, rows: [String]) {
    var typist = Typist(bundleSize: 3)
    typist.type(typed)
    #expect(typist.rows == rows)
  }

  @Test("Every ballot is confirmed where that is wanted")
  func always() {
    var typist = Typist(confirmsAlways: true)
    typist.type("2 5\n")
    #expect(typist.ballots.isEmpty)
    typist.type("\n")
    #expect(typist.ballots == ["2 5,"])
  }

  @Test("The keys of an ordinary ballot are its numbers and Enter")
  func keystrokes() {
    var typist = Typist()
    typist.type("2 5\n")
    #expect(typist.state.pace.tenthKeysPerBallot == 40)
    typist.type("1 3\nc 1\n4 5\n\n1\u{8}2 5\n")
    // The correction is no ballot; the backspace was a key.
    #expect(typist.state.pace.ballots == 3)
    #expect(typist.state.pace.tenthKeysPerBallot == (4 + 4 + 6) * 10 / 3)
  }

  @Test("The rate is that of the last twenty ballots, and a pause begins it anew")
  func rate() {
    var typist = Typist()
    #expect(typist.state.pace.perMinute == nil)
    for _ in 0..<30 { typist.type("2 5\n") }
    // Four keys a ballot at 250 ms each.
    #expect(typist.state.pace.perMinute == 60)
    for _ in 0..<1000 { typist.type("\u{15}") }
    typist.type("2 5\n")
    #expect(typist.state.pace.perMinute == nil)
  }

  @Test("Where the medium takes nothing, nothing is confirmed, and Enter tries again")
  func fullMedium() {
    var typist = Typist(bundleSize: 3)
    typist.type("2 5\n")
    for (typed, again, rows) in [
      ("1 3\n", "\n", 2), ("=\n\n", "\n\n", 3), ("2\n\n", "\n\n", 3), ("3\n", "\n", 3),
      ("c 1/1 1 2\n\n", "\n\n", 3),
      ("q\n", "\n", 3),
    ] {
      let before = typist.logBytes
      typist.isFull = true
      typist.type(typed)
      #expect(typist.state.notice.kind == .refusal, "\(typed)")
      #expect(typist.logBytes == before)
      typist.isFull = false
      typist.type(again)
      #expect(typist.rows.count == rows, "\(typed)")
    }
  }
}
