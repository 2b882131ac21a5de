#!/usr/bin/env python3
"""Writes the seed corpus: small inputs of every form from which libFuzzer and the replaying tests start.

    usage: Fuzzing/make-corpus.py

Gives Fuzzing/Corpus/<target>/<name>. The first bytes of most inputs choose how to read (see the targets' `init`);
the seeds state them as numbers in front of the text. No seed holds a real person.
"""

import gzip
import io
import pathlib
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPUS = ROOT / "Fuzzing/Corpus"
NIPS = ["198001012005011001", "198102022006022002", "198203032007031003"]


def seed(target, name, knobs, content):
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    content = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(bytes(knobs) + content)


# -- text: delimiter quote escape lines bytes flags encoding cells columns chunk piece ---------------------------------

PLAIN = "a,b,c\n1,2,3\r\n4,,6\n\n7,8,9\n"
QUOTED = 'a,"b ""x""",c\n"1\n2",3,4\n5,"6,7",8\n"open,1,2\n9,9,9\n'
LONG = "".join(f"{nip},{'x' * (n % 70)},{n}\n" for n, nip in enumerate(NIPS * 8))
BROKEN = 'a,b\n1,2,3,4\n1\n,,\n"1"x,2,3\n1,2\xe9,3\n'.encode("latin-1") + b"\xff\xc3(,1,2\n"


def texts():
    seed("csv", "plain", [0, 0, 0, 0, 0, 0, 0, 2, 0, 8, 4], PLAIN)
    seed("csv", "header", [0, 0, 0, 0, 0, 128, 0, 2, 0, 3, 1], "NIP, NAMA ,UNIT,\n" + PLAIN)
    seed("csv", "quoted", [0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0], QUOTED)
    seed("csv", "one-line-records", [0, 0, 0, 1, 0, 3, 0, 2, 1, 2, 1], QUOTED)
    seed("csv", "escaped", [1, 0, 2, 3, 0, 2, 0, 2, 3, 4, 2], 'a;"b \\" \\\\ \\x";c\n"1\\";2;3\n1;"2";3\n')
    seed("csv", "not-escaped", [1, 0, 4, 0, 0, 2, 0, 2, 0, 4, 2], 'a;"b"";c\n"1";2;3\n')
    seed("csv", "long", [0, 3, 0, 0, 6, 0, 0, 2, 0, 6, 3], LONG)
    seed("csv", "too-long", [0, 0, 0, 0, 4, 1, 0, 2, 4, 5, 3], LONG + '"' + "y" * 80 + "\n" * 3 + "1,2,3\n")
    seed("csv", "several-bytes", [6, 0, 0, 2, 0, 0, 0, 2, 0, 1, 0], 'a;,;b;,;c\n1;,2;,;3;,;\n"1";,;"2;,;";,;3\n')
    seed("csv", "sign-of-two-bytes", [7, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], "a§b\n1§2\xc2\n")
    seed("csv", "broken", [0, 0, 0, 0, 0, 7, 0, 2, 2, 0, 1], BROKEN)
    seed("csv", "windows-1252", [0, 0, 0, 0, 0, 4, 2, 2, 0, 2, 0], BROKEN)
    seed("csv", "utf-16", [0, 0, 0, 0, 0, 128, 3, 2, 0, 2, 0], b"\xff\xfe" + QUOTED.encode("utf-16-le"))
    seed("csv", "utf-16be", [0, 0, 0, 0, 0, 0, 4, 2, 0, 2, 1], QUOTED.encode("utf-16-be"))
    seed("csv", "footer", [0, 0, 0, 0, 0, 8 + 32 + 128, 0, 2, 0, 0, 0], "JUDUL\nx,y,z\n" + PLAIN + "TOTAL,1\n\n2\n")
    seed("csv", "carriage-returns", [0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0], PLAIN.replace("\r\n", "\n").replace("\n", "\r"))
    seed("csv", "mark", [0, 0, 0, 0, 0, 128, 0, 2, 0, 0, 0], b"\xef\xbb\xbf" + PLAIN.encode())
    table = "NIP;Nama;Nilai\n" + "".join(f"{nip};Orang Rekaan;{n},5\n" for n, nip in enumerate(NIPS))
    seed("guess", "semicolons", [0], table)
    seed("guess", "titles", [0], "LAPORAN;;\nDinas;;\n;;\n" + table + ";;\nJumlah;;3\n")
    seed("guess", "two-headers", [0], "Pegawai;Nilai;\n;A;B\nx;1;2\ny;3;4\n")
    seed("guess", "tabs-cut", [128], table.replace(";", "\t") + "19")
    seed("guess", "declared", [63, 1, 1, 2, 1, 1, 2], table)
    seed("guess", "utf-16", [0], b"\xff\xfe" + table.encode("utf-16-le"))
    seed("guess", "apostrophes", [0], "'a','b'\n'1','2'\n'it\\'s',3\n")
    seed("guess", "several-bytes", [0], "a||b||c\n1||2||3\n4||5||6\n")
    seed("guess", "windows-1252", [0], "nama;kota\nJos\xe9;Bandung\n".encode("latin-1"))


