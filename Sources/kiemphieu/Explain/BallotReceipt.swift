import BallotFiles
import Documents
import Elections
import Faults
import Reports
import Rulebooks
import Tallying

/// The receipt of one line of a ballot file: what was read, how it was judged, and whom it counts for.
struct BallotReceipt {
  let line: BallotLine
  let contest: Contest
  let rulebook: Rulebook
  let language: Language

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  func text() -> String {
    var lines = [
      visible(contest.title, limit: 1000), say("Dòng: ", "Line: ") + visible(line.text, limit: 400),
    ]
    lines += place()
    if let ballot = line.ballot {
      lines += marks(ballot) + judgement(ballot)
    } else {
      lines.append(
        say(
          "Dòng này có lỗi, nên cả tệp không có kết quả:",
          "This line is at fault, so that the file has no result:"))
      lines.append(FaultList.text(line.faults, language, isOfCount: true))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place() -> [String] {
    var parts: [String] = []
    if let bundle = line.bundle { parts.append(say("xấp \(bundle)", "bundle \(bundle)")) }
    if let serial = line.serial { parts.append(say("số phiếu \(serial)", "serial \(serial)")) }
    if line.count > 1 {
      parts.append(say("\(line.count) phiếu giống nhau", "\(line.count) identical ballots"))
    }
    return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
  }

  private func marks(_ ballot: Ballot) -> [String] {
    guard ballot.marksRead else { return [say("Không đọc dấu trên phiếu", "The marks were not read")] }
    switch contest.form {
    case .strikeOut:
      let struck = (0..<contest.candidates.count).filter { !ballot.inFavour.contains($0) }
      return [
        say("Gạch: ", "Struck out: ") + names(struck),
        say("Để lại: ", "Left: ") + names(members(ballot.inFavour)),
      ]
    case .agreeDisagree:
      return [
        say("Đồng ý: ", "Agree: ") + names(members(ballot.inFavour)),
        say("Không đồng ý: ", "Disagree: ") + names(members(ballot.against)),
      ]
    }
  }

  private func judgement(_ ballot: Ballot) -> [String] {
    let judgement = BallotStyle(contest).judge(ballot)
    guard judgement.isValid else {
      let grounds = InvalidityGround.allCases.filter { judgement.grounds.contains($0) }
      return [
        say("Không hợp lệ, không tính cho ai:", "Invalid, counted for nobody:")
      ]
        + grounds.map { ground in
          let code = ground.shortCode.map { $0 + " " } ?? ""
          return
            "  \(code)\(ground.words[language]) (\(sourceWords(.ground(ground), of: rulebook)[language]))"
        }
    }
    var votes = ballot.inFavour
    votes.subtract(ballot.against)
    let ruled = judgement.debatable ? say(", ban kiểm phiếu công nhận", ", ruled so by the board") : ""
    return [
      say("Hợp lệ", "Valid") + ruled
        + say("; tính \(judgement.votes) phiếu bầu cho: ", "; \(several(judgement.votes, "vote")), for: ")
        + names(members(votes))
    ]
  }

  private func members(_ set: CandidateSet) -> [Int] {
    (0..<contest.candidates.count).filter { set.contains($0) }
  }

  private func names(_ people: [Int]) -> String {
    if people.isEmpty { return say("không ai", "nobody") }
    return people.map { "\($0 + 1) \(visible(contest.candidates[$0].name))" }.joined(separator: "; ")
  }
}
