// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    static let eventsPerForum = 6

    /// Forums with their events, ideas and activities.
    var listening: [InventedSection] {
        [
            InventedSection(Self.forumCount) { [forum($0)] },
            InventedSection(scale.ideas) { [idea($0)] },
            InventedSection(InventedTopic.all.count + 1) { [activity($0)] },
        ]
    }

    func forumTitle(_ forum: Int) -> String {
        let topic = topic(ofForum: forum)
        return forum < InventedTopic.all.count ? topic.name : "\(topic.name): \(topic.measures[0])"
    }

    private func forum(_ index: Int) -> ForumRecord {
        var numbers = numbers("forum", index)
        let topic = topic(ofForum: index)
        var record = ForumRecord()
        record.publicNumber = Int64(index + 1)
        record.title = forumTitle(index)
        record.topic = topic.description
        record.ministry = ministry(ofForum: index)
        record.moderatorRole = "Abteilungsleitung"
        record.coModeratorRole = "Vertretung der Vereine"
        record.guidingQuestion = topic.question
        record.proposalsSubmitted = Int64(proposalsByForum[index].count)
        record.eventsKnown = Int64(Self.eventsPerForum)
        for number in 0..<Self.eventsPerForum {
            var event = EventRecord()
            let place = place(&numbers)
            event.publicNumber = Int64(index * Self.eventsPerForum + number + 1)
            event.heldOn = InventedDates.date(eventDay(forum: index, event: number))
            event.eventKind = numbers.pick([.workshop, .conference, .event, .online])
            event.title = "\(number + 1). Sitzung: \(topic.name)"
            event.place = event.eventKind == .online ? nil : place.name
            event.participants = Int64(numbers.between(18, 240))
            event.state = numbers.chance(70) ? .minuted : .held
            event.minutes =
                event.state == .minuted ? topic.question + " Darüber wurde in vier Gruppen gesprochen." : nil
            record.events.append(event)
        }
        for member in 0..<min(8, organisationCount) {
            var entry = ForumMember()
            entry.organisation = organisationKey((index * 5 + member * 11) % organisationCount)
            record.members.append(entry)
        }
        var seen: Set<String> = []
        record.members.removeAll { !seen.insert($0.organisation ?? "").inserted }
        return record
    }

    func eventDay(forum: Int, event: Int) -> Int { InventedDates.start + 30 + event * 70 + forum }

    static func ideaKey(_ index: Int) -> String { inventedKey("idee", index + 1) }

    /// The thing, the place and the title that belong to an idea, which remarks and replies speak of too.
    func subject(ofIdea index: Int, forum: Int) -> (thing: InventedThing, place: Int, title: String) {
        var numbers = numbers("idea-subject", index)
        let thing = InventedThing(wanted: numbers.pick(topic(ofForum: forum).things))
        let place = place(&numbers)
        let title = numbers.pick(InventedSentences.ideaTitles).filled(
            place: place.name, district: place.district, thing: thing.name)
        return (thing, place.index, title)
    }

    private func idea(_ index: Int) -> IdeaRecord {
        var numbers = numbers("idea-text", index)
        let outline = InventedIdea(index, of: self)
        let topic = topic(ofForum: outline.forum)
        let subject = subject(ofIdea: index, forum: outline.forum)
        let place = names.place(subject.place)
        let district = names.district(subject.place % districtCount)
        var record = IdeaRecord()
        record.id = Self.ideaKey(index)
        record.publicNumber = Int64(index + 1)
        record.title = subject.title
        let sentences = [
            numbers.pick(topic.problems), numbers.pick(InventedSentences.wishes), numbers.pick(topic.gains),
            numbers.chance(40) ? numbers.pick(InventedSentences.offers) : "",
        ]
        record.summary = sentences.filter { !$0.isEmpty }.joined(separator: " ").filled(
            place: place, district: district, thing: subject.thing.wanted, number: numbers.between(3, 60))
        record.forum = String(outline.forum + 1)
        record.channel = outline.channel
        record.state = outline.state
        record.fate = outline.fate
        record.submittedOn = InventedDates.date(outline.submittedDay)
        record.municipality = municipalityKey(subject.place)
        record.authorLabel = numbers.chance(55) ? numbers.pick(InventedSentences.authors) : nil
        record.mergedInto = outline.mergedInto.map(Self.ideaKey)
        // Few ideas have thousands behind them, most have a handful.
        record.supports = Int64(4_000 / (1 + numbers.below(4_000)) + numbers.below(7))
        if outline.fate == .takenUp {
            record.project = outline.proposal.flatMap { projectByProposal[$0] }.map(projectKey)
        }
        addAnswer(to: &record, outline, place: place, district: district, &numbers)
        return record
    }

    private func addAnswer(
        to record: inout IdeaRecord, _ outline: InventedIdea, place: String, district: String,
        _ numbers: inout SeededNumbers
    ) {
        let answerDay = outline.submittedDay + numbers.between(20, 110)
        let steps: [(IdeaState, Int)] = [
            (.received, outline.submittedDay), (.inReview, outline.submittedDay + 9), (.answered, answerDay),
        ]
        for (state, day) in steps where record.state != .unconfirmed {
            var change = StateChangeRecord<IdeaState>()
            change.state = state
            change.effectiveOn = InventedDates.date(day)
            record.history.append(change)
            if state == record.state { break }
        }
        guard record.state == .answered, let fate = outline.fate else { return }
        let sentences: [String] =
            switch fate {
            case .takenUp, .takenUpThenDiscontinued: InventedSentences.takenUp
            case .inPart: InventedSentences.partly
            case .merged: InventedSentences.merged
            case .passedOn: InventedSentences.passedOn
            case .declined, .unknown: InventedSentences.declined
            }
        var reply = OfficialReplyRecord()
        reply.text = numbers.pick(sentences).filled(
            place: place, district: district, thing: outline.proposal.map(proposalTitle) ?? "")
        reply.office = office(ofForum: outline.forum, 2)
        reply.repliedOn = InventedDates.date(answerDay)
        record.replies = [reply]
    }

    private func activity(_ index: Int) -> ActivityRecord {
        var offer = OfferRecord(kind: index == 0 ? ActivityKind.ideaSubmission : .onlinePoll, stage: .listening)
        offer.number = Int64(index + 1)
        offer.start = InventedDates.date(InventedDates.start)
        offer.end = InventedDates.date(InventedDates.listeningEnd)
        offer.audience = "alle Menschen in der Region"
        offer.channel = "online"
        offer.useOfInput = "Alle Beiträge gehen an die Themenforen."
        if index == 0 {
            offer.id = "ideensammlung"
            offer.title = "Ideensammlung"
            offer.options = ["Ideen einreichen", "Ideen unterstützen"]
        } else {
            let topic = InventedTopic.all[index - 1]
            offer.id = "umfrage-\(topic.key)"
            offer.title = "Umfrage: \(topic.question)"
            offer.forum = String(index)
            offer.options = ["Themen gewichten"]
        }
        var record = ActivityRecord()
        record.offer = offer
        return record
    }
}
