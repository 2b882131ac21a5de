"""Kota Ambon, 2025-Q3: teachers, health staff and Satpol PP with the public's voice."""

import datetime

from . import people as p

PERIOD = "2025-Q3"
FIRST, LAST = datetime.date(2025, 7, 1), datetime.date(2025, 9, 30)
SCHOOLS = ["SD Negeri 1 Ambon", "SD Negeri 5 Ambon", "SD Negeri 36 Ambon", "SMP Negeri 2 Ambon",
           "SMP Negeri 6 Ambon", "SMP Negeri 14 Ambon"]
CLINICS = ["Puskesmas Rijali", "Puskesmas Waihaong", "Puskesmas Passo", "Puskesmas Poka",
           "Puskesmas Hutumuri"]
SQUADS = ["Seksi Penegakan Sirimau", "Seksi Penegakan Nusaniwe", "Seksi Penegakan Baguala",
          "Seksi Penegakan Teluk Ambon", "Seksi Penegakan Leitimur Selatan"]
ASPECTS = ["Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif",
           "Kolaboratif"]
WORDS = ["Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"]
WORD_SPELLINGS = {
    WORDS[0]: ["Diatas Ekspektasi", "DI ATAS EKSPEKTASI", "diatas  ekspektasi"],
    WORDS[1]: ["SESUAI EKSPEKTASI", "sesuai ekspektasi", "Sesuai-Ekspektasi"],
    WORDS[2]: ["Dibawah Ekspektasi", "DIBAWAH EKSPEKTASI", "di bawah ekspektasi"],
}
UNIT_SPELLINGS = {
    "SD Negeri 1 Ambon": ["SDN 1 Ambon", "SD NEGERI 1 AMBON"],
    "SMP Negeri 2 Ambon": ["SMPN 2 Ambon", "SMP N 2 Ambon"],
    "Puskesmas Rijali": ["PKM Rijali", "UPTD Puskesmas Rijali"],
    "Puskesmas Passo": ["PKM. Passo", "PUSKESMAS PASSO"],
    "Seksi Penegakan Sirimau": ["Sie Penegakan Sirimau", "Seksi Gakda Sirimau"],
}
JOBS = {
    "disdik": ["Guru Ahli Pertama", "Guru Ahli Muda", "Guru Ahli Madya"],
    "dinkes": ["Perawat Terampil", "Bidan Terampil", "Dokter Ahli Pertama"],
    "satpolpp": ["Polisi Pamong Praja Terampil", "Polisi Pamong Praja Ahli Pertama"],
}
HEADINGS = ["PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN",
            "JENIS PEGAWAI", "KEDUDUKAN HUKUM", "TMT CPNS", "GOL AKHIR", "NAMA JABATAN",
            "TMT JABATAN", "KELAS JABATAN", "NAMA UNOR", "UNOR INDUK", "NIP ATASAN", "PLT"]
PARENTS = {"disdik": "Dinas Pendidikan", "dinkes": "Dinas Kesehatan",
           "satpolpp": "Satuan Polisi Pamong Praja"}
INDICATORS = [
    # kode, nama, satuan, arah, bobot, target, min, maks, batas
    ("GR-NA", "Rata-rata nilai sumatif siswa", "nilai", "naik", 4, 75, "", "", ""),
    ("GR-HD", "Kehadiran siswa", "persen", "naik", 3, 95, "", "", 105),
    ("GR-JM", "Jam tatap muka per minggu", "jam", "rentang", 2, "", 24, 40, ""),
    ("GR-TK", "Siswa tanpa keterangan per minggu", "siswa", "turun", 1, 4, "", "", ""),
    ("KS-WT", "Waktu tunggu rawat jalan", "menit", "turun", 4, 60, "", "", ""),
    ("KS-CK", "Cakupan kunjungan sasaran", "persen", "naik", 4, 90, "", "", ""),
    ("KS-KR", "Kunjungan rumah", "kunjungan", "naik", 2, 10, "", "", ""),
    ("PP-TL", "Pelanggaran perda dilaporkan dan ditangani", "kasus", "naik", 5, "", "", "", ""),
    ("PP-RT", "Waktu tanggap laporan", "menit", "turun", 3, 30, "", "", ""),
    ("PP-PT", "Patroli wilayah", "kali", "naik", 2, 40, "", "", ""),
]
MONTHS = [7, 8, 9]


