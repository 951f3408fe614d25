extension JSON {
  /// What the parser takes beyond RFC 8259, and where it stops.
  public struct ParsingOptions: Hashable, Sendable {
    /// What to do with a second entry of the same key in one object.
    public enum DuplicateKeys: Hashable, Sendable {
      /// An error: which of the two was meant cannot be known.
      case refuse
      /// The later value stays, as most parsers do.
      case keepLast
    }

    /// How deep lists and objects may nest; at most 1,024 whatever is asked for.
    public var maximumDepth: Int
    /// What to do with a second entry of the same key.
    public var duplicateKeys: DuplicateKeys

    /// Options: 512 levels and no duplicate keys unless told otherwise.
    public init(maximumDepth: Int = 512, duplicateKeys: DuplicateKeys = .refuse) {
      self.maximumDepth = min(maximumDepth, 1_024)
      self.duplicateKeys = duplicateKeys
    }
  }

  /// Reads one JSON document from UTF-8 bytes, strictly by RFC 8259.
  ///
  /// A leading byte order mark is skipped, as the RFC allows. Refused are duplicate keys (see
  /// `options`), lone surrogates, invalid UTF-8, numbers beyond a double's range, and anything
  /// after the value. Cost: one pass; text without escapes is copied once.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - options: the depth limit and what to do with duplicate keys.
  /// - Throws: `JSONSyntaxError` with place, reason and remedy.
  public init(
    parsing bytes: some Collection<UInt8>,
    options: ParsingOptions = ParsingOptions()
  ) throws(JSONSyntaxError) {
    let parsed =
      bytes.withContiguousStorageIfAvailable { JSON.parse($0, options) }
      ?? Array(bytes).withUnsafeBufferPointer { JSON.parse($0, options) }
    self = try parsed.get()
  }

  /// Reads one JSON document from text; see `init(parsing:options:)` for bytes.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - options: the depth limit and what to do with duplicate keys.
  /// - Throws: `JSONSyntaxError` with place, reason and remedy.
  public init(
    parsing text: some StringProtocol,
    options: ParsingOptions = ParsingOptions()
  ) throws(JSONSyntaxError) {
    try self.init(parsing: text.utf8, options: options)
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ options: ParsingOptions
  ) -> Result<JSON, JSONSyntaxError> {
    var parser = JSONParser(bytes: bytes, options: options)
    do throws(JSONSyntaxError) {
      return .success(try parser.document())
    } catch {
      return .failure(error)
    }
  }
}
