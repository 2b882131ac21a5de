"""DKI Jakarta, 2025-S1: own result and the team's, feedback as events, teachers by their pupils."""

import datetime

from . import people as p

PERIOD = "2025-S1"
FIRST, LAST = datetime.date(2025, 1, 1), datetime.date(2025, 6, 30)
SCHOOLS = ["SMP Negeri 901 Jakarta", "SMP Negeri 902 Jakarta", "SMA Negeri 901 Jakarta",
           "SMA Negeri 902 Jakarta"]
OFFICES = ["Kecamatan Contoh Utara", "Kecamatan Contoh Selatan", "Suku Dinas Dukcapil Contoh",
           "Badan Pendapatan Contoh", "Dinas Bina Marga Contoh", "Kelurahan Contoh Tengah"]
SPELLINGS = {
    SCHOOLS[0]: ["SMPN 901 Jakarta", "SMP N 901 JKT"], SCHOOLS[2]: ["SMAN 901 Jakarta"],
    OFFICES[0]: ["Kec. Contoh Utara", "KECAMATAN CONTOH UTARA"],
    OFFICES[2]: ["Sudin Dukcapil Contoh"], OFFICES[3]: ["Bapenda Contoh"],
}
TEACHERS = ["Guru Ahli Pertama", "Guru Ahli Muda", "Guru Ahli Madya"]
JOBS = {"Pelaksana": ["Pengadministrasi Umum", "Pengelola Layanan", "Operator Data"],
        "Fungsional": ["Analis Kebijakan Ahli Pertama", "Pranata Komputer Ahli Pertama"],
        "Struktural": ["Kepala Seksi", "Lurah", "Camat"]}
ASPECTS = ["Pelayanan", "Kerja Sama", "Integritas"]
WORDS = ["Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"]
MONTHS = [1, 2, 3, 4, 5, 6]


class Region:
    def __init__(self, seed: int):
        self.seed, self.notes = seed, []
        self.people = p.People(p.rng(seed, "jakarta", "people"))
        r = p.rng(seed, "jakarta", "staff")
        self.staff = []
        for units, count, teachers in ((SCHOOLS, 156, True), (OFFICES, 276, False)):
            for index in range(count):
                head = index < len(units)
                person = self.people.person(0 if head else 0.3, senior=head)
                person.head, person.unit = head, units[index % len(units)]
                person.kind = "Fungsional" if teachers else r.choice(
                    ["Pelaksana", "Pelaksana", "Fungsional"])
                person.job = r.choice(TEACHERS if teachers else JOBS[person.kind])
                if head and not teachers:
                    person.kind, person.job = "Struktural", "Camat"
                person.teacher, person.status, person.quality = teachers, "Aktif", r.gauss(0, 1)
                person.start = r.choice([None, max(person.tmt, p.day(r, 2018, 2024))])
                person.moves, person.last, person.history = [], LAST, None
                self.staff.append(person)
        for person in self.staff:
            heads = [x for x in self.staff if x.head and x.unit == person.unit]
            person.superior = heads[0] if heads[0] is not person else self.staff[156]
        self.choose(r)

    def ordinary(self, teacher: bool) -> list:
        return [x for x in self.staff if x.teacher == teacher and not x.head]

    def choose(self, r) -> None:
        t, o = self.ordinary(True), self.ordinary(False)
        date = datetime.date
        # (orang, unit baru, tanggal baru, jalan: register | event, termasuk)
        for person, unit, since, way, inclusive in (
                (t[5], SCHOOLS[2], date(2025, 3, 1), "register", False),
                (o[5], OFFICES[3], date(2025, 4, 15), "register", False),
                (o[6], OFFICES[0], date(2025, 7, 7), "register", False),
                (t[7], SCHOOLS[1], date(2025, 2, 10), "event", False),
                (o[8], OFFICES[1], date(2025, 5, 5), "event", True),
                (o[9], OFFICES[2], date(2025, 3, 17), "event", False)):
            if person.unit == unit:
                unit = next(u for u in (SCHOOLS if person.teacher else OFFICES) if u != unit)
            person.moves.append((unit, since, way, inclusive))
        o[9].moves.append((OFFICES[4] if o[9].unit != OFFICES[4] else OFFICES[5],
                           date(2025, 6, 2), "event", False))
        o[9].promoted = "Kepala Seksi"
        self.gap = o[12]
        self.gap.start = date(2022, 1, 3)
        self.retired = {o[20].nip: (date(2025, 5, 1), False, "pensiun"),
                        t[20].nip: (date(2025, 4, 30), True, "berhenti")}
        for person in self.staff:
            if person.nip in self.retired:
                day, inclusive, _ = self.retired[person.nip]
                person.last = day if inclusive else day - datetime.timedelta(1)
        self.gone = {o[21].nip: (date(2024, 12, 15), "pensiun"),
                     o[22].nip: (date(2024, 11, 30), "meninggal")}
        for person, status in ((t[30], "CLTN"), (o[30], "Cuti di Luar Tanggungan Negara"),
                               (o[31], "Tugas Belajar"), (o[32], "tb")):
            person.status = status
        self.no_result = {t[40].nip, o[40].nip, o[41].nip}
        self.no_feedback = {t[41].nip, o[42].nip}
        self.no_attendance = {o[43].nip}
        self.few_peers = {t[42].nip, o[44].nip}
        for person in r.sample(o, 12):
            person.history = date(2021, 2, 1)
            person.start = max(person.start or person.tmt, date(2024, 2, 1))
        for person in (x for x in self.staff if x.moves and x.start is None):
            person.start = date(2020, 1, 2) if person.tmt < date(2020, 1, 2) else person.tmt

    def note(self, file: str, look: object, what: str, outcome: str) -> None:
        self.notes.append((file, look, what, outcome))


