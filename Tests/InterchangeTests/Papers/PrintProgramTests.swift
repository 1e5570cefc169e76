// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct PrintProgramTests {
    /// A program of a certain manner in the place of Chromium.
    ///
    /// What this process itself has open for writing, another test may just be handing on to a child of its own, and
    /// then it cannot be run ("Text file busy"). So another process writes it.
    private func program(_ script: String, in folder: URL) throws -> PrintProgram {
        let (draft, file) = (folder.appending(path: "printer.txt"), folder.appending(path: "printer.sh"))
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: draft)
        let writer = try Process.run(
            URL(filePath: "/usr/bin/install"), arguments: ["--mode=755", draft.path, file.path])
        writer.waitUntilExit()
        try #require(writer.terminationStatus == 0)
        return PrintProgram(path: file.path)
    }

    private func page(in folder: URL) throws -> URL {
        let file = folder.appending(path: "document.html")
        try PaperSamples.write(PaperSamples.hostile, on: try HTMLPaper(file, PaperSamples.sheet))
        return file
    }

    @Test func `a program that makes nothing has failed, whatever it says`() async throws {
        let folder = try WorkFolder()
        let program = try program("echo all is well; exit 0", in: folder.url)
        let page = try page(in: folder.url)

        let fault = await #expect(throws: PrintProgram.Failure.self) {
            _ = try await program.print(page) { false }
        }

        guard case .failed(let words) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(words.contains("all is well"))
    }

    @Test func `a program that hangs is ended, with what it has begun`() async throws {
        let folder = try WorkFolder()
        var program = try program("sleep 3000 & sleep 3000", in: folder.url)
        program.longest = .seconds(1)
        let (page, hasty) = (try page(in: folder.url), program)

        await #expect(throws: PrintProgram.Failure.tookTooLong) { _ = try await hasty.print(page) { false } }
        await #expect(throws: PrintProgram.Failure.stopped) { _ = try await hasty.print(page) { true } }
    }

    @Test func `a program that takes too much memory is ended`() async throws {
        let folder = try WorkFolder()
        var program = try program("sleep 60", in: folder.url)
        program.mostMemory = 1
        let (page, small) = (try page(in: folder.url), program)

        await #expect(throws: PrintProgram.Failure.tookTooMuchMemory) { _ = try await small.print(page) { false } }
    }

    /// Where Chromium is installed.
    @Test(.enabled(if: PrintProgram.installed() != nil))
    func `hostile wording becomes a tagged PDF`() async throws {
        let folder = try WorkFolder()
        let program = try #require(PrintProgram.installed())

        let file = try await program.print(try page(in: folder.url)) { false }
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)

        #expect(text.contains("/MarkInfo"))
        #expect(text.contains("/StructTreeRoot"))
        #expect(text.contains("/Lang"))
    }
}
