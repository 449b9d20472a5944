import CommandLineKit
import Elections
import Faults

/// The contest that a command line means.
///
/// - Parameters:
///   - wanted: the id that was given; without one there must be one contest only.
///   - command: the command, for what is said where it is not clear.
func choose(
  _ wanted: String?, among contests: [Contest], command: String
) throws(CommandFailure) -> Contest {
  if wanted == nil, contests.count == 1 { return contests[0] }
  if let contest = contests.first(where: { $0.id == wanted }) { return contest }
  let ids = contests.prefix(20).map { visible($0.id) }.joined(separator: ", ")
  throw .usage(
    UsageError(
      Phrase(vi: "cần --contest với một trong: \(ids)", en: "--contest is needed, with one of: \(ids)"),
      command: command))
}
