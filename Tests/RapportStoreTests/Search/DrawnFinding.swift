import JSONLogic
import RapportCore

/// Made-up people whose names are near one another, and what might be typed to find them.
struct DrawnFinding {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let given = [
    "Anna", "Änne", "Zoë", "Jörg", "Joerg", "Jean-Luc", "Ana", "José", "Bo", "Magdalena", "Lena",
    "William", "Bill", "Catherine", "Kathryn", "Johannes", "Hans", "Łukasz", "太郎", "Иван",
    "Alexander",
    "Margaret", "Peggy", "Jon", "John", "Stephan", "Stefan", "イチロー", "Ichiro", "ゆうこ",
  ]
  private static let family = [
    "Müller", "Mueller", "Muller", "Miller", "Groß", "O'Neil", "Łoś", "Andersson", "Anderson",
    "de Boer",
    "Meyer", "Maier", "Mayr", "Schmidt", "Schmitt", "Smith", "Smyth", "Petrov", "田中",
    "スズキ", "Suzuki", "ｻﾄｳ", "Sato",
    "García López",
    "Featherstonehaugh", "Featherstone", "Lindqvist", "Lindquist",
  ]
  private static let companies = ["ACME", "Kiefer Optik GmbH", "Smith & Sons", "Miller-Meyer AG"]
  private static let cities = ["Berlin", "Bern", "Bergen", "München", "Mannheim", "Ulm"]

  private mutating func one<Element>(_ of: [Element]) -> Element {
    of[Int.random(in: of.indices, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  mutating func people(_ count: Int) -> [JSON] {
    (0..<count).map { number in
      let name = "\(one(Self.given)) \(one(Self.family))"
      var record: JSONObject = ["id": .string("C-00\(number + 1)")]
      if chance(95) { record["name"] = ["full": .string(name)] }
      if chance(60) {
        let digits = chance(30) ? "\(Int.random(in: 10...999, using: &random))" : ""
        let local = name.lowercased().split(separator: " ").joined(separator: ".") + digits
        record["emails"] = [.string(local + (chance(50) ? "@example.org" : "@acme.example"))]
      }
      if chance(60) {
        let digits = Int.random(in: 1_000_000...9_999_999, using: &random)
        record["phones"] = [.string(one(["+49 30 ", "030/", "0049 89 ", "+1 801 "]) + "\(digits)")]
      }
      if chance(30) { record["company"] = .string(one(Self.companies)) }
      if chance(70) {
        record["geographic"] = [
          "city": .string(one(Self.cities)),
          "postcode": .string("\(Int.random(in: 10_000...10_050, using: &random))"),
        ]
      }
      return .object(record)
    }
  }

  /// Parts of one record, or of two, or junk.
  mutating func query(_ people: [JSON]) -> String {
    let record = one(people)
    var words: [String] = []
    for _ in 0..<one([1, 1, 2, 2, 2, 3]) {
      words.append(mistyped(word(of: chance(85) ? record : one(people))))
    }
    if chance(3) {
      words.append(one(["\"", "NEAR/2", "' OR 1=1 --", "\u{7}", "🎉", "*", "مرحبا", "--", "a"]))
    }
    return words.joined(separator: one([" ", " ", " ", ", ", "  "])) + (chance(15) ? " " : "")
  }

  private mutating func word(of record: JSON) -> String {
    let name = record["name"]?["full"]?.stringValue ?? "Nobody"
    let names = name.split { $0 == " " || $0 == "-" }.map(String.init)
    switch Int.random(in: 0..<20, using: &random) {
    case 0...10: return one(names)
    case 11: return one(Self.given)
    case 12: return one(Self.family)
    case 13: return record["id"]?.stringValue ?? "C"
    case 14: return record["emails"]?[0]?.stringValue ?? "@example.org"
    case 15: return record["phones"]?[0]?.stringValue ?? "+49 30"
    case 16: return String((record["phones"]?[0]?.stringValue ?? "1234").suffix(4))
    case 17: return record["company"]?.stringValue ?? one(Self.companies)
    case 18: return record["geographic"]?["city"]?.stringValue ?? one(Self.cities)
    default: return record["geographic"]?["postcode"]?.stringValue ?? "10007"
    }
  }

  /// In full, only the beginning, or with an error or two.
  private mutating func mistyped(_ word: String) -> String {
    var letters = Array(word)
    for _ in 0..<one([0, 0, 0, 1, 1, 2]) where letters.count > 2 {
      let place = Int.random(in: 0..<letters.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(one(Array("aeinrst")), at: place)
      case 2: letters[place] = one(Array("aeinrst"))
      default: letters.swapAt(place, max(0, place - 1))
      }
    }
    if chance(30) {
      letters = Array(letters.prefix(Int.random(in: 1...max(1, letters.count), using: &random)))
    }
    let text = String(letters)
    return chance(20) ? text.uppercased() : text
  }
}
