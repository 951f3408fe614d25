package import JSONLogic

/// Where a value is in a customer's record: `behavioral.orders`, `name.given`, `phones`.
///
/// Below `observed` and `notSaid` the rest of the path is one key, because the keys there are paths.
package struct RecordPath: Hashable, Sendable {
  package var components: [String]

  package init(_ path: String) {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let first = parts.first, ["observed", "notSaid"].contains(first), parts.count > 1 {
      components = [first, parts.dropFirst().joined(separator: ".")]
    } else {
      components = parts
    }
  }

  package func value(in record: JSONObject) -> JSON? {
    guard let first = components.first, var value = record[first] else { return nil }
    for component in components.dropFirst() {
      guard let next = value[component] else { return nil }
      value = next
    }
    return value
  }

  /// Sets or (with nil) removes the value.
  ///
  /// An object on the way is made where there is none, and
  /// removed with the last of its keys.
  package func set(_ value: JSON?, in record: inout JSONObject) {
    Self.set(value, components[...], in: &record)
  }

  private static func set(
    _ value: JSON?,
    _ components: ArraySlice<String>,
    in object: inout JSONObject
  ) {
    guard let key = components.first else { return }
    guard components.count > 1 else {
      object[key] = value
      return
    }
    var inner = object[key]?.objectValue ?? [:]
    set(value, components.dropFirst(), in: &inner)
    if inner.isEmpty, value == nil {
      if object[key]?.objectValue != nil { object[key] = nil }
    } else {
      object[key] = .object(inner)
    }
  }
}
