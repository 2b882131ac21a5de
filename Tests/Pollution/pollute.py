"""Every kind of pollution of one clean table: the file, how it is written, and what must come out of it.

The table is invented and small. Each case states by hand of the generator, not of the program under test:
the bytes; the dialect; the records that a strict reader must give; the lines that it must reject; and for
lenient readers the cells of the clean table, by which recovery is measured.
"""

from dataclasses import dataclass
from random import Random

HEADER = ["nip", "nama", "unit", "nilai", "tanggal", "catatan"]
UNITS = ["Dinas Contoh", "Badan Rekaan", "Bagian Umum", "Kelurahan Maju"]
NOTES = ["baik", "perlu, dibina", 'kata "hebat"', "", "lama; tetap", "dua\nbaris"]


def clean(rows=12, plain=False):
    """The clean table; `plain` has no cell that needs quotes, so that each dialect can hold it."""
    table = []
    for i in range(rows):
        note = f"catatan{i}" if plain else NOTES[i % len(NOTES)]
        name = f"Orang Rekaan {i}" if plain else f"Orang {'ABCDEFGHIJKL'[i % 12]}, S.Kom"
        if not plain and i % 5 == 3:
            name = "Siti Réka"
        table.append([f"19800101200501{i + 1001}", name, UNITS[i % 4], f"{70 + i}.5",
                      f"2025-0{i % 9 + 1}-1{i % 9}", note])
    return table


@dataclass
class Dialect:
    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    end: str = "\r\n"
    encoding: str = "utf-8"
    mark: bytes = b""
    header_lines: int = 1
    skip_lines: int = 0
    quote_all: bool = False

    def cell(self, text, force=False):
        special = [c for c in (self.delimiter, self.quote, "\n", "\r") if c]
        if not (force or self.quote_all or any(c in text for c in special)) or not self.quote:
            return text
        inner = text
        if self.escape == self.quote:
            inner = inner.replace(self.quote, self.quote * 2)
        elif self.escape:
            inner = inner.replace(self.escape, self.escape * 2).replace(self.quote, self.escape + self.quote)
        return self.quote + inner + self.quote

    def line(self, cells):
        return self.delimiter.join(self.cell(c) for c in cells)

    def arguments(self):
        name = {"utf-16-le": "utf-16le", "utf-16-be": "utf-16be", "cp1252": "windows-1252"}
        return ["--delimiter", self.delimiter, "--quote", self.quote or "none", "--escape", self.escape or "none",
                "--encoding", name.get(self.encoding, self.encoding), "--header-lines", str(self.header_lines),
                "--skip-lines", str(self.skip_lines), "--columns", ",".join(HEADER)]


@dataclass
class Case:
    kind: str
    name: str
    bytes: bytes
    dialect: Dialect
    header: list          # None where no header is to be written
    records: list         # that strict must write, in order
    rejects: list         # (line, byte) that strict must name
    clean: list           # the table meant, for lenient
    column: int = 0       # the cell that strict must name, 0 where any will do


def build(kind, name, lines, dialect, records, rejected=(), header=HEADER, meant=None, final=True, column=0):
    """`lines` are the file's records as text; `rejected` are indices into them."""
    text, places, line, byte = "", {}, 1, len(dialect.mark)
    for index, record in enumerate(lines):
        places[index] = (line, byte)
        piece = record + (dialect.end if final or index + 1 < len(lines) else "")
        text += piece
        line += piece.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        byte += len(piece.encode("utf-8"))
    data = dialect.mark + text.encode(dialect.encoding)
    return Case(kind, name, data, dialect, header, records, [places[i] for i in rejected], meant or records,
                column)


def dialects():
    for delimiter in [",", ";", "\t", "|", ":", "||", "~|~", "::", ", ", "^", "~", "#|#", " "]:
        for end in ["\r\n", "\n", "\r"]:
            d = Dialect(delimiter=delimiter, end=end, quote_all=delimiter in ":: ")
            yield "delimiter", f"{delimiter!r} {end!r}", d, clean()
    for delimiter in [",", ";", "\t", "|"]:
        yield "quote", f"' with {delimiter!r}", Dialect(delimiter=delimiter, quote="'", escape="'"), clean()
        yield "quote", f"none with {delimiter!r}", Dialect(delimiter=delimiter, quote="", escape=""), clean(plain=True)
        yield "quote", f"all with {delimiter!r}", Dialect(delimiter=delimiter, quote_all=True), clean()
        yield "escape", f"backslash with {delimiter!r}", Dialect(delimiter=delimiter, escape="\\"), clean()
        yield "escape", f"backslash and ' with {delimiter!r}", Dialect(delimiter=delimiter, quote="'", escape="\\",
                                                                      quote_all=True), clean()
        yield "escape", f"none with {delimiter!r}", Dialect(delimiter=delimiter, escape="", quote_all=True), clean(plain=True)
    for encoding, mark in [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b""), ("utf-16-le", b"\xff\xfe"),
                           ("utf-16-be", b""), ("utf-16-be", b"\xfe\xff"), ("cp1252", b"")]:
        for delimiter in [",", ";"]:
            yield "encoding", f"{encoding} {mark!r} {delimiter}", Dialect(delimiter=delimiter, encoding=encoding,
                                                                          mark=mark), clean()


