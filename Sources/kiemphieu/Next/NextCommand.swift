import CanonicalJSON
import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Outcomes
import Reports

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
            "Ghi election.json, bản sao kết quả và các kết quả đi trước với chữ ký, và danh sách người ký vào thư mục này; nếu không ghi thì chỉ in tệp ra.",
          en:
            "Write election.json, copies of the result and of those before it with their signatures, and the list of signers to this folder; without it, the file is only printed."
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
    let digest = SHA256.digest(of: bytes).hex
    // Results of several sittings may meet in one folder, so that each lies in one of its own.
    let own = Copy(
      of: path, result, bytes,
      as: PriorResult(
        file: "truoc/\(Self.folder(contest.id) ?? String(digest.prefix(16)))/result.json", sha256: digest))
    let copies = earlierCopies(before: own) + [own]
    let election: Election
    do throws(FollowUp.Nothing) {
      election = try result.election(following: contest, prior: copies.map(\.prior))
    } catch {
      shell.note(words(error)[shell.language] + "\n")
      return .negative
    }
    if contest.findings.contains(where: { $0.code == .higherCommitteeAppoints }) {
      shell.note(
        Phrase(
          vi: "Đã bầu đủ số vòng: cấp ủy cấp trên chỉ định (R-SHORT); check sẽ cảnh báo vòng này.\n",
          en: "All rounds were held: the higher committee appoints (R-SHORT); check warns of this round.\n")[
            shell.language])
    }
    let text = election.json.indentedBytes(keys: Election.keyOrder)
    guard let folder = command.value("out") else { return shell.output(text) }
    var files: [String: [UInt8]] = [:]
    for copy in copies { try files.merge(copy.files()) { first, _ in first } }
    try write(text, files, election.roster?.file, to: folder)
    return .ok
  }

  /// A result that the new election comes after.
  private struct Copy {
    let path: String
    let result: ElectionResult
    let bytes: [UInt8]
    /// Where it is to lie.
    let prior: PriorResult

    init(of path: String, _ result: ElectionResult, _ bytes: [UInt8], as prior: PriorResult) {
      self.path = path
      self.result = result
      self.bytes = bytes
      self.prior = prior
    }

    /// The file, and the signatures on it: whoever verifies the chain asks for those on each result in it.
    func files() throws(CommandFailure) -> [String: [UInt8]] {
      var files = [prior.file: bytes]
      guard result.roster != nil else { return files }
      for name in SignatureFiles.names(beside: path) {
        let ending = name.dropFirst(lastComponent(of: path).count)
        files[prior.file + ending] = try LoadedResult.bytes(
          join(directory(of: path), name), allowsPipes: false)
      }
      return files
    }
  }

  /// The results that the result comes after, and that these come after: whoever asks for the approval of all who were elected needs
  /// every one. What is not at hand is said.
  private func earlierCopies(before own: Copy) -> [Copy] {
    let earlier = EarlierResults(of: own.result, election: join(directory(of: path), "election.json"))
    for name in earlier.missing {
      shell.note(
        Phrase(
          vi: "Không có kết quả đi trước \(visibleLine(name)): vòng sau sẽ không gắn với nó.\n",
          en:
            "The earlier result \(visibleLine(name)) is not at hand: the next round is not bound to it.\n"
        )[
          shell.language])
    }
    var copies: [Copy] = []
    var (taken, ids) = (Set([own.prior.file]), Set(own.result.contests.map(\.id)))
    for file in earlier.files.reversed() {
      // Of two contests of one id nobody could say which a later round follows.
      let sitting = file.sitting
      guard ids.isDisjoint(with: sitting.result.contests.map(\.id)) else { continue }
      ids.formUnion(sitting.result.contests.map(\.id))
      // Where it lay already, unless that is another's place now.
      let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
      let isKept =
        parts.count == 3 && parts[0] == "truoc" && !["", ".", ".."].contains(parts[1])
        && parts[2] == "result.json" && taken.insert(file.name).inserted
      let place = isKept ? file.name : "truoc/\(sitting.sha256.prefix(16))/result.json"
      copies.append(
        Copy(
          of: file.path, sitting.result, file.bytes, as: PriorResult(file: place, sha256: sitting.sha256)))
    }
    return copies.reversed()
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
          "Đã ghi \(visibleLine(target)) và bản sao kết quả cạnh đó. Điền người dự, số phiếu và tên tệp phiếu.\n",
        en:
          "Wrote \(visibleLine(target)) and the copy of the result. Fill in who is present, the ballots and their files.\n"
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
        vi:
          "cuộc bầu này không có giá trị (R-INVENTORY): bầu lại với chính danh sách đó, không phải vòng sau",
        en: "this contest is void (R-INVENTORY): it is held again with its own list, which is no next round")
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
