/// Which column of a file is the id of a customer, by what it is called.
enum IDColumn {
  /// The one whose name says it best; the first of the others where no name does.
  ///
  /// - Parameters:
  ///   - names: columns with another value in each row.
  ///   - mayBe: whether one can be it whose name does not say so.
  /// - Returns: nil where none can be it. A name, an e-mail address or a phone number never is: people share
  ///   them, and change them.
  static func best(of names: [String], orElse mayBe: (String) -> Bool) -> String? {
    let fit = names.filter { !isPersonal($0) }
    for isIt in [isNamedID, isNamedNumber] {
      if let name = fit.first(where: isIt) { return name }
    }
    return fit.first(where: mayBe)
  }

  private static func isNamedID(_ name: String) -> Bool {
    let words = words(name)
    return words.contains { ["id", "uid", "uuid", "guid"].contains($0) }
      || words.contains { word in whom.contains { word == $0 + "id" } }
  }

  private static func isNamedNumber(_ name: String) -> Bool {
    words(name).contains { word in
      ["no", "nr", "num", "key"].contains(word) || word.hasSuffix("number")
        || word.hasSuffix("nummer") || whom.contains { word == $0 + "no" || word == $0 + "nr" }
    }
  }

  private static func isPersonal(_ name: String) -> Bool {
    let words = words(name)
    let isPart = ["name", "mail", "phone", "telefon", "mobil", "handy"].contains { part in
      words.contains { $0.contains(part) }
    }
    return isPart || words.contains { ["tel", "fax", "cell"].contains($0) }
  }

  /// Before an `id` that is written without a space.
  private static let whom = [
    "customer", "cust", "client", "user", "member", "person", "contact", "account", "record",
    "kunden", "kd",
  ]

  /// `Customer ID`, `customerId` and `CUSTOMER_ID` are customer and id.
  private static func words(_ name: String) -> [String] {
    var words = [""]
    var isAfterSmall = false
    for character in name {
      let isInWord = character.isLetter || character.isNumber
      if !isInWord || (character.isUppercase && isAfterSmall) { words.append("") }
      if isInWord { words[words.count - 1] += character.lowercased() }
      isAfterSmall = character.isLowercase
    }
    return words.filter { !$0.isEmpty }
  }
}