def cells_everywhere(rows, dense):
    """One missing, surplus, quoted or stray-quoted cell at every row and column."""
    for delimiter in [",", ";"] if not dense else [",", ";", "\t", "||"]:
        d = Dialect(delimiter=delimiter)
        table = clean(rows)
        whole = [HEADER] + table
        for row in range(len(whole)):
            if not dense and row % 3 == 1 and row > 1:
                continue
            rest = [r for i, r in enumerate(table) if i != row - 1]
            header = None if row == 0 else HEADER
            for column in range(len(HEADER)):
                place = f"row {row} column {column} {delimiter!r}"

                def case(kind, line, column_named, rejected=True, cells=None):
                    lines = [d.line(r) for r in whole]
                    lines[row] = line
                    meant = [cells if cells and i == row - 1 else r for i, r in enumerate(table)]
                    return build(kind, place, lines, d, rest if rejected else table, [row] if rejected else (),
                                 header if rejected else HEADER, meant, column=column_named)

                # A line break in a cell of a broken record makes two records of it: taken out here.
                cells = [c.replace("\n", " ") for c in whole[row]]
                wide = len(HEADER)
                written = [d.cell(c) for c in cells]
                yield case("missing cell", d.delimiter.join(written[:column] + written[column + 1:]), wide, cells=cells)
                yield case("surplus cell", d.delimiter.join(written[:column] + [""] + written[column:]), wide + 1,
                           cells=cells)
                quoted = [d.cell(c, force=i == column) for i, c in enumerate(whole[row])]
                yield case("quoted cell", d.delimiter.join(quoted), 0, rejected=False)
                bare = [c.replace(d.delimiter[0], " ").replace('"', " ") for c in cells]
                for kind, change in [("stray quote before", lambda c: '"' + c), ("stray quote behind", lambda c: c + '"'),
                                     ("stray quote inside", lambda c: c[:2] + '"' + c[2:])]:
                    if kind != "stray quote before" and not bare[column]:
                        continue
                    polluted = bare[:column] + [change(bare[column])] + bare[column + 1:]
                    yield case(kind, d.delimiter.join(polluted), column + 1, cells=bare)
                opened = [d.cell(c, force=True) for c in bare]
                opened[column] = opened[column][:-1]
                yield case("closing quote missing", d.delimiter.join(opened), column + 1, cells=bare)
                opened[column] = bare[column] + '"'
                if bare[column]:
                    yield case("opening quote missing", d.delimiter.join(opened), column + 1, cells=bare)


def hard_neighbours():
    """A quote missing beside cells of which each could be taken for the other end of the quotes."""
    hard = [",", ", ", '"', '""', '",', ',"', "", "a\nb", 'x"\n"y', "a,\nb", " ", "'", "\\", 'z"']
    for delimiter in [",", ";", "|"]:
        for quote_all in [False, True]:
            d = Dialect(delimiter=delimiter, quote_all=quote_all)
            table = clean(2 * len(hard))
            for i, text in enumerate(hard):
                table[2 * i + 1][5 if i % 2 else 0] = text.replace(",", delimiter)
                table[2 * i][5] = "biasa"
            for row in range(len(table) + 1):
                whole = [HEADER] + table
                if any("\n" in c or '"' in c for c in whole[row]):
                    continue
                for column in range(len(HEADER)):
                    lines = [d.line(r) for r in whole]
                    cells = [d.cell(c) for c in whole[row]]
                    bare = whole[row][column]
                    if not bare.strip(" " + delimiter):
                        continue
                    cells[column] = '"' + bare
                    lines[row] = delimiter.join(cells)
                    rest = [r for i, r in enumerate(table) if i != row - 1]
                    yield build("hard neighbours", f"{delimiter} row {row} column {column}", lines, d, rest, [row],
                                None if row == 0 else HEADER, table)


