import JSONLogic
import RapportCore

extension SegmentCounter {
  /// How many customers of each active segment speak which language, and what they contacted us about.
  ///
  /// Who is in a segment is read at the moment, also for contacts long ago: what is asked is whom a script
  /// would serve. Cost: a look at every customer and every contact for each segment.
  func demand(_ contacts: EventList<JournalEvents.Contact>, until moment: Instant) throws -> Demand
  {
    var demand = Demand()
    let active = definitions.segments.filter { $0.status == .active }.map(\.id)
    for block in blocks {
      try Task.checkCancellation()
      let languages = spoken(in: block)
      let members = try members(of: active, in: block)
      let everyone: [(id: Segment.ID?, rows: BitMap)] = [(nil, block.live)] + members
      for (segment, rows) in everyone {
        var counts = [Int](repeating: 0, count: languages.names.count)
        for row in rows.rows() { counts[languages.codes[row]] += 1 }
        for (code, count) in counts.enumerated() where count > 0 {
          demand.customers[Demand.Group(segment, languages.names[code]), default: 0] += count
        }
      }
      add(contacts, until: moment, of: everyone, languages, in: block, to: &demand)
    }
    return demand
  }

  private func add(
    _ contacts: EventList<JournalEvents.Contact>,
    until moment: Instant,
    of segments: [(id: Segment.ID?, rows: BitMap)],
    _ languages: (names: [String], codes: [Int]),
    in block: any CustomerBlock,
    to demand: inout Demand
  ) {
    var customers: [UInt64] = []
    var events: [ArraySlice<EventList<JournalEvents.Contact>.Event>] = []
    contacts.forEachCustomer { customer, own in
      customers.append(customer)
      events.append(own)
    }
    for (row, own) in zip(rows(ofHashes: customers, in: block), events) {
      guard let row, block.live[row] else { continue }
      let language = languages.names[languages.codes[row]]
      let topics = own.compactMap { event -> (Intent.ID, Channel)? in
        guard event.at <= moment, let intent = event.value.intent, let channel = event.value.channel
        else { return nil }
        return (intent, channel)
      }
      for (segment, rows) in segments where rows[row] {
        let group = Demand.Group(segment, language)
        for (intent, channel) in topics {
          demand.contacts[Demand.Topic(group, intent, channel), default: 0] += 1
        }
      }
    }
  }

  /// The language of each row without its region; the store's where none is known.
  private func spoken(in block: any CustomerBlock) -> (names: [String], codes: [Int]) {
    let standard = LocalizedText.base(of: definitions.settings.language)
    var names = [standard]
    let count = block.live.count
    guard let column = block.evaluator.table[VariablePath(dotted: "language")] else {
      return (names, Array(repeating: 0, count: count))
    }
    let codes = (0..<column.dictionary.count).map { code -> Int in
      guard let tag = column.dictionary[code]?.stringValue, LanguageTag.isWellFormed(tag) else {
        return 0
      }
      let language = LocalizedText.base(of: tag)
      if let known = names.firstIndex(of: language) { return known }
      names.append(language)
      return names.count - 1
    }
    return (names, (0..<count).map { codes[column.codes[$0]] })
  }
}
