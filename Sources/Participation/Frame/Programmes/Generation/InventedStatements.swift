// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    func statement(_ index: Int) -> StatementRecord {
        var numbers = numbers("statement", index)
        let consultation = numbers.below(proposalsByConsultation.count)
        let isOpen = consultation == proposalsByConsultation.count - 1
        var record = StatementRecord()
        record.id = statementKey(index)
        record.publicNumber = Int64(index + 1)
        record.consultation = consultationKey(consultation)
        let states: [(share: Int, value: StatementState)] = [
            (92, .submitted), (4, .amended), (2, .withdrawn), (1, .draft), (1, .releasedInternally),
        ]
        record.state = numbers.pick(states)
        let start = isOpen ? InventedDates.today - 19 : InventedDates.decidingStart + 171
        record.submittedOn = InventedDates.date(start + numbers.below(isOpen ? 18 : 30))
        let place = place(&numbers)
        switch consultation % 3 {
        case 0: record.municipality = municipalityKey(place.index)
        case 1: record.organisation = organisationKey(numbers.below(organisationCount))
        default: record.authorLabel = numbers.pick(InventedSentences.authors) + " aus \(place.name)"
        }
        if consultation % 3 == 0, numbers.chance(8) {
            record.statementKind = .nilReturn
            return record
        }
        let documents = proposalsByConsultation[consultation]
        let first = numbers.below(InventedPapers.points.count)
        for label in 1...numbers.between(1, 4) {
            // Five is no divisor of the number of sentences, so that no point is made twice.
            let said = InventedPapers.points[(first + label * 5) % InventedPapers.points.count]
            record.points.append(point(label, said, about: documents, isOpen: isOpen, place: place, &numbers))
        }
        record.text = record.points.map(\.text).joined(separator: "\n\n")
        return record
    }

    private func point(
        _ label: Int, _ said: (kind: PointKind, text: String), about documents: [Int], isOpen: Bool,
        place: (index: Int, name: String, district: String), _ numbers: inout SeededNumbers
    ) -> PointRecord {
        var point = PointRecord()
        point.label = String(label)
        point.pointKind = said.kind
        point.text = said.text.filled(place: place.name, district: place.district, number: numbers.between(2, 12))
        if !documents.isEmpty {
            let proposal = documents[numbers.skewed(below: documents.count)]
            point.proposal = proposalKey(proposal)
            point.version = 1
            point.paragraph = InventedProposal.lineage(numbers.below(proposals[proposal].paragraphs))
            point.office = office(ofForum: proposals[proposal].forum, label)
        }
        guard !isOpen else { return point }
        let outcomes: [(share: Int, value: PointOutcome)]
        switch said.kind {
        case .approval: outcomes = [(100, .noted)]
        case .note, .question: outcomes = [(60, .noted), (30, .alreadyContained), (10, .outOfScope)]
        case .suggestion, .concern, .rejection:
            outcomes = [(22, .accepted), (28, .inPart), (36, .notAccepted), (9, .alreadyContained), (5, .outOfScope)]
        }
        let outcome = numbers.pick(outcomes)
        point.outcome = outcome
        // A few answers are final inside the house and not published yet.
        point.state = numbers.chance(94) ? .published : .released
        point.assessment = InventedPapers.assessments[outcome].map { numbers.pick($0) }
        point.releasedOn = InventedDates.date(InventedDates.decidingStart + 260)
        if point.state == .published {
            point.publishedOn = InventedDates.date(InventedDates.decidingStart + numbers.between(270, 320))
        }
        if outcome == .accepted {
            point.changeOld = "Bisher war das nicht geregelt."
            point.changeNew = numbers.pick(InventedPapers.changes)
        }
        return point
    }
}
