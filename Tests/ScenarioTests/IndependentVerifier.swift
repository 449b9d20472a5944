import Foundation

/// The verifier in Python beside the program's own, run on one bundle of files.
enum IndependentVerifier {
  /// What a verifier came to: the verdict's word, and the exit status.
  struct Verdict: Equatable, CustomStringConvertible {
    var word: String
    var status: Int32
    var description: String { "\(word) (\(status))" }
  }

  /// The first `python3` on the path, or `nil`.
  static let python = executable("python3")
  /// Whether there is an `ssh-keygen` to check signatures with.
  static let hasSSHKeygen = executable("ssh-keygen") != nil

  private static func executable(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What `kiemphieu verify` comes to on the result in `folder`.
  static func program(on folder: URL, _ options: String) throws -> Verdict {
    let outcome = try Shell.run(
      "kiemphieu verify result.json --json " + options, in: folder, program: Place.program)
    let word = outcome.output.firstMatch(of: #/"verdict":"(\w+)"/#).map { String($0.1) }
    return Verdict(word: word ?? "none", status: outcome.status)
  }

  /// What `verify.py` comes to on it: the last line that it prints.
  static func script(on folder: URL, _ options: String) throws -> Verdict {
    let script = Place.samples.appending(path: "independent-verifier/verify.py").path(percentEncoded: false)
    let outcome = try Shell.run(
      "'\(python ?? "python3")' -B '\(script)' result.json " + options, in: folder, program: Place.program)
    let last = outcome.output.split(separator: "\n").last.map(String.init)
    return Verdict(word: last ?? "none", status: outcome.status)
  }
}

/// A copy of a sample with its result, to be tampered with; or of a scenario, whose ballots are yet to be entered.
struct TamperedBundle {
  let folder: URL

  /// A copy of the sample or scenario, counted unless it has its result.
  init(of sample: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kiemphieu-" + UUID().uuidString)
    let places = [Place.samples, Place.scenarios].map { $0.appending(path: sample) }
    let place = places.first { FileManager.default.fileExists(atPath: $0.path) }
    try FileManager.default.copyItem(at: place ?? places[0], to: folder)
    if !FileManager.default.fileExists(atPath: url("result.json").path) {
      try shell("kiemphieu count election.json --out .")
    }
  }

  func removeAll() { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appending(path: name) }

  func read(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: url(name)) }

  @discardableResult
  func shell(_ command: String) throws -> String {
    try Shell.run(command, in: folder, program: Place.program).output
  }

  /// Replaces the first `old` in a file, which must be there.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try read(name)
    guard let range = text.range(of: old) else { throw Missing(text: old) }
    try write(name, text.replacingCharacters(in: range, with: new))
  }

  /// Replaces the first `old` in the result and makes its own digest right again.
  func forge(_ old: String, _ new: String) throws {
    try edit("result.json", old, new)
    try close("result.json")
  }

  /// Makes the digest right that a result has of itself.
  func close(_ name: String) throws {
    let text = try read(name)
    let member = #/"self":"[0-9a-f]{64}",/#
    guard let range = text.firstRange(of: member) else { throw Missing(text: "self") }
    var without = text
    without.removeSubrange(range)
    try write("body", without)
    try write(
      name, text.replacingCharacters(in: range, with: "\"self\":\"\(try digest(of: "body"))\","))
    try FileManager.default.removeItem(at: url("body"))
  }

  /// Makes the size and digest right that the result has of a file, and then its own.
  func bind(_ name: String) throws {
    let size = try Data(contentsOf: url(name)).count
    let sha256 = try digest(of: name)
    var text = try read("result.json")
    if name == "election.json" {
      text.replace(#/"election":\{"bytes":\d+,/#, with: "\"election\":{\"bytes\":\(size),")
      // The digest of the election file is the one before its superior.
      text.replace(#/"sha256":"\w+","superior"/#, with: "\"sha256\":\"\(sha256)\",\"superior\"")
    } else {
      let entry = try Regex(
        #"\{"bytes":\d+,"name":"\#(NSRegularExpression.escapedPattern(for: name))",("quorum":\{[^}]*\},)?"sha256":"\w+""#
      )
      guard let match = text.firstMatch(of: entry) else { throw Missing(text: name) }
      let quorum = match.output[1].substring.map(String.init) ?? ""
      text.replaceSubrange(
        match.range, with: "{\"bytes\":\(size),\"name\":\"\(name)\",\(quorum)\"sha256\":\"\(sha256)\"")
    }
    try write("result.json", text)
    try close("result.json")
  }

  /// What `sha256sum` prints of a file.
  func digest(of name: String) throws -> String {
    let program = "import hashlib,sys; print(hashlib.sha256(open(sys.argv[1],'rb').read()).hexdigest())"
    return String(
      try shell("'\(IndependentVerifier.python ?? "python3")' -c \"\(program)\" '\(name)'").dropLast())
  }

  /// Signs a file with a new key, in a namespace, and puts the signature beside the result.
  func sign(_ name: String = "result.json", namespace: String = "kiemphieu-result") throws {
    try shell("ssh-keygen -q -t ed25519 -N '' -C '' -f key </dev/null")
    try shell("ssh-keygen -q -Y sign -n \(namespace) -f key < \(name) > result.json.new.sig")
    try FileManager.default.removeItem(at: url("key"))
  }

  /// Makes of `thieu-nguoi` a chain of two sittings, each with a list of signers and signed; the second is what is verified. The
  /// signatures on the first lie beside its copy, `truoc/dai-hoi/result.json`.
  func signChain() throws {
    try shell(
      #"""
      set -e
      ssh-keygen -q -t ed25519 -N '' -C '' -f key </dev/null
      printf 'head:Hoa %s\n' "$(cut -d' ' -f1,2 key.pub)" > signers
      cp signers 2-bau-them
      roster='"roster": {"file": "signers", "sha256": "'$(sha256sum signers | cut -c1-64)'", "quorum": {"head": 1}},'
      sed -i "s|\"contests\": \[|$roster &|" election.json 2-bau-them/election.json
      before=$(sha256sum 2-bau-them/truoc/dai-hoi/result.json | cut -c1-64)
      kiemphieu count election.json --out . && kiemphieu sign result.json --key key
      cp result.json* 2-bau-them/truoc/dai-hoi
      sed -i "s/$before/$(sha256sum result.json | cut -c1-64)/" 2-bau-them/election.json
      rm -r election.json result.json* *.csv README*
      mv 2-bau-them/* . && kiemphieu count election.json --out . && kiemphieu sign result.json --key key
      rm key
      """#)
  }

  /// The names of the signatures beside the result, in order.
  var signatures: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".sig") }.sorted()
  }

  struct Missing: Error { var text: String }
}
