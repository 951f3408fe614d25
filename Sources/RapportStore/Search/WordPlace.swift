/// In which field a word is, whether it begins behind a space, and whether it stands alone between two.
struct WordPlace: Sendable {
  let bits: UInt8

  init(bits: UInt8) { self.bits = bits }

  init(field: UInt8, isFirst: Bool, isAlone: Bool) {
    bits = field << 2 | (isFirst ? 2 : 0) | (isAlone ? 1 : 0)
  }

  var field: UInt8 { bits >> 2 }
  var isFirst: Bool { bits & 2 != 0 }
  var isAlone: Bool { bits & 1 != 0 }
}
