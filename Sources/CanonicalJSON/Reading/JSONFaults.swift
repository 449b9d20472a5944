public import Faults

/// Collects what is wrong with one JSON file, each fault with file, path, line and column.
///
/// One collector serves the parser, the readers of all values of the file, and the caller's own checks. It belongs to
/// one thread.
public final class JSONFaults {
  /// The file as the user or the election file names it.
  public let file: String
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The faults so far, in the order in which they were found.
  public private(set) var log = FaultLog()
  /// How many there were.
  private(set) var count = 0
  private var positions: TextPositions

  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    positions = TextPositions(bytes)
  }

  /// Whether nothing is wrong so far.
  public var isEmpty: Bool { log.isEmpty }

  /// The place of the byte at `offset`.
  func place(_ path: JSONPath, _ offset: Int) -> FaultPlace {
    let position = positions.position(of: offset)
    return FaultPlace(file: file, path: path.words, line: position.line, column: position.column)
  }

  /// The line of the byte at `offset`, to be named in a message.
  func line(of offset: Int) -> Int {
    positions.position(of: offset).line
  }

  /// Reports what is wrong at the byte at `offset`. The words are made only for a fault that is listed: there may be millions of others.
  func report(
    _ code: FaultCode, _ path: JSONPath, at offset: Int, text: String? = nil,
    _ problem: @autoclosure () -> Phrase, _ advice: @autoclosure () -> Phrase
  ) {
    count += 1
    guard log.lists(code, text: text) else { return log.count(code, 1) }
    log.append(Fault(code, at: place(path, offset), text: text, problem: problem(), advice: advice()))
  }

  /// Reports what is wrong with the file as a whole, which has no line and no path.
  func reportFile(_ code: FaultCode, _ problem: Phrase, _ advice: Phrase) {
    log.append(Fault(code, at: FaultPlace(file: file), problem: problem, advice: advice))
  }
}
