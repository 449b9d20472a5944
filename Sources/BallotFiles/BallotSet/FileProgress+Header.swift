import Faults

/// The header, which all pieces of a file need.
extension FileProgress {
  /// Takes the header off the front of a piece.
  ///
  /// - Returns: `nil` where the rows cannot be read, the faults being in the file's log and the file stopped; or where the piece
  ///   ends before the header.
  mutating func readHeader(_ piece: inout [UInt8], _ headers: inout HeaderReader) -> Header? {
    while !piece.isEmpty {
      let lineEnd = piece.firstIndex(of: UInt8(ascii: "\n"))
      var end = lineEnd ?? piece.count
      if lineEnd != nil, end > 0, piece[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      lines += 1
      let line = Line(piece: piece, range: 0..<end, number: lines)
      piece = Array(piece[((lineEnd ?? piece.count - 1) + 1)...])
      guard let text = headerText(line, headers) else {
        hasStopped = true
        return nil
      }
      if lines == 1, headers.readSeparatorLine(text), headers.log.isEmpty { continue }
      let header = headers.log.isEmpty ? headers.read(text, number: lines) : nil
      log.append(contentsOf: headers.log)
      hasStopped = header == nil
      isRehearsal = header?.isRehearsal ?? false
      return header
    }
    return nil
  }

  private mutating func headerText(_ line: Line, _ headers: HeaderReader) -> String? {
    func fault(_ kind: FileFault, at offset: Int?, _ text: Range<Int>?) {
      let place = FaultPlace(file: name, line: line.number, column: offset.map { line.column(at: $0) })
      log.append(Fault(kind, at: place, text: text.map { line.text($0) }))
    }
    if line.range.count > BallotFileLimits.lineBytes {
      fault(.lineTooLong, at: nil, line.range)
      return nil
    }
    guard let text = String(validating: line.piece[line.range], as: UTF8.self) else {
      let bytes = line.piece[line.range].map { String(Unicode.Scalar($0)) }.joined()
      if let encoding = headers.oldEncoding(ofBytes: bytes) {
        fault(.wrongEncoding(name: Phrase(encoding)), at: nil, nil)
      } else {
        let invalid = line.firstInvalid
        fault(.notUTF8, at: invalid, invalid..<min(invalid + 20, line.range.upperBound))
      }
      return nil
    }
    let tab = UInt8(ascii: "\t")
    if let control = line.range.first(where: { Line.isControl(line.piece[$0]) && line.piece[$0] != tab }) {
      fault(.controlCharacter, at: control, control..<control + 1)
      return nil
    }
    return text
  }
}