class Region:
    """The people, and what is to be written about them."""

    def __init__(self, seed: int):
        self.seed, self.notes = seed, []
        self.people = p.People(p.rng(seed, "ambon", "people"))
        r = p.rng(seed, "ambon", "staff")
        self.staff = []
        for opd, units, count in (("disdik", SCHOOLS, 190), ("dinkes", CLINICS, 150),
                                  ("satpolpp", SQUADS, 92)):
            for index in range(count):
                head = index < len(units)
                person = self.people.person(0.0 if head else 0.28, senior=head)
                person.opd, person.head = opd, head
                person.unit = units[index % len(units)]
                person.job = r.choice(JOBS[opd])
                start = p.day(r, 2016, 2024)
                person.start = max(start, person.tmt)
                person.status, person.moved, person.only_register = "Aktif", None, False
                person.quality = r.gauss(0, 1)
                self.staff.append(person)
        for person in self.staff:
            heads = [x for x in self.staff if x.head and x.unit == person.unit]
            person.superior = heads[0] if heads[0] is not person else self.staff[0]
        self.choose(r)

    def ordinary(self, opd: str) -> list:
        return [x for x in self.staff if x.opd == opd and not x.head]

    def choose(self, r) -> None:
        """Who is transferred, on leave, without evidence: fixed places in each service."""
        teachers, health, squad = (self.ordinary(x) for x in ("disdik", "dinkes", "satpolpp"))
        for person, units in ((teachers[3], SCHOOLS), (teachers[40], SCHOOLS),
                              (health[5], CLINICS), (health[60], CLINICS), (health[100], CLINICS),
                              (squad[7], SQUADS), (squad[30], SQUADS)):
            others = [u for u in units if u != person.unit]
            person.moved = (r.choice(others), datetime.date(2025, r.choice([7, 8, 9]),
                                                            r.choice([10, 15, 21])))
        for person, status in ((teachers[10], "Cuti Diluar Tanggungan Negara"),
                               (health[20], "CLTN"), (squad[12], "CLTN"),
                               (teachers[11], "Tugas Belajar"), (health[21], "TB"),
                               (health[22], "TUGAS BELAJAR")):
            person.status = status
        self.no_result = {teachers[20].nip, teachers[21].nip, health[40].nip}
        self.thin_result = teachers[22]
        self.no_rating = {teachers[23].nip, squad[20].nip}
        self.only_self = health[41]
        self.nothing = teachers[24]
        self.few_peers = {teachers[30].nip, health[50].nip}
        self.no_superior_rating = {squad[40].nip}
        clerks = []
        for unit in (SCHOOLS[0], CLINICS[0], SQUADS[0]):
            person = self.people.person(0.0)
            person.opd = {SCHOOLS[0]: "disdik", CLINICS[0]: "dinkes"}.get(unit, "satpolpp")
            person.unit, person.job, person.start = unit, "Pengadministrasi Umum", person.tmt
            person.status, person.moved, person.head = "Aktif", None, False
            person.quality, person.only_register = 0, False
            person.superior = next(x for x in self.staff if x.head and x.unit == unit)
            clerks.append(person)
        self.staff += clerks

    def note(self, file: str, look: str, what: str, outcome: str) -> None:
        self.notes.append((file, look, what, outcome))


# --- reference and register -----------------------------------------------------------------------

def reference(g: Region, folder: p.Folder) -> None:
    units = p.CSV(["Id", "NamaUnor", "DiatasanId", "Kelompok"])
    number = 100
    for opd, names, group in (("disdik", SCHOOLS, "sekolah"), ("dinkes", CLINICS, "puskesmas"),
                              ("satpolpp", SQUADS, "satpol")):
        parent = number
        units.row(f"CTH-{number}", PARENTS[opd], "CTH-1", "dinas")
        for unit in names:
            number += 1
            units.row(f"CTH-{number}", "--" + unit, f"CTH-{parent}", group)
        number += 1
    folder.write("referensi/unor.csv", units)
    g.note("referensi/unor.csv", "--SD Negeri", "nama unit menjorok dengan `--`", "dibaca")
    table = p.CSV(["kode_indikator", "indikator", "satuan", "arah", "bobot_indikator", "target",
                   "target_min", "target_maks", "batas"])
    for row in INDICATORS:
        table.row(*row)
    table.row("GR-YY", "Contoh rentang tanpa batas atas", "jam", "rentang", 1, "", 10, "", "")
    table.row("GR-ZZ", "Contoh arah yang tidak dikenal", "jam", "samping", 1, 10, "", "", "")
    folder.write("referensi/indikator.csv", table)
    g.note("referensi/indikator.csv", "GR-YY", "arah rentang tanpa target_maks", "ditolak: missing")
    g.note("referensi/indikator.csv", "GR-ZZ", "arah di luar daftar", "ditolak: code-list")


def register_row(person, index: int, **other) -> list:
    cells = {
        "PNS ID": f"CTH-{index:06d}", "NIP BARU": person.nip, "NIP LAMA": "", "NAMA": person.name,
        "TANGGAL LAHIR": p.date_dmy(person.birth), "JENIS KELAMIN": person.kelamin,
        "JENIS PEGAWAI": person.jenis, "KEDUDUKAN HUKUM": person.status,
        "TMT CPNS": p.date_dmy(person.tmt), "GOL AKHIR": person.golongan,
        "NAMA JABATAN": person.job, "TMT JABATAN": p.date_dmy(person.start),
        "KELAS JABATAN": 7 + index % 4, "NAMA UNOR": person.unit,
        "UNOR INDUK": PARENTS[person.opd], "NIP ATASAN": person.superior.nip, "PLT": "0",
    }
    cells.update(other)
    return [cells[heading] for heading in HEADINGS]


def spellings(g: Region, r, person, cells: dict) -> None:
    """Spellings that a careful reader understands; none of them loses the row."""
    if r.random() < 0.25:
        cells["GOL AKHIR"] = p.golongan_spelling(r, person.golongan)
    if r.random() < 0.3 and person.unit in UNIT_SPELLINGS:
        cells["NAMA UNOR"] = r.choice(UNIT_SPELLINGS[person.unit])
    if r.random() < 0.1:
        cells["TMT JABATAN"] = r.choice([p.date_words(person.start), person.start.isoformat(),
                                         p.date_dmy(person.start, "/")])
    if r.random() < 0.05:
        cells["NAMA JABATAN"] = person.job.upper() + " "
    if r.random() < 0.03:
        cells["JENIS PEGAWAI"] = "P3K" if person.pppk else "Pegawai Negeri Sipil"
    if r.random() < 0.02:
        cells["NIP BARU"] = r.choice([p.nip_spaced, p.nip_tab, p.nip_prefixed,
                                      p.nip_apostrophe])(person.nip)


