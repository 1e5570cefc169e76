// SPDX-License-Identifier: EUPL-1.2

import Mustache

/// The outermost values of a template: the page's own, and `layout`, what surrounds the page.
struct PageValues: MustacheParent {
    private let page: FinishedValues
    private let layout: FinishedValues

    init(page: some Page, layout: LayoutValues) {
        self.page = FinishedValues(page)
        self.layout = FinishedValues(layout)
    }

    func child(named name: String) -> Any? {
        name == "layout" ? layout : page.child(named: name)
    }
}
