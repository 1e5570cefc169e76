// SPDX-License-Identifier: EUPL-1.2

/// What search knows of one public matter: its public texts and what its filters ask for.
struct SearchableMatter: Sendable {
    /// A text of the matter; without a language it is the programme's own.
    struct Text: Sendable {
        var language: TextLanguage?
        var text: String
    }

    let id: String
    let reference: MatterReference
    /// The id of the matter on whose page it stands, where it has no page of its own.
    var owner: String?
    var title: String?
    /// Names of the places and bodies it belongs to: found, but not shown as its own words.
    var names: [String] = []
    var texts: [Text] = []
    var day: PartialDate?
    var field: String?
    var municipalities: [String] = []

    init(id: String, reference: MatterReference) {
        self.id = id
        self.reference = reference
    }
}

extension MatterKind {
    /// Whether matters of the kind are found by themselves.
    ///
    /// Links and bookings have no words of their own; a version of a text is found with the matter it belongs to.
    var isSearchable: Bool {
        switch self {
        case .link, .funding, .textVersion: false
        default: true
        }
    }

    /// Whether other matters are found under this one's name.
    var lendsItsName: Bool {
        switch self {
        case .field, .district, .municipality, .ministry, .organisation, .forum: true
        default: false
        }
    }
}
