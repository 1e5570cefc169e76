// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form by which something is reported.
struct FlagPage: Page {
    static let template = "Moderation/flag"
    let heading: String
    let subject: String
    let link: String
    let path: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let reason: ChoiceField
    let text: FormField
    /// Nil for those who are signed in.
    let email: FormField?
    let goodFaith: TickField

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = FlagPage(
        heading: "Inhalt melden", subject: "Idee 1", link: "/ideen/1", path: "/ideen/1", summary: .sample,
        action: "/melden", formKey: "1.2.3", reason: .sample, text: .sample, email: .sample, goodFaith: .sample)
}

extension FlagPage {
    init(
        _ form: FlagForm, _ matter: MatterSummary, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let path = ModerationPaths.path(of: matter) ?? "/"
        self.init(
            heading: context.text("moderation.flag.heading"), subject: context.quotation(of: matter),
            link: context.links.to(path), path: path, summary: faults.summary,
            action: context.links.to(ModerationPaths.flag), formKey: formKey,
            reason: ChoiceField(
                name: FlagForm.Field.reason, label: context.text("moderation.flag.reason"), chosen: form.reason,
                prompt: context.text("moderation.flag.choose"),
                options: FlagReason.allCases.map { ($0.rawValue, context.text("moderation.rules.\($0.rawValue)")) },
                fault: faults[FlagForm.Field.reason]),
            text: FormField(
                name: FlagForm.Field.text, label: context.text("moderation.flag.text"),
                hint: context.text("moderation.flag.text-hint", count: FiledFlag.longestText), value: form.text ?? "",
                fault: faults[FlagForm.Field.text], isRequired: true, rows: 6),
            email: context.visitor.isSignedIn
                ? nil
                : FormField(
                    name: FlagForm.Field.email, label: context.text("moderation.flag.email"),
                    hint: context.text("moderation.flag.email-hint"), value: form.email ?? "",
                    fault: faults[FlagForm.Field.email], type: "email", completion: "email"),
            goodFaith: TickField(
                name: FlagForm.Field.goodFaith, label: context.text("moderation.flag.good-faith"),
                isTicked: form.isInGoodFaith, fault: faults[FlagForm.Field.goodFaith]))
    }
}

/// Said after a report.
struct FlagThanksPage: Page {
    static let template = "Moderation/thanks"
    let heading: String
    let years: String

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = FlagThanksPage(heading: "Danke für Ihre Meldung", years: "/moderation")
}

extension FlagThanksPage {
    init(in context: SiteContext) {
        heading = context.text("moderation.thanks.heading")
        years = context.links.to(ModerationPaths.years)
    }
}

/// What was reported and decided, year by year.
struct ModerationYearsPage: Page {
    static let template = "Moderation/years"
    let heading: String
    let rules: [String]
    let table: Table?
    let empty: EmptyState?
    let downloads: Downloads?

    var head: PageHead { PageHead(title: heading) }

    static let sample = ModerationYearsPage(
        heading: "Moderation", rules: ["Beleidigung"], table: .sample, empty: .sample, downloads: .sample)
}

extension ModerationYearsPage {
    private static let columns = [
        "year", "flags", "decided", "days", "hidden", "kept", "released", "rejected", "objections", "granted", "upheld",
        "restored",
    ]

    init(_ years: [ModerationYear], in context: SiteContext) {
        let columns = Self.columns.map { name in
            Table.Column(context.text("moderation.years.\(name)"), isNumber: name != "year")
        }
        let rows = years.map { year in
            let counts = [
                year.flags, year.decided, year.medianDays, year.hidden, year.kept, year.released, year.rejected,
                year.objections, year.granted, year.upheld, year.restored,
            ]
            let texts = [String(year.year)] + counts.map { $0.map { context.notation.number($0) } ?? "–" }
            return Table.Row(zip(columns, texts).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 0) })
        }
        heading = context.text("moderation.years.heading")
        rules = FlagReason.allCases.map { context.text("moderation.rules.\($0.rawValue)") }
        table =
            rows.isEmpty ? nil : Table(caption: context.text("moderation.years.caption"), columns: columns, rows: rows)
        empty =
            rows.isEmpty
            ? EmptyState(text: context.text("moderation.years.empty"), link: nil, linkLabel: nil) : nil
        downloads = rows.isEmpty ? nil : Downloads(of: ModerationPaths.years, heading: heading, in: context)
    }
}

private typealias Column = OpenColumn<OpenEntry<ModerationYear>>

extension OpenList {
    /// What was reported and decided, year by year.
    static let moderation = OpenList("moderation", at: ModerationPaths.years, columns: moderationColumns) { reading in
        try reading.entries(try ModerationYear.list(in: reading.programme, reading.db)) { _ in [] }
    }

    private static let moderationColumns = [
        Column("year", number: { $0.year }),
        Column("flags", number: { $0.flags }),
        Column("decided", number: { $0.decided }),
        Column("days", number: { $0.medianDays }),
        Column("hidden", number: { $0.hidden }),
        Column("kept", number: { $0.kept }),
        Column("released", number: { $0.released }),
        Column("rejected", number: { $0.rejected }),
        Column("objections", number: { $0.objections }),
        Column("granted", number: { $0.granted }),
        Column("upheld", number: { $0.upheld }),
        Column("restored", number: { $0.restored }),
    ]
}