def register(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "ambon", "register")
    files = {}
    for opd in JOBS:
        files[opd] = p.CSV(HEADINGS, delimiter=";", encoding="windows-1252", line_end="\r\n")
    for index, person in enumerate(g.staff, 1):
        cells: dict = {}
        spellings(g, r, person, cells)
        files[person.opd].row(*register_row(person, index, **cells))
        if person.moved:
            unit, since = person.moved
            files[person.opd].row(*register_row(
                person, index, **{"NAMA UNOR": unit, "TMT JABATAN": p.date_dmy(since)}))
            g.note(f"pegawai/{person.opd}_2025-09", person.nip,
                   f"pindah dari {person.unit} ke {unit} pada {since}", "dua baris dipakai")
    register_dirt(g, files)
    folder.write("pegawai/disdik_2025-09_v1.csv", files["disdik"])
    folder.write("pegawai/dinkes_2025-09_v1.csv", files["dinkes"])
    folder.write("pegawai/satpolpp_2025-09_v2.csv", files["satpolpp"])
    old = p.CSV(HEADINGS, delimiter=";", encoding="windows-1252", line_end="\r\n")
    for index, person in enumerate(x for x in g.staff if x.opd == "satpolpp"):
        old.row(*register_row(person, index, **{"NAMA UNOR": SQUADS[0]}))
    old.row("CTH-X", "bukan NIP", *[""] * 15)
    folder.write("pegawai/satpolpp_2025-09_v1.csv", old)
    g.note("pegawai/satpolpp_2025-09_v1.csv", "seluruh berkas",
           "digantikan oleh versi 2", "semua baris terhitung diganti")


def register_dirt(g: Region, files: dict) -> None:
    """One broken row each, about people who exist for this purpose alone."""
    def spare(opd: str, unit: str, job: str | None = None):
        person = g.people.person(0.0)
        person.opd, person.unit, person.job = opd, unit, job or JOBS[opd][0]
        person.start, person.status, person.moved = person.tmt, "Aktif", None
        person.superior = next(x for x in g.staff if x.head and x.unit == unit)
        return person

    teachers = files["disdik"]
    name = "pegawai/disdik_2025-09_v1.csv"

    def broken(text: str, outcome: str, **cells):
        person = spare("disdik", SCHOOLS[1])
        teachers.row(*register_row(person, 900, **cells))
        g.note(name, cells.get("NIP BARU", person.nip), text, "ditolak: " + outcome)
        return person

    g.rejected = [
        broken("GOL AKHIR I/E tidak ada", "golongan", **{"GOL AKHIR": "I/E"}),
        broken("TMT JABATAN 31-02-2025", "date", **{"TMT JABATAN": "31-02-2025"}),
        broken("TANGGAL LAHIR diisi tanggal unduh", "nip-mismatch",
               **{"TANGGAL LAHIR": "30-09-2025"}),
        broken("KELAS JABATAN 18", "range", **{"KELAS JABATAN": 18}),
        broken("KELAS JABATAN dengan kata", "number", **{"KELAS JABATAN": "tujuh"}),
        broken("JENIS PEGAWAI honorer", "JENIS (code-list)", **{"JENIS PEGAWAI": "Honorer"}),
        broken("KEDUDUKAN HUKUM Pensiun", "forbidden", **{"KEDUDUKAN HUKUM": "Pensiun"}),
        broken("unit yang tidak ada", "unknown-unit", **{"NAMA UNOR": "SD Negeri 99 Antah"}),
        broken("NAMA kosong (`-`)", "missing", **{"NAMA": "-"}),
        broken("PLT mungkin", "flag", **{"PLT": "mungkin"}),
    ]
    scientific = p.nip_scientific(spare("disdik", SCHOOLS[1]).nip)
    broken("NIP rusak oleh lembar kerja", "nip", **{"NIP BARU": scientific})
    broken("NIP lama 9 angka", "nip", **{"NIP BARU": "130012345"})
    broken("NIP dengan bulan lahir 13", "nip", **{"NIP BARU": "198513122011011901"})
    stray = spare("disdik", SCHOOLS[2])
    line = teachers.delimiter.join(str(x) for x in register_row(stray, 950))
    teachers.insert_raw(60, line.replace(stray.name, '"' + stray.plain))
    after = spare("disdik", SCHOOLS[2])
    after.name = after.plain + ", S.Pd."
    teachers.insert_raw(61, teachers.delimiter.join(
        str(x) for x in register_row(after, 951)).replace(after.name, f'"{after.name}"'))
    g.note(name, stray.nip, "kutip nyasar di awal NAMA; baris berikutnya tetap selamat",
           "ditolak: quoting")
    g.extra = [after]
    clinics = files["dinkes"]
    name = "pegawai/dinkes_2025-09_v1.csv"
    newline = spare("dinkes", CLINICS[1])
    clinics.insert(20, *register_row(newline, 960, **{"NIP BARU": p.nip_newline(newline.nip)}))
    g.note(name, newline.nip, "ganti baris di dalam NIP yang dikutip", "dipakai, dua baris fisik")
    accent = spare("dinkes", CLINICS[2])
    accent.name = "René D\u2019Contoh Rekaan"
    clinics.insert(30, *register_row(accent, 961))
    g.note(name, accent.nip, "é dan ’ dalam windows-1252", "dipakai")
    g.extra += [newline, accent]
    twice = g.ordinary("dinkes")[70]
    clinics.row(*register_row(twice, 962, NAMA="Baris Ganda Contoh"))
    g.note(name, "Baris Ganda Contoh", "kunci sama dengan baris terdahulu", "ditolak: duplicate")
    short = spare("dinkes", CLINICS[3])
    clinics.raw(";".join(str(x) for x in register_row(short, 963)[:-2]))
    g.note(name, short.nip, "dua sel kurang", "ditolak: cell-count")
    acting = g.ordinary("dinkes")[71]
    clinics.row(*register_row(acting, 964, **{
        "NAMA UNOR": CLINICS[4], "TMT JABATAN": "01-08-2025", "PLT": "1"}))
    g.note(name, acting.nip, f"baris Plt di {CLINICS[4]}", "disisihkan; baris definitif dipakai")
    only = spare("dinkes", CLINICS[4])
    clinics.row(*register_row(only, 965, PLT="1"))
    g.note(name, only.nip, "orang dengan baris Plt saja", "disisihkan")
    for person in g.staff:
        if person.status != "Aktif":
            g.note(f"pegawai/{person.opd}_2025-09", person.nip, person.status, "dikecualikan")


