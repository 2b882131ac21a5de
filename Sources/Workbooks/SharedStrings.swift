internal import Markup

/// The texts that cells refer to by number, rich ones joined, phonetic ones left out.
final class SharedStrings: MarkupHandler {
    private(set) var bytes: [UInt8] = []
    private(set) var strings: [Range<Int>] = []
    private(set) var isTooLarge = false
    private let limits: SheetLimits
    private var text: TextCollector
    private var isInText = false
    private var phonetics = 0

    init(limits: SheetLimits) {
        self.limits = limits
        text = TextCollector(limit: limits.cellBytes)
    }

    var isDone: Bool { isTooLarge }

    func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
        switch name {
        case "si": text.begin()
        case "rPh": phonetics += 1
        case "t": isInText = phonetics == 0
        default: break
        }
    }

    func endElement(_ name: String, isWritten: Bool) {
        switch name {
        case "t": isInText = false
        case "rPh": phonetics -= 1
        case "si":
            let start = bytes.count
            bytes.append(contentsOf: text.unescaped)
            strings.append(start..<bytes.count)
            isTooLarge =
                text.isTooLong || bytes.count > limits.textBytes || strings.count > limits.cells
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        if isInText { text.append(bytes) }
    }
}
