import CTerminal
import Glibc
import Terminal
import TestSupport
import Testing

@testable import TerminalNcurses

/// The shim on terminals without a program behind them.
///
/// Curses and the locale belong to the whole process, so these run one after the other.
@Suite(.serialized) struct CursesTests {
  /// What curses writes for some rows, as a screen.
  private func screen(
    _ term: String,
    _ color: ct_color,
    columns: Int = 20,
    _ rows: [[ct_cell]]
  ) throws -> (screen: ScreenModel, bytes: [UInt8]) {
    _ = ct_adopt_locale()
    let pair = try BareTerminal(columns: columns, rows: 4)
    #expect(ct_open(term, pair.terminal, color) == CT_OPENED)
    for (y, row) in rows.enumerated() { ct_put_row(Int32(y), row, Int32(row.count)) }
    ct_present()
    let bytes = pair.written()
    ct_close()
    var screen = ScreenModel(columns: columns, rows: 4)
    screen.feed(bytes)
    return (screen, bytes)
  }

  private func cell(
    _ scalars: [UInt32],
    width: UInt8 = 1,
    foreground: Int32 = -1,
    background: Int32 = -1,
    attributes: ct_attribute...
  ) -> ct_cell {
    var cell = ct_cell()
    withUnsafeMutableBytes(of: &cell.scalars) { bytes in
      for (place, scalar) in zip(bytes.bindMemory(to: UInt32.self).indices, scalars) {
        bytes.storeBytes(of: scalar, toByteOffset: 4 * place, as: UInt32.self)
      }
    }
    cell.width = width
    cell.foreground = foreground
    cell.background = background
    cell.attributes = attributes.reduce(0) { $0 | UInt16($1.rawValue) }
    return cell
  }

