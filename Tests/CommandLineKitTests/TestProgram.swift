import CommandLineKit
import Faults

/// A small made-up program with one of everything.
let program = Program(
  name: "vuon", version: "1.2.3",
  summary: Phrase(vi: "Chăm một khu vườn nhỏ.", en: "Look after a small garden."),
  commands: [
    Command(
      name: "water", summary: Phrase(vi: "Tưới cây trong vườn.", en: "Water the plants."),
      discussion: Phrase(
        vi:
          "Cây nào được ghi tên thì được tưới, mỗi cây đúng lượng nước đã định; cây không ghi tên thì để yên.\nKhông tưới khi trời mưa.",
        en:
          "The plants that are named are watered, each with the amount of water that is given; others are left alone.\nNothing is watered when it rains."
      ),
      arguments: [
        Argument("BED", help: Phrase(vi: "Luống cần tưới.", en: "The bed to water.")),
        Argument(
          "PLANT", help: Phrase(vi: "Các cây trong luống.", en: "Plants of the bed."), count: 0...Int.max),
      ],
      options: [
        Option(
          "with", .text("TOOL"), help: Phrase(vi: "Dùng dụng cụ này.", en: "Use this tool."),
          isRepeatable: true),
        Option(
          "amount", .integer("N", 1...64),
          help: Phrase(
            vi: "Bao nhiêu lít nước cho mỗi cây, không kể nước mưa đã rơi trong tuần.",
            en: "Litres of water for each plant, without the rain that has fallen within the week.")),
        Option(
          "time", .choice("WHEN", ["morning", "noon", "evening"]),
          help: Phrase(vi: "Buổi tưới.", en: "When to water."),
          defaultValue: "morning"),
        Option("shift", .integer("N", Int.min...Int.max), help: Phrase(vi: "Dời đi.", en: "Shift.")),
        Option("diary", .output("FILE"), help: Phrase(vi: "Ghi nhật ký.", en: "Keep a diary.")),
        Option("quiet", help: Phrase(vi: "Không nói gì.", en: "Say nothing.")),
        Option(
          "a-rather-long-name", .text("FILE"), help: Phrase(vi: "Tên dài.", en: "A long name.")),
      ]),
    Command(
      name: "compare", summary: Phrase(vi: "So hai hoặc ba cây.", en: "Compare two or three plants."),
      arguments: [Argument("PLANT", help: Phrase(vi: "Cây.", en: "A plant."), count: 2...3)],
      options: [
        Option("key", .text("FILE"), help: Phrase(vi: "Chìa khóa.", en: "The key."), isRequired: true)
      ]),
    Command(
      name: "move", summary: Phrase(vi: "Dời cây.", en: "Move plants."),
      arguments: [
        Argument("PLANT", help: Phrase(vi: "Cây.", en: "A plant."), count: 1...Int.max),
        Argument("BED", help: Phrase(vi: "Luống.", en: "The bed.")),
      ]),
    Command(name: "rest", summary: Phrase(vi: "Nghỉ.", en: "Rest.")),
  ])
