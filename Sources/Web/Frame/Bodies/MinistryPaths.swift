// SPDX-License-Identifier: EUPL-1.2

/// The address of a ministry: its abbreviation as it is written, so that `/ressorts/StK` can be said aloud.
enum MinistryPaths {
    static func show(_ key: String) -> String {
        "/ressorts/" + QueryText.encoded(key)
    }
}
