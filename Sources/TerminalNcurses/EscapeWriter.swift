import Terminal

/// The escape sequences that curses does not write: this file owns every one of them.
///
/// Text goes into them sanitised or in base64, never as it came.
package enum EscapeWriter {
  private static let escape = "\u{1B}"
  private static let bel = "\u{7}"
  private static let stringEnd = "\u{1B}\\"

  /// Bracketed paste and reports of the window's focus.
  package static let enterModes = bytes("\(escape)[?2004h\(escape)[?1004h")

  /// Ends every mode that may be on, in any state; ends full-screen mode no more than curses does.
  package static let leaveModes = bytes(
    [2026, 2004, 1004, 1000, 1002, 1003, 1006].map { "\(escape)[?\($0)l" }.joined()
  )

  package static func mouse(_ on: Bool) -> [UInt8] {
    let final = on ? "h" : "l"
    return bytes("\(escape)[?1000\(final)\(escape)[?1006\(final)")
  }

  /// Makes the terminal show what follows at once (synchronized output).
  package static let beginUpdate = bytes("\(escape)[?2026h")
  package static let endUpdate = bytes("\(escape)[?2026l")

  package static let bell: [UInt8] = [7]

  /// The characters that a title keeps.
  package static let titleLimit = 200

  package static func title(_ text: String) -> [UInt8] {
    let safe = Text.sanitised(Text.lineSafe(text), limit: titleLimit)
    return bytes("\(escape)]2;\(safe)\(bel)")
  }

  // MARK: Questions

  /// Whether synchronized output is known; answered by `TerminalReply.mode`.
  package static let askUpdates = bytes("\(escape)[?2026$p")
  /// Answered by every terminal, after whatever was asked before.
  package static let askAttributes = bytes("\(escape)[c")
  package static let askBackground = bytes("\(escape)]11;?\(stringEnd)")
  /// Sets a colour of 24 bits and asks what became of it; answered by `TerminalReply.setting`.
  package static let askDirectColor = bytes(
    "\(escape)[48:2:1:2:3m\(escape)P$qm\(stringEnd)\(escape)[49m"
  )
  /// Whether an answer to `askDirectColor` says that the colour was kept.
  package static func confirmsDirectColor(_ setting: String) -> Bool {
    ["48:2:1:2:3", "48:2::1:2:3", "48;2;1;2;3"].contains { setting.contains($0) }
  }
  /// Removes what a terminal that does not know the questions may have printed of them.
  package static let clearLine = bytes("\r\(escape)[K")

  // MARK: Clipboard

  /// How a sequence reaches the terminal around a multiplexer.
  package enum Wrapping: Hashable, Sendable {
    case none, tmux, screen
  }

  /// The longest text in base64 that terminals are known to take.
  package static let clipboardLimit = 74_994

  /// Hands a text to the terminal's clipboard (OSC 52); nil if it is too long.
  package static func clipboard(_ text: String, wrapping: Wrapping) -> [UInt8]? {
    let payload = Base64.encode(Array(text.utf8))
    guard payload.count <= clipboardLimit else { return nil }
    let content = String(decoding: payload, as: UTF8.self)
    switch wrapping {
    case .none: return bytes("\(escape)]52;c;\(content)\(bel)")
    case .tmux: return bytes("\(escape)Ptmux;\(escape)\(escape)]52;c;\(content)\(bel)\(stringEnd)")
    case .screen:
      // Screen passes on strings of at most 768 bytes, so the sequence goes in pieces.
      let whole = bytes("\(escape)]52;c;\(content)\(bel)")
      return stride(from: 0, to: whole.count, by: 512).flatMap { start in
        bytes("\(escape)P") + whole[start..<min(start + 512, whole.count)] + bytes(stringEnd)
      }
    }
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