def jobs_of(person, at: datetime.date) -> str:
    unit = person.unit
    for new, since, _, inclusive in person.moves:
        if at > since or (at == since and not inclusive):
            unit = new
    return unit


# --- reference and register -----------------------------------------------------------------------

def reference(g: Region, folder: p.Folder) -> None:
    x = p.XML("unor", "unit")
    for index, unit in enumerate(SCHOOLS + OFFICES):
        head = next(h for h in g.staff if h.head and h.unit == unit)
        result = "" if unit == OFFICES[5] else f"{88 + index * 1.25}"
        group = "sekolah" if unit in SCHOOLS else "kantor"
        x.raw(f'  <unit kelompok="{group}">\n    <nama>{unit}</nama>\n'
              f"    <kepala><nip>{head.nip}</nip></kepala>\n    <hasil>{result}</hasil>\n  </unit>")
    folder.write("referensi/skpd.xml", x)
    g.note("referensi/skpd.xml", OFFICES[5], "hasil organisasi kosong",
           "komponen organisasi tanpa nilai, bobot dibagi ulang")
    table = p.CSV(["kode", "nama", "arah", "bobot", "target", "target_min", "target_maks",
                   "berlaku_mulai", "berlaku_sampai"], delimiter=";")
    for row in (("KJ-PL", "Permohonan selesai", "naik", 3, 60, "", "", "", ""),
                ("KJ-WK", "Waktu layanan (menit)", "turun", 2, 60, "", "", "01-01-2023",
                 "31-03-2025"),
                ("KJ-WK", "Waktu layanan (menit)", "turun", 2, 45, "", "", "01-04-2025", ""),
                ("KJ-AD", "Pengaduan ditindaklanjuti (persen)", "naik", 1, 90, "", "", "", ""),
                ("TM-SR", "Serapan anggaran (persen)", "rentang", 1, "", 90, 100, "", ""),
                ("TM-PG", "Pengaduan unit selesai (persen)", "naik", 1, "92,5", "", "", "", ""),
                ("SW-NL", "Nilai rata-rata siswa", "naik", 3, 78, "", "", "", ""),
                ("SW-KT", "Ketuntasan belajar (persen)", "naik", 2, 85, "", "", "", ""),
                ("SW-HD", "Siswa tidak hadir (persen)", "turun", 1, 4, "", "", "", ""),
                ("XX-01", "Contoh arah asing", "miring", 1, 4, "", "", "", ""),
                ("XX-02", "Contoh rentang tanpa batas", "rentang", 1, "", "", 9, "", ""),
                ("XX-03", "Contoh rentang terbalik", "rentang", 1, "", 9, 3, "", "")):
        table.row(*row)
    folder.write("referensi/indikator.csv", table)
    for look, what, outcome in (
            ("KJ-WK", "dua versi menurut tanggal: 60 sampai Maret, 45 sejak April",
             "akhir periode memilih 45 untuk seluruh semester"),
            ("XX-01", "arah di luar daftar", "ditolak: code-list"),
            ("XX-02", "rentang tanpa target_min", "ditolak: missing"),
            ("XX-03", "target_min > target_maks", "ditolak: compare")):
        g.note("referensi/indikator.csv", look, what, outcome)


HEADINGS = ["peg_nip", "peg_nama", "satuan_kerja_nama", "golongan", "jabatan_nama",
            "jabatan_jenis", "eselon", "kelas_jabatan", "jenis_kelamin", "status", "tmt_mulai",
            "tmt_selesai"]


def register_row(person, **other) -> list:
    cells = {
        "peg_nip": person.nip, "peg_nama": person.name, "satuan_kerja_nama": person.unit,
        "golongan": person.golongan, "jabatan_nama": person.job, "jabatan_jenis": person.kind,
        "eselon": "III.b" if person.kind == "Struktural" else "-", "kelas_jabatan": 8,
        "jenis_kelamin": "P" if person.female else "L", "status": person.status,
        "tmt_mulai": p.date_dmy(person.start, ".") if person.start else "",
        "tmt_selesai": "31.12.9999",
    }
    cells.update(other)
    return [cells[heading] for heading in HEADINGS]