def two_readings():
    """A stray quote whose other end may be the quote of the next record: neither reading may be taken."""
    for delimiter in [",", ";"]:
        for text in ["\nb", "\na\nb"]:
            d = Dialect(delimiter=delimiter)
            table = clean()
            for row in range(1, len(table)):
                if "\n" in table[row - 1][5] or row == 1:
                    continue
                lines = [d.line(r) for r in [HEADER] + table]
                lines[row] = delimiter.join(["1", "2", "3", "4", "5", '"6'])
                lines[row + 1] = d.line([text, "2", "3", "4", "5", "6"])
                rest = [r for i, r in enumerate(table) if i not in (row - 1, row)]
                case = build("two readings", f"{delimiter} row {row} {text!r}", lines, d, rest, [row], HEADER, table)
                first, inner = case.rejects[0], [(0, 0)] * text.count("\n")
                case.rejects = [first] + inner
                yield case


def several_faults(rounds):
    """Up to five malformed records in one file, of any kinds, also side by side."""
    random = Random(20250101)
    for number in range(rounds):
        d = Dialect(delimiter=random.choice([",", ";", "\t", "||"]), end=random.choice(["\r\n", "\n"]),
                    quote_all=random.random() < 0.3)
        table = clean(16)
        lines = [d.line(r) for r in [HEADER] + table]
        rejected = sorted(random.sample(range(1, 17), random.randint(2, 5)))
        for row in rejected:
            cells = [c.replace("\n", " ").replace('"', " ").replace(d.delimiter[0], " ") for c in table[row - 1]]
            column = random.randrange(len(HEADER))
            kind = random.randrange(5)
            if kind == 0:
                del cells[column]
            elif kind == 1:
                cells.insert(column, "")
            elif kind == 2:
                cells[column] = '"' + cells[column]
            elif kind == 3:
                cells[column] = "x" + cells[column] + '"'
            else:
                cells[column] = 'xy"z' + cells[column]
            lines[row] = d.delimiter.join(cells)
        rest = [r for i, r in enumerate(table) if i + 1 not in rejected]
        yield build("several faults", f"round {number}", lines, d, rest, rejected, HEADER, table)


def layouts():
    for delimiter in [",", ";", "\t", "|"]:
        d = Dialect(delimiter=delimiter)
        table = clean()
        lines = [d.line(r) for r in [HEADER] + table]
        n = len(lines)
        yield build("no final newline", delimiter, lines, d, table, final=False)
        yield build("empty lines", delimiter, [x for line in lines for x in (line, "")], d, table)
        yield build("byte order mark", delimiter, lines, Dialect(delimiter=delimiter, mark=b"\xef\xbb\xbf"), table)
        for titles in [["Laporan SKP 2025"], ["Laporan", "Instansi Contoh", ""], ["Laporan" + delimiter * 5, delimiter * 5]]:
            p = Dialect(delimiter=delimiter, skip_lines=len(titles))
            yield build("preamble", f"{delimiter} {len(titles)}", titles + lines, p, table)
        for footer in [["Jumlah" + delimiter + "12"], ["Mengetahui", "Kepala Dinas"]]:
            yield build("footer", f"{delimiter} {len(footer)}", lines + footer, d, table, range(n, n + len(footer)))
        first, second = ["pegawai", "", "tempat", "capaian", "", "lain"], ["nip", "nama", "unit", "nilai", "tanggal", "catatan"]
        joined = [" ".join(x for x in pair if x) for pair in zip(first, second)]
        h = Dialect(delimiter=delimiter, header_lines=2)
        yield build("two headers", delimiter, [d.line(first), d.line(second)] + lines[1:], h, table, header=joined)
        yield build("no header", delimiter, lines[1:], Dialect(delimiter=delimiter, header_lines=0), table, header=None)
        for width in [3, 8]:
            other = [delimiter.join(f"k{c}" for c in range(width))] + [
                delimiter.join(f"{r}{c}" for c in range(width)) for r in range(4)]
            yield build("several tables", f"{delimiter} {width}", lines + ["", *other], d, table,
                        range(n + 1, n + 1 + len(other)))


def cases(dense=False):
    for kind, name, dialect, table in dialects():
        yield build(kind, name, [dialect.line(r) for r in [HEADER] + table], dialect, table)
    yield from layouts()
    yield from several_faults(200 if dense else 60)
    yield from hard_neighbours()
    yield from two_readings()
    yield from cells_everywhere(12, dense)
