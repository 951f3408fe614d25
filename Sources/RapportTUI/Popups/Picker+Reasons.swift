import RapportCore

extension Picker {
  /// Puts the reasons that fit the caller's words first, each with the words that speak for it and the
  /// example that is nearest; then those whose title is being typed.
  mutating func rankReasons(with knowledge: Knowledge) {
    let typed = field.text
    guard typed.nonBlank != nil else { return show(Array(items.indices)) }
    var order: [Int] = []
    for match in knowledge.rank(pasted.count > typed.count ? pasted : typed) {
      guard let index = items.firstIndex(where: { $0.choice == .reason(match.intent) }) else {
        continue
      }
      items[index].detail = match.because
      order.append(index)
    }
    let query = Matching.words(typed)
    // A few words may be those of a title; many are what the caller says.
    let titled =
      query.count > 3
      ? []
      : items.indices.filter { !order.contains($0) }
        .map { (index: $0, score: Matching.score(query, title: items[$0].title, words: "")) }
        .filter { $0.score > 2 }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
    show(order + titled.map(\.index))
  }
}

extension IntentMatch {
  /// `charged, twice · “you charged me twice”`.
  var because: String {
    ([words.joined(separator: ", ")] + (example.map { ["“\($0)”"] } ?? [])).joined(separator: " · ")
  }
}
