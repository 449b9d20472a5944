/// Whom a request is addressed to.
enum Addressee {
  /// What the committees of organizations are called whose names begin so; the longest beginning that fits holds.
  private static let committees: [(organization: String, committee: String)] = [
    ("Đảng bộ tỉnh ", "Tỉnh ủy "), ("Đảng bộ thành phố ", "Thành ủy "), ("Đảng bộ huyện ", "Huyện ủy "),
    ("Đảng bộ quận ", "Quận ủy "), ("Đảng bộ thị xã ", "Thị ủy "), ("Đảng bộ ", "Đảng ủy "),
  ]

  /// The committee (cấp ủy) of an organization, which approves in its place: `Đảng ủy phường Bến Tre` of `Đảng bộ phường Bến Tre`.
  ///
  /// - Parameter organization: as the election file names it; a name of another form stays as it is.
  static func committee(of organization: String) -> String {
    for (start, committee) in committees where organization.lowercased().hasPrefix(start.lowercased()) {
      return committee + organization.dropFirst(start.count)
    }
    return organization
  }
}
