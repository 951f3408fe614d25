import Synchronization

/// Counts what rules say about all rows of a table.
///
/// Every condition is read by the rule engine itself, once for each distinct value of its column, so
/// that the answers are those of `Rule.answer` by construction. Its rows are kept as bit maps, which
/// rules share: a rule that is edited costs only the condition that changed.
public final class ColumnEvaluator: Sendable {
  /// What the host answers for an operation with these literal operands; nil where it cannot tell.
  public typealias HostAnswers = @Sendable (_ operation: String, _ operands: [JSON]) -> AnswerMap?

  /// The data.
  public let table: ColumnTable
  /// What rules are read with, bound to a moment.
  public let operations: Operations
  private let hostOperations: Set<String>
  private let cache: Mutex<ColumnCache>

  /// - Parameters:
  ///   - table: the data.
  ///   - operations: what rules are read with.
  ///   - hostOperations: the operations whose answer depends on the row but not on its columns.
  ///   - cacheSize: how many bytes of bit maps to keep.
  public init(
    _ table: ColumnTable,
    operations: Operations = .standard,
    hostOperations: Set<String> = [],
    cacheSize: Int = 48 << 20
  ) {
    self.table = table
    self.operations = operations
    self.hostOperations = hostOperations
    cache = Mutex(ColumnCache(limit: cacheSize))
  }

  /// What a rule says about every row.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - host: answers for `hostOperations`.
  /// - Returns: the answers; rows that the columns cannot tell about are `open`.
  public func answers(of rule: Rule, host: HostAnswers? = nil) -> AnswerMap {
    let compiled = compile(rule, host)
    let count = table.rowCount
    if let open = compiled.open {
      return AnswerMap(isIn: BitMap(count: count), unknown: open, open: open)
    }
    let isIn = HeapBytes(count: (count + 63) / 64 * 8)
    let unknown = HeapBytes(count: isIn.count)
    let broken = HeapBytes(count: compiled.mayBreak ? isIn.count : 0)
    let words = (isIn: isIn.words, unknown: unknown.words, broken: broken.words)
    if compiled.mayBreak {
      let reader = ColumnWords(conditions: compiled.maps)
      for position in words.isIn.indices {
        let word = reader.run(compiled.program, position)
        words.isIn[position] = word.isIn
        words.unknown[position] = word.unknown
        words.broken[position] = word.broken
      }
    } else {
      var blocks = ColumnBlocks(compiled.maps, depth: compiled.program.depth)
      blocks.run(compiled.program, words: words.isIn.count) { start, isIn, possible in
        for word in isIn.indices {
          words.isIn[start + word] = isIn[word]
          words.unknown[start + word] = possible[word] & ~isIn[word]
        }
      }
    }
    let map = AnswerMap(
      isIn: BitMap(count: count) { _ = $0.update(from: words.isIn) },
      unknown: Self.map(unknown, count),
      broken: compiled.mayBreak ? Self.map(broken, count) : nil
    )
    return compiled.readsRecords ? map.opened() : map
  }

  /// How often a rule gives each answer among some rows; nil where the columns cannot tell.
  public func counts(
    of rule: Rule,
    within rows: BitMap,
    host: HostAnswers? = nil
  ) -> AnswerCounts? {
    let compiled = compile(rule, host)
    guard compiled.open == nil, !compiled.readsRecords else { return nil }
    guard !compiled.mayBreak else {
      return answers(of: rule, host: host).counts(within: rows)
    }
    var counts = AnswerCounts(all: rows.cardinality)
    var blocks = ColumnBlocks(compiled.maps, depth: compiled.program.depth)
    blocks.run(compiled.program, words: rows.words.count) { start, isIn, possible in
      let rows = UnsafeBufferPointer(rebasing: rows.words[start..<start + isIn.count])
      let found = ColumnKernel.overlap(isIn, rows)
      counts.isIn += found
      counts.unknown += ColumnKernel.overlap(possible, rows) - found
    }
    return counts
  }

  private static func map(_ bytes: HeapBytes, _ count: Int) -> BitMap? {
    let map = BitMap(count: count) { _ = $0.update(from: bytes.words) }
    return map.cardinality == 0 ? nil : map
  }

