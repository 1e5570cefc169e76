// SPDX-License-Identifier: EUPL-1.2

import Testing

/// The rules see only what this reading of the sources shows them, so it is tested itself.
@Suite struct SwiftTextTests {
    @Test func `comments and texts are not code`() {
        let text = SwiftText(#"let a = "try! // no" // try!\#n/* try! /* nested */ try! */ let b = 2"#)

        #expect(!text.code.contains("try!"))
        #expect(text.code.contains("let b = 2"))
        #expect(text.literals == [SwiftText.Literal(line: 1, text: "try! // no")])
    }

    @Test func `an interpolation is code again`() {
        let text = SwiftText(#"let a = "x \(load("y", try! z())) end"; let b = 1"#)

        #expect(text.code.contains("try! z()"))
        #expect(text.code.contains("let b = 1"))
        #expect(text.literals.map(\.text) == ["y", #"x \() end"#])
    }

    @Test func `raw and long texts end where they end`() {
        let text = SwiftText("let a = #\"a \" b\"#\nlet b = \"\"\"\n  \"quoted\"\n  \"\"\"\nlet c = 3")

        #expect(text.literals.map(\.line) == [1, 2])
        #expect(text.codeLines.last == "let c = 3")
    }

    @Test func `a regex with a quotation mark does not open a text`() {
        let text = SwiftText("let a = /\"[{]/\nlet b = #/\"{/#\nlet c = 4 / 2 / 1")

        #expect(text.literals == [])
        #expect(!text.code.contains("{"))
        #expect(text.code.contains("let c = 4 / 2 / 1"))
    }

    @Test func `the length of a function is counted from its name to its brace`() {
        let source = """
            protocol P {
                func required() throws -> Int
                init(a: Int)
            }
            struct S {
                init(a: Int) { self.init() }
                func `long one`(
                    in text: String
                ) -> Int {
                    if true { return 1 }
                    return 2
                }
            }
            """

        let functions = SwiftText(source).functions

        #expect(
            functions == [
                FunctionLength(name: "init", line: 6, lines: 1),
                FunctionLength(name: "`long one`", line: 7, lines: 6),
            ])
    }
}