def register(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "jakarta", "register")
    offices, schools = p.CSV(HEADINGS, bom=True), p.CSV(HEADINGS)
    for person in g.staff:
        cells: dict = {}
        if r.random() < 0.2:
            cells["golongan"] = p.golongan_spelling(r, person.golongan)
        if r.random() < 0.3 and person.unit in SPELLINGS:
            cells["satuan_kerja_nama"] = r.choice(SPELLINGS[person.unit])
        if r.random() < 0.02:
            cells["peg_nip"] = r.choice([p.nip_spaced, p.nip_tab, p.nip_prefixed,
                                         p.nip_newline])(person.nip)
        if r.random() < 0.5:
            cells["tmt_selesai"] = ""
        table = schools if person.teacher else offices
        name = f"pegawai/simpeg-{'guru' if person.teacher else 'kantor'}.csv"
        if person.history:
            table.row(*register_row(person, satuan_kerja_nama=OFFICES[5] if person.unit != OFFICES[5]
                                    else OFFICES[4], tmt_mulai=p.date_dmy(person.history, "."),
                                    tmt_selesai=p.date_dmy(person.start - datetime.timedelta(1), ".")))
        moves = [m for m in person.moves if m[2] == "register"]
        if person is g.gap:
            cells["tmt_selesai"] = "28.02.2025"
            table.row(*register_row(person, **cells))
            table.row(*register_row(person, tmt_mulai="01.04.2025"))
            g.note(name, person.nip, "sebulan tanpa jabatan (Maret), baris kedua unit sama",
                   "hari Maret tidak terhitung")
            continue
        if moves:
            unit, since, _, _ = moves[0]
            before = since - datetime.timedelta(1)
            cells["tmt_selesai"] = p.date_words(before) if since.month == 4 else ""
            table.row(*register_row(person, **cells))
            table.row(*register_row(person, satuan_kerja_nama=unit,
                                    tmt_mulai=since.isoformat()))
            g.note(name, person.nip, f"pindah ke {unit} pada {since}", "dua baris dipakai")
            continue
        table.row(*register_row(person, **cells))
    register_dirt(g, offices, schools)
    folder.write("pegawai/simpeg-kantor.csv", offices)
    folder.write("pegawai/simpeg-guru.csv", schools)


def spare(g: Region, unit: str, teacher: bool = False):
    person = g.people.person(0)
    person.unit, person.teacher, person.start, person.status = unit, teacher, None, "Aktif"
    person.kind, person.job = "Pelaksana", JOBS["Pelaksana"][0]
    person.quality, person.moves, person.last, person.head = 0, [], LAST, False
    person.superior = next(x for x in g.staff if x.head and x.unit == unit)
    return person


def register_dirt(g: Region, offices: p.CSV, schools: p.CSV) -> None:
    name = "pegawai/simpeg-kantor.csv"

    def broken(what: str, outcome: str, **cells):
        person = spare(g, OFFICES[1])
        offices.row(*register_row(person, **cells))
        g.note(name, cells.get("peg_nip", person.nip), what, "ditolak: " + outcome)
        return person
    g.rejected = [
        broken("golongan IIId tidak ada pemisah tetapi huruf e: `III/e`", "golongan",
               golongan="III/e"),
        broken("kelas 0", "range", kelas_jabatan=0),
        broken("kelas dengan kata", "number", kelas_jabatan="delapan"),
        broken("jenis kelamin bertentangan dengan NIP", "nip-mismatch", jenis_kelamin="X"),
        broken("tmt_selesai sebelum tmt_mulai", "URUTAN_TMT (compare)",
               tmt_mulai="01.03.2025", tmt_selesai="01.02.2025"),
        broken("tanggal 30 Februari", "date", tmt_mulai="30.02.2024"),
        broken("jabatan kosong", "missing", jabatan_nama="\\N"),
        broken("jenis jabatan asing", "code-list", jabatan_jenis="Relawan"),
        broken("unit tidak dikenal", "unknown-unit", satuan_kerja_nama="Kelurahan Antah"),
    ]
    broken("NIP 9 angka", "nip", peg_nip="340012345")
    broken("NIP hilang angkanya", "nip", peg_nip="1.98503E+17")
    wrong = g.rejected[3]
    for index, part in enumerate(offices.parts):
        if part.startswith(wrong.nip):
            offices.parts[index] = part.replace(",X,", ",L," if wrong.female else ",P,")
    bare = spare(g, OFFICES[1])
    bare.plain = "Dr. Ir. Budi Rekaan"
    offices.raw(",".join(str(x) for x in register_row(bare, peg_nama="Dr. Ir. Budi Rekaan, S.Kom., "
                                                      "M.T.")))
    g.note(name, bare.nip, "nama bergelar dengan koma tanpa kutip", "ditolak: cell-count")
    nick = spare(g, OFFICES[1])
    offices.row(*register_row(nick, peg_nama='Contoh "Nick" Rekaan, S.E.'))
    g.note(name, nick.nip, "kutip ganda di dalam nama", "dipakai")
    g.extra = [nick]
    stray = spare(g, OFFICES[1])
    row = ",".join(str(x) for x in register_row(stray, peg_nama='"Sinta" Rekaan'))
    offices.insert_raw(100, row)
    g.note(name, stray.nip, "huruf di belakang kutip penutup", "ditolak: quoting")
    twin = g.ordinary(True)[50]
    schools.row(*register_row(twin, peg_nama="Salinan Contoh"))
    g.note("pegawai/simpeg-guru.csv", "Salinan Contoh", "kunci sama dengan baris terdahulu",
           "ditolak: duplicate")