  private struct Compiled {
    var program: ColumnProgram
    var maps: [AnswerMap] = []
    var mayBreak = false
    var readsRecords = false
    /// All rows, where a condition that reads records may be broken or lead to one that is.
    var open: BitMap?
  }

  private func compile(_ rule: Rule, _ host: HostAnswers?) -> Compiled {
    var maps: [AnswerMap] = []
    var readsRecords = false
    var isSafe = true
    let program = ColumnProgram(rule.root) { node in
      let (map, isConditionSafe) = self.map(of: node, in: rule, host)
      if map.open != nil {
        readsRecords = true
        isSafe = isSafe && isConditionSafe
      }
      maps.append(map)
      return maps.count - 1
    }
    var compiled = Compiled(program: program, maps: maps)
    compiled.mayBreak = maps.contains { $0.broken != nil } || program.depth > 64
    compiled.readsRecords = readsRecords
    // A branch that a record decides about may break, whatever the other answers say.
    let mayHideBreak = readsRecords && maps.contains { $0.broken != nil }
    compiled.open = isSafe && !mayHideBreak ? nil : .all(table.rowCount)
    return compiled
  }

  /// The answers of a condition, and whether none can be broken.
  private func map(
    of node: RuleNode,
    in rule: Rule,
    _ host: HostAnswers?
  ) -> (AnswerMap, isSafe: Bool) {
    let json = rule.json[node.pointer] ?? .null
    if let known = cache.withLock({ $0[json] }) { return (known, true) }
    let open = AnswerMap(.unknown, count: table.rowCount).opened()
    guard let alone = try? Rule(json, operations: operations, limits: rule.limits) else {
      return (open, false)
    }
    let condition = ColumnCondition(alone, in: table, hostOperations: hostOperations)
    switch condition.source {
    case .host(let name, let operands):
      return (host?(name, operands) ?? open, false)
    case .records:
      return (open, condition.isSafe)
    case .nothing:
      return (AnswerMap(alone.answer(JSON.object([:])), count: table.rowCount), true)
    case .columns(let columns):
      let map =
        columns.count == 1
        ? self.map(of: alone, columns[0].path, columns[0].column)
        : ColumnTuples(columns)?.answers(of: alone, count: table.rowCount)
      guard let map else { return (open, condition.isSafe) }
      cache.withLock { $0[json] = map }
      return (map, true)
    }
  }

  /// The answers of a condition of one variable.
  private func map(of condition: Rule, _ path: VariablePath, _ column: Column) -> AnswerMap {
    let runs = ColumnRuns(condition, path, column.dictionary)
    let count = table.rowCount
    let isIn = runs.codes(.in)
    let unknown = runs.codes(.unknown)
    let broken = runs.codes(.broken)
    guard isIn.count + unknown.count > ColumnKernel.manyRanges else {
      return AnswerMap(
        isIn: ColumnKernel.rows(of: column.codes, isIn, count),
        unknown: shared(unknown, path, column),
        broken: shared(broken, path, column)
      )
    }
    let (first, second) = ColumnKernel.rows(of: column, isIn, unknown, count)
    return AnswerMap(
      isIn: first,
      unknown: second.cardinality == 0 ? nil : second,
      broken: shared(broken, path, column)
    )
  }

  /// The rows with some codes, kept for other conditions: most of them lack the same values.
  private func shared(
    _ codes: [Range<Int>],
    _ path: VariablePath,
    _ column: Column
  ) -> BitMap? {
    guard !codes.isEmpty else { return nil }
    let key = ColumnCache.Rows(path: path, codes: codes)
    if let known = cache.withLock({ $0[key] }) { return known.map }
    let map = ColumnKernel.rows(of: column.codes, codes, table.rowCount)
    let found = ColumnCache.Found(map: map.cardinality == 0 ? nil : map)
    cache.withLock { $0[key] = found }
    return found.map
  }
}

extension AnswerMap {
  /// With the rows open that are unknown or broken: what is not known yet may come before that.
  fileprivate func opened() -> AnswerMap {
    var map = self
    map.open = unknown.flatMap { unknown in broken.map(unknown.union) ?? unknown } ?? broken
    return map
  }
}
