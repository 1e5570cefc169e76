// SPDX-License-Identifier: EUPL-1.2

/// What an office of a generated programme owes, before it is a record.
enum InventedDuty: Sendable {
    case reply(idea: Int)
    case condition(decision: Int)
    case report(project: Int)
    case assessment(consultation: Int)
    /// Inside the administration, never public.
    case review(forum: Int)
}

extension InventedProgramme {
    /// Every unanswered idea is owed a reply, and one in eight of the answered ones shows that it was; conditions,
    /// reports and assessments are owed as they follow from decisions, projects and consultations.
    static func duties(of programme: InventedProgramme) -> [InventedDuty] {
        let replies = (0..<programme.scale.ideas).filter { index in
            switch InventedIdea(index, of: programme).state {
            case .unconfirmed: false
            case .received, .inReview: true
            case .answered: index.isMultiple(of: 8)
            }
        }
        let conditional = programme.decisions.indices.filter { index in
            let place = programme.decisions[index]
            return programme.proposals[programme.papers[place.paper].items[place.item]].outcome == .conditional
        }
        let running = programme.projects.indices.filter { programme.projects[$0].state == .running }
        return replies.map { .reply(idea: $0) } + conditional.map { .condition(decision: $0) }
            + running.map { .report(project: $0) }
            + programme.proposalsByConsultation.indices.map { .assessment(consultation: $0) }
            + (0..<forumCount).map { .review(forum: $0) }
    }

    func duty(_ index: Int) -> DutyRecord {
        var numbers = numbers("duty", index)
        var record = DutyRecord()
        record.id = inventedKey("pflicht", index + 1)
        record.publicNumber = Int64(index + 1)
        switch duties[index] {
        case .reply(let idea): fillReply(&record, idea)
        case .condition(let decision):
            let forum = proposals[papers[decisions[decision].paper].items[decisions[decision].item]].forum
            record.dutyKind = .condition
            record.matter = MatterReference(.decision, decisionKey(decision))
            record.office = office(ofForum: forum, 0)
            settle(&record, due: conditionDay(decision), isDone: numbers.chance(75))
        case .report(let project):
            record.dutyKind = .report
            record.matter = MatterReference(.project, projectKey(project))
            record.office = office(ofForum: projects[project].forum ?? projects[project].topic, 1)
            settle(&record, due: InventedDates.today + numbers.between(-60, 150), isDone: numbers.chance(40))
        case .assessment(let consultation):
            let isOpen = consultation == proposalsByConsultation.count - 1
            record.dutyKind = .assessment
            record.matter = MatterReference(.consultation, consultationKey(consultation))
            record.office = office(ofForum: consultation % Self.forumCount, 2)
            settle(
                &record, due: isOpen ? InventedDates.today + 90 : InventedDates.decidingStart + 300, isDone: !isOpen)
        case .review(let forum):
            record.dutyKind = .review
            record.matter = MatterReference(.forum, String(forum + 1))
            record.office = office(ofForum: forum, 0)
            record.isOwedToPublic = false
            settle(&record, due: InventedDates.today + 30, isDone: false)
        }
        return record
    }

    private func fillReply(_ record: inout DutyRecord, _ idea: Int) {
        let outline = InventedIdea(idea, of: self)
        record.dutyKind = .reply
        record.matter = MatterReference(.idea, Self.ideaKey(idea))
        record.office = office(ofForum: outline.forum, 2)
        settle(&record, due: outline.submittedDay + 84, isDone: outline.state == .answered)
    }

    private func settle(_ record: inout DutyRecord, due: Int, isDone: Bool) {
        record.dueOn = InventedDates.date(due)
        record.state = isDone ? .met : .open
        if isDone { record.metOn = InventedDates.date(min(due - 5, InventedDates.today)) }
    }
}
