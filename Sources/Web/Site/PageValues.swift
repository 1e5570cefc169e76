// SPDX-License-Identifier: EUPL-1.2

import Mustache

/// The outermost values of a template: the page's own, and three names that every page has. `t` holds the words,
/// `layout` what surrounds the page, `asset` the addresses of files (`{{asset.images-mark-svg}}`).
struct PageValues: MustacheParent {
    static let commonNames = ["t", "layout", "asset"]

    private let page: FinishedValues
    private let layout: FinishedValues
    private let texts: TextTree?
    private let assets: Assets

    init(page: some Page, layout: LayoutValues, context: SiteContext, assets: Assets) {
        self.page = FinishedValues(page)
        self.layout = FinishedValues(layout)
        self.texts = context.texts.texts.trees[context.language]
        self.assets = assets
    }

    func child(named name: String) -> Any? {
        switch name {
        case "t": texts
        case "layout": layout
        case "asset": assets
        default: page.child(named: name)
        }
    }
}
