// SPDX-License-Identifier: EUPL-1.2

/// The way through a long list. Template `Design/pager`.
struct Pager: Sendable {
    /// "51 bis 100 von 268"
    let summary: String
    let previous: String?
    let next: String?
    let steps: [Step]

    struct Step: Sendable {
        let number: String
        /// Nil for the gap between numbers.
        let link: String?
        let isCurrent: Bool
    }

    static let sample = Pager(
        summary: "51 bis 100 von 268", previous: "/projekte", next: "/projekte?seite=3",
        steps: [
            Step(number: "1", link: "/projekte", isCurrent: false),
            Step(number: "2", link: "/projekte?seite=2", isCurrent: true),
            Step(number: "…", link: nil, isCurrent: false),
            Step(number: "6", link: "/projekte?seite=6", isCurrent: false),
        ])
}

extension Pager {
    /// Nil when everything fits on one page; a page behind the last one is no page of the list.
    /// - Parameters:
    ///   - number: the page shown, from 1
    ///   - total: how many rows there are in all
    ///   - place: the id to which the links jump, where more than the list stands on the page
    init?(
        page number: Int64, size: Int64 = 50, of total: Int64, path: String, at place: String? = nil,
        in context: SiteContext
    ) throws(PageFault) {
        let last = max(1, (total + size - 1) / size)
        guard number <= last else { throw .unknownValue(name: "seite") }
        guard last > 1 else { return nil }
        let link = { (page: Int64) in
            context.links.to(path) + context.query.replacing(["seite": page == 1 ? nil : String(page)]).text
                + (place.map { "#" + $0 } ?? "")
        }
        summary = context.text(
            "design.pager.summary",
            [
                "first": context.notation.number((number - 1) * size + 1),
                "last": context.notation.number(min(number * size, total)),
                "total": context.notation.number(total),
            ])
        previous = number > 1 ? link(number - 1) : nil
        next = number < last ? link(number + 1) : nil
        steps = Self.numbers(around: number, last: last).map { page in
            guard let page else { return Step(number: "…", link: nil, isCurrent: false) }
            return Step(number: context.notation.number(page), link: link(page), isCurrent: page == number)
        }
    }

    /// The first, the last, and those around the present one; nil stands for a gap.
    static func numbers(around number: Int64, last: Int64) -> [Int64?] {
        var numbers: [Int64?] = []
        var previous: Int64 = 0
        for page in 1...last where page == 1 || page == last || abs(page - number) <= 1 {
            if page - previous == 2 { numbers.append(page - 1) }
            if page - previous > 2 { numbers.append(nil) }
            numbers.append(page)
            previous = page
        }
        return numbers
    }
}
