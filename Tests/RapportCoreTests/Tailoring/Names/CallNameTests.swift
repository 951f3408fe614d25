import JSONLogic
import Testing

@testable import RapportCore

struct CallNameTests {
  struct Case: Sendable, CustomStringConvertible {
    var name: String
    var language: String
    var culture: String?
    var casual: String?
    var formal: String?
    var description: String { "\(name) in \(language)" }

    init(
      _ name: String,
      _ language: String,
      culture: String? = nil,
      casual: String?,
      formal: String?
    ) {
      self.name = name
      self.language = language
      self.culture = culture
      self.casual = casual
      self.formal = formal
    }
  }

  static let cases = [
    Case(
      #"{"full": "Zoë Müller", "given": "Zoë", "family": "Müller", "salutation": "Frau"}"#,
      "de",
      casual: "Zoë",
      formal: "Frau Müller"
    ),
    Case(
      #"{"given": "Robert", "family": "Smith", "preferred": "Bob"}"#,
      "en",
      casual: "Bob",
      formal: "Robert Smith"
    ),
    Case(#"{"full": "Suharto"}"#, "en", casual: "Suharto", formal: "Suharto"),
    Case(
      #"{"full": "Suharto", "salutation": "Pak"}"#,
      "id",
      casual: "Suharto",
      formal: "Pak Suharto"
    ),
    Case(
      #"{"full": "María del Carmen Pérez"}"#,
      "es",
      casual: "María del Carmen Pérez",
      formal: "María del Carmen Pérez"
    ),
    Case(
      #"{"family": "Müller", "salutation": "Herr"}"#,
      "de",
      casual: "Müller",
      formal: "Herr Müller"
    ),
    Case(
      #"{"given": "Björk", "family": "Guðmundsdóttir"}"#,
      "is",
      casual: "Björk",
      formal: "Björk"
    ),
    Case(#"{"given": "美咲", "family": "田中"}"#, "ja", casual: "田中さん", formal: "田中様"),
    Case(
      #"{"given": "美咲", "family": "田中"}"#,
      "en",
      culture: "ja",
      casual: "美咲",
      formal: "田中美咲"
    ),
    Case(
      #"{"given": "伟", "family": "王", "salutation": "先生"}"#,
      "zh",
      casual: "伟",
      formal: "王先生"
    ),
    Case(#"{"given": "민준", "family": "김"}"#, "ko-KR", casual: "민준님", formal: "김민준님"),
    Case(
      #"{"given": "László", "family": "Nagy", "salutation": "úr"}"#,
      "hu",
      casual: "László",
      formal: "Nagy úr"
    ),
    Case(
      #"{"given": "László", "family": "Nagy"}"#,
      "en",
      culture: "hu",
      casual: "László",
      formal: "Nagy László"
    ),
    Case(
      #"{"given": "Anh", "family": "Nguyễn", "salutation": "Chị"}"#,
      "vi",
      casual: "Anh",
      formal: "Chị Anh"
    ),
    Case(#"{"salutation": "Frau"}"#, "de", casual: nil, formal: nil),
    Case(#"{"full": "  ", "given": ""}"#, "ja", casual: nil, formal: nil),
    Case(#""Ana Petrov""#, "en", casual: "Ana Petrov", formal: "Ana Petrov"),
    Case("null", "en", casual: nil, formal: nil),
  ]

  @Test(arguments: cases)
  func `a customer is called as their culture does`(example: Case) throws {
    let name = PersonName(try JSON(parsing: example.name))
    for isFormal in [false, true] {
      let text = CallName.text(
        for: name,
        isFormal: isFormal,
        language: example.language,
        culture: example.culture
      )
      #expect(text == (isFormal ? example.formal : example.casual), "formal: \(isFormal)")
    }
  }

  @Test func `a call name is never blank, whatever is on record`() {
    var generator = SplitMix64(seed: 21)
    let parts: [JSON] = [.null, "", " \t", "Ana", "王", "  Ana  Lu ", 5, true, "‏שרה"]
    let languages = ["de", "en-GB", "ja", "ko", "zh-Hant-TW", "hu", "vi", "is", ""]
    for _ in 0..<4000 {
      var record: JSONObject = [:]
      for key in ["full", "given", "family", "preferred", "salutation"] {
        record[key] = parts[Int.random(in: 0..<parts.count, using: &generator)]
      }
      let language = languages[Int.random(in: 0..<languages.count, using: &generator)]
      let text = CallName.text(
        for: PersonName(.object(record)),
        isFormal: Bool.random(using: &generator),
        language: language,
        culture: languages[Int.random(in: 0..<languages.count, using: &generator)]
      )
      if let text {
        #expect(!text.isBlank && text == text.trimmingSpace, "seed 21: \(record) \(language)")
      }
    }
  }
}
