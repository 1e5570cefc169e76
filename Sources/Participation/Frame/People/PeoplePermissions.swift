// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To see and change what is one's own: profile, sessions, data.
    public var mayUseOwnArea: Permission {
        isSignedIn ? .allowed : .refused(.signInNeeded)
    }

    /// - Parameter administrators: how many there are; the last one cannot leave, or nobody could let others in.
    public func mayEraseOwnAccount(administrators: Int64) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return isAdministrator && administrators < 2 ? .refused("last-administrator") : .allowed
    }

    /// To see the pages of those who run a programme.
    public func mayWork(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return roles(in: programme).contains { $0.role.isStaff } ? .allowed : .refused("staff-only")
    }

    /// To see which mails have gone out and which have not.
    public func mayReadOutbox(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let mayRead = holds(anyOf: [.programmeOffice, .administrator], in: programme)
        return mayRead ? .allowed : .refused("outbox-only-for-programme-office")
    }

    /// To read a mail. Whoever reads the mail of a sign-in could sign in as somebody else, so only an administrator,
    /// who can do anything anyway, may.
    public func mayRead(_ mail: Mail, in programme: String) -> Permission {
        if isAdministrator { return .allowed }
        let permission = mayReadOutbox(in: programme)
        guard permission.isAllowed else { return permission }
        if mail.isSecret { return .refused("mail-is-secret") }
        return mail.programme == programme ? .allowed : .refused("mail-of-another-programme")
    }

    /// To see who holds which role in a programme.
    public func mayListPeople(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let mayList = holds(anyOf: [.programmeOffice, .administrator], in: programme)
        return mayList ? .allowed : .refused("people-only-for-programme-office")
    }

    /// To give or end a role. The programme office cannot raise anybody to its own height or above.
    public func mayGrant(_ role: Role, in programme: String?) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if isAdministrator { return .allowed }
        guard let programme, holds(.programmeOffice, in: programme) else {
            return .refused("roles-only-for-programme-office")
        }
        return [.programmeOffice, .cabinetOffice, .administrator].contains(role)
            ? .refused("role-only-by-administrator") : .allowed
    }
}
