// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
@main struct D { static func main() {} }
