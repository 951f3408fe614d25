import CPseudoTerminal
import Glibc
import TestSupport

/// A program on a pseudo-terminal of 80x24 whose bytes are timed as they come.
///
/// The program runs as for a person: nothing tells it that it is measured.
final class ScreenSession {
  private(set) var screen = ScreenModel(columns: 80, rows: 24)
  let figures: ProcessFigures

  private let started: ContinuousClock.Instant
  private var controller: Int32 = -1
  private var latest: ContinuousClock.Instant
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private var answered = 0
  private var isEnded = false

  private static let patience = Duration.seconds(60)
  /// Making a store of a million customers with their history takes minutes.
  private static let longPatience = Duration.seconds(1_800)

  /// Starts a program whose home is `home`.
  init(_ path: String, _ arguments: [String], home: String) throws {
    let variables = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(home)",
    ]
    var argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
    var variablePointers = variables.map { strdup($0) } + [nil]
    defer { for pointer in argumentPointers + variablePointers { free(pointer) } }
    started = .now
    latest = started
    let process = pt_spawn(
      path,
      &argumentPointers,
      &variablePointers,
      24,
      80,
      -1,
      &controller
    )
    figures = ProcessFigures(process: process)
    guard process > 0 else { throw ScreensError.notStarted(path) }
  }

  deinit {
    close(controller)
    if !isEnded, figures.process > 0 {
      kill(figures.process, SIGKILL)
      var status: Int32 = 0
      waitpid(figures.process, &status, 0)
    }
  }

  /// Waits until the screen is as it should be; returns the time from the start to the bytes that
  /// made it so.
  @discardableResult
  func wait(for what: String, until isReached: (ScreenModel) -> Bool) throws -> Duration {
    let deadline = ContinuousClock.now + Self.patience
    while !isReached(screen) {
      guard ContinuousClock.now < deadline else {
        throw ScreensError.notShown(what, screen: screen.text)
      }
      show(receive(within: 20))
    }
    return latest - started
  }

  /// Types what makes one key; the time until the screen is as it should be.
  func press(
    _ key: String,
    until what: String,
    _ isReached: (ScreenModel) -> Bool
  ) throws -> Duration {
    show(receive(within: 0))
    let sent = ContinuousClock.now
    send(key)
    return try wait(for: what, until: isReached) - (sent - started)
  }

  /// Types what makes one key, and reads until the program sleeps again for `quiet` looks, 5 ms apart.
  ///
  /// The screen is drawn after that, so that drawing does not delay what is timed.
  func press(_ key: String, quiet needed: Int = 2) throws -> Keystroke {
    show(receive(within: 0))
    let sent = ContinuousClock.now
    let deadline = sent + Self.patience
    send(key)
    var times: (first: ContinuousClock.Instant, last: ContinuousClock.Instant)?
    var drawn: [UInt8] = []
    var quiet = 0
    while quiet < needed || times == nil {
      let bytes = receive(within: 5)
      if bytes.isEmpty {
        quiet = pt_unread(controller) == 0 && figures.isAsleep ? quiet + 1 : 0
      } else {
        times = (times?.first ?? latest, latest)
        drawn += bytes
        quiet = 0
      }
      guard ContinuousClock.now < deadline else {
        throw ScreensError.notShown(
          "anything new after \(key.debugDescription)",
          screen: screen.text
        )
      }
    }
    show(drawn)
    guard let times else { throw ScreensError.failed("the clock") }
    return Keystroke(first: times.first - sent, settled: times.last - sent, bytes: drawn.count)
  }

  /// Lets the program be for a while; returns how many bytes it drew.
  func idle(for time: Duration) -> Int {
    let deadline = ContinuousClock.now + time
    var count = 0
    while ContinuousClock.now < deadline {
      let bytes = receive(within: 50)
      count += bytes.count
      show(bytes)
    }
    return count
  }

  /// Lets the program be until what it does behind its first screen is done.
  func rest() {
    let deadline = ContinuousClock.now + Self.patience
    var quiet = 0
    while quiet < 10, ContinuousClock.now < deadline {
      let isQuiet = idle(for: .milliseconds(50)) == 0 && figures.isAsleep
      quiet = isQuiet ? quiet + 1 : 0
    }
  }

  /// Escape is a key only after 25 ms without a byte, in which a clock may be drawn.
  func pressEscape() throws -> Keystroke { try press("\u{1B}", quiet: 8) }

  /// Waits for the program's end; throws unless it ended well.
  func waitForExit(of what: String) throws {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + Self.longPatience
    while waitpid(figures.process, &status, WNOHANG) != figures.process {
      guard ContinuousClock.now < deadline else { throw ScreensError.failed(what) }
      show(receive(within: 5))
    }
    isEnded = true
    guard status == 0 else { throw ScreensError.failed("\(what): \(screen.text)") }
  }

  private func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(controller, bytes, bytes.count)
  }

  private func receive(within milliseconds: Int32) -> [UInt8] {
    var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return [] }
    let count = read(controller, &buffer, buffer.count)
    guard count > 0 else {
      // The program has ended; its caller must not spin.
      poll(nil, 0, 1)
      return []
    }
    latest = .now
    return Array(buffer[..<count])
  }

  private func show(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    screen.feed(bytes)
    // Answered as xterm does: a program may wait for that before it draws.
    for question in screen.questions[answered...] {
      switch question {
      case "CSI c": send("\u{1B}[?62;22c")
      case "CSI ?2026$p": send("\u{1B}[?2026;2$y")
      case "OSC 11;?": send("\u{1B}]11;rgb:1c1c/2020/3030\u{1B}\\")
      default: break
      }
    }
    answered = screen.questions.count
  }
}