def events(g: Region, folder: p.Folder) -> None:
    table = p.CSV(["NIP", "PERISTIWA", "TANGGAL", "HARI ITU MASIH LAMA", "UNIT BARU",
                   "JABATAN BARU", "NO SK"], delimiter=";")
    number = 0
    for person in g.staff:
        for unit, since, way, inclusive in person.moves:
            if way == "event":
                number += 1
                promoted = getattr(person, "promoted", "") if since.month == 6 else ""
                kind = "promosi" if promoted else "mutasi"
                table.row(person.nip, kind, p.date_dmy(since), "1" if inclusive else "0", unit,
                          promoted, f"SK-CTH/{number:03d}")
                g.note("mutasi.csv", person.nip, f"{kind} ke {unit} {since}"
                       + (", hari itu masih unit lama" if inclusive else ""), "mengubah penempatan")
    for nip, (day, inclusive, kind) in g.retired.items():
        table.row(nip, kind, p.date_words(day), "1" if inclusive else "0", "", "", "SK-CTH/100")
        g.note("mutasi.csv", nip, f"{kind} {day} di tengah periode", "tetap dinilai")
    for nip, (day, kind) in g.gone.items():
        table.row(nip, kind, day.isoformat(), "0", "", "", "SK-CTH/101")
        g.note("mutasi.csv", nip, f"{kind} {day} sebelum periode", "dikecualikan")
    ok = g.ordinary(False)[60]
    table.row(ok.nip, "mutasi", "31-04-2025", "0", OFFICES[0], "", "SK-CTH/110")
    g.note("mutasi.csv", "SK-CTH/110", "31 April tidak ada", "ditolak: date")
    table.row(ok.nip, "mutasi", "01-04-2025", "barangkali", OFFICES[0], "", "SK-CTH/111")
    g.note("mutasi.csv", "SK-CTH/111", "tanda tidak dikenal", "ditolak: flag")
    table.row(ok.nip, "mutasi", "01-04-2025", "0", "Kantor Antah", "", "SK-CTH/112")
    g.note("mutasi.csv", "SK-CTH/112", "unit tidak dikenal", "ditolak: unknown-unit")
    table.row("197001011995011997", "mutasi", "01-04-2025", "0", OFFICES[0], "", "SK-CTH/113")
    g.note("mutasi.csv", "SK-CTH/113", "orang tidak dikenal", "ditolak: unknown-person")
    folder.write("mutasi.csv", table)


# --- results --------------------------------------------------------------------------------------

def results(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "jakarta", "kinerja")
    staff = [x for x in g.staff + g.extra if not x.teacher and x.nip not in g.no_result
             and x.nip not in g.gone]
    header = ["nip", "indikator", "bulan", "target", "realisasi"]
    for month in MONTHS:
        table = p.CSV(header)
        for person in staff:
            if datetime.date(2025, month, 1) > person.last:
                continue
            q = person.quality
            for code, target, actual in (
                    ("KJ-PL", 60, max(10, round(58 + 5 * q + r.gauss(0, 5)))),
                    ("KJ-WK", "", round(max(15, 44 - 3 * q + r.gauss(0, 6)), 2)),
                    ("KJ-AD", 90, round(min(100, max(40, 86 + 4 * q + r.gauss(0, 6))), 1))):
                if r.random() > 0.01:
                    table.row(person.nip, code, f"2025-{month:02d}", target, actual)
        name = f"kinerja/2025-{month:02d}_v1.csv.gz"
        if month == 2:
            who = staff[30]
            for cells, what, outcome in (
                    ((who.nip, "KJ-PL", "2025-03", 60, 50), "bulan lain daripada nama berkas",
                     "BULAN_BERKAS (period)"),
                    ((who.nip, "KJ-PL", "2025-02", "60,5", 50), "koma desimal, numbers: strict",
                     "number"),
                    ((who.nip, "KJ-PL", "2025-02", -60, 50), "target negatif", "range"),
                    ((who.nip, "KJ-PL", "2025-02", 60, ""), "realisasi kosong", "missing"),
                    ((who.nip, "KJ-QQ", "2025-02", 60, 50), "indikator asing",
                     "unknown-indicator"),
                    ((who.nip, "KJ-PL", "2025-02", 60, 51), "baris ganda", "duplicate"),
                    ((g.rejected[0].nip, "KJ-PL", "2025-02", 60, 51),
                     "baris daftar pegawainya ditolak", "unknown-person")):
                table.row(*cells)
                g.note(name, ",".join(map(str, cells)), what, "ditolak: " + outcome)
        if month == 5:
            broken = p.CSV(header)
            broken.row(staff[3].nip, "KJ-PL", "2025-05", 60, 600)
            broken.row("salah", "KJ-PL", "2025-05", 60, 600)
            folder.write(name, broken)
            g.note(name, "seluruh berkas", "digantikan oleh versi 2", "semua baris diganti")
            name = "kinerja/2025-05_v2.csv.gz"
        folder.write(name, table)
    g.kinerja_person = staff[10]


