public import Faults

/// The language for a user who does not say which, from the environment.
///
/// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides (POSIX.1-2017, 8.2): one that begins with
/// `vi` is Vietnamese; `C` and `POSIX`, with or without an encoding, say nothing, and as where none is set it is
/// Vietnamese, the language of the regulations; any other is English.
///
/// - Parameter environment: the value of a variable, or `nil`.
public func defaultLanguage(environment: (String) -> String?) -> Language {
  let values = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment)
  guard let locale = values.first(where: { !$0.isEmpty })?.lowercased() else { return .vietnamese }
  let name = locale.prefix { $0 != "." && $0 != "@" }
  if name == "c" || name == "posix" || name.hasPrefix("vi") { return .vietnamese }
  return .english
}
