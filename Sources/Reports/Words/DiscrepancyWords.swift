import Documents
import Elections
import Faults
import Outcomes

extension ContestResult {
  /// Where the papers do not add up (R-INVENTORY): the two numbers that contradict each other, of each such pair; empty where they do.
  var discrepancies: [Phrase] {
    func pair(_ vi: (String, String), _ en: (String, String), _ a: Int, _ b: Int) -> Phrase {
      Phrase(
        vi: "\(vi.0) \(grouped(a, .vietnamese)), \(vi.1) \(grouped(b, .vietnamese))",
        en: "\(grouped(a, .english)) \(en.0), \(grouped(b, .english)) \(en.1)")
    }
    var pairs: [Phrase] = []
    if ballots.returned > ballots.issued {
      pairs.append(
        pair(("phát ra", "thu về"), ("issued", "returned"), ballots.issued, ballots.returned))
    }
    if ballots.recorded != ballots.returned {
      pairs.append(
        pair(("tệp phiếu", "thu về"), ("in the files", "returned"), ballots.recorded, ballots.returned))
    }
    if ballots.issued > electorate.present {
      pairs.append(
        pair(("phát ra", "có mặt"), ("issued", "present"), ballots.issued, electorate.present))
    }
    return pairs
  }

  /// The status with what is wrong, for papers of a contest that decides nothing; `nil` for one that decides something.
  var undecidedLine: Phrase? {
    guard !status.isDecided else { return nil }
    func line(_ language: Language) -> String {
      let pairs = discrepancies.map { $0[language] }.joined(separator: "; ")
      return status.words[language].uppercased() + (pairs.isEmpty ? "" : ": " + pairs)
    }
    return Phrase(vi: line(.vietnamese), en: line(.english))
  }

  /// The findings as papers print them. That missing ballots are allowed is not said of papers that do not add up: until they do, nobody
  /// knows how many are missing.
  var paperFindings: [Finding] {
    status == .incomplete ? findings.filter { $0.code != .returnedFewer } : findings
  }
}
