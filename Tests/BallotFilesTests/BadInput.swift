import BallotFiles
import Faults
import Foundation
import Machine
import Tallying
import Testing

/// A case of `BadInput/cases.txt`.
struct BadCase: Sendable, CustomTestStringConvertible {
  var input: BallotInput
  /// As ``BallotSetReading/faultLines`` writes them.
  var faults: [String]

  var testDescription: String { input.files.map(\.name).joined(separator: " ") }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "BadInput"
  ).path

  static let all: [BadCase] = {
    do {
      let table = try String(decoding: readWhole(folder + "/cases.txt", limit: 1 << 20), as: UTF8.self)
      return try table.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "")
        .compactMap {
          try BadCase($0.map(String.init))
        }
    } catch {
      preconditionFailure("BadInput/cases.txt: \(error)")
    }
  }()

  /// - Returns: `nil` for a paragraph that is no case.
  private init?(_ paragraph: [String]) throws {
    let words = paragraph[0].split(separator: " ").map(String.init)
    guard words[0].hasSuffix(".csv"), let style = words.last?.split(separator: "/").compactMap({ Int($0) })
    else {
      return nil
    }
    let files = try words.dropLast().map { name in
      BallotInput.File(name: name, bytes: try readWhole(Self.folder + "/" + name, limit: 1 << 20))
    }
    input = BallotInput(BallotStyle(names: style[0], seats: style[1]), files)
    faults = Array(paragraph.dropFirst())
  }
}

@Suite("Bad input")
struct BadInputTests {
  @Test("Each file gives its faults, and no others", arguments: BadCase.all)
  func faults(_ bad: BadCase) {
    let reading = bad.input.read()
    #expect(reading.faultLines == bad.faults)
    #expect(reading.faults.count == bad.faults.count)
  }

  @Test("Each fault has words in both languages", arguments: BadCase.all)
  func words(_ bad: BadCase) {
    for fault in bad.input.read().faults.listed { expectWords(of: fault) }
  }

  @Test("Rows are ballot rows and faulty rows, and faults of rows make rows faulty", arguments: BadCase.all)
  func rows(_ bad: BadCase) {
    let reading = bad.input.read()
    for file in reading.files {
      let rowsAtFault = Set(
        reading.faults.listed.filter { $0.place.file == file.name && $0.code >= .wrongNumberOfCells }.map(
          \.place.line))
      #expect(file.faultyRows >= rowsAtFault.count)
      #expect(file.ballotRows >= 0)
      #expect(file.rows == file.ballotRows + file.faultyRows)
    }
  }

  @Test("Every file of the folder is in the table")
  func folder() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: BadCase.folder).filter {
      $0.hasSuffix(".csv")
    }
    #expect(Set(files) == Set(BadCase.all.flatMap(\.input.files).map(\.name)))
    #expect(BadCase.all.count >= 80)
  }

  @Test("Every code of a fault has a case, here or among those that are generated")
  func codes() throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/BallotFiles/Faults/FaultCodes.swift").standardized.path
    let text = try String(decoding: readWhole(source, limit: 1 << 20), as: UTF8.self)
    let declared = text.matches(of: /FaultCode\("(B\d{3})"\)/).map { String($0.1) }
    #expect(declared.count >= 35)
    #expect(Set(declared).count == declared.count)
    let met =
      BadCase.all.flatMap(\.faults).map { String($0.prefix(4)) } + GeneratedBadInputTests.codes
      + PackedTests.codes
    #expect(Set(met) == Set(declared))
  }
}

/// Problem and advice are there in both languages, differ, and can be shown.
func expectWords(of fault: Fault) {
  for words in [fault.problem, fault.advice] {
    #expect(!words.vi.isEmpty && !words.en.isEmpty && words.vi != words.en)
    for text in [words.vi, words.en] {
      #expect(text.unicodeScalars.allSatisfy(isVisible))
      #expect(!text.hasSuffix("."))
      #expect(text == text.precomposedStringWithCanonicalMapping)
    }
  }
}
