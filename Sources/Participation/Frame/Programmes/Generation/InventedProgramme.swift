// SPDX-License-Identifier: EUPL-1.2

/// A whole programme that does not exist, made from a seed: who belongs to whom is decided here, the records are made
/// one by one when they are written, so that a large programme needs no more memory than a small one.
struct InventedProgramme: Sendable {
    let slug: String
    let seed: UInt64
    let scale: GenerationScale
    let names: InventedNames
    let proposals: [InventedProposal]
    let projects: [InventedProject]
    let papers: [InventedPaper]
    /// Public proposals of each forum, to which ideas can lead.
    let proposalsByForum: [[Int]]
    /// Proposals that each consultation is about.
    let proposalsByConsultation: [[Int]]
    /// The project that came of a proposal.
    let projectByProposal: [Int: Int]
    /// The items decided, in the order of their numbers.
    let decisions: [(paper: Int, item: Int)]
    let decisionByProposal: [Int: Int]
    /// The project of each report.
    let reports: [Int]
    /// The accepted partner project of each application; nil for those that were not accepted.
    let applications: [Int?]
    /// What offices owe, in the order of the numbers of the duties.
    private(set) var duties: [InventedDuty] = []

    static let forumCount = 24

    init(slug: String, scale: GenerationScale, seed: UInt64) {
        self.slug = slug
        self.scale = scale
        self.seed = seed
        names = InventedNames(seed: seed)
        let consultations = Self.consultationCount(scale)
        let proposals = (0..<scale.proposals).map {
            InventedProposal($0, seed: seed, consultations: consultations)
        }
        self.proposals = proposals
        let papers = InventedPaper.all(of: proposals)
        self.papers = papers
        let projects = InventedProject.all(scale.projects, of: proposals, seed: seed)
        self.projects = projects
        var byForum = [[Int]](repeating: [], count: Self.forumCount)
        var byConsultation = [[Int]](repeating: [], count: consultations)
        for (index, proposal) in proposals.enumerated() where proposal.state != .draft {
            byForum[proposal.forum].append(index)
            if let consultation = proposal.consultation { byConsultation[consultation].append(index) }
        }
        proposalsByForum = byForum
        proposalsByConsultation = byConsultation
        var byProposal: [Int: Int] = [:]
        for (index, project) in projects.enumerated() {
            if let proposal = project.proposal, byProposal[proposal] == nil { byProposal[proposal] = index }
        }
        projectByProposal = byProposal
        let decisions = papers.enumerated().flatMap { paper, content in
            content.items.indices.map { (paper: paper, item: $0) }
        }
        self.decisions = decisions
        var byDecided: [Int: Int] = [:]
        for (index, decision) in decisions.enumerated() {
            byDecided[papers[decision.paper].items[decision.item]] = index
        }
        decisionByProposal = byDecided
        reports = projects.indices.flatMap { index in
            [Int](repeating: index, count: projects[index].hasBegun ? 1 + index % 2 : 0)
        }
        let accepted = projects.indices.filter { projects[$0].pillar == .partner && projects[$0].parent == nil }
        applications = accepted.map { $0 } + [Int?](repeating: nil, count: accepted.count * 2 / 3)
        duties = Self.duties(of: self)
    }

    /// All records in the order in which an import writes them.
    var sections: [InventedSection] { frame + listening + hearing + deciding + acting + thread }

    static func consultationCount(_ scale: GenerationScale) -> Int {
        scale.proposals + scale.statements == 0 ? 0 : max(2, (scale.proposals + 39) / 40)
    }

    var districtCount: Int { (scale.municipalities + 11) / 12 }
    var organisationCount: Int {
        min(InventedNames.bodies.count * scale.municipalities, 40 + scale.projects / 4 + scale.statements / 20)
    }

    func numbers(_ part: String, _ index: Int) -> SeededNumbers { SeededNumbers(seed: seed, part, index) }

    /// The first municipalities of some districts belong to none.
    func isDistrictFree(_ municipality: Int) -> Bool { municipality < districtCount / 3 }

    func municipalityKey(_ index: Int) -> String {
        if isDistrictFree(index) { return "98\(500 + index)000" }
        return districtAGS(index % districtCount) + padded(index / districtCount + 1)
    }

    func districtAGS(_ index: Int) -> String { "98" + padded(index + 1) }

    private func padded(_ number: Int) -> String { String(String(1000 + number).dropFirst()) }

    func topic(ofForum forum: Int) -> InventedTopic { InventedTopic.all[forum % InventedTopic.all.count] }

    func ministry(ofForum forum: Int) -> String {
        InventedNames.ministries[topic(ofForum: forum).ministry].abbreviation
    }

    func office(ofForum forum: Int, _ part: Int) -> String {
        "\(ministry(ofForum: forum).lowercased())-\(part % 3 + 1)"
    }

    /// A municipality and its district; large ones are drawn more often.
    func place(_ numbers: inout SeededNumbers) -> (index: Int, name: String, district: String) {
        let index = numbers.skewed(below: scale.municipalities)
        return (index, names.place(index), names.district(index % districtCount))
    }
}