# --- attainment -----------------------------------------------------------------------------------

def school_value(r, person, code: str) -> tuple:
    q = person.quality
    if code == "GR-NA":
        return 75, round(min(100, max(45, 77 + 4 * q + r.gauss(0, 4))), 1)
    if code == "GR-HD":
        return 95, round(min(100, max(70, 94 + 2 * q + r.gauss(0, 3))), 1)
    if code == "GR-JM":
        return "", max(12, round(30 + 4 * q + r.gauss(0, 6)))
    return 4, max(0, round(3 - q + r.gauss(0, 2)))


def month_spelling(r, month: int) -> str:
    return r.choice([p.month_words(2025, month)] * 6 + [
        f"2025-{month:02d}", f"{month:02d}-2025", f"2025{month:02d}",
        p.MONTHS[month - 1][:3] + " 2025"])


def schools(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "ambon", "sekolah")
    files = {m: p.CSV(["NIP ", "KODE INDIKATOR", "BULAN", "TARGET", "REALISASI", "CATATAN"],
                      delimiter=";", line_end="\r\n" if m == 9 else "\n") for m in MONTHS}
    facts = {}
    teachers = [x for x in g.staff + g.extra if x.opd == "disdik"]
    for month in MONTHS:
        for person in teachers:
            if person.nip in g.no_result or person is g.nothing:
                continue
            if person.job == "Pengadministrasi Umum":
                continue
            person.quality = getattr(person, "quality", 0)
            for code in ("GR-NA", "GR-HD", "GR-JM", "GR-TK"):
                target, actual = school_value(r, person, code)
                if person is g.thin_result and code in ("GR-NA", "GR-HD"):
                    continue
                if r.random() < 0.01:
                    continue
                facts[person.nip, code, month] = actual
                text = p.comma(actual)
                if code == "GR-HD" and r.random() < 0.03:
                    text += r.choice([" %", "%"])
                nip = person.nip
                if r.random() < 0.01:
                    nip = r.choice([p.nip_spaced, p.nip_tab, p.nip_prefixed])(nip)
                if code == "GR-NA" and r.random() < 0.05:
                    target = "-"
                files[month].row(nip, code, month_spelling(r, month), p.comma(target), text, "")
    school_dirt(g, files, teachers)
    g.school_facts = facts
    for month in MONTHS:
        folder.write(f"capaian/sekolah/2025-{month:02d}.csv", files[month])
    folder.write("capaian/sekolah/2025-08_kirim-ulang.csv", files[8])
    g.note("capaian/sekolah/2025-08.csv", "seluruh berkas",
           "isi sama dengan 2025-08_kirim-ulang.csv: yang kedua menurut jalur disisihkan",
           "disisihkan, temuan")


