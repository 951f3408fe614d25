import CTerminal
import Glibc
package import Terminal

extension NcursesTerminal {
  package func run(_ arguments: [String]) -> ProgramOutcome {
    guard isOpen else { return .notStarted(reason: "the terminal is closed") }
    guard let program = arguments.first, let path = Self.path(of: program) else {
      return .notStarted(reason: "there is no such program")
    }
    leaveModes()
    ct_suspend()
    let outcome = Self.run(path, arguments, on: device)
    resume()
    // What was meant for the program is not for us; the window may have changed, or be gone.
    let ours: Set<Int32> = [SIGTERM, SIGHUP, SIGWINCH]
    for number in signalPipe.drain().map(Int32.init) where ours.contains(number) {
      take(signal: number)
    }
    return outcome
  }

  private static func path(of program: String) -> String? {
    program.contains("/") ? program : ChildProcess.path(of: program, .process)
  }

  private static func run(
    _ path: String,
    _ arguments: [String],
    on device: TerminalDevice
  ) -> ProgramOutcome {
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var status: Int32 = 0
    let error = ct_run(path, &pointers, device.descriptor, &status)
    guard error == 0 else {
      let reason = strerror(error).map { String(cString: $0) } ?? "error \(error)"
      return .notStarted(reason: reason)
    }
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
  }
}
