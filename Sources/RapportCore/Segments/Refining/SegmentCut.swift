package import JSONLogic

/// Where an attribute divides customers in two: below a value and from it on, or one value and others.
package struct SegmentCut: Hashable, Sendable {
  package let attribute: Attribute
  package let value: JSON

  package init(_ attribute: Attribute, at value: JSON) {
    self.attribute = attribute
    self.value = value
  }

  /// Reads a value as somebody typed it.
  package init(
    _ attribute: Attribute,
    typed text: String,
    _ wording: Wording
  ) throws(SegmentRefusal) {
    do throws(AttributeAnswer.Refusal) {
      let value = try AttributeAnswer.parse(text, for: attribute, wording)
      self.init(attribute, at: value.arrayValue?.first ?? value)
    } catch {
      throw SegmentRefusal(
        "bad-value",
        "\"\(text)\" is no value of \(wording.label(attribute)): \(error)"
      )
    }
  }

  /// Whether the value is a threshold.
  package var isOrdered: Bool { Self.isOrdered(attribute.kind) }

  static func isOrdered(_ kind: Attribute.Kind) -> Bool {
    switch kind {
    case .integer, .number, .date, .version: true
    case .text, .boolean, .choice, .list: false
    }
  }

  /// The conditions of the two sides.
  ///
  /// A customer without a value is *not known* on both.
  package var sides: [JSON] {
    let variable: JSON = ["var": .string(attribute.path)]
    switch attribute.kind {
    case .integer, .number, .date: return [["<": [variable, value]], [">=": [variable, value]]]
    case .version:
      return [["sem_ver": [variable, "<", value]], ["sem_ver": [variable, ">=", value]]]
    case .list:
      let item: JSON = ["===": [["var": ""], value]]
      return [["some": [variable, item]], ["none": [variable, item]]]
    case .text, .boolean, .choice:
      return [["===": [variable, value]], ["!==": [variable, value]]]
    }
  }

  /// What is added to the id of each side: `under-20` and `from-20`, `ios` and `not-ios`.
  var suffixes: [String] {
    let text = value.stringValue ?? value.compact()
    let slug = Slug.made(from: text)
    switch attribute.kind {
    case .integer, .number, .version: return ["under-\(slug)", "from-\(slug)"]
    case .date: return ["before-\(slug)", "from-\(slug)"]
    case .boolean: return value == true ? ["yes", "no"] : ["no", "yes"]
    case .text, .choice, .list: return [slug, "not-\(slug)"]
    }
  }
}
