import JSONLogic
import Terminal

/// Turns a parsed theme file into a theme and keeps what it warns of.
struct ThemeDecoder {
  let file: String
  private(set) var warnings: [ThemeWarning] = []

  init(file: String) { self.file = file }

  private static let keys = [
    "name", "author", "appearance", "inherits", "palette", "roles", "ansi16", "mono",
  ]
  private static let attributes: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]

  mutating func theme(_ json: JSON, name: String) -> Theme {
    guard let object = json.objectValue else {
      warn([], "a theme is an object, not \(json.kind)")
      return Theme(name: name)
    }
    for key in object.keys where !Self.keys.contains(key) {
      warn([key], "unknown key\(Spelling.hint(key, among: Self.keys))")
    }
    var theme = Theme(name: name)
    theme.name = text(object, "name").map { Text.lineSafe($0) } ?? name
    theme.author = text(object, "author").map { Text.lineSafe($0) } ?? ""
    theme.inherits = text(object, "inherits")
    if let appearance = text(object, "appearance") {
      theme.appearance = choice(appearance)
    }
    theme.palette = palette(object["palette"])
    theme.roles = entries(object["roles"], at: ["roles"])
    theme.ansi16 = entries(object["ansi16"], at: ["ansi16"])
    theme.mono = entries(object["mono"], at: ["mono"])
    return theme
  }

  private mutating func warn(_ place: JSONPointer, _ message: String) {
    warnings.append(ThemeWarning(file: file, place: place, message: message))
  }

  private mutating func text(_ object: JSONObject, _ key: String) -> String? {
    guard let value = object[key] else { return nil }
    if value.stringValue == nil { warn([key], "expected text, not \(value.kind)") }
    return value.stringValue
  }

  private mutating func choice(_ appearance: String) -> Theme.Appearance {
    if let known = Theme.Appearance(rawValue: appearance) { return known }
    warn(["appearance"], "expected dark, light or any, not \"\(Text.lineSafe(appearance))\"")
    return .any
  }

  private mutating func object(_ json: JSON?, at place: JSONPointer) -> JSONObject {
    guard let json else { return [:] }
    if json.objectValue == nil { warn(place, "expected an object, not \(json.kind)") }
    return json.objectValue ?? [:]
  }

  private mutating func palette(_ json: JSON?) -> [String: Color] {
    var palette: [String: Color] = [:]
    for (name, value) in object(json, at: ["palette"]) {
      if let color = value.stringValue.flatMap({ Color($0) }) {
        palette[name] = color
      } else {
        warn(["palette", name], "expected a colour, such as #80c0ff, ansi:4 or default")
      }
    }
    return palette
  }

  private mutating func entries(_ json: JSON?, at place: JSONPointer) -> [Role: ThemeEntry] {
    var entries: [Role: ThemeEntry] = [:]
    for (name, value) in object(json, at: place) {
      let place = place.appending(name)
      guard let role = Role.all.first(where: { $0.name == name }) else {
        warn(place, "unknown role\(Spelling.hint(name, among: Role.all.map(\.name)))")
        continue
      }
      entries[role] = entry(value, at: place)
    }
    return entries
  }

  private mutating func entry(_ json: JSON, at place: JSONPointer) -> ThemeEntry {
    var entry = ThemeEntry()
    for (key, value) in object(json, at: place) {
      let place = place.appending(key)
      if key == "fg" {
        entry.foreground = paint(value, at: place)
      } else if key == "bg" {
        entry.background = paint(value, at: place)
      } else if let attribute = Self.attributes.first(where: { $0.name == key })?.attribute {
        switch value.boolValue {
        case true: entry.on.insert(attribute)
        case false: entry.off.insert(attribute)
        default: warn(place, "expected true or false, not \(value.kind)")
        }
      } else {
        let known = ["fg", "bg"] + Self.attributes.map(\.name)
        warn(place, "unknown key\(Spelling.hint(key, among: known))")
      }
    }
    return entry
  }

  /// A text that is no colour is taken for a palette's name; whether it is one shows later.
  private mutating func paint(_ json: JSON, at place: JSONPointer) -> ThemeEntry.Paint? {
    guard let text = json.stringValue else {
      warn(place, "expected a colour or a name from the palette, not \(json.kind)")
      return nil
    }
    if text.hasPrefix("#") || text.contains(":") {
      if let color = Color(text) { return .color(color) }
      warn(place, "\"\(Text.lineSafe(text))\" is no colour; write #rrggbb, ansi:0 to ansi:15")
      return nil
    }
    return .named(text)
  }
}
