// SPDX-License-Identifier: EUPL-1.2

/// The three moments at which the region is compared.
public enum RegionStage: String, CaseIterable, Sendable {
    /// What had been proposed, by ideas, proposals and applications.
    case proposal = "vorschlag"
    /// What was decided.
    case decision = "beschluss"
    /// What stands now.
    case today = "heute"
}

/// What the region's places have at each of the three moments: projects, lead, money, gatherings, participation.
///
/// Every number is nil where it is not known; what is known to be none is nought.
public struct RegionTally: Equatable, Sendable {
    private let places: [RegionStage: [String: Numbers]]
    /// Public projects that still stand, and those among them of which somebody wrote down who leads them.
    public let projects: Int
    public let projectsWithLead: Int
    /// The last day of the first phase of listening and of deciding; what is counted by days is unknown without.
    public let ends: [RegionStage: PartialDate]

    /// The numbers of one place at one moment.
    public struct Numbers: Equatable, Sendable {
        /// Proposals and applications that belong here; later projects that name the place. Nil where the programme
        /// documents no proposals, or no decisions, at all.
        public var projects: Int64?
        /// Projects that are led by a body with its seat here; at the first moment, applications from here.
        public var led: Int64? = 0
        /// State funds in cents of what is for this place alone: applied for, approved, paid and not returned.
        public var fundsCents: Int64?
        /// Gatherings in this place until then.
        public var events: Int64?
        /// Ideas from here and people from here who came to gatherings, until then.
        public var participation: Int64?
    }

    /// Nought and unknown for a place that nothing names.
    public func numbers(of place: String, at stage: RegionStage) -> Numbers {
        places[stage]?[place] ?? Numbers()
    }

    init(
        places: [RegionStage: [String: Numbers]], projects: Int, projectsWithLead: Int,
        ends: [RegionStage: PartialDate]
    ) {
        self.places = places
        self.projects = projects
        self.projectsWithLead = projectsWithLead
        self.ends = ends
    }
}

/// Who leads a project, as far as it was written down.
enum ProjectLead: Equatable {
    /// A ministry, or a body of which no seat in the region is known.
    case elsewhere
    /// A body with its seat in this municipality, by its id.
    case place(String)

    /// What a partner's role must contain for the partner to lead. Roles are free text, so only plain words count.
    private static let words = ["federführ", "projektträger", "trägt das projekt", "leitet", "projektleitung"]

    static func isLead(role: String) -> Bool {
        let role = role.lowercased()
        return words.contains { role.contains($0) }
    }
}

/// What the tables say, before it is put together place by place.
struct RegionFacts {
    struct Project {
        let id: String
        let isDiscontinued: Bool
        let hasMinistry: Bool
    }

    struct Link {
        let from: String
        let to: String
        let kind: String
    }

    struct Application {
        let id: String
        let seat: String?
    }

    /// What counts for a place from a day on; the day may be unknown.
    struct Dated {
        let place: String
        let day: PartialDate?
        let number: Int64
    }

    var projects: [Project] = []
    /// The places that projects name, by the project's id.
    var places: [String: [String]] = [:]
    var links: [Link] = []
    var applications: [Application] = []
    /// Where the ideas come from that a proposal has taken up, by the proposal's id.
    var origins: [String: [String]] = [:]
    /// What partners do, with the seat of the body of that name.
    var roles: [(project: String, role: String, seat: String?)] = []
    var funds: [RegionStage: [String: Int64]] = [:]
    var events: [Dated] = []
    var participation: [Dated] = []
    var ends: [RegionStage: PartialDate] = [:]
}

