import Terminal

/// Control sequences (CSI) and the keypad's (SS3), as xterm, rxvt, the Linux console, PuTTY, tmux
/// and the protocols of kitty and modifyOtherKeys send them.
extension InputDecoder {
  mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case 0x5B where sequence.isEmpty && swallowed == 0: begin(.console)
    case 0x24 where isPlainNumber: finishControl(byte)  // rxvt: a key with Shift
    case 0x20...0x3F:
      keep(byte)
      if swallowed > Self.swallowLimit { state = .ground }
    case 0x40...0x7E: finishControl(byte)
    case 0x18, 0x1A: state = .ground
    default:  // broken off: the byte stands for itself
      state = .ground
      takeGround(byte)
    }
  }

  private var isPlainNumber: Bool {
    !sequence.isEmpty && sequence.allSatisfy { (0x30...0x39).contains($0) }
  }

  mutating func takeSingle(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39, 0x3B: keep(byte)  // modifiers
    case 0x40...0x7E:
      state = .ground
      if let key = Key(keypad: byte) { emit(key) }
    default:
      state = .ground
      takeGround(byte)
    }
  }

  private mutating func finishControl(_ final: UInt8) {
    state = .ground
    guard swallowed == sequence.count else { return }  // too long to be known
    let parameters = ControlParameters(sequence)
    switch parameters.prefix {
    case 0x3C: if let mouse = Mouse(parameters, final: final) { inputs.append(.mouse(mouse)) }
    case 0x3F: finishReply(parameters, final)
    case nil where parameters.intermediates.isEmpty: finishKey(parameters, final)
    default: break
    }
  }

  private mutating func finishReply(_ parameters: ControlParameters, _ final: UInt8) {
    if final == 0x63 {  // c
      inputs.append(.reply(.attributes))
    } else if final == 0x79, parameters.intermediates == [0x24] {  // $ y
      inputs.append(.reply(.mode(parameters[0], state: parameters[1])))
    }
  }

  private mutating func finishKey(_ parameters: ControlParameters, _ final: UInt8) {
    switch (final, parameters[0]) {
    case (0x7E, 200), (0x7E, 201):
      if parameters[0] == 200 { beginPaste() }
    case (0x7E, 27):  // modifyOtherKeys
      if let key = Key(code: parameters[2], modifiers: parameters[1]) { emit(key) }
    case (0x75, _):  // u: kitty's protocol
      let isRelease = parameters[1, 1] == 3
      let shifted = parameters[0, 1]
      if !isRelease,
        let key = Key(code: parameters[0], shifted: shifted, modifiers: parameters[1])
      {
        emit(key)
      }
    case (0x7E, let number), (0x24, let number), (0x5E, let number), (0x40, let number):
      if let key = Key(number: number) { emit(key) }
    case (0x49, 0), (0x4F, 0):
      if parameters.count == 0 { inputs.append(.focus(final == 0x49)) }
    case (0x4D, 0):
      if parameters.count == 0 { state = .oldMouse(remaining: 3) }
    case (0x50...0x53, let first):
      // F1 to F4, alone or as `1;2P`; otherwise the place of a cursor nobody asked for.
      if parameters.count == 0 || (first == 1 && (2...16).contains(parameters[1])) {
        emit(.function(Int(final) - 0x4F))
      }
    default: if let key = Key(letter: final) { emit(key) }
    }
  }
}
