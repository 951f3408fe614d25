import Glibc
import Terminal

/// Questions to a terminal before curses takes it: its background and whether it shows 24 bits.
///
/// The last question is one that every terminal answers, so the wait ends when the answers are
/// there, and after 200 ms in any case; an answer that comes later is swallowed by the decoder.
struct Interview {
  private(set) var background: RGB?
  private(set) var hasDirectColor = false
  /// What was typed meanwhile.
  private(set) var early: [Input] = []
  /// The decoder, which may be in the middle of a late answer.
  private(set) var decoder = InputDecoder()

  private static let limit = Duration.milliseconds(200)

  /// No questions asked.
  init() {}

  init(_ device: TerminalDevice) {
    var modes = termios()
    guard tcgetattr(device.descriptor, &modes) == 0 else { return }
    var raw = modes
    cfmakeraw(&raw)
    tcsetattr(device.descriptor, TCSADRAIN, &raw)
    defer { tcsetattr(device.descriptor, TCSADRAIN, &modes) }
    device.write(
      EscapeWriter.askBackground + EscapeWriter.askDirectColor + EscapeWriter.askAttributes
    )
    let deadline = ContinuousClock.now + Self.limit
    var isAnswered = false
    while !isAnswered, let wait = Milliseconds.until(deadline), wait > 0 {
      var request = pollfd(fd: device.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, wait) > 0, let bytes = device.read() else { break }
      for input in decoder.decode(bytes) { take(input, &isAnswered) }
    }
    device.write(EscapeWriter.clearLine)
  }

  private mutating func take(_ input: Input, _ isAnswered: inout Bool) {
    switch input {
    case .reply(.attributes): isAnswered = true
    case .reply(.background(let red, let green, let blue)):
      background = RGB(red, green, blue)
    case .reply(.setting(let setting)):
      hasDirectColor = EscapeWriter.confirmsDirectColor(setting)
    case .reply(.mode): break
    default: early.append(input)
    }
  }
}