def team(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "jakarta", "tim")
    x = p.XML("laporan", "capaian")
    for quarter, months in (("triwulan-1", MONTHS[:3]), ("triwulan-2", MONTHS[3:])):
        x.raw(f"  <{quarter}>")
        for month in months:
            for unit in OFFICES:
                spelled = r.choice([unit] * 3 + SPELLINGS.get(unit, [unit]))
                for code, actual in (("TM-SR", r.gauss(93, 6)), ("TM-PG", r.gauss(90, 5))):
                    x.raw(f'    <capaian skpd="{spelled}"\n             kode="{code}"><bulan>'
                          f"{p.month_words(2025, month)}</bulan><realisasi>"
                          f"{p.comma(round(min(110, actual), 1))}"
                          f"{' %' if code == 'TM-PG' else ''}</realisasi></capaian>")
        if quarter == "triwulan-2":
            x.raw('    <capaian skpd="Kantor Antah" kode="TM-SR"><bulan>Mei 2025</bulan>'
                  "<realisasi>90</realisasi></capaian>")
            g.note("tim/capaian-tim.xml", "Kantor Antah", "unit tidak dikenal",
                   "ditolak: unknown-unit")
            x.raw(f'    <capaian skpd="{OFFICES[1]}" kode="TM-SR"><bulan>Juli 2025</bulan>'
                  "<realisasi>90</realisasi></capaian>")
            g.note("tim/capaian-tim.xml", "Juli 2025", "di luar periode", "disisihkan")
            x.raw(f'    <capaian skpd="{OFFICES[1]}" kode="TM-SR"><bulan>Mey 2025</bulan>'
                  "<realisasi>90</realisasi></capaian>")
            g.note("tim/capaian-tim.xml", "Mey 2025", "bulan salah eja", "ditolak: date")
        x.raw(f"  </{quarter}>")
    folder.write("tim/capaian-tim.xml", x)


def pupils(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "jakarta", "siswa")
    teachers = [x for x in g.staff if x.teacher and x.nip not in g.no_result]
    for number, unit in enumerate(SCHOOLS, 1):
        table = p.CSV(["NIP", "INDIKATOR", "BULAN", "TARGET", "CAPAIAN"], delimiter="||")
        name = f"siswa/sekolah-{number}.csv"
        mine = [x for x in teachers if x.unit == unit]
        for person in mine:
            for month in (2, 4, 6):
                if datetime.date(2025, month, 1) > person.last:
                    continue
                q = person.quality
                for code, target, actual in (
                        ("SW-NL", "78", round(min(100, 78 + 3 * q + r.gauss(0, 3)), 1)),
                        ("SW-KT", "85 %", round(min(100, 84 + 4 * q + r.gauss(0, 5)), 1)),
                        ("SW-HD", "", round(max(0, 4 - q + r.gauss(0, 1)), 1))):
                    if r.random() > 0.01:
                        table.row(person.nip, code, f"{month:02d}/2025", target, p.comma(actual))
        if number == 2:
            one, two, three = mine[3], mine[4], mine[5]
            table.row(one.nip, "SX-01", "02/2025", "10", "9")
            g.note(name, "SX-01", "pola boleh, tetapi indikator tidak ada",
                   "ditolak: unknown-indicator")
            table.row(one.nip, "KJ-PL", "02/2025", "10", "9")
            g.note(name, "KJ-PL", "indikator ada, pola salah", "ditolak: pattern")
            table.row(two.nip, "SW-NL", "01/2025", "78", "101,5")
            g.note(name, "101,5", "lebih dari 100", "ditolak: range")
            table.row(three.nip, "SW-NL", "01/2025", "78", "80")
            table.row(three.nip, "SW-NL", "01/2025", "78", "81")
            g.note(name, f"{three.nip}||SW-NL||01/2025", "dua nilai untuk satu fakta (refuse)",
                   "keduanya ditolak: GANDA_BERBEDA; temuan")
            table.row(two.nip, "SW-NL", "12/2024", "78", "80")
            g.note(name, "12/2024", "di luar periode", "disisihkan")
            table.raw(f'{two.nip}||SW-NL||01/2025||78||"88"')
            g.note(name, '"88"', "kutip adalah bagian isi (quote: none)", "ditolak: number")
            table.raw(f"{two.nip}||SW-NL||01/2025||78")
            g.note(name, f"{two.nip}||SW-NL||01/2025||78", "sel kurang", "ditolak: cell-count")
        folder.write(name, table)
    folder.write("siswa/sekolah-4-salinan.csv", (folder.path / "siswa/sekolah-4.csv").read_bytes())
    g.note("siswa/sekolah-4.csv", "seluruh berkas", "isi sama dengan sekolah-4-salinan.csv, yang "
           "lebih dahulu menurut byte jalurnya", "disisihkan, temuan")
    for nip in sorted(g.no_result):
        g.note("kinerja, siswa", nip, "tanpa hasil kerja", "tanpa nilai")


# --- feedback, attendance, training ---------------------------------------------------------------

