import CanonicalJSON
import Elections
import Faults
public import Outcomes

/// What turns out wrong with an election file only when earlier results and counts are known.
extension ElectionDocument {
  /// The contest that the contest at `index` follows.
  ///
  /// - Parameters:
  ///   - earlier: the contests of this file that were decided before it.
  ///   - prior: the contests of the results that this file comes after.
  /// - Returns: `nil` for a first round, and where there is no such contest or more than one, which is a fault.
  public func contestFollowed(
    by index: Int, earlier: [DecidedContest], prior: [DecidedContest]
  ) -> DecidedContest? {
    guard let id = election.contests[index].round.follows else { return nil }
    if let own = earlier.first(where: { $0.id == id }) { return own }
    let found = prior.filter { $0.id == id }
    if found.count == 1 { return found[0] }
    reader(contest: index, "follows").fault(
      .followsUnknown,
      problem: found.isEmpty
        ? Phrase(
          vi: "không có cuộc bầu «\(id)» đứng trước trong tệp này hay trong các kết quả ở «after»",
          en: "there is no contest '\(id)' before this one, in this file or in the results of 'after'")
        : Phrase(
          vi: "có nhiều cuộc bầu «\(id)» trong «after»",
          en: "several results of 'after' have a contest '\(id)'"),
      advice: Phrase(
        vi: "ghi đúng mã cuộc bầu đi trước và nêu tệp kết quả của nó trong «after»",
        en: "write the id of the contest before, and list its result file in 'after'"))
    return nil
  }

  /// Reports what makes the contest at `index` impossible as a round after `previous`.
  public func checkRound(_ index: Int, after previous: DecidedContest) {
    for contradiction in FollowUp.contradictions(election.contests[index], after: previous) {
      report(contradiction, index, previous)
    }
  }

  private func report(_ contradiction: FollowUp.Contradiction, _ index: Int, _ previous: DecidedContest) {
    let (key, problem, advice) = words(contradiction, previous)
    reader(contest: index, key).fault(.followsContradicts, problem: problem, advice: advice)
  }

  private func words(
    _ contradiction: FollowUp.Contradiction, _ previous: DecidedContest
  ) -> (key: String, problem: Phrase, advice: Phrase) {
    switch contradiction {
    case .otherOffice(let office):
      (
        "office",
        Phrase(
          vi: "cuộc bầu đi trước bầu «\(office.rawValue)»",
          en: "the contest before is on '\(office.rawValue)'"),
        Phrase(vi: "vòng sau phải bầu cùng chức danh", en: "a later round is on the same office")
      )
    case .noTie(let status):
      (
        "follows",
        Phrase(
          vi:
            "cuộc bầu «\(previous.id)» không có người bằng phiếu ở cuối danh sách trúng cử (trạng thái «\(status.rawValue)»)",
          en: "the contest '\(previous.id)' has no tie at the last seat (its status is '\(status.rawValue)')"),
        Phrase(
          vi: "dùng «continuation», hoặc ghi cuộc bầu khác", en: "use 'continuation', or name another contest"
        )
      )
    case .otherNames(let tied):
      (
        "candidates",
        Phrase(
          vi:
            "danh sách bầu lại phải đúng những người bằng phiếu: \(tied.map { visible($0) }.joined(separator: ", ")) (R-TIE)",
          en:
            "a re-vote is among the tied exactly: \(tied.map { visible($0) }.joined(separator: ", ")) (R-TIE)"
        ),
        Phrase(vi: "sửa danh sách", en: "correct the list")
      )
    case .otherSeats(let left):
      (
        "seats",
        Phrase(
          vi: "chỉ còn bầu lại \(left) người (R-TIE)",
          en: "the seats left for the re-vote are \(left) (R-TIE)"),
        Phrase(vi: "ghi \(left)", en: "write \(left)")
      )
    case .nothingLeft:
      (
        "follows",
        Phrase(
          vi: "cuộc bầu «\(previous.id)» đã bầu đủ",
          en: "the contest '\(previous.id)' has filled all its seats"),
        Phrase(vi: "xem lại cuộc bầu đi trước", en: "look at the contest before")
      )
    case .undecided(let status):
      (
        "follows",
        Phrase(
          vi: "cuộc bầu «\(previous.id)» chưa quyết định gì (trạng thái «\(status.rawValue)»)",
          en: "the contest '\(previous.id)' decides nothing (its status is '\(status.rawValue)')"),
        Phrase(
          vi: "kiểm cho xong cuộc bầu đó, hoặc bầu lại từ đầu với chính danh sách đó",
          en: "finish the count of that contest, or hold it again with its own list")
      )
    case .tieUnresolved(let tied):
      (
        "kind",
        Phrase(
          vi:
            "cuộc bầu «\(previous.id)» có người bằng phiếu ở cuối danh sách trúng cử, phải bầu lại trước trong đúng những người đó: \(tied.map { visible($0) }.joined(separator: ", ")) (R-TIE)",
          en:
            "the contest '\(previous.id)' is tied at the last seat, and the re-vote goes first, among the tied exactly: \(tied.map { visible($0) }.joined(separator: ", ")) (R-TIE)"
        ),
        Phrase(
          vi: "dùng «tieBreak»; nếu đã bầu lại thì ghi cuộc bầu lại đó ở «follows»",
          en: "use 'tieBreak'; if the re-vote was held, name it in 'follows'")
      )
    }
  }

  /// Reports that the file of the `index`th entry of `after` is another than the one that was meant.
  ///
  /// - Parameter found: the SHA-256 of the file that lies there.
  public func reportOtherDigest(ofPrior index: Int, found: String) {
    report(reader(after: index, "sha256"), found)
  }

  /// Reports that the roster is another file than the one that was meant.
  public func reportOtherDigestOfRoster(found: String) {
    report(reader(roster: "sha256"), found)
  }

  private func report(_ reader: JSONReader, _ found: String) {
    reader.fault(
      .otherDigest,
      problem: Phrase(
        vi: "tệp nằm ở đó có mã SHA-256 khác: \(found)",
        en: "the file that lies there has another SHA-256: \(found)"),
      advice: Phrase(
        vi: "lấy đúng tệp; chỉ sửa mã ở đây khi chắc chắn tệp đó đúng",
        en: "get the right file; change the digest here only if you are sure of the file"))
  }
}
