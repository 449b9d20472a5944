import Documents
import Elections
import Faults
import Foundation
import Outcomes
import Rulebooks
import TestSupport
import Testing
import Typesetting

@testable import Reports

/// What papers say whatever they are of: articles and no ids, one form of dates, nouns that fit their numbers.
@Suite("Words of papers")
struct PaperWordsTests {
  private static let samples = [
    "dang-bo-van-phong", "thieu-nguoi", "tranh-ghe-cuoi", "tranh-ghe-cuoi/2-bau-lai", "vo-hieu", "phieu-tron",
    "chi-bo-nho", "ba-phieu", "quy-che-190", "da-ky",
  ]

  /// Every line of every paper that somebody signs.
  private static func lines(_ frame: ReportFrame) -> [String] {
    let sheets =
      frame.result.contests.map { Minutes($0, frame).sheet() } + [
        HandoverMinutes(frame).sheet(), SealLabels(frame).sheet(), ApprovalRequest(frame).sheet(),
      ]
    return sheets.flatMap(\.words)
  }

  private static func frame(_ sample: String, _ language: Language) throws -> ReportFrame {
    let counted = try CountedElection.sample(sample)
    return ReportFrame(counted.result, counted.standing, language)
  }

  @Test("People sign articles, not ids of this project", arguments: samples, Language.allCases)
  func articles(_ sample: String, _ language: Language) throws {
    let frame = try Self.frame(sample, language)
    let lines = Self.lines(frame)
    let ids = lines.filter { $0.contains(/R-[A-Z]+|\bI[1-8]\b|Đ[0-9]/) }
    #expect(ids.isEmpty, "\(ids.prefix(3))")
    #expect(lines.contains { $0.contains(language == .vietnamese ? /Điều \d+/ : /Article \d+/) })
    // The result page, which nobody signs, leads to the rules by their ids.
    let page = ResultPage.html(frame.result, frame.standing, language, percent: .halfUp)
    #expect(page.contains("R-BASE, Đ3"))
  }