def feedback(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "jakarta", "umpan")
    files = {m: p.CSV(["id", "untuk", "dari", "peran", "aspek", "bintang", "waktu", "pesan"])
             for m in MONTHS}
    web = {q: p.XML("umpan", "catatan", encoding="ISO-8859-1") for q in (1, 2)}
    number, sample = 0, None
    for person in g.staff + g.extra:
        if person.nip in g.no_feedback or person.nip in g.gone:
            continue
        days = p.workdays(FIRST, person.last)
        mates = [x for x in g.staff if x.unit == person.unit and x is not person]
        peers = r.sample(mates, 1 if person.nip in g.few_peers else r.choice([2, 3, 4]))
        for role, rater, times in [("atasan", person.superior, r.choice([1, 2, 3]))] + [
                ("rekan", x, r.choice([1, 2])) for x in peers]:
            for date in r.sample(days, times):
                aspects = ASPECTS if role == "atasan" else r.sample(ASPECTS, r.choice([1, 2]))
                if r.random() < 0.15:
                    for aspect in aspects:
                        value = person.quality + r.gauss(0, 1)
                        word = WORDS[0 if value > 0.7 else 1 if value > -1.6 else 2]
                        if r.random() < 0.1:
                            word = word.upper().replace("DI ", "DI")
                        web[1 if date.month < 4 else 2].raw(
                            f'  <catatan untuk="{person.nip}" dari="{rater.nip}" '
                            f'tanggal="{date}"><peran>{role}</peran><aspek>{aspect}</aspek>'
                            f"<isi><predikat>{word}</predikat></isi></catatan>")
                    continue
                for aspect in aspects:
                    number += 1
                    stars = min(5, max(1, round(3.9 + 0.5 * person.quality + r.gauss(0, 0.8))))
                    time = f"{date} {r.randrange(8, 17):02d}:{r.randrange(60):02d}:00"
                    message = r.choice(["", "", "Terima kasih, lanjutkan", "Baik; \"cepat\" sekali",
                                        "Baris satu\nbaris dua"])
                    files[date.month].row(number, person.nip, rater.nip,
                                          "Rekan Kerja" if role == "rekan" and number % 7 == 0
                                          else role, aspect, stars, time, message)
                    if sample is None and stars == 2 and role == "atasan":
                        sample = person, rater, aspect, date
    g.feedback_sample = sample
    feedback_dirt(g, files, web)
    for month in MONTHS:
        folder.write(f"umpan/2025-{month:02d}.csv.gz", files[month])
    for quarter in (1, 2):
        folder.write(f"umpan/laman-{quarter}.xml.gz", web[quarter])


def feedback_dirt(g: Region, files: dict, web: dict) -> None:
    o = g.ordinary(False)
    who, rater = o[70], o[71]
    name = "umpan/2025-03.csv.gz"
    for cells, what, outcome in (
            ((9001, who.nip, rater.nip, "rekan", "Pelayanan", 6, "2025-03-04 10:00:00", ""),
             "bintang 6 dari 5", "ditolak: range"),
            ((9002, who.nip, rater.nip, "rekan", "Pelayanan", 4, "2025-04-04 10:00:00", ""),
             "tanggal lain daripada bulan berkas", "ditolak: period"),
            ((9003, who.nip, rater.nip, "rekan", "Pelayanan", 4, "04-03-2025", ""),
             "bentuk tanggal yang tidak diizinkan", "ditolak: date"),
            ((9004, who.nip, rater.nip, "warga", "Pelayanan", 4, "2025-03-04 10:00:00", ""),
             "peran lain", "ditolak: code-list"),
            ((9005, who.nip, "198001012005011996", "rekan", "Pelayanan", 4,
              "2025-03-04 10:00:00", ""), "penilai tidak dikenal", "ditolak: reference"),
            ((9006, who.nip, "", "rekan", "Pelayanan", 4, "2025-03-04 10:00:00", ""),
             "penilai kosong", "ditolak: missing"),
            ((9007, who.nip, rater.nip, "rekan", "Pelayanan", "empat", "2025-03-04 10:00:00", ""),
             "bintang dengan kata", "ditolak: number")):
        files[3].row(*cells)
        g.note(name, cells[0], what, outcome)
    files[3].raw_bytes(f"9008,{who.nip},{rater.nip},rekan,Pelayanan,4,2025-03-04 10:00:00,"
                       .encode() + b"\xe9\xe8 latin")
    g.note(name, 9008, "pesan bukan UTF-8", "ditolak: encoding")
    web[2].raw(f'  <catatan untuk="{who.nip}" dari="{rater.nip}" tanggal="2025-05-05">'
               "<peran>rekan</peran><aspek>Pelayanan</aspek><isi><predikat>lumayan</predikat></isi>"
               "</catatan>")
    g.note("umpan/laman-2.xml.gz", "lumayan", "kata di luar daftar", "ditolak: word")
    web[2].raw(f'  <catatan untuk="{who.nip}" dari="{rater.nip}" tanggal="2025-07-05">'
               "<peran>rekan</peran><aspek>Pelayanan</aspek><isi><predikat>sesuai ekspektasi"
               "</predikat></isi></catatan>")
    g.note("umpan/laman-2.xml.gz", "2025-07-05", "di luar periode", "disisihkan")
    for nip in sorted(g.few_peers):
        g.note("umpan", nip, "satu rekan saja, minimum dua", "peran rekan gugur")
    for nip in sorted(g.no_feedback):
        g.note("umpan", nip, "tanpa umpan balik", "komponen umpan tanpa nilai, dibagi ulang")


