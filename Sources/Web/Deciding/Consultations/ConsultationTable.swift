// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Consultation>>

extension OpenList {
    /// All consultations of `/beteiligungen`.
    static let consultations = OpenList(
        "consultations", at: "/beteiligungen", columns: columns,
        whole: { reading in
            let all = try Consultation.list(in: reading.programme, reading.db)
            return try reading.entries(all) { [$0.id, $0.forumID] }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("kind", text: { $0.word(.consultationKind, $0.kind.rawValue) }),
        Column("kind_key", text: { $0.kind.rawValue }),
        Column("audience", text: { $0.word(.audience, $0.audienceKey) }),
        Column("audience_key", text: { $0.audienceKey }),
        Column("audience_words", text: { $0.audience }),
        Column("channel", text: { $0.channel }),
        Column("stage", text: { $0.word(.stage, $0.stage.rawValue) }),
        Column("starts_on", date: { $0.startsOn }),
        Column("ends_on", date: { $0.endsOn }),
        Column("state", text: { $0.word(state: $0.state.rawValue) }),
        Column("state_key", text: { $0.state.rawValue }),
        Column("forum_number", number: { $0.numberOf($0.forumID) }),
        Column("file_number", text: { $0.fileNumber }),
        Column("statements", number: { $0.statements }),
        Column("use_of_input", text: { $0.useOfInput }),
        Column("feedback", text: { $0.feedback }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/beteiligungen/\($0.number)") }),
    ]
}
