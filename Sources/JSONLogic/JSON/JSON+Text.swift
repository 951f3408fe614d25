extension JSON {
  /// The value as JSON text on one line, without spaces, keys in their order.
  public func compact(escaping: JSONEscaping = .required) -> String {
    var writer = JSONWriter(indent: nil, sortsKeys: false, escaping: escaping)
    writer.write(self, level: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value as indented JSON text with sorted keys and a final line end.
  ///
  /// The layout is that of `jq -S --indent 2`: keys by code point, `[]` and `{}` when empty. The
  /// same value always gives the same bytes.
  ///
  /// - Parameters:
  ///   - indent: spaces a level.
  ///   - sortsKeys: false keeps the keys in their order.
  ///   - escaping: which characters to write as `\u` escapes.
  /// - Returns: the text.
  public func canonical(
    indent: Int = 2,
    sortsKeys: Bool = true,
    escaping: JSONEscaping = .required
  ) -> String {
    var writer = JSONWriter(indent: indent, sortsKeys: sortsKeys, escaping: escaping)
    writer.write(self, level: 0)
    writer.bytes.append(0x0A)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
