import CanonicalJSON
import Faults
import Foundation
import Machine
import Testing

@testable import Verification

@Suite("Certificate")
struct CertificateTests {
  private static let samples = [
    "Samples/ba-phieu", "Samples/phieu-tron", "Samples/chi-bo-thi-diem/2-bi-thu",
  ]

  /// Certificates of all kinds: of what agrees, of what lacks evidence, of what was changed everywhere.
  private static func certificates() throws -> [Certificate] {
    var certificates: [Certificate] = []
    for sample in samples {
      let folder = try Folder(copyOf: sample)
      let result = try folder.count()
      certificates.append(try folder.verify(result))
      let value = try Forgery.value(result)
      for place in value.places where place.count < 4 {
        if let forged = value.replacing(place[...], { _ in nil }), let bytes = try? Forgery.closed(forged),
          let certificate = try? folder.verify(bytes)
        {
          certificates.append(certificate)
        }
      }
      try folder.remove("election.json")
      certificates.append(try folder.verify(result))
    }
    return certificates
  }

  @Test("Words in both languages, composed, without hidden characters")
  func wording() throws {
    for certificate in try Self.certificates() {
      let texts = [certificate.text(.vietnamese), certificate.text(.english)]
      #expect(texts[0] != texts[1])
      for text in texts {
        #expect(text.hasSuffix("\n") && !text.contains("\n\n\n"))
        #expect(text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8))
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || isVisible($0) })
        #expect(text.contains(certificate.code.description))
      }
      for check in certificate.checks {
        guard case .failed(let differences) = check.outcome else { continue }
        for difference in differences { #expect(difference.words.vi != difference.words.en) }
      }
    }
  }

  @Test("Twenty differences of a check are shown, and how many more there are")
  func manyDifferences() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var certificate = try folder.verify(try folder.count())
    for (count, rest) in [(20, nil), (21, "    … and 1 more\n"), (45, "    … and 25 more\n")] {
      let differences = (1...count).map { Difference("chỗ \($0)", "place \($0)") }
      certificate.checks = [Check(id: .counts, subject: .result, outcome: .failed(differences))]
      let text = certificate.text(.english)
      #expect(text.contains("    place 20\n") && !text.contains("place 21"))
      #expect(rest.map { text.contains($0) } ?? !text.contains("more\n"))
    }
  }

  @Test("What people wrote is shown as a whole up to a limit, and cut behind it")
  func longTexts() throws {
    typealias Signature = SignatureEvidence.Signature
    let whole = try Folder(copyOf: "Samples/ba-phieu")
    let plain = try whole.verify(try whole.count())
    let changes: [(limit: Int, change: (inout Certificate, String) -> Void)] = [
      (1000, { $0.congress = $1 }), (1000, { $0.organization = $1 }),
      (1000, { $0.replaces = Replacement(former: $0.digest, because: $1) }),
      (1000, { $0.signatures = [Signature(principal: $1)] }),
      (2000, { $0.signatures = [Signature(principal: "head:Hoa", command: $1)] }),
    ]
    for (limit, change) in changes {
      for (length, shown) in [(limit, ""), (limit + 1, "…")] {
        var certificate = plain
        change(&certificate, String(repeating: "x", count: length))
        let text = String(repeating: "x", count: limit) + shown + "\n"
        #expect(certificate.text(.english).contains(text) && certificate.text(.vietnamese).contains(text))
      }
    }
  }

  @Test("As JSON it is canonical, and says what the certificate says")
  func json() throws {
    for certificate in try Self.certificates() {
      let bytes = certificate.json.canonicalBytes()
      let value = try #require(JSONValue(try JSONParser.parse(bytes, file: "c.json")))
      #expect(value.canonicalBytes() == bytes)
      #expect(value.value(at: [.key("verdict")]) == .string(certificate.verdict.rawValue))
      guard case .array(let checks)? = value.value(at: [.key("checks")]) else {
        Issue.record("no checks")
        return
      }
      #expect(checks.count == certificate.checks.count)
    }
  }

  @Test("As JSON a check says what it is about, what came of it and why")
  func jsonOfChecks() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var certificate = try folder.verify(try folder.count())
    certificate.checks = [
      Check(id: .form, subject: .result, outcome: .passed),
      Check(
        id: .evidence, subject: .file("a.csv"),
        outcome: .failed([
          Difference(Phrase(vi: "một", en: "one"), path: "contests[0].seats", stated: 2, found: 1)
        ])),
      Check(
        id: .counts, subject: .contest("a"),
        outcome: .notChecked(NotChecked(.missing, "x", "y", isMaterial: false))),
      Check(id: .counts, subject: .contest("b"), outcome: .notChecked(NotChecked(.missing, "x", "y"))),
    ]
    let expected: JSONValue = [
      ["check": "form", "outcome": "passed"],
      [
        "check": "evidence", "file": "a.csv", "outcome": "failed",
        "differences": [
          ["words": ["vi": "một", "en": "one"], "path": "contests[0].seats", "stated": 2, "found": 1]
        ],
      ],
      ["check": "counts", "contest": "a", "outcome": "notChecked", "because": "missing", "material": false],
      ["check": "counts", "contest": "b", "outcome": "notChecked", "because": "missing", "material": true],
    ]
    #expect(certificate.json.value(at: [.key("checks")]) == expected)
  }

  @Test("A verdict follows from the checks")
  func verdicts() {
    func check(_ id: CheckID, _ outcome: Check.Outcome) -> Check {
      Check(id: id, subject: .result, outcome: outcome)
    }
    let passed = check(.form, .passed)
    let failed = check(.counts, .failed([Difference("x", "y")]))
    let open = check(.evidence, .notChecked(NotChecked(.missing, "x", "y")))
    let noted = check(.earlierRecount, .notChecked(NotChecked(.verifyBySelf, "x", "y", isMaterial: false)))
    let signed = check(.signatures, .passed)
    #expect(Verdict([passed], signaturesAsked: false) == .agrees)
    #expect(Verdict([passed, noted], signaturesAsked: false) == .agrees)
    #expect(Verdict([passed, open], signaturesAsked: false) == .unfinished)
    #expect(Verdict([passed, open, failed], signaturesAsked: false) == .differs)
    #expect(Verdict([passed], signaturesAsked: true) == .unfinished)
    #expect(Verdict([passed, signed], signaturesAsked: true) == .certified)
    #expect(Verdict([passed, signed, open], signaturesAsked: true) == .unfinished)
    #expect(Verdict([passed, signed, failed], signaturesAsked: true) == .differs)
  }

  @Test("The control totals are those of the rules, and hold")
  func totals() throws {
    let folder = try Folder(copyOf: "Samples/phieu-tron")
    let certificate = try folder.verify(try folder.count())
    let totals = try #require(certificate.totals.first)
    #expect(totals.holds)
    let figures = Dictionary(uniqueKeysWithValues: totals.identities.map { ($0.kind, ($0.left, $0.right)) })
    #expect(try #require(figures[.validAndInvalid]) == ([29, 6], [35]))
    #expect(try #require(figures[.recordedAndReturned]) == ([35], [35]))
    #expect(try #require(figures[.seats]) == ([145], [121, 24]))
    #expect(try #require(figures[.candidates]) == ([145], [121, 24]))
    #expect(try #require(figures[.files]) == ([17, 18], [35]))
  }

  @Test("Totals that do not hold are named")
  func brokenTotals() throws {
    let folder = try Folder(copyOf: "Samples/phieu-tron")
    let value = try Forgery.value(try folder.count())
    let place: [JSONValue.Step] = [.key("contests"), .index(0), .key("tally"), .key("undervotes")]
    let forged = try #require(value.replacing(place[...]) { _ in 25 })
    let certificate = try folder.verify(try Forgery.closed(forged))
    #expect(certificate.failures.contains("totals  seats × valid = votes + undervotes: 145 ≠ 121 + 25"))
  }

  @Test("Figures so large that sums of them overflow are seen, not counted")
  func overflow() throws {
    let folder = try Folder(copyOf: "Samples/phieu-tron")
    let value = try Forgery.value(try folder.count())
    let large: JSONValue = 1_000_000_000_000_000
    for place in value.places {
      guard case .integer? = value.value(at: place[...]), words(place) != "version" else { continue }
      for number in [large, .integer(JSONValue.largestInteger)] {
        let forged = try #require(value.replacing(place[...]) { _ in number })
        #expect(try folder.verify(try Forgery.closed(forged)).verdict == .differs)
      }
    }
  }
}
