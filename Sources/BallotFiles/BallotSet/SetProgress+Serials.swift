import Faults

/// Serial numbers that occur twice, which are known only when all files have been read.
extension SetProgress {
  mutating func checkSerials() {
    switch serials.verdict() {
    case .unique: return
    case .tooManyInDisorder(let run):
      let place = FaultPlace(file: reading.files[run.file].name, line: run.line, column: run.column)
      reading.faults.append(Fault(RowFault.serialsInDisorder, at: place, text: String(run.first)))
    case .repeated(let repetitions):
      for repetition in repetitions { report(repetition) }
    }
    let order = Dictionary(
      reading.files.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    reading.faults.sort { a, b in
      let places = [a, b].map { (order[$0.place.file] ?? 0, $0.place.line ?? 0, $0.place.column ?? 0) }
      return places[0] < places[1]
    }
  }

  private mutating func report(_ repetition: SerialRepetition) {
    let run = repetition.run
    if !run.isFaulty {
      reading.files[run.file].faultyRows += repetition.rows
    }
    var listed = 0
    for (serials, earlier) in repetition.parts {
      for serial in serials {
        if listed == repetition.rows { return }
        if listed == FaultLog.listedAtMost {
          return reading.faults.count(.serialRepeated, repetition.rows - listed)
        }
        listed += 1
        let kind = RowFault.serialRepeated(
          line: earlier.line(of: serial), file: reading.files[earlier.file].name)
        let place = FaultPlace(
          file: reading.files[run.file].name, line: run.line(of: serial), column: run.column)
        reading.faults.append(Fault(kind, at: place, text: String(serial)))
      }
    }
  }
}
