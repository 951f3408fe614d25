/// The months by name and short name, folded, in the languages that callers give a date in.
///
/// Names as in the Unicode CLDR, formats "wide" and "abbreviated": English, German and Austrian, French,
/// Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Norwegian, Polish, Czech and Finnish (as
/// they stand in a date), Hungarian, Turkish.
package enum MonthNames {
  /// Fewer letters begin too many other words.
  private static let shortest = 3

  /// The months a folded word may mean, in full or by its first letters: "jui" is two of them.
  package static func months(_ word: [UInt8]) -> [Int] {
    guard word.count >= shortest else { return [] }
    return names.indices.filter { month in names[month].contains { $0.starts(with: word) } }
      .map { $0 + 1 }
  }

  private static let names: [[[UInt8]]] = table.split(separator: "\n").map { line in
    line.split(separator: " ").map { Array($0.utf8) }
  }

  private static let table = """
    january janner jaenner janvier enero gennaio janeiro januari stycznia ledna ocak tammikuuta
    february februar feber fevrier febrero febbraio fevereiro februari lutego unora subat helmikuuta
    march marz maerz mars marzo marco maart marts marca brezna mart mrz mrt maaliskuuta marcius
    april avril abril aprile kwietnia dubna nisan huhtikuuta aprilis
    may mai mayo maggio maio mei maj maja kvetna mayis toukokuuta majus
    june juni juin junio giugno junho czerwca cervna haziran kesakuuta junius
    july juli juillet julio luglio julho lipca cervence temmuz heinakuuta julius
    august aout agosto augustus augusti sierpnia srpna agustos elokuuta augusztus
    september septembre septiembre settembre setembro wrzesnia zari eylul syyskuuta szeptember
    october oktober octobre octubre ottobre outubro pazdziernika rijna ekim lokakuuta
    november novembre noviembre novembro listopada listopadu kasim marraskuuta
    december dezember decembre diciembre dicembre dezembro grudnia prosince aralik joulukuuta
    """
}
