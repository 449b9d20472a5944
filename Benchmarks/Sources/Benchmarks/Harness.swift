import Foundation

/// Something to be timed. `body` does all of it once and returns a number that proves that it was done.
struct Benchmark {
  let name: String
  let ballots: Int
  let bytes: Int
  let body: () throws -> Int
}

/// What was found of a benchmark. Seconds of wall time.
struct Measurement: Codable {
  let name: String
  let ballots: Int
  let bytes: Int
  let seconds: [Double]

  var minimum: Double { seconds.min() ?? .nan }

  var median: Double {
    let sorted = seconds.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

/// A benchmark that answers differently from one repetition to the next.
struct ChangingAnswer: Error {
  let name: String
}

/// Runs everything once to warm up, then `repetitions` times, one after another in each, so that a slow moment of the
/// machine falls on all of them.
func measure(_ benchmarks: [Benchmark], repetitions: Int) throws -> [Measurement] {
  let answers = try benchmarks.map { try $0.body() }
  var seconds = Array(repeating: [Double](), count: benchmarks.count)
  let clock = ContinuousClock()
  for _ in 0..<repetitions {
    for (i, benchmark) in benchmarks.enumerated() {
      var answer = 0
      let time = try clock.measure { answer = try benchmark.body() }
      guard answer == answers[i] else { throw ChangingAnswer(name: benchmark.name) }
      seconds[i].append(time / .seconds(1))
    }
  }
  return zip(benchmarks, seconds).map { benchmark, seconds in
    Measurement(
      name: benchmark.name, ballots: benchmark.ballots, bytes: benchmark.bytes, seconds: seconds)
  }
}

/// The table, with the change of the minimum against a baseline where there is one.
func table(_ measurements: [Measurement], baseline: [Measurement]) -> String {
  let before = Dictionary(baseline.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  var text = "| | median ms | minimum ms | million ballots/s | GB/s | against baseline |\n"
  text += "|---|---:|---:|---:|---:|---:|\n"
  for found in measurements {
    let rate = found.ballots == 0 ? "" : number(Double(found.ballots) / found.minimum / 1e6, 1)
    var change = ""
    if let old = before[found.name], old.ballots == found.ballots, old.bytes == found.bytes {
      change = number(found.minimum / old.minimum, 2)
    }
    let cells = [
      found.name, number(found.median * 1e3, 3), number(found.minimum * 1e3, 3), rate,
      number(Double(found.bytes) / found.minimum / 1e9, 2), change,
    ]
    text += "| " + cells.joined(separator: " | ") + " |\n"
  }
  return text
}

private func number(_ value: Double, _ places: Int) -> String {
  String(format: "%.\(places)f", value)
}
