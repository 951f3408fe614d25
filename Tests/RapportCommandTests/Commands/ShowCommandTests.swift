import JSONLogic
import TestSupport
import Testing

/// `rapport show`, to the byte.
struct ShowCommandTests {
  private static let card = """
    Customer: Ada Brook, Brook & Sons, T-1, English
    Belongs to Regulars: 7 orders (5 or more)
    How to speak: respectful
    Tone: Plain, from Regulars
    Never say: “As per our policy”, “unfortunately”
    Offer: Tasting, open, until 17:00, say “May I invite you to a tasting?”

    """

  @Test(arguments: ["T-1", "ada@example.org", "+44 20 7946 0001", "020 7946 0001"])
  func `a customer is shown by id, e-mail and telephone number`(customer: String) throws {
    let shown = try Workplace.harbour().run("show", customer, "--as-of", HarbourStore.moment)
    #expect(shown.status == 0 && shown.message == "")
    #expect(shown.text == Self.card)
  }

  @Test func `what is not known is said, and asked`() throws {
    let shown = try Workplace.harbour().run("show", "T-2", "--as-of", HarbourStore.moment)
    #expect(
      shown.text == """
        Customer: Bo Lind, T-2, English
        Belongs to no segment: one question would settle it
        Regulars: not known: orders
        How to speak: respectful
        Tone: Plain, the default tone
        Never say: “As per our policy”, “unfortunately”
        Offer: Tasting, ask first, open, until 17:00, say “May I invite you to a tasting?”
        Ask: How often have you ordered from us?
          Because: So that I offer only what fits.

        """
    )
  }

  @Test func `with a reason the script follows, its blanks named`() throws {
    let shown = try Workplace.harbour()
      .run("show", "T-1", "--intent", "late-parcel", "--as-of", HarbourStore.moment)
    #expect(
      shown.text == Self.card + """
        Say: Late parcel, 3 steps
        Why this script: for everybody, in English
        Step 1, Open:
          Hello Ada, this is Mara King of Harbour Tea.
        Step 2, Find it:
          Parcel [Parcel number] is on its way.
        Step 3, Ask the carrier, for you, not to say:
          Open a case.
        Blank: Parcel number

        """
    )
  }

  @Test func `json has what the design promises`() throws {
    let shown = try Workplace.harbour().run(
      "show",
      "T-1",
      "--intent",
      "late-parcel",
      "--format",
      "json",
      "--as-of",
      HarbourStore.moment
    )
    #expect(shown.status == 0)
    let json = try JSON(parsing: shown.output)
    #expect(json["customer"]?["id"] == "T-1")
    let membership = try #require(json["memberships"]?.arrayValue?.first)
    #expect(membership["segment"] == "regulars" && membership["answer"] == "in")
    #expect(
      membership["because"] == [
        [
          "actual": 7, "answer": "in", "path": "behavioral.orders", "text": "7 orders (5 or more)",
        ]
      ]
    )
    #expect(membership["nearMiss"] == .null)
    #expect(json["askNext"] == [])
    #expect(json["tone"]?["id"] == "plain" && json["tone"]?["from"] == "regulars")
    #expect(json["tone"]?["voice"]?["respect"] == 1)
    let service = try #require(json["services"]?.arrayValue?.first)
    #expect(service["id"] == "tasting" && service["open"] == true && service["opensAt"] == .null)
    #expect(service["until"] == "2026-03-02T17:00:00Z")
    #expect(service["name"] == "Tasting" && service["status"] == "open, until 17:00")
    #expect(json["tone"]?["name"] == "Plain" && json["tone"]?["told"] == ["Plain, from Regulars"])
    #expect(json["tone"]?["adjustments"] == [] && json["tone"]?["ifKnown"] == [])
    #expect(json["script"]?["script"] == "late-parcel")
    #expect(
      json["script"]?["holes"] == [
        ["label": "Parcel number", "path": "ask.parcel", "step": "find"]
      ]
    )
    #expect(shown.text == json.canonical())
    let line = try Workplace.harbour().run("show", "T-1", "--format", "jsonl")
    #expect(line.text.split(separator: "\n").count == 1)
    let asked = try Workplace.harbour().run("show", "T-2", "--format", "json")
    let question = try JSON(parsing: asked.output)["askNext"]?.arrayValue?.first
    #expect(question?["path"] == "behavioral.orders" && question?["settles"] == ["regulars"])
  }

  @Test func `a closed service says when it opens`() throws {
    let shown = try Workplace.harbour()
      .run("show", "T-1", "--format", "json", "--as-of", "2026-03-03T10:00:00Z")
    let service = try JSON(parsing: shown.output)["services"]?.arrayValue?.first
    #expect(service?["open"] == false && service?["opensAt"] == "2026-03-09T09:00:00Z")
  }

  @Test func `several candidates are listed, and none is chosen`() throws {
    let shown = try Workplace.harbour().run("show", "ada")
    #expect(shown.status == 2 && shown.text == "")
    let lines = shown.message.split(separator: "\n")
    #expect(
      lines.first
        == "rapport: \"ada\" is not one customer's id, phone or e-mail; did you mean one of these?"
    )
    #expect(lines.dropFirst().sorted() == ["  T-1  Ada Brook", "  T-3  Ada Marsh"])
    let json = try Workplace.harbour().run("show", "ada", "--format", "json")
    let error = try JSON(parsing: json.errors)["error"]
    #expect(error?["code"] == "ambiguous" && error?["place"] == .null)
    #expect(error?["candidates"]?.arrayValue?.count == 2)
  }

  @Test func `the candidates stand on lines of their own on a terminal`() throws {
    let terminal = try Workplace.harbour().start(["show", "ada"])
    #expect(try terminal.waitForExit() == 2)
    #expect(terminal.screen.lines.contains("  T-1  Ada Brook"))
  }

  @Test func `what does not exist is said with what would be right`() throws {
    let place = try Workplace.harbour()
    let nobody = try place.run("show", "T-9999999999")
    #expect(nobody.status == 2)
    #expect(nobody.message == "rapport: no customer is \"T-9999999999\"\n")
    let reason = try place.run("show", "T-1", "--intent", "late-parcels")
    #expect(reason.status == 2)
    #expect(
      reason.message
        == "rapport: no reason is called \"late-parcels\"; did you mean \"late-parcel\"?\n"
    )
    let date = try place.run("show", "T-1", "--as-of", "yesterday")
    #expect(date.status == 2)
    #expect(
      date.message
        == "rapport: \"yesterday\" is no date; write 2026-03-01 or 2026-03-01T09:30:00Z\n"
    )
  }
}
