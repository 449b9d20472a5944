import CanonicalJSON

/// What election file, result and earlier results say.
extension Drill {
  mutating func edit(
    _ name: String, _ vi: String, _ en: String, _ path: [JSONEdit.Step], _ change: (JSONValue) -> JSONValue?
  ) {
    add(vi, en) { files in
      guard var edit = files[name].flatMap({ JSONEdit($0) }), edit.change(path, change) else { return false }
      files[name] = name == DrillBundle.result ? edit.resultBytes : edit.bytes
      return true
    }
  }

  mutating func tamperWithElection() {
    let name = bundle.election
    edit(
      name, "sửa số ghế trong tệp bầu cử", "the seats in the election file changed",
      ["contests", 0, "seats"], Self.next)
    edit(
      name, "sửa số triệu tập trong tệp bầu cử", "the convened in the election file changed",
      ["contests", 0, "electorate", "convened"], Self.next)
    edit(
      name, "sửa tên một người trong tệp bầu cử", "a name in the election file changed",
      ["contests", 0, "candidates", 0, "name"], Self.longer)
    edit(name, "sửa quy chế trong tệp bầu cử", "the regulation in the election file changed", ["regulation"])
    { _ in
      "190-QD/TW"
    }
    edit(name, "thêm một mục lạ vào tệp bầu cử", "an unknown key added to the election file", [], Self.larger)
    if let plan = bundle.plan {
      add("sửa tệp kế hoạch", "the plan changed") { files in
        files[plan]?.append(UInt8(ascii: "\n"))
        return true
      }
    }
    if let roster = bundle.roster {
      add("thêm người vào danh sách người ký", "somebody added to the roster") { files in
        files[roster]? += Array("# \n".utf8)
        return true
      }
    }
  }

  mutating func tamperWithResult() {
    let result = DrillBundle.result
    let person: [JSONEdit.Step] = ["contests", 0, "candidates", 0]
    edit(
      result, "sửa số phiếu của một người trong kết quả", "a person's votes in the result changed",
      person + ["votes"], Self.next)
    edit(result, "sửa tỷ lệ trong kết quả", "a share in the result changed", person + ["percent"]) {
      $0 == "99,99" ? "99,98" : "99,99"
    }
    edit(
      result, "đổi người trúng cử trong kết quả", "who is elected changed in the result",
      person + ["elected"], Self.opposite)
    edit(result, "sửa tên trong kết quả", "a name in the result changed", person + ["name"], Self.longer)
    let contest: [JSONEdit.Step] = ["contests", 0]
    edit(result, "sửa kết luận trong kết quả", "the status in the result changed", contest + ["status"]) {
      $0 == "filled" ? "short" : "filled"
    }
    edit(
      result, "sửa số để tính trong kết quả", "the base in the result changed", contest + ["base"], Self.next)
    edit(
      result, "sửa số phiếu cần trong kết quả", "the votes needed in the result changed",
      contest + ["needed"], Self.next)
    edit(
      result, "sửa số ghế trong kết quả", "the seats in the result changed", contest + ["seats"], Self.next)
    edit(
      result, "sửa số phiếu hợp lệ trong kết quả", "the valid ballots in the result changed",
      contest + ["ballots", "valid"], Self.next)
    edit(result, "sửa quy chế trong kết quả", "the regulation in the result changed", ["regulation"]) {
      $0 == "190-QD/TW" ? "244-QD/TW" : "190-QD/TW"
    }
    edit(result, "sửa ngày trong kết quả", "the date in the result changed", ["election", "date"]) {
      $0 == "2020-06-18" ? "2020-06-19" : "2020-06-18"
    }
    edit(
      result, "bỏ một phát hiện khỏi kết quả", "a finding left out of the result", contest + ["findings"],
      Self.shorter)
    edit(
      result, "bỏ một cuộc bầu khỏi kết quả", "a contest left out of the result", ["contests"], Self.shorter)
    edit(
      result, "đổi thứ tự các cuộc bầu trong kết quả", "the contests of the result reordered", ["contests"]
    ) { contests in
      guard case .array(let all) = contests else { return nil }
      return .array(all.reversed())
    }
    edit(result, "thêm một mục lạ vào kết quả", "an unknown key added to the result", [], Self.larger)
    edit(
      result, "thêm một mục lạ cho một người trong kết quả", "an unknown key added to a person of the result",
      person, Self.larger)
    add("sửa một byte của kết quả, không sửa mã của nó", "a byte of the result changed, its own digest not") {
      files in
      // Not the last one, which is that of the version: a file of another version is no result, whatever its digest.
      guard var bytes = files[result], let place = bytes.firstIndex(where: { 0x31...0x38 ~= $0 }) else {
        return false
      }
      bytes[place] += 1
      files[result] = bytes
      return true
    }
  }

  mutating func tamperWithChain() {
    for name in bundle.after.prefix(1) {
      add("bỏ kết quả đi trước \(name)", "the earlier result \(name) left out") { files in
        files[name] = nil
        return true
      }
      edit(
        name, "sửa kết quả đi trước \(name)", "the earlier result \(name) changed",
        ["contests", 0, "candidates", 0, "votes"], Self.next)
      edit(
        bundle.election, "bỏ kết quả đi trước khỏi tệp bầu cử",
        "the earlier results left out of the election file", ["after"], Self.shorter)
    }
    edit(bundle.election, "đổi thứ tự các kết quả đi trước", "the earlier results reordered", ["after"]) {
      after in
      guard case .array(let all) = after else { return nil }
      return .array(all.reversed())
    }
  }
}
