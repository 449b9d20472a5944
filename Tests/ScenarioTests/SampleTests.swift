import Foundation
import Testing

/// What holds for every sample, whatever it shows.
@Suite("Samples")
struct SampleTests {
  private static let elections = Place.elections(below: Place.samples)

  @Test("The result is the same for any number of jobs and in any locale", arguments: elections)
  func sameBytes(name: String) throws {
    let folder = Place.samples.appending(path: name)
    let variants = [
      "--jobs 1", "--jobs 2", "--jobs 3", "--jobs 8", "--jobs 1 --lang en", "--jobs 2 --lang vi",
    ]
    var outputs = try variants.map {
      try Shell.run("kiemphieu count election.json --json " + $0, in: folder, program: Place.program).output
    }
    outputs.append(
      try Shell.run(
        "LC_ALL=tr_TR.UTF-8 kiemphieu count election.json --json", in: folder, program: Place.program
      ).output)
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].hasPrefix(#"{"after":["#))
  }

  @Test("An earlier result in a sample is what counting the earlier sitting gives", arguments: elections)
  func chain(name: String) throws {
    let folder = Place.samples.appending(path: name)
    let before = folder.appending(path: "truoc")
    for sitting in (try? FileManager.default.contentsOfDirectory(atPath: before.path)) ?? [] {
      let kept = try Data(contentsOf: before.appending(path: sitting + "/result.json"))
      let source = try #require(Self.folder(ofSitting: sitting, before: name))
      let counted = try Shell.run(
        "kiemphieu count election.json --json", in: Place.samples.appending(path: source),
        program: Place.program)
      #expect(counted.output == String(decoding: kept, as: UTF8.self), "\(sitting): run .ci/refresh-samples")
    }
  }

  /// The folder of a sitting: the sample itself for `dai-hoi`, else the numbered folder of that name.
  private static func folder(ofSitting sitting: String, before name: String) -> String? {
    let sample = String(name.prefix { $0 != "/" })
    if sitting == "dai-hoi" { return sample }
    return elections.first { $0.hasPrefix(sample + "/") && $0.hasSuffix("-" + sitting) }
  }

  @Test("A result says nothing of the machine", arguments: elections)
  func nothingOfTheMachine(name: String) throws {
    let folder = Place.samples.appending(path: name)
    let output = try Shell.run(
      "kiemphieu count \"$PWD/election.json\" --json", in: folder, program: Place.program
    ).output
    #expect(!output.contains(Place.repository.path))
    let here = try Shell.run("kiemphieu count election.json --json", in: folder, program: Place.program)
      .output
    #expect(output == here)
  }
}
