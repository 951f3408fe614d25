import JSONLogic
import RapportCore
import TestSupport

/// Reasons of a bank's customers by their words: 5-fold cross-validation, and the time of one ranking
/// among all examples.
struct IntentTrial {
  let rounds: Int

  func run() async -> JSON {
    guard let bank = BankUtterances() else { return .null }
    var (first, third, asked) = (0, 0, 0)
    let folds = bank.folds(5, seed: 1)
    var building = Stopwatch()
    for fold in folds {
      let held = Set(fold)
      let known = bank.texts.indices.filter { !held.contains($0) }.map { example(bank, $0) }
      let ranker = await building.measure { IntentRanker(known) }
      for position in fold {
        let ranked = ranker.rank(bank.texts[position].text, limit: 3).map(\.intent.rawValue)
        asked += 1
        if ranked.first == bank.texts[position].reason { first += 1 }
        if ranked.contains(bank.texts[position].reason) { third += 1 }
      }
    }
    let all = IntentRanker(bank.texts.indices.map { example(bank, $0) })
    var watch = Stopwatch()
    for position in stride(from: 0, to: bank.texts.count, by: 10) {
      _ = await watch.measure { all.rank(bank.texts[position].text) }
    }
    let letter = bank.texts.prefix(40).map(\.text).joined(separator: " ")
    var long = Stopwatch()
    for _ in 0..<rounds { _ = await long.measure { all.rank(letter) } }
    return [
      "examples": JSON(bank.texts.count), "asked": JSON(asked),
      "foundFirst": JSON(first), "foundAmongThree": JSON(third),
      "buildMilliseconds": JSON(building.median),
      "rankMilliseconds": ["median": JSON(watch.median), "slowest": JSON(watch.slowest)],
      "letterOfFourHundredWordsMilliseconds": JSON(long.median),
    ]
  }

  private func example(_ bank: BankUtterances, _ position: Int) -> IntentExample {
    IntentExample(intent: Intent.ID(bank.texts[position].reason), text: bank.texts[position].text)
  }
}