def school_dirt(g: Region, files: dict, teachers: list) -> None:
    july, august, september = (files[m] for m in MONTHS)
    t = [x for x in teachers if x.nip not in g.no_result and x.status == "Aktif"]

    def note(month: int, look: str, what: str, outcome: str) -> None:
        g.note(f"capaian/sekolah/2025-{month:02d}.csv", look, what, outcome)

    july.row(t[50].nip, "GR-NA", "Juli 2025", "75", "99,9", "baris ganda")
    note(7, "baris ganda", "kunci sama, nilai lain", "ditolak: GANDA (duplicate)")
    july.row(t[51].nip, "GR-QQ", "Juli 2025", "75", "80", "indikator asing")
    note(7, "indikator asing", "kode GR-QQ tidak ada", "ditolak: unknown-indicator")
    july.row(t[51].nip, "KS-WT", "Juli 2025", "60", "50", "pola lain")
    note(7, "pola lain", "indikator ada tetapi bukan GR-", "ditolak: pattern")
    july.row(g.rejected[0].nip, "GR-NA", "Juli 2025", "75", "80", "")
    note(7, g.rejected[0].nip, "barisnya di daftar pegawai ditolak", "ditolak: unknown-person")
    july.row("199001012015011999", "GR-NA", "Juli 2025", "75", "80", "orang asing")
    note(7, "orang asing", "NIP tidak ada di daftar pegawai", "ditolak: unknown-person")
    july.row(t[52].nip, "GR-NA", "Juni 2025", "75", "80", "bulan lalu")
    note(7, "bulan lalu", "Juni di luar periode", "disisihkan")
    july.raw_bytes(f"{t[53].nip};GR-NA;2025-06;75;80;rusak ".encode() + b"\xff\xfe")
    note(7, "rusak", "bukan UTF-8", "ditolak: encoding")
    july.raw(f"{t[53].nip};GR-NA;2025-06;75;80;" + "panjang " * 700)
    note(7, "panjang panjang", "satu baris lebih dari record_bytes", "ditolak: too-long")
    july.raw(f"{t[54].nip};GR-NA;Juli 2025;75;80")
    note(7, t[54].nip + ";GR-NA;Juli 2025;75;80", "satu sel kurang", "ditolak: KOLOM (cell-count)")
    august.insert_raw(30, f'"{t[55].nip};GR-NA;Agustus 2025;75;80;kutip nyasar')
    august.insert_raw(31, f'{t[56].nip};GR-NA;Juni 2025;75;80;"catatan "" berkutip; dua baris\n'
                          'berlanjut"')
    note(8, "kutip nyasar", "kutip terbuka di awal baris", "ditolak: quoting")
    note(8, "berkutip", "catatan dua baris dengan kutip ganda, bulan Juni", "disisihkan")
    august.row(t[57].nip, "GR-TK", "Juni 2025", "", "2", "tanpa target")
    note(8, "tanpa target", "arah turun wajib bertarget", "ditolak: TARGET_TURUN (missing)")
    august.row(t[58].nip, "GR-NA", "Juni 2025", "75", "#N/A", "tanpa realisasi")
    note(8, "tanpa realisasi", "realisasi `#N/A`", "ditolak: missing")
    august.row(t[59].nip, "GR-NA", "Juni 2025", "75", "-3", "negatif")
    note(8, "negatif", "realisasi di bawah 0", "ditolak: range")
    september.row(t[60].nip, "GR-NA", "Juni 2025", "75", "delapan", "kata")
    note(9, ";kata", "angka ditulis dengan kata", "ditolak: number")
    september.row(t[61].nip, "GR-NA", "Sptmbr 2025", "75", "80", "bulan salah eja")
    note(9, "bulan salah eja", "bulan tidak dikenal", "ditolak: date")
    zero = g.extra[0]
    september.row(zero.nip, "GR-HD", "Oktober 2025", "0", "80", "oktober")
    note(9, "oktober", "Oktober di luar periode", "disisihkan")
    spare = next(x for x in t if x.job == JOBS["disdik"][0] and x.moved is None)
    for index, part in enumerate(september.parts):
        if isinstance(part, str) and part.startswith(f"{spare.nip};GR-HD;"):
            september.parts[index] = part.replace(";95;", ";0;")
            note(9, f"{spare.nip};GR-HD", "target 0", "dipakai; temuan, dihitung tidak ada nilai")
    for person in g.staff:
        if person.nip in g.no_result:
            g.note("capaian", person.nip, "tanpa capaian", "tanpa nilai: TANPA_CAPAIAN")
    g.note("capaian", g.thin_result.nip, "hanya GR-JM dan GR-TK: 30 dari 100 bobot, minimum 60",
           "tanpa nilai: TANPA_CAPAIAN")
    g.note("capaian", g.nothing.nip, "tanpa capaian dan tanpa penilaian",
           "tanpa nilai: TANPA_KEDUANYA")


def clinics(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "ambon", "puskesmas")
    staff = [x for x in g.staff + g.extra
             if x.opd == "dinkes" and x.job in JOBS["dinkes"] and x.nip not in g.no_result]
    for month in MONTHS:
        x = p.XML("capaian", "baris")
        for person in staff:
            q = getattr(person, "quality", 0)
            values = [("KS-WT", r.choice(["60", ""]), round(max(0, 58 - 6 * q + r.gauss(0, 10)), 2)),
                      ("KS-CK", "90", round(min(100, 86 + 4 * q + r.gauss(0, 5)), 1)),
                      ("KS-KR", "10", max(0, round(10 + 2 * q + r.gauss(0, 2))))]
            for code, target, actual in values:
                if r.random() < 0.01:
                    continue
                x.record({"nip": person.nip}, [
                    ("indikator", code), ("bulan", f"2025-{month:02d}"), ("target", target),
                    ("realisasi", actual)], one_line=r.random() < 0.9)
        name = f"capaian/puskesmas-2025-{month:02d}.xml.gz"
        person = staff[8]
        if month == 7:
            x.raw("  <!-- catatan operator: baris berikut\n       diketik tangan -->")
            x.raw(f'  <baris\n      nip="{p.nip_spaced(person.nip)}"\n  ><indikator><![CDATA[KS-KR]]>'
                  "</indikator><bulan>2025-06</bulan><target>10</target>"
                  "<realisasi>&#49;2</realisasi></baris>")
            g.note(name, "CDATA", "tag beberapa baris, CDATA, rujukan huruf; bulan Juni",
                   "disisihkan")
            x.raw(f'  <baris nip="{person.nip}"><indikator>KS-KR</indikator>'
                  "<bulan>2025-06</bulan><realisasi>9</realisasi></baris>")
            g.note(name, "tanpa <target>", "unsur anak kurang", "ditolak: cell-count")
            x.raw(f'  <baris nip="{person.nip}"><indikator>KS-KR</indikator><bulan>2025-06</bulan>'
                  "<target>10</target><realisasi>9</realisasi><lain>x</lain></baris>")
            g.note(name, "<lain>", "unsur anak berlebih", "ditolak: cell-count")
        if month == 8:
            for actual, code, what in (("55.555", "number", "tiga tempat desimal"),
                                       ("-4", "range", "negatif"), ("55,5", "number", "koma"),
                                       ("", "missing", "realisasi kosong")):
                x.record({"nip": person.nip}, [("indikator", "KS-WT"), ("bulan", "2025-06"),
                                               ("target", "60"), ("realisasi", actual)])
                g.note(name, f"<realisasi>{actual}<", what, "ditolak: " + code)
            x.record({"nip": "198513122011011901"}, [
                ("indikator", "KS-WT"), ("bulan", "2025-08"), ("target", "60"),
                ("realisasi", "30")])
            g.note(name, "198513122011011901", "bulan lahir 13", "ditolak: nip")
        folder.write(name, x)


