import JSONLogic
import RapportCore

/// What sets a group apart from another, in lines for people.
struct ContrastText {
  private static let most = 12

  private let contrast: GroupContrast
  private let definitions: Definitions
  private let wording: Wording
  private let inRule: Set<String>

  init(_ contrast: GroupContrast, _ opened: OpenStore, _ inRule: Set<String>) {
    self.contrast = contrast
    self.inRule = inRule
    definitions = opened.definitions
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    wording = Wording(
      languages: [definitions.settings.language, "en"],
      zone: zone,
      today: zone.date(opened.now)
    )
  }

  func lines(_ first: String, _ second: String) -> [String] {
    let number = SegmentSizeTable.number
    let head =
      "\(number(contrast.first)) of \(first) beside \(number(contrast.second)) of \(second):"
    guard !contrast.noticeable.isEmpty else {
      return [head, "no attribute tells them apart: all differences are small"]
    }
    return [head] + contrast.noticeable.prefix(Self.most).flatMap(lines(of:))
  }

  private func lines(of contrast: AttributeContrast) -> [String] {
    let attribute = definitions.catalog[contrast.id]
    let label = attribute.map(wording.label) ?? contrast.id
    let note = inRule.contains(contrast.id) ? " (in the rule)" : ""
    let known =
      "known of \(SegmentSizeTable.number(contrast.known.first)) and "
      + SegmentSizeTable.number(contrast.known.second)
    if let numbers = contrast.numbers {
      let (one, other) = (
        words(numbers.first.mean, attribute), words(numbers.second.mean, attribute)
      )
      return ["\(label)\(note): \(one) on average, the others \(other); \(known)"]
    }
    let levels = contrast.levels.prefix(3).map { level -> String in
      let value = AttributeValue(level.value, of: attribute).words(wording)
      return "  \(value): \(SegmentOverviewTable.share(level.first, contrast.known.first)) "
        + "(\(SegmentSizeTable.number(level.first))), the others "
        + "\(SegmentOverviewTable.share(level.second, contrast.known.second)) "
        + "(\(SegmentSizeTable.number(level.second)))"
    }
    return ["\(label)\(note): \(known)"] + levels
  }

  private func words(_ mean: Double, _ attribute: Attribute?) -> String {
    guard attribute?.kind != .date else {
      return wording.date(CalendarDate(daysSinceEpoch: Int(mean.rounded())))
    }
    let rounded = mean.magnitude >= 100 ? mean.rounded() : (mean * 10).rounded() / 10
    return AttributeValue(JSON(rounded), of: attribute).words(wording)
  }
}
