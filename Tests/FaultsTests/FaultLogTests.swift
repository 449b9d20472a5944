import Faults
import Testing

@Suite("Fault log")
struct FaultLogTests {
  static func fault(_ code: String, _ text: String?, line: Int) -> Fault {
    Fault(
      FaultCode(code), at: FaultPlace(file: "a.csv", line: line), text: text,
      problem: Phrase("problem"), advice: Phrase("advice"))
  }

  @Test("Identical faults are listed ten times, all are counted")
  func identicalFaults() {
    let log = FaultLog((1...25).map { Self.fault("B001", "134", line: $0) })
    #expect(log.count == 25)
    #expect(log.listed.map(\.place.line) == Array(1...10))
    #expect(log.leftOut.map(\.count) == [15])
  }

  @Test("At most a thousand faults are listed, the others counted by kind")
  func cap() {
    let log = FaultLog((1...1500).map { Self.fault($0 % 2 == 0 ? "B002" : "B001", "\($0)", line: $0) })
    #expect(log.listed.count == 1000)
    #expect(log.leftOut.map(\.code.description) == ["B001", "B002"])
    #expect(log.leftOut.map(\.count) == [250, 250])
  }

  @Test("Merging pieces equals one log, wherever the pieces are cut", arguments: [1, 7, 100, 999, 2500])
  func merging(size: Int) {
    // The first faults use up a hundred identities, which the later ones repeat before new ones follow.
    let faults = (0..<6000).map { i in
      Self.fault("B001", i < 3000 ? "\(i % 100)" : "\(i)", line: i)
    }
    var merged = FaultLog()
    var start = 0
    while start < faults.count {
      let end = min(faults.count, start + size)
      merged.append(contentsOf: FaultLog(faults[start..<end]))
      start = end
    }
    let whole = FaultLog(faults)
    #expect(Array(merged.listed) == Array(whole.listed))
    #expect(merged.totals == whole.totals)
    #expect(merged.leftOut.map(\.count) == whole.leftOut.map(\.count))
  }

  @Test(
    "A log that nothing stands before lists the same and is full sooner",
    arguments: [1, 999, 1000, 1001, 2500])
  func first(count: Int) {
    let faults = (0..<count).map { Self.fault($0 % 3 == 0 ? "B002" : "B001", "\($0)", line: $0) }
    let whole = FaultLog(faults)
    // Piece by piece, of which the first is taken over as it is if it fits.
    for size in [100, 5000] {
      var log = FaultLog(isFirst: true)
      for start in stride(from: 0, to: count, by: size) {
        log.append(contentsOf: FaultLog(faults[start..<min(count, start + size)]))
      }
      #expect(Array(log.listed) == Array(whole.listed))
      #expect(log.totals == whole.totals)
      #expect(log.isFull == (count >= FaultLog.listedAtMost))
      #expect(whole.isFull == (count >= 2 * FaultLog.listedAtMost))
    }
  }

  @Test(
    "Codes are told apart, put in order and shown", arguments: ["", "A", "B001", "B002", "B01", "ZZZZZZZZ"])
  func codes(code: String) {
    #expect(FaultCode(code).description == code)
    for other in ["", "A", "B001", "B002", "B01", "ZZZZZZZZ"] {
      #expect((FaultCode(code) == FaultCode(other)) == (code == other))
      #expect((FaultCode(code) < FaultCode(other)) == code.utf8.lexicographicallyPrecedes(other.utf8))
    }
  }

  @Test("What a log says would not be listed is not, in it or in a longer one", arguments: [1, 40, 150, 250])
  func lists(identities: Int) {
    let faults = (0..<5000).map { Self.fault("B001", "\($0 * $0 % 7919 % identities)", line: $0) }
    var (log, part) = (FaultLog(), FaultLog())
    for (index, fault) in faults.enumerated() {
      let before = log
      let isListed = log.lists(fault.code, text: fault.text)
      #expect(part.lists(fault.code, text: fault.text) || !isListed)
      if index % 3 == 0 { part.append(fault) }
      log.append(fault)
      if !isListed {
        var counted = before
        counted.count(fault.code, 1)
        #expect(counted == log)
      }
      #expect(!log.isFull || !log.lists(fault.code, text: "new"))
    }
    #expect(log.isFull == (identities >= 200))
  }
}

@Suite("Suggestions and visible text")
struct WordTests {
  @Test(
    "The nearest known word",
    arguments: [
      ("seat", "seats"), ("seast", "seats"), ("SEATS", "seats"), ("candidate", "candidates"),
      ("contets", "contests"),
    ])
  func suggestion(typed: String, meant: String) {
    #expect(nearest(to: typed, among: ["seats", "contests", "candidates", "title"]) == meant)
  }

  @Test("Nothing near is nothing suggested")
  func noSuggestion() {
    #expect(nearest(to: "quorum", among: ["seats", "title"]) == nil)
    #expect(nearest(to: "", among: ["seats"]) == nil)
  }

  @Test("Control and bidirectional characters are made visible")
  func visibleText() {
    #expect(visible("a\u{1B}[31mb") == "a\\u{1B}[31mb")
    #expect(visible("x\u{202E}y\u{200B}") == "x\\u{202E}y\\u{200B}")
    #expect(visible("Nguyễn Văn Ân") == "Nguyễn Văn Ân")
    #expect(visible("1\u{A0}3") == "1\u{A0}3")
    #expect(visible("1\u{A0}3 5\u{3000}", showsOddSpaces: true) == "1\\u{A0}3 5\\u{3000}")
    #expect(visible(String(repeating: "a", count: 100), limit: 5) == "aaaaa…")
  }
}
