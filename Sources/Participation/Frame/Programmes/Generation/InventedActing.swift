// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    /// Projects, reports, money, calls and applications.
    var acting: [InventedSection] {
        [
            InventedSection(scale.projects) { [project($0)] },
            InventedSection(reports.count) { [report($0)] },
            InventedSection(scale.projects) { funding(ofProject: $0) },
            InventedSection(applications.isEmpty ? 0 : 3) { [call($0)] },
            InventedSection(applications.count) { [application($0)] },
        ]
    }

    func projectKey(_ index: Int) -> String { inventedKey("projekt", index + 1) }

    func projectTitle(_ index: Int) -> String {
        let outline = projects[index]
        if let proposal = outline.proposal { return proposalTitle(proposal) }
        var numbers = numbers("project-title", index)
        return "\(numbers.pick(InventedTopic.all[outline.topic].measures)) \(place(&numbers).name)"
    }

    private func project(_ index: Int) -> ProjectRecord {
        var numbers = numbers("project-text", index)
        let outline = projects[index]
        let topic = InventedTopic.all[outline.topic]
        let place = place(&numbers)
        var record = ProjectRecord()
        record.id = "P\(index + 1)"
        record.slug = projectKey(index)
        record.publicNumber = Int64(index + 1)
        record.title = projectTitle(index)
        record.projectKind = outline.parent == nil ? .project : .subProject
        record.partOf = outline.parent.map(projectKey)
        record.field = topic.key
        record.forum = outline.forum.map { String($0 + 1) }
        record.ministry = InventedNames.ministries[topic.ministry].abbreviation
        record.pillar = outline.pillar.rawValue
        record.description = [
            "\(record.title) gehört zum Ziel „\(topic.goal)“.", numbers.pick(topic.gains),
            "Begonnen wird in \(place.name), danach folgen weitere Orte im Kreis \(place.district).",
        ].joined(separator: " ")
        record.isRegionWide = numbers.chance(12)
        record.municipalities = places(of: index, first: place.index, &numbers)
        record.partners = [organisationName(numbers.skewed(below: organisationCount))]
        record.goals = numbers.chance(90) ? ["ziel-\(topic.key)"] : []
        record.state = outline.state
        record.stateAsOf = InventedDates.date(InventedDates.today - numbers.between(20, 200))
        record.period = InventedDates.period(outline.startDay, numbers.chance(80) ? outline.endDay : nil)
        record.citedBudget = outline.cost.map { Euros(euros: $0 * 1000) }
        record.isCitizenOrigin = outline.proposal != nil
        record.confidence = .high
        if outline.state == .running {
            let lights: [(share: Int, value: TrafficLight)] = [(62, .green), (28, .amber), (10, .red)]
            record.light = numbers.pick(lights)
            record.lightReason =
                record.light == .green ? nil : numbers.pick(InventedPapers.blocked).filled(place: place.name)
        }
        if outline.state == .discontinued { record.endReason = numbers.pick(InventedPapers.ends) }
        addSteps(to: &record, outline)
        return record
    }

    /// Up to six municipalities, each once.
    private func places(of project: Int, first: Int, _ numbers: inout SeededNumbers) -> [String] {
        var places = [first]
        for _ in 0..<numbers.skewed(below: 6) {
            let next = numbers.skewed(below: scale.municipalities)
            if !places.contains(next) { places.append(next) }
        }
        return places.map(municipalityKey)
    }

    private func addSteps(to record: inout ProjectRecord, _ outline: InventedProject) {
        let length = outline.endDay - outline.startDay
        for (step, text) in InventedPapers.milestones.prefix(3 + outline.startDay % 4).enumerated() {
            var milestone = MilestoneRecord()
            let day = outline.startDay + length * (step + 1) / InventedPapers.milestones.count
            milestone.datedOn = InventedDates.date(day)
            milestone.text = text
            let isOver = outline.state == .discontinued && step > 1
            milestone.state = isOver ? .dropped : outline.hasBegun && day < InventedDates.today ? .done : .planned
            record.milestones.append(milestone)
        }
        let began = outline.hasBegun ? ProjectState.running : outline.state
        let changes = began == outline.state ? [began] : [began, outline.state]
        for (number, state) in changes.enumerated() where outline.state != .unknown {
            var change = StateChangeRecord<ProjectState>()
            change.state = state
            change.effectiveOn = InventedDates.date(min(outline.startDay + number * length, InventedDates.today))
            record.history.append(change)
        }
    }

    private func report(_ index: Int) -> ReportRecord {
        var numbers = numbers("report", index)
        let place = place(&numbers)
        var record = ReportRecord()
        record.id = inventedKey("bericht", index + 1)
        record.publicNumber = Int64(index + 1)
        record.project = projectKey(reports[index])
        record.asOf = PartialDate(index.isMultiple(of: 2) ? "2025-12-31" : "2026-06-30") ?? .unset
        record.state = numbers.chance(92) ? .released : .draft
        record.done = numbers.pick(InventedPapers.done).filled(place: place.name, number: numbers.between(2, 90))
        record.next = numbers.pick(InventedPapers.next).filled(place: place.name)
        record.blocked = numbers.chance(30) ? numbers.pick(InventedPapers.blocked).filled(place: place.name) : nil
        record.light = record.blocked == nil ? .green : .amber
        record.releasedOn = record.state == .released ? InventedDates.date(InventedDates.today - 60) : nil
        return record
    }

    private func call(_ index: Int) -> CallRecord {
        var record = CallRecord()
        record.id = "aufruf-\(2023 + index)"
        record.publicNumber = Int64(index + 1)
        record.title = "Aufruf \(2023 + index): Partnerprojekte"
        record.description = "Vereine, Gemeinden und Betriebe können sich mit eigenen Vorhaben bewerben."
        record.opensOn = PartialDate("\(2023 + index)-02-01")
        record.closesOn = PartialDate("\(2023 + index)-05-31")
        record.criteria = ["nützt mehr als einem Ort", "hat eine gesicherte Finanzierung"]
        return record
    }

    func applicationKey(_ index: Int) -> String { inventedKey("antrag", index + 1) }

    private func application(_ index: Int) -> ApplicationRecord {
        var numbers = numbers("application", index)
        let project = applications[index]
        let topic = InventedTopic.all[project.map { projects[$0].topic } ?? numbers.below(InventedTopic.all.count)]
        let place = place(&numbers)
        var record = ApplicationRecord()
        record.id = applicationKey(index)
        record.publicNumber = Int64(index + 1)
        record.call = "aufruf-\(2023 + index % 3)"
        record.organisation = organisationKey(numbers.below(organisationCount))
        record.field = topic.key
        record.title = project.map(projectTitle) ?? "\(numbers.pick(topic.measures)) \(place.name)"
        record.summary =
            numbers.pick(topic.problems).filled(place: place.name, number: 12) + " " + numbers.pick(topic.gains)
        record.submittedOn = PartialDate("\(2023 + index % 3)-05-2\(index % 9)")
        let open: [(share: Int, value: ApplicationState)] = [(70, .decided), (20, .underReview), (10, .draft)]
        record.state = project != nil ? .decided : numbers.pick(open)
        if record.state == .decided {
            record.outcome = project == nil ? .declined : .accepted
            record.reason = project == nil ? "Andere Anträge nützen mehr Menschen." : "Überzeugend und gut vorbereitet."
        }
        return record
    }
}
