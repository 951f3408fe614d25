import Terminal

/// Turns the bytes that a terminal sends into keys, pastes and the rest.
///
/// Total: any bytes in any pieces give some inputs, and what is not understood is swallowed whole,
/// so that no answer of a terminal is ever typed. It keeps no time; whoever reads the bytes calls
/// `expire` when nothing followed an unfinished sequence for its `patience`.
package struct InputDecoder: Sendable {
  /// How long the next byte of something unfinished may take.
  package enum Patience: Hashable, Sendable {
    /// An Escape that may be a key of its own.
    case short
    /// A sequence that has clearly begun.
    case long
  }

  /// Kinds of control strings, by the byte after Escape.
  enum StringKind: UInt8 {
    case device = 0x50  // DCS
    case start = 0x58  // SOS
    case system = 0x5D  // OSC
    case privacy = 0x5E  // PM
    case application = 0x5F  // APC
  }

  enum State: Hashable {
    case ground
    case escape
    case control
    /// After `ESC O`: the keypad and function keys of a VT100.
    case single
    /// After `ESC [ [`: function keys of the Linux console.
    case console
    case string(StringKind)
    /// Escape within a string: its end if a backslash follows.
    case stringEnd(StringKind)
    /// A mouse report of the old kind, which we never ask for.
    case oldMouse(remaining: Int)
    case paste
  }

  /// The bytes of one control sequence or string that are kept; none we understand is longer.
  static let sequenceLimit = 1_024
  /// The bytes of a string without an end that are swallowed before keys count as keys again.
  static let swallowLimit = 65_536
  /// The bytes of one paste that are kept.
  package static let pasteLimit = 1 << 20

  var state = State.ground
  /// What follows the introducer of an unfinished sequence.
  var sequence: [UInt8] = []
  var swallowed = 0
  var inputs: [Input] = []

  var pasted: [UInt8] = []
  /// The beginning of what may be a marker within a paste.
  var marker: [UInt8] = []

  private var scalar = ScalarAssembler()
  /// Whether the scalar being assembled follows an Escape.
  private var isAlt = false

  package init() {}

  package mutating func decode(_ bytes: [UInt8]) -> [Input] {
    var index = 0
    while index < bytes.count {
      if state == .paste {
        index = takePaste(bytes, from: index)
      } else {
        take(bytes[index])
        index += 1
      }
    }
    return finished()
  }

  /// How long the next byte may take; nil when nothing is unfinished, or a paste, which has an end.
  package var patience: Patience? {
    switch state {
    case .ground: scalar.isUnfinished ? .long : nil
    case .paste: nil
    case .escape, .stringEnd: .short
    case .control, .single, .string: sequence.isEmpty ? .short : .long
    case .console, .oldMouse: .long
    }
  }

  /// Decides what something unfinished was when nothing followed it.
  package mutating func expire() -> [Input] {
    let unfinished = state
    switch unfinished {
    case .ground: if scalar.isUnfinished { emit(scalar: scalar.abandon()) }
    case .paste: return []
    case .escape, .stringEnd: emit(.escape)
    case .control: if sequence.isEmpty { emit(.alt("[")) }
    case .single: if sequence.isEmpty { emit(.alt("O")) }
    case .string(let kind):
      if sequence.isEmpty, swallowed == 0 {
        emit(.alt(Character(Unicode.Scalar(kind.rawValue))))
      }
    case .console, .oldMouse: break
    }
    state = .ground
    return finished()
  }

  private mutating func finished() -> [Input] {
    defer { inputs = [] }
    return inputs
  }

  mutating func emit(_ key: Key) { inputs.append(.key(key)) }

  mutating func take(_ byte: UInt8) {
    switch state {
    case .ground, .paste: takeGround(byte)
    case .escape: takeEscaped(byte)
    case .control: takeControl(byte)
    case .single: takeSingle(byte)
    case .console:
      state = .ground
      if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
    case .string(let kind): takeString(byte, kind)
    case .stringEnd(let kind):
      if byte == 0x5C {
        state = .ground
        finishString(kind)
      } else {
        state = .escape
        takeEscaped(byte)
      }
    case .oldMouse(let remaining):
      state = remaining > 1 ? .oldMouse(remaining: remaining - 1) : .ground
    }
  }

  mutating func takeGround(_ byte: UInt8) {
    if scalar.isUnfinished {
      switch scalar.take(byte) {
      case .unfinished: return
      case .finished(let scalar): return emit(scalar: scalar)
      case .refused: emit(scalar: "\u{FFFD}")  // and the byte stands for itself
      }
    }
    switch byte {
    case 0x1B: begin(.escape)
    case ..<0x20, 0x7F: emit(Key(controlByte: byte))
    case ..<0x80: emit(scalar: Unicode.Scalar(byte))
    default: if !scalar.begin(byte) { emit(scalar: "\u{FFFD}") }
    }
  }

  private mutating func emit(scalar: Unicode.Scalar) {
    let isAlt = isAlt
    self.isAlt = false
    // Controls of eight bits are no text and no keys.
    guard !(0x80..<0xA0).contains(scalar.value) else { return }
    let character = Character(scalar)
    emit(isAlt ? .alt(character) : .character(character))
  }

  private mutating func takeEscaped(_ byte: UInt8) {
    state = .ground
    switch byte {
    case 0x1B:
      emit(.escape)
      begin(.escape)
    case 0x5B: begin(.control)
    case 0x4F: begin(.single)
    case ..<0x20, 0x7F: takeGround(byte)  // Alt with such a key is the key
    default:
      if let kind = StringKind(rawValue: byte) {
        begin(.string(kind))
      } else {
        isAlt = true
        takeGround(byte)
      }
    }
  }

  mutating func begin(_ state: State) {
    self.state = state
    sequence.removeAll(keepingCapacity: true)
    swallowed = 0
    isAlt = false
  }

  /// Keeps a byte of a sequence, up to the limit.
  mutating func keep(_ byte: UInt8) {
    if sequence.count < Self.sequenceLimit { sequence.append(byte) }
    swallowed += 1
  }
}
