import JSONLogic
import Testing

@testable import RapportCore

struct OfferResolverTests {
  /// Monday 10:00 in Berlin.
  private static let now = Instant(seconds: 1_795_424_400)

  private func definitions(_ change: (inout Definitions) -> Void = { _ in }) -> Definitions {
    var settings = StoreSettings(name: "a", company: "A")
    settings.timeZone = "Europe/Berlin"
    var definitions = Definitions(settings: settings, catalog: AttributeCatalog([]))
    var loyal = Segment(id: "loyal", name: "Loyal advocates", priority: 1)
    loyal.services = ["line", "desk"]
    var fleet = Segment(id: "fleet", name: "Fleets", priority: 2)
    fleet.services = ["desk", "rebate"]
    var draft = Segment(id: "draft", name: "Draft", priority: 3)
    draft.status = .draft
    draft.services = ["secret"]
    definitions.segments = [loyal, fleet, draft]
    definitions.services = [
      service("line"), service("desk"), service("rebate"), service("secret"), service("mail"),
    ]
    change(&definitions)
    return definitions
  }

  private func service(_ id: Service.ID, _ change: (inout Service) -> Void = { _ in }) -> Service {
    var service = Service(
      id: id,
      name: LocalizedText(["en": "The \(id)"]),
      kind: .supportHours
    )
    change(&service)
    return service
  }

  private func hours(_ start: Int, _ end: Int) -> OpeningHours {
    let frame = OpeningHours.Frame(start: start * 60, end: end * 60)
    return OpeningHours(
      timeZone: "Europe/Berlin",
      weekly: Dictionary(
        uniqueKeysWithValues: OpeningHours.Weekday.allCases.map { ($0, [frame]) }
      )
    )
  }

  private func resolve(
    _ definitions: Definitions,
    _ answers: [(Segment.ID, Membership.Answer)] = [("loyal", .in), ("fleet", .in)],
    channel: Channel = .phone,
    intent: Intent.ID? = nil,
    mood: Mood = .calm,
    reading: RuleReading = RuleReading(.in, because: "")
  ) -> [ServiceOffer] {
    var situation = Situation(agent: nil, channel: channel, intent: intent, now: Self.now)
    situation.mood = mood
    return OfferResolver(definitions).resolve(
      answers.map {
        Membership(segment: $0, name: $0.rawValue, revision: 1, answer: $1, because: [])
      },
      situation: situation,
      customerZone: nil,
      read: { _ in reading }
    )
  }

  private func offer(_ id: Service.ID, in offers: [ServiceOffer]) throws -> ServiceOffer {
    try #require(offers.first { $0.id == id })
  }

  @Test func `services come from every segment the customer is in, and those of no segment`() throws
  {
    let offers = resolve(definitions(), [("loyal", .unknown), ("fleet", .in)])
    #expect(offers.map(\.id) == ["desk", "rebate", "mail", "line"])
    #expect(offers.map(\.answer) == [.in, .in, .in, .unknown])
    #expect(try offer("desk", in: offers).from == ["fleet"])
    #expect(try offer("desk", in: offers).because == "for Fleets")
    #expect(try offer("mail", in: offers).because == "for everybody")
    #expect(try offer("line", in: offers).because == "ask first: Loyal advocates not known yet")
    let none = resolve(definitions(), [("loyal", .out), ("fleet", .broken)])
    #expect(try offer("desk", in: none).because == "only for Loyal advocates, Fleets")
    #expect(try offer("desk", in: none).answer == .out)
  }

  @Test(arguments: [
    (Membership.Answer.out, "country is FR", "not for them: country is FR"),
    (.unknown, "country is not known", "ask first: country is not known"),
    (.broken, "cannot compare", "cannot compare"),
    (.in, "country is DE", "for Loyal advocates; country is DE"),
  ])
  func `a rule is read in three values and says why`(
    answer: Membership.Answer,
    words: String,
    because: String
  ) throws {
    let rule = try Rule(["===": [["var": "geographic.country"], "DE"]])
    let definitions = definitions {
      $0.services[0].eligibility = rule
    }
    let offers = resolve(definitions, reading: RuleReading(answer, because: words))
    let line = try offer("line", in: offers)
    #expect(line.answer == answer)
    #expect(line.because == because)
  }

