// SPDX-License-Identifier: EUPL-1.2

extension Connection {
    /// Does work of very many statements, each of which reaches its rows by their keys.
    ///
    /// PostgreSQL plans a statement, and the check of each foreign key, once for a session. Planned while a table was
    /// still empty, they read the whole of it each time, and the time of a load grows with the square of its size. So
    /// they are planned here by index, whatever the size; within one transaction no statistics could tell better.
    public func reachingRowsByKey<Value>(_ work: () throws -> Value) throws -> Value {
        guard engine == .postgres else { return try work() }
        // Left as it is when the work fails: the setting ends with the transaction.
        try execute("SET LOCAL enable_seqscan = off")
        let value = try work()
        try execute("SET LOCAL enable_seqscan = on")
        return value
    }
}
