// SPDX-License-Identifier: EUPL-1.2

/// Tries a search with questions whose answer is known: how often, and how far up, is it among the first ten?
public struct KnownItemTrial: Sendable {
    /// A question and the key of the one text that answers it.
    public struct Topic: Equatable, Sendable {
        public let question: String
        public let answer: String

        public init(question: String, answer: String) {
            self.question = question
            self.answer = answer
        }
    }

    /// All figures lie between 0 and 1.
    public struct Outcome: Equatable, Sendable {
        public let topics: Int
        /// The share of questions whose answer came first.
        public let firstShare: Double
        /// MRR@10: the mean of 1/place of the answer, 0 beyond the tenth place.
        public let meanReciprocalRank: Double
        /// recall@10: the share of questions whose answer is among the first ten.
        public let recall: Double
    }

    private static let places = 10

    public let topics: [Topic]

    public init(topics: [Topic]) {
        self.topics = topics
    }

    /// - Parameter search: the keys of the texts it finds for a question, the best first; ten are looked at.
    public func outcome(_ search: (String) throws -> [String]) rethrows -> Outcome {
        var (first, found, reciprocal) = (0, 0, 0.0)
        for topic in topics {
            let keys = try search(topic.question).prefix(Self.places)
            guard let index = keys.firstIndex(of: topic.answer) else { continue }
            found += 1
            first += index == 0 ? 1 : 0
            reciprocal += 1 / Double(index + 1)
        }
        let number = Double(max(topics.count, 1))
        return Outcome(
            topics: topics.count, firstShare: Double(first) / number, meanReciprocalRank: reciprocal / number,
            recall: Double(found) / number)
    }
}
