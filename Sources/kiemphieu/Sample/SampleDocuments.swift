import CanonicalJSON
import Elections
import SampleBallots

/// The JSON files beside synthetic ballots.
struct SampleDocuments {
  private let shape: SampleShape
  private let format: SampleFormat
  private let sample: WrittenSample
  private let ballotFile: String

  /// - Parameter ballotFile: the name of the ballot file.
  init(_ shape: SampleShape, _ format: SampleFormat, _ sample: WrittenSample, ballotFile: String) {
    self.ballotFile = ballotFile
    self.shape = shape
    self.format = format
    self.sample = sample
  }

  /// An election file for the ballots: a congress at which everybody convened was present and voted.
  var election: JSONValue {
    // The base is people, of whom there must be one even where nobody voted.
    let people = JSONValue.integer(max(1, shape.ballots))
    let papers = JSONValue.integer(shape.ballots)
    let contest: JSONValue = [
      "id": "sample", "office": "committee", "title": "Bầu cử giả định",
      "electorate": ["body": "memberCongress", "convened": people, "present": people, "deductions": []],
      "seats": .integer(shape.seats), "form": .string(shape.form.rawValue), "round": 1,
      "candidates": .array(
        (1...shape.names).map { ["number": .integer($0), "name": .string("Người " + padded($0))] }),
      "ballots": ["issued": papers, "returned": papers, "files": [.string(ballotFile)]],
    ]
    return [
      "format": "kiemphieu-election", "version": 1, "organization": "Đảng bộ giả định",
      "congress": "Đại hội giả định", "term": "2025-2030", "date": "2025-06-18", "regulation": "auto",
      "contests": [contest],
    ]
  }

  /// The counts that were planted, with the shape that they came from.
  var planted: JSONValue {
    let counts = sample.counts
    let reasons = InvalidityGround.allCases.filter { counts.invalidByFirstGround[$0.index] > 0 }
    return [
      "format": "kiemphieu-planted", "version": 2, "sample": shapeJSON, "file": .string(ballotFile),
      "bytes": .integer(sample.bytes), "rows": .integer(counts.rows), "malformed": .integer(counts.malformed),
      "recorded": .integer(counts.recorded), "valid": .integer(counts.valid),
      "invalid": .integer(counts.invalid),
      "invalidByReason": .object(
        Dictionary(
          uniqueKeysWithValues: reasons.map { ($0.rawValue, .integer(counts.invalidByFirstGround[$0.index])) }
        )),
      "debatable": .integer(counts.debatable), "votes": .array(counts.votes.map { .integer($0) }),
      "tie": tie ?? .null,
    ]
  }

  private var tie: JSONValue? {
    guard shape.popularity == .tied else { return nil }
    return sample.counts.tieAtLastSeat.map { tie in
      [
        "votes": .integer(tie.votes), "candidates": .array(tie.candidates.map { .integer($0) }),
        "seats": .integer(tie.seats),
      ]
    }
  }

  /// What to ask for to have the same ballots again.
  private var shapeJSON: JSONValue {
    let rates = shape.rates
    var skew: JSONValue = .null
    if case .skewed(let perMille) = shape.popularity { skew = .integer(perMille) }
    return [
      "ballots": .integer(shape.ballots), "candidates": .integer(shape.names),
      "seats": .integer(shape.seats), "form": .string(shape.form.rawValue),
      "format": .string(format.rawValue), "seed": .integer(Int(shape.seed)),
      "serials": .bool(shape.hasSerials),
      "perMillion": [
        "undervotes": .integer(rates.undervotes), "overvotes": .integer(rates.overvotes),
        "blank": .integer(rates.blank), "declared": .integer(rates.declared),
        "malformed": .integer(rates.malformed),
      ],
      "skew": skew, "tie": .bool(shape.popularity == .tied),
    ]
  }

  /// With as many digits as the largest number, so that the order of names is that of numbers.
  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: String(shape.names).count - digits.count) + digits
  }
}
