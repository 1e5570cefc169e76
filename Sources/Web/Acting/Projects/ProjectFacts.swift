// SPDX-License-Identifier: EUPL-1.2

import Participation

extension MatterFrame {
    /// Head and Steckbrief of a project.
    init(_ view: ProjectView, _ texts: ProgrammeTexts, in context: SiteContext) {
        let project = view.project
        let summary = project.summary
        let kind = context.word(.projectKind, summary.kind.rawValue)
        let ended = summary.state == .discontinued || summary.state == .notStarted
        self.init(
            kicker: [kind + "\u{A0}" + context.notation.number(summary.number), summary.officialCode]
                .compactMap { $0 }.joined(separator: " · "),
            title: texts.text("title", of: project.id, or: summary.title),
            badges: [context.badge(state: summary.state.rawValue)],
            hint: context.hint(confidence: summary.stateConfidence),
            lead: texts.text("description", of: project.id, or: project.description),
            notices: [
                project.endReason.map {
                    Notice(
                        texts.text("end_reason", of: project.id, or: $0).text,
                        heading: context.text(ended ? "projects.show.why-ended" : "projects.show.why-changed"),
                        tone: ended ? .bad : .quiet)
                }
            ].compactMap { $0 } + view.dutyNotices(in: context),
            facts: view.facts(texts, in: context), excerpt: view.thread, sources: SourceList(view.sources, in: context),
            crumbs: [Crumb(label: context.text("projects.list.heading"), link: context.links.to("/projekte"))])
        follow = view.follow
        share = ShareBox(self, path: "/projekte/\(summary.number)", in: context)
    }
}

extension ProjectView {
    /// The Steckbrief, term by term; what is unknown says so.
    func facts(_ texts: ProgrammeTexts, in context: SiteContext) -> [Facts.Entry] {
        let summary = project.summary
        let values = { (relation: ProjectRelation?, path: String?) -> Facts.Value? in
            relation.map { Facts.Value($0, path, texts, in: context) }
        }
        let field = values(summary.field, summary.field?.number.map { "/handlungsfelder/\($0)" })
        let forum = values(project.forum, project.forum?.number.map { "/themenforen/\($0)" })
        let goals = parts.goals.map { Facts.Value($0, $0.number.map { "/ziele/\($0)" }, texts, in: context) }
        return [
            Facts.Entry(
                context.text("projects.facts.goals"),
                goals.isEmpty ? [Facts.Value(text: context.text("projects.facts.no-goal"), link: nil)] : goals),
            entry("field", field, hint: project.fieldConfidence, in: context),
            entry(
                "ministry", values(summary.ministry, summary.ministry.map { MinistryPaths.show($0.key) }), in: context),
            project.office.map { Facts.Entry(context.text("projects.facts.office"), texts.original($0)) },
            project.contact.map { Facts.Entry(context.text("projects.facts.contact"), texts.original($0)) },
            entry("forum", forum, in: context),
            entry(
                "pillar", values(project.pillar, "/projekte?saeule=\(project.pillar.key)"),
                hint: project.membershipConfidence, in: context),
            whole(texts, in: context), subprojects(texts, in: context),
        ].compactMap { $0 }
            + (project.stateProgramme?.facts(of: project.id, texts, in: context) ?? [])
            + circumstances(texts, in: context)
    }

    /// When, where and with whom.
    private func circumstances(_ texts: ProgrammeTexts, in context: SiteContext) -> [Facts.Entry] {
        let unknown = context.text("design.unknown")
        let partners = parts.partners.map { partner in
            Facts.Value(
                text: partner.role.map { "\(partner.name) (\($0))" } ?? partner.name,
                link: partner.organisation.map { context.links.to("/organisationen/\($0)") },
                language: texts.original(partner.name).language)
        }
        return [
            Facts.Entry(
                context.text("projects.facts.period"),
                context.notation.period(project.starts, project.ends) ?? unknown),
            project.fundingEndsOn.map {
                Facts.Entry(context.text("projects.facts.funding-end"), context.notation.date($0))
            },
            project.reportMonths.map {
                Facts.Entry(context.text("projects.facts.rhythm"), context.rhythm($0))
            },
            Facts.Entry(context.text("projects.facts.places"), places(in: context)),
            Facts.Entry(
                context.text("projects.facts.partners"),
                partners.isEmpty ? [Facts.Value(text: unknown, link: nil)] : partners),
            Facts.Entry(
                context.text("projects.facts.origin"),
                project.isCitizenOrigin.map {
                    context.text($0 ? "projects.filter.citizens" : "projects.filter.others")
                } ?? unknown),
            context.hint(confidence: project.confidence).map {
                Facts.Entry(context.text("projects.facts.confidence"), $0)
            },
        ].compactMap { $0 }
    }

    /// What is late, and what is to be decided, in public: nobody has to ask whether a report is missing.
    func dutyNotices(in context: SiteContext) -> [Notice] {
        duties.compactMap { duty in
            let values: KeyValuePairs = ["date": context.notation.date(duty.dueOn), "office": duty.office]
            switch duty.kind {
            case .report where duty.dueOn < today:
                return Notice(
                    context.text("projects.show.report-overdue", values),
                    heading: context.text("projects.show.report-overdue-heading"), tone: .warning)
            case .fundingEnd:
                let end = project.fundingEndsOn.map { context.notation.date($0) } ?? ""
                return Notice(
                    context.text("projects.show.funding-ends", ["date": end, "office": duty.office]),
                    heading: context.text("projects.show.funding-ends-heading"))
            case .report, .reply, .assessment, .condition, .review: return nil
            }
        }
    }

    private func entry(
        _ term: String, _ value: Facts.Value?, hint: Confidence? = nil, in context: SiteContext
    ) -> Facts.Entry {
        let hints = [context.hint(confidence: hint)].compactMap { $0 }.map { Facts.Value(text: "(\($0))", link: nil) }
        let shown = value ?? Facts.Value(text: context.text("design.unknown"), link: nil)
        return Facts.Entry(
            context.text("projects.facts.\(term)"), [shown] + (value == nil ? [] : hints))
    }

    private func whole(_ texts: ProgrammeTexts, in context: SiteContext) -> Facts.Entry? {
        project.whole.map { whole in
            entry(
                "whole", Facts.Value(whole, whole.number.map { "/projekte/\($0)" }, texts, in: context), in: context)
        }
    }

    private func subprojects(_ texts: ProgrammeTexts, in context: SiteContext) -> Facts.Entry? {
        guard !parts.parts.isEmpty else { return nil }
        return Facts.Entry(
            context.text("projects.facts.parts"),
            parts.parts.map { Facts.Value($0, $0.number.map { "/projekte/\($0)" }, texts, in: context) })
    }

    private func places(in context: SiteContext) -> [Facts.Value] {
        let everywhere = Facts.Value(text: context.text("projects.facts.region-wide"), link: nil)
        let municipalities = parts.municipalities.map {
            Facts.Value(text: $0.title, link: context.links.to("/kommunen/\($0.key)"))
        }
        let named = parts.districts.map { Facts.Value(text: $0, link: nil) } + municipalities
        let all = (project.summary.isRegionWide ? [everywhere] : []) + named
        return all.isEmpty ? [Facts.Value(text: context.text("design.unknown"), link: nil)] : all
    }
}

extension Facts.Value {
    init(_ relation: ProjectRelation, _ path: String?, _ texts: ProgrammeTexts, in context: SiteContext) {
        let title = texts.title(of: relation.id, or: relation.title)
        self.init(text: title.text, link: path.map { context.links.to($0) }, language: title.language)
    }
}
