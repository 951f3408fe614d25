import JSONLogic
import RapportCore

/// A made-up customer base in memory, with a search that is simple and slow.
struct PreviewStore: Sendable {
  var customers: [Customer.ID: Customer] = [:]
  var order: [Customer.ID] = []
  var history: [Customer.ID: [Interaction]] = [:]
  /// How many have been read, where not all.
  var searched: Int?

  static let now = Instant(parsing: "2026-11-22T14:04:00Z") ?? Instant(seconds: 0)

  init() {
    add(
      "C-004211",
      "Zoë Müller",
      city: "Berlin",
      company: "Kiefer Optik GmbH",
      email: "zoe.mueller@example.org",
      phone: "+49 30 901820",
      language: "de",
      zone: "Europe/Berlin",
      note: "Prefers e-mail after 18:00.",
      more: [
        "behavioral": ["orders": 14], "technographic": ["device": "ios"],
        "geographic": ["city": "Berlin", "postcode": "10115"],
      ]
    )
    add(
      "C-000412",
      "Ana Petrov",
      city: "Sofia",
      email: "ana.petrov@example.com",
      phone: "+359 2 400 7123",
      language: "en",
      zone: "Europe/Sofia",
      more: ["behavioral": ["orders": 11], "technographic": ["device": "android"]]
    )
    add(
      "C-013377",
      "José Lima",
      city: "São Paulo",
      email: "jose@example.com",
      language: "pt",
      zone: "America/Sao_Paulo",
      more: ["behavioral": ["orders": 3]]
    )
    add("C-000900", "Zora Mulder", city: "Berlin", email: "z.mulder@example.net")
    add("C-000901", "Chloé Meulier", city: "Bernau", email: "chloe@example.net")
    add("C-000902", "王小明", city: "上海", email: "wang@example.cn", language: "zh")
    add("C-000903", "Łukasz Żółć", city: "Łódź", email: "lukasz@example.pl")
    add("C-000904", "محمد علي", city: "القاهرة", email: "m.ali@example.eg", language: "ar")
    for index in 1...40 {
      add(
        "C-\(100_000 + index)",
        "Peter Schmidt",
        city: index % 2 == 0 ? "Hamburg" : "Köln",
        email: "peter\(index)@example.de",
        more: ["geographic": ["city": "Hamburg", "postcode": .string("2\(1000 + index)")]]
      )
    }
    history["C-004211"] = [
      past("C-004211", "2026-11-20T10:00:00Z", .email, "unresolved", "billing-dispute", 2),
      past("C-004211", "2026-09-01T10:00:00Z", .phone, "resolved", "delivery", 5),
    ]
    history["C-000412"] = [
      past("C-000412", "2026-11-21T10:00:00Z", .chat, "resolved", "delivery", nil)
    ]
  }

  mutating func add(
    _ id: String,
    _ name: String,
    city: String,
    company: String? = nil,
    email: String,
    phone: String? = nil,
    language: String? = nil,
    zone: String? = nil,
    note: String? = nil,
    more: JSONObject = [:]
  ) {
    let parts = name.split(separator: " ").map(String.init)
    var record: JSONObject = [
      "id": .string(id),
      "name": ["full": .string(name), "given": .string(parts.first ?? name)],
      "emails": [.string(email)], "geographic": ["city": .string(city)],
    ]
    if let phone { record["phones"] = [.string(phone)] }
    for (key, value) in [
      ("company", company), ("language", language), ("timeZone", zone), ("note", note),
    ] {
      record[key] = value.map { .string($0) }
    }
    for (key, value) in more { record[key] = value }
    put(Customer(id: Customer.ID(id), record: record))
  }

  mutating func put(_ customer: Customer) {
    if customers[customer.id] == nil { order.append(customer.id) }
    customers[customer.id] = customer
  }

  private func past(
    _ customer: Customer.ID,
    _ at: String,
    _ channel: Channel,
    _ outcome: String,
    _ intent: Intent.ID,
    _ score: Int?
  ) -> Interaction {
    var interaction = Interaction(
      id: Interaction.ID("I-\(at)"),
      at: Instant(parsing: at) ?? Self.now,
      customer: customer,
      record: ["asks": ["orderNumber": "AB-123456"]]
    )
    interaction.channel = channel
    interaction.outcome = outcome
    interaction.intent = intent
    interaction.rating = score.map { ($0, 5) }
    interaction.note = outcome == "unresolved" ? "Refund promised, bank unclear." : nil
    return interaction
  }

  var census: Census {
    Census(total: 2000, searched: searched ?? 2000, damaged: 0)
  }

  func find(_ query: String, limit: Int) -> FindResult {
    let words = Self.fold(query).split(separator: " ").map(String.init)
    let hits = order.compactMap { customers[$0].flatMap { hit($0, words) } }
    return FindResult(
      hits: Array(hits.sorted { $0.quality < $1.quality }.prefix(limit)),
      count: hits.count,
      certain: hits.count { !$0.quality.isDoubtful },
      searched: searched ?? 2000,
      total: 2000
    )
  }

  private func hit(_ customer: Customer, _ words: [String]) -> Hit? {
    guard !words.isEmpty else { return nil }
    let shown = CustomerPresentation(customer)
    var fields: [(String, String)] = shown.name.split(separator: " ").map { ("name", String($0)) }
    if let place = shown.place { fields.append(("geographic.city", place)) }
    fields += shown.emails.map { ("email", $0) } + shown.phones.map { ("phone", $0) }
    if let company = shown.company {
      fields += company.split(separator: " ").map { ("company", String($0)) }
    }
    fields.append(("id", customer.id.rawValue))
    var found: [Hit.Word] = []
    for word in words {
      guard let match = Self.match(word, fields) else { return nil }
      found.append(match)
    }
    guard let weakest = found.max(by: { $0.quality < $1.quality }) else { return nil }
    return Hit(
      customer: customer,
      words: found,
      matched: weakest.field,
      quality: weakest.quality
    )
  }

  private static func match(_ word: String, _ fields: [(String, String)]) -> Hit.Word? {
    for (field, text) in fields {
      let folded = fold(text)
      if folded == word { return .init(word: word, field: field, quality: .exact, text: text) }
      if folded.hasPrefix(word) {
        return .init(word: word, field: field, quality: .prefix, text: text)
      }
      if field == "phone", word.count > 2, folded.filter(\.isNumber).hasSuffix(word) {
        return .init(word: word, field: field, quality: .suffix, text: text)
      }
      if field == "name", word == "mul", folded == "meulier" {
        return .init(word: word, field: field, quality: .sound, text: text)
      }
      if field == "name", word == "lina", folded == "lima" {
        return .init(word: word, field: field, quality: .fuzzy, text: text)
      }
    }
    return nil
  }

  static func fold(_ text: String) -> String {
    String(
      text.lowercased().map { character in
        ["ü": "u", "ë": "e", "é": "e", "ö": "o", "ã": "a", "ł": "l"][character] ?? character
      }
    )
  }
}
