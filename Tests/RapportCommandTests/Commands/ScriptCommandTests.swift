import JSONLogic
import TestSupport
import Testing

/// `rapport script`, to the byte.
struct ScriptCommandTests {
  @Test func `a filled script goes to standard output, without the notes to the agent`() throws {
    let said = try Workplace.harbour()
      .run("script", "late-parcel", "--customer", "T-1", "--ask", "parcel=AB1234")
    #expect(said.status == 0 && said.message == "")
    #expect(
      said.text == """
        Hello Ada, this is Mara King of Harbour Tea.
        Parcel AB1234 is on its way.

        """
    )
  }

  @Test func `by e-mail it has its subject, and paragraphs`() throws {
    let said = try Workplace.harbour().run(
      "script",
      "late-parcel",
      "--customer",
      "T-1",
      "--ask",
      "parcel=AB1234",
      "--channel",
      "email"
    )
    #expect(said.status == 0)
    #expect(
      said.text == """
        Your parcel

        Hello Ada, this is Mara King of Harbour Tea.

        Parcel AB1234 is on its way.

        """
    )
  }

  @Test func `in social each message stands apart, with the note that says what is private`() throws
  {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "late-social", "intent": "late-parcel", "title": {"en": "Late"}, "channels": ["social"],
       "steps": [
        {"id": "open", "kind": "say", "label": {"en": "Open"}, "text": {"en": "Please write to us."}},
        {"id": "move", "kind": "do", "label": {"en": "Private"}, "text": {"en": "No names here."}},
        {"id": "find", "kind": "say", "label": {"en": "Close"}, "text": {"en": "Thank you."}}]}
      """,
      to: "scripts/late-social.json"
    )
    let said = try place.run("script", "late-parcel", "--customer", "T-1", "--channel", "social")
    #expect(
      said.text == """
        Message 1 of 2: Open
        Please write to us.

        For you, not to send: Private
        No names here.

        Message 2 of 2: Close
        Thank you.

        """
    )
  }

  @Test func `with a blank nothing is printed but the blank's name`() throws {
    let said = try Workplace.harbour().run("script", "late-parcel", "--customer", "T-1")
    #expect(said.status == 1 && said.text == "")
    #expect(said.message == "blank in find: Parcel number (ask.parcel)\n")
  }

  @Test func `--allow-holes shows blanks in brackets, and still says no`() throws {
    let said = try Workplace.harbour()
      .run("script", "late-parcel", "--customer", "T-1", "--allow-holes")
    #expect(said.status == 1)
    #expect(
      said.text == """
        Hello Ada, this is Mara King of Harbour Tea.
        Parcel [Parcel number] is on its way.

        """
    )
    #expect(said.message == "blank in find: Parcel number (ask.parcel)\n")
  }

  @Test func `json is printed in any case`() throws {
    let said = try Workplace.harbour().run("script", "late-parcel", "--format", "jsonl")
    #expect(said.status == 1 && said.message == "")
    #expect(
      said.text == """
        {"script":"late-parcel","title":"Late parcel","language":"en","channel":"phone",\
        "because":"for everybody, in English","notice":null,"subject":null,"steps":[\
        {"id":"open","kind":"say","label":"Open","text":"Hello, this is Mara King of Harbour \
        Tea."},{"id":"find","kind":"say","label":"Find it","text":null,"spans":[\
        {"text":"Parcel "},{"hole":"ask.parcel","label":"Parcel number"},\
        {"text":" is on its way."}]},{"id":"note","kind":"do","label":"Ask the carrier",\
        "text":"Open a case."}],"holes":[{"step":"find","path":"ask.parcel",\
        "label":"Parcel number"}],"alternatives":[]}

        """
    )
    let filled = try Workplace.harbour()
      .run("script", "late-parcel", "--format", "json", "--ask", "parcel=AB1234")
    #expect(filled.status == 0)
    #expect(try JSON(parsing: filled.output)["holes"] == [])
  }

  @Test(arguments: [("text", ""), ("json", "null\n"), ("jsonl", "null\n")])
  func `no script is an answer`(format: String, output: String) throws {
    let said = try Workplace.harbour().run("script", "praise", "--format", format)
    #expect(said.status == 1 && said.text == output)
    #expect(said.message == "no script for \"Praise\" yet\n")
  }

  @Test func `arguments that make no sense are refused`() throws {
    let place = try Workplace.harbour()
    let pair = try place.run("script", "late-parcel", "--ask", "AB1234")
    #expect(pair.status == 64)
    #expect(pair.message.contains("--ask wants NAME=VALUE, not \"AB1234\""))
    #expect(try place.run("script", "late-parcel", "--channel", "fax").status == 64)
    #expect(try place.run("script").status == 64)
    let reason = try place.run("script", "late-prcel")
    #expect(reason.status == 2)
    #expect(reason.message.contains("did you mean \"late-parcel\"?"))
  }

  /// A second script for the reason, for whoever is in a segment.
  private func twoScripts() throws -> Workplace {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "late-regular", "intent": "late-parcel", "title": "For regulars", "revision": 1,
       "segments": ["regulars"], "channels": ["phone"],
       "steps": [{"id": "open", "kind": "say", "label": "Open", "text": {"en": "We look now."}}]}
      """,
      to: "scripts/late-regular.json"
    )
    return place
  }

  @Test func `the others that would do are told, and --script chooses one`() throws {
    let place = try twoScripts()
    let best = try place.run("script", "late-parcel", "--customer", "T-1", "--format", "json")
    #expect(best.status == 0)
    let json = try JSON(parsing: best.output)
    #expect(json["script"] == "late-regular" && json["because"] == "for Regulars, in English")
    #expect(
      json["alternatives"] == [
        [
          "script": "late-parcel", "title": "Late parcel", "language": "en",
          "because": "for everybody, in English",
        ]
      ]
    )
    let other = try place.run(
      "script",
      "late-parcel",
      "--customer",
      "T-1",
      "--script",
      "late-parcel",
      "--format",
      "json"
    )
    #expect(other.status == 1)
    #expect(
      try JSON(parsing: other.output)["because"] == "chosen by you, for everybody, in English"
    )
    let wrong = try place.run("script", "late-parcel", "--script", "late-regulr")
    #expect(wrong.status == 2)
    #expect(wrong.message.contains("did you mean \"late-regular\"?"))
  }

  @Test func `a value that the script does not ask for, or that is none, is refused`() throws {
    let place = try Workplace.harbour()
    let name = try place.run("script", "late-parcel", "--ask", "parcl=AB1234")
    #expect(name.status == 2 && name.text == "")
    #expect(
      name.message == "rapport: the script \"late-parcel\" does not ask for \"parcl\"; "
        + "did you mean \"parcel\"?\n"
    )
    let value = try place.run("script", "late-parcel", "--ask", "parcel=12")
    #expect(value.status == 2)
    #expect(
      value.message == "rapport: \"12\" is no parcel; it is written as [A-Z]{2}[0-9]{4}\n"
    )
    let path = try place.run(
      "script",
      "late-parcel",
      "--ask",
      "parcel=AB1234",
      "--ask",
      "customer.callName=Jo"
    )
    #expect(path.status == 0 && path.text.hasPrefix("Hello Jo, "))
  }

  @Test func `an upset caller hears the apology first`() throws {
    let said = try Workplace.harbour()
      .run("script", "late-parcel", "--ask", "parcel=AB1234", "--mood", "upset")
    #expect(
      said.text == """
        Hello, this is Mara King of Harbour Tea.
        I am sorry.
        Parcel AB1234 is on its way.

        """
    )
  }

  @Test func `an unknown agent is named as they call themselves`() throws {
    let said = try Workplace.harbour()
      .run("script", "late-parcel", "--ask", "parcel=AB1234", "--agent", "Jo Ray")
    #expect(said.text.hasPrefix("Hello, this is Jo Ray of Harbour Tea.\n"))
  }
}