  @Test("A ground that only practice knows is not said to stand in an article")
  func practice() throws {
    var frame = try Self.frame("phieu-tron", .vietnamese)
    frame.result.contests[0].ballots.invalidByReason = Dictionary(
      uniqueKeysWithValues: InvalidityGround.allCases.map { ($0, 1) })
    let lines = Minutes(frame.result.contests[0], frame).sheet().words
    for (ground, source) in [
      (InvalidityGround.notIssued, "Điều 17"), (.tooMany, "Điều 17"), (.nobody, "Điều 17"),
      (.bothMarked, "thông lệ"), (.blank, "suy từ Điều 17"), (.outsider, "thông lệ"), (.marked, "thông lệ"),
      (.signed, "thông lệ"), (.other, "khoản 2, Điều 7"),
    ] {
      #expect(
        lines.contains(
          "– \(ground.words.vi): 1 (\(source))"
            + (ground == .other ? " – «phiếu bị rách, mất phần đóng dấu»: 1" : "")), "\(ground)")
    }
    let table = ResultTable.text(frame.result, .english)
    #expect(table.contains("1 I6 a name outside the list (R-VALID, practice)"))
    #expect(table.contains("1 I5 no box marked (R-VALID, follows from Đ17)"))
  }

  @Test("A ballot paper parts what the article says from what is practice")
  func ballotGrounds() {
    func invalid(_ names: Int, _ seats: Int, _ language: Language) -> String {
      BallotWords(.sample(names: names, seats: seats, base: 10), .regulation244, language).invalid[0]
    }
    #expect(
      invalid(5, 3, .vietnamese)
        == "Phiếu không hợp lệ nếu: không do ban kiểm phiếu phát ra; bầu quá 3 người; không bầu cho ai (Điều 17, Quy chế 244-QĐ/TW); ghi tên người ngoài danh sách; có đánh dấu riêng, nhiều loại mực; ký tên hoặc viết thêm (thông lệ)."
    )
    #expect(
      invalid(1, 1, .english)
        == "A ballot is invalid by: not issued by the board (Article 17 of 244-QĐ/TW); no box marked (follows from Article 17); both boxes marked; a name outside the list; a private mark, several inks; signed, or with added writing (practice)."
    )
  }

  @Test(
    "Vietnamese dates have one short form and one long form, English ones theirs", arguments: samples,
    Language.allCases)
  func dates(_ sample: String, _ language: Language) throws {
    let frame = try Self.frame(sample, language)
    let other =
      language == .vietnamese
      ? /\d{4}-\d{2}-\d{2}|\/0[3-9]\/\d{4}|\b[1-9]\/\d+\/\d{4}/ : /\b(?:19|20)\d{2}-[01]\d\b/
    let texts =
      Self.lines(frame) + [
        ResultPage.html(frame.result, frame.standing, language, percent: .halfUp).replacing(
          /<[^>]*>/, with: ""),
        Slides.html(frame.result, frame.standing, language, percent: .halfUp),
        ResultTable.text(frame.result, language),
      ]
    for text in texts {
      #expect(text.firstMatch(of: other) == nil, "\(text.prefix(200))")
    }
    if language == .vietnamese {
      #expect(texts.contains { $0.contains(frame.result.election.date.writtenOut) })
    }
  }

  @Test("English papers name regulation and guidance in English", arguments: ["ba-phieu", "quy-che-190"])
  func englishTitles(_ sample: String) throws {
    let frame = try Self.frame(sample, .english)
    let lines = Self.lines(frame)
    #expect(
      !lines.contains { $0.contains("Quyết định") || $0.contains("Hướng dẫn") || $0.contains("Quy chế") })
    let number = try #require(frame.rulebook).number
    #expect(lines.contains { $0.contains("Regulation on Elections in the Party") && $0.contains(number) })
  }

  @Test(
    "Whether a later guidance repeats what that of 2020 says of programs is said to be unknown (rules §13)")
  func laterGuidance() throws {
    let words = Phrase(
      vi: "; Hướng dẫn 04-HD/TW ngày 31/12/2024 có nhắc lại điều này hay không thì chưa rõ.",
      en: "; whether guidance 04-HD/TW of 31 December 2024 repeats this is unknown.")
    for language in Language.allCases {
      for (sample, isLater) in [("quy-che-190", true), ("da-ky", true), ("ba-phieu", false)] {
        let frame = try Self.frame(sample, language)
        let texts = [
          Minutes(frame.result.contests[0], frame).sheet().words.joined(), ResultTable.text(frame),
          ResultPage.html(frame.result, frame.standing, language, percent: .halfUp),
        ]
        for text in texts { #expect(text.contains(words[language]) == isLater, "\(sample)") }
      }
    }
  }

  @Test("The board's own words are on paper where a ballot is counted under another ground too")
  func severalGrounds() throws {
    for language in Language.allCases {
      var frame = try Self.frame("dang-bo-van-phong", language)
      frame.result.contests[0].ballots.invalidByReason = [.marked: 2]
      frame.result.contests[0].ballots.invalidBearing = [.marked: 2, .other: 1]
      frame.result.contests[0].ballots.otherWords = [WordsCount(words: "rách nát", ballots: 1)]
      let minutes = Minutes(frame.result.contests[0], frame).sheet().words.joined(separator: "\n")
      for text in [minutes, ResultTable.text(frame)] {
        #expect(text.contains("«rách nát»: 1"))
        #expect(text.contains(BallotCounts.boardWords[language]))
      }
      frame.result.contests[0].ballots.invalidByReason = [.marked: 1, .other: 1]
      let apart = Minutes(frame.result.contests[0], frame).sheet().words.joined(separator: "\n")
      #expect(apart.contains("«rách nát»: 1") && !apart.contains(BallotCounts.boardWords[language]))
    }
  }

  @Test("More than half is «quá một nửa» everywhere", arguments: samples)
  func majority(_ sample: String) throws {
    let frame = try Self.frame(sample, .vietnamese)
    let texts =
      Self.lines(frame) + [
        ResultPage.html(frame.result, frame.standing, .vietnamese, percent: .halfUp),
        Slides.html(frame.result, frame.standing, .vietnamese, percent: .halfUp),
        ResultTable.text(frame.result, .vietnamese),
      ]
    #expect(!texts.contains { $0.lowercased().contains("quá nửa") })
  }

  @Test("One ballot is no plural in English", arguments: samples)
  func plurals(_ sample: String) throws {
    var frame = try Self.frame(sample, .english)
    for index in frame.result.contests.indices {
      frame.result.contests[index].ballots.issued = 1
      frame.result.contests[index].ballots.valid = 1
      for person in frame.result.contests[index].candidates.indices {
        frame.result.contests[index].candidates[person].votes = 1
      }
      for finding in frame.result.contests[index].findings.indices {
        let values = frame.result.contests[index].findings[finding].values.mapValues { value in
          if case .integer = value { FindingValue.integer(1) } else { value }
        }
        frame.result.contests[index].findings[finding].values = values
      }
    }
    let texts =
      Self.lines(frame) + [
        ResultPage.html(frame.result, frame.standing, .english, percent: .halfUp),
        Slides.html(frame.result, frame.standing, .english, percent: .halfUp),
        ResultTable.text(frame.result, .english),
      ]
      + frame.result.contests[0].candidates.map {
        CandidateReceipt.text($0.candidate.number, frame.result.contests[0], of: frame.result, .english)
      }
    for text in texts {
      let found = text.firstMatch(
        of: /(?:^|[ («>])1 (ballots|votes|seats|names|papers|months|members|people|signatures)\b/)
      #expect(found == nil, "\(found?.0 ?? "")")
    }
    #expect(several(1, "ballot") == "1 ballot" && several(0, "ballot") == "0 ballots")
  }
}