# -- markup: paths limits piece takes ----------------------------------------------------------------------------------

ROW = '<baris nip="{0}"><kode>A</kode><bulan>2025-07</bulan><realisasi>{1}</realisasi></baris>\n'


def markup():
    rows = "".join(ROW.format(nip, n) for n, nip in enumerate(NIPS))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    seed("xml", "records", [4, 0, 4, 0], head + "<capaian>\n" + rows + "</capaian>\n")
    seed("xml", "cut", [4, 0, 1, 0], head + "<capaian>\n" + rows)
    seed("xml", "all-forms", [0, 0, 0, 1],
         '<x:a xmlns:x="u"><!-- n --><x:b n="1 &amp;&#x41;\n"><c>1<![CDATA[<2>]]>&lt;<d>3</d></c><e n="4"/>5<c/>'
         "<f/></x:b><?p i?><b/></x:a><!-- end -->")
    seed("xml", "own-text", [2, 0, 2, 0], "<a>x<b n='1'><c>2\r\n3</c></b>y</a>")
    seed("xml", "any-name", [1, 0, 3, 0], "<a><p n='1'/><q><c>1</c></q></a>")
    seed("xml", "any-root", [3, 0, 0, 0], "<a><b><b/><b/></b></a>")
    seed("xml", "beyond-limits", [0, 1, 0, 0], "<a><b n='1234567890'><c>12345678901234567890</c></b></a>")
    seed("xml", "doctype", [0, 0, 0, 0], "<!DOCTYPE a [<!ENTITY e 'x'>]><a><b>&e;</b></a>")
    seed("xml", "latin-1", [0, 0, 1, 0], "<?xml version='1.0' encoding='ISO-8859-1'?><a><b n='\xe9'/></a>".encode("latin-1"))
    seed("xml", "utf-16", [0, 0, 1, 0], b"\xff\xfe" + "<a><b n='é'/></a>".encode("utf-16-le"))
    table = "<table><tr><th rowspan=2>NIP<th colspan='2'>Nilai</tr><tr><td>1<td>2</table>"
    seed("html", "spans", [0, 0], "<html><body>" + table + "</body></html>")
    seed("html", "nested", [0, 0], "<table><tr><td>a" + table + "</td><td>&nbsp;b<br>c</td></tr></table>")
    seed("html", "small-limits", [1, 1], table)
    seed("html", "second", [2, 0], table + "<script>x</script><style>y</style>" + table)
    seed("html", "hidden", [0, 0], "<table><tr style='display: none'><td>1</td></tr><tr><td>2</tr></table>")


# -- packed ------------------------------------------------------------------------------------------------------------


def packed():
    text = "".join(f"{nip},A,2025-07,90\n" for nip in NIPS).encode()
    member = gzip.compress(text, mtime=0)
    seed("gzip", "member", [0, 2, 0], member)
    seed("gzip", "members-and-padding", [0, 2, 0], member + gzip.compress(b"", mtime=0) + member + bytes(20))
    named = io.BytesIO()
    with gzip.GzipFile("nama.csv", "wb", mtime=1, fileobj=named) as out:
        out.write(text)
    seed("gzip", "named", [0, 1, 0], named.getvalue())
    seed("gzip", "stored", [0, 0, 0], gzip.compress(text, 0, mtime=0))
    seed("gzip", "garbage-behind", [0, 0, 0], member + b"x")
    seed("gzip", "cut", [0, 0, 0], member[:-3])
    seed("gzip", "small-limit", [3, 3, 0], member)
    seed("gzip", "packed-here", [0, 3, 1, 2], text)
    seed("gzip", "spoilt-here", [0, 3, 5, 0, 30, 4, 0, 40, 64, 1], text)
    seed("gzip", "bomb", [0, 4, 1, 0], bytes(70_000))
    for name, method in [("deflated", zipfile.ZIP_DEFLATED), ("stored", zipfile.ZIP_STORED)]:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            for part in ["a.txt", "f/b.txt"]:
                archive.writestr(zipfile.ZipInfo(part, (2025, 1, 1, 0, 0, 0)), text, method)
        seed("zip", name, [0], out.getvalue())
    seed("zip", "leads-out", [0], out.getvalue().replace(b"f/b.txt", b"../.txt"))
    seed("zip", "absolute", [0], out.getvalue().replace(b"f/b.txt", b"/fb.txt"))
    seed("zip", "cut", [0], out.getvalue()[:-10])
    seed("zip", "packed-here", [1], b"one\ntwo\n\nthree")


