import CanonicalJSON
import Documents
import Elections
import Faults
import Machine
import Outcomes
import Testing

@Suite("Result files (formats §4)")
struct ResultDocumentTests {
  static let samples: [ElectionResult] = [.least, .everything]

  func read(_ bytes: [UInt8]) -> Result<ElectionResult, JSONFaultsError> {
    ResultDocument.read(bytes, file: "result.json")
  }

  @Test("Written, read and written again: the same bytes, the same result", arguments: [0, 1])
  func again(index: Int) throws {
    let bytes = Self.samples[index].canonicalBytes()
    let result = try read(bytes).get()
    #expect(result == Self.samples[index])
    #expect(result.canonicalBytes() == bytes)
  }

  @Test("Quotes, emoji and decomposed letters survive byte by byte")
  func names() throws {
    let name = try read(ElectionResult.everything.canonicalBytes()).get().contests[1].candidates[0].candidate
      .name
    #expect(Array(name.utf8) == Array("O\"Brien \\ 👩‍👩‍👧 Hue\u{323}\u{302}".utf8))
  }

  @Test("Canonical, and `self` is the digest of the bytes without it", arguments: [0, 1])
  func digest(index: Int) throws {
    let bytes = Self.samples[index].canonicalBytes()
    let node = try JSONParser.parse(bytes, file: "result.json")
    let value = try #require(JSONValue(node))
    #expect(value.canonicalBytes() == bytes)
    guard case .object(var members) = value, case .string(let own) = members.removeValue(forKey: "self")
    else {
      Issue.record("no member self")
      return
    }
    #expect(own == SHA256.digest(of: JSONValue.object(members).canonicalBytes()).hex)
  }

  @Test(
    "A file that a result names lies in its folder or below",
    arguments: ["../a", "/a", "a/../../b", "./a", "a//b", "", ".", "a/"])
  func outside(name: String) {
    for place in 0..<3 {
      var result = ElectionResult.everything
      switch place {
      case 0: result.roster?.file.name = name
      case 1: result.plan?.name = name
      default: result.contests[1].files[0].file.name = name
      }
      guard case .failure(let error) = read(result.canonicalBytes()) else {
        Issue.record("\(name) was taken")
        continue
      }
      #expect(error.faults.listed.contains { [.fileOutside, .emptyText].contains($0.code) })
    }
  }

  @Test("Every change of a single byte is seen")
  func everyByte() {
    let bytes = ElectionResult.least.canonicalBytes()
    for i in bytes.indices {
      for changed in Self.changes(of: bytes, at: i) {
        if case .success = read(changed) {
          Issue.record("unseen: \(String(decoding: changed, as: UTF8.self))")
        }
      }
    }
  }

  /// The byte with its lowest bit turned, made another letter or digit, left out, and with a space before it.
  private static func changes(of bytes: [UInt8], at i: Int) -> [[UInt8]] {
    var changes = [UInt8(0x01), 0x20, 0x80].map { bits in
      var changed = bytes
      changed[i] ^= bits
      return changed
    }
    changes.append(Array(bytes[..<i] + bytes[(i + 1)...]))
    changes.append(Array(bytes[..<i] + [0x20] + bytes[i...]))
    return changes
  }

  @Test("A result that was changed together with nothing else is altered")
  func altered() {
    let file = String(decoding: ElectionResult.everything.canonicalBytes(), as: UTF8.self)
    for (old, new) in [
      ("\"votes\":1}", "\"votes\":2}"), ("\"Bầu\"", "\"Ba\u{302}\u{300}u\""),
      ("\"undervotes\":0", "\"undervotes\": 0"),
      ("\"place\":\"Gia Nghĩa\"", "\"place\":\"Gia Ngh\\u0129a\""),
      ("\"version\":1}", "\"version\":1,\"x-a\":1}"),
      ("{\"after\"", " {\"after\""), ("\"severity\":\"info\"", "\"severity\":\"error\""),
      ("\"name\":\"kiemphieu\"", "\"name\":\"khac\""), ("\"invalid\":6", "\"invalid\":5"),
    ] {
      let changed = file.replacing(old, with: new)
      guard !changed.utf8.elementsEqual(file.utf8) else {
        Issue.record("\(old) is not in the file")
        continue
      }
      guard case .failure(let error) = read(Array(changed.utf8)) else {
        Issue.record("unseen: \(old)")
        continue
      }
      #expect(error.faults.listed.map(\.code) == [.alteredResult], "\(old)")
    }
  }

  @Test("Behind the end, before the start, and cut off")
  func around() {
    let bytes = ElectionResult.least.canonicalBytes()
    for changed in [bytes + [0x0A], [0xEF, 0xBB, 0xBF] + bytes, bytes.dropLast() + [], bytes + bytes, []] {
      if case .success = read(changed) { Issue.record("unseen change around the file") }
    }
  }

  @Test("People in numbers that no election file has are refused, whatever the digest says")
  func limits() {
    let many = 1_000_000_000_001
    for electorate in [
      Electorate(body: .memberCongress, convened: many, present: 1),
      Electorate(body: .memberCongress, convened: 1, present: many),
      Electorate(body: .memberCongress, convened: 1, present: 1, deductions: [Deduction(.suspended, many)]),
    ] {
      var result = ElectionResult.least
      result.contests[0].electorate = electorate
      guard case .failure(let error) = read(result.canonicalBytes()) else {
        Issue.record("read: \(electorate)")
        continue
      }
      #expect(error.faults.listed.map(\.code.description) == ["J011"])
    }
  }

  @Test("A contest as later contests see it")
  func decided() {
    let contest = ContestResult.everything
    #expect(
      contest.decided
        == DecidedContest(
          id: "b", office: .secretary, round: contest.round, seats: 1, status: .tied,
          candidates: contest.candidates.map(\.candidate), elected: [], vacant: 0, tie: contest.tie))
  }
}
