// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Measurements in the text format of Prometheus, version 0.0.4. Families and labels always stand in the same order.
struct MetricsText: Sendable {
    private(set) var text = ""

    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// Begins a family: what is measured, in one sentence.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP dreiklang_\(name) \(help)\n# TYPE dreiklang_\(name) \(kind.rawValue)\n"
    }

    mutating func value(
        _ name: String, _ labels: KeyValuePairs<String, String>, _ value: some CustomStringConvertible
    ) {
        let pairs = labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        text += "dreiklang_\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(value)\n"
    }

    /// A family with one value.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: some CustomStringConvertible) {
        family(name, kind, help)
        self.value(name, [:], value)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

extension MetricsText {
    mutating func add(_ state: Metrics.State) {
        family("requests_total", .counter, "Requests answered, by method and class of status.")
        let requests = state.requests.sorted { ($0.key.method, $0.key.status) < ($1.key.method, $1.key.status) }
        for (request, count) in requests where count > 0 {
            value("requests_total", ["method": request.method, "status": request.status], count)
        }
        let routes = state.routes.sorted { $0.key < $1.key }
        family("request_seconds", .histogram, "Time to answer, by route; without what came straight from the cache.")
        for (path, route) in routes { add(route, path) }
        family("statements_total", .counter, "SQL statements run for requests, by route.")
        for (path, route) in routes { value("statements_total", ["route": path], route.statements) }
    }

    private mutating func add(_ route: Metrics.Route, _ path: String) {
        var count = 0
        for (end, number) in zip(Metrics.ends, route.classes) {
            count += number
            value("request_seconds_bucket", ["route": path, "le": "\(Double(end) / 1_000_000)"], count)
        }
        value("request_seconds_bucket", ["route": path, "le": "+Inf"], route.requests)
        value("request_seconds_sum", ["route": path], Double(route.duration) / 1_000_000)
        value("request_seconds_count", ["route": path], route.requests)
    }

    mutating func add(_ cache: PageShelf.Statistics) {
        single("page_cache_hits_total", .counter, "Pages found in the cache.", cache.hits)
        single("page_cache_shared_total", .counter, "Requests that waited for another one's making.", cache.shared)
        single("page_cache_misses_total", .counter, "Pages that had to be made.", cache.misses)
        single("page_cache_evictions_total", .counter, "Pages removed for want of room.", cache.evictions)
        single("page_cache_pages", .gauge, "Pages in the cache.", cache.pages)
        single("page_cache_bytes", .gauge, "Memory that they take.", cache.size)
    }

    mutating func add(_ database: DatabaseStatistics) {
        let sides = [("read", database.reads), ("write", database.writes)]
        family("database_transactions_total", .counter, "Transactions asked for.")
        for (kind, side) in sides { value("database_transactions_total", ["kind": kind], side.total) }
        family("database_transactions_running", .gauge, "Transactions under way.")
        for (kind, side) in sides { value("database_transactions_running", ["kind": kind], side.running) }
        family("database_transactions_waiting", .gauge, "Transactions that wait for a reader or their turn to write.")
        for (kind, side) in sides { value("database_transactions_waiting", ["kind": kind], side.waiting) }
        family("database_waited_seconds_total", .counter, "Time that all of them have waited before they began.")
        for (kind, side) in sides {
            value("database_waited_seconds_total", ["kind": kind], side.waited / .seconds(1))
        }
    }

    mutating func add(_ process: ProcessMeasures) {
        single("process_resident_bytes", .gauge, "Memory in use.", process.residentBytes)
        single("process_cpu_seconds_total", .counter, "Processor time used.", process.processorSeconds)
        single("process_open_files", .gauge, "Files and sockets that are open.", process.openFiles)
    }
}
