/// Recognises the header names of ballot files in the encodings that Vietnamese offices used before Unicode, so that the
/// message can name the encoding. Nothing is converted.
///
/// TCVN3 (ABC fonts) and VNI put Vietnamese letters on the codes of others: `gạch` reads `g¹ch` in the first and `gaïch` in the
/// second.
enum OldEncoding {
  /// The encoding in which `name` is a header name, if it is one.
  static func of(_ name: String) -> String? {
    let lowered = name.lowercased()
    if tcvn3.contains(where: { $0.lowercased() == lowered }) { return "TCVN3 (ABC)" }
    if vni.contains(where: { $0.lowercased() == lowered }) { return "VNI" }
    return nil
  }

  private static let tcvn3 = [
    "xÊp", "sè phiÕu", "g¹ch", "bÇu", "®ång ý", "kh«ng ®ång ý", "kh«ng hîp lÖ", "sè l\u{AD}îng", "sè lîng",
    "ph¸n quyÕt",
  ]
  private static let vni = [
    "xaáp", "soá phieáu", "gaïch", "baàu", "ñoàng yù", "khoâng ñoàng yù", "khoâng hôïp leä", "soá löôïng",
    "phaùn quyeát",
  ]
}
