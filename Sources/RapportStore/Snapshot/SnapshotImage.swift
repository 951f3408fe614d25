import CColumns
import JSONLogic

/// The layout of a snapshot: a prelude of 64 bytes, sections, and a table in JSON that names them.
///
/// The prelude holds the magic, where the table begins, its length, its checksum, the length of all,
/// and a checksum of itself, as 64-bit numbers in the machine's byte order. Each section begins at a
/// multiple of 64 and has a checksum in the table, which is verified when the section is first used.
/// A reader ignores sections that it does not know.
enum SnapshotImage {
  /// "RAPSNAP" and the version of the format.
  static let magic: UInt64 = 0x03_50_41_4E_53_50_41_52
  static let preludeSize = 64
  static let alignment = 64

  /// Where a section is, and what it must look like.
  struct Section: Sendable {
    var range: Range<Int>
    var checksum: UInt64
  }

  /// The parts of a file, in order.
  static func parts(of sections: [SectionData], _ details: JSONObject) -> [SectionData] {
    var parts: [SectionData] = []
    var end = preludeSize
    var table = JSONObject()
    for section in sections {
      let checksum = section.withBytes { Self.checksum(of: $0) } ?? 0
      table[section.name] = [JSON(end), JSON(section.count), .string(String(checksum))]
      parts.append(section)
      let padding = (alignment - section.count % alignment) % alignment
      parts.append(SectionData("", [UInt8](repeating: 0, count: padding)))
      end += section.count + padding
    }
    var document = details
    document["sections"] = .object(table)
    let text = Array(JSON.object(document).compact().utf8)
    var words: [UInt64] = [
      magic, UInt64(end), UInt64(text.count), columns_checksum(text, text.count),
      UInt64(end + text.count), 0, 0,
    ]
    words.append(words.withUnsafeBytes { checksum(of: $0) })
    return [SectionData("", words)] + parts + [SectionData("", text)]
  }

  /// The table of an image and the range of each section; nil where it is damaged.
  static func open(_ image: ColumnMemory) -> (details: JSON, sections: [String: Section])? {
    let words = image.with(UInt64.self) { Array($0.prefix(preludeSize / 8)) }
    guard words.count == preludeSize / 8, words[0] == magic,
      words[7] == words.dropLast().withUnsafeBytes({ checksum(of: $0) }),
      words[4] == UInt64(image.count),
      let start = Int(exactly: words[1]), let length = Int(exactly: words[2]),
      start >= preludeSize, length <= image.count, start == image.count - length,
      let table = image.slice(start..<start + length),
      table.with(UInt8.self, { columns_checksum($0.baseAddress, length) }) == words[3],
      let details = table.with(UInt8.self, { try? JSON(parsing: $0) }),
      let entries = details["sections"]?.objectValue
    else { return nil }
    var sections: [String: Section] = [:]
    for (name, entry) in entries {
      guard let offset = entry[0]?.intValue, let length = entry[1]?.intValue,
        let checksum = entry[2]?.stringValue.flatMap({ UInt64($0) }),
        offset >= preludeSize, offset % alignment == 0, length >= 0, length <= start,
        offset <= start - length
      else { return nil }
      sections[name] = Section(range: offset..<offset + length, checksum: checksum)
    }
    return (details, sections)
  }

  private static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    columns_checksum(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }
}
