import JSONLogic
import RapportCore
import Testing

/// What agents say, as the journal keeps it and as people read it.
struct FeedbackTests {
  private func line(
    _ id: String,
    _ verdict: Feedback.Verdict,
    on subject: Feedback.Subject? = Feedback.Subject("segment", "loyal", revision: 7),
    by agent: Agent.ID = "mk",
    minute: Int64 = 0,
    reason: String? = nil,
    isAnswered: Bool = false
  ) throws -> Feedback {
    let at = try ContactFixture.now.adding(seconds: minute * 60)
    var line = Feedback(id: Feedback.ID(id), at: at, by: agent, on: subject, verdict: verdict)
    line.reason = reason
    if isAnswered { line.answer = Feedback.Answer(by: "lb", at: at, text: "Changed.") }
    return line
  }

  private var definitions: Definitions {
    Definitions(decoding: DefinitionDocuments(files: ContactFixture.store))
  }

  @Test func `a line comes back as it was, and keeps what the program does not know`() throws {
    let text = #"""
      {"id":"01J","at":"2026-11-21T15:00:00Z","by":"mk","customer":"C-1","interaction":"01I",\#
      "on":{"kind":"script","id":"charged","revision":5,"part":"open"},"verdict":"not",\#
      "better":"shorter","reason":"Too long.","evidence":["Hello."],"x-team":"blue",\#
      "answer":{"by":"lb","at":"2026-11-22T08:00:00Z","text":"Shortened."}}
      """#
    let record = try #require(try JSON(parsing: text).objectValue)
    let feedback = try #require(Feedback(record: record))
    #expect(feedback.on == Feedback.Subject("script", "charged", revision: 5, part: "open"))
    #expect(feedback.evidence == ["Hello."] && feedback.answer?.text == "Shortened.")
    #expect(JSON.object(feedback.record).compact() == text)
  }

  @Test func `evidence of another program is read as far as it is text, and never rewritten`()
    throws
  {
    for evidence: JSON in [["n": 4], 7, [["text": "14 orders"], 3], "as said"] {
      let record: JSONObject = [
        "id": "01J", "at": "2026-11-21T15:00:00Z", "by": "mk", "customer": .null,
        "on": ["kind": "line", "id": "x"], "verdict": "agrees", "evidence": evidence,
      ]
      let feedback = try #require(Feedback(record: record))
      #expect(JSON.object(feedback.record) == JSON.object(record))
    }
  }

  @Test func `only what is lacking is on nothing`() {
    var record: JSONObject = ["id": "01J", "at": "2026-11-21T15:00:00Z", "by": "mk"]
    record["verdict"] = "not"
    #expect(Feedback(record: record) == nil)
    record["verdict"] = "lacks"
    #expect(Feedback(record: record)?.on == nil)
    #expect(Feedback(record: record).map { $0.record["on"] == nil } == true)
    record["verdict"] = "bad"
    #expect(Feedback(record: record) == nil)
  }

  @Test func `that something fits, and no more, waits for no answer`() throws {
    #expect(try !line("a", .fits).waits)
    #expect(try line("a", .fits, reason: "at last").waits)
    // A customer's own words to what they agree with.
    #expect(try !line("a", .agrees, reason: "exactly").waits)
    #expect(try line("a", .not).waits && line("a", .unsure).waits && line("a", .lacks).waits)
    #expect(try !line("a", .not, isAnswered: true).waits)
  }

  @Test func `of an agent and a customer the latest word counts, part by part`() throws {
    let tone = Feedback.Subject("tone", "plain", part: "say/en/0")
    let other = Feedback.Subject("tone", "plain", part: "say/en/1")
    func said(_ verdict: Feedback.Verdict, on subject: Feedback.Subject, _ minute: Int64) throws
      -> Feedback
    {
      var line = try line("t\(minute)", verdict, on: subject, minute: minute)
      line.customer = "C-1"
      return line
    }
    let lines = try [said(.not, on: tone, 1), said(.fits, on: tone, 2), said(.fits, on: other, 3)]
    #expect(FeedbackGroup.groups(lines).first?.counts == "2 fit, of 1 agent")
  }

  @Test func `that a segment was reviewed is no feedback and waits for nothing`() throws {
    var line = try line("r", .reviewed)
    line.reason = "The limit still fits."
    #expect(!line.waits && FeedbackGroup.groups([line]).isEmpty)
    let again = try #require(Feedback(record: line.record))
    #expect(again.verdict == .reviewed && SegmentReview(again)?.revision == 7)
    #expect(SegmentReview(again)?.note == "The limit still fits.")
    #expect(try SegmentReview(self.line("f", .fits)) == nil)
  }

  @Test func `the last review counts, an agent's own where one asks for it`() throws {
    let lines = try [
      line("a", .reviewed, minute: 1), line("b", .reviewed, by: "jr", minute: 2),
      line("c", .reviewed, minute: 99), line("d", .fits, minute: 3),
    ]
    let moment = try ContactFixture.now.adding(seconds: 600)
    func last(_ agent: Agent.ID? = nil) -> Feedback.ID? {
      SegmentReview.last(of: "loyal", by: agent, in: lines, at: moment)?.id
    }
    #expect(last() == "b" && last("mk") == "a" && last("zz") == nil)
    let review = try #require(SegmentReview(lines[1]))
    let today = TimeZones.utc.date(review.at)
    func words(_ days: Int) -> String {
      review.words(on: today.adding(days: days), in: TimeZones.utc, FeedbackWords(definitions))
    }
    #expect(
      words(0) == "today by Jürgen (version 7)" && words(1) == "yesterday by Jürgen (version 7)"
    )
    #expect(words(3) == "3 days ago by Jürgen (version 7)")
  }

  @Test func `votes are counted by what they are on, with how many agents there are`() throws {
    let wish = try line("w", .lacks, on: nil, minute: 9, reason: "a lamp")
    var all = try [
      line("a", .fits), line("b", .not, by: "jr", minute: 1), line("c", .not, minute: 2),
      line("d", .fits, minute: 3), line("e", .fits, minute: 4),
      line("f", .unsure, on: Feedback.Subject("tone", "plain", part: "say/en/0")), wish,
      line("g", .fits, on: Feedback.Subject("script", "charged"), minute: 30),
    ]
    for index in all.indices { all[index].customer = Customer.ID("C-\(index)") }
    let groups = FeedbackGroup.groups(all)
    #expect(groups.map(\.id) == ["w", "segment/loyal", "tone/plain", "script/charged"])
    #expect(groups[0].counts == "a lamp")
    #expect(groups[1].counts == "3 fit, 2 do not, of 2 agents")
    #expect(groups[2].counts == "1 not sure, of 1 agent")
    #expect(
      groups[1].lines.map(\.id) == ["c", "b", "e", "d", "a"],
      "what waits first, then newest"
    )
  }

  @Test func `a segment brings the facts that decided, without personal values`() throws {
    let guidance = try ContactFixture.guidance(of: ContactFixture.contact)
    let target = try #require(guidance.target(segment: "loyal", definitions.catalog))
    #expect(target.subject == Feedback.Subject("segment", "loyal", revision: 7))
    #expect(target.evidence == ["belongs", "14 orders (12 or more)"])
    var orders = try #require(definitions.catalog["behavioral.orders"])
    orders.personal = true
    let masked = guidance.target(segment: "loyal", AttributeCatalog([orders]))
    #expect(masked?.evidence == ["belongs", "orders"])
    #expect(guidance.target(segment: "none", definitions.catalog) == nil)
  }

  @Test func `a step brings its words without what was filled in`() throws {
    var guidance = try ContactFixture.guidance(of: ContactFixture.contact)
    guidance.script?.steps[0].spans = [
      .text("Hello ", from: .tone), .text("Zoë", from: .value), .text(", order ", from: .script),
      .hole(path: "ask.order", label: "Order number"),
    ]
    let target = try #require(guidance.target(step: "open"))
    #expect(target.subject == Feedback.Subject("script", "charged", revision: 5, part: "open"))
    #expect(target.name == "Charged twice, Open")
    #expect(target.evidence.first == "Hello [...], order [Order number]")
    guidance.script?.steps[0].always = true
    #expect(guidance.target(step: "open")?.subject.kind == "store", "the store's own step")
  }

  @Test func `a phrase of the tone is named by its list, language and place`() throws {
    var guidance = try ContactFixture.guidance(of: ContactFixture.contact)
    guidance.tone.say = ["I see.", "Of course."]
    guidance.tone.tone.say = ["en": ["I see.", "Of course."]]
    guidance.tone.language = "en-GB"
    let target = guidance.target(phrase: TonePhrase(.say, 1), definitions)
    #expect(target.subject == Feedback.Subject("tone", "plain", revision: 4, part: "say/en/1"))
    #expect(target.name == "“Of course.”")
    let whole = guidance.target(phrase: TonePhrase(.say, 2), definitions)
    #expect(whole.subject.part == nil && whole.name == "Plain", "there is no such phrase any more")
    var changed = definitions
    changed.tones[0].say = ["en": ["I see.", "Of course."]]
    let words = FeedbackWords(changed)
    #expect(words.subject(target.subject) == "Plain, “Of course.”")
    #expect(FeedbackWords(definitions).subject(target.subject) == "Plain, a phrase")
  }

  @Test func `what is not there any more is named by its id`() {
    let words = FeedbackWords(definitions)
    #expect(words.subject(Feedback.Subject("segment", "gone")) == "gone")
    #expect(words.subject(Feedback.Subject("line", "x", part: "y")) == "x, y")
    #expect(
      words.subject(Feedback.Subject("script", "charged", part: "open")) == "Charged twice, Open"
    )
    #expect(words.subject(nil) == "what we lack" && words.agent("zz") == "zz")
  }

  @Test func `a wish has who asked and what about, and the contact's id`() throws {
    let contact = try ContactFixture.contact
    let guidance = try ContactFixture.guidance(of: contact)
    let evidence = guidance.evidenceOfWish(reason: "Billing dispute")
    #expect(evidence == ["about Billing dispute", "belongs to Loyal"])
    let at = try ContactFixture.now
    let wish = Feedback(id: "01J", lacking: "a lamp", evidence: evidence, in: contact, at: at)
    #expect(wish.record["on"] == nil && wish.record["reason"] == "a lamp")
    #expect(wish.record["interaction"] == "01JDTEST" && wish.record["customer"] == "C-1")
  }
}
