/// A person on the list (danh sách bầu cử).
public struct Candidate: Sendable, Equatable {
  /// The number on the ballot, from 1.
  public var number: Int
  public var name: String
  /// A key that tells the person apart where names and dates of birth do not.
  public var person: String?
  public var birthDate: BirthDate?
  public var gender: Gender?
  /// The ethnic group (dân tộc), such as `Kinh`.
  public var ethnicity: String?
  /// Whether the person stands again (tái cử).
  public var incumbent: Bool?
  public var unit: String?
  /// Whether the person belongs to the office's leadership (lãnh đạo văn phòng).
  public var leadership: Bool?
  public var note: String?

  public init(
    number: Int, name: String, person: String? = nil, birthDate: BirthDate? = nil, gender: Gender? = nil,
    ethnicity: String? = nil, incumbent: Bool? = nil, unit: String? = nil, leadership: Bool? = nil,
    note: String? = nil
  ) {
    self.number = number
    self.name = name
    self.person = person
    self.birthDate = birthDate
    self.gender = gender
    self.ethnicity = ethnicity
    self.incumbent = incumbent
    self.unit = unit
    self.leadership = leadership
    self.note = note
  }
}

public enum Gender: String, Sendable, CaseIterable {
  case male
  case female
}

extension String {
  /// What stands between blanks of any kind and number. A mark that stands on a blank belongs to the word behind it.
  var words: [String] { unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) } }
}

/// How sure it is that two entries on two lists mean one person.
public enum PersonMatch: Sendable, Equatable {
  case same
  /// The names agree, and nothing else says whether it is one person.
  case sameName
  case different
}

extension Candidate {
  /// The name as readers see it: whatever blanks are between its words, and how many, it is one name.
  public var nameAsRead: String { name.words.joined(separator: " ") }

  /// Whether `other`, from another list, is the same person (R-OFFICE): by the `person` key where both give one,
  /// else by the name (canonically equivalent) with the birth date where both give one.
  ///
  /// A month of birth agrees with any day in it.
  public func match(_ other: Candidate) -> PersonMatch {
    if let person, let otherPerson = other.person {
      return person == otherPerson ? .same : .different
    }
    guard name == other.name else { return .different }
    guard let birthDate, let otherDate = other.birthDate else { return .sameName }
    return birthDate.agrees(with: otherDate) ? .same : .different
  }
}