def presence(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "jakarta", "presensi")
    holidays = {datetime.date(2025, 1, 1), datetime.date(2025, 3, 31), datetime.date(2025, 4, 1),
                datetime.date(2025, 5, 1), datetime.date(2025, 6, 6)}
    sample = None
    for month in MONTHS:
        table = p.CSV(["nip", "tgl", "status", "terlambat", "plg_awal"], delimiter="\t")
        last = p.month_end(datetime.date(2025, month, 1))
        for date in p.workdays(datetime.date(2025, month, 1), last):
            if date in holidays:
                continue
            for person in g.staff + g.extra:
                if person.nip in g.no_attendance or person.nip in g.gone or date > person.last:
                    continue
                chance = r.random()
                status = ("TK" if chance < 0.004 else "CT" if chance < 0.02 else
                          "DL" if chance < 0.04 else "FLEX" if chance < 0.07 else "HN")
                late = early = 0
                if status == "HN":
                    if r.random() < 0.08 - 0.02 * min(2, person.quality):
                        late = r.choice([5, 12, 30, 31, 45, 60, 61, 75, 90, 91, 140])
                    if r.random() < 0.02:
                        early = r.choice([10, 30, 31, 90, 91, 120])
                table.row(person.nip, date.isoformat(), status, late, early if early else "")
                if sample is None and late == 140 and person.moves == [] and not person.teacher:
                    sample = person, date
        name = f"presensi/2025-{month:02d}.csv.gz"
        if month == 4:
            presence_dirt(g, table, name)
        folder.write(name, table)
    g.presence_sample = sample
    for nip in sorted(g.no_attendance):
        g.note("presensi", nip, "tanpa presensi", "komponen kehadiran tanpa nilai, dibagi ulang")


def presence_dirt(g: Region, table: p.CSV, name: str) -> None:
    who = g.ordinary(False)[72]
    for line, what, outcome in (
            (f"{who.nip}\t2025-04-05\tSIMULASI\t0\t0", "status terlarang", "forbidden"),
            (f"{who.nip}\t2025-04-05\tHN\t-5\t0", "menit negatif", "range"),
            (f"{who.nip}\t2025-04-05\tHN\t1000\t0", "empat angka", "number"),
            (f"{who.nip}\t2025-04-05\tHN\t7,5\t0", "bukan bilangan bulat", "number"),
            (f"{who.nip}\t2025-04-31\tHN\t0\t0", "31 April", "date"),
            (f"{who.nip}\t2025-04-05\tHN\t0", "sel kurang", "cell-count"),
            (f"{who.nip}\t2025-04-05\t\"HN\t0\t0", "kutip tidak ditutup, record_lines: 1",
             "quoting")):
        table.raw(line)
        g.note(name, line.replace("\t", " "), what, "ditolak: " + outcome)
    table.blank()
    g.note(name, "(baris kosong)", "blank_lines: reject", "ditolak: blank")
    table.raw(f"{who.nip}\t2025-04-05\t{'HN' * 1100}\t0\t0")
    g.note(name, "HNHNHN", "lebih dari record_bytes", "ditolak: too-long")
    table.raw(f"{who.nip}\t2025-04-08\tHN\t99\t0")
    g.note(name, "2025-04-08 HN 99", "hari yang sama dua kali", "ditolak: duplicate")


def courses(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "jakarta", "diklat")
    x = p.XML("diklat", "peserta")
    teachers = [t for t in g.staff if t.teacher and t.nip not in g.no_result]
    for person in teachers:
        for code in r.sample(["DK-101", "DK-102", "DK-103", "DK-104"], r.choice([0, 1, 1, 2])):
            month = r.randrange(1, 1 + person.last.month)
            x.record({}, [("nip", person.nip), ("kode", code), ("kompetensi", "Pedagogi"),
                          ("selesai", p.date_words(datetime.date(2025, month, 20))),
                          ("jp", p.comma(r.choice([4, 6, 7.5, 10, 24])))],
                     one_line=r.random() < 0.5)
    who = teachers[60]
    for cells, what, outcome in (
            (("DK-1", "Pedagogi", "2025-05-05", "8"), "kode tidak menurut pola", "ditolak: pattern"),
            (("DK-201", "Pedagogi", "2025-05-05", "0"), "jam 0", "ditolak: range"),
            (("DK-202", "Pedagogi", "2025-05-05", ""), "jam kosong", "ditolak: missing"),
            (("DK-203", "Pedagogi", "2024-12-20", "8"), "di luar periode", "disisihkan")):
        x.record({}, [("nip", who.nip), *zip(("kode", "kompetensi", "selesai", "jp"), cells)])
        g.note("diklat/bpsdm.xml", cells[0], what, outcome)
    x.raw(f"  <peserta><nip>{who.nip}</nip><kode>DK-204</kode><selesai>2025-05-05</selesai>"
          "<jp>8</jp></peserta>")
    g.note("diklat/bpsdm.xml", "DK-204", "unsur kompetensi tidak ada", "ditolak: cell-count")
    folder.write("diklat/bpsdm.xml", x)


