import Terminal

/// What terminals send for keys.
extension Key {
  /// A control byte: 0x00-0x1F or 0x7F.
  init(controlByte byte: UInt8) {
    self =
      switch byte {
      case 0x08, 0x7F: .backspace
      case 0x09: .tab
      case 0x0D: .enter
      case 0x1B: .escape
      case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
      default: .control(Character(Unicode.Scalar(byte & 0x1F | 0x40)))  // @ \ ] ^ _
      }
  }

  /// The letter that ends a control sequence; modifiers are not told apart.
  init?(letter: UInt8) {
    switch letter {
    case 0x41, 0x61: self = .up
    case 0x42, 0x62: self = .down
    case 0x43, 0x63: self = .right
    case 0x44, 0x64: self = .left
    case 0x46: self = .end
    case 0x48: self = .home
    case 0x5A: self = .backTab
    default: return nil
    }
  }

  /// The number of a control sequence that ends in `~`.
  init?(number: Int) {
    switch number {
    case 1, 7: self = .home
    case 2: self = .insert
    case 3: self = .delete
    case 4, 8: self = .end
    case 5: self = .pageUp
    case 6: self = .pageDown
    case 11...15: self = .function(number - 10)
    case 17...21: self = .function(number - 11)
    case 23, 24: self = .function(number - 12)
    default: return nil
    }
  }

  /// The letter after `ESC O`.
  init?(keypad letter: UInt8) {
    switch letter {
    case 0x49: self = .tab
    case 0x4D: self = .enter
    case 0x50...0x53: self = .function(Int(letter) - 0x4F)
    case 0x58: self = .character("=")
    case 0x6A...0x79: self = .character(Character(Unicode.Scalar(letter - 0x40)))  // * to 9
    default: self.init(letter: letter)
    }
  }

  /// A key as kitty's protocol and modifyOtherKeys number it: its scalar and 1 plus the modifiers
  /// (1 Shift, 2 Alt, 4 Control; others are ignored).
  ///
  /// What Control makes of a key is what every terminal makes of it: Ctrl-I is Tab.
  init?(code: Int, shifted: Int = 0, modifiers: Int) {
    let bits = max(modifiers, 1) - 1
    let (shift, alt, control) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0)
    switch code {
    case 9: self = shift ? .backTab : .tab
    case 13, 57414: self = .enter
    case 27: self = .escape
    case 8, 127: self = .backspace
    case 57399...57408: self = .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
    case 57417: self = .left
    case 57418: self = .right
    case 57419: self = .up
    case 57420: self = .down
    case 57421: self = .pageUp
    case 57422: self = .pageDown
    case 57423: self = .home
    case 57424: self = .end
    case 57425: self = .insert
    case 57426: self = .delete
    default:
      guard code >= 0x20, !(0x7F..<0xA0).contains(code), !(0xE000..<0xF900).contains(code),
        let scalar = Unicode.Scalar(UInt32(clamping: shift && shifted > 0 ? shifted : code))
      else { return nil }
      let character = Character(scalar)
      if control, scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value) & 0x1F
        self = scalar.value < 0x40 ? .character(character) : Key(controlByte: byte)
      } else {
        let upper = scalar.properties.uppercaseMapping
        let typed = shift && shifted == 0 && upper.count == 1 ? Character(upper) : character
        self = alt ? .alt(typed) : .character(typed)
      }
    }
  }
}
