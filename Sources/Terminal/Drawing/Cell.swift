/// One place of a canvas: a scalar with up to four marks, its width and what it is for.
///
/// Plain bytes without a reference, so that a canvas copies and compares fast.
package struct Cell: Hashable, Sendable {
  package let base: Unicode.Scalar
  private var mark0: UInt32 = 0
  private var mark1: UInt32 = 0
  private var mark2: UInt32 = 0
  private var mark3: UInt32 = 0
  /// 1 or 2; 0 for the right half of the wide cell before it.
  package let width: UInt8
  package var role: Role
  /// Laid over the role, as a selection over a state: what it sets wins, the rest stays.
  ///
  /// `text` stands for none.
  package var overlay: Role = .text

  package init(_ base: Unicode.Scalar = " ", width: UInt8 = 1, role: Role = .text) {
    self.base = base
    self.width = width
    self.role = role
  }

  static func rightHalf(role: Role) -> Cell { Cell(" ", width: 0, role: role) }

  package var marks: [Unicode.Scalar] {
    [mark0, mark1, mark2, mark3].compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  /// Whether a mark follows the base; cheaper than asking for the marks.
  package var hasMarks: Bool { mark0 != 0 }

  /// Adds a mark; a fifth is dropped.
  mutating func join(_ mark: Unicode.Scalar) {
    if mark0 == 0 {
      mark0 = mark.value
    } else if mark1 == 0 {
      mark1 = mark.value
    } else if mark2 == 0 {
      mark2 = mark.value
    } else if mark3 == 0 {
      mark3 = mark.value
    }
  }

  package var isBlank: Bool { base == " " && mark0 == 0 }

  /// The base and its marks; empty for a right half.
  package var text: String {
    guard width > 0 else { return "" }
    var text = String(base)
    if mark0 != 0 { text.unicodeScalars.append(contentsOf: marks) }
    return text
  }
}
