import CanonicalJSON
import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Outcomes

/// `next`: the election file of the contest that follows a decided one.
struct NextCommand {
  static let declaration = Command(
    name: "next",
    summary: Phrase(
      vi: "Lập tệp bầu cử cho vòng sau: bầu lại người bằng phiếu, hoặc bầu thêm.",
      en: "Writes the election file of the next round: a re-vote among the tied, or a further vote."),
    discussion: Phrase(
      vi:
        "Bằng phiếu ở cuối danh sách trúng cử: chỉ những người bằng phiếu, bầu số lượng còn lại, không cần quá một nửa (R-TIE). Thiếu người: những người chưa trúng cử, bầu cho số ghế trống (R-SHORT). Tệp mới gắn với kết quả cũ bằng mã SHA-256 của nó. Người dự, số phiếu và tên các tệp phiếu là của vòng mới: điền khi đã biết.",
      en:
        "After a tie at the last seat: the tied alone, for the seats left, without need of more than half (R-TIE). With seats vacant: those not elected, for these seats (R-SHORT). The new file is bound to the result by its SHA-256. Who is present, the number of ballots and the ballot files are those of the new round: fill them in when they are known."
    ),
    arguments: [
      Argument("RESULT", help: Phrase(vi: "Tệp kết quả.", en: "The result file.")),
      Argument("CONTEST", help: Phrase(vi: "Mã cuộc bầu trong đó.", en: "The id of a contest in it.")),
    ],
    options: [
      Option(
        "out", .output("DIR"),
        help: Phrase(
          vi:
            "Ghi election.json, bản sao kết quả với các chữ ký và danh sách người ký vào thư mục này; nếu không ghi thì chỉ in tệp ra.",
          en:
            "Write election.json, a copy of the result with its signatures and the list of signers to this folder; without it, the file is only printed."
        ))
    ])

  private let command: ParsedCommand
  private let shell: Shell
  private let path: String

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
    path = command.argument("RESULT")
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let (bytes, result) = try LoadedResult.read(path)
    let id = command.argument("CONTEST")
    guard let contest = result.contests.first(where: { $0.id == id }) else {
      throw unknown(id, result.contests.map(\.id))
    }
    // Results of several sittings may meet in one folder, so that each lies in one of its own.
    let digest = SHA256.digest(of: bytes).hex
    let copy = PriorResult(
      file: "truoc/\(Self.folder(contest.id) ?? String(digest.prefix(16)))/result.json", sha256: digest)
    let election: Election
    do throws(FollowUp.Nothing) {
      election = try result.election(following: contest, prior: copy)
    } catch {
      shell.note(words(error)[shell.language] + "\n")
      return .negative
    }
    let text = election.json.indentedBytes(keys: Election.keyOrder)
    guard let folder = command.value("out") else { return shell.output(text) }
    // Whoever verifies the chain asks for the signatures on each result in it.
    var copies = [copy.file: bytes]
    if result.roster != nil {
      for name in SignatureFiles.names(beside: path) {
        let ending = name.dropFirst(lastComponent(of: path).count)
        copies[copy.file + ending] = try LoadedResult.bytes(
          join(directory(of: path), name), allowsPipes: false)
      }
    }
    try write(text, copies, election.roster?.file, to: folder)
    return .ok
  }

  /// The id, where it is the name of a folder. An id may hold anything, a way out of the new folder to another result as well.
  private static func folder(_ id: String) -> String? {
    let isName = !id.unicodeScalars.contains { $0 == "/" || $0 == "\\" } && id != "." && id != ".."
    return isName && id.utf8.count <= 100 ? id : nil
  }

  private func write(
    _ text: [UInt8], _ copies: [String: [UInt8]], _ roster: String?, to folder: String
  ) throws(CommandFailure) {
    let target = join(folder, "election.json")
    var files = copies
    if let roster {
      files[roster] = try LoadedResult.bytes(join(directory(of: path), roster), allowsPipes: false)
    }
    do throws(FileFailure) {
      // An election file that people have gone on with is not to be lost.
      if try sameFile(target, target) { throw .present(target) }
      for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        let file = join(folder, name)
        try makeFolder(directory(of: file))
        try replaceFile(at: file, with: bytes)
      }
      try replaceFile(at: target, with: text)
    } catch {
      throw .output(error)
    }
    shell.note(
      Phrase(
        vi:
          "Đã ghi \(visible(target, limit: 200)) và bản sao kết quả cạnh đó. Điền người dự, số phiếu và tên tệp phiếu.\n",
        en:
          "Wrote \(visible(target, limit: 200)) and the copy of the result. Fill in who is present, the ballots and their files.\n"
      )[
        shell.language])
  }

  private func unknown(_ id: String, _ known: [String]) -> CommandFailure {
    .usage(
      UsageError(
        Phrase(
          vi: "kết quả không có cuộc bầu «\(visible(id))»", en: "the result has no contest '\(visible(id))'"),
        suggestion: Phrase(
          vi: "Các cuộc bầu: \(known.prefix(20).map { visible($0) }.joined(separator: ", "))",
          en: "The contests: \(known.prefix(20).map { visible($0) }.joined(separator: ", "))"),
        command: command.name))
  }

  private func words(_ nothing: FollowUp.Nothing) -> Phrase {
    switch nothing {
    case .filled:
      Phrase(vi: "đã bầu đủ số lượng: không có vòng sau", en: "no seat is left: there is no next round")
    case .undecided(.void):
      Phrase(
        vi: "cuộc bầu này không có giá trị (R-VOID): bầu lại với chính danh sách đó, không phải vòng sau",
        en: "this contest is void (R-VOID): it is held again with its own list, which is no next round")
    case .undecided:
      Phrase(vi: "cuộc bầu này chưa kiểm phiếu xong", en: "the count of this contest is not complete")
    case .nobodyLeft(let seats):
      Phrase(
        vi:
          "còn phải bầu \(seats) người mà danh sách không đủ người chưa trúng cử: đại hội lập danh sách mới (R-SHORT)",
        en: "seats left: \(seats), and too few names: the congress makes a new list (R-SHORT)")
    case .lastRound:
      Phrase(
        vi: "tệp bầu cử có nhiều nhất \(ElectionLimits.rounds) vòng: không ghi được vòng sau",
        en: "an election file has at most \(ElectionLimits.rounds) rounds: no later one can be written")
    }
  }
}
