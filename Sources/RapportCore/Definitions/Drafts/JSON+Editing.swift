package import JSONLogic

extension JSON {
  /// The value with another one at a place; nil takes it out.
  ///
  /// Objects on the way are made where there are none, and taken out with the last of their keys. A
  /// position of a list that is not there is left alone.
  package func setting(_ value: JSON?, at pointer: JSONPointer) -> JSON {
    Self.set(value, pointer.tokens[...], in: self) ?? .object([:])
  }

  private static func set(_ value: JSON?, _ tokens: ArraySlice<String>, in json: JSON?) -> JSON? {
    guard let token = tokens.first else { return value }
    let rest = tokens.dropFirst()
    if case .array(var items)? = json {
      guard let position = Int(token), items.indices.contains(position) else { return json }
      // An item stays, even with nothing in it: the others keep their places.
      items[position] = set(value, rest, in: items[position]) ?? .object([:])
      return .array(items)
    }
    var object = json?.objectValue ?? [:]
    object[token] = set(value, rest, in: object[token])
    return object.isEmpty ? nil : .object(object)
  }

  /// The list at a place with an item put in, taken out or moved; the value itself where there is none.
  package func changingList(at pointer: JSONPointer, _ body: (inout [JSON]) -> Void) -> JSON {
    var items = self[pointer]?.arrayValue ?? []
    body(&items)
    return setting(items.isEmpty ? nil : .array(items), at: pointer)
  }
}
