/// Words with the syllables that the CMU Pronouncing Dictionary gives them.
///
/// 300 drawn at random from its 117,000 words of letters alone, names among them. Where it has two
/// counts, both are right.
enum PronouncedWords {
  static let all: [(word: String, syllables: Set<Int>)] = text.split(whereSeparator: \.isWhitespace)
    .map { entry in
      let parts = entry.split(separator: ":")
      return (String(parts[0]), Set(parts[1].split(separator: "/").compactMap { Int($0) }))
    }

  private static let text = """
    adept:2 ader:2 afterburners:4 aisles:1/2 amphophilic:4 antczak:2 antidepressant:5 arens:2
    arms:1 asahan:3 auen:2 autoradiograph:6 awoke:2 axes:2 barkdoll:2 barriger:3 basch:1 bayul:2
    beaks:1 beales:1 bears:1 beguile:2 behling:2 berdahl:2 berkland:2 berry:2 billows:2 binomial:4
    bloomer:2 boase:1 bodyguard:3 boesel:2 bolus:2 braaksma:2 brachfeld:2 bradycardia:5 brajdas:2
    brokini:3 budding:2 budnik:2 byrd:1 cablecomm:3 carel:2 cassia:3 cataracts:3 chae:1 cheadle:2
    cinnabar:3 clapping:2 colligan:3 colosi:3 commandant:3 comprise:2 contacting:3 continent:3
    crippling:2/3 cuajone:3 cuddled:2 cyb:1/3 daniello:4 darden:2 daredevil:3 deberry:3 deponte:3
    deposited:4 detjen:2 dettinger:3 devilbiss:3 diathermy:4 disjointed:3 dissipating:4 dober:2
    doghouse:2 dominguez:3 donvan:2 dorris:2 dramatizes:4 drawbacks:2 ducksworth:2 dufner:2 ears:1
    eelam:2 eschete:2 especial:3 exacting:3 fabiani:4 face:1 fails:1 fassett:2 francaises:2
    frankie:2 frasch:1 freedland:2 galanti:3 garrigus:3 gazzola:3 georgene:2 godunov:3 goe:1
    golinski:3 greenway:2 grieved:1 grinning:2 gumption:2 halprin:2 handily:3 happel:2 heaslip:2
    heiserman:3 helplessness:3 hemm:1 herron:2 hocus:2 hodgins:2 homer:2 horseshoe:2 houseguests:2
    housekeepers:3 houska:2 imprints:2 industrialists:5 industrious:4 institute:3 interchanges:4
    interviewee:4 intolerant:4 involved:2 isley:2 isner:2 jaquith:2 jelly:2 jessalynn:3 johndrow:2
    justifiable:5 kamel:2 kano:2 kelp:1 kierstead:2 kingsbury:3 kingsey:2 kittman:2 knieriem:2
    kora:2 krapels:2 kromm:1 lambson:2 leaner:2 legitimized:4 leilia:3 leonelli:3 linhares:2
    litle:2 lung:1 luplow:2 macheski:3 madalena:4 magness:2 manipulators:5 manzano:3 maplewood:3
    marmor:2 masso:2 mcburney:3 mcduffie:3 melisse:2 metropolitain:5 migra:2 milken:2 mineral:2/3
    mirren:2 misleading:3 moerbe:1 moise:1 molinar:3 montooth:2 morgart:2 moulding:2 mullet:2
    mustachio:4 mutilate:3 netback:2 network:2 nitzsche:1 nosair:2 numerals:3 nyeri:3 ori:2
    orlanda:3 overlooks:3 pandering:3 parchment:2 pargesa:3 parsefal:3 pavao:2 paylor:2 pearls:1
    pecka:2 pennypacker:4 perlin:2 perpetuate:4 perrins:2 petitioners:4 pignataro:4 pincher:2
    plagiarized:3 pokemon:3 polisario:5 polk:1 portraits:2 powerball:3 preening:2 prunier:3
    pythagorean:5 python:2 realamerica:5 reckoning:2/3 reeck:1 refrigerant:4 rioter:3 risi:2
    roald:1 rogachev:3 rohl:1 rootstein:2 rotund:2 sadat:2 sags:1 salvucci:3 santin:2 sarkissian:3
    sarratt:2 scaring:2 seared:1 sec:1 segel:2 segur:2 shurtleff:2 silenced:2 slocomb:2 snapp:1
    snout:1 solidified:4 soloway:3 soucie:2 spafford:2 steedman:2 stegemeier:2 steinmeyer:3
    stendal:2 stepped:1 stinar:2 stoeckle:2 streak:1 strobe:1 stumbling:2/3 sudbeck:2 sundae:2
    surfboards:2 switchblades:2 tabled:2 tagged:1 tejon:2 therm:1 thirty:2 throaty:2 thunderous:3
    tiddlywinks:3 tilles:1 tomasi:3 traina:2 tremens:2 twinkly:3 uhls:1 unholy:3 unreal:2 usa:3
    uterine:3 vanecek:3 verney:2 viacom:3 vic:1 vineyard:2 virulent:3 waid:1 wayson:2 wedgewood:2
    wess:1 westborough:3 wettlaufer:3 winked:1 withdraws:2 womack:2 wringing:2 wyllie:2 xuemei:2
    yardeni:3 year:1 yossi:2 ziggurat:3 zook:1
    """
}
