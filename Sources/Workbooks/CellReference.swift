/// The place of a cell as spreadsheets write it: `B12`.
struct CellReference: Equatable {
    /// From 1.
    let column: Int
    let row: Int

    /// `nil` for anything but one to three capital letters and a number from 1, at most 7 digits.
    init?(_ text: some StringProtocol) {
        var (column, row) = (0, 0)
        var letters = 0
        var digits = 0
        for byte in text.utf8 {
            if (0x41...0x5A).contains(byte), digits == 0 {
                column = column * 26 + Int(byte - 0x40)
                letters += 1
            } else if (0x30...0x39).contains(byte), digits > 0 || byte > 0x30 {
                row = row * 10 + Int(byte - 0x30)
                digits += 1
            } else {
                return nil
            }
            if letters > 3 || digits > 7 { return nil }
        }
        guard letters > 0, digits > 0 else { return nil }
        self.column = column
        self.row = row
    }
}