extension RegionTally {
    /// - Parameter towns: the ids of all places
    init(_ facts: RegionFacts, towns: [String]) {
        let leads = facts.leads
        let standing = facts.projects.filter { !$0.isDiscontinued }
        let decided = facts.decided
        let hasDecisions = !decided.isEmpty
        var places: [RegionStage: [String: Numbers]] = [:]
        for stage in RegionStage.allCases {
            let day = facts.ends[stage]
            let isDated = stage == .today || day != nil
            let events = isDated && !facts.events.isEmpty ? Self.sums(facts.events, until: day) : nil
            let participation =
                isDated && !facts.participation.isEmpty ? Self.sums(facts.participation, until: day) : nil
            places[stage] = Dictionary(
                uniqueKeysWithValues: towns.map { town in
                    var numbers = Numbers()
                    if stage == .today || (stage == .decision && hasDecisions) { numbers.projects = 0 }
                    numbers.fundsCents = facts.funds[stage]?[town]
                    numbers.events = events.map { $0[town] ?? 0 }
                    numbers.participation = participation.map { $0[town] ?? 0 }
                    return (town, numbers)
                })
        }
        let isProposed = !facts.origins.isEmpty || !facts.applications.isEmpty
        if isProposed { for town in towns { places[.proposal]?[town]?.projects = 0 } }
        for (town, number) in facts.proposed { places[.proposal]?[town]?.projects = number }
        for (town, number) in facts.applied { places[.proposal]?[town]?.led = number }
        for (stage, projects) in [
            (RegionStage.decision, facts.projects.filter { decided.contains($0.id) }), (.today, standing),
        ] {
            Self.add(projects, facts.places, leads, to: &places[stage, default: [:]])
        }
        self.init(
            places: places, projects: standing.count, projectsWithLead: standing.count { leads[$0.id] != nil },
            ends: facts.ends)
    }

    /// Adds projects to the places that they name and to the place that leads them. Where nobody wrote down who leads a
    /// project that names a place, it may be led from there: then no lead is unknown rather than nought.
    private static func add(
        _ projects: [RegionFacts.Project], _ named: [String: [String]], _ leads: [String: ProjectLead],
        to numbers: inout [String: Numbers]
    ) {
        var led: [String: Int64] = [:]
        var open: Set<String> = []
        for project in projects {
            let towns = named[project.id] ?? []
            for town in towns { numbers[town]?.projects? += 1 }
            switch leads[project.id] {
            case .place(let town): led[town, default: 0] += 1
            case .elsewhere: break
            case nil: open.formUnion(towns)
            }
        }
        for town in numbers.keys { numbers[town]?.led = led[town] ?? (open.contains(town) ? nil : 0) }
    }

    /// Sums by place until the end of a day; all where there is no day. What has no day of its own counts only then.
    private static func sums(_ dated: [RegionFacts.Dated], until day: PartialDate?) -> [String: Int64] {
        dated.reduce(into: [:]) { sums, entry in
            if let day {
                guard let own = entry.day, own.lastDay <= day.lastDay else { return }
            }
            sums[entry.place, default: 0] += entry.number
        }
    }
}

extension RegionFacts {
    /// Projects that a public decision led to, or that an application was accepted as.
    var decided: Set<String> {
        Set(links.filter { $0.kind == "led_to" || $0.kind == "accepted_as" }.map(\.to))
    }

    /// Applications by the seat of whoever made them.
    var applied: [String: Int64] {
        applications.compactMap(\.seat).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// Who leads each project: a partner whose role says so, else whose application it was, else the ministry.
    var leads: [String: ProjectLead] {
        var leads: [String: ProjectLead] = [:]
        for project in projects where project.hasMinistry { leads[project.id] = .elsewhere }
        let seats = Dictionary(applications.map { ($0.id, $0.seat) }, uniquingKeysWith: { first, _ in first })
        for link in links where link.kind == "accepted_as" {
            if let seat = seats[link.from] { leads[link.to] = seat.map(ProjectLead.place) ?? .elsewhere }
        }
        for role in roles where ProjectLead.isLead(role: role.role) {
            leads[role.project] = role.seat.map(ProjectLead.place) ?? .elsewhere
        }
        return leads
    }

    /// Proposals and applications by place. A proposal belongs to the places whose ideas it has taken up and to those
    /// that a project names which came of it; an application to the seat of whoever made it and to those places.
    var proposed: [String: Int64] {
        let onward = Dictionary(grouping: links.filter { $0.kind != "taken_up_in" }, by: \.from)
        let proposals = Set(links.filter { $0.kind == "decided_by" }.map(\.from)).union(origins.keys)
        var tally: [String: Int64] = [:]
        for proposal in proposals {
            let decisions = (onward[proposal] ?? []).filter { $0.kind == "decided_by" }.map(\.to)
            let later = decisions.flatMap { (onward[$0] ?? []).filter { $0.kind == "led_to" }.map(\.to) }
            let towns = Set((origins[proposal] ?? []) + later.flatMap { places[$0] ?? [] })
            for town in towns { tally[town, default: 0] += 1 }
        }
        for application in applications {
            let later = (onward[application.id] ?? []).filter { $0.kind == "accepted_as" }.map(\.to)
            let towns = Set([application.seat].compactMap { $0 } + later.flatMap { places[$0] ?? [] })
            for town in towns { tally[town, default: 0] += 1 }
        }
        return tally
    }
}
