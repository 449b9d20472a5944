import Faults

// What ends the reading: each reports and gives the ``Stop`` to be thrown.

extension JSONScanner {
  func stop(_ path: JSONPath, _ problem: Phrase, _ advice: Phrase, text: String? = nil) -> Stop {
    faults.report(.jsonSyntax, path, at: next, text: text, problem, advice)
    return Stop()
  }

  func emptyFile() -> Stop {
    stop(
      .root, Phrase(vi: "tệp trống", en: "the file is empty"),
      Phrase(vi: "kiểm tra xem có đúng tệp cần dùng không", en: "check that this is the file you mean"))
  }

  func textBehindTheEnd() -> Stop {
    if let stop = oddCharacter(.root) { return stop }
    return stop(
      .root,
      Phrase(
        vi: "còn chữ thừa sau khi nội dung đã kết thúc", en: "there is text behind the end of the content"),
      Phrase(
        vi: "xóa phần thừa, hoặc kiểm tra xem có đóng ngoặc quá sớm không",
        en: "remove it, or check whether a bracket is closed too early"),
      text: scalar.map { String($0) })
  }

  func tooManyValues(_ path: JSONPath) -> Stop {
    faults.report(
      .jsonTooLarge, path, at: next,
      Phrase(
        vi: "tệp có hơn \(limits.values) giá trị", en: "the file has more than \(limits.values) values"),
      Phrase(vi: "kiểm tra xem có đúng tệp cần dùng không", en: "check that this is the file you mean"))
    return Stop()
  }

  func tooManyFaults(_ path: JSONPath) -> Stop {
    faults.report(
      .jsonTooLarge, path, at: next,
      Phrase(
        vi: "tệp có hơn \(limits.faults) lỗi, phần còn lại không đọc nữa",
        en: "the file has more than \(limits.faults) faults, and the rest was not read"),
      Phrase(vi: "kiểm tra xem có đúng tệp cần dùng không", en: "check that this is the file you mean"))
    return Stop()
  }

  func tooDeep(_ path: JSONPath) -> Stop {
    faults.report(
      .jsonTooDeep, path, at: next,
      Phrase(
        vi: "ngoặc lồng nhau quá \(limits.depth) cấp",
        en: "brackets are nested more than \(limits.depth) levels deep"),
      Phrase(vi: "kiểm tra xem có đúng tệp cần dùng không", en: "check that this is the file you mean"))
    return Stop()
  }

  func noKey(_ path: JSONPath) -> Stop {
    if let stop = oddCharacter(path) { return stop }
    let problem = Phrase(vi: "ở đây phải là một khóa", en: "a key is needed here")
    guard let scalar else { return unclosed(path, openedAt: nil, in: .object) }
    let word = wordText()
    if ("0"..."9").contains(scalar) {
      return stop(
        path, problem,
        Phrase(
          vi: "số lớn phải viết liền, không có dấu phân cách hàng nghìn: 1000, không phải 1,000",
          en: "large numbers are written without separators: 1000, not 1,000"),
        text: word)
    }
    return stop(
      path, problem,
      Phrase(
        vi: "đặt khóa trong dấu nháy kép, ví dụ \"seats\"",
        en: "put the key in double quotes, such as \"seats\""),
      text: word.isEmpty ? String(scalar) : word)
  }

  func noColon(_ path: JSONPath) -> Stop {
    if let stop = oddCharacter(path) { return stop }
    return stop(
      path, Phrase(vi: "thiếu dấu hai chấm sau khóa", en: "the colon behind the key is missing"),
      Phrase(vi: "viết \"khóa\": giá trị", en: "write \"key\": value"), text: scalar.map { String($0) })
  }

  func noValue(_ path: JSONPath) -> Stop {
    if let stop = oddCharacter(path) { return stop }
    return stop(
      path, Phrase(vi: "thiếu giá trị", en: "a value is missing"),
      Phrase(
        vi:
          "viết một chuỗi trong dấu nháy kép, một số, true, false, null, một danh sách [...] hay một nhóm {...}",
        en: "write a string in double quotes, a number, true, false, null, a list [...] or an object {...}"),
      text: scalar.map { String($0) })
  }

  func noCommaOrEnd(_ path: JSONPath, openedAt start: Int, in kind: Container) -> Stop {
    if let stop = oddCharacter(path) { return stop }
    let (open, close) = kind.brackets
    if scalar == "]" || scalar == "}" {
      let line = faults.line(of: start)
      return stop(
        path,
        Phrase(
          vi: "ngoặc đóng không khớp với “\(open)” ở dòng \(line)",
          en: "the closing bracket does not match the “\(open)” of line \(line)"),
        Phrase(vi: "đóng bằng “\(close)”", en: "close it with “\(close)”"), text: scalar.map { String($0) })
    }
    if !wordText().isEmpty, next > 0, bytes[next - 1] == UInt8(ascii: "\"") {
      return stop(
        path, Phrase(vi: "có dấu nháy kép ở giữa chuỗi", en: "there is a double quote inside a string"),
        Phrase(vi: "viết \\\" thay cho \" ở giữa chuỗi", en: "write \\\" instead of \" inside a string"),
        text: wordText())
    }
    return stop(
      path,
      Phrase(
        vi: "ở đây phải là dấu phẩy hoặc “\(close)”", en: "a comma or “\(close)” is needed here"),
      Phrase(
        vi: "đặt dấu phẩy giữa hai mục, và “\(close)” sau mục cuối cùng",
        en: "put a comma between two entries, and “\(close)” behind the last"),
      text: scalar.map { String($0) })
  }

  func unclosed(_ path: JSONPath, openedAt start: Int?, in kind: Container) -> Stop {
    let (open, close) = kind.brackets
    let line = start.map { faults.line(of: $0) }
    return stop(
      path,
      Phrase(
        vi: "tệp kết thúc khi “\(open)”\(line.map { " ở dòng \($0)" } ?? "") chưa được đóng",
        en: "the file ends before “\(open)”\(line.map { " of line \($0)" } ?? "") is closed"),
      Phrase(
        vi: "thêm “\(close)”, hoặc lấy lại tệp nếu tệp bị cắt cụt",
        en: "add “\(close)”, or get the file again if it was cut off"))
  }

  func unclosedString(_ path: JSONPath, openedAt start: Int) -> Stop {
    // The place to look at is where the string began: behind it everything is swallowed.
    let text = String(decoding: bytes[start..<next], as: UTF8.self)
    let hasCurlyQuote = text.unicodeScalars.contains { Self.curlyQuotes.contains($0) }
    faults.report(
      .jsonSyntax, path, at: start, text: text,
      Phrase(vi: "chuỗi không được đóng trên dòng của nó", en: "the string is not closed on its line"),
      hasCurlyQuote
        ? Self.straightQuotes
        : Phrase(
          vi: "thêm dấu nháy kép (\") ở cuối chuỗi; xuống dòng trong chuỗi viết là \\n",
          en: "add a double quote (\") at its end; a line break inside a string is written \\n"))
    return Stop()
  }

  static let curlyQuotes: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "«", "»", "‘", "’", "″", "＂"]
  static let straightQuotes = Phrase(
    vi:
      "dùng dấu nháy kép thẳng (\"), không dùng “ ” hay ' '; tắt chức năng tự đổi dấu nháy của trình soạn thảo",
    en: "use straight double quotes (\"), not “ ” or ' '; switch off smart quotes in the editor")
}
