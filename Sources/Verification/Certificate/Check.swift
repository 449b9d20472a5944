public import CanonicalJSON
public import Faults

/// What is checked.
public enum CheckID: String, Sendable, CaseIterable {
  /// The bytes are canonical JSON (RFC 8785).
  case form
  /// The digest that the file states of itself.
  case selfDigest = "self"
  /// The program that counted, and its version.
  case engine
  /// A file that the result rests on: that it is there, its size and digest.
  case evidence
  /// The election file is as its format says.
  case electionFile
  /// What the result repeats of the election: names, dates, regulation, which contests.
  case heading
  /// A result that the election comes after: that it is as it was written, and follows from its own figures.
  case earlier
  /// The recount of such a result from its own ballots.
  case earlierRecount
  /// The signatures beside such a result, where its election had a roster.
  case earlierSignatures
  /// Ballot files are read to their end without a fault.
  case ballots
  /// A ballot file is what the entry log beside it comes to.
  case entryLog
  /// A ballot file is the one whose origin lies beside it.
  case origin
  /// What the result repeats of a contest: title, seats, list, electorate.
  case contest
  /// Ballots and votes.
  case counts
  /// The identities that hold between the figures of every count.
  case totals
  /// Shares of the base.
  case shares
  /// Base, majority, ranking, ties, status.
  case decision
  /// How a later round fits the one that it follows.
  case round
  /// What the result says should be looked at.
  case findings
  /// Members that no result has.
  case members
  /// A later result that takes the place of this one.
  case replaced
  /// Signatures and the quorum.
  case signatures
}

/// What a check is about.
public enum CheckSubject: Sendable, Hashable {
  /// The result as a whole.
  case result
  /// A file by its name in the result.
  case file(String)
  /// A contest by its id.
  case contest(String)
}

/// One line of a certificate.
public struct Check: Sendable {
  public enum Outcome: Sendable {
    case passed
    case failed([Difference])
    case notChecked(NotChecked)
  }

  public var id: CheckID
  public var subject: CheckSubject
  public var outcome: Outcome

  /// What makes two checks one.
  struct Key: Hashable {
    var id: CheckID
    var subject: CheckSubject

    init(_ id: CheckID, _ subject: CheckSubject = .result) {
      self.id = id
      self.subject = subject
    }
  }
}

/// Something that a result says and that is not so.
public struct Difference: Sendable {
  /// What is wrong, for people.
  public var words: Phrase
  /// The member of the result, such as `contests[0].seats`; `nil` where it is not about one.
  public var path: String?
  /// What the result says; `nil` where it says nothing.
  public var stated: JSONValue?
  /// What the verifier found; `nil` where there is nothing to be found.
  public var found: JSONValue?

  init(_ words: Phrase, path: String? = nil, stated: JSONValue? = nil, found: JSONValue? = nil) {
    self.words = words
    self.path = path
    self.stated = stated
    self.found = found
  }

  init(_ vi: String, _ en: String) {
    self.init(Phrase(vi: vi, en: en))
  }
}

/// Why something was not checked.
public struct NotChecked: Sendable, Hashable {
  /// The reason in one word, stable across versions and languages.
  public enum Reason: String, Sendable, CaseIterable {
    /// A file is not there.
    case missing
    /// A file is a link out of the folder of the election file.
    case outside
    /// A file cannot be read.
    case unreadable
    /// The result was made without digests.
    case noDigest
    /// The ballots were not those that the election file names.
    case ballotsReplaced
    /// The program does not know the version that made the result.
    case unknownVersion
    /// The papers of a contest do not add up.
    case incomplete
    /// It follows from the figures that the result states, which could not be counted again.
    case statedFigures
    /// The signatures were not looked at.
    case notLookedAt
    /// Too few signed.
    case quorum
    /// An earlier result whose own evidence does not lie beside it.
    case verifyBySelf
    /// The ballots are those of a rehearsal.
    case rehearsal
  }

  public var reason: Reason
  public var words: Phrase
  /// Whether the verdict is no more than `unfinished` for it.
  public var isMaterial: Bool

  init(_ reason: Reason, _ vi: String, _ en: String, isMaterial: Bool = true) {
    self.reason = reason
    words = Phrase(vi: vi, en: en)
    self.isMaterial = isMaterial
  }

  init(_ absence: Absence) {
    switch absence {
    case .missing(let name):
      self.init(
        .missing, "không có tệp \(visibleLine(name))", "there is no file \(visibleLine(name))"
      )
    case .outside(let name):
      self.init(
        .outside, "\(visibleLine(name)) là liên kết dẫn ra ngoài thư mục",
        "\(visibleLine(name)) is a link out of the folder")
    case .unreadable(let name, let reason):
      self.init(
        .unreadable, "không đọc được \(visibleLine(name)): \(reason)",
        "\(visibleLine(name)) cannot be read: \(reason)")
    }
  }
}
