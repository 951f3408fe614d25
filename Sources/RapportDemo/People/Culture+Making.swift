extension Culture {
  enum Gender: String { case female, male, diverse }

  struct Person {
    var given: NamePart
    var family: NamePart
    var full: String
    var salutation: String?
  }

  func person(_ gender: Gender, random: inout SplitMix64) -> Person {
    let isFemale = gender == .female || (gender == .diverse && random.chance(50))
    let given = givenName(isFemale: isFemale, random: &random)
    var family = familyName(random: &random)
    if isFemale { family = feminized(family) }
    if order == .twoFamilies && random.chance(70) {
      let mother = familyName(random: &random)
      family = NamePart(joining: [family, NamePart("_"), mother])
    }
    let full =
      switch order {
      case .givenFamily, .twoFamilies: given.text + " " + family.text
      case .familyGiven: family.text + " " + given.text
      case .joined: family.text + given.text
      }
    let salutation = gender == .diverse ? nil : isFemale ? salutations?.female : salutations?.male
    return Person(given: given, family: family, full: full, salutation: salutation)
  }

  func familyName(random: inout SplitMix64) -> NamePart {
    if !composedFamilies.isEmpty, random.chance(50), let parts = random.pick(composedFamilies) {
      return NamePart(joining: parts.compactMap { random.pick($0) })
    }
    // Squared, so that the names first in the list are the commonest, as they are in life.
    return families[Int(random.skewed(2) * Double(families.count))]
  }

  func company(random: inout SplitMix64) -> NamePart {
    let parts = [
      familyName(random: &random), random.pick(trades) ?? NamePart(""),
      random.pick(forms) ?? NamePart(""),
    ]
    let ordered = formFirst ? [parts[2], parts[0], parts[1]] : parts
    let words = ordered.filter { !$0.text.isEmpty }
    return NamePart(joining: Array(words.map { [$0] }.joined(separator: [NamePart("_")])))
  }

  /// The reserved blocks of a country are small: the numbers of later customers get an extension.
  private static let plainNumbers = 1_500

  func phone(number: Int, random: inout SplitMix64) -> String {
    let extended = number > Self.plainNumbers ? phones.filter { $0.contains("~") } : []
    let pattern = random.pick(extended.isEmpty ? phones : extended) ?? ""
    return filled(pattern, number: number, random: &random)
  }

  func postcode(of place: Place, random: inout SplitMix64) -> String {
    filled(place.postcode, number: 0, random: &random)
  }

  private func givenName(isFemale: Bool, random: inout SplitMix64) -> NamePart {
    let (listed, composed) = isFemale ? (female, composedFemale) : (male, composedMale)
    guard listed.isEmpty else { return listed[random.below(listed.count)] }
    return NamePart(joining: composed.compactMap { random.pick($0) })
  }

  private func feminized(_ name: NamePart) -> NamePart {
    for (ending, instead) in feminine where name.text.hasSuffix(ending) {
      let text = String(name.text.dropLast(ending.count)) + instead
      return NamePart(Substring(text))
    }
    return name
  }

  private func filled(_ pattern: String, number: Int, random: inout SplitMix64) -> String {
    var bytes: [UInt8] = []
    for byte in pattern.utf8 {
      switch byte {
      case UInt8(ascii: "#"): bytes.append(UInt8(ascii: "0") + UInt8(random.below(10)))
      case UInt8(ascii: "@"): bytes.append(UInt8(ascii: "A") + UInt8(random.below(26)))
      case UInt8(ascii: "~"):
        if number > Self.plainNumbers {
          bytes.append(contentsOf: "-\(random.within(10...99))".utf8)
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
