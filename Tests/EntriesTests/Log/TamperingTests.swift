import Entries
import Faults
import Testing

/// Whatever is done to a log, short of calculating all its digests anew, is found, and what a crash leaves is told from it.
@Suite("Tampering with an entry log")
struct TamperingTests {
  private let sample = SampleLog.complete

  private func read(_ bytes: [UInt8]) -> LogReading { LogReading(bytes, file: "a.log") }

  @Test("A log is read as it was written")
  func whole() throws {
    let reading = read(sample.bytes)
    #expect(reading.faults.isEmpty)
    #expect(reading.records == sample.records)
    #expect(reading.tail == .none)
    #expect(reading.log == sample.log)
    let book = try EntryBook(replaying: reading, file: "a.log")
    #expect(book.isClosed)
    #expect(
      book.markList == #"""
        bundle,serial,struck,invalid
        1,1,2 5,
        1,2,,"signed other:""ghi “không”"""
        2,1,=,

        """#)
  }

  /// The bytes of a log short enough to be read thousands of times.
  private let short = SampleLog([
    .open(SampleLog.opening()), .ballot(SampleLog.place(1, 1), times: 1, SampleLog.row("2 5")),
    .close(ballots: 1, at: SampleLog.noon),
  ]).bytes

  @Test("Any byte")
  func bits() {
    let bytes = short
    for at in bytes.indices {
      for bit in [0, at % 7 + 1] {
        var changed = bytes
        changed[at] ^= 1 << UInt8(bit)
        #expect(!read(changed).faults.isEmpty, "byte \(at), bit \(bit)")
      }
    }
  }

  @Test("A byte put in or taken out anywhere")
  func insertions() {
    let bytes = short
    for at in bytes.indices {
      var shorter = bytes
      shorter.remove(at: at)
      #expect(!read(shorter).faults.isEmpty, "without byte \(at)")
      for byte in [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "0")] {
        var longer = bytes
        longer.insert(byte, at: at)
        #expect(!read(longer).faults.isEmpty, "\(byte) before byte \(at)")
      }
    }
  }

  @Test("The end cut off at any length")
  func cuts() {
    for length in 0..<short.count {
      let faults = read(Array(short.prefix(length))).faults
      #expect(!faults.isEmpty, "\(length) bytes")
      if length >= LogHead.size { #expect(faults.totals[.logCutOff] == 1) }
    }
  }

  @Test("Lines removed, doubled, swapped")
  func lines() {
    let lines = sample.lines
    func faults(_ changed: [[UInt8]], head: LogHead? = nil) -> FaultLog {
      read((head ?? sample.log.head).line + changed.flatMap { $0 }).faults
    }
    /// A head that fits the lines in everything but the chain.
    func fitting(_ changed: [[UInt8]]) -> LogHead {
      var head = sample.log.head
      head.records = changed.count
      head.bytes = LogHead.size + changed.reduce(0) { $0 + $1.count }
      return head
    }
    for i in lines.indices {
      var removed = lines
      removed.remove(at: i)
      #expect(!faults(removed).isEmpty)
      #expect(!faults(removed, head: fitting(removed)).isEmpty, "without line \(i)")
      var doubled = lines
      doubled.insert(lines[i], at: i)
      #expect(!faults(doubled).isEmpty)
      #expect(!faults(doubled, head: fitting(doubled)).isEmpty, "line \(i) twice")
      for j in lines.indices where j > i {
        var swapped = lines
        swapped.swapAt(i, j)
        #expect(!faults(swapped, head: fitting(swapped)).isEmpty, "lines \(i) and \(j)")
      }
    }
  }

  @Test("A line changed, and everything behind it calculated anew but one digest")
  func recalculated() {
    for until in 3..<sample.records.count {
      var forged = SampleLog([])
      for (i, record) in sample.records.enumerated() {
        forged.append(i == 1 ? .ballot(SampleLog.place(1, 1), times: 1, SampleLog.row("1 2")) : record)
      }
      // From `until` on the lines are those of the true log.
      let lines = Array(forged.lines[..<until] + sample.lines[until...])
      #expect(!read(sample.log.head.line + lines.flatMap { $0 }).faults.isEmpty)
    }
  }

  // MARK: What a crash leaves

  @Test("A half line is dropped, whole lines count")
  func crashes() throws {
    var before = sample
    let head = before.log.head.line
    before.append(.resume(dropped: 0, program: "0.1.0", at: SampleLog.noon))
    let line = before.lines.last ?? []
    for length in 1..<line.count {
      let reading = read(head + sample.lines.flatMap { $0 } + line.prefix(length))
      #expect(reading.faults.isEmpty)
      #expect(reading.tail == .halfLine(bytes: length))
      #expect(reading.records == sample.records)
      #expect(reading.log == sample.log)
    }
    let whole = read(head + before.lines.flatMap { $0 })
    #expect(whole.faults.isEmpty)
    #expect(whole.tail == .record)
    #expect(whole.records == before.records)
    #expect(whole.log == before.log)
    let zeros = read(sample.bytes + Array(repeating: 0, count: 40) + [UInt8(ascii: "\n")])
    #expect(zeros.tail == .halfLine(bytes: 41))
  }

  @Test("More than one record behind the head, or a foreign one, is no crash")
  func tooMuch() {
    var longer = sample
    let head = sample.log.head.line
    longer.append(.resume(dropped: 0, program: "0.1.0", at: SampleLog.noon))
    let one = head + longer.lines.flatMap { $0 }
    longer.append(.close(ballots: 3, at: SampleLog.noon))
    #expect(read(head + longer.lines.flatMap { $0 }).faults.totals[.logGoesOn] == 1)
    #expect(read(one + [UInt8(ascii: "{")]).faults.totals[.logGoesOn] == 1)
    #expect(read(sample.bytes + sample.lines[1]).faults.totals[.logGoesOn] == 1)
    #expect(read(sample.bytes + [UInt8(ascii: "\n")]).faults.totals[.logGoesOn] == 1)
    #expect(
      read(sample.bytes + [0, UInt8(ascii: "\n"), 0, UInt8(ascii: "\n")]).faults.totals[.logGoesOn] == 1)
  }
}