  @Test func `channel, dates and reason may take an offer away, and say so`() throws {
    var title = Intent(id: "grief", title: LocalizedText(["en": "A customer has died"]))
    title.offers = .always
    let definitions = definitions {
      $0.intents = [title]
      $0.services[0].channels = [.chat, .email]
      $0.services[1].validUntil = CalendarDate(parsing: "2026-11-22")
      $0.services[2].validFrom = CalendarDate(parsing: "2026-11-24")
      $0.services[4].notForIntents = ["grief"]
    }
    let offers = resolve(definitions, intent: "grief")
    #expect(offers.allSatisfy { $0.answer == .out })
    #expect(try offer("line", in: offers).because == "not by phone, only by chat, e-mail")
    #expect(try offer("desk", in: offers).because == "ended on 22 November 2026")
    #expect(try offer("rebate", in: offers).because == "not before 24 November 2026")
    #expect(
      try offer("mail", in: offers).because == "not with the reason \"A customer has died\""
    )
  }

  @Test func `of a group they get the highest rank that is open now`() throws {
    let definitions = definitions {
      for position in 0..<3 {
        $0.services[position].group = "phone"
        $0.services[position].rank = 3 - position
      }
      $0.services[0].hours = hours(12, 20)
      $0.services[1].hours = hours(8, 18)
    }
    let offers = resolve(definitions)
    let desk = try offer("desk", in: offers)
    #expect(offers.first?.id == "desk")
    #expect(desk.better == "line")
    #expect(desk.status == "open, until 18:00")
    let line = try offer("line", in: offers)
    #expect(line.answer == .in && line.status == "closed, opens 12:00")
    let rebate = try offer("rebate", in: offers)
    #expect(rebate.answer == .out && rebate.because == "they get The desk")
  }

  @Test func `of a closed group the highest rank is told, and what opens earlier`() throws {
    let definitions = definitions {
      for position in 0..<3 {
        $0.services[position].group = "phone"
        $0.services[position].rank = 3 - position
      }
      $0.services[0].hours = hours(14, 20)
      $0.services[1].hours = hours(16, 18)
      $0.services[2].hours = hours(11, 12)
    }
    let offers = resolve(definitions)
    #expect(try offer("line", in: offers).answer == .in)
    #expect(try offer("desk", in: offers).answer == .out)
    #expect(try offer("rebate", in: offers).answer == .in)
  }

  @Test func `what stands in for a closed service is offered too`() throws {
    let definitions = definitions {
      $0.services[0].hours = hours(14, 20)
      $0.services[0].instead = "rebate"
    }
    let offers = resolve(definitions, [("loyal", .in), ("fleet", .out)])
    let rebate = try offer("rebate", in: offers)
    #expect(rebate.answer == .in)
    #expect(rebate.because == "instead of The line, which is closed")
    #expect(try offer("line", in: offers).instead == "rebate")
  }

  @Test(arguments: [
    (Intent.Offers.always, Mood.calm, nil as String?), (.always, .upset, "after the solution"),
    (.afterSolution, .calm, "after the solution"), (.never, .calm, "not in this contact"),
  ])
  func `offers wait for the solution, or do not come at all`(
    when: Intent.Offers,
    mood: Mood,
    waits: String?
  ) throws {
    var intent = Intent(id: "x", title: LocalizedText([:]))
    intent.offers = when
    let definitions = definitions { $0.intents = [intent] }
    let offers = resolve(definitions, intent: "x", mood: mood)
    #expect(try offer("line", in: offers).waits == waits)
  }
}
