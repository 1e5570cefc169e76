// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Until when who may answer.
@Suite struct ConsultationRulesTests {
    private static func rules(
        _ state: ConsultationState = .open, extensions: [ConsultationRules.Extension] = []
    ) throws -> ConsultationRules {
        ConsultationRules(
            id: "c", programme: "p", number: 1, kind: .municipalConference, title: "Konferenz", state: state,
            startsOn: PartialDate("2026-10-01"), endsOn: PartialDate("2026-11-30"),
            fileNumber: nil, publishOn: nil, invited: ["Stadt Neuenfeld", "Grubenau"], extensions: extensions,
            documents: [])
    }

    private static let neuenfeld = StatementParty(.municipality, id: "1", name: "Neuenfeld")
    private static let grubenau = StatementParty(.municipality, id: "2", name: "Grubenau")

    /// The last second before and the first one after midnight in Berlin, which is 23:00 UTC in winter.
    @Test(arguments: [
        ("2026-09-30T21:59:59.999Z", AnsweringTime.notYet), ("2026-09-30T22:00:00.000Z", .open),
        ("2026-11-30T22:59:59.999Z", .open), ("2026-11-30T23:00:00.000Z", .over),
    ])
    func `the last day ends at midnight in Berlin, to the second`(moment: String, time: AnsweringTime) throws {
        let rules = try Self.rules(time == .notYet ? .planned : .open)
        let now = try TestConsultation.moment(moment)

        #expect(rules.time(for: Self.neuenfeld, at: now) == time)
    }

    @Test func `a planned consultation opens by the clock, a closed or cancelled one does not`() throws {
        let now = try TestConsultation.moment("2026-11-01T10:00:00.000Z")

        #expect(try Self.rules(.planned).time(for: Self.neuenfeld, at: now) == .open)
        #expect(try Self.rules(.closed).time(for: Self.neuenfeld, at: now) == .over)
        #expect(try Self.rules(.cancelled).time(for: Self.neuenfeld, at: now) == AnsweringTime.none)
    }

    @Test func `more time for one holds for that one alone, more time for all for everybody`() throws {
        let one = ConsultationRules.Extension(
            name: "Stadt Neuenfeld", endsOn: try #require(PartialDate("2026-12-10")), reason: "Ratssitzung")
        let all = ConsultationRules.Extension(
            name: nil, endsOn: try #require(PartialDate("2026-12-05")), reason: "Neue Anlage")
        let now = try TestConsultation.moment("2026-12-06T10:00:00.000Z")
        let rules = try Self.rules(extensions: [one, all])

        #expect(rules.time(for: Self.neuenfeld, at: now) == .open)
        #expect(rules.time(for: Self.grubenau, at: now) == .over)
        #expect(rules.deadline(for: Self.grubenau)?.text == "2026-12-05")
        #expect(rules.next(at: now) == nil)
        #expect(rules.next(at: try TestConsultation.moment("2026-12-10T23:00:00.000Z")) == .closed)
    }

    @Test func `only those on the list are invited, with or without their rank`() throws {
        let rules = try Self.rules()

        #expect(rules.isInvited(Self.neuenfeld))
        #expect(rules.isInvited(Self.grubenau))
        #expect(!rules.isInvited(StatementParty(.municipality, id: "3", name: "Feld")))
        #expect(!rules.isInvited(StatementParty(.organisation, id: "4", name: "Neuenfeld")))
        #expect(!rules.isInvited(StatementParty(.person, id: "5", name: "Grubenau")))
    }
}
