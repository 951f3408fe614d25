import Testing
import TestSupport

@testable import RapportCore

struct IntentRankerTests {
  static let ranker = IntentRanker([
    IntentExample(intent: "billing", text: "you charged me twice"),
    IntentExample(intent: "billing", text: "there are two payments for one order"),
    IntentExample(intent: "billing", text: "Sie haben den Betrag doppelt abgebucht"),
    IntentExample(intent: "billing", text: "me han cobrado dos veces"),
    IntentExample(intent: "delivery", text: "where is my parcel"),
    IntentExample(intent: "delivery", text: "my order has not arrived"),
    IntentExample(intent: "delivery", text: "wo bleibt meine Bestellung"),
    IntentExample(intent: "delivery", text: "no ha llegado mi pedido"),
    IntentExample(intent: "access", text: "I cannot log in"),
    IntentExample(intent: "access", text: "I forgot my password"),
    IntentExample(intent: "access", text: "ich habe mein Passwort vergessen"),
    IntentExample(intent: "access", text: "パスワードを忘れました"),
    IntentExample(intent: "delivery", text: "荷物が届きません"),
  ])

  @Test(arguments: [
    ("I was charged two times", "billing"),
    ("They charge me twice for the same order!", "billing"),
    ("doppelte Abbuchung", "billing"),
    ("me habéis cobrado dos veces el pedido", "billing"),
    ("the parcell never arived", "delivery"),
    ("Wo ist denn meine Bestelung", "delivery"),
    ("el pedido no llega", "delivery"),
    ("passwort weg, kann mich nicht anmelden", "access"),
    ("PASSWORD forgotten", "access"),
    ("荷物はまだ届きませんか", "delivery"),
    ("パスワードがわからない", "access"),
  ])
  func `a reason is found by words, endings, compounds and typing errors`(
    text: String,
    intent: Intent.ID
  ) {
    #expect(Self.ranker.rank(text).first?.intent == intent)
  }

  @Test
  func `each match names the caller's words that speak for it, and the nearest example`() throws {
    let match = try #require(Self.ranker.rank("Hello, I think you CHARGED me twice").first)
    #expect(match.intent == "billing")
    #expect(match.words.contains("CHARGED"))
    #expect(match.words.contains("twice"))
    #expect(!match.words.contains("Hello"))
    #expect(match.example == "you charged me twice")
  }

  @Test(arguments: ["", "   ", "zzz qqq", "?!", "\u{202E}\u{0}", "🚲"])
  func `words that nobody gave as an example rank nothing`(text: String) {
    #expect(Self.ranker.rank(text).isEmpty)
  }

  @Test
  func `no examples rank nothing`() {
    #expect(IntentRanker([]).rank("you charged me twice").isEmpty)
  }

  @Test
  func `shares are of all evidence, and the best comes first`() {
    for text in ["my order was charged twice", "password order", "I cannot pay"] {
      let matches = Self.ranker.rank(text)
      #expect(matches.map(\.share) == matches.map(\.share).sorted(by: >))
      #expect(matches.reduce(0) { $0 + $1.share } <= 1.000_001)
    }
  }

  @Test
  func `the same text ranks the same however often it is made`() {
    let text = "where is my money, I forgot my order"
    let first = IntentRanker(Self.examples).rank(text)
    for _ in 0..<5 { #expect(IntentRanker(Self.examples).rank(text) == first) }
  }

  @Test
  func `a letter of a megabyte is read to its limit`() {
    let text = String(repeating: "you charged me twice. ", count: 50_000)
    #expect(Self.ranker.rank(text).first?.intent == "billing")
  }

  /// A part of the cross-validation that `rapport-bench tailor` does in full.
  @Test(.enabled(if: SharedData.exists("intents/banking77-train.csv")))
  func `most of a bank's customers are understood at once`() throws {
    let bank = try #require(BankUtterances())
    #expect(bank.texts.count == 10_003)
    let seed: UInt64 = 1
    let folds = bank.folds(5, seed: seed)
    let held = Set(folds[0])
    let ranker = IntentRanker(
      bank.texts.indices.filter { !held.contains($0) }
        .map { IntentExample(intent: Intent.ID(bank.texts[$0].reason), text: bank.texts[$0].text) }
    )
    let asked = folds[0].enumerated().filter { $0.offset.isMultiple(of: 4) }.map(\.element)
    var (first, third) = (0, 0)
    for position in asked {
      let ranked = ranker.rank(bank.texts[position].text, limit: 3).map(\.intent.rawValue)
      if ranked.first == bank.texts[position].reason { first += 1 }
      if ranked.contains(bank.texts[position].reason) { third += 1 }
    }
    let (at1, at3) = (Double(first) / Double(asked.count), Double(third) / Double(asked.count))
    #expect(at1 >= 0.84, "of \(asked.count), seed \(seed): \(at1)")
    #expect(at3 >= 0.94, "of \(asked.count), seed \(seed): \(at3)")
  }
}

extension IntentRankerTests {
  static let examples = [
    IntentExample(intent: "b", text: "where is my order"),
    IntentExample(intent: "a", text: "where is my money"),
    IntentExample(intent: "c", text: "I forgot my password"),
  ]
}