def squads(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "ambon", "penegakan")
    table = p.CSV(["SEKSI", "KODE", "BULAN", "DILAPORKAN", "DITANGANI"], delimiter="|")
    name = "capaian/penegakan.csv"
    for month in MONTHS:
        for unit in SQUADS:
            reported = r.randrange(12, 40)
            if month == 8 and unit == SQUADS[4]:
                table.row(unit, "PP-TL", f"2025-{month:02d}", 0, 0)
                g.note(name, f"{unit}|PP-TL|2025-08|0|0", "target 0",
                       "dipakai; temuan, dihitung tidak ada nilai")
            else:
                table.row(r.choice(UNIT_SPELLINGS.get(unit, [unit])), "PP-TL",
                          f"2025-{month:02d}", reported, reported - r.randrange(0, 8))
            table.row(unit, "PP-RT", f"2025-{month:02d}", 30, r.randrange(20, 45))
            table.row(unit, "PP-PT", f"2025-{month:02d}", r.choice([40, ""]), r.randrange(28, 52))
    table.raw(f"{SQUADS[0]}|PP-PT|2025-10|40|44")
    g.note(name, "2025-10", "di luar periode, dengan aturan within", "ditolak: period")
    table.blank()
    g.note(name, "(baris kosong)", "blank_lines: reject", "ditolak: blank")
    table.raw(f"{SQUADS[0]}|PP-TL|2025-09|20|25")
    g.note(name, "|20|25", "ditangani melebihi dilaporkan", "ditolak: compare")
    table.raw("Seksi Antah Berantah|PP-TL|2025-09|20|15")
    g.note(name, "Antah Berantah", "unit tidak ada", "ditolak: unknown-unit")
    table.raw(f"{SQUADS[1]}|PP-TL|2025-09|12.5|10")
    g.note(name, "12.5", "laporan bukan bilangan bulat", "ditolak: number")
    folder.write(name, table)


# --- the public -----------------------------------------------------------------------------------

def slug(unit: str) -> str:
    return unit.lower().replace(" ", "-")


def skm_forms(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "ambon", "skm")
    for unit in SCHOOLS + CLINICS + SQUADS:
        mood = r.gauss(3.3, 0.2)
        count = 6 if unit == "Puskesmas Hutumuri" else r.randrange(22, 46)
        table = p.CSV(None, bom=True)
        table.row("SURVEI KEPUASAN MASYARAKAT")
        table.row(f"{unit}, Triwulan III 2025")
        table.blank()
        table.row("NO. RESP", *[f"U{n}" for n in range(1, 10)])
        sums = [0] * 9
        for number in range(1, count + 1):
            answers: list = [min(4, max(1, round(r.gauss(mood, 0.7)))) for _ in range(9)]
            if r.random() < 0.04:
                answers[r.randrange(9)] = ""
            sums = [s + (a or 0) for s, a in zip(sums, answers)]
            table.row(number, *answers)
        name = f"skm/{slug(unit)}.csv"
        if unit == CLINICS[0]:
            table.row(901, 5, 3, 3, 3, 3, 3, 3, 3, 3)
            table.row(902, 3, 3, 3, 3, 3, 3, 3, "baik", 3)
            table.row(1, 4, 4, 4, 4, 4, 4, 4, 4, 4)
            g.note(name, "901", "jawaban 5 pada skala 1..4", "ditolak: range")
            g.note(name, "902", "jawaban dengan kata", "ditolak: number")
            g.note(name, "1,4,4,4,4,4,4,4,4,4", "responden 1 dua kali", "ditolak: duplicate")
        table.blank()
        table.row("ΣNilai/Unsur", *sums)
        means = [s / count for s in sums]
        table.row("NRR/Unsur", *[p.comma(f"{m:.2f}") for m in means])
        table.row("NRR Tertimbang/Unsur", *[p.comma(f"{m * 0.11:.3f}") for m in means])
        table.blank()
        table.row("IKM Unit Pelayanan", p.comma(f"{sum(means) * 0.11 * 25:.2f}"))
        table.row("Mutu Pelayanan", "B (Baik)")
        table.blank()
        table.raw("Keterangan Unsur:")
        table.raw("U1,Persyaratan pelayanan")
        folder.write(name, table)
        if count < 10:
            g.note(name, "seluruh berkas", f"hanya {count} formulir, minimum 10",
                   "dipakai; masyarakat tanpa nilai, bobot dibagi ulang")
    g.note("skm/*.csv", "baris 1-3 dan ΣNilai", "BOM, judul, rekap di kaki berkas", "dilewati")


