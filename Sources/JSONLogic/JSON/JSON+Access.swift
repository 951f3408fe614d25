extension JSON {
  /// The text, where this is a string.
  public var stringValue: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The number as an `Int`, where this is a whole number that fits one.
  public var intValue: Int? {
    guard case .number(let value) = self else { return nil }
    return value.integer
  }

  /// The number as a `Double`, where this is a number.
  public var doubleValue: Double? {
    guard case .number(let value) = self else { return nil }
    return value.double
  }

  /// The truth value, where this is a Boolean.
  public var boolValue: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The items, where this is a list.
  public var arrayValue: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// The entries, where this is an object.
  public var objectValue: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// Whether this is `null`.
  public var isNull: Bool {
    guard case .null = self else { return false }
    return true
  }

  /// The value under a key: nil where this is no object or has no such key.
  ///
  /// Setting turns anything but an object into one; setting nil removes the key.
  public subscript(key: String) -> JSON? {
    get {
      guard case .object(let object) = self else { return nil }
      return object[key]
    }
    set {
      var object = objectValue ?? [:]
      self = .null  // gives up the second reference, so that the change is made in place
      object[key] = newValue
      self = .object(object)
    }
  }

  /// The item at a position: nil where this is no list or is shorter.
  public subscript(position: Int) -> JSON? {
    guard case .array(let values) = self, values.indices.contains(position) else { return nil }
    return values[position]
  }

  /// What kind of value this is, in a word for messages: "text", "a number", "a list" ...
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
