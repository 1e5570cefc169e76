// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To hand in an idea: open to everybody, guests too, while the programme takes ideas in.
    public func maySubmitIdea(_ opening: IdeaOpening, on day: PartialDate) -> Permission {
        switch opening.standing(on: day) {
        case .open: opening.hasOffice ? .allowed : .refused("ideas-without-office")
        case .coming: .refused("ideas-coming")
        case .over: .refused("ideas-over")
        case .never: .refused("ideas-never")
        }
    }

    /// To hand in something in the name of an organisation.
    public func mayWrite(for organisation: String, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(.organisationRepresentative, in: programme, for: organisation)
            ? .allowed : .refused("not-your-organisation")
    }
}
