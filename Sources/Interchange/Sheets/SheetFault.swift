// SPDX-License-Identifier: EUPL-1.2

/// Why a workbook could not be read.
public enum SheetFault: Error, Equatable, Sendable {
    /// No zip archive, or one that is damaged, encrypted or made to do harm.
    case noWorkbook
    /// XML that no office program writes.
    case damaged
    case noSheet
    case empty
    case unnamedColumn(Int)
    case duplicateColumn(String)
}
