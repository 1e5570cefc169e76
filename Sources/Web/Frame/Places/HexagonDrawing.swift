// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Where the cells of the map lie on the drawing. A cell is 104 wide, its rows are 90 apart.
struct HexagonDrawing {
    private static let halfWidth = 52
    private static let rowStep = 90
    private static let halfHeight = 60
    private static let margin = 4
    /// A little inside the cell, so that the outlines of two districts lie side by side: east, then clockwise.
    private static let corners = [(49, -28), (49, 28), (0, 57), (-49, 28), (-49, -28), (0, -57)]

    let width: Int
    let height: Int

    init(_ map: HexagonMap) {
        let cells = map.places.map(\.cell)
        width = (cells.map(\.x).max() ?? 0) * Self.halfWidth + 2 * (Self.halfWidth + Self.margin)
        height = (cells.map(\.row).max() ?? 0) * Self.rowStep + 2 * (Self.halfHeight + Self.margin)
    }

    func centre(of cell: HexagonCell) -> (x: Int, y: Int) {
        (
            Self.margin + Self.halfWidth + cell.x * Self.halfWidth,
            Self.margin + Self.halfHeight + cell.row * Self.rowStep
        )
    }

    /// The edges towards cells that are not in the group, as a path.
    func edges(of cell: HexagonCell, within group: Set<HexagonCell>) -> String {
        let (x, y) = centre(of: cell)
        return cell.neighbours.enumerated().filter { !group.contains($1) }.map { side, _ in
            let from = Self.corners[side]
            let to = Self.corners[(side + 1) % Self.corners.count]
            return "M\(x + from.0) \(y + from.1)L\(x + to.0) \(y + to.1)"
        }.joined()
    }
}
