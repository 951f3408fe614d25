import Terminal
import Testing

@Suite struct RoleTests {
  @Test func `a role falls back by its dots and at last to text`() {
    let role: Role = "list.selected.dim"
    #expect(role.parent == "list.selected")
    #expect(role.parent?.parent == "list")
    #expect(role.parent?.parent?.parent == .text)
    #expect(Role.text.parent == nil)
  }

  @Test func `roles of one name are one role`() {
    #expect(Role("chart.bar") == "chart.bar")
    #expect(Role("chart.bar") != "chart")
    #expect(Role("chart.bar").name == "chart.bar")
  }
}
