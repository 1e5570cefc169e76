// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    /// Sittings, papers and decisions.
    var deciding: [InventedSection] {
        [
            InventedSection(papers.isEmpty ? 0 : InventedProposal.sittings) { [sitting($0)] },
            InventedSection(papers.count + min(3, papers.count)) { [paper($0)] },
            InventedSection(decisions.count) { [decision($0)] },
        ]
    }

    func sittingKey(_ index: Int) -> String { inventedKey("sitzung", index + 1) }

    func paperKey(_ index: Int) -> String { inventedKey("vorlage", index + 1) }

    func decisionKey(_ index: Int) -> String { inventedKey("beschluss", index + 1) }

    private func sitting(_ index: Int) -> SittingRecord {
        var record = SittingRecord()
        record.id = sittingKey(index)
        record.publicNumber = Int64(index + 1)
        record.board = "kabinett"
        record.heldOn = InventedDates.date(InventedProposal.day(ofSitting: index))
        record.place = names.place(0)
        for (number, paper) in papers.enumerated() where paper.sitting == index {
            var item = AgendaItemRecord()
            item.label = String(record.agenda.count + 1)
            item.title = paperTitle(paper)
            item.paper = paperKey(number)
            record.agenda.append(item)
        }
        return record
    }

    private func paperTitle(_ paper: InventedPaper) -> String {
        "Vorschläge aus dem Geschäftsbereich \(InventedNames.ministries[paper.ministry].abbreviation)"
    }

    /// The decided papers, and after them a few that are still confidential.
    private func paper(_ index: Int) -> PaperRecord {
        let isDecided = index < papers.count
        let outline = papers[isDecided ? index : index - papers.count]
        let day = InventedProposal.day(ofSitting: outline.sitting)
        var record = PaperRecord()
        record.id = paperKey(index)
        record.publicNumber = Int64(index + 1)
        record.title = isDecided ? paperTitle(outline) : "Nachtrag: \(paperTitle(outline))"
        record.fileNumber = "KV-\(index + 1)"
        record.ministry = InventedNames.ministries[outline.ministry].abbreviation
        record.state = isDecided ? .published : .coSigning
        record.submittedOn = isDecided ? InventedDates.date(day - 14) : nil
        for (label, proposal) in outline.items.enumerated() where isDecided {
            var item = DecisionItemRecord()
            item.label = String(label + 1)
            item.title = proposalTitle(proposal)
            item.proposal = proposalKey(proposal)
            item.version = Int64(proposals[proposal].versions)
            record.items.append(item)
        }
        for step in 1...2 {
            var signature = CoSignatureRecord()
            let other = (outline.ministry + step) % InventedNames.ministries.count
            signature.ministry = InventedNames.ministries[other].abbreviation
            signature.state = isDecided ? .signed : .open
            signature.signedOn = isDecided ? InventedDates.date(day - 20) : nil
            record.signatures.append(signature)
        }
        return record
    }

    private func decision(_ index: Int) -> DecisionRecord {
        var numbers = numbers("decision", index)
        let place = decisions[index]
        let paper = papers[place.paper]
        let proposal = paper.items[place.item]
        let day = InventedProposal.day(ofSitting: paper.sitting)
        var record = DecisionRecord()
        record.id = decisionKey(index)
        record.publicNumber = Int64(index + 1)
        record.sitting = sittingKey(paper.sitting)
        record.paper = paperKey(place.paper)
        record.item = String(place.item + 1)
        record.title = proposalTitle(proposal)
        switch proposals[proposal].outcome {
        case .rejected:
            record.outcome = .rejected
            record.text = "Der Vorschlag wird abgelehnt."
            record.reason = numbers.pick(InventedPapers.rejections)
        case .deferred:
            record.outcome = .deferred
            record.text = "Die Entscheidung wird vertagt."
            record.deferredUntil = InventedDates.date(day + 180)
        case .conditional:
            record.outcome = .conditional
            record.text = "Der Vorschlag wird mit Maßgaben beschlossen."
            var condition = DecisionConditionRecord()
            condition.text = numbers.pick(InventedPapers.conditions)
            condition.ministry = InventedNames.ministries[paper.ministry].abbreviation
            condition.dueOn = InventedDates.date(conditionDay(index))
            record.conditions = [condition]
        case .adopted, nil:
            record.outcome = .adopted
            record.text = "Der Vorschlag wird beschlossen. Das Ministerium legt einen Zeitplan vor."
        }
        return record
    }

    func conditionDay(_ decision: Int) -> Int {
        var numbers = numbers("condition", decision)
        return InventedProposal.day(ofSitting: papers[decisions[decision].paper].sitting) + numbers.between(90, 1200)
    }
}
