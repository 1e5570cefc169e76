// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    /// Remarks, duties, the chronicle, documents, links and texts in other languages.
    var thread: [InventedSection] {
        [
            InventedSection(scale.remarks) { [remark($0)] },
            InventedSection(duties.count) { [duty($0)] },
            InventedSection(36) { [timelineEntry($0)] },
            InventedSection(4) { [statusReport($0)] },
            InventedSection(scale.proposals / 3) { [document($0)] },
            InventedSection(scale.ideas) { links(ofIdea: $0) },
            InventedSection(scale.proposals) { links(ofProposal: $0) },
            InventedSection(applications.count) { links(ofApplication: $0) },
            InventedSection(3) { [textVersion($0)] },
        ]
    }

    // MARK: Remarks

    private func remark(_ index: Int) -> RemarkRecord {
        var numbers = numbers("remark", index)
        let about = target(&numbers)
        let place = place(&numbers)
        let subject = about.thing.subject.capitalised
        var record = RemarkRecord()
        record.id = inventedKey("kommentar", index + 1)
        record.publicNumber = Int64(index + 1)
        record.matter = about.matter
        record.authorLabel = numbers.chance(60) ? numbers.pick(InventedSentences.authors) : nil
        let sentences = [
            numbers.pick(InventedSentences.remarkOpenings), numbers.pick(InventedSentences.remarkMiddles),
            numbers.chance(50) ? numbers.pick(InventedSentences.remarkClosings) : "",
        ]
        record.text = sentences.filter { !$0.isEmpty }.joined(separator: " ").replacing("{subject}", with: subject)
            .filled(place: place.name, district: place.district, number: numbers.between(4, 40))
        record.writtenOn = InventedDates.date(min(about.day + numbers.skewed(below: 400), InventedDates.today))
        record.isHidden = numbers.chance(1)
        record.hiddenReason = record.isHidden ? numbers.pick(InventedSentences.hiddenReasons) : nil
        return record
    }

    /// What a remark is about: mostly the ideas that many read, sometimes a proposal or a project.
    private func target(
        _ numbers: inout SeededNumbers
    ) -> (matter: MatterReference, day: Int, thing: InventedThing) {
        let drawn = numbers.below(100)
        if drawn < 12 || scale.ideas == 0 && proposals.isEmpty, !projects.isEmpty {
            let index = numbers.skewed(below: projects.count)
            let thing = InventedThing(wanted: numbers.pick(InventedTopic.all[projects[index].topic].things))
            return (MatterReference(.project, projectKey(index)), projects[index].startDay, thing)
        }
        if drawn < 25 || scale.ideas == 0, let index = publicProposal(&numbers) {
            let forum = proposals[index].forum
            let thing = InventedThing(wanted: numbers.pick(topic(ofForum: forum).things))
            return (MatterReference(.proposal, proposalKey(index)), proposals[index].publishedDay, thing)
        }
        return ideaTarget(&numbers)
    }

    private func publicProposal(_ numbers: inout SeededNumbers) -> Int? {
        for _ in 0..<8 where !proposals.isEmpty {
            let index = numbers.skewed(below: proposals.count)
            if proposals[index].state != .draft { return index }
        }
        return nil
    }

    /// An idea that is public; the forum of last resort where even that is missing.
    private func ideaTarget(_ numbers: inout SeededNumbers) -> (matter: MatterReference, day: Int, thing: InventedThing)
    {
        for _ in 0..<8 where scale.ideas > 0 {
            let index = numbers.skewed(below: scale.ideas)
            let idea = InventedIdea(index, of: self)
            guard idea.state != .unconfirmed else { continue }
            let thing = subject(ofIdea: index, forum: idea.forum).thing
            return (MatterReference(.idea, Self.ideaKey(index)), idea.submittedDay, thing)
        }
        let thing = InventedThing(wanted: topic(ofForum: 0).things[0])
        return (MatterReference(.forum, "1"), InventedDates.start, thing)
    }

    // MARK: Links

    private func link(_ from: MatterReference, _ kind: LinkKind, _ to: MatterReference, _ day: Int) -> LinkRecord {
        var record = LinkRecord()
        record.from = from
        record.linkKind = kind
        record.to = to
        record.effectiveOn = InventedDates.date(day)
        record.confidence = .high
        return record
    }

    private func links(ofIdea index: Int) -> [LinkRecord] {
        let outline = InventedIdea(index, of: self)
        guard outline.state != .unconfirmed else { return [] }
        let idea = MatterReference(.idea, Self.ideaKey(index))
        var links: [LinkRecord] = []
        if outline.channel == .hall {
            let event = index % Self.eventsPerForum
            let held = MatterReference(.event, "\(outline.forum + 1)/\(event + 1)")
            links.append(link(held, .raisedAt, idea, eventDay(forum: outline.forum, event: event)))
        }
        if let proposal = outline.proposal {
            let taken = MatterReference(.proposal, proposalKey(proposal))
            let day = max(outline.submittedDay + 40, proposals[proposal].publishedDay)
            links.append(link(idea, .takenUpIn, taken, day))
        }
        return links
    }

    private func links(ofProposal index: Int) -> [LinkRecord] {
        guard let decision = decisionByProposal[index], let sitting = proposals[index].sitting else { return [] }
        let day = InventedProposal.day(ofSitting: sitting)
        let decided = MatterReference(.decision, decisionKey(decision))
        var links = [link(MatterReference(.proposal, proposalKey(index)), .decidedBy, decided, day)]
        if let project = projectByProposal[index] {
            links.append(link(decided, .ledTo, MatterReference(.project, projectKey(project)), day))
        }
        return links
    }

    private func links(ofApplication index: Int) -> [LinkRecord] {
        guard let project = applications[index] else { return [] }
        let application = MatterReference(.application, applicationKey(index))
        let accepted = MatterReference(.project, projectKey(project))
        return [link(application, .acceptedAs, accepted, projects[project].startDay)]
    }
}
