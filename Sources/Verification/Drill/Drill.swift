import CanonicalJSON
import Faults

/// Tampers with a bundle in every way that a drill knows, each in a copy of its own.
public struct Drill {
  let bundle: DrillBundle
  private var tamperings: [Tampering] = []

  private init(_ bundle: DrillBundle) {
    self.bundle = bundle
  }

  /// The tampered copies, those only that this bundle has something for.
  ///
  /// - Parameters:
  ///   - bundle: what is tampered with.
  ///   - forge: signs bytes with a key that nobody knows, for a purpose; `nil` where nothing can be signed.
  public static func tamperings(
    with bundle: DrillBundle, forge: (_ bytes: [UInt8], _ namespace: String) -> [UInt8]?
  ) -> [Tampering] {
    var drill = Drill(bundle)
    drill.tamperWithBallots()
    drill.tamperWithElection()
    drill.tamperWithResult()
    drill.tamperWithChain()
    drill.tamperWithSignatures(forge)
    drill.tamperWithEarlierSignatures()
    return drill.tamperings
  }

  mutating func add(_ vi: String, _ en: String, _ change: (inout [String: [UInt8]]) -> Bool) {
    var files = bundle.files
    if change(&files), files != bundle.files {
      tamperings.append(Tampering(words: Phrase(vi: vi, en: en), files: files))
    }
  }

  // MARK: Values

  static func next(_ value: JSONValue) -> JSONValue? {
    if case .integer(let number) = value { .integer(number + 1) } else { nil }
  }

  static func longer(_ value: JSONValue) -> JSONValue? {
    if case .string(let text) = value { .string(text + " A") } else { nil }
  }

  static func opposite(_ value: JSONValue) -> JSONValue? {
    if case .bool(let bool) = value { .bool(!bool) } else { nil }
  }

  static func larger(_ value: JSONValue) -> JSONValue? {
    if case .object(let members) = value {
      .object(members.merging(["khac": true]) { own, _ in own })
    } else {
      nil
    }
  }

  static func shorter(_ value: JSONValue) -> JSONValue? {
    if case .array(let values) = value, !values.isEmpty { .array(Array(values.dropLast())) } else { nil }
  }
}
