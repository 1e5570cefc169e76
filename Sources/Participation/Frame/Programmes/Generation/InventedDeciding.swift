// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    /// Consultations, proposals and statements.
    var hearing: [InventedSection] {
        [
            InventedSection(proposalsByConsultation.count) { [consultation($0)] },
            InventedSection(scale.proposals) { [proposal($0)] },
            InventedSection(scale.statements) { [statement($0)] },
        ]
    }

    func proposalKey(_ index: Int) -> String { inventedKey("vorschlag", index + 1) }

    func consultationKey(_ index: Int) -> String { inventedKey("beteiligung", index + 1) }

    func statementKey(_ index: Int) -> String { inventedKey("stellungnahme", index + 1) }

    /// Where a proposal is meant for.
    private func district(ofProposal index: Int) -> Int {
        var numbers = numbers("proposal-district", index)
        return numbers.below(districtCount)
    }

    func proposalTitle(_ index: Int) -> String {
        var numbers = numbers("proposal-title", index)
        let measure = numbers.pick(topic(ofForum: proposals[index].forum).measures)
        return "\(measure) \(names.district(district(ofProposal: index)))"
    }

    private func proposal(_ index: Int) -> ProposalRecord {
        var numbers = numbers("proposal-text", index)
        let outline = proposals[index]
        let topic = topic(ofForum: outline.forum)
        var record = ProposalRecord()
        record.id = proposalKey(index)
        record.publicNumber = Int64(index + 1)
        record.title = proposalTitle(index)
        let district = district(ofProposal: index)
        let place = names.place(district + districtCount * numbers.below(max(1, scale.municipalities / districtCount)))
        record.summary = "\(topic.goal): dafür sorgt \(record.title). " + numbers.pick(topic.gains)
        record.forum = String(outline.forum + 1)
        record.field = topic.key
        record.ministry = ministry(ofForum: outline.forum)
        record.goal = "ziel-\(topic.key)"
        record.cost = numbers.chance(85) ? Euros(euros: 50_000 * (1 + 400 / (1 + numbers.below(200)))) : nil
        record.state = outline.state
        record.outcome = outline.outcome
        var texts = InventedPapers.paragraphs.prefix(outline.paragraphs).map { paragraph in
            (
                label: paragraph.label,
                text: numbers.pick(paragraph.texts).filled(
                    place: place, district: names.district(district), number: numbers.between(2, 24))
            )
        }
        for version in 1...outline.versions {
            if version > 1 { texts[numbers.below(texts.count)].text += " " + numbers.pick(InventedPapers.changes) }
            record.versions.append(self.version(version, of: outline, texts))
        }
        addHistory(to: &record, outline)
        return record
    }

    private func version(
        _ number: Int, of outline: InventedProposal, _ texts: [(label: String, text: String)]
    ) -> ProposalVersionRecord {
        var record = ProposalVersionRecord()
        record.number = Int64(number)
        record.publishedOn = InventedDates.date(outline.publishedDay + (number - 1) * 60)
        record.changeNote = number > 1 ? "Nach der Beteiligung geändert." : nil
        record.paragraphs = texts.enumerated().map { index, text in
            var paragraph = ParagraphRecord()
            paragraph.lineage = InventedProposal.lineage(index)
            paragraph.label = text.label
            paragraph.text = text.text
            return paragraph
        }
        return record
    }

    private func addHistory(to record: inout ProposalRecord, _ outline: InventedProposal) {
        let decidedDay = outline.sitting.map(InventedProposal.day(ofSitting:)) ?? outline.publishedDay + 150
        let way: [(ProposalState, Int)] = [
            (.published, outline.publishedDay), (.inConsultation, outline.publishedDay + 10),
            (.revised, outline.publishedDay + 60), (.submitted, decidedDay - 14), (.decided, decidedDay),
        ]
        for (state, day) in way where record.state != .draft {
            var change = StateChangeRecord<ProposalState>()
            change.state = state == .inConsultation && record.state == .withdrawn ? .withdrawn : state
            change.effectiveOn = InventedDates.date(day)
            record.history.append(change)
            if change.state == record.state { break }
        }
    }

    /// The last consultation is still open; the others are evaluated and published.
    private func consultation(_ index: Int) -> ConsultationRecord {
        var numbers = numbers("consultation", index)
        let kinds: [ConsultationKind] = [.municipalConference, .associationHearing, .townhall]
        let kind = kinds[index % kinds.count]
        let isOpen = index == proposalsByConsultation.count - 1
        let start = isOpen ? InventedDates.today - 20 : InventedDates.decidingStart + 130 + numbers.below(40)
        var record = ConsultationRecord()
        record.offer = OfferRecord(kind: kind, stage: .deciding)
        record.offer.id = consultationKey(index)
        record.offer.number = Int64(index + 1)
        let place = place(&numbers)
        record.offer.title =
            switch kind {
            case .municipalConference: "Beteiligung der Gemeinden im Kreis \(place.district)"
            case .associationHearing: "Anhörung der Verbände, \(index / 3 + 1). Runde"
            case .townhall: "Bürgergespräch in \(place.name)"
            }
        record.offer.start = InventedDates.date(start)
        record.offer.end = InventedDates.date(start + 42)
        record.offer.audience = ["Gemeinden und Kreise", "Verbände und Kammern", "alle Menschen am Ort"][index % 3]
        record.offer.channel = "online"
        record.offer.options = ["Zu jedem Absatz Stellung nehmen"]
        record.offer.useOfInput = "Jeder Punkt bekommt eine begründete Antwort."
        record.state = isOpen ? .open : .published
        record.documents = proposalsByConsultation[index].map(proposalKey)
        var event = EventRecord()
        event.publicNumber = Int64(Self.forumCount * Self.eventsPerForum + index + 1)
        event.heldOn = InventedDates.date(start + 14)
        event.eventKind = index % 3 == 2 ? .townhall : .conference
        event.title = record.offer.title
        event.place = place.name
        event.participants = isOpen ? nil : Int64(numbers.between(20, 400))
        event.state = isOpen ? .held : .minuted
        event.minutes = isOpen ? nil : "Die Vorschläge wurden vorgestellt und besprochen."
        record.events = [event]
        return record
    }
}
