import RapportCore

/// A made-up company's definitions: enough of everything that the screens have something to say.
enum PreviewDefinitions {
  static let agent: Agent = {
    var agent = Agent(id: "mk", name: "Maria")
    agent.languages = ["en", "de"]
    return agent
  }()

  static func text(_ en: String, _ de: String? = nil) -> LocalizedText {
    LocalizedText(de.map { ["en": en, "de": $0] } ?? ["en": en])
  }

  static let definitions: Definitions = {
    var settings = StoreSettings(name: "northwind", company: "Northwind")
    settings.timeZone = "Europe/Berlin"
    var definitions = Definitions(settings: settings, catalog: AttributeCatalog(attributes))
    definitions.agents = [agent]
    definitions.intents = intents
    definitions.segments = segments.enumerated().map { index, segment in
      Segment(id: Segment.ID(segment.0), name: segment.1, priority: (index + 1) * 10)
    }
    definitions.tones = [warm, plain]
    definitions.services = services
    definitions.scripts = [chargedTwice, whereIsIt]
    return definitions
  }()

  static let segments = [
    ("loyal-advocates", "Loyal advocates"), ("mobile-first", "Mobile-first"),
    ("green-minded", "Green-minded"), ("key-accounts", "Key accounts"),
    ("at-risk", "Slipping away"),
  ]

  private static let attributes: [Attribute] = {
    var values = Attribute(path: "psychographic.values", label: text("values"), kind: .list)
    values.choices = [
      .init(value: "price", label: text("a good price", "ein guter Preis")),
      .init(value: "sustainability", label: text("sustainability", "Nachhaltigkeit")),
      .init(value: "speed", label: text("speed", "Schnelligkeit")),
    ]
    var postcode = Attribute(path: "geographic.postcode", label: text("postcode"), kind: .text)
    postcode.find = true
    let orders = Attribute(path: "behavioral.orders", label: text("orders"), kind: .integer)
    return [values, postcode, orders]
  }()

  private static let intents: [Intent] = {
    var charged = Intent(id: "billing-dispute", title: text("Charged twice"))
    charged.offers = .afterSolution
    charged.examples = [
      "en": ["you charged me twice", "double payment on my card"],
      "de": ["doppelt abgebucht"],
    ]
    var delivery = Intent(id: "delivery", title: text("Where is my order"))
    delivery.examples = ["en": ["my parcel has not arrived", "when does it come"]]
    var cancel = Intent(id: "cancellation", title: text("Cancel the subscription"))
    cancel.examples = ["en": ["I want to cancel", "stop my plan"]]
    return [charged, delivery, cancel]
  }()

  static let warm: Tone = {
    var tone = Tone(id: "warm", name: "Warm and personal")
    tone.voice[.formality] = -1
    tone.voice[.empathy] = 2
    return tone
  }()

  static let plain = Tone(id: "plain", name: "Plain and friendly")

  private static let services: [Service] = {
    var priority = Service(
      id: "priority-line",
      name: text("Priority phone line"),
      kind: .supportHours
    )
    priority.link = "https://northwind.example/priority"
    let early = Service(id: "early-access", name: text("Early access"), kind: .benefit)
    let callback = Service(id: "callback", name: text("Call back"), kind: .supportHours)
    var voucher = Service(id: "voucher", name: text("Goodwill voucher"), kind: .goodwill)
    voucher.limit = "20.00 EUR"
    return [priority, early, callback, voucher]
  }()

  private static let chargedTwice: Script = {
    var script = Script(
      id: "charged-twice",
      title: text("Charged twice", "Doppelt abgebucht"),
      intent: "billing-dispute"
    )
    script.asks = [
      .init(
        id: "orderNumber",
        label: text("Order number", "Bestellnummer"),
        pattern: "[A-Z]{2}-[0-9]{6}"
      )
    ]
    script.steps = [
      Step(
        id: "open",
        kind: .say,
        label: text("Open", "Begrüßen"),
        text: text(
          "Hello {{customer.callName}}, good that you call. This is {{agent.name}} at Northwind. "
            + "Two payments for one order: that must not happen, and we put it right today.",
          "Hallo {{customer.callName}}, schön, dass du anrufst. Hier ist {{agent.name}} von "
            + "Northwind. Zwei Abbuchungen für eine Bestellung: Das darf nicht passieren, und wir "
            + "bringen es heute in Ordnung."
        )
      ),
      Step(
        id: "who",
        kind: .verify,
        label: text("Verify", "Prüfen"),
        text: text(
          "Could you tell me your postcode, please?",
          "Nennst du mir bitte deine Postleitzahl?"
        )
      ),
      Step(
        id: "fix",
        kind: .say,
        label: text("Put it right", "In Ordnung bringen"),
        text: text(
          "The second payment for {{ask.orderNumber}} goes back to your card today. "
            + "Your bank shows it within three days.",
          "Die zweite Zahlung zu {{ask.orderNumber}} geht heute zurück auf deine Karte. "
            + "Deine Bank zeigt sie in drei Tagen."
        )
      ),
      Step(
        id: "refund",
        kind: .do,
        label: text("Refund", "Erstatten"),
        text: text(
          "Start the refund of {{ask.orderNumber}} in the shop's back office.",
          "Die Erstattung zu {{ask.orderNumber}} im Shop anstoßen."
        )
      ),
      Step(
        id: "more",
        kind: .choose,
        label: text("Anything else", "Noch etwas"),
        text: text("Is there anything else on your mind?", "Gibt es noch etwas?")
      ),
    ]
    script.steps[1].needs = ["geographic.postcode"]
    script.steps[4].next = [
      .init(label: text("yes, another payment", "ja, eine weitere Zahlung"), to: "fix"),
      .init(label: text("no, all well", "nein, alles gut"), to: "more"),
    ]
    return script
  }()

  private static let whereIsIt: Script = {
    var script = Script(
      id: "where-is-it",
      title: text("Where is my order"),
      intent: "delivery"
    )
    script.subject = text("Your order {{ask.orderNumber}}")
    script.asks = [.init(id: "orderNumber", label: text("Order number"))]
    script.steps = [
      Step(
        id: "hello",
        kind: .say,
        label: text("Greet"),
        text: text("Hi {{customer.callName}}! Let me look where your parcel is.")
      ),
      Step(
        id: "look",
        kind: .say,
        label: text("Tell"),
        text: text("Order {{ask.orderNumber}} left us yesterday.\nIt should be with you tomorrow.")
      ),
    ]
    return script
  }()
}
