import JSONLogic
import RapportCore
import Testing

struct InteractionEndingTests {
  private func ended(_ change: (inout Contact) -> Void = { _ in }) throws -> Interaction {
    var contact = try ContactFixture.contact
    change(&contact)
    return Interaction(
      ending: contact,
      with: .followUp,
      guidance: try ContactFixture.guidance(of: contact),
      at: try ContactFixture.now
    )
  }

  @Test func `segments, tone and script are frozen with their versions`() throws {
    let record = try ended().record
    #expect(record["segments"] == ["loyal": 7])
    #expect(record["unknown"] == ["green": 3])
    #expect(record["tone"] == "plain" && record["toneRevision"] == 4)
    #expect(record["script"] == "charged" && record["scriptRevision"] == 5)
    #expect(record["language"] == "en")
    #expect(record["offered"] == ["line", "voucher"] && record["accepted"] == ["line"])
    #expect(record["ticks"] == ["open": "done", "who": "skipped"])
    #expect(
      record["followUp"] == ["at": "2026-11-23T15:04:00Z", "by": "jr", "what": "x"]
    )
    #expect(record["rating"] == nil, "what an agent noted is no fact of the contact")
    #expect(try ended().noted?.score == 2)
  }

  @Test func `without a script there is no version of one`() throws {
    let record = try ended { $0.intent = nil }.record
    #expect(record["script"] == nil && record["scriptRevision"] == nil)
  }

  @Test func `nobody known is nobody's rating`() throws {
    let interaction = try ended { $0.customer = nil }
    #expect(interaction.record["customer"] == .null)
    #expect(interaction.noted == nil)
  }

  @Test func `an ended contact opens again as it was`() throws {
    let interaction = try ended()
    #expect(Contact(reopening: interaction) == (try ContactFixture.contact))
    let line = JSON.object(interaction.record).compact()
    let record = try #require(try JSON(parsing: line).objectValue)
    var read = try #require(Interaction(record: record))
    read.noted = (2, 5)
    #expect(Contact(reopening: read) == (try ContactFixture.contact))
  }

  @Test func `a line that does not say whose contact it was opens none`() throws {
    let bare = try #require(Interaction(record: ["id": "a", "at": "2026-11-22T14:04:00Z"]))
    #expect(Contact(reopening: bare) == nil)
  }

  @Test func `moved, a contact keeps what was said, and who they are is to be checked again`()
    throws
  {
    var contact = try ContactFixture.contact
    contact.script = "charged"
    contact.foundBy = .sound
    contact.move(to: "C-2", verifying: ["who"])
    var kept = try ContactFixture.contact
    kept.customer = "C-2"
    kept.ticks = ["open": .done]
    kept.offers = [:]
    kept.verified = []
    kept.continues = nil
    #expect(contact == kept)
  }
}
