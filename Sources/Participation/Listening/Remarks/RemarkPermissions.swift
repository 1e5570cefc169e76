// SPDX-License-Identifier: EUPL-1.2

/// What a remark is about, and whether the programme still listens.
public struct RemarkSubject: Equatable, Sendable {
    public let kind: MatterKind
    /// Whether a phase of the programme is under way.
    public let isOpen: Bool

    public init(_ kind: MatterKind, isOpen: Bool) {
        self.kind = kind
        self.isOpen = isOpen
    }
}

/// How a remark stands to whoever wants to change it.
public struct RemarkStanding: Equatable, Sendable {
    public let isOwn: Bool
    public let isHidden: Bool
    public let isWithdrawn: Bool
    /// How long it has been public.
    public let secondsPublic: Int64

    public init(isOwn: Bool, isHidden: Bool = false, isWithdrawn: Bool = false, secondsPublic: Int64) {
        self.isOwn = isOwn
        self.isHidden = isHidden
        self.isWithdrawn = isWithdrawn
        self.secondsPublic = secondsPublic
    }
}

extension Visitor {
    /// To comment on a matter: everybody may, guests too, while a phase of the programme is under way.
    public func mayRemark(on subject: RemarkSubject) -> Permission {
        guard Remark.subjects.contains(subject.kind) else { return .refused("remark-not-here") }
        return subject.isOpen ? .allowed : .refused("remark-closed")
    }

    /// To mend one's own remark within the first minutes.
    public func mayEdit(_ remark: RemarkStanding) -> Permission {
        let permission = mayWithdraw(remark)
        guard permission.isAllowed else { return permission }
        return remark.secondsPublic <= Remark.editSeconds ? .allowed : .refused("remark-edit-over")
    }

    /// To take back one's own remark, at any time.
    public func mayWithdraw(_ remark: RemarkStanding) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        guard remark.isOwn else { return .refused("remark-not-yours") }
        guard !remark.isHidden else { return .refused("remark-is-hidden") }
        return remark.isWithdrawn ? .refused("remark-is-withdrawn") : .allowed
    }
}
