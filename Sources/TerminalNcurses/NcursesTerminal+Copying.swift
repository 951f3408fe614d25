import Dispatch
package import Terminal

extension NcursesTerminal {
  package func copy(_ text: String, report: @escaping @Sendable (ClipboardOutcome) -> Void) {
    guard isOpen else { return report(.notPossible(reason: "the terminal is closed")) }
    guard clipboard.mayWait else {
      return report(clipboard.copy(text) { device.write($0) })
    }
    let (clipboard, outbox, wake) = (clipboard, outbox, wake)
    DispatchQueue.global(qos: .userInitiated).async {
      let outcome = clipboard.copy(text) { bytes in
        outbox.append(bytes)
        wake()
      }
      report(outcome)
    }
  }
}
