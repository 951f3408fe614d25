import RapportCore

/// What can be done with definitions, and why the rest cannot.
extension App {
  /// Whether this agent may change definitions in this store.
  var canChangeDefinitions: Availability {
    if agent.role == .agent { return .no("supervisors change definitions") }
    return .when(reasonAgainstEditing == nil, else: reasonAgainstEditing ?? "")
  }

  var canEditDefinition: Availability {
    guard canChangeDefinitions == .yes else { return canChangeDefinitions }
    return .when(
      workbench.page != .gaps || definitionForm != nil,
      else: "a gap is nothing to edit: n writes what is missing"
    )
  }

  /// Segments are made on their own page; there is one goal of each.
  var canMakeDefinition: Availability {
    guard canChangeDefinitions == .yes else { return canChangeDefinitions }
    return .when(
      workbench.page.makes != nil,
      else: "nothing new is made on this page"
    )
  }

  var canTakeBack: Availability {
    if reviewToTakeBack != nil { return .yes }
    guard canChangeDefinitions == .yes else { return canChangeDefinitions }
    if workbench.undoing != nil { return .no("a change is being taken back") }
    if waitingWayBack != nil { return .yes }
    return .when(
      !workbench.own.isEmpty || workbench.page != .gaps && workbench.page != .feedback,
      else: "you have saved no change in this window"
    )
  }

  private var field: FormField? { definitionForm?.field }

  var canBreakLine: Availability {
    .when(field?.hasLines ?? false, else: "this field is one line")
  }

  var canTurn: Availability {
    switch field?.kind {
    case .choice, .setting, .several: .yes
    default: .no("there is nothing to choose here")
    }
  }

  var canToggle: Availability {
    guard case .several? = field?.kind else { return .no("there is nothing to choose here") }
    return .yes
  }

  var canAddItem: Availability {
    .when(definitionForm?.canAdd ?? false, else: "move to the line that adds one first")
  }

  var canChangeItem: Availability {
    .when(definitionForm?.isOnItem ?? false, else: "move to the line of a step or a blank first")
  }

  var canChangeFormLanguage: Availability {
    guard let form = definitionForm, form.fields.contains(where: \.path.isByLanguage) else {
      return .no("there are no texts by language here")
    }
    return .when(form.languages.count > 1, else: "the store speaks one language only")
  }

  var canChangeSample: Availability {
    .when(
      definitionForm?.outcome?.previews.isEmpty == false,
      else: "there is nothing to show for customers"
    )
  }

  var canSaveDefinition: Availability {
    guard let form = definitionForm else { return .no("nothing is being changed") }
    if form.isSaving { return .no("it is being saved") }
    return .when(form.draft.isChanged, else: "nothing is changed yet")
  }
}
