import Glibc
import Terminal
import TerminalNcurses

/// A program that shows what its terminal tells it and does on command what may go wrong.
@main
struct TerminalProbe {
  private let terminal: NcursesTerminal
  private var heard: [String] = []
  private var fill: Int?
  private var dots = 0
  private var hasMouse = false
  private let mailbox: Mailbox<String>
  private let work = Work()

  /// Messages that are still to come.
  private final class Work {
    var expected = 0
  }

  static func main() {
    do throws(TerminalError) {
      var probe = try TerminalProbe()
      probe.run()
    } catch {
      print(error)
      exit(2)
    }
  }

  private init() throws(TerminalError) {
    let arguments = CommandLine.arguments
    var options = TerminalOptions(asksTerminal: arguments.contains("--ask"))
    if let index = arguments.firstIndex(of: "--log"), index + 1 < arguments.count {
      options.logPath = arguments[index + 1]
    }
    if arguments.contains("--mono") { options.depth = .mono }
    terminal = try NcursesTerminal(options)
    mailbox = Mailbox(wake: terminal.wake)
    let work = work
    terminal.isWorking = { work.expected > 0 }
  }

  private mutating func run() {
    var mayRun = true
    while mayRun {
      terminal.present(frame(), theme: .plain)
      for event in terminal.events(until: nil) {
        heard.append(words(for: event))
        if event == .closed { mayRun = false }
        if case .key(.character(let letter)) = event { mayRun = mayRun && act(on: letter) }
      }
      let messages = mailbox.drain()
      work.expected -= messages.count
      heard += messages
    }
    terminal.close()
    print("left")
  }

  private func words(for event: Event) -> String {
    switch event {
    case .key(let key): "key(\(KeyChord(key)))"
    case .mouse(let mouse): "mouse(\(mouse.action) \(mouse.at.x) \(mouse.at.y))"
    case .resize(let size): "resize(\(size))"
    default: "\(event)"
    }
  }

  /// A screen full of letters, of which no two neighbours are alike.
  private func letters(from start: Int) -> Canvas {
    var canvas = Canvas(size: terminal.size)
    for y in 0..<terminal.size.rows {
      let line = (0..<terminal.size.columns).map { x in
        Character(Unicode.Scalar(UInt8(0x61 + (start + x * 7 + y * 3) % 26)))
      }
      canvas.put(String(line), at: Point(x: 0, y: y))
    }
    return canvas
  }

  private func frame() -> Frame {
    var canvas = Canvas(size: terminal.size)
    if let fill { return Frame(canvas: letters(from: fill), title: "probe") }
    var lines = [
      "probe \(terminal.size) \(terminal.name) \(terminal.depth)",
      "unicode \(terminal.isUnicode) background \(terminal.background?.hex ?? "unknown")"
        + " pid \(getpid())",
      "Zoë 界 │ \(String(repeating: ".", count: dots))",
    ]
    lines += heard.suffix(max(0, terminal.size.rows - lines.count))
    for (y, line) in lines.enumerated() { canvas.put(line, at: Point(x: 0, y: y)) }
    return Frame(
      canvas: canvas,
      cursor: Point(x: 2, y: 1),
      title: "probe \u{7}title",
      mouse: hasMouse
    )
  }

  /// False to leave.
  private mutating func act(on letter: Character) -> Bool {
    switch letter {
    case "q": return false
    case "F": fill = 0
    case "G": fill = 1
    case "H": fill = nil
    case ".":
      heard.removeLast()
      dots += 1
    case ",": heard.removeLast()
    case "m": hasMouse.toggle()
    case "b": terminal.bell()
    case "s": terminal.suspend()
    case "c":
      work.expected += 1
      let mailbox = mailbox
      terminal.copy("größer") { mailbox.post($0.words) }
    case "w":
      work.expected += 1
      let mailbox = mailbox
      Task.detached { mailbox.post("woken") }
    case "e": exit(7)
    case "p": _ = write(STDERR_FILENO, "a stray message\n", 16)
    case "a": abort()
    case "t": trap()
    case "o": print(overflow(1))
    case "v": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    default: break
    }
    return true
  }

  private func trap() {
    let nothing: [Int] = []
    print(nothing[dots])
  }

  private func overflow(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4_096) { bytes in
      bytes.initialize(repeating: UInt8(truncatingIfNeeded: depth))
      return overflow(depth + 1) + Int(bytes[depth % 4_096])
    }
  }
}
