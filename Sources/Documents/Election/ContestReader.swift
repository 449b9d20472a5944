import CanonicalJSON
import Elections
import Faults
import Rulebooks

/// Reads one contest of an election file.
struct ContestReader {
  private let object: JSONObjectReader
  private let rulebook: Rulebook?
  private let paths: FilePaths

  init(_ object: JSONObjectReader, _ rulebook: Rulebook?, _ paths: FilePaths) {
    self.object = object
    self.rulebook = rulebook
    self.paths = paths
  }

  /// - Returns: `nil` where a part cannot be read; parts that only contradict each other are faults as well.
  func read() -> Contest? {
    let id = object.text("id")
    let office: Office? = object.choice("office")
    let title = object.text("title")
    let electorate = object.object("electorate").flatMap { ElectorateReader($0, rulebook).read() }
    let seats = object.integer("seats", in: 1...ElectionLimits.count)
    let round = round()
    let candidates = CandidateListReader(object).read()
    let ballots = object.object("ballots").flatMap(ballots)
    checkForm(names: candidates?.count, seats: seats)
    object.finish()
    guard let id, let office, let title, let electorate, let seats, let round, let candidates, let ballots,
      (1...candidates.count).contains(seats)
    else { return nil }
    return Contest(
      id: id, office: office, title: title, electorate: electorate, seats: seats, round: round,
      candidates: candidates, ballots: ballots)
  }

  // MARK: Names, seats, form

  private func checkForm(names: Int?, seats: Int?) {
    let stated: BallotForm? = object.optionalChoice("form")
    guard let names, let seats, names > 0 else { return }
    if names < seats {
      object.optional("seats")?.fault(
        .fewerNamesThanSeats,
        problem: Phrase(
          vi: "danh sách có \(names) người mà bầu \(seats)",
          en: "fewer names (\(names)) than seats (\(seats))"),
        advice: Phrase(
          vi: "thêm người vào danh sách hoặc giảm số lượng bầu",
          en: "add names to the list or lower the seats"))
      return
    }
    let form = BallotForm(names: names, seats: seats)
    if let stated, stated != form {
      object.optional("form")?.fault(
        .formContradicts,
        problem: Phrase(
          vi: "\(names) người bầu \(seats) thì phiếu phải là «\(form.rawValue)» (R-FORM)",
          en: "names: \(names), seats: \(seats); this calls for '\(form.rawValue)' (R-FORM)"),
        advice: Phrase(vi: "sửa hoặc bỏ khóa «form»", en: "correct the key 'form' or leave it out"))
    }
  }

  // MARK: Rounds

  private func round() -> Round? {
    let number = object.optional("round")?.integer(in: 1...ElectionLimits.rounds)
    let kind: RoundKind? = object.optionalChoice("kind")
    let follows = object.optionalText("follows")
    if object.optional("round") != nil, number == nil { return nil }
    if (number ?? 1) == 1 {
      for key in ["kind", "follows"] {
        object.optional(key)?.fault(
          .roundKeys,
          problem: Phrase(
            vi: "vòng 1 không có khóa «\(key)»", en: "round 1 has no key '\(key)'"),
          advice: Phrase(
            vi: "bỏ khóa này, hoặc ghi «round» từ 2 trở lên",
            en: "leave it out, or write a 'round' of 2 or more"))
      }
      return .first
    }
    for key in ["kind", "follows"] where object.optional(key) == nil {
      object.optional("round")?.fault(
        .roundKeys,
        problem: Phrase(
          vi: "vòng \(number ?? 2) phải có khóa «\(key)»",
          en: "round \(number ?? 2) must have the key '\(key)'"),
        advice: key == "kind"
          ? Phrase(
            vi: "ghi «kind»: «tieBreak» (bầu lại người bằng phiếu) hoặc «continuation» (bầu tiếp)",
            en: "write 'kind': 'tieBreak' or 'continuation'")
          : Phrase(vi: "ghi mã cuộc bầu đi trước", en: "write the id of the contest before"))
    }
    guard let number, let kind, let follows else { return nil }
    return .later(number: number, kind: kind, follows: follows)
  }

  // MARK: Papers

  private func ballots(_ object: JSONObjectReader) -> BallotAccount? {
    let issued = object.integer("issued", in: 0...ElectionLimits.count)
    let returned = object.integer("returned", in: 0...ElectionLimits.count)
    let files = object.array("files")?.compactMap(paths.path)
    let papers = object.optionalObject("papers").flatMap(PaperAccount.init(reading:))
    object.finish()
    guard let issued, let returned, let files else { return nil }
    return BallotAccount(issued: issued, returned: returned, files: files, papers: papers)
  }
}

extension PaperAccount {
  /// Reads the account of printed papers, as election and result files have it.
  init?(reading object: JSONObjectReader) {
    let counts = ["printed", "spoiled", "unused", "destroyed"].map {
      object.integer($0, in: 0...ElectionLimits.count)
    }
    object.finish()
    guard let printed = counts[0], let spoiled = counts[1], let unused = counts[2], let destroyed = counts[3]
    else {
      return nil
    }
    self.init(printed: printed, spoiled: spoiled, unused: unused, destroyed: destroyed)
  }
}
