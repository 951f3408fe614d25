import JSONLogic

/// What of one record is searched: its texts, numbers and Booleans, each with the number of its field.
///
/// Made to be filled again and again without taking new memory.
struct SearchedValues: Sendable {
  struct Item: Sendable {
    var field: UInt8
    var start: Int
    var count: Int
  }

  private var bytes: [UInt8] = []
  private var items: [Item] = []
  private var names = 0

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    names = 0
  }

  /// More names than anybody has; they are compared with one another.
  private static let mostNames = 16

  mutating func append(_ value: UnsafeRawBufferPointer, field: UInt8) {
    if field == SearchedFields.name {
      guard names < Self.mostNames else { return }
      names += 1
    }
    items.append(Item(field: field, start: bytes.count, count: value.count))
    bytes.append(contentsOf: value)
  }

  /// Takes what the paths of some fields name in a record.
  mutating func append(_ record: JSON, _ fields: SearchedFields) {
    for (path, field) in fields.paths {
      let keys = path.split(separator: ".")
      guard let field, let value = keys.reduce(record, { $0?[String($1)] }) else { continue }
      for item in value.arrayValue ?? [value] {
        switch item {
        case .string(var text): text.withUTF8 { append(UnsafeRawBufferPointer($0), field: field) }
        case .number, .bool:
          var text = item.compact()
          text.withUTF8 { append(UnsafeRawBufferPointer($0), field: field) }
        default: break
        }
      }
    }
  }

  /// Hands out the values of a field, names with the longest first and without those that are part of
  /// a longer one: of "Zoë Müller", "Zoë" and "Müller" the first.
  @inline(__always)
  func withEach(of field: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      items.withUnsafeBufferPointer { items in
        func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
          let item = items[index]
          return UnsafeBufferPointer(rebasing: bytes[item.start..<item.start + item.count])
        }
        guard field == SearchedFields.name else {
          for index in items.indices where items[index].field == field { body(value(index)) }
          return
        }
        var last: Int?
        while let index = longestName(after: last, items) {
          last = index
          let isPart = items.indices.contains { other in
            items[other].field == field && Self.comes(items, other, before: index)
              && value(other).contains(value(index))
          }
          if !isPart { body(value(index)) }
        }
      }
    }
  }

  /// The longest name of those that come after another: longer ones first, then as they were read.
  private func longestName(after last: Int?, _ items: UnsafeBufferPointer<Item>) -> Int? {
    var longest: Int?
    for index in items.indices where items[index].field == SearchedFields.name {
      if let last, !Self.comes(items, last, before: index) { continue }
      if let longest, Self.comes(items, longest, before: index) { continue }
      longest = index
    }
    return longest
  }

  private static func comes(
    _ items: UnsafeBufferPointer<Item>,
    _ left: Int,
    before right: Int
  ) -> Bool {
    let (own, other) = (items[left].count, items[right].count)
    return own == other ? left < right : own > other
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= count else { return false }
    return (0...count - word.count).contains { position in
      word.indices.allSatisfy { self[position + $0] == word[$0] }
    }
  }
}
