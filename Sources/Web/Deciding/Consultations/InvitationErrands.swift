// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension Site {
    /// Sends the waves of invitations whose day has come, and reminds those who have not answered before their time is
    /// over.
    public func mailInvitations() async throws {
        let (isSending, isReminding) = try await database.read { [clock] db in
            let now = Moment(clock())
            return (try SendWaves.isDue(at: now, in: db), try RemindInvited.isDue(at: now, in: db))
        }
        var goesOn = isSending
        while goesOn, !Task.isCancelled {
            goesOn = try await database.write { db in
                let programmes = try self.programmes(db)
                return try SendWaves().run(at: Moment(clock()), in: db) { invitation in
                    let programme = programmes.first { $0.id == invitation.rules.programme }
                    let context = SiteContext.forMail(to: invitation.language, programme, self)
                    let page = LetterPage.invitation(
                        to: invitation.rules, name: invitation.name, invitation.secret, self, in: context)
                    return try letter(page, in: context)
                }
            }
        }
        goesOn = isReminding
        while goesOn, !Task.isCancelled {
            goesOn = try await database.write { db in
                let programmes = try self.programmes(db)
                return try RemindInvited().run(at: Moment(clock()), in: db) { reminder in
                    let programme = programmes.first { $0.id == reminder.rules.programme }
                    let context = SiteContext.forMail(to: reminder.language, programme, self)
                    return try letter(.reminder(reminder, self, in: context), in: context)
                }
            }
        }
    }
}

extension LetterPage {
    /// Until when an answer is expected, with the way to give it.
    static func reminder(
        _ reminder: RemindInvited.Reminder, _ site: Site, in context: SiteContext
    ) -> LetterPage {
        let links = context.links.reached(at: site.mailRoot)
        let rules = reminder.rules
        let key = reminder.secret.map { "?\(StatementPaths.key)=\($0.text)" } ?? ""
        let day = context.notation.date(reminder.endsOn)
        return LetterPage(
            subject: context.text("statements.letters.reminder.subject", ["title": rules.title, "day": day]),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("statements.letters.reminder.text", ["name": reminder.name, "title": rules.title]),
                context.text("statements.letters.invitation.deadline", ["day": day]),
                context.text("statements.letters.reminder.nothing"),
                context.text("consultations.not-decided"),
            ],
            action: Action(
                label: context.text("statements.letters.invitation.action"),
                link: links.absolute(StatementPaths.entry(rules.number)) + key),
            code: nil,
            closing: [
                reminder.secret.map { _ in context.text("statements.letters.invitation.closing") },
                context.text("forms.letter.automatic"),
            ].compactMap { $0 },
            signature: context.currentProgramme?.name(in: context.language) ?? "Dreiklang")
    }
}
