/// Latin letters for names, as people spell themselves in e-mail addresses.
enum Romanization {
  /// Lower-case ASCII letters and digits; everything that has no spelling here is left out.
  static func ascii(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
      case 0x41...0x5A: result.append(UInt8(scalar.value + 32))
      default: result.append(contentsOf: spellings[scalar] ?? [])
      }
    }
    return result
  }

  private static let spellings: [Unicode.Scalar: [UInt8]] = {
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for entry in notation.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let halves = entry.split(separator: "=", omittingEmptySubsequences: false)
      guard halves.count == 2 else { continue }
      for scalar in halves[0].unicodeScalars {
        table[scalar] = Array(halves[1].utf8)
        for upper in String(Character(scalar)).uppercased().unicodeScalars {
          table[upper] = table[upper] ?? Array(halves[1].utf8)
        }
      }
    }
    return table
  }()

  private static let notation = """
    àáâãåāăą=a ä=ae æ=ae çćč=c ďđð=d èéêëēęěė=e ğ=g ìíîïīıİ=i ľĺł=l ñńňņ=n òóôõőø=o ö=oe œ=oe
    řŕ=r śšşș=s ß=ss ťţț=t þ=th ùúûūůűų=u ü=ue ýÿ=y źżž=z
    αά=a β=v γ=g δ=d εέ=e ζ=z ηή=i θ=th ιίϊΐ=i κ=k λ=l μ=m ν=n ξ=x οό=o π=p ρ=r σς=s τ=t υύϋΰ=y
    φ=f χ=ch ψ=ps ωώ=o
    а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t
    у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=a ю=iu я=ia ы=y э=e ё=e
    """
}
