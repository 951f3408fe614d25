import Testing

@testable import RapportStore

struct StoreLocationTests {
  @Test(arguments: [
    ("/here/", ["RAPPORT_STORE": "/there"], "/here"),
    (nil, ["RAPPORT_STORE": "/there", "XDG_DATA_HOME": "/data"], "/there"),
    ("", ["RAPPORT_STORE": "", "XDG_DATA_HOME": "/data"], "/data/rapport"),
    (nil, ["XDG_DATA_HOME": "relative", "HOME": "/home/mk"], "/home/mk/.local/share/rapport"),
    ("/", [:], "/"),
    (nil, [:], nil),
  ])
  func `a store is where the option, the variable or the XDG folder says`(
    option: String?,
    environment: [String: String],
    path: String?
  ) {
    #expect(StoreLocation(option: option, environment: environment)?.path == path)
  }

  @Test func `drafts of a store that nobody may write are kept in the state folder`() {
    let location = StoreLocation("/nowhere/a store", stateFolder: "/state/rapport")
    let drafts = location.drafts(of: "mk")
    #expect(drafts == "/state/rapport/drafts/_2fnowhere_2fa_20store/mk")
  }
}
