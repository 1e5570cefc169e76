// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What the list of statements can be narrowed to.
struct StatementChoices: Sendable {
    let consultations: [Consultation]
    let senderKinds: [String]
    let forums: [Forum.Choice]
    let fields: [FieldChoice]

    static func load(in programme: String, _ db: Connection) throws -> StatementChoices {
        StatementChoices(
            consultations: try Consultation.list(in: programme, db),
            senderKinds: try Statement.senderKinds(in: programme, db),
            forums: try Forum.choices(in: programme, db), fields: try FieldChoice.list(in: programme, db))
    }

    /// Whom the consultations of the programme asked.
    var audiences: [String] {
        consultations.reduce(into: []) { keys, consultation in
            if !keys.contains(consultation.audienceKey) { keys.append(consultation.audienceKey) }
        }
    }

    func form(in context: SiteContext) -> FilterForm {
        let calls = consultations.filter { $0.statements > 0 }.map { (String($0.number), context.original($0.title)) }
        let text = { (name: String) in context.text("statements.filter.\(name)") }
        return FilterForm(
            "/stellungnahmen",
            [
                FilterForm.choice("beteiligung", label: text("consultation"), texts: calls, in: context),
                FilterForm.choice(
                    "absender", label: text("sender"),
                    senderKinds.map { ($0, context.word(.organisationKind, $0)) }, in: context),
                FilterForm.choice(
                    "zielgruppe", label: text("audience"), audiences.map { ($0, context.word(.audience, $0)) },
                    in: context),
                FilterForm.choice(
                    "bezug", label: text("course"),
                    StatementCourse.allCases.map { ($0.rawValue, context.text("statements.course.\($0.rawValue)")) },
                    in: context),
                FilterForm.forums(forums, in: context),
                FilterForm.fields(fields, label: text("field"), in: context),
            ], keeping: ["sortierung"], in: context)
    }
}

extension Statement.Filter {
    /// `?beteiligung=2&absender=municipal&zielgruppe=citizens&bezug=offen&forum=1&feld=wege`; what no statement can
    /// belong to is an unknown value, not an empty list.
    init(_ query: Query, among choices: StatementChoices) throws(PageFault) {
        self.init()
        consultation = try query.choice("beteiligung", among: choices.consultations.map { String($0.number) })
            .flatMap { Int64($0) }
        senderKind = try query.choice("absender", among: choices.senderKinds)
        audience = try query.choice("zielgruppe", among: choices.audiences)
        course = try query.choice("bezug")
        try query.checkForum(choices.forums)
        proposals.forum = try query.number("forum")
        proposals.field = try query.choice("feld", among: choices.fields.map(\.key))
    }
}
