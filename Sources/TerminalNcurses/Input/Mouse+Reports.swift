import Terminal

extension Mouse {
  /// An SGR mouse report: `<button;column;row`, `M` for a press.
  ///
  /// Only presses of the first button and turns of the wheel count.
  init?(_ parameters: ControlParameters, final: UInt8) {
    guard final == 0x4D, parameters.count == 3 else { return nil }
    let point = Point(x: max(0, parameters[1] - 1), y: max(0, parameters[2] - 1))
    // Bits 2 to 4 are Shift, Alt and Control.
    switch parameters[0] & ~0b11100 {
    case 0: self.init(.press, at: point)
    case 64: self.init(.wheelUp, at: point)
    case 65: self.init(.wheelDown, at: point)
    default: return nil
    }
  }
}
