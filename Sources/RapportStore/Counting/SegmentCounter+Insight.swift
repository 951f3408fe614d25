import JSONLogic
import RapportCore

extension SegmentCounter {
  /// So many different values are told apart; of more only every n-th.
  private static let mostValues = 2_000

  func values(at path: String, ofMembersOf segment: Segment.ID) throws -> AttributeValues? {
    var values = AttributeValues(members: 0, missing: 0, entries: [])
    var counts: [JSON: Int] = [:]
    for block in blocks {
      try Task.checkCancellation()
      guard let column = block.evaluator.table[VariablePath(dotted: path)],
        let rows = try members(of: [segment], in: block).first?.rows
      else { return nil }
      var codes = [Int](repeating: 0, count: column.dictionary.count)
      for row in rows.rows() {
        values.members += 1
        let code = column.codes[row]
        if codes.indices.contains(code) { codes[code] += 1 } else { values.missing += 1 }
      }
      for (code, count) in codes.enumerated() where count > 0 {
        guard let value = column.dictionary[code], !value.isMissing else {
          values.missing += count
          continue
        }
        for item in value.arrayValue.map({ Array(Set($0)) }) ?? [value] {
          counts[item, default: 0] += count
        }
      }
    }
    let sorted = counts.map { AttributeValues.Entry($0.key, $0.value) }.sorted(by: Self.ascending)
    let step = max(1, (sorted.count + Self.mostValues - 1) / Self.mostValues)
    values.entries = stride(from: 0, to: sorted.count, by: step).map { start in
      let group = sorted[start..<min(start + step, sorted.count)]
      return AttributeValues.Entry(sorted[start].value, group.reduce(0) { $0 + $1.count })
    }
    return values
  }

  private static func ascending(
    _ left: AttributeValues.Entry,
    _ right: AttributeValues.Entry
  ) -> Bool {
    switch (left.value.doubleValue, right.value.doubleValue) {
    case (let left?, let right?): left < right
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): text(left.value) < text(right.value)
    }
  }

  private static func text(_ value: JSON) -> String { value.stringValue ?? value.compact() }

  /// Cost: a look at every contact and rating of the year for each rule.
  func outcomes(
    of rules: [Rule],
    contacts: EventList<Channel?>,
    ratings: EventList<Double>,
    in year: ClosedRange<Instant>
  ) throws -> [SegmentOutcome] {
    var outcomes = rules.map { _ in SegmentOutcome(customers: 0) }
    for block in blocks {
      try Task.checkCancellation()
      let rows = try members(by: rules, in: block)
      for (position, rows) in rows.enumerated() {
        outcomes[position].customers = (outcomes[position].customers ?? 0) + rows.cardinality
      }
      count(contacts, in: year, of: block) { row, _ in
        for position in rows.indices where rows[position][row] { outcomes[position].contacts += 1 }
      }
      count(ratings, in: year, of: block) { row, score in
        for position in rows.indices where rows[position][row] {
          outcomes[position].rated += 1
          if score >= SegmentOutcome.satisfiedFrom { outcomes[position].satisfied += 1 }
        }
      }
    }
    return outcomes
  }

  private func count<Value>(
    _ list: EventList<Value>,
    in year: ClosedRange<Instant>,
    of block: any CustomerBlock,
    _ body: (Int, Value) -> Void
  ) {
    var customers: [UInt64] = []
    var events: [ArraySlice<EventList<Value>.Event>] = []
    list.forEachCustomer { customer, own in
      customers.append(customer)
      events.append(own)
    }
    for (row, own) in zip(rows(ofHashes: customers, in: block), events) {
      guard let row, block.live[row] else { continue }
      for event in own where year.contains(event.at) { body(row, event.value) }
    }
  }
}
