import JSONLogic

extension DemoStore {
  /// Satisfaction after a contact, and loyalty once in a while; most invitations stay unanswered.
  func writeSurveys<Failure: Error>(
    into sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let timeline = Timeline(self)
    let history = Material.json("history.json").arrayValue ?? []
    var writer = RecordWriter()
    for event in timeline.events {
      let profile = timeline.profiles[event.customer]
      if let position = event.written {
        write(rating: history[position]["csat"], event, of: profile, to: &writer)
      } else {
        let contact = DemoContact(event, in: timeline, store: self)
        writeSatisfaction(contact, of: profile, to: &writer)
      }
      try writer.flush(into: sink)
    }
    try writer.flush(into: sink, atLeast: 1)
  }

  private func write(
    rating: JSON?,
    _ event: Timeline.Event,
    of profile: Profile,
    to writer: inout RecordWriter
  ) {
    guard let score = rating?["score"]?.intValue else { return }
    var random = SplitMix64(seed: seed, stream: .survey, profile.number, event.at)
    let survey = Survey(
      kind: "csat",
      sentAt: event.at + 1_200,
      answeredAt: event.at + random.within(3_600...18_000),
      score: score,
      range: 1...5,
      comment: rating?["comment"]?.stringValue
    )
    let interaction = DemoContact.id(event, of: profile, seed: seed)
    write(survey, of: profile, interaction: interaction, random: &random, to: &writer)
  }

  private func writeSatisfaction(
    _ contact: DemoContact,
    of profile: Profile,
    to writer: inout RecordWriter
  ) {
    var random = SplitMix64(seed: seed, stream: .survey, profile.number, contact.at)
    guard contact.intent != "bereavement", random.chance(46) else { return }
    let isLoyalty = random.chance(14)
    var survey = Survey(
      kind: isLoyalty ? "loyalty" : "csat",
      sentAt: contact.at + 3_600,
      answeredAt: nil,
      score: nil,
      range: isLoyalty ? 0...10 : 1...5,
      comment: nil,
      source: !isLoyalty && random.chance(5) ? "agent" : "survey"
    )
    let answered = survey.sentAt + 600 + Int(random.skewed(3) * 400_000)
    if random.chance(38) && answered < now {
      survey.answeredAt = answered
      let score =
        isLoyalty
        ? Self.loyalty(contact, random: &random) : Self.satisfaction(contact, random: &random)
      survey.score = score
      let isGood = score * 10 >= survey.range.upperBound * 8
      let words = isGood ? texts.praise : texts.complaints
      survey.comment = random.chance(24) ? random.pick(words) : nil
    }
    let interaction = isLoyalty ? nil : contact.id
    write(survey, of: profile, interaction: interaction, random: &random, to: &writer)
  }

  private static func satisfaction(_ contact: DemoContact, random: inout SplitMix64) -> Int {
    let isGood = contact.outcome == "resolved" && !contact.isUpset
    return random.weighted(
      isGood
        ? [(5, 56), (4, 28), (3, 9), (2, 4), (1, 3)]
        : [(5, 12), (4, 18), (3, 22), (2, 24), (1, 24)]
    ) ?? 4
  }

  private static func loyalty(_ contact: DemoContact, random: inout SplitMix64) -> Int {
    let isLoyal = contact.segments.contains { $0.id == "loyal-advocates" }
    let slips = contact.segments.contains { $0.id == "slipping-away" }
    let high = isLoyal ? 72 : slips ? 12 : 38
    return random.weighted([(10, high / 2), (9, high / 2), (8, 20), (7, 14), (5, 12), (3, 8)]) ?? 8
  }

  private func write(
    _ survey: Survey,
    of profile: Profile,
    interaction: String?,
    random: inout SplitMix64,
    to writer: inout RecordWriter
  ) {
    let id = ULID.text(seconds: survey.sentAt, random: &random)
    writer.line { line in
      line.field("id", id)
      line.field("customer", profile.id)
      line.field("interaction", interaction)
      line.field("kind", survey.kind)
      line.field("sentAt", instant: survey.sentAt)
      line.field("min", survey.range.lowerBound)
      line.field("max", survey.range.upperBound)
      line.field("reversed", false)
      line.field("source", survey.source)
      guard let answeredAt = survey.answeredAt else { return }
      line.field("answeredAt", instant: answeredAt)
      line.field("score", survey.score)
      line.field("comment", survey.comment)
    }
  }
}

/// An invitation, and the answer where one came.
private struct Survey {
  var kind: String
  var sentAt: Int
  var answeredAt: Int?
  var score: Int?
  var range: ClosedRange<Int>
  var comment: String?
  /// `agent`: noted by the agent, never averaged with ratings that customers gave.
  var source = "survey"
}
