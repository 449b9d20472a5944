import CanonicalJSON
public import Elections
public import Faults
public import Rulebooks

/// An election file that was read: the election, the regulation that it is under, and where to say what turns out wrong later.
public struct ElectionDocument {
  public let election: Election
  public let rulebook: Rulebook
  /// For each contest, the reader of its object, for faults that only an earlier result or a count shows.
  private let contestReaders: [JSONObjectReader]
  private let root: JSONObjectReader

  init(_ election: Election, _ rulebook: Rulebook, _ root: JSONObjectReader, _ contests: [JSONObjectReader]) {
    self.election = election
    self.rulebook = rulebook
    self.root = root
    contestReaders = contests
  }

  /// The faults so far, in the order of the file.
  public var faults: FaultLog { root.reader.faults.log.inOrder }

  /// Reads an election file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for the faults.
  ///   - shelf: the regulations to choose from.
  /// - Returns: the document, or everything that is wrong with the file.
  public static func read(
    _ bytes: [UInt8], file: String, shelf: RulebookShelf = .standard
  ) -> Result<ElectionDocument, JSONFaultsError> {
    let faults = JSONFaults(file: file, bytes: bytes)
    if let root = faults.parse(), let object = root.object() {
      let reader = ElectionReader(object, shelf)
      if let document = reader.read(), faults.isEmpty { return .success(document) }
    }
    return .failure(JSONFaultsError(faults: faults.log.inOrder))
  }

  /// The value at `key` of a contest, the contest itself where the key is absent.
  func reader(contest index: Int, _ key: String) -> JSONReader {
    contestReaders[index].optional(key) ?? contestReaders[index].reader
  }

  /// The value at `key` of the `index`th entry of `after`.
  func reader(after index: Int, _ key: String) -> JSONReader {
    let entry = root.optional("after")?.array()?[index]
    return entry?.object()?.optional(key) ?? root.reader
  }

  /// The value at `key` of the roster.
  func reader(roster key: String) -> JSONReader {
    root.optional("roster")?.object()?.optional(key) ?? root.reader
  }
}

/// A JSON file has faults.
public struct JSONFaultsError: Error {
  public let faults: FaultLog
}

extension FaultLog {
  /// The same faults in the order of the places where they stand. Faults of the whole, such as contests that contradict each
  /// other, are found after those of the parts.
  var inOrder: FaultLog {
    var log = self
    log.sort { ($0.place.line ?? 0, $0.place.column ?? 0) < ($1.place.line ?? 0, $1.place.column ?? 0) }
    return log
  }
}
