import JSONLogic
import TestSupport
import Testing

/// `rapport tone`, to the byte.
struct ToneCommandTests {
  @Test func `list says who is spoken to in each, and in which languages`() throws {
    let place = try Workplace.harbour()
    try place.write(
      #"{"id": "brisk", "name": "Brisk", "phrases": {"de": {"hold": "Moment."}}}"#,
      to: "tones/brisk.json"
    )
    let listed = try place.run("tone", "list")
    #expect(listed.status == 0 && listed.message == "")
    #expect(
      listed.text == """
        tone   name   used by                   languages
        brisk  Brisk  nobody                    de
        plain  Plain  everybody else, Regulars  en

        """
    )
    let lines = try place.run("tone", "list", "--format", "jsonl")
    #expect(
      lines.text == """
        {"id":"brisk","name":"Brisk","revision":1,"default":false,"segments":[],"languages":["de"]}
        {"id":"plain","name":"Plain","revision":1,"default":true,"segments":["regulars"],\
        "languages":["en"]}

        """
    )
  }

  @Test func `show tells the voice in words, and what to say and never to say`() throws {
    let shown = try Workplace.harbour().run("tone", "show", "Plain")
    #expect(shown.status == 0 && shown.message == "")
    #expect(
      shown.text == """
        Plain (plain), version 1, used by everybody else, Regulars
        in English, by phone; speaks en
        Voice     respectful
        Avoid     “As per our policy”
        Banned    “unfortunately”
        greeting  Hello{{#customer.callName}} {{customer.callName}}{{/customer.callName}}, this is \
        {{agent.name}} of {{company.name}}.
        apology   I am sorry.
        hold      One moment.
        closing   Goodbye.

        """
    )
    let json = try JSON(
      parsing: Workplace.harbour().run("tone", "show", "plain", "--format", "json").output
    )
    #expect(json["voice"]?["respect"] == 1 && json["voice"]?["pace"] == 0)
    #expect(json["phrases"]?["hold"] == "One moment." && json["missing"] == [])
    #expect(json["words"] == ["respectful"] && json["default"] == true)
  }

  @Test func `a language that it does not speak is said, and is a no`() throws {
    let shown = try Workplace.harbour().run("tone", "show", "plain", "--language", "es")
    #expect(shown.status == 1)
    #expect(shown.message == "no greeting, apology, hold, closing in Spanish\n")
    let json = try Workplace.harbour()
      .run("tone", "show", "plain", "--language", "es", "--format", "json")
    #expect(json.status == 1)
    #expect(
      try JSON(parsing: json.output)["missing"] == ["greeting", "apology", "hold", "closing"]
    )
  }

  @Test func `preview fills the phrases for a customer, or for nobody known`() throws {
    let place = try Workplace.harbour()
    let ada = try place.run("tone", "preview", "plain", "--customer", "T-1", "--mood", "upset")
    #expect(ada.status == 0 && ada.message == "")
    #expect(
      ada.text == """
        Plain, in English: apology first, serious, warm, respectful
        greeting:
        Hello Ada, this is Mara King of Harbour Tea.
        apology:
        I am sorry.
        hold:
        One moment.
        closing:
        Goodbye.

        """
    )
    let nobody = try place.run("tone", "preview", "plain", "--format", "json")
    #expect(nobody.status == 0)
    let json = try JSON(parsing: nobody.output)
    #expect(json["customer"] == .null && json["holes"] == [])
    #expect(
      json["phrases"]?.arrayValue?.first
        == ["name": "greeting", "text": "Hello, this is Mara King of Harbour Tea."]
    )
  }

  @Test func `a blank is named, and is a no`() throws {
    let place = try Workplace.harbour()
    try place.write(
      """
      {"id": "plain", "name": "Plain", "phrases": {"en": {"greeting": "Your {{customer.company}}?",
       "apology": "Sorry.", "hold": "Wait.", "closing": "Bye."}}}
      """,
      to: "tones/plain.json"
    )
    let said = try place.run("tone", "preview", "plain", "--customer", "T-2")
    #expect(said.status == 1)
    #expect(said.text.contains("Your [company]?\n"))
    #expect(said.message == "blank in greeting: company (customer.company)\n")
    let json = try place.run("tone", "preview", "plain", "--customer", "T-2", "--format", "json")
    #expect(json.status == 1)
    #expect(
      try JSON(parsing: json.output)["holes"] == [
        ["phrase": "greeting", "path": "customer.company", "label": "company"]
      ]
    )
    let filled = try place.run("tone", "preview", "plain", "--customer", "T-1")
    #expect(filled.status == 0 && filled.text.contains("Your Brook & Sons?\n"))
  }

  @Test func `what does not exist is said with what would be right`() throws {
    let place = try Workplace.harbour()
    let tone = try place.run("tone", "show", "plian")
    #expect(tone.status == 2 && tone.text == "")
    #expect(tone.message == "rapport: no tone is called \"plian\"; did you mean \"plain\"?\n")
    let far = try place.run("tone", "preview", "zzz", "--format", "json")
    #expect(far.status == 2)
    let error = try JSON(parsing: far.errors)["error"]
    #expect(error?["code"] == "no-tone")
    #expect(error?["message"] == "no tone is called \"zzz\"; there are plain")
    #expect(try place.run("tone", "preview", "plain", "--mood", "cross").status == 64)
    #expect(try place.run("tone", "show").status == 64)
  }

  @Test func `what is no language is refused`() throws {
    let shown = try Workplace.harbour().run("tone", "show", "plain", "--language", "??")
    #expect(shown.status == 2 && shown.text == "")
    #expect(shown.message == "rapport: \"??\" is no language such as en or de-AT\n")
  }
}
