internal import CivilService
internal import Diagnostics
internal import Payroll

/// `lembar-kontrol.html`: what two persons sign, on A4, with nothing that it must fetch and no script.
struct ControlPage {
    private static let style = """
        @page { size: A4 portrait; margin: 15mm 14mm 18mm }
        * { box-sizing: border-box }
        body { font: 9.5pt/1.35 Arial, "Liberation Sans", sans-serif; color: #000; max-width: 182mm; margin: 0 auto }
        h1 { font-size: 15pt; margin: 0 0 1mm } h2 { font-size: 11pt; margin: 6mm 0 1.5mm; break-after: avoid }
        p { margin: 0 0 1.5mm } .kecil, .hash { font-size: 8pt } .hash { font-family: monospace; word-break: break-all }
        table { width: 100%; border-collapse: collapse } thead { display: table-header-group } tr { break-inside: avoid }
        th, td { border: 0.3mm solid #777; padding: 0.8mm 1.6mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
        th { background: #e7e7e7 } .angka { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
        .utuh { white-space: nowrap } .jumlah td { font-weight: bold; background: #f3f3f3 }
        .tanda { display: flex; gap: 12mm; margin-top: 10mm; break-inside: avoid } .tanda div { flex: 1 }
        .awas { border: 0.6mm solid #000; padding: 2mm 3mm; margin: 3mm 0 } table + p { margin-top: 1.5mm }
        .garis { border-bottom: 0.3mm solid #000; height: 24mm; margin-bottom: 1mm }

        """

    let file: PaymentFile
    let comparison: PaymentComparison
    let documents: [PayDocument]
    let language: Language
    let money: MoneyText
    let month: MonthText
    let allowances: PayAllowances
    let payees: PayeeIndex

    init(
        _ file: PaymentFile, comparison: PaymentComparison, allowances: PayAllowances,
        documents: [PayDocument], language: Language
    ) {
        self.file = file
        self.comparison = comparison
        self.allowances = allowances
        self.documents = documents
        self.language = language
        money = MoneyText(language)
        month = MonthText(language)
        payees = PayeeIndex(file)
    }

    var bytes: [UInt8] {
        let heading = language("Lembar kontrol pembayaran", "Payment control sheet")
        let title = PlainMarkup.escaped("\(heading) \(file.id)")
        let html = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <title>\(title)</title>
            <style>
            \(Self.style)\(pageFoot)</style>
            </head>
            <body>
            <h1>\(PlainMarkup.escaped(heading))</h1>
            <p><b>\(PlainMarkup.escaped(file.title))</b>, \(PlainMarkup.escaped(place))</p>

            """
        let sections = [
            warnings, totals, lines, beside, movements, units, held, debts, zeros, taxes, runs,
            hashes, signatures,
        ]
        return Array((html + sections.joined() + "</body>\n</html>\n").utf8)
    }

    /// Which payment a sheet of paper is of, and how many there are: what is signed stands on the last alone.
    private var pageFoot: String {
        let (page, of) = (language("halaman", "page"), language("dari", "of"))
        return """
            @page { @bottom-left { content: "\(file.id)"; font: 8pt Arial, sans-serif }
              @bottom-right { content: "\(page) " counter(page) " \(of) " counter(pages); font: 8pt Arial, sans-serif } }

            """
    }

    private var place: String {
        "\(language("bulan", "month")) \(month.text(file.month)), "
            + "\(language("berkas nomor", "file number")) \(file.number) (\(file.id))"
    }

    func section(_ title: String, _ body: String) -> String {
        "<h2>\(PlainMarkup.escaped(title))</h2>\n\(body)"
    }

    /// What a list without entries says.
    var none: String { "<p>\(language("Tidak ada.", "None."))</p>\n" }

    func person(_ nip: NIP) -> [String] {
        let payee = payees[nip]
        return ["\(nip)", payee?.name ?? "", payee?.unit ?? ""]
    }

    var personHeadings: [String] {
        ["NIP", language("Nama", "Name"), language("Unit", "Unit")]
    }

    private var hashes: String {
        var table = HTMLTable([language("Berkas", "File"), "byte", "SHA-256"], numbers: [1])
        for document in documents { table.append(Self.cells(of: document)) }
        let note = language(
            "Persetujuan terikat pada byte berkas-berkas ini melalui manifest.json. Satu byte berubah: persetujuan gugur.",
            "The approval is bound to the bytes of these files through manifest.json. One byte changed: it is void."
        )
        return section(
            language("Berkas pembayaran", "Files of the payment"),
            table.text + "<p class=\"kecil\">\(PlainMarkup.escaped(note))</p>\n")
    }

    private static func cells(of document: PayDocument) -> [String] {
        [
            document.name, "\(document.bytes.count)", "\(document.checksum)",
        ]
    }

    /// Whether a sheet states the hash of a file as it is.
    static func states(_ document: PayDocument, in sheet: String) -> Bool {
        sheet.contains("\(document.checksum)")
    }

    private var signatures: String {
        func field(_ role: String) -> String {
            """
            <div><p><b>\(PlainMarkup.escaped(role))</b></p><div class="garis"></div>
            <p>\(language("Nama", "Name")):</p><p>NIP:</p><p>\(language("Tanggal", "Date")):</p></div>

            """
        }
        return "<div class=\"tanda\">\n" + field(language("Menyiapkan", "Prepared by"))
            + field(language("Menyetujui (orang lain)", "Approved by (another person)"))
            + "</div>\n"
    }
}
