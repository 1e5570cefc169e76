// SPDX-License-Identifier: EUPL-1.2

import Participation
import Synchronization

/// The maps that were drawn last. Arranging some hundred towns takes longer than a page may, and towns hardly
/// ever move.
final class HexagonMaps: Sendable {
    private let drawn = Mutex<[Drawn]>([])
    private static let most = 16

    private struct Drawn {
        let sites: [HexagonMap.Site]
        let map: HexagonMap
    }

    /// The map of these towns; arranged anew only when one of them was not there or lay elsewhere.
    func map(of sites: [HexagonMap.Site]) -> HexagonMap {
        if let known = drawn.withLock({ maps in maps.first { $0.sites == sites }?.map }) { return known }
        let map = HexagonMap(sites)
        drawn.withLock { maps in
            maps.insert(Drawn(sites: sites, map: map), at: 0)
            maps = Array(maps.prefix(Self.most))
        }
        return map
    }
}
