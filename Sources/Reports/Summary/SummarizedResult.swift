public import Documents
import Elections

/// A result among those of many branches, with what its verification came to.
public struct SummarizedResult: Sendable {
  public var result: ElectionResult
  /// `nil` where a claim of the result does not hold: its figures are then not shown.
  public var standing: ResultStanding?
  /// The short code of the result.
  public var code: String
  /// The SHA-256 of the file, 64 lower-case hexadecimal digits.
  public var sha256: String

  public init(result: ElectionResult, standing: ResultStanding?, code: String, sha256: String) {
    self.result = result
    self.standing = standing
    self.code = code
    self.sha256 = sha256
  }

  /// The results that count: of copies of one file the one that could be checked best, and none that a correction among them takes
  /// the place of.
  public static func effective(_ all: [SummarizedResult]) -> [SummarizedResult] {
    let replaced = Set(all.compactMap { $0.standing == nil ? nil : $0.result.replaces?.sha256 })
    var best: [SummarizedResult] = []
    for result in all where !replaced.contains(result.sha256) {
      if let index = best.firstIndex(where: { $0.sha256 == result.sha256 }) {
        if result.rank > best[index].rank { best[index] = result }
      } else {
        best.append(result)
      }
    }
    return best
  }

  /// How much the verification came to. A claim that does not hold is shown whatever else was found of the same file.
  private var rank: Int {
    switch standing?.verified {
    case .unfinished: 0
    case .agrees: 1
    case .certified: 2
    case nil: 3
    }
  }
}
