import JSONLogic
import RapportCore

/// Counts segments and rules over the customers of one moment.
struct SegmentCounter: Sendable {
  private(set) var definitions: Definitions
  let base: CustomerBase
  let deriving: CustomerDeriving
  private let observer: CountingProgress.Observer?
  let blocks: [any CustomerBlock]
  private let operations: Operations
  private let today: CalendarDate
  private(set) var graph: SegmentGraph
  let zone: Zone
  private(set) var segments: [Segment.ID: Segment]

  /// Answers of segments that were worked out already, and what was counted whatever they are.
  private var known = AnswerShelf()
  let counted = CustomerShelf()

  typealias Maps = [Segment.ID: AnswerMap]

  init(
    _ definitions: Definitions,
    _ base: CustomerBase,
    _ events: JournalEvents,
    at moment: Instant,
    observer: CountingProgress.Observer?
  ) {
    self.definitions = definitions
    self.observer = observer
    self.base = base
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    self.zone = zone
    today = zone.date(moment)
    operations = RuleOperations.bound(today: today, zone: zone)
    deriving = CustomerDeriving(
      definitions.catalog,
      CustomerHistories(events, at: moment, zone: zone)
    )
    blocks = base.blocks(operations) { [deriving] in deriving.columns(of: $0) }
    graph = SegmentGraph(definitions.segments)
    segments = Dictionary(definitions.segments.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Whether answers of that moment are the same: rules know days, and what the journals tell.
  func isFor(_ moment: Instant) throws -> Bool { try deriving.isFor(moment) }

  /// By which customers' ids are told in journals.
  var seed: UInt64 { base.snapshot.seed }

  /// The same customers with other segments; a segment that is not there any more is nil.
  func replacing(_ replacements: [(id: Segment.ID, segment: Segment?)]) -> SegmentCounter {
    guard !replacements.isEmpty else { return self }
    let ids = Set(replacements.map(\.id))
    var other = definitions
    other.segments.removeAll { ids.contains($0.id) }
    other.segments += replacements.compactMap(\.segment)
    return with(other, changed: ids) { AnswerShelf(over: known, apart: $0) }
  }

  /// The same customers under other definitions, with all answers that stay right; nil where columns
  /// or days can be others.
  func using(_ other: Definitions) -> SegmentCounter? {
    guard other.catalog.attributes == definitions.catalog.attributes,
      other.settings.timeZone == definitions.settings.timeZone
    else { return nil }
    let ids = Set(definitions.segments.map(\.id) + other.segments.map(\.id))
    let comers = Dictionary(other.segments.map { ($0.id, $0) }) { first, _ in first }
    let changed = ids.filter { id in
      !SegmentsChange([.init(id, before: segments[id], after: comers[id])]).keepsMembers
    }
    return with(other, changed: changed) { AnswerShelf(of: known, without: $0) }
  }

  private func with(
    _ definitions: Definitions,
    changed ids: Set<Segment.ID>,
    _ shelf: (Set<Segment.ID>) -> AnswerShelf
  ) -> SegmentCounter {
    var other = self
    other.definitions = definitions
    other.segments = Dictionary(definitions.segments.map { ($0.id, $0) }) { first, _ in first }
    other.graph = SegmentGraph(definitions.segments)
    let dependents = graph.dependents(on: ids) + other.graph.dependents(on: ids)
    other.known = shelf(ids.union(dependents))
    return other
  }

  // MARK: questions

  func sizes(of ids: [Segment.ID]) throws -> [SegmentSize] {
    var sizes = ids.map { SegmentSize(id: $0) }
    for block in blocks {
      let asked = asked(by: ids.compactMap { segments[$0]?.rule })
      let maps = try maps(of: asked, in: block)
      for (position, id) in ids.enumerated() {
        try Task.checkCancellation()
        guard let segment = segments[id] else { continue }
        let manual = manual(segment, in: block)
        sizes[position].manual += manual.count
        let counts =
          try maps[id]?.counts(within: block.live)
          ?? self.counts(of: segment, manual, in: block, maps)
        sizes[position].counts = sizes[position].counts + counts
      }
    }
    return sizes
  }

  func size(of rule: Rule) throws -> AnswerCounts {
    var counts = AnswerCounts()
    for block in blocks {
      let maps = try maps(of: asked(by: [rule]), in: block)
      counts = counts + (try self.counts(of: rule, in: block, maps))
    }
    return counts
  }

  func overlaps(of ids: [Segment.ID]) throws -> [[Int]] {
    var overlaps = [[Int]](repeating: [Int](repeating: 0, count: ids.count), count: ids.count)
    for block in blocks {
      let all = Set(ids).union(asked(by: ids.compactMap { segments[$0]?.rule }))
      let maps = try maps(of: all, in: block)
      let members = ids.map { maps[$0]?.isIn.intersection(block.live) }
      for (row, left) in members.enumerated() {
        try Task.checkCancellation()
        for column in row..<members.count {
          guard let left, let right = members[column] else { continue }
          let both = left.overlap(right)
          overlaps[row][column] += both
          if column != row { overlaps[column][row] += both }
        }
      }
    }
    return overlaps
  }

  /// The members of segments among the rows that count, in their order.
  func members(
    of ids: [Segment.ID],
    in block: any CustomerBlock
  ) throws -> [(id: Segment.ID?, rows: BitMap)] {
    let maps = try answers(of: ids, in: block)
    return ids.compactMap { id in maps[id].map { (id, $0.isIn.intersection(block.live)) } }
  }

  /// Those whom each of some rules holds for, among the rows that count.
  func members(by rules: [Rule], in block: any CustomerBlock) throws -> [BitMap] {
    let maps = try maps(of: asked(by: rules), in: block)
    return try rules.map { rule in
      try answers(of: rule, in: block, maps).isIn.intersection(block.live)
    }
  }

  /// The answers of segments for all rows, also of those that do not count.
  func answers(of ids: [Segment.ID], in block: any CustomerBlock) throws -> Maps {
    try maps(of: Set(ids).union(asked(by: ids.compactMap { segments[$0]?.rule })), in: block)
  }

  /// The row of each of some hashes of ids, which ascend.
  func rows(ofHashes hashes: [UInt64], in block: any CustomerBlock) -> [Int?] {
    block is SnapshotBlock
      ? base.snapshot.rows(ofHashes: hashes)
      : base.tailRows(ofHashes: hashes)
  }

  // MARK: answers

  /// The segments that rules ask for, and those these ask for.
  private func asked(by rules: [Rule]) -> Set<Segment.ID> {
    var asked: Set<Segment.ID> = []
    var waiting = rules
    while let rule = waiting.popLast() {
      let ids =
        rule.asksForComputedSegments ? definitions.segments.map(\.id) : rule.segments.map(\.id)
      for id in ids where asked.insert(id).inserted {
        if let next = segments[id]?.rule { waiting.append(next) }
      }
    }
    return asked
  }

  /// The answers of some segments and of all that they ask for.
  private func maps(of ids: Set<Segment.ID>, in block: any CustomerBlock) throws -> Maps {
    var maps = known[block].filter { ids.contains($0.key) }
    for id in graph.order where ids.contains(id) && maps[id] == nil {
      guard let segment = segments[id] else { continue }
      let map =
        try fixedAnswer(segment).map { AnswerMap($0, count: block.live.count) }
        ?? answers(of: segment, in: block, maps)
      let manual = manual(segment, in: block)
      maps[id] = manual.isEmpty ? map : map.settling(manual)
    }
    known[block] = maps
    return maps
  }

  /// The same for everybody who is not a manual member; nil where the rule decides.
  private func fixedAnswer(_ segment: Segment) -> Answer? {
    if segment.status == .retired { return .out }
    if segment.broken != nil || graph.cycles[segment.id] != nil { return .broken }
    return segment.rule == nil ? .out : nil
  }

  private func answers(
    of segment: Segment,
    in block: any CustomerBlock,
    _ maps: Maps
  ) throws -> AnswerMap {
    guard let rule = segment.rule else { return AnswerMap(.out, count: block.live.count) }
    return try answers(of: rule, in: block, maps)
  }

  private func counts(
    of segment: Segment,
    _ manual: [(row: Int, answer: Answer)],
    in block: any CustomerBlock,
    _ maps: Maps
  ) throws -> AnswerCounts {
    if fixedAnswer(segment) == nil, manual.isEmpty, let rule = segment.rule {
      return try counts(of: rule, in: block, maps)
    }
    let map =
      try fixedAnswer(segment).map { AnswerMap($0, count: block.live.count) }
      ?? answers(of: segment, in: block, maps)
    return map.settling(manual).counts(within: block.live)
  }

  private func counts(
    of rule: Rule,
    in block: any CustomerBlock,
    _ maps: Maps
  ) throws -> AnswerCounts {
    if let counts = block.evaluator.counts(of: rule, within: block.live, host: host(maps, block)) {
      return counts
    }
    return try answers(of: rule, in: block, maps).counts(within: block.live)
  }

  /// What columns cannot tell is read from the records, one by one.
  private func answers(
    of rule: Rule,
    in block: any CustomerBlock,
    _ maps: Maps
  ) throws -> AnswerMap {
    let map = block.evaluator.answers(of: rule, host: host(maps, block))
    guard let open = map.open?.intersection(block.live) else { return map }
    let sources = rule.derivationSources(definitions.catalog)
    var answers: [(row: Int, answer: Answer)] = []
    let rows = open.rows()
    for (done, row) in rows.enumerated() {
      try Task.checkCancellation()
      if done % 1_024 == 0 { observer?(.asking(customers: done, of: rows.count)) }
      guard let range = block.range(of: row), let own = try base.records.facts(in: range) else {
        continue
      }
      let facts = try deriving.completing(own, from: sources)
      answers.append((row, rule.answer(facts, operations: bound(rule, row, maps))))
    }
    return map.settling(answers)
  }

  private func bound(_ rule: Rule, _ row: Int, _ maps: Maps) -> Operations {
    guard rule.asksForSegments else { return operations }
    return operations.adding(
      RuleOperations.inSegment { id in maps[id].map { Membership.Answer($0[row]) } }
    )
  }

  /// Answers `in_segment`.
  private func host(_ maps: Maps, _ block: any CustomerBlock) -> ColumnEvaluator.HostAnswers {
    let count = block.live.count
    return { _, operands in
      guard let id = operands.first?.stringValue, let map = maps[Segment.ID(id)] else {
        return AnswerMap(.broken, count: count)
      }
      return map
    }
  }

  // MARK: people's decisions

  /// What persons decided: an entry for the customer beats one for the account, the last one counts.
  private func manual(
    _ segment: Segment,
    in block: any CustomerBlock
  ) -> [(row: Int, answer: Answer)] {
    guard segment.status != .retired else { return [] }
    var accounts: [Int: Answer] = [:]
    var own: [Int: Answer] = [:]
    for entry in segment.manual where entry.until.map({ today <= $0 }) ?? true {
      let answer = Answer(entry.member)
      for row in block.rows(ofAccounts: [entry.customer.rawValue]) where block.live[row] {
        accounts[row] = answer
      }
      if let row = block.row(of: entry.customer.rawValue) { own[row] = answer }
    }
    return accounts.merging(own) { $1 }.map { ($0.key, $0.value) }
  }

  /// At most so many ids of some rows, in the order of the file.
  func ids(
    _ rows: BitMap,
    in block: any CustomerBlock,
    _ limit: Int
  ) throws -> [Customer.ID] {
    guard limit > 0 else { return [] }
    return try rows.rows(limit: limit).compactMap { try id(of: $0, in: block) }
  }

  /// As the row's record has it.
  func id(of row: Int, in block: any CustomerBlock) throws -> Customer.ID? {
    try block.range(of: row).flatMap { try base.records.customer(in: $0)?.id }
  }
}
