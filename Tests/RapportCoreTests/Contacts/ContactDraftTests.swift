import JSONLogic
import RapportCore
import Testing

struct ContactDraftTests {
  private var contact: Contact {
    get throws {
      var contact = Contact(
        id: "01JDTEST",
        agent: "mk",
        customer: "C-004211",
        openedAt: try #require(Instant(parsing: "2026-11-22T09:00:00Z")),
        channel: .chat
      )
      contact.intent = "billing-dispute"
      contact.language = "de"
      contact.mood = .upset
      contact.script = "charged-twice"
      contact.ticks = ["open": .done, "who": .skipped]
      contact.branches = ["what": "refund"]
      contact.asks = ["orderNumber": "AB-123456"]
      contact.offers = ["priority-line": .done]
      contact.verified = ["geographic.postcode"]
      contact.note = "wants it in writing\n\u{1B}[2J"
      contact.promise = Promise(
        due: .day(try #require(CalendarDate(parsing: "2026-11-30"))),
        by: "jr",
        what: "call back"
      )
      contact.rating = 4
      contact.foundBy = .sound
      contact.continues = "01JC"
      contact.handleSeconds = 312
      contact.leftAt = Instant(parsing: "2026-11-22T09:05:12Z")
      return contact
    }
  }

  @Test func `a draft brings back everything`() throws {
    let draft = JSON.object(try contact.draft)
    #expect(Contact(draft: try JSON(parsing: draft.canonical())) == (try contact))
  }

  @Test func `an empty contact leaves out what is empty`() throws {
    let empty = Contact(
      id: "01JD",
      agent: "mk",
      customer: nil,
      openedAt: try contact.openedAt,
      channel: .phone
    )
    #expect(empty.draft["asks"] == nil && empty.draft["customer"] == nil)
    #expect(Contact(draft: .object(empty.draft)) == empty)
  }

  @Test(arguments: [0, 6, 400]) func `a rating that is none is left out`(rating: Int) throws {
    var draft = try contact.draft
    draft["rating"] = JSON(rating)
    #expect(try #require(Contact(draft: .object(draft))).rating == nil)
  }

  @Test(arguments: ["id", "agent", "openedAt", "channel", "kind"])
  func `a draft without its bearings is none`(key: String) throws {
    var draft = try contact.draft
    draft[key] = nil
    #expect(Contact(draft: .object(draft)) == nil)
    draft[key] = 7
    #expect(Contact(draft: .object(draft)) == nil)
  }
}
