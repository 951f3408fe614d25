import CColumns

/// Runs a program over all rows, some thousand rows at a time, so that what is in between stays in
/// the processor's nearest cache.
///
/// For conditions that are never broken: an answer is two bits, whether it is *in* and whether it is
/// *in or unknown*. `ColumnWords` is for the others.
struct ColumnBlocks: ~Copyable {
  private typealias Words = UnsafeMutablePointer<UInt64>

  private let conditions: [AnswerMap]
  private let scratch: UnsafeMutableBufferPointer<UInt64>
  /// The first word and the number of words of the current block.
  private var start = 0
  private var size = 0

  /// Words of 64 rows in a block: two results of 4 KiB each.
  private static let blockSize = 512

  init(_ conditions: [AnswerMap], depth: Int) {
    self.conditions = conditions
    scratch = .allocate(capacity: 2 * depth * Self.blockSize)
    scratch.initialize(repeating: 0)
  }

  deinit { scratch.deallocate() }

  /// Hands out the result of each block: its first word, which rows are in, which in or unknown.
  mutating func run(
    _ program: ColumnProgram,
    words: Int,
    _ body: (Int, _ isIn: UnsafeBufferPointer<UInt64>, _ possible: UnsafeBufferPointer<UInt64>) ->
      Void
  ) {
    for start in stride(from: 0, to: words, by: Self.blockSize) {
      self.start = start
      size = min(Self.blockSize, words - start)
      run(program, 0)
      let (isIn, possible) = slot(0)
      body(
        start,
        UnsafeBufferPointer(start: isIn, count: size),
        UnsafeBufferPointer(start: possible, count: size)
      )
    }
  }

  private func slot(_ number: Int) -> (isIn: Words, possible: Words) {
    let first = scratch.baseAddress.map { $0 + 2 * number * Self.blockSize }
    guard let first else { preconditionFailure("there is scratch for every block") }
    return (first, first + Self.blockSize)
  }

  private func words(_ map: BitMap) -> UnsafePointer<UInt64>? {
    map.words.baseAddress.map { $0 + start }
  }

  private func run(_ program: ColumnProgram, _ number: Int) {
    let (isIn, possible) = slot(number)
    switch program {
    case .constant(let answer):
      isIn.update(repeating: answer == .in ? .max : 0, count: size)
      possible.update(repeating: answer == .out ? 0 : .max, count: size)
    case .condition(let position):
      let map = conditions[position]
      guard let source = words(map.isIn) else { return }
      isIn.update(from: source, count: size)
      possible.update(from: source, count: size)
      if let unknown = map.unknown { columns_or(possible, words(unknown), size) }
    case .and(let parts): junction(parts, number, isAnd: true)
    case .or(let parts): junction(parts, number, isAnd: false)
    case .not(let part):
      run(part, number)
      columns_negate(isIn, possible, size)
    case .branch(let condition, let then, let otherwise):
      run(condition, number)
      run(then, number + 1)
      run(otherwise, number + 2)
      let (one, other) = (slot(number + 1), slot(number + 2))
      columns_branch(
        isIn,
        possible,
        one.isIn,
        one.possible,
        other.isIn,
        other.possible,
        size
      )
    }
  }

  private func junction(_ parts: [ColumnProgram], _ number: Int, isAnd: Bool) {
    let (isIn, possible) = slot(number)
    run(parts[0], number)
    for part in parts.dropFirst() {
      if case .condition(let position) = part {
        let map = conditions[position]
        let source = words(map.isIn)
        if isAnd { columns_and(isIn, source, size) } else { columns_or(isIn, source, size) }
        let unknown = map.unknown?.words.baseAddress.map { $0 + start }
        switch (unknown, isAnd) {
        case (nil, true): columns_and(possible, source, size)
        case (nil, false): columns_or(possible, source, size)
        case (let unknown, true): columns_and_either(possible, source, unknown, size)
        case (let unknown, false): columns_or_either(possible, source, unknown, size)
        }
      } else {
        run(part, number + 1)
        let other = slot(number + 1)
        if isAnd {
          columns_and(isIn, other.isIn, size)
          columns_and(possible, other.possible, size)
        } else {
          columns_or(isIn, other.isIn, size)
          columns_or(possible, other.possible, size)
        }
      }
    }
  }
}