SHEET = """<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t> b </t></is></c></row>
<row r="3" hidden="1"><c r="A3" s="1"><v>45000</v></c><c r="B3"><v>1.98703152010011E+17</v></c><c t="e"><v>#REF!</v></c>
<c r="AA3" t="b"><v>1</v></c><c r="AB3" t="str"><f>A1</f><v>x</v></c><c r="AC3" s="3"><v>0.925</v></c></row>
</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>"""


def workbooks():
    seed("workbook", "sheet", [], SHEET)
    seed("workbook", "strings", [], SHEET + "\0<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>")
    seed("workbook", "styles", [], SHEET + '\0\0<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]d mmmm yyyy;@"/>'
         '</numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>')
    seed("workbook", "book", [], SHEET + '\0\0\0<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
         'relationships"><workbookPr date1904="1"/><sheets><sheet name="A" state="hidden" r:id="rId1"/>'
         '<sheet name="B" r:id="rId9"/></sheets></workbook>')


# -- yaml --------------------------------------------------------------------------------------------------------------


def with_files(text, files):
    return text + "".join(f"#= {name}\n{content}" for name, content in sorted(files.items()))


def yaml():
    pipelines = ROOT / "pipelines"
    law = pipelines / "regulation"
    for region in ["acuan", "sabang", "marelan"]:
        files = {}
        for folder in ["nasional", region]:
            for path in (law / folder).glob("*.yaml"):
                text = path.read_text()
                if folder == region or path.stem in (pipelines / f"{region}.yaml").read_text():
                    files[f"regulation/{folder}/{path.name}"] = text
        for path in (pipelines / "tables").glob(f"{region}-*"):
            files[f"tables/{path.name}"] = path.read_text()
        seed("definition", region, [], with_files((pipelines / f"{region}.yaml").read_text(), files))
    seed("definition", "small", [], "kinerja: 1\npipeline: uji\ntitle: U\nperiod: quarter\ningest:\n  p:\n"
         "    kind: register\n    files: p.csv\n    columns: { nip: NIP, unit: *x }\nscore: { schemes: [] }\n")
    seed("definition", "anchors", [], "a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n? [x]\n: !!int y\n<<: *a\n")
    for tests, prefixes in {
        "keterlambatan": ["kelas-"], "normalisasi": ["x-"], "penggabungan-2021": ["penggabungan", "nilai-"],
        "angka-kredit": ["angka-kredit"], "talenta": ["talenta"], "skp-ganda": ["skp", "pp30"],
        "kompetensi": ["kompetensi", "nilai-"], "dasar-penilaian": ["dasar"],
    }.items():
        files = {path.name: path.read_text() for path in (law / "nasional").glob("*.yaml")
                 if any(path.name.startswith(prefix) for prefix in prefixes)}
        seed("rules", tests, [], with_files((pipelines / f"rule-tests/{tests}.yaml").read_text(), files))


def rows():
    register = "@1;Ani;A;III/d;2020-01-01\n@2;Budi;B;IX;\n@3;Citra;A;;1 Maret 2021\n"
    good = {
        "capaian": "@1;KP;2025-03;10;9\n@1;WT;2025-06;5;6,5\n@2;KP;2025-03;100;120\n@2;KP;2025-03;100;121\n",
        "penilaian": "@1;@2;atasan;P1;90;2025-05-05\n@2;@1;rekan;P2;80;31-12-2025\n@3;@9;diri;P1;101;x\n",
        "kehadiran": "@1;2025-01;20;19;10;1\n@2;2025-02;20;21;0;0\n@4;2025-02;20;20;0;0\n",
    }
    seed("rows", "good", [], with_files(register, good))
    seed("rows", "dirt", [], with_files(register, {
        "capaian": "'198503122011011001;KP;2025-03;1.250.000,50;Rp 1.250,-\nNIP. 19850312 201101 1 002;KP ;Maret 2025;1e3;92%\n"
                   "1.98503E+17;KP;2025-13;-;\\N\n@1;kp;03/2025;0;-1\n@1;KP;2025-04;999999999999;0.000001\n",
        "kehadiran": "@1;2025-01;0;0;;\n@1;2025-02;31;31;999999999999;999999999999\n@1\n;;;;;;;\n"}))
    seed("rows", "twice", [], with_files(register + register, {"capaian": good["capaian"] * 3}))
    seed("rows", "empty", [], "")


if __name__ == "__main__":
    for make in [texts, markup, packed, workbooks, yaml, rows]:
        make()
    print(sum(1 for path in CORPUS.rglob("*") if path.is_file()), "seeds")
