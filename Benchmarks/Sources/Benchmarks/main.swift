import Foundation
import Tallying

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  FileHandle.standardError.write(Data(Options.usage.utf8))
  exit(64)
}
let baseline = try options.readBaseline()
let ballots = try Ballots(options.ballots, style: BallotStyle(names: 15, seats: 12), jobs: options.jobs)
let chosen = benchmarks(ballots, jobs: options.jobs)
  .filter { options.filter.isEmpty || $0.name.contains(options.filter) }
let measurements = try measure(chosen, repetitions: options.repetitions)
print(table(measurements, baseline: baseline), terminator: "")
try options.write(measurements)
