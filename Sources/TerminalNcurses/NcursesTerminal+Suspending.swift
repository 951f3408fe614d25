import CTerminal
import Glibc
import Terminal

extension NcursesTerminal {
  package func suspend() {
    guard isOpen else { return }
    leaveModes()
    ct_suspend()
    ct_stop()
    resume()
    // The signal that continued us has been followed; others have not.
    for number in signalPipe.drain().map(Int32.init) where number != SIGCONT && number != SIGTSTP {
      take(signal: number)
    }
  }

  /// Takes the terminal back from whoever had it and shows what was there.
  func resume() {
    ct_resume()
    enterModes()
    takeSize()
    update()
  }
}
