// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension Site {
    /// Tells heads of offices which reports stay away; one office at a time.
    public func escalateReports() async throws {
        var goesOn = try await database.read { [clock] db in try EscalateReports.isDue(at: Moment(clock()), in: db) }
        while goesOn, !Task.isCancelled {
            goesOn = try await database.write { db in
                let programmes = try self.programmes(db)
                return try EscalateReports().run(at: Moment(clock()), in: db) { escalation in
                    let programme = programmes.first { $0.id == escalation.programme }
                    let context = SiteContext.forMail(to: escalation.language, programme, self)
                    return try letter(LetterPage(escalation, in: context), in: context)
                }
            }
        }
    }

    /// Writes to offices what is due, and to their heads on Mondays how they stand; one office at a time.
    public func remindOffices() async throws {
        let (isReminding, isSumming) = try await database.read { [clock] db in
            let now = Moment(clock())
            return (try RemindOffices.isDue(at: now, in: db), try SummariseOffices.isDue(at: now, in: db))
        }
        var goesOn = isReminding
        while goesOn, !Task.isCancelled {
            goesOn = try await database.write { db in
                let programmes = try self.programmes(db)
                return try RemindOffices().run(at: Moment(clock()), in: db) { reminder in
                    let programme = programmes.first { $0.id == reminder.programme }
                    let context = SiteContext.forMail(to: reminder.language, programme, self)
                    return try letter(LetterPage(reminder, in: context), in: context)
                }
            }
        }
        goesOn = isSumming
        while goesOn, !Task.isCancelled {
            goesOn = try await database.write { db in
                let programmes = try self.programmes(db)
                return try SummariseOffices().run(at: Moment(clock()), in: db) { week in
                    let programme = programmes.first { $0.id == week.programme }
                    let context = SiteContext.forMail(to: week.language, programme, self)
                    return try letter(LetterPage(week, in: context), in: context)
                }
            }
        }
    }
}

extension LetterPage {
    /// What is overdue, due today and due soon, with the places where it is done.
    init(_ reminder: DutyReminder, in context: SiteContext) {
        let overdue = reminder.overdue.map { Entry($0, "overdue", in: context) }
        let today = reminder.today.map { Entry($0, "today", in: context) }
        let soon = reminder.soon.map { Entry($0, "soon", in: context) }
        let entries = overdue + today + soon
        let more = reminder.total - Int64(entries.count)
        let office = reminder.office.name
        let key = reminder.overdue.isEmpty ? "due" : "overdue"
        self.init(
            subject: context.text(
                "duties.letters.reminder.subject-\(key)", count: reminder.total, ["office": office]),
            paragraphs: [
                context.text("duties.letters.reminder.lead", ["office": office]),
                reminder.isForProgrammeOffice ? context.text("duties.letters.reminder.nobody") : nil,
            ].compactMap { $0 },
            news: News(
                entries: entries, more: more > 0 ? context.text("notices.letter.more", count: more) : nil),
            closing: context.text("duties.letters.reminder.closing"), in: context)
    }

    /// Which reports stay away although the office was reminded.
    init(_ escalation: ReportEscalation, in context: SiteContext) {
        let entries = escalation.overdue.map { Entry($0, "overdue", in: context) }
        let more = escalation.total - Int64(entries.count)
        let office = escalation.office.name
        self.init(
            subject: context.text(
                "duties.letters.escalation.subject", count: escalation.total, ["office": office]),
            paragraphs: [
                context.text("duties.letters.escalation.lead", ["office": office]),
                escalation.isForProgrammeOffice ? context.text("duties.letters.escalation.nobody") : nil,
            ].compactMap { $0 },
            news: News(
                entries: entries, more: more > 0 ? context.text("notices.letter.more", count: more) : nil),
            closing: context.text("duties.letters.escalation.closing"), in: context)
    }

    /// How an office stands at the beginning of the week.
    init(_ week: OfficeWeek, in context: SiteContext) {
        let number = { (count: Int64) in context.notation.number(count) }
        let entries = week.pressing.map { Entry($0, "week", in: context) }
        self.init(
            subject: context.text("duties.letters.week.subject", ["office": week.office.name]),
            paragraphs: [
                context.text(
                    "duties.letters.week.standing",
                    ["office": week.office.name, "open": number(week.open), "overdue": number(week.overdue)]),
                context.text(
                    "duties.letters.week.met", ["met": number(week.met), "ontime": number(week.metInTime)]),
                entries.isEmpty ? nil : context.text("duties.letters.week.pressing"),
            ].compactMap { $0 },
            news: entries.isEmpty ? nil : News(entries: entries, more: nil),
            closing: context.text("duties.letters.week.closing"), in: context)
    }

    private init(subject: String, paragraphs: [String], news: News?, closing: String, in context: SiteContext) {
        self.init(
            subject: subject, greeting: context.text("forms.letter.greeting"), paragraphs: paragraphs,
            action: Action(
                label: context.text("duties.letters.all"), link: context.links.absolute(DutyPaths.desk)),
            code: nil, closing: [closing, context.text("forms.letter.automatic")],
            signature: context.currentProgramme?.name(in: context.language) ?? "Dreiklang", news: news)
    }
}

extension LetterPage.Entry {
    /// - Parameter standing: a group of words under `duties.letters.standing`
    fileprivate init(_ duty: OfficeDuty, _ standing: String, in context: SiteContext) {
        let title = context.title(of: duty)
        self.init(
            heading: context.text(
                "duties.letters.standing.\(standing)", ["date": context.notation.date(duty.dueOn)]),
            title: title.text, language: title.language,
            link: DutyPaths.work(duty).map { context.links.absolute($0) },
            details: [context.quotation(of: duty.matter)])
    }
}
