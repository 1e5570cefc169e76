-- SPDX-License-Identifier: EUPL-1.2
-- Asks for the paths given after "--" one after the other and prints the percentiles of all answers as JSON.
local paths = {}
local at = 0

function init(args)
    for i = 1, #args do paths[#paths + 1] = args[i] end
end

function request()
    at = at % #paths + 1
    return wrk.format("GET", paths[at])
end

function done(summary, latency, requests)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format(
        'RESULT {"requests": %d, "failed": %d, "seconds": %.3f, "bytes": %d, "p50": %.3f, "p95": %.3f, "p99": %.3f}\n',
        summary.requests, failed, summary.duration / 1e6, summary.bytes,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
