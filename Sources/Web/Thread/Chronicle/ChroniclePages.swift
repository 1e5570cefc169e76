// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The chronicle, stage by stage and year by year.
struct ChroniclePage: Page {
    static let template = "Chronicle/show"
    let heading: String
    let filter: FilterForm
    let count: String
    let stages: [StagePart]
    let empty: EmptyState?
    let reports: Section?
    let downloads: Downloads?

    struct StagePart: Sendable {
        let heading: String
        let anchor: String
        let years: [Year]
    }

    struct Year: Sendable {
        let year: String
        let entries: [Entry]
    }

    struct Entry: Sendable {
        let anchor: String
        let date: String
        let phase: String
        let title: ProgrammeText
        let text: ProgrammeText
        /// "Beschluss · Düsseldorf"
        let kind: String
        let figures: Figures?
        let sources: Sources?
        let hint: String?
    }

    struct Figures: Sendable {
        let figures: [String]
    }

    struct Sources: Sendable {
        let sources: [SourceList.Source]
    }

    var head: PageHead { PageHead(title: heading, formats: downloads?.formats ?? []) }

    static let sample = ChroniclePage(
        heading: "Chronik", filter: .sample, count: "55 Einträge",
        stages: [
            StagePart(
                heading: "Zuhören", anchor: "zuhoeren",
                years: [
                    Year(
                        year: "2019",
                        entries: [
                            Entry(
                                anchor: "eintrag-1", date: "5. November 2019", phase: "deciding", title: .sample,
                                text: .sample,
                                kind: "Beschluss", figures: Figures(figures: ["Projekte: 73"]),
                                sources: Sources(sources: SourceList.sample.sources), hint: "nur aus einer Quelle")
                        ])
                ])
        ], empty: .sample, reports: .sample, downloads: .sample)
}

extension ChroniclePage {
    init(_ view: ChronicleView, _ texts: ProgrammeTexts, in context: SiteContext) {
        heading = context.text("chronicle.heading")
        filter = Self.filter(view, in: context)
        count = context.text("chronicle.count", count: view.entries.count)
        stages = Self.runs(view.entries, by: \.stage).enumerated().map { index, run in
            StagePart(
                heading: context.word(.stage, run.key.rawValue), anchor: "abschnitt-\(index + 1)",
                years: Self.runs(run.entries, by: \.datedOn.year).map { year in
                    Year(
                        year: String(year.key),
                        entries: year.entries.map { Entry($0, texts, in: context) })
                })
        }
        empty =
            view.entries.isEmpty
            ? EmptyState(
                text: context.text("chronicle.none"), link: context.links.to("/chronik"),
                linkLabel: context.text("chronicle.all")) : nil
        reports = view.reports.isEmpty ? nil : Self.reports(view.reports, texts, in: context)
        downloads =
            view.entries.isEmpty
            ? nil
            : Downloads(
                of: "/chronik", heading: heading, beside: view.reports.isEmpty ? [] : [.statusReports], in: context)
    }

    /// Neighbours that share a key, in the order they came in.
    static func runs<Key: Equatable>(
        _ entries: [TimelineEntry], by key: (TimelineEntry) -> Key
    ) -> [(key: Key, entries: [TimelineEntry])] {
        var runs: [(key: Key, entries: [TimelineEntry])] = []
        for entry in entries {
            if let last = runs.last, last.key == key(entry) {
                runs[runs.count - 1].entries.append(entry)
            } else {
                runs.append((key(entry), [entry]))
            }
        }
        return runs
    }

    private static func filter(_ view: ChronicleView, in context: SiteContext) -> FilterForm {
        let everyStage = FilterForm.Option(
            value: "", label: context.text("chronicle.every-stage"), isSelected: view.stage == nil)
        let stages = Stage.allCases.map {
            FilterForm.Option(
                value: $0.rawValue, label: context.word(.stage, $0.rawValue), isSelected: view.stage == $0)
        }
        let everyKind = FilterForm.Option(
            value: "", label: context.text("chronicle.every-kind"), isSelected: view.kind == nil)
        let kinds = view.kinds.map {
            FilterForm.Option(value: $0, label: context.chronicleKind($0), isSelected: view.kind == $0)
        }
        return FilterForm(
            action: context.links.to("/chronik"),
            fields: [
                FilterForm.Field(name: "phase", label: context.text("chronicle.stage"), options: [everyStage] + stages),
                FilterForm.Field(name: "art", label: context.text("chronicle.kind"), options: [everyKind] + kinds),
            ],
            hidden: [], reset: view.stage == nil && view.kind == nil ? nil : context.links.to("/chronik"))
    }
}

extension ChroniclePage.Entry {
    init(_ entry: TimelineEntry, _ texts: ProgrammeTexts, in context: SiteContext) {
        anchor = MatterPaths.anchor(ofTimelineEntry: entry.key)
        date = context.notation.period(entry.datedOn, entry.endsOn ?? entry.datedOn) ?? entry.datedOn.text
        phase =
            switch entry.stage {
            case .before, .after: Tone.quiet.rawValue
            case .listening: Tone.listening.rawValue
            case .deciding: Tone.deciding.rawValue
            case .acting: Tone.acting.rawValue
            }
        title = texts.text("title", of: entry.id, or: entry.title)
        text = texts.text("text", of: entry.id, or: entry.text)
        kind = [context.chronicleKind(entry.kind), entry.place].compactMap { $0 }.joined(separator: " · ")
        figures =
            entry.figures.isEmpty
            ? nil : ChroniclePage.Figures(figures: entry.figures.map { context.sentence($0) })
        let notes = SourceList(entry.sources, in: context)?.sources ?? []
        let offline = entry.sourceNote.map { SourceList.Source(title: $0, link: nil, details: nil) }
        let sources = notes + [offline].compactMap { $0 }
        self.sources = sources.isEmpty ? nil : ChroniclePage.Sources(sources: sources)
        hint = context.hint(confidence: entry.confidence)
    }
}

extension SiteContext {
    /// The word for a kind of entry; a kind that an operator has added stands as it is written.
    func chronicleKind(_ kind: String) -> String {
        texts.hasWord(.chronicleKind, kind) ? word(.chronicleKind, kind) : Self.readable(kind)
    }
}
