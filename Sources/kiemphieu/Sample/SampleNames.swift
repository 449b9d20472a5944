/// What the sets of ballots of an election file's contests are called.
enum SampleNames {
  /// The ids, where they are fit for the name of a file. Any other gives way to a number, and so does one that differs
  /// from an id before it in the case of letters alone, since some disks take the two for one. No two names are the same.
  static func distinct(_ ids: [String]) -> [String] {
    var taken: Set<String> = []
    let own = ids.map { isFit($0) && taken.insert($0.lowercased()).inserted }
    return zip(ids, own).enumerated().map { index, contest in
      if contest.1 { return contest.0 }
      let numbered = "contest-\(index + 1)"
      var (name, again) = (numbered, 1)
      while !taken.insert(name).inserted {
        again += 1
        name = "\(numbered)-\(again)"
      }
      return name
    }
  }

  private static func isFit(_ id: String) -> Bool {
    id.utf8.count <= 100
      && id.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
  }
}
