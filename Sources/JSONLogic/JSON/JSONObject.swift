/// The entries of a JSON object in the order they were written.
///
/// A look-up scans up to 32 keys and goes through a hash index beyond, so that it is fast in
/// a small record and in a large one. Equality disregards the order.
public struct JSONObject: Sendable {
  /// A key and its value.
  public typealias Element = (key: String, value: JSON)

  private var entries: [Element]
  /// Where each key stands; nil up to `scanLimit` entries.
  private var index: [JSONKey: Int]?

  private static let scanLimit = 32

  /// An empty object.
  public init() {
    entries = []
  }

  /// An object with these entries; of two equal keys the later value stays, at the first's place.
  public init(_ entries: some Sequence<Element>) {
    self.init()
    self.entries.reserveCapacity(entries.underestimatedCount)
    for entry in entries { self[entry.key] = entry.value }
  }

  /// The keys in order.
  public var keys: [String] { entries.map(\.key) }

  /// The values in order.
  public var values: [JSON] { entries.map(\.value) }

  /// The value under a key.
  ///
  /// Setting a new key appends it, setting nil removes the key and keeps the order of the others.
  public subscript(key: String) -> JSON? {
    get { position(of: key).map { entries[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?):
        entries[position].value = value
      case (nil, let value?):
        append(key, value)
      case (let position?, nil):
        entries.remove(at: position)
        if index != nil { reindex() }
      case (nil, nil):
        break
      }
    }
  }

  /// The value under a key, or a default where the key is absent.
  public subscript(key: String, default value: @autoclosure () -> JSON) -> JSON {
    get { self[key] ?? value() }
    set { self[key] = newValue }
  }

  /// Appends an entry and answers true, or answers false where the key is there already.
  mutating func insert(_ key: String, _ value: JSON) -> Bool {
    guard position(of: key) == nil else { return false }
    append(key, value)
    return true
  }

  private mutating func append(_ key: String, _ value: JSON) {
    if index != nil {
      index?[JSONKey(text: key)] = entries.count
      entries.append((key, value))
    } else {
      entries.append((key, value))
      if entries.count > Self.scanLimit { reindex() }
    }
  }

  private mutating func reindex() {
    guard entries.count > Self.scanLimit else {
      index = nil
      return
    }
    var index: [JSONKey: Int] = [:]
    index.reserveCapacity(entries.count * 2)
    for (position, entry) in entries.enumerated() { index[JSONKey(text: entry.key)] = position }
    self.index = index
  }

  private func position(of key: String) -> Int? {
    if let index { return index[JSONKey(text: key)] }
    for position in entries.indices where entries[position].key.isIdentical(to: key) {
      return position
    }
    return nil
  }
}

/// A key that equals another only byte by byte.
private struct JSONKey: Hashable, Sendable {
  let text: String

  static func == (left: JSONKey, right: JSONKey) -> Bool { left.text.isIdentical(to: right.text) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension JSONObject: RandomAccessCollection {
  /// The position of the first entry.
  public var startIndex: Int { 0 }

  /// The position after the last entry.
  public var endIndex: Int { entries.count }

  /// The entry at a position.
  public subscript(position: Int) -> Element { entries[position] }
}

extension JSONObject: Hashable {
  /// Whether both have the same keys with the same values, in any order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }

  /// Hashes the entries regardless of their order.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (key, value) in entries {
      var entry = Hasher()
      entry.combine(key)
      entry.combine(value)
      sum &+= entry.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object with its entries in this order; of two equal keys the later value stays.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(elements.lazy.map { (key: $0.0, value: $0.1) })
  }
}

extension JSONObject: CustomStringConvertible {
  /// The object as JSON text on one line.
  public var description: String { JSON.object(self).compact() }
}
