/// Guesses what a mistyped name was meant to be.
enum Spelling {
  /// `, did you mean "label"?`, or nothing where no name is near.
  static func hint(_ name: String, among names: [String]) -> String {
    let nearest = names.map { ($0, distance(name, $0)) }.min { $0.1 < $1.1 }
    let limit = name.count < 4 ? 1 : max(2, name.count / 3)
    guard let (guess, distance) = nearest, distance <= limit else { return "" }
    return ", did you mean \"\(guess)\"?"
  }

  /// Letters to insert, remove or replace (Levenshtein), of the first 40.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.prefix(40)), Array(b.prefix(40)))
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
