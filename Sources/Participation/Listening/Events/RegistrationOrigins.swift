// SPDX-License-Identifier: EUPL-1.2

/// Where those who came live, in numbers that point at nobody.
///
/// A municipality with fewer than five is not named. Since the whole number is public, the rest must not be smaller
/// than five either, or it could be worked out: then the smallest municipality goes into the rest, too.
public struct RegistrationOrigins: Equatable, Sendable {
    public let counts: [Count]

    public struct Count: Equatable, Sendable {
        /// The package key of a municipality; nil for the rest.
        public let municipality: String?
        public let participants: Int64
    }

    public static let fewest: Int64 = 5

    /// - Parameters:
    ///   - registered: how many of each municipality were there, among those who had registered
    ///   - participants: how many came in all
    public init(_ registered: [Count], participants: Int64) {
        var named = registered.filter { $0.municipality != nil && $0.participants >= Self.fewest }
            .sorted { ($1.participants, $0.municipality ?? "") < ($0.participants, $1.municipality ?? "") }
        var rest = participants - named.map(\.participants).reduce(0, +)
        guard rest >= 0 else {
            counts = []
            return
        }
        while (1..<Self.fewest).contains(rest), let smallest = named.popLast() { rest += smallest.participants }
        let unnamed = rest > 0 ? [Count(municipality: nil, participants: rest)] : []
        counts = named.isEmpty ? [] : named + unnamed
    }

    var records: [EventOriginRecord] {
        counts.map { count in
            var record = EventOriginRecord()
            record.municipality = count.municipality
            record.participants = count.participants
            return record
        }
    }
}
