/// What somebody does at the keyboard.
public enum EntryKey: Sendable, Hashable {
  /// A character that has a shape or is a space. A Vietnamese input method sends whole letters, after backspaces where it changes one.
  case character(Unicode.Scalar)
  case enter
  case backspace
  /// Takes the whole line back (Ctrl-U).
  case clear
  /// Leaves what was asked (Esc).
  case cancel
  /// There is nothing more to come (Ctrl-D on an empty line).
  case end
  /// Draws the screen anew (Ctrl-L).
  case redraw
}

/// Turns the bytes of a terminal into keys, whatever pieces they come in. Arrows, function keys and other sequences mean nothing here
/// and are left out, as is what is no UTF-8.
public struct KeyDecoder: Sendable {
  private enum State {
    case plain
    /// Behind an Esc that may be a key or begin a sequence.
    case escape
    /// Within a sequence that ends with a byte from 0x40 to 0x7E.
    case sequence
    /// Before the one byte of a short sequence.
    case shortSequence
  }

  private var state = State.plain
  /// The bytes of a character that is not whole yet.
  private var pending: [UInt8] = []
  private var wasReturn = false

  public init() {}

  /// Takes the next bytes.
  public mutating func keys(_ bytes: [UInt8]) -> [EntryKey] {
    var keys: [EntryKey] = []
    for byte in bytes { take(byte, &keys) }
    return keys
  }

  /// Whether an Esc waits for what comes behind it.
  public var isWaiting: Bool { state == .escape }

  /// Says that nothing came for a moment: an Esc was the key.
  public mutating func pause() -> [EntryKey] {
    guard state == .escape else { return [] }
    state = .plain
    return [.cancel]
  }

  private mutating func take(_ byte: UInt8, _ keys: inout [EntryKey]) {
    switch state {
    case .plain: takePlain(byte, &keys)
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .sequence
      case UInt8(ascii: "O"): state = .shortSequence
      case 0x1B: keys.append(.cancel)
      default:
        // Alt and a key: neither is meant.
        state = .plain
      }
    case .sequence:
      if (0x40...0x7E).contains(byte) || byte < 0x20 { state = .plain }
    case .shortSequence: state = .plain
    }
  }

  private mutating func takePlain(_ byte: UInt8, _ keys: inout [EntryKey]) {
    // What is pasted may have both; that is one Enter, not a confirmation.
    let followsReturn = wasReturn
    wasReturn = byte == 0x0D
    if byte < 0x80 { pending.removeAll() }
    switch byte {
    case 0x0D: keys.append(.enter)
    case 0x0A: if !followsReturn { keys.append(.enter) }
    case 0x08, 0x7F: keys.append(.backspace)
    case 0x09: keys.append(.character(" "))
    case 0x15: keys.append(.clear)
    case 0x04: keys.append(.end)
    case 0x0C: keys.append(.redraw)
    case 0x1B: state = .escape
    case ..<0x20: break
    case ..<0x80: keys.append(.character(Unicode.Scalar(byte)))
    default: takeLong(byte, &keys)
    }
  }

  /// A byte of a character of several.
  private mutating func takeLong(_ byte: UInt8, _ keys: inout [EntryKey]) {
    if byte >= 0xC0 { pending.removeAll() }
    pending.append(byte)
    if let text = String(validating: pending, as: UTF8.self) {
      keys += text.unicodeScalars.map { .character($0) }
      pending.removeAll()
    } else if pending.count >= 4 {
      pending.removeAll()
    }
  }
}
