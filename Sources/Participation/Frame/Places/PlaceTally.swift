// SPDX-License-Identifier: EUPL-1.2

/// What was said, held and granted place by place, as far as it names a single municipality.
public struct PlaceTally: Equatable, Sendable {
    /// Public ideas that name the municipality, by its id.
    public let ideas: [String: Int64]
    /// Public gatherings whose place begins with the name of the municipality, by its id.
    public let events: [String: Int64]
    /// Approved state funds in cents of projects that name this municipality and no other, by its id.
    public let fundsCents: [String: Int64]
    /// All public ideas; some name no municipality.
    public let allIdeas: Int64
    public let allEvents: Int64
    /// All approved state funds; what is for several municipalities is not divided. Nil where nothing is booked.
    public let allFundsCents: Int64?

    /// The places of events are written as "Essen, Zollverein": what stands before the comma must be the whole name.
    static func events(_ places: [(place: String, events: Int64)], names: [String: String]) -> [String: Int64] {
        var tally: [String: Int64] = [:]
        for (place, events) in places {
            let town = place.prefix { $0 != "," }
            if let id = names[String(town)] { tally[id, default: 0] += events }
        }
        return tally
    }
}
