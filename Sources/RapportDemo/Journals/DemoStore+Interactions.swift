import JSONLogic

extension DemoStore {
  func writeInteractions<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let timeline = Timeline(self)
    let history = Material.json("history.json").arrayValue ?? []
    var writer = RecordWriter()
    var latest: [Int: String] = [:]
    for event in timeline.events {
      let profile = timeline.profiles[event.customer]
      if let position = event.written {
        write(history[position], event, of: profile, to: &writer)
      } else {
        let contact = DemoContact(event, in: timeline, store: self)
        write(contact, after: latest[event.customer], to: &writer)
        latest[event.customer] = contact.id
      }
      try writer.flush(into: sink)
    }
    try writer.flush(into: sink, atLeast: 1)
  }

  /// A hand-written contact: its rating belongs to another journal.
  private func write(
    _ entry: JSON,
    _ event: Timeline.Event,
    of profile: Profile,
    to writer: inout RecordWriter
  ) {
    guard var object = Hero.dated(entry, today: today).objectValue else { return }
    object["csat"] = nil
    var bytes: [UInt8] = []
    CivilDay.append(instant: event.at, to: &bytes)
    object["at"] = JSON(String(decoding: bytes, as: UTF8.self))
    object["id"] = JSON(DemoContact.id(event, of: profile, seed: seed))
    writer.line(raw: JSON.object(object).compact().utf8)
  }

  private func write(
    _ contact: DemoContact,
    after earlier: String?,
    to writer: inout RecordWriter
  ) {
    var random = contact.random
    writer.line { line in
      line.field("id", contact.id)
      line.field("at", instant: contact.at)
      line.field("agent", contact.agent)
      line.field("customer", contact.customer)
      line.field("channel", contact.channel)
      let isIncoming = random.chance(94)
      line.field("direction", (isIncoming && !contact.keepsPromise ? "in" : "out"))
      line.field("intent", contact.intent)
      line.field("script", contact.script?.id)
      line.object("segments") { object in
        for segment in contact.segments { object.entry(segment.id, segment.revision) }
      }
      line.objectIfAny("unknown") { object in
        for segment in contact.unknown { object.entry(segment.id, segment.revision) }
      }
      line.field("tone", contact.tone)
      line.field("mood", (contact.isUpset ? "upset" : "calm"))
      if contact.isVerified { line.field("verified", ["geographic.postcode"]) }
      line.objectIfAny("asks") { object in
        for ask in contact.asks { object.entry(ask.id, ask.value) }
      }
      line.field("outcome", contact.outcome)
      line.field("handleSeconds", contact.handleSeconds)
      if let offered = contact.offered {
        line.field("offered", [offered.id])
        line.field("accepted", contact.isAccepted ? [offered.id] : [])
        if contact.isAccepted && offered.isProduct {
          line.object("revenue") {
            $0.field("amount", amount: random.within(29...349) * 100)
            $0.field("currency", "EUR")
          }
        }
      }
      if contact.continuesEarlier { line.field("continues", earlier) }
      if let promised = contact.promised {
        line.object("followUp") {
          $0.field("at", day: promised)
          $0.field("by", contact.agent)
          $0.field("what", random.pick(texts.followUps))
        }
      }
      line.field("note", contact.note)
    }
  }
}
