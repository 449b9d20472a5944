import Faults

/// Why a ballot file cannot be counted: the first thing in it that is not as the format says.
struct ReadingFault: Error, Hashable {
  /// The line, from 1; `nil` for the file as a whole.
  var line: Int?
  /// The byte at which a packed file goes wrong.
  var offset: Int?
  /// What is wrong, one sentence without a full stop.
  var problem: Phrase

  /// A fault whose place is filled in by whoever knows it.
  init(_ vi: String, _ en: String, line: Int? = nil, offset: Int? = nil) {
    problem = Phrase(vi: vi, en: en)
    self.line = line
    self.offset = offset
  }
}
