extension DemoStore {
  /// What agents said of the segments they saw on the Desk.
  func writeFeedback<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let timeline = Timeline(self)
    var writer = RecordWriter()
    for event in timeline.events where event.written == nil {
      let profile = timeline.profiles[event.customer]
      var random = SplitMix64(seed: seed, stream: .feedback, profile.number, event.at)
      guard random.chance(2) else { continue }
      let contact = DemoContact(event, in: timeline, store: self)
      guard let segment = random.pick(contact.segments) else { continue }
      let verdict = random.weighted([("fits", 70), ("not", 18), ("unsure", 12)]) ?? "fits"
      let id = ULID.text(seconds: contact.at + 30, random: &random)
      writer.line { line in
        line.field("id", id)
        line.field("at", instant: contact.at + 30)
        line.field("by", contact.agent)
        line.field("customer", contact.customer)
        line.field("interaction", contact.id)
        line.object("on") {
          $0.field("kind", "segment")
          $0.field("id", segment.id)
          $0.field("revision", segment.revision)
        }
        line.field("verdict", verdict)
        if verdict == "not" { line.field("reason", random.pick(texts.doubts)) }
      }
      try writer.flush(into: sink)
    }
    try writer.flush(into: sink, atLeast: 1)
  }

  /// One change under test, due in two months.
  func writeAdjustments<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = RecordWriter()
    var random = SplitMix64(seed: seed, stream: .feedback, 0, -1)
    let at = (today.daysSinceEpoch - 24) * 86_400 + 33_000
    let id = ULID.text(seconds: at, random: &random)
    let day = { (days: Int) in CivilDay(today.daysSinceEpoch + days) }
    writer.line { line in
      line.field("id", id)
      line.field("at", instant: at)
      line.field("by", "lb")
      line.object("on") {
        $0.field("kind", "script")
        $0.field("id", "where-is-my-order")
        $0.field("revision", 4)
      }
      line.field("metric", "csat")
      line.field("minEffect", number: "0.05")
      line.field("needN", 300)
      line.field("evaluateAt", day: day(61))
      line.object("baseline") {
        $0.field("from", day: day(-114))
        $0.field("to", day: day(-25))
      }
    }
    try writer.flush(into: sink, atLeast: 1)
  }
}
