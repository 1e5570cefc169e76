// SPDX-License-Identifier: EUPL-1.2

import Participation

extension FilterForm {
    /// A field to choose a forum from: "13 · Mobilität".
    static func forums(_ forums: [Forum.Choice], in context: SiteContext) -> Field {
        let options = forums.map { forum in
            let number = String(forum.number)
            let label = [number, forum.topic].compactMap { $0 }.joined(separator: " · ")
            return (number, context.original(label))
        }
        return choice(
            "forum", label: context.word(.matterKind, MatterKind.forum.rawValue), texts: options, in: context)
    }
}

extension Query {
    /// A forum that does not exist is an unknown value, not an empty list.
    func checkForum(_ forums: [Forum.Choice]) throws(PageFault) {
        _ = try choice("forum", among: forums.map { String($0.number) })
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
