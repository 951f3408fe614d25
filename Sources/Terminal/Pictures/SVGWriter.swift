/// Writes elements with escaped attributes and text.
struct SVGWriter {
  private(set) var document = ""

  enum Value: ExpressibleByStringLiteral {
    case text(String)
    case number(Double)
    case color(RGB)

    init(stringLiteral text: String) { self = .text(text) }
  }

  typealias Attribute = (name: String, value: Value)

  mutating func open(_ element: String, _ attributes: [Attribute]) {
    start(element, attributes)
    document += ">\n"
  }

  mutating func close(_ element: String) { document += "</\(element)>\n" }

  /// An element with nothing but text in it, or empty.
  mutating func leaf(_ element: String, _ attributes: [Attribute], text: String = "") {
    start(element, attributes)
    document += text.isEmpty ? "/>\n" : ">\(Self.escaped(text))</\(element)>\n"
  }

  private mutating func start(_ element: String, _ attributes: [Attribute]) {
    document += "<\(element)"
    for attribute in attributes {
      let value =
        switch attribute.value {
        case .text(let text): Self.escaped(text)
        case .number(let number): Self.text(number)
        case .color(let color): color.hex
        }
      document += " \(attribute.name)=\"\(value)\""
    }
  }

  /// A coordinate to a tenth, without a zero at its end.
  static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
    return tenths % 10 == 0 ? whole : "\(whole).\(abs(tenths) % 10)"
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
