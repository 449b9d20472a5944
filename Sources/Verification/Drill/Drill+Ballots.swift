import CanonicalJSON
import Machine

/// Ballots dropped, added, altered, moved and duplicated; files cut off, swapped and removed.
extension Drill {
  mutating func tamperWithBallots() {
    guard let name = bundle.ballots.flatMap({ $0 }).first(where: { isText($0) }) else {
      return tamperWithPacked()
    }
    let changes: [(vi: String, en: String, change: ([[UInt8]]) -> [[UInt8]]?)] = [
      ("bỏ một lá phiếu", "a ballot dropped", { Array($0.dropLast()) }),
      ("thêm một lá phiếu", "a ballot added", { $0 + [Self.renumbered($0.last ?? [])] }),
      ("nhân đôi một lá phiếu", "a ballot duplicated", { $0 + $0.suffix(1) }),
      ("sửa dấu trên một lá phiếu", "the marks of a ballot altered", Self.altered),
      (
        "đổi chỗ hai lá phiếu", "two ballots moved",
        { rows in rows.count < 2 ? nil : [rows[1], rows[0]] + rows.dropFirst(2) }
      ),
    ]
    for (vi, en, change) in changes {
      add("\(vi) (\(name))", "\(en) (\(name))") { files in
        guard let rows = Self.rows(files[name] ?? []), let changed = change(rows.ballots) else {
          return false
        }
        files[name] = rows.head + changed.flatMap { $0 }
        return true
      }
    }
    // A forger who can write the result too makes its digests right again; only the recount tells.
    for (vi, en, change) in changes.prefix(3) {
      add("\(vi), rồi sửa cả mã trong kết quả", "\(en), and the digests of the result made right") { files in
        guard let rows = Self.rows(files[name] ?? []), let changed = change(rows.ballots) else {
          return false
        }
        let bytes = rows.head + changed.flatMap { $0 }
        files[name] = bytes
        return Self.restate(name, bytes, in: &files)
      }
    }
    cutOff(name)
    add("xóa tệp \(name)", "\(name) removed") { files in
      files[name] = nil
      return true
    }
    let all = bundle.ballots.flatMap { $0 }
    if let first = all.first, let second = all.dropFirst().first {
      add("tráo hai tệp \(first) và \(second)", "\(first) and \(second) swapped") { files in
        (files[first], files[second]) = (files[second], files[first])
        return true
      }
    }
  }

  mutating func tamperWithPacked() {
    guard let name = bundle.ballots.flatMap({ $0 }).first else { return }
    add("đổi một bit của \(name)", "a bit of \(name) changed") { files in
      guard var bytes = files[name], !bytes.isEmpty else { return false }
      bytes[bytes.count / 2] ^= 1
      files[name] = bytes
      return true
    }
    cutOff(name)
  }

  private mutating func cutOff(_ name: String) {
    add("cắt cụt tệp \(name)", "\(name) cut off") { files in
      files[name] = files[name].map { Array($0.prefix($0.count / 2)) }
      return true
    }
  }

  private func isText(_ name: String) -> Bool {
    bundle.files[name].flatMap(Self.rows) != nil
  }

  /// The lines of a text file: those before the first ballot, and one for each row; `nil` where there is none.
  ///
  /// Empty ones at the end are no ballots, and nobody could see by the count that one of them was dropped or added.
  private static func rows(_ bytes: [UInt8]) -> (head: [UInt8], ballots: [[UInt8]])? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var lines: [[UInt8]] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...]) + [UInt8(ascii: "\n")]) }
    let heads = lines.first?.starts(with: "sep=".utf8) == true ? 2 : 1
    while let last = lines.last, last.allSatisfy({ $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }) {
      lines.removeLast()
    }
    guard lines.count > heads else { return nil }
    return (lines.prefix(heads).flatMap { $0 }, Array(lines.dropFirst(heads)))
  }

  /// The row with another number at its front, where it has one: a ballot that was not there.
  private static func renumbered(_ row: [UInt8]) -> [UInt8] {
    let digits = row.prefix { 0x30...0x39 ~= $0 }
    return digits.isEmpty ? row : Array("9999".utf8) + digits + row.dropFirst(digits.count)
  }

  /// The first row in which a digit can be another with the row still being a ballot: in a matrix 0 and 1, in a list the last number.
  private static func altered(_ rows: [[UInt8]]) -> [[UInt8]]? {
    let digits: ClosedRange<UInt8> = 0x30...0x39
    for (index, row) in rows.enumerated() {
      // Digits alone in the first of several cells may be the number of the paper; else the last one belongs to the marks in
      // every form.
      let rest = row.drop { digits ~= $0 }
      let cells = rest.first.map(",;\t".utf8.contains) == true ? rest : row[...]
      guard let place = cells.lastIndex(where: { digits ~= $0 }) else { continue }
      let one = UInt8(ascii: "1")
      // A list that has the number 1 already is left for the next row.
      if row[place] > one, row.contains(one) { continue }
      var changed = rows
      changed[index][place] = row[place] == one ? UInt8(ascii: "0") : one
      return changed
    }
    return nil
  }

  /// Makes size and digest of a file right again, and the digest of the result itself.
  private static func restate(_ name: String, _ bytes: [UInt8], in files: inout [String: [UInt8]]) -> Bool {
    guard var edit = files[DrillBundle.result].flatMap({ JSONEdit($0) }) else { return false }
    _ = edit.change(["contests"]) { contests in
      guard case .array(let contests) = contests else { return nil }
      return .array(contests.map { Self.restated($0, name, bytes) })
    }
    files[DrillBundle.result] = edit.resultBytes
    return true
  }

  private static func restated(_ contest: JSONValue, _ name: String, _ bytes: [UInt8]) -> JSONValue {
    guard case .object(var members) = contest, case .array(let entries)? = members["files"] else {
      return contest
    }
    members["files"] = .array(
      entries.map { entry in
        guard case .object(var file) = entry, file["name"] == .string(name) else { return entry }
        file["bytes"] = .integer(bytes.count)
        file["sha256"] = .string(SHA256.digest(of: bytes).hex)
        return .object(file)
      })
    return .object(members)
  }
}
