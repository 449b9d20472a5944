import Foundation

/// What the command line asks for.
struct Options {
  var ballots = 1_000_000
  var repetitions = 5
  var jobs = 2
  var filter = ""
  var json: String?
  var baseline: String?

  static let usage = """
    usage: Benchmarks [--ballots N] [--repetitions K] [--jobs N] [--filter TEXT] [--json FILE] [--baseline FILE]

    --filter TEXT     only benchmarks whose name contains TEXT
    --json FILE       writes every figure into FILE
    --baseline FILE   compares the minima with a FILE written by --json; above 1 is slower

    """

  /// - Returns: `nil` where the command line is wrong.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--filter": filter = value
      case "--json": json = value
      case "--baseline": baseline = value
      default:
        guard let number = Int(value), number > 0 else { return nil }
        switch option {
        case "--ballots": ballots = number
        case "--repetitions": repetitions = number
        case "--jobs": jobs = number
        default: return nil
        }
      }
    }
  }

  /// What is in the file of `--baseline`.
  func readBaseline() throws -> [Measurement] {
    guard let baseline else { return [] }
    return try JSONDecoder().decode([Measurement].self, from: Data(contentsOf: URL(filePath: baseline)))
  }

  func write(_ measurements: [Measurement]) throws {
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(measurements).write(to: URL(filePath: json))
  }
}
