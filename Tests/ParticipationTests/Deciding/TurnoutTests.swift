// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct TurnoutTests {
    @Test func `a nil return is an answer and silence is none`() {
        let turnout = Turnout(
            invitees: ["Stadt Neuenfeld", "Gemeinde Lindental", "Kreis Auental"],
            statements: [
                Self.statement("Neuenfeld", isMunicipality: true),
                Self.statement("Lindental", isMunicipality: true, kind: .nilReturn),
            ])
        #expect(turnout.invitations.map(\.response) == [.answered, .nilReturn, .none])
        #expect(turnout.count(.none) == 1)
    }

    @Test func `an association is found by its whole name only`() {
        let turnout = Turnout(invitees: ["Stadt Musterbund"], statements: [Self.statement("Musterbund")])
        #expect(turnout.invitations.map(\.response) == [.none])
        #expect(turnout.others.map(\.sender) == ["Musterbund"])
    }

    @Test func `who answered without being published has not been silent`() {
        let turnout = Turnout(
            invitees: ["Stadt Neuenfeld", "Handwerkskammer", "Kreis Auental"],
            statements: [Self.statement("Handwerkskammer")],
            unpublished: [
                StatementParty(.municipality, id: "n", name: "Neuenfeld"),
                StatementParty(.organisation, id: "x", name: "Nicht eingeladen"),
            ])
        #expect(turnout.invitations.map(\.response) == [.unpublished, .answered, .none])
    }

    @Test func `a statement counts for one invitation and a withdrawn one is no answer`() {
        let turnout = Turnout(
            invitees: ["Handwerkskammer", "Handwerkskammer"],
            statements: [Self.statement("Handwerkskammer", state: .withdrawn)])
        #expect(turnout.invitations.map(\.response) == [.withdrawn, .none])
    }

    private static func statement(
        _ sender: String, isMunicipality: Bool = false, kind: StatementKind = .statement,
        state: StatementState = .submitted
    ) -> Statement {
        Statement(
            id: sender, number: 1, consultationID: "c", kind: kind, organisationID: isMunicipality ? nil : sender,
            municipalityID: isMunicipality ? sender : nil, sender: sender, state: state, submittedOn: nil,
            fileNumber: nil, text: nil, note: nil, points: 0, answered: 0)
    }
}