def surveys(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "ambon", "survei")
    for month in MONTHS:
        x = p.XML("survei", "formulir")
        for unit in CLINICS:
            mood = r.gauss(3.2, 0.25)
            for number in range(1, r.randrange(12, 20)):
                answers = [min(4, max(1, round(r.gauss(mood, 0.7)))) for _ in range(5)]
                inner = "".join(f"<u{n}>{a}</u{n}>" for n, a in enumerate(answers, 1))
                x.raw(f'  <formulir unit="{unit}" nomor="{month}-{number}">'
                      f"<tanggal>{r.randrange(1, 29):02d}-{month:02d}-2025</tanggal>"
                      f"<jawaban>{inner}</jawaban></formulir>")
        name = f"survei/pasien-2025-{month:02d}.xml.gz"
        if month == 9:
            x.raw('  <formulir unit="PKM Passo" nomor="9-91"><tanggal>2 Oktober 2025</tanggal>'
                  "<jawaban><u1>4</u1><u2>4</u2><u3>4</u3><u4>4</u4><u5>4</u5></jawaban></formulir>")
            g.note(name, "9-91", "tanggal di luar periode", "disisihkan")
            x.raw('  <formulir unit="PKM Passo" nomor="9-92"><tanggal>2 September 2025</tanggal>'
                  "<jawaban><u1>0</u1><u2>4</u2><u3>4</u3><u4>4</u4><u5>4</u5></jawaban></formulir>")
            g.note(name, "9-92", "jawaban 0", "ditolak: range")
        folder.write(name, x)
    table = p.CSV(["Unit Penertiban", "Nomor", "Tanggal", "Adil", "Santun", "Jelas"],
                  encoding="utf-16-le", bom=True)
    for unit in SQUADS:
        mood = r.gauss(3.7, 0.3)
        for number in range(1, r.randrange(14, 26)):
            answers: list = [min(5, max(1, round(r.gauss(mood, 1)))) for _ in range(3)]
            if r.random() < 0.06:
                answers[r.randrange(3)] = "-"
            date = datetime.date(2025, r.choice(MONTHS), r.randrange(1, 29))
            table.row(unit, number, p.date_dmy(date, "/"), *answers)
    table.row(SQUADS[2], 801, "31/09/2025", 4, 4, 4)
    g.note("survei/warga.csv.gz", "801", "31 September tidak ada", "ditolak: date")
    table.row("Seksi Rekaan", 802, "30/09/2025", 4, 4, 4)
    g.note("survei/warga.csv.gz", "802", "unit tidak ada", "ditolak: unknown-unit")
    folder.write("survei/warga.csv.gz", table)


# --- conduct, sanctions, appeals ------------------------------------------------------------------

def word(r, quality: float) -> str:
    value = quality + r.gauss(0, 1)
    kind = WORDS[0] if value > 0.7 else WORDS[1] if value > -1.6 else WORDS[2]
    return r.choice(WORD_SPELLINGS[kind]) if r.random() < 0.1 else kind


def ratings(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "ambon", "penilaian")
    header = ["nip_dinilai", "nama_dinilai", "nip_penilai", "peran", "aspek", "predikat",
              "tanggal"]
    for opd in JOBS:
        table = p.CSV(header)
        members = [x for x in g.staff + g.extra if x.opd == opd]
        for person in members:
            if person.nip in g.no_rating or person is g.nothing:
                continue
            if person.job == "Pengadministrasi Umum":
                continue
            peers = r.sample([x for x in members if x is not person and x in g.staff],
                             1 if person.nip in g.few_peers else r.choice([2, 2, 3]))
            raters = [("diri", person)]
            if person is not g.only_self:
                raters += [("rekan", x) for x in peers]
                if person.nip not in g.no_superior_rating:
                    raters.append(("atasan", person.superior))
            for role, rater in raters:
                date = datetime.date(2025, 9, r.randrange(8, 29))
                text = r.choice([date.isoformat()] * 5 + [f"{date} 09:15:00"])
                spelled = r.choice([role] * 6 + {"diri": ["Diri Sendiri"], "atasan": [
                    "Atasan Langsung"], "rekan": ["Rekan Kerja", "Rekan Sejawat"]}[role])
                for aspect in ASPECTS:
                    quality = getattr(person, "quality", 0) + (0.6 if role == "diri" else 0)
                    table.row(person.nip, person.name, rater.nip, spelled, aspect,
                              word(r, quality), text)
        if opd == "disdik":
            rating_dirt(g, table, members)
        folder.write(f"perilaku/penilaian-{opd}.csv.gz", table)
    for nip, what in [(x, "tanpa penilaian") for x in sorted(g.no_rating)] + [
            (g.only_self.nip, "hanya menilai diri sendiri")]:
        g.note("perilaku", nip, what, "tanpa nilai: TANPA_PERILAKU")
    for nip in sorted(g.few_peers):
        g.note("perilaku", nip, "hanya satu rekan, minimum dua", "peran rekan gugur")


def rating_dirt(g: Region, table: p.CSV, members: list) -> None:
    name = "perilaku/penilaian-disdik.csv.gz"
    who, rater = members[60], members[61]
    day = "2025-09-05"
    for cells, what, outcome in (
            ((who.nip, "r1", rater.nip, "rekan", "Loyal", "bagus sekali", day),
             "kata di luar daftar", "ditolak: word"),
            ((who.nip, "r2", rater.nip, "tetangga", "Loyal", WORDS[0], day),
             "peran tidak dikenal", "ditolak: code-list"),
            ((who.nip, "r3", rater.nip, "rekan", "loyal", WORDS[0], day),
             "aspek dengan huruf kecil, exact", "ditolak: code-list"),
            ((who.nip, "r4", "199001012015011998", "rekan", "Loyal", WORDS[0], day),
             "penilai tidak ada di daftar pegawai", "ditolak: reference"),
            ((who.nip, "r5", "", "rekan", "Loyal", WORDS[0], day), "penilai kosong",
             "ditolak: missing"),
            ((who.nip, "r6", rater.nip, "rekan", "Loyal", WORDS[0], "2025-10-03"),
             "tanggal di luar periode", "disisihkan"),
            ((who.nip, "r7", rater.nip, "rekan", "Loyal", WORDS[0], "2025-09-31"),
             "tanggal tidak ada", "ditolak: date")):
        table.row(*cells)
        g.note(name, cells[1], what, outcome)
    table.raw(f"{who.nip},Contoh Rekaan, S.Pd.,{rater.nip},rekan,Loyal,{WORDS[0]},{day}")
    g.note(name, "Contoh Rekaan, S.Pd.", "nama dengan koma tanpa kutip", "ditolak: cell-count")
    table.parts.append(table.parts[200])
    g.note(name, table.parts[200].split(",")[0], "baris terakhir mengulang baris 201",
           "ditolak: duplicate")


