/// The roles that the program's screens use; what a theme may speak of.
///
/// `text` is the ground of all others. Each falls back by its dots.
extension Role {
  /// Less important beside other text.
  package static let textDim: Role = "text.dim"
  /// More important.
  package static let textStrong: Role = "text.strong"
  /// Of panes.
  package static let border: Role = "border"
  /// Of the pane that has the keyboard.
  package static let borderFocus: Role = "border.focus"
  /// Of a pane.
  package static let title: Role = "title"
  package static let titleFocus: Role = "title.focus"
  /// A section's line across the screen.
  package static let rule: Role = "rule"
  /// The words in it.
  package static let ruleTitle: Role = "rule.title"
  /// The words at the left edge that say what a line is about.
  package static let label: Role = "label"
  package static let link: Role = "link"
  /// The first line.
  package static let header: Role = "header"
  /// A view's name in it.
  package static let headerView: Role = "header.view"
  package static let headerViewActive: Role = "header.view.active"
  /// The store and the agent at its right end.
  package static let headerDetail: Role = "header.detail"
  /// An open contact.
  package static let tab: Role = "tab"
  package static let tabActive: Role = "tab.active"
  /// The contact that waited longest.
  package static let tabWaiting: Role = "tab.waiting"
  /// Laid over the chosen row.
  package static let selection: Role = "selection"
  /// Laid over it while another pane has the keyboard.
  package static let selectionInactive: Role = "selection.inactive"
  /// What a search found within a text.
  package static let match: Role = "match"
  /// A field's text.
  package static let input: Role = "input"
  package static let inputPrompt: Role = "input.prompt"
  package static let inputPlaceholder: Role = "input.placeholder"
  /// How many of how many.
  package static let listCount: Role = "list.count"
  package static let customerName: Role = "customer.name"
  /// Company, number, place.
  package static let customerDetail: Role = "customer.detail"
  /// A segment's name beside a customer.
  package static let badgeSegment: Role = "badge.segment"
  /// Categories where segments are told apart, next to their names.
  package static let segment1: Role = "segment.1"
  package static let segment2: Role = "segment.2"
  package static let segment3: Role = "segment.3"
  package static let segment4: Role = "segment.4"
  package static let segment5: Role = "segment.5"
  package static let segment6: Role = "segment.6"
  /// The reason of a membership.
  package static let why: Role = "why"
  /// A condition that holds.
  package static let whyYes: Role = "why.yes"
  /// A condition that does not.
  package static let whyNo: Role = "why.no"
  /// Not known yet.
  package static let unknown: Role = "unknown"
  /// Nearly a member.
  package static let near: Role = "near"
  /// The question to ask next.
  package static let ask: Role = "ask"
  /// How to speak.
  package static let tone: Role = "tone"
  /// What not to say.
  package static let toneNever: Role = "tone.never"
  package static let offerOpen: Role = "offer.open"
  package static let offerClosed: Role = "offer.closed"
  /// The words to say.
  package static let script: Role = "script"
  /// A value put into a blank.
  package static let scriptFilled: Role = "script.filled"
  /// A blank nobody has filled.
  package static let scriptMissing: Role = "script.missing"
  /// For the agent, not to be read out.
  package static let scriptNote: Role = "script.note"
  /// A step's name.
  package static let step: Role = "step"
  package static let stepDone: Role = "step.done"
  /// A note about the customer.
  package static let note: Role = "note"
  /// The last line.
  package static let hint: Role = "hint"
  package static let hintKey: Role = "hint.key"
  package static let hintText: Role = "hint.text"
  /// What just happened.
  package static let status: Role = "status"
  package static let statusOk: Role = "status.ok"
  package static let statusWarning: Role = "status.warning"
  package static let statusError: Role = "status.error"
  /// A window above the rest.
  package static let popup: Role = "popup"
  package static let popupBorder: Role = "popup.border"
  package static let popupTitle: Role = "popup.title"
  /// A scroll indicator.
  package static let scroll: Role = "scroll"
  package static let progress: Role = "progress"
  package static let chartBar: Role = "chart.bar"
  /// The empty part of a bar.
  package static let chartTrack: Role = "chart.track"
  package static let chartAxis: Role = "chart.axis"
  package static let chartUp: Role = "chart.up"
  package static let chartDown: Role = "chart.down"
  /// An interval around a line.
  package static let chartBand: Role = "chart.band"
  package static let diffAdded: Role = "diff.added"
  package static let diffRemoved: Role = "diff.removed"
  package static let drillRight: Role = "drill.right"
  package static let drillWrong: Role = "drill.wrong"
  /// The line that says that nothing is real.
  package static let practice: Role = "practice"
}

extension Role {
  /// All of them, in the order in which the theme documentation lists them.
  package static let all: [Role] = [
    .text, .textDim, .textStrong, .border, .borderFocus, .title, .titleFocus, .rule, .ruleTitle,
    .label, .link, .header, .headerView, .headerViewActive, .headerDetail, .tab, .tabActive,
    .tabWaiting, .selection, .selectionInactive, .match, .input, .inputPrompt, .inputPlaceholder,
    .listCount, .customerName, .customerDetail, .badgeSegment, .segment1, .segment2, .segment3,
    .segment4, .segment5, .segment6, .why, .whyYes, .whyNo, .unknown, .near, .ask, .tone,
    .toneNever, .offerOpen, .offerClosed, .script, .scriptFilled, .scriptMissing, .scriptNote,
    .step, .stepDone, .note, .hint, .hintKey, .hintText, .status, .statusOk, .statusWarning,
    .statusError, .popup, .popupBorder, .popupTitle, .scroll, .progress, .chartBar, .chartTrack,
    .chartAxis, .chartUp, .chartDown, .chartBand, .diffAdded, .diffRemoved, .drillRight,
    .drillWrong, .practice,
  ]
}
