package import Terminal

/// Copies a text by the first channel that takes it.
package struct Clipboard: Sendable {
  package let channels: [ClipboardChannel]
  let environment: TerminalEnvironment

  package init(environment: TerminalEnvironment, name: String) {
    channels = ClipboardChannel.available(in: environment, name: name)
    self.environment = environment
  }

  /// Whether `copy` may take up to a second for each program, and belongs on another thread.
  package var mayWait: Bool {
    channels.contains { if case .program = $0 { true } else { false } }
  }

  /// Tries the channels; `send` passes bytes on to the terminal.
  package func copy(_ text: String, send: ([UInt8]) -> Void) -> ClipboardOutcome {
    guard !channels.isEmpty else {
      return .notPossible(reason: "this terminal has no clipboard")
    }
    var reason = ""
    for channel in channels {
      switch channel {
      case .program(let arguments):
        let outcome = ChildProcess.run(
          arguments,
          input: Array(text.utf8),
          environment: environment
        )
        switch outcome {
        case .exited(status: 0, _): return .copied(channel: channel.name)
        case .exited(let status, _): reason = "\(channel.name) failed with status \(status)"
        case .notStarted: reason = "\(channel.name) is not installed"
        case .tookTooLong: reason = "\(channel.name) did not answer within a second"
        }
      case .terminal(let wrapping):
        guard let bytes = EscapeWriter.clipboard(text, wrapping: wrapping) else {
          return .notPossible(reason: "too long for the terminal's clipboard")
        }
        send(bytes)
        return .sent(channel: channel.name)
      }
    }
    return .notPossible(reason: reason)
  }
}
