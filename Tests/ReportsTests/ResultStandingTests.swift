import Elections
import Faults
import Reports
import Testing

@Suite("How far a result may be relied on")
struct ResultStandingTests {
  private static let signed = [ResultStanding.Signature(role: .head, name: "Lê Thị Hoa")]

  @Test("Whatever is lacking is said, and nothing else")
  func warnings() {
    func warnings(
      _ verified: ResultStanding.Verified, signed: Bool, rehearsal: Bool
    ) -> [String] {
      ResultStanding(code: "c", verified: verified, signatures: signed ? Self.signed : [])
        .warnings(isRehearsal: rehearsal).map { String($0.en.prefix(10)) }
    }
    #expect(warnings(.certified, signed: true, rehearsal: false) == [])
    #expect(warnings(.agrees, signed: false, rehearsal: false) == ["Not digita"])
    #expect(warnings(.agrees, signed: false, rehearsal: true) == ["REHEARSAL:", "Not digita"])
    #expect(warnings(.unfinished([]), signed: true, rehearsal: false) == ["RESULT NOT"])
    #expect(
      warnings(.unfinished([]), signed: false, rehearsal: true) == ["REHEARSAL:", "RESULT NOT", "Not digita"])
  }
}
