// SPDX-License-Identifier: EUPL-1.2

import Markup
import Participation

/// A longer text about an event under its own heading: what is planned, what was written down. Template `Events/text`.
struct EventText: Sendable {
    let heading: String
    let anchor: String
    let text: Text?
    /// What is said where there is no text.
    let note: String?

    struct Text: Sendable {
        let language: String?
        let bodyHTML: String?
        /// Lines of an imported text that is too large to be laid out.
        let plain: [String]
    }

    static let sample = EventText(
        heading: "Niederschrift", anchor: "niederschrift",
        text: Text(language: "de", bodyHTML: "<p>Es waren viele.</p>", plain: ["Es waren viele."]),
        note: "Es ist keine Niederschrift dokumentiert.")
}

extension EventText {
    /// Nil where no agenda is known.
    init?(agendaOf event: Event, in context: SiteContext) {
        guard let agenda = event.agenda else { return nil }
        self.init(
            heading: context.text("events.agenda.heading"), anchor: "tagesordnung",
            text: Text(agenda, in: context), note: nil)
    }

    init(minutesOf event: Event, in context: SiteContext) {
        self.init(
            heading: context.text("events.minutes.heading"), anchor: "niederschrift",
            text: event.minutes.map { Text($0, in: context) },
            note: event.minutes == nil ? Self.noMinutes(of: event, in: context) : nil)
    }

    private static func noMinutes(of event: Event, in context: SiteContext) -> String {
        switch event.state {
        case .planned, .open: context.text("events.minutes.later")
        case .cancelled: context.text("events.minutes.cancelled")
        case .held, .minuted: context.text("events.minutes.none")
        }
    }
}

extension EventText.Text {
    /// CommonMark of the programme's own people.
    init(_ source: String, in context: SiteContext) {
        language = context.original(source).language
        do {
            bodyHTML = try Markup.html(fromStaff: source).text
            plain = []
        } catch {
            bodyHTML = nil
            plain = source.split(separator: "\n").map(String.init)
        }
    }
}

extension Section {
    /// Where those who came live; nil where that is not known.
    init?(origins: [Event.Origin], _ mentions: Mentions, in context: SiteContext) {
        guard !origins.isEmpty else { return nil }
        let columns = [
            Table.Column(context.text("events.origins.municipality")),
            Table.Column(context.text("events.fact.participants"), isNumber: true),
        ]
        let rows = origins.map { origin in
            let name = mentions.title(origin.municipalityID)
            return Table.Row([
                Table.Cell(
                    columns[0], name ?? ProgrammeText(context.text("events.origins.others")),
                    link: mentions.link(origin.municipalityID, in: context), isHeading: true),
                Table.Cell(columns[1], context.notation.number(origin.participants)),
            ])
        }
        self.init(
            context.text("events.origins.heading"), anchor: "herkunft",
            table: Table(caption: context.text("events.origins.caption"), columns: columns, rows: rows),
            note: context.text("events.origins.note", count: RegistrationOrigins.fewest))
    }
}

/// Refuses a text that could not be laid out, while it can still be changed.
enum StaffMarkup {
    static func check(_ text: String?, field: String) throws(InvalidForm) {
        guard let text else { return }
        do throws(Markup.Refusal) {
            _ = try Markup.html(fromStaff: text)
        } catch {
            switch error {
            case .tooLong(let limit): throw InvalidForm([.init(field, "too-long", limit: limit)])
            case .tooManyTableCells(let limit): throw InvalidForm([.init(field, "tables-too-large", limit: limit)])
            }
        }
    }
}
