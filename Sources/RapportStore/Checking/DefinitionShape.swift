package import JSONLogic
import RapportCore

/// The fields that the schema of a kind of definition knows, place by place.
package struct DefinitionShape: Sendable {
  /// A field that has no meaning.
  package struct Unknown: Sendable, Hashable {
    package var key: String
    /// The fields that there are in its place, by alphabet.
    package var known: [String]

    /// `there is no field "foo"; did you mean "tone"? There are adjust, goal, ...`.
    package var sentence: String {
      let meant = SpellingSuggestion.question(key, among: known).map { "; \($0)" } ?? "."
      return "there is no field \"\(key)\"\(meant) There are \(known.joined(separator: ", "))"
    }
  }

  private let schema: JSON
  /// What nobody sets by hand.
  private static let fixed = ["$schema", "id", "revision"]

  /// Nil where there is no such schema.
  package init?(kind: String) {
    guard let text = Schemas.named(kind), let schema = try? JSON(parsing: text) else { return nil }
    self.schema = schema
  }

  /// The first part of a pointer that means nothing; nil where all of it does.
  ///
  /// What is there already may be changed and taken out, and `x-` fields are anybody's.
  ///
  /// - Parameters:
  ///   - pointer: to a field of the object, or of what is in it.
  ///   - object: as it is.
  /// - Returns: the part, with what it could have been.
  package func unknown(_ pointer: JSONPointer, in object: JSON) -> Unknown? {
    var place: JSON? = schema
    var value: JSON? = object
    for token in pointer.tokens {
      let shape = place.map(resolved)
      value = value.flatMap { $0[JSONPointer([token])] }
      if let properties = shape?["properties"]?.objectValue {
        let isOpen = token.hasPrefix("x-") || shape?["additionalProperties"] != nil
        guard properties[token] != nil || value != nil || isOpen else {
          return Unknown(
            key: token,
            known: properties.keys.filter { !Self.fixed.contains($0) }.sorted()
          )
        }
        place = properties[token]
      } else {
        place = shape?["items"]
      }
    }
    return nil
  }

  /// What a reference stands for.
  private func resolved(_ shape: JSON) -> JSON {
    guard let name = shape["$ref"]?.stringValue?.split(separator: "/").last,
      let shared = schema["$defs"]?[String(name)]
    else { return shape }
    return shared
  }
}
