// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation

/// A small piece of work that a guest's browser does while the form is filled in. It costs a person nothing and whoever
/// sends thousands of forms a great deal; no puzzle for people, no other host.
///
/// The browser looks for eight numbers `n` for which SHA-256 of `KEY\nINDEX\nn` begins with fourteen zero bits, about
/// 130,000 hashes in all. KEY is the form key, so the work is good for one form and, since that is used up, for once.
enum ProofOfWork {
    /// The field in which a form carries the answer: the eight numbers with points between them.
    static let field = "nachweis"
    static let puzzles = 8
    static let zeroBits = 14

    static func isValid(_ answer: String?, for key: String?) -> Bool {
        guard let answer, let key, answer.utf8.count <= 200 else { return false }
        let numbers = answer.split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == puzzles else { return false }
        return numbers.enumerated().allSatisfy { index, number in
            number.utf8.allSatisfy { (48...57).contains($0) } && isSolved("\(key)\n\(index)\n\(number)")
        }
    }

    private static func isSolved(_ text: String) -> Bool {
        var zeros = 0
        for byte in SHA256.hash(data: Data(text.utf8)) {
            zeros += byte.leadingZeroBitCount
            if byte != 0 { break }
        }
        return zeros >= zeroBits
    }

    /// The answer, as a browser finds it.
    static func solve(_ key: String) -> String {
        (0..<puzzles).map { index in
            var number = 0
            while !isSolved("\(key)\n\(index)\n\(number)") { number += 1 }
            return String(number)
        }.joined(separator: ".")
    }
}

extension Query {
    /// Whether a form came with the proof of work that belongs to its key.
    var hasProofOfWork: Bool { ProofOfWork.isValid(text(ProofOfWork.field), for: text(FormKey.field)) }
}
