/// A way to the clipboard.
package enum ClipboardChannel: Hashable, Sendable {
  /// A program that takes the text on its standard input.
  case program([String])
  /// OSC 52, which not every terminal takes.
  case terminal(EscapeWriter.Wrapping)

  /// What to try, in order.
  ///
  /// Inside tmux its own command reaches the clipboard of the terminal outside; a program for a
  /// display is tried only where there is that display. `name` is the terminal's name in use.
  package static func available(
    in environment: TerminalEnvironment,
    name: String
  ) -> [ClipboardChannel] {
    var channels: [ClipboardChannel] = []
    if environment["TMUX"] != nil { channels.append(.program(["tmux", "load-buffer", "-w", "-"])) }
    if environment["WAYLAND_DISPLAY"] != nil { channels.append(.program(["wl-copy"])) }
    if environment["DISPLAY"] != nil {
      channels.append(.program(["xclip", "-selection", "clipboard", "-in"]))
      channels.append(.program(["xsel", "--clipboard", "--input"]))
    }
    if environment["TMUX"] != nil {
      channels.append(.terminal(.tmux))
    } else if environment["STY"] != nil {
      channels.append(.terminal(.screen))
    } else if TerminalName.speaksXterm(name) {
      channels.append(.terminal(.none))
    }
    return channels
  }

  /// What people call it.
  package var name: String {
    switch self {
    case .program(let arguments): arguments[0]
    case .terminal(.none): "OSC 52"
    case .terminal(.tmux): "OSC 52 through tmux"
    case .terminal(.screen): "OSC 52 through screen"
    }
  }
}
