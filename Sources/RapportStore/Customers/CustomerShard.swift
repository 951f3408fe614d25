/// Some customers, as they are searched: a few arrays of numbers and bytes, no objects.
struct CustomerShard: Sendable {
  /// So many that a search can look whether it is still wanted between two shards.
  static let capacity = 8192

  /// Where each one's line stands in the file.
  private(set) var ranges: [Range<Int>] = []
  private(set) var ids: [String] = []
  private(set) var isLive: [Bool] = []
  private var signatures: [SearchSignature] = []
  private var phoneSignatures: [PhoneSignature] = []
  private var text: [UInt8] = []
  private var textEnds: [Int] = [0]
  private var starts: [WordStart] = []
  private var startEnds: [Int] = [0]
  /// Telephone numbers as digits, each followed by a space.
  private var phones: [UInt8] = []
  private var phoneEnds: [Int] = [0]

  var count: Int { ids.count }

  mutating func append(
    id: String,
    range: Range<Int>,
    values: [(field: UInt8, text: [UInt8])],
    fields: SearchedFields
  ) {
    let start = text.count
    phoneSignatures.append(PhoneSignature())
    for field in 0..<UInt8(fields.names.count) {
      let own = values.lazy.filter { $0.field == field }.map(\.text)
      switch field {
      case SearchedFields.phone: own.forEach { appendPhone($0) }
      case SearchedFields.name: append(field, Self.distinct(Array(own)))
      default: append(field, Array(own))
      }
    }
    ids.append(id)
    ranges.append(range)
    isLive.append(true)
    textEnds.append(text.count)
    phoneEnds.append(phones.count)
    signatures.append(
      text.withUnsafeBufferPointer {
        WordStart.append(of: UnsafeBufferPointer(rebasing: $0[start...]), to: &starts)
      }
    )
    startEnds.append(starts.count)
  }

  mutating func append(_ other: CustomerShard, row: Int) {
    ids.append(other.ids[row])
    ranges.append(other.ranges[row])
    isLive.append(other.isLive[row])
    signatures.append(other.signatures[row])
    phoneSignatures.append(other.phoneSignatures[row])
    text += other.text[other.textEnds[row]..<other.textEnds[row + 1]]
    textEnds.append(text.count)
    starts += other.starts[other.startEnds[row]..<other.startEnds[row + 1]]
    startEnds.append(starts.count)
    phones += other.phones[other.phoneEnds[row]..<other.phoneEnds[row + 1]]
    phoneEnds.append(phones.count)
  }

  mutating func remove(_ row: Int) { isLive[row] = false }

  private mutating func appendPhone(_ number: [UInt8]) {
    let count = number.withUnsafeBufferPointer { PhoneDigits.append($0, to: &phones) }
    guard count > 0 else { return }
    phones.withUnsafeBufferPointer {
      let digits = UnsafeBufferPointer(rebasing: $0[($0.count - count)...])
      phoneSignatures[phoneSignatures.count - 1].insert(digits)
    }
    phones.append(SearchText.space)
  }

  private mutating func append(_ field: UInt8, _ values: [[UInt8]]) {
    guard !values.isEmpty else { return }
    let isName = field == SearchedFields.name || field == SearchedFields.company
    var joined: [UInt8] = []
    var ends = [0]
    for value in values {
      joined += value
      ends.append(joined.count)
    }
    joined.withUnsafeBufferPointer { bytes in
      let parts = zip(ends, ends.dropFirst()).map {
        UnsafeBufferPointer(rebasing: bytes[$0..<$1])
      }
      SearchText.append(field: field, parts, isName: isName, to: &text)
    }
  }

  /// The names that are not part of a longer one: of "Zoë Müller", "Zoë" and "Müller" the first.
  private static func distinct(_ names: [[UInt8]]) -> [[UInt8]] {
    var kept: [[UInt8]] = []
    for name in names.sorted(by: { $0.count > $1.count })
    where !kept.contains(where: { contains($0, name) }) {
      kept.append(name)
    }
    return kept
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { text[$0...].starts(with: word) }
  }

  /// Hands out all rows at once, without counting references.
  func withRows<Result>(_ body: (Rows) -> Result) -> Result {
    text.withUnsafeBufferPointer { text in
      textEnds.withUnsafeBufferPointer { textEnds in
        starts.withUnsafeBufferPointer { starts in
          startEnds.withUnsafeBufferPointer { startEnds in
            phones.withUnsafeBufferPointer { phones in
              phoneEnds.withUnsafeBufferPointer { phoneEnds in
                signatures.withUnsafeBufferPointer { signatures in
                  phoneSignatures.withUnsafeBufferPointer { phoneSignatures in
                    isLive.withUnsafeBufferPointer { isLive in
                      body(
                        Rows(
                          isLive: isLive,
                          signatures: signatures,
                          phoneSignatures: phoneSignatures,
                          text: (text, textEnds),
                          starts: (starts, startEnds),
                          phones: (phones, phoneEnds)
                        )
                      )
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The rows; alive as long as the closure that they are handed to.
  struct Rows {
    typealias Parts<Element> = (all: UnsafeBufferPointer<Element>, ends: UnsafeBufferPointer<Int>)

    let isLive: UnsafeBufferPointer<Bool>
    let signatures: UnsafeBufferPointer<SearchSignature>
    let phoneSignatures: UnsafeBufferPointer<PhoneSignature>
    fileprivate let text: Parts<UInt8>
    fileprivate let starts: Parts<WordStart>
    fileprivate let phones: Parts<UInt8>

    fileprivate init(
      isLive: UnsafeBufferPointer<Bool>,
      signatures: UnsafeBufferPointer<SearchSignature>,
      phoneSignatures: UnsafeBufferPointer<PhoneSignature>,
      text: Parts<UInt8>,
      starts: Parts<WordStart>,
      phones: Parts<UInt8>
    ) {
      self.isLive = isLive
      self.signatures = signatures
      self.phoneSignatures = phoneSignatures
      self.text = text
      self.starts = starts
      self.phones = phones
    }

    var count: Int { isLive.count }

    subscript(row: Int) -> SearchedRow {
      SearchedRow(
        text: Self.part(text, row),
        starts: Self.part(starts, row),
        phones: Self.part(phones, row)
      )
    }

    private static func part<Element>(
      _ parts: Parts<Element>,
      _ row: Int
    ) -> UnsafeBufferPointer<Element> {
      UnsafeBufferPointer(rebasing: parts.all[parts.ends[row]..<parts.ends[row + 1]])
    }
  }
}
