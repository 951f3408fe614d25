import Glibc

/// A colour in the OKLab space, where distances are as eyes see them (Björn Ottosson, 2020).
package struct OKLab: Hashable, Sendable {
  package let lightness: Double
  package let a: Double
  package let b: Double

  package init(_ color: RGB) {
    let (red, green, blue) = color.linear
    self.init(red: red, green: green, blue: blue)
  }

  /// From linear light.
  package init(red: Double, green: Double, blue: Double) {
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  package func distance(to other: OKLab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }

  /// Whether it passes for a grey; so do the very dark blues that serve as backgrounds.
  var isNeutral: Bool { (a * a + b * b).squareRoot() < 0.06 }

  /// Whether the hues of two colours are at most 40 degrees apart.
  func hasHue(of other: OKLab) -> Bool {
    guard !isNeutral else { return false }
    let lengths = ((a * a + b * b) * (other.a * other.a + other.b * other.b)).squareRoot()
    return a * other.a + b * other.b >= 0.766 * lengths
  }
}
