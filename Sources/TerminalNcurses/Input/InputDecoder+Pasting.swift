import Terminal

/// Bracketed paste: `ESC [ 200 ~`, the text, `ESC [ 201 ~`.
extension InputDecoder {
  private enum Marker { case start, end }

  mutating func beginPaste() {
    state = .paste
    pasted.removeAll(keepingCapacity: true)
    marker.removeAll(keepingCapacity: true)
  }

  /// Takes bytes of a paste up to its end; returns the index of the first byte after it.
  ///
  /// Text that holds an end marker would have its rest typed as keys. Therefore a later end marker
  /// among the bytes that arrived together, with no start between, counts as the real one. Markers
  /// within the text are dropped; of a paste over the limit the rest is.
  mutating func takePaste(_ bytes: [UInt8], from start: Int) -> Int {
    if bytes == [0x03] {  // alone, so a person's Ctrl-C: the way out if the end was lost
      finishPaste(length: pasted.count)
      emit(.control("c"))
      return 1
    }
    var end: (length: Int, next: Int)?
    scan: for index in start..<bytes.count {
      switch takePasted(bytes[index]) {
      case .end: end = (pasted.count, index + 1)
      case .start where end != nil: break scan
      case .start, nil: break
      }
    }
    guard let end else { return bytes.count }
    finishPaste(length: end.length)
    return end.next
  }

  private mutating func finishPaste(length: Int) {
    state = .ground
    inputs.append(.paste(String(decoding: pasted.prefix(length), as: UTF8.self)))
    pasted = []
    marker = []
  }

  private mutating func takePasted(_ byte: UInt8) -> Marker? {
    let expected: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E]
    let position = marker.count
    if byte == expected[position] || (position == 4 && byte == 0x31) {
      marker.append(byte)
      guard marker.count == expected.count else { return nil }
      let found: Marker = marker[4] == 0x30 ? .start : .end
      marker.removeAll(keepingCapacity: true)
      return found
    }
    keepPasted(marker[...])
    marker.removeAll(keepingCapacity: true)
    if byte == 0x1B { marker.append(byte) } else { keepPasted([byte]) }
    return nil
  }

  private mutating func keepPasted(_ bytes: ArraySlice<UInt8>) {
    pasted.append(contentsOf: bytes.prefix(Self.pasteLimit - pasted.count))
  }
}
