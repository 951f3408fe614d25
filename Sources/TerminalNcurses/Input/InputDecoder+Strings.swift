/// Control strings: answers to our questions, and whatever else a terminal or a hostile byte
/// stream sends.
extension InputDecoder {
  mutating func takeString(_ byte: UInt8, _ kind: StringKind) {
    switch byte {
    case 0x1B: state = .stringEnd(kind)
    case 0x07 where kind == .system:
      state = .ground
      finishString(kind)
    case 0x18, 0x1A: state = .ground
    case ..<0x20:  // no answer holds one, but a person's Enter or Ctrl-C is one
      state = .ground
      takeGround(byte)
    default:
      keep(byte)
      if swallowed > Self.swallowLimit { state = .ground }
    }
  }

  mutating func finishString(_ kind: StringKind) {
    guard swallowed == sequence.count else { return }
    let text = String(decoding: sequence, as: UTF8.self)
    switch kind {
    case .system:
      if let reply = Self.background(text) { inputs.append(.reply(reply)) }
    case .device:
      if text.hasPrefix("1$r") { inputs.append(.reply(.setting(String(text.dropFirst(3))))) }
    default: break
    }
  }

  /// `11;rgb:1c1c/1c1c/1c1c`, with one to four digits a part.
  private static func background(_ text: String) -> TerminalReply? {
    guard text.hasPrefix("11;rgb:") else { return nil }
    let parts = text.dropFirst(7).split(separator: "/", omittingEmptySubsequences: false)
    let levels = parts.compactMap { part -> UInt8? in
      guard (1...4).contains(part.count), let value = Int(part, radix: 16), value >= 0 else {
        return nil
      }
      let most = (1 << (4 * part.count)) - 1
      return UInt8(clamping: (value * 255 + most / 2) / most)
    }
    guard parts.count == 3, levels.count == 3 else { return nil }
    return .background(red: levels[0], green: levels[1], blue: levels[2])
  }
}
