// SPDX-License-Identifier: EUPL-1.2

/// How large a generated programme is. What is not named here (forums, sittings, reports …) follows from it.
public struct GenerationScale: Equatable, Sendable {
    public var ideas: Int
    public var remarks: Int
    public var proposals: Int
    public var statements: Int
    public var projects: Int
    public var municipalities: Int
    /// Accounts; they belong to the installation and stay when the programme is removed.
    public var people: Int

    public init(
        ideas: Int, remarks: Int, proposals: Int, statements: Int, projects: Int, municipalities: Int, people: Int = 0
    ) {
        self.ideas = ideas
        self.remarks = remarks
        self.proposals = proposals
        self.statements = statements
        self.projects = projects
        self.municipalities = municipalities
        self.people = people
    }

    /// The most municipalities that can be given different names.
    public static let mostMunicipalities = 2000
    /// The most of everything else.
    public static let mostMatters = 1_000_000

    /// What cannot be made, in words for the person who asked for it; nil when all is well.
    public var fault: String? {
        if !(1...Self.mostMunicipalities).contains(municipalities) {
            return "a programme has 1 to \(Self.mostMunicipalities) municipalities"
        }
        let counts = [("ideas", ideas), ("remarks", remarks), ("proposals", proposals), ("statements", statements)]
        for (name, count) in counts + [("projects", projects), ("people", people)]
        where !(0...Self.mostMatters).contains(count) {
            return "\(name) is a number from 0 to \(Self.mostMatters)"
        }
        if remarks > 0, ideas + proposals + projects == 0 { return "remarks need an idea, a proposal or a project" }
        return nil
    }
}
