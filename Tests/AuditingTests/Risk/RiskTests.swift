import Auditing
import TestSupport
import Testing

/// The risk is compared with the formula in exact fractions, and with the figures that its authors printed.
@Suite("Risk")
struct RiskTests {
  struct Sample: CustomTestStringConvertible {
    var seen: Int
    var errors = ErrorCounts()
    var margin: Int
    var ballots: Int
    var testDescription: String { "\(seen) of \(ballots), margin \(margin), \(errors)" }

    var risk: Risk { KaplanMarkov.risk(seen: seen, errors: errors, margin: margin, of: ballots) }

    /// Numerator and denominator of P, as the formula stands, with 2γ = 20781 / 10000.
    var exact: (BigNatural, BigNatural) {
      let all = 20_781 * ballots
      var (above, below) = (BigNatural(1), BigNatural(1))
      above = above.times(all - 10_000 * margin, seen).times(20_781, errors.over1 + errors.over2)
        .times(20_781, errors.under1 + errors.under2)
      below = below.times(all, seen).times(10_781, errors.over1).times(781, errors.over2)
        .times(30_781, errors.under1).times(40_781, errors.under2)
      return (above, below)
    }
  }

  static let samples: [Sample] = {
    var random = SeededGenerator(seed: 5)
    return (0..<300).map { _ in
      let ballots = Int.random(in: 1...2000, using: &random)
      let seen = Int.random(in: 0...ballots, using: &random)
      func few() -> Int { random.happens(1, outOf: 2) ? 0 : Int.random(in: 0...3, using: &random) }
      let errors = ErrorCounts(over1: few(), over2: few(), under1: few(), under2: few())
      let margin = Int.random(
        in: 1...(random.happens(1, outOf: 3) ? 2 * ballots : max(1, ballots / 20)), using: &random)
      return Sample(seen: seen, errors: errors, margin: margin, ballots: ballots)
    }
  }()

  @Test("As the formula in exact fractions", arguments: samples)
  func exact(sample: Sample) {
    let (above, below) = sample.exact
    let shown = sample.risk.hundredths
    if below < above {
      #expect(shown == 10_000)
    } else {
      #expect(above * 10_000 <= below * shown)
      #expect(below * (shown - 1) < above * 10_000)
    }
    for percent in [1, 5, 10, 20, 37, 50] {
      #expect(sample.risk.isWithin(percent: percent) == (above * 100 <= below * percent))
    }
  }

  @Test("A million ballots round up by nothing that is shown")
  func million() {
    // (1 - 1/2078100)^1000000 is 0.61802…; what is below a hundredth of a percent is shown as one.
    #expect(Sample(seen: 1_000_000, margin: 1, ballots: 1_000_000).risk.hundredths == 6181)
    #expect(Sample(seen: 200, margin: 500_000, ballots: 1_000_000).risk.hundredths == 1)
    #expect(Sample(seen: 900_000, margin: 2_000_000, ballots: 1_000_000).risk.isWithin(percent: 1))
  }

  @Test("What the authors printed")
  func published() {
    // P. Stark's course, Statistics 157: P = 0.21438135…
    let course = Sample(
      seen: 200, errors: ErrorCounts(over1: 1), margin: 354_040 - 337_589, ballots: 354_040 + 337_589 + 33_234
    )
    #expect(course.risk.hundredths == 2144)
    // A gentle introduction: a diluted margin of 5 %, a limit of 10 %: 96 ballots without errors, 80 with an understatement by one, by a
    // rule that is a little above the least.
    #expect(Sample(seen: 96, margin: 5, ballots: 100).risk.isWithin(percent: 10))
    #expect(
      Sample(seen: 80, errors: ErrorCounts(under1: 1), margin: 5, ballots: 100).risk.isWithin(percent: 10))
    #expect(KaplanMarkov.sampleSize(percent: 10, margin: 5, of: 100) == 95)
    // The examples beside Colorado's program: 123 to 14 votes on 165 ballots.
    for (seen, errors) in [
      (8, ErrorCounts()), (10, ErrorCounts(over1: 1)), (18, ErrorCounts(over2: 1)),
      (7, ErrorCounts(under1: 1)), (6, ErrorCounts(under2: 1)),
    ] {
      #expect(Sample(seen: seen, errors: errors, margin: 123 - 14, ballots: 165).risk.isWithin(percent: 10))
    }
  }

  @Test(
    "Falls with every ballot and every understatement, rises with every overstatement",
    arguments: samples.prefix(100))
  func monotone(sample: Sample) {
    func changed(_ change: (inout Sample) -> Void) -> Risk {
      var other = sample
      change(&other)
      return other.risk
    }
    #expect(changed { $0.seen += 1 } < sample.risk)
    #expect(changed { $0.errors.over1 += 1 } > sample.risk)
    #expect(changed { $0.errors.over2 += 1 } > changed { $0.errors.over1 += 1 })
    #expect(changed { $0.errors.under1 += 1 } < sample.risk)
    #expect(changed { $0.errors.under2 += 1 } < changed { $0.errors.under1 += 1 })
    if sample.margin < 2 * sample.ballots, sample.seen > 0 {
      #expect(changed { $0.margin += 1 } < sample.risk)
    }
  }

  @Test("The first sample is the least that is enough", arguments: [1, 5, 10, 50])
  func sampleSize(percent: Int) {
    for ballots in [1, 2, 63, 64, 100, 113, 1000, 100_000] {
      for margin in [1, 2, ballots / 10, ballots / 2, ballots, 2 * ballots]
      where margin > 0 && margin <= 2 * ballots {
        let size = KaplanMarkov.sampleSize(percent: percent, margin: margin, of: ballots)
        #expect((1...ballots).contains(size))
        let isEnough = Sample(seen: size, margin: margin, ballots: ballots).risk.isWithin(percent: percent)
        #expect(isEnough || size == ballots)
        if size > 1 {
          #expect(!Sample(seen: size - 1, margin: margin, ballots: ballots).risk.isWithin(percent: percent))
        }
      }
    }
  }
}
