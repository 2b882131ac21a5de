internal import Diagnostics
internal import Markup

/// An XML document as a table: the element that repeats is the record.
struct MarkupSample {
    private let outline: MarkupOutline

    /// - Throws: ``XMLFailure`` unless the sample was cut and shows records all the same.
    init(_ sample: ExportSample) throws(XMLFailure) {
        outline = MarkupOutline()
        do throws(XMLFailure) {
            try MarkupDocument.readXML(sample.bytes, into: outline)
        } catch {
            if sample.isWhole { throw error }
        }
    }

    /// nil where no element is a record.
    func table() -> SampleTable? {
        guard let record = outline.record else { return nil }
        let columns = record.fields.enumerated().map { place, field in
            SampleColumn(
                number: place + 1, heading: field.path,
                values: field.values.map { SampleValue(text: $0) })
        }
        var table = SampleTable(
            container: "xml", columns: columns,
            settings: [
                Setting(
                    "record", YAMLText.quoted(record.path), record.count > 1 ? 95 : 70,
                    Wording(
                        "unsur ini \(record.count) kali, dengan \(columns.count) isian",
                        "this element \(record.count) times, with \(columns.count) fields"))
            ], recordCount: record.count)
        if record.hasRepeats {
            table.questions = [
                Wording(
                    "di dalam satu rekaman ada unsur yang berulang: unsur mana yang menjadi baris?",
                    "an element comes several times in one record: which element is the row?")
            ]
        }
        return table
    }
}