def sanctions(g: Region, folder: p.Folder) -> None:
    table = p.CSV(["NIP", "TINGKAT", "TMT HUKUMAN", "LAMA BULAN", "NO SK"], delimiter=";")
    t, h, s = (g.ordinary(x) for x in ("disdik", "dinkes", "satpolpp"))
    for nip, level, start, months, what in (
            (t[70].nip, "ringan", "01-08-2025", 1, "faktor 0,9"),
            (h[75].nip, "Sedang", "1 Maret 2025", 9, "faktor 0,75"),
            (s[50].nip, "sedang", "2025-01-01", 6, "selesai 30 Juni: tidak berlaku"),
            (s[51].nip, "ringan", "01-07-2025", 2, "dua hukuman: yang terberat berlaku"),
            (s[51].nip, "berat", "15/09/2025", 12, "dua hukuman: yang terberat berlaku")):
        table.row(nip, level, start, months, f"SK-CTH/{len(table.parts):03d}")
        g.note("hukdis.csv", nip, f"{level} {start} {months} bulan", what)
    table.row(t[71].nip, "sangat berat", "01-08-2025", 1, "SK-CTH/090")
    g.note("hukdis.csv", "SK-CTH/090", "tingkat tidak dikenal", "ditolak: code-list")
    table.row("197001011995011997", "ringan", "01-08-2025", 1, "SK-CTH/091")
    g.note("hukdis.csv", "SK-CTH/091", "NIP tidak ada di daftar pegawai", "ditolak: unknown-person")
    folder.write("hukdis.csv", table)


def appeals(g: Region, folder: p.Folder) -> None:
    table = p.CSV(["nip", "sumber", "kunci", "kolom", "nilai_lama", "nilai_baru", "dokumen",
                   "tanggal"])
    found = [(key, value) for key, value in g.school_facts.items()
             if key[1] == "GR-JM" and key[2] == 8 and value != 35][20:24]
    for number, ((nip, code, month), value) in enumerate(found, 1):
        wrong = number == 3
        table.row(nip, "sekolah", f"{code}|2025-{month:02d}", "realisasi",
                  value + 50 if wrong else value, 35, f"KEB-CTH/{number:02d}", "2025-10-06")
        g.note("koreksi.csv", f"KEB-CTH/{number:02d}",
               "nilai lama berbeda dari yang tercatat" if wrong else "keberatan dikabulkan",
               "ditolak: compare" if wrong else "realisasi menjadi 35")
    table.row(found[0][0][0], "sekolah", "GR-JM|2025-06", "realisasi", "", 35, "KEB-CTH/09",
              "2025-10-06")
    g.note("koreksi.csv", "KEB-CTH/09", "tidak ada fakta dengan kunci itu", "dipakai; temuan")
    folder.write("koreksi.csv", table)


def readme(g: Region, out) -> None:
    p.readme(out, "ambon", "Kota Ambon", [(PERIOD, [
        ("referensi/unor.csv", "unit dan kelompoknya (D7, nama menjorok)"),
        ("referensi/indikator.csv", "indikator, arah, bobot, target (D7 kualitas_data)"),
        ("pegawai/*.csv", "unduhan SIASN (D4): `;`, windows-1252, CRLF; satu per OPD dan versi"),
        ("capaian/sekolah/*.csv", "hasil per guru, indikator dan bulan; `;`, koma desimal"),
        ("capaian/puskesmas-*.xml.gz", "waktu tunggu dan cakupan per tenaga kesehatan"),
        ("capaian/penegakan.csv", "pelanggaran dilaporkan dan ditangani per seksi; `|`"),
        ("skm/*.csv", "formulir SKM per unit (D12) dengan judul dan kaki"),
        ("survei/pasien-*.xml.gz", "kepuasan pasien"),
        ("survei/warga.csv.gz", "warga yang terkena penertiban, UTF-16, skala 1..5"),
        ("perilaku/*.csv.gz", "penilaian perilaku dengan kata"),
        ("hukdis.csv, koreksi.csv", "hukuman disiplin; keberatan yang dikabulkan"),
        ("catatan-operator.txt", "berkas yang tidak diminta sumber mana pun: temuan"),
    ], g.notes)])


def generate(out, seed: int) -> None:
    g, folder = Region(seed), p.Folder(out, "ambon", PERIOD)
    reference(g, folder)
    register(g, folder)
    schools(g, folder)
    clinics(g, folder)
    squads(g, folder)
    skm_forms(g, folder)
    surveys(g, folder)
    ratings(g, folder)
    sanctions(g, folder)
    appeals(g, folder)
    folder.write("catatan-operator.txt", "Dikirim ulang 30 September, contoh.\n".encode())
    readme(g, out)
