import Foundation
import Testing

/// A page in Chromium in which a test presses keys as a person does, over the DevTools protocol: what a browser allows after a gesture only,
/// such as the full screen, works.
final class DrivenPage {
  private let process = Process()
  private let (toBrowser, fromBrowser) = (Pipe(), Pipe())
  private var rest = Data()
  private var messages = 0
  private var session: String?

  /// Opens `page`; ``close()`` ends the browser.
  init(_ page: URL, _ browser: InstalledProgram) throws {
    // Writing to a browser that has ended is a failure of this test, not the end of all.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(filePath: "/bin/sh")
    // The browser reads messages from descriptor 3 and answers on 4, each message ended by a zero byte.
    process.arguments =
      [
        "-c", #"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>/dev/null"#, browser.path, "--remote-debugging-pipe",
      ] + Browser.always + ["about:blank"]
    process.standardInput = toBrowser
    process.standardOutput = fromBrowser
    process.standardError = FileHandle.nullDevice
    try process.run()
    let ended = process
    DispatchQueue.global().asyncAfter(deadline: .now() + 60) { if ended.isRunning { ended.terminate() } }
    let target = try send("Target.createTarget", ["url": page.absoluteString])["targetId"]
    let attached = try send("Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    // A new target shows an empty page at first, which is complete too.
    try wait(
      for: "document.URL.split('#')[0] + ' ' + document.readyState", toBe: page.absoluteString + " complete")
  }

  /// Presses and releases a key of a letter.
  func press(letter: String) throws {
    let key: [String: Any] = [
      "key": letter, "code": "Key" + letter.uppercased(),
      "windowsVirtualKeyCode": Int(letter.uppercased().utf8.first ?? 0),
    ]
    _ = try send("Input.dispatchKeyEvent", key.merging(["type": "keyDown", "text": letter]) { $1 })
    _ = try send("Input.dispatchKeyEvent", key.merging(["type": "keyUp"]) { $1 })
  }

  /// Waits until an expression in the page has a value, at most ten seconds.
  func wait(for expression: String, toBe value: String) throws {
    var found = ""
    for _ in 0..<100 {
      let answer = try send("Runtime.evaluate", ["expression": "String(\(expression))"])
      found = (answer["result"] as? [String: Any])?["value"] as? String ?? ""
      if found == value { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    Issue.record("\(expression) is \(found), not \(value)")
  }

  func close() {
    _ = try? send("Browser.close", [:])
    process.waitUntilExit()
  }

  /// Sends a message and returns the result of its answer; events that come between are dropped.
  private func send(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
    messages += 1
    var message: [String: Any] = ["id": messages, "method": method, "params": parameters]
    message["sessionId"] = session
    try toBrowser.fileHandleForWriting.write(
      contentsOf: JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try #require(try next(), "the browser has ended")
      if answer["id"] as? Int == messages { return answer["result"] as? [String: Any] ?? [:] }
    }
  }

  private func next() throws -> [String: Any]? {
    while true {
      if let end = rest.firstIndex(of: 0) {
        let message = rest[..<end]
        rest = Data(rest[(end + 1)...])
        return try JSONSerialization.jsonObject(with: message) as? [String: Any]
      }
      let more = fromBrowser.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      rest += more
    }
  }
}