  private func cells(_ text: String) -> [ct_cell] {
    text.unicodeScalars.map { cell([$0.value], width: UInt8(DisplayWidth.columns(of: $0) ?? 1)) }
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "xterm", "linux", "screen", "vt100", "ansi"])
  func `every terminal with a cursor shows text`(term: String) throws {
    let result = try screen(term, CT_COLOR_ENTRY, [cells("Zoë 界 │"), cells("second")])
    #expect(result.screen.lines.prefix(2) == ["Zoë 界 │", "second"])
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100"])
  func `24-bit colours need no installed description`(term: String) throws {
    let before = getenv("TERMINFO").map { String(cString: $0) }
    let row = [
      cell([0x61], foreground: 0x102030, background: 0xFFFEFD, attributes: CT_BOLD),
      cell([0x62], foreground: 3), cell([0x63], foreground: 12), cell([0x64], foreground: 200),
      cell([0x65], background: 0x0001FF),
    ]
    let result = try screen(term, CT_COLOR_DIRECT, [row])
    let styles = (0..<5).map { Set(result.screen.place(x: $0, y: 0).style) }
    #expect(styles[0].isSuperset(of: ["1", "38;2;16;32;48", "48;2;255;254;253"]))
    #expect(styles[1] == ["33"] && styles[2] == ["94"] && styles[3] == ["38;5;200"])
    #expect(styles[4] == ["48;2;0;1;255"])
    #expect(getenv("TERMINFO").map { String(cString: $0) } == before)
  }

  @Test func `eight colours show bright ones bold, and no colours none`() throws {
    let row = [cell([0x61], foreground: 9), cell([0x62], foreground: 200, attributes: CT_REVERSE)]
    let eight = try screen("xterm", CT_COLOR_ENTRY, [row]).screen
    #expect(Set(eight.place(x: 0, y: 0).style) == ["1", "31"])
    #expect(eight.place(x: 1, y: 0).style == ["7"])
    let none = try screen("xterm-256color", CT_COLOR_NONE, [row]).screen
    #expect(none.place(x: 0, y: 0).style.isEmpty)
  }

  @Test func `all attributes arrive`() throws {
    let row = [
      cell([0x61], attributes: CT_BOLD, CT_UNDERLINE), cell([0x62], attributes: CT_ITALIC),
      cell([0x63], attributes: CT_DIM), cell([0x64], attributes: CT_REVERSE),
    ]
    let screen = try screen("xterm-256color", CT_COLOR_ENTRY, [row]).screen
    #expect(
      (0..<4).map { Set(screen.place(x: $0, y: 0).style) } == [["1", "4"], ["3"], ["2"], ["7"]]
    )
  }

  @Test func `marks stay with their letter`() throws {
    let row = [cell([0x65, 0x301, 0x323]), cell([0x78])]
    #expect(
      try screen("xterm-256color", CT_COLOR_ENTRY, [row]).screen.lines[0] == "e\u{301}\u{323}x"
    )
  }

  @Test func `no control, and nothing of another width, leaves the shim`() throws {
    let hostile: [UInt32] = [0x1B, 0x07, 0x9B, 0x7F, 0x202E, 0x200B, 0xFEFF, 0x0A, 0]
    let row = hostile.map { cell([$0]) } + [cell([0x754C]), cell([0x61], width: 2), cell([0x7A])]
    let result = try screen("xterm-256color", CT_COLOR_ENTRY, [row])
    #expect(result.screen.lines[0] == String(repeating: "\u{FFFD}", count: 12) + "z")
    #expect(result.screen.bells == 0 && result.screen.unknown.isEmpty)
  }

  @Test func `a wide cell at the edge becomes a space and rows never overflow`() throws {
    let result = try screen(
      "xterm-256color",
      CT_COLOR_ENTRY,
      columns: 5,
      [
        cells("abcd界"), cells("abcdefghij"), cells("界界x"),
      ]
    )
    #expect(result.screen.lines == ["abcd", "abcde", "界界x", ""])
  }

  @Test func `what cannot be opened is said and leaves nothing behind`() throws {
    let pair = try BareTerminal(columns: 20, rows: 4)
    #expect(ct_open("dumb", pair.terminal, CT_COLOR_ENTRY) == CT_UNKNOWN_TERMINAL)
    #expect(ct_open("no-such-terminal", pair.terminal, CT_COLOR_DIRECT) == CT_UNKNOWN_TERMINAL)
    #expect(ct_open("xterm", pair.terminal, CT_COLOR_ENTRY) == CT_OPENED)
    #expect(ct_open("xterm", pair.terminal, CT_COLOR_ENTRY) == CT_FAILED)
    #expect(!pair.isCooked)
    ct_close()
    ct_close()
    #expect(pair.isCooked)
  }

  @Test func `without a terminal a file is drawn on`() throws {
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    #expect(ct_open("xterm-256color", null, CT_COLOR_ENTRY) == CT_OPENED)
    ct_resize(50, 200)
    ct_put_row(49, cells("last"), 4)
    ct_put_row(50, cells("none"), 4)
    ct_present()
    ct_close()
  }

  @Test func `a size is followed`() throws {
    let pair = try BareTerminal(columns: 20, rows: 4)
    #expect(ct_open("xterm-256color", pair.terminal, CT_COLOR_ENTRY) == CT_OPENED)
    defer { ct_close() }
    for (columns, rows) in [(40, 10), (1, 1), (200, 60)] {
      ct_resize(Int32(rows), Int32(columns))
      for y in 0..<rows { ct_put_row(Int32(y), cells("x界"), 2) }
      ct_present()
      var screen = ScreenModel(columns: columns, rows: rows)
      screen.feed(pair.written())
      #expect(screen.lines == Array(repeating: columns == 1 ? "x" : "x界", count: rows))
    }
  }

  @Test func `the C library and the table agree on what people write`() {
    _ = ct_adopt_locale()
    let differing = (0x20...0xFFFF).compactMap { value -> Unicode.Scalar? in
      guard let scalar = Unicode.Scalar(UInt32(value)),
        let columns = DisplayWidth.columns(of: scalar)
      else { return nil }
      return ct_width(scalar.value) == Int32(columns) ? nil : scalar
    }
    // Those that differ are shown as U+FFFD: few, and no letters of living alphabets of Europe.
    #expect(differing.count < 600, "\(differing.count)")
    #expect(!differing.contains { $0.value < 0x300 || (0x370..<0x530).contains($0.value) })
    #expect(!differing.contains { (0x2500..<0x2600).contains($0.value) })
  }

  @Test func `the doctor finds fault with a dumb terminal and none with a good one`() throws {
    let dumb = TerminalDoctor(environment: TerminalEnvironment(["TERM": "dumb"])).examine()
    #expect(dumb.first?.name == "TERM" && dumb.first?.advice != nil)
    let good = TerminalDoctor(
      environment: TerminalEnvironment(["TERM": "xterm-kitty", "COLORTERM": "truecolor"])
    ).examine()
    #expect(good.first?.advice == nil)
    let colors = try #require(good.first { $0.name == "colours" })
    #expect(colors.value.hasPrefix("24-bit (COLORTERM says so)"))
    #expect(good.contains { $0.name == "clipboard" && $0.value.hasPrefix("OSC 52") })
    #expect(good.contains { $0.name == "curses" && $0.value.hasPrefix("ncurses 6") })
  }
}
