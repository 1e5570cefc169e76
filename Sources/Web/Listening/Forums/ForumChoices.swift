// SPDX-License-Identifier: EUPL-1.2

import Participation

extension FilterForm {
    /// A field to choose a forum from: "13 · Mobilität".
    /// - Parameter orNone: whether things without a forum can be chosen as well
    static func forums(_ forums: [Forum.Choice], orNone: Bool = false, in context: SiteContext) -> Field {
        let none = (FilterForm.none, ProgrammeText(context.text("rivers.end.forum")))
        let options = forums.map { forum in
            let number = String(forum.number)
            let label = [number, forum.topic].compactMap { $0 }.joined(separator: " · ")
            return (number, context.original(label))
        }
        return choice(
            "forum", label: context.word(.matterKind, MatterKind.forum.rawValue),
            texts: options + (orNone ? [none] : []), in: context)
    }
}

extension Query {
    /// A forum that does not exist is an unknown value, not an empty list.
    func checkForum(_ forums: [Forum.Choice], orNone: Bool = false) throws(PageFault) {
        _ = try choice("forum", among: forums.map { String($0.number) } + (orNone ? [FilterForm.none] : []))
    }

    /// The number of a forum, or that there is none: `forum=3`, `forum=ohne`.
    func forum() throws(PageFault) -> (number: Int64?, isNone: Bool) {
        if text("forum") == FilterForm.none { return (nil, true) }
        return (try number("forum"), false)
    }
}

extension EmptyState {
    /// Nothing matches the filters, or there is nothing at all; the words of both stand under the feature's name.
    init(of feature: String, path: String, filter: FilterForm?, in context: SiteContext) {
        if let reset = filter?.reset {
            self.init(
                text: context.text("\(feature).empty.filtered"), link: reset,
                linkLabel: context.text("design.filter.reset"))
        } else {
            self.init(text: context.text("\(feature).empty.none"), link: nil, linkLabel: nil)
        }
    }
}
