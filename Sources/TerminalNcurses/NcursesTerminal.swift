import CTerminal
import Glibc
import Synchronization
package import Terminal

/// The terminal of this process, drawn by curses.
///
/// Belongs to the thread that opened it, but for `wake`. Curses only draws: bytes are read and
/// decoded here, so that nothing waits inside it. One may be open at a time.
package final class NcursesTerminal: TerminalBackend {
  package internal(set) var size: Size
  package let depth: ColorDepth
  /// Why `depth` was chosen.
  package let depthReason: String
  /// The name of the description in use, which need not be TERM.
  package let name: String
  /// Whether characters are sent as UTF-8; if not, only ASCII arrives.
  package let isUnicode: Bool
  /// The background's colour, if the terminal was asked and told.
  package let background: RGB?
  /// Asked before sleeping: whether work that will post a message is under way.
  ///
  /// Only tests that wait for the program to settle depend on it.
  package var isWorking: () -> Bool = { false }

  let device: TerminalDevice
  let speaksXterm: Bool
  let isDirect: Bool
  let standardError: StandardError
  let clipboard: Clipboard
  let wakePipe: Pipe
  let signalPipe: Pipe
  /// Bytes that other threads want written.
  let outbox = Outbox()
  /// Tells a test that the program is about to sleep; -1: nobody asked.
  let settledDescriptor: Int32
  /// How long an Escape waits for what makes it a sequence.
  let escapeDelay: Duration

  var isOpen = true
  var decoder: InputDecoder
  var patienceEnds: ContinuousClock.Instant?
  var pending = EventBatch()
  var lastPress: (point: Point, at: ContinuousClock.Instant)?

  var shown: (frame: Frame, theme: ResolvedTheme)?
  var cells: [ct_cell] = []
  var title = ""
  var isMouseOn = false
  var mayUpdateAtOnce = false

  /// Opens the terminal: full screen, raw input, with the handlers that give it back whatever
  /// happens.
  package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let environment = options.environment
    let terminal = TerminalName(environment)
    let (name, described) = try Self.describe(terminal)
    device = try TerminalDevice()
    self.name = name
    speaksXterm = TerminalName.speaksXterm(name)
    isUnicode = ct_adopt_locale()
    let asks = options.asksTerminal && speaksXterm
    let interview = asks ? Interview(device) : Interview()
    background = interview.background
    decoder = interview.decoder
    let wanted = DetectedDepth(
      setting: options.depth,
      environment: environment,
      colors: Int(described.colors),
      confirmed: interview.hasDirectColor
    )
    do throws(TerminalError) {
      wakePipe = try Pipe()
      signalPipe = try Pipe()
    } catch {
      device.close()
      throw error
    }
    _ = ct_signals_install(signalPipe.input)
    do throws(TerminalError) {
      isDirect = try Self.open(name, device, wanted.depth, colors: Int(described.colors))
    } catch {
      ct_signals_remove()
      device.close()
      throw error
    }
    let isLess = wanted.depth == .trueColor && !isDirect
    depth = isLess ? ColorDepth(colors: Int(described.colors)) : wanted.depth
    depthReason = isLess ? "curses cannot send more" : wanted.reason
    size = Self.windowSize(device, environment)
    ct_resize(Int32(size.rows), Int32(size.columns))
    standardError = StandardError(logPath: options.logPath)
    clipboard = Clipboard(environment: environment, name: name)
    settledDescriptor = Self.settledDescriptor(environment)
    escapeDelay = .milliseconds(
      environment["ESCDELAY"].flatMap { Int($0) }.map { min(max($0, 1), 1_000) } ?? 25
    )
    let leave = speaksXterm ? EscapeWriter.leaveModes : []
    _ = ct_crash_restore_install(device.descriptor, standardError.original, leave, leave.count)
    for input in interview.early { take(input) }
    enterModes()
    if speaksXterm { device.write(EscapeWriter.askUpdates) }
  }

  deinit { close() }

  package var wake: @Sendable () -> Void {
    let wakePipe = wakePipe
    return { wakePipe.signal() }
  }

  package func bell() {
    if isOpen { device.write(EscapeWriter.bell) }
  }

  package func close() {
    guard isOpen else { return }
    isOpen = false
    leaveModes()
    ct_close()
    ct_crash_restore_remove()
    ct_signals_remove()
    standardError.close()
    device.close()
  }

  /// Switches on what curses does not.
  func enterModes() {
    standardError.redirect()
    guard speaksXterm else { return }
    device.write(EscapeWriter.enterModes)
    if isMouseOn { device.write(EscapeWriter.mouse(true)) }
    if !title.isEmpty { device.write(EscapeWriter.title(title)) }
  }

  func leaveModes() {
    if speaksXterm { device.write(EscapeWriter.leaveModes) }
    standardError.restore()
  }
}

// MARK: Opening

extension NcursesTerminal {
  private static func describe(
    _ terminal: TerminalName
  ) throws(TerminalError) -> (name: String, ct_capabilities) {
    guard let given = terminal.given else { throw .noName }
    for name in terminal.candidates {
      var described = ct_capabilities()
      if ct_describe(name, &described) {
        // A description without cursor movement is the truth about a terminal: no guess beats it.
        guard described.addressable else { break }
        return (name, described)
      }
    }
    throw .unsuitable(name: Text.lineSafe(given))
  }

  /// Opens the screen; returns whether it takes direct colours.
  private static func open(
    _ name: String,
    _ device: TerminalDevice,
    _ depth: ColorDepth,
    colors: Int
  ) throws(TerminalError) -> Bool {
    if depth > ColorDepth(colors: colors) {
      let result = ct_open(name, device.descriptor, CT_COLOR_DIRECT)
      if result == CT_OPENED { return true }
    }
    let color = depth == .mono ? CT_COLOR_NONE : CT_COLOR_ENTRY
    switch ct_open(name, device.descriptor, color) {
    case CT_OPENED: return false
    case CT_UNKNOWN_TERMINAL: throw .unsuitable(name: name)
    default: throw .failed(reason: "curses refuses it")
    }
  }

  /// The window's size; where the kernel does not know it, as on a serial line, the variables'.
  private static func windowSize(
    _ device: TerminalDevice,
    _ environment: TerminalEnvironment
  ) -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    if ct_window_size(device.descriptor, &rows, &columns) {
      return Size(columns: Int(columns), rows: Int(rows))
    }
    func number(_ name: String, _ usual: Int) -> Int {
      environment[name].flatMap { Int($0) }.map { min(max($0, 1), 1_000) } ?? usual
    }
    return Size(columns: number("COLUMNS", 80), rows: number("LINES", 24))
  }

  private static func settledDescriptor(_ environment: TerminalEnvironment) -> Int32 {
    guard let number = environment["RAPPORT_TEST_FD"].flatMap({ Int32($0) }), number > 2,
      fcntl(number, F_SETFD, FD_CLOEXEC) == 0
    else { return -1 }
    return number
  }
}