def sanctions_and_appeals(g: Region, folder: p.Folder) -> None:
    table = p.CSV(["NIP", "TINGKAT", "PERSEN", "MULAI", "SAMPAI", "NO SK"], delimiter=";")
    o = g.ordinary(False)
    for nip, level, percent, begin, end, what in (
            (o[80].nip, "ringan", "", "01-06-2025", "31-08-2025", "berlaku pada hari terakhir: 0,9"),
            (o[81].nip, "ringan", "", "01-02-2025", "30-04-2025", "sudah selesai: tidak berlaku"),
            (o[82].nip, "sedang", "12,5", "01-05-2025", "31-12-2025", "persen mengganti tingkat"),
            (o[82].nip, "ringan", "", "15-05-2025", "30-06-2025",
             "dua hukuman dikalikan: 0,875 × 0,9")):
        table.row(nip, level, percent, begin, end, f"HK-CTH/{len(table.parts):02d}")
        g.note("hukdis.csv", nip, f"{level} {percent} {begin} {end}", what)
    table.row(o[83].nip, "sedang", "120", "01-05-2025", "31-12-2025", "HK-CTH/90")
    g.note("hukdis.csv", "HK-CTH/90", "persen 120", "ditolak: range")
    folder.write("hukdis.csv", table)
    fix = p.CSV(["nip", "sumber", "kunci", "kolom", "nilai_lama", "nilai_baru", "dokumen"])
    person, date = g.presence_sample
    fix.row(person.nip, "presensi", date.isoformat(), "terlambat", 140, 0, "KB-CTH/01")
    g.note("koreksi.csv", "KB-CTH/01", "mesin presensi rusak: 140 menit menjadi 0", "berlaku")
    person, rater, aspect, day = g.feedback_sample
    fix.row(person.nip, "umpan_app", f"{rater.nip}|atasan|{aspect}|{day}", "nilai", 2, 4,
            "KB-CTH/02")
    g.note("koreksi.csv", "KB-CTH/02", "bintang 2 menjadi 4 (ditulis dalam skala sumber)", "berlaku")
    who = g.kinerja_person
    fix.row(who.nip, "kinerja", "KJ-PL|2025-03", "realisasi", 1, 70, "KB-CTH/03")
    g.note("koreksi.csv", "KB-CTH/03", "nilai lama berbeda dari yang tercatat", "ditolak: compare")
    fix.row(who.nip, "presensi", "2025-03-30", "terlambat", "", 0, "KB-CTH/04")
    g.note("koreksi.csv", "KB-CTH/04", "hari Minggu: tidak ada faktanya", "dipakai; temuan")
    fix.row("197001011995011997", "presensi", "2025-03-11", "terlambat", "", 0, "KB-CTH/05")
    g.note("koreksi.csv", "KB-CTH/05", "orang tidak dikenal", "ditolak: unknown-person")
    folder.write("koreksi.csv", fix)


def generate(out, seed: int) -> None:
    g, folder = Region(seed), p.Folder(out, "jakarta", PERIOD)
    for step in (reference, register, events, results, team, pupils, feedback, presence, courses,
                 sanctions_and_appeals):
        step(g, folder)
    folder.write("umpan/baca-saya.txt", "Berkas yang tidak diminta siapa pun, contoh.\n".encode())
    for person in g.staff:
        if person.status != "Aktif":
            g.note("pegawai", person.nip, person.status, "dikecualikan")
    p.readme(out, "jakarta", "DKI Jakarta", [(PERIOD, [
        ("referensi/skpd.xml", "unit, kepala, kelompok, hasil organisasi"),
        ("referensi/indikator.csv", "indikator, dengan versi menurut tanggal"),
        ("pegawai/*.csv", "SIMPEG (D14): kantor dengan BOM, guru; tmt_mulai/tmt_selesai"),
        ("mutasi.csv", "mutasi, promosi, pensiun, berhenti, meninggal"),
        ("kinerja/*.csv.gz", "e-Kinerja per bulan dan versi"),
        ("tim/capaian-tim.xml", "capaian unit per bulan"),
        ("siswa/*.csv", "hasil siswa per guru; pemisah `||`, tanpa kutip"),
        ("umpan/2025-*.csv.gz", "umpan balik dari aplikasi, bintang 1..5, per bulan"),
        ("umpan/laman-*.xml.gz", "umpan balik dari laman lama, kata, ISO-8859-1"),
        ("presensi/*.csv.gz", "presensi harian; pemisah TAB"),
        ("diklat/bpsdm.xml", "pelatihan guru"),
        ("hukdis.csv, koreksi.csv", "hukuman disiplin; keberatan yang dikabulkan"),
        ("umpan/baca-saya.txt", "tidak diminta sumber mana pun: temuan"),
    ], g.notes)])
