import Terminal

/// The screen of a terminal that understands what curses sends for xterm and its relatives.
///
/// For tests: it keeps what a person would see and which modes are on, and traps on nothing.
package struct ScreenModel: Sendable {
  package struct Place: Hashable, Sendable {
    package var text = " "
    /// The parameters of SGR in force, as `1`, `38;2;1;2;3`.
    package var style: [String] = []
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  package private(set) var cursor: (x: Int, y: Int) = (0, 0)
  package private(set) var title = ""
  /// Private modes that are on, as 1049 (alternate screen) or 2004 (bracketed paste).
  package private(set) var modes: Set<Int> = [25]
  /// What was put on the clipboard by OSC 52, in base64, in order.
  package private(set) var copied: [String] = []
  package private(set) var bells = 0
  /// Control sequences that ask for an answer, in order.
  package private(set) var questions: [String] = []
  /// What is not understood; empty in a test that trusts the screen.
  package private(set) var unknown: [String] = []

  private var grid: [[Place]]
  private var mainGrid: [[Place]] = []
  private var mainCursor = (x: 0, y: 0)
  private var saved = (x: 0, y: 0)
  private var style: [String] = []
  private var region: Range<Int>
  private var wraps = false
  private var last = " "
  private var parser = ControlParser()

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    grid = Self.blank(columns, rows)
    region = 0..<rows
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Place]] {
    Array(repeating: Array(repeating: Place(), count: columns), count: rows)
  }

  package var isAlternate: Bool { modes.contains(1049) }
  package var isCursorVisible: Bool { modes.contains(25) }

  /// The rows as a person reads them, without spaces at the end.
  package var lines: [String] {
    grid.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  package var text: String { lines.joined(separator: "\n") }

  package func place(x: Int, y: Int) -> Place {
    grid.indices.contains(y) && grid[y].indices.contains(x) ? grid[y][x] : Place()
  }

  package mutating func resize(columns: Int, rows: Int) {
    func fitted(_ grid: [[Place]]) -> [[Place]] {
      (0..<rows).map { y in
        (0..<columns).map { x in y < grid.count && x < grid[y].count ? grid[y][x] : Place() }
      }
    }
    grid = fitted(grid)
    if !mainGrid.isEmpty { mainGrid = fitted(mainGrid) }
    (self.columns, self.rows) = (columns, rows)
    region = 0..<rows
    moveTo(x: cursor.x, y: cursor.y)
  }

  package mutating func feed(_ bytes: [UInt8]) {
    for token in parser.parse(bytes) { take(token) }
  }

  private mutating func take(_ token: ControlParser.Token) {
    switch token {
    case .scalar(let scalar): print(scalar)
    case .control(let byte): control(byte)
    case .escape(let intermediates, let final): escape(intermediates, final)
    case .sequence(let sequence): self.sequence(sequence)
    case .string(let kind, let text): string(kind, text)
    }
  }

  // MARK: Text

  private mutating func print(_ scalar: Unicode.Scalar) {
    let width = DisplayWidth.columns(of: scalar) ?? 1
    guard width > 0 else {
      let x = wraps ? cursor.x : max(0, cursor.x - 1)
      grid[cursor.y][x].text.unicodeScalars.append(scalar)
      return
    }
    if wraps || cursor.x + width > columns {
      cursor.x = 0
      lineFeed()
    }
    wraps = false
    last = String(scalar)
    grid[cursor.y][cursor.x] = Place(text: last, style: style)
    if width == 2, cursor.x + 1 < columns {
      grid[cursor.y][cursor.x + 1] = Place(text: "", style: style)
    }
    if cursor.x + width >= columns {
      cursor.x = columns - 1
      wraps = true
    } else {
      cursor.x += width
    }
  }

  private mutating func lineFeed() {
    if cursor.y == region.upperBound - 1 {
      scroll(up: 1)
    } else if cursor.y < rows - 1 {
      cursor.y += 1
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: moveTo(x: cursor.x - 1, y: cursor.y)
    case 0x09: moveTo(x: (cursor.x / 8 + 1) * 8, y: cursor.y)
    case 0x0A...0x0C:
      wraps = false
      lineFeed()
    case 0x0D: moveTo(x: 0, y: cursor.y)
    case 0x0E, 0x0F: break  // character sets
    default: unknown.append("\(byte)")
    }
  }

  private mutating func moveTo(x: Int, y: Int) {
    cursor = (min(max(x, 0), columns - 1), min(max(y, 0), rows - 1))
    wraps = false
  }

  // MARK: Sequences

  private mutating func escape(_ intermediates: String, _ final: Character) {
    switch (intermediates, final) {
    case ("", "7"): saved = cursor
    case ("", "8"): moveTo(x: saved.x, y: saved.y)
    case ("", "M"):
      if cursor.y == region.lowerBound {
        scroll(up: -1)
      } else {
        moveTo(x: cursor.x, y: cursor.y - 1)
      }
    case ("", "="), ("", ">"), ("(", _), (")", _): break
    default: unknown.append("ESC \(intermediates)\(final)")
    }
  }

  private mutating func sequence(_ sequence: ControlParser.Sequence) {
    let count = max(1, sequence[0])
    switch (sequence.marks, sequence.final) {
    case ("", "A"): moveTo(x: cursor.x, y: cursor.y - count)
    case ("", "B"): moveTo(x: cursor.x, y: cursor.y + count)
    case ("", "C"): moveTo(x: cursor.x + count, y: cursor.y)
    case ("", "D"): moveTo(x: cursor.x - count, y: cursor.y)
    case ("", "G"): moveTo(x: count - 1, y: cursor.y)
    case ("", "d"): moveTo(x: cursor.x, y: count - 1)
    case ("", "H"), ("", "f"): moveTo(x: max(1, sequence[1]) - 1, y: count - 1)
    case ("", "J"): eraseDisplay(sequence[0])
    case ("", "K"): eraseLine(sequence[0])
    case ("", "X"): fill(cursor.y, cursor.x..<min(columns, cursor.x + count))
    case ("", "P"): shift(by: -count)
    case ("", "@"): shift(by: count)
    case ("", "L"): scroll(up: -count, from: cursor.y)
    case ("", "M"): scroll(up: count, from: cursor.y)
    case ("", "S"): scroll(up: count)
    case ("", "T"): scroll(up: -count)
    case ("", "b"):
      guard let scalar = last.unicodeScalars.first else { return }
      for _ in 0..<count { print(scalar) }
    case ("", "r"):
      let end = sequence[1] == 0 ? rows : min(rows, sequence[1])
      region = min(count - 1, end - 1)..<end
      moveTo(x: 0, y: 0)
    case ("", "m"): restyle(sequence)
    case ("?", "h"), ("?", "l"):
      for mode in sequence.numbers { set(mode, sequence.final == "h") }
    case ("", "h"), ("", "l"), ("", "t"), ("!", "p"): break
    case ("", "c"), ("", "n"), ("?$", "p"): questions.append(sequence.text)
    default: unknown.append(sequence.text)
    }
  }

  private mutating func set(_ mode: Int, _ on: Bool) {
    if mode == 1049, on != isAlternate {
      if on {
        (mainGrid, mainCursor) = (grid, cursor)
        grid = Self.blank(columns, rows)
      } else {
        grid = mainGrid
        moveTo(x: mainCursor.x, y: mainCursor.y)
      }
    }
    if on { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func restyle(_ sequence: ControlParser.Sequence) {
    let numbers = sequence.numbers.isEmpty ? [0] : sequence.numbers
    var index = 0
    while index < numbers.count {
      let number = numbers[index]
      var length = 1
      if number == 38 || number == 48, index + 1 < numbers.count {
        length = numbers[index + 1] == 2 ? 5 : 3
      }
      let code = numbers[index..<min(index + length, numbers.count)].map(String.init)
        .joined(separator: ";")
      switch number {
      case 0: style = []
      case 10: break  // the usual font
      case 22...27, 39, 49: style.removeAll { Self.isEnded($0, by: number) }
      default:
        let reset = Self.reset(of: number)
        if reset == 39 || reset == 49 { style.removeAll { Self.isEnded($0, by: reset) } }
        style.append(code)
      }
      index += length
    }
  }

  private static func reset(of number: Int) -> Int {
    switch number {
    case 1, 2: 22
    case 3, 4, 5, 7: number + 20
    case 30...38, 90...97: 39
    default: 49
    }
  }

  private static func isEnded(_ code: String, by number: Int) -> Bool {
    reset(of: Int(code.split(separator: ";").first ?? "") ?? 0) == number
  }

  // MARK: Erasing and moving

  /// Blanks, with the background in force as terminals with `bce` do.
  private mutating func fill(_ y: Int, _ range: Range<Int>) {
    let paint = style.filter { Self.isEnded($0, by: 49) }
    for x in range { grid[y][x] = Place(style: paint) }
  }

  private mutating func eraseLine(_ how: Int) {
    switch how {
    case 0: fill(cursor.y, cursor.x..<columns)
    case 1: fill(cursor.y, 0..<cursor.x + 1)
    default: fill(cursor.y, 0..<columns)
    }
  }

  private mutating func eraseDisplay(_ how: Int) {
    if how == 0 || how == 1 { eraseLine(how) }
    let others = how == 0 ? cursor.y + 1..<rows : how == 1 ? 0..<cursor.y : 0..<rows
    for y in others { fill(y, 0..<columns) }
  }

  private mutating func shift(by count: Int) {
    var row = grid[cursor.y]
    let amount = min(abs(count), columns - cursor.x)
    let blanks = Array(repeating: Place(), count: amount)
    if count > 0 {
      row.insert(contentsOf: blanks, at: cursor.x)
      row.removeLast(amount)
    } else {
      row.removeSubrange(cursor.x..<cursor.x + amount)
      row += blanks
    }
    grid[cursor.y] = row
  }

  private mutating func scroll(up count: Int, from top: Int? = nil) {
    let start = top ?? region.lowerBound
    guard start >= region.lowerBound, start < region.upperBound else { return }
    let amount = min(abs(count), region.upperBound - start)
    let blanks = Self.blank(columns, amount)
    var lines = Array(grid[start..<region.upperBound])
    if count > 0 {
      lines.removeFirst(amount)
      lines += blanks
    } else {
      lines.insert(contentsOf: blanks, at: 0)
      lines.removeLast(amount)
    }
    grid.replaceSubrange(start..<region.upperBound, with: lines)
  }

  private mutating func string(_ kind: Character, _ text: String) {
    if kind == "]", text.hasPrefix("2;") {
      title = String(text.dropFirst(2))
    } else if kind == "]", text.hasPrefix("52;c;") {
      copied.append(String(text.dropFirst(5)))
    } else if kind == "]", text.hasPrefix("11;?") {
      questions.append("OSC \(text)")
    } else if kind == "P" {
      questions.append("DCS \(text)")
    } else {
      unknown.append("\(kind)\(text)")
    }
  }
}
