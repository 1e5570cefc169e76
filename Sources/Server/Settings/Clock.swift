// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation

/// The one place where the program looks at the clock.
enum Clock {
    static var now: Moment { Moment(Date()) }
}
