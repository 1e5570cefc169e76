// SPDX-License-Identifier: EUPL-1.2

/// What a person may do beyond taking part, which needs no role.
public enum Role: String, CaseIterable, Sendable {
    case organisationRepresentative = "organisation_representative"
    case municipalityDelegate = "municipality_delegate"
    case forumMember = "forum_member"
    case forumCoModerator = "forum_co_moderator"
    case forumLead = "forum_lead"
    case ministryOfficer = "ministry_officer"
    case moderator
    case programmeOffice = "programme_office"
    case cabinetOffice = "cabinet_office"
    case administrator
    case projectLead = "project_lead"

    /// How far a role reaches: one matter of a programme, a whole programme, or everything.
    public enum Reach: String, Sendable {
        case matter, programme, installation
    }

    public var reach: Reach {
        switch self {
        case .organisationRepresentative, .municipalityDelegate, .forumMember, .forumCoModerator, .forumLead,
            .ministryOfficer, .projectLead:
            .matter
        case .moderator, .programmeOffice, .cabinetOffice: .programme
        case .administrator: .installation
        }
    }

    /// The kind of matter that a role is for.
    public var matterKind: MatterKind? {
        switch self {
        case .organisationRepresentative: .organisation
        case .municipalityDelegate: .municipality
        case .forumMember, .forumCoModerator, .forumLead: .forum
        case .ministryOfficer: .ministry
        case .projectLead: .project
        case .moderator, .programmeOffice, .cabinetOffice, .administrator: nil
        }
    }

    /// Whether the role belongs to the people who run a programme, rather than to those who take part in it.
    public var isStaff: Bool {
        switch self {
        case .organisationRepresentative, .municipalityDelegate, .forumMember: false
        case .forumCoModerator, .forumLead, .ministryOfficer, .moderator, .programmeOffice, .cabinetOffice,
            .administrator, .projectLead:
            true
        }
    }
}

/// A role as somebody holds it today.
public struct HeldRole: Equatable, Sendable {
    public let role: Role
    /// Nil for a role that reaches over the whole installation.
    public let programme: String?
    /// Nil for a role that reaches over a whole programme.
    public let matter: String?

    public init(_ role: Role, in programme: String? = nil, for matter: String? = nil) {
        self.role = role
        self.programme = programme
        self.matter = matter
    }
}
