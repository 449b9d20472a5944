import CommandLineKit
import Faults

/// The contest that a command line means, of an election file or of a result.
///
/// - Parameters:
///   - wanted: the id that was given; without one there must be one contest only.
///   - id: the id of a contest.
///   - command: the command, for what is said where it is not clear.
func choose<C>(
  _ wanted: String?, among contests: [C], _ id: (C) -> String, command: String
) throws(CommandFailure) -> C {
  if wanted == nil, contests.count == 1 { return contests[0] }
  if let contest = contests.first(where: { id($0) == wanted }) { return contest }
  let ids = contests.prefix(20).map { visible(id($0)) }.joined(separator: ", ")
  throw .usage(
    UsageError(
      Phrase(vi: "cần --contest với một trong: \(ids)", en: "--contest is needed, with one of: \(ids)"),
      command: command))
}
