"""Kota Pariaman, 2025-Q2: result and process, on time and with quality, each supplier by name."""

import datetime

from . import people as p

PERIOD = "2025-Q2"
FIRST, LAST = datetime.date(2025, 4, 1), datetime.date(2025, 6, 30)
CLINICS = ["Puskesmas Padusunan", "Puskesmas Kampung Baru", "Puskesmas Kurai Taji",
           "Puskesmas Naras"]
DISTRICTS = ["Kecamatan Pariaman Tengah", "Kecamatan Pariaman Utara", "Kecamatan Pariaman Selatan"]
OFFICES = ["Sekretariat Daerah", "Dinas Sosial", "Dinas Perhubungan"]
SPELLINGS = {
    CLINICS[0]: ["PKM Padusunan", "UPTD Puskesmas Padusunan"], CLINICS[3]: ["PKM Naras"],
    DISTRICTS[0]: ["Kec. Pariaman Tengah"], OFFICES[0]: ["Setda", "SEKRETARIAT DAERAH"],
    OFFICES[2]: ["Dishub"],
}
HEALTH = ["Bidan Terampil", "Perawat Terampil", "Epidemiolog Ahli Pertama"]
OTHERS = ["Pengelola Keuangan", "Analis Kebijakan Ahli Pertama", "Pengadministrasi Umum",
          "Penata Laporan"]
ASPECTS = ["Keterampilan", "Sikap", "Perilaku"]
WORDS = ["Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"]
MONTHS = [4, 5, 6]
TASKS = ["TG-01", "TG-02", "TG-03"]


class Region:
    def __init__(self, seed: int):
        self.seed, self.notes = seed, []
        self.people = p.People(p.rng(seed, "pariaman", "people"))
        r = p.rng(seed, "pariaman", "staff")
        self.staff = []
        for units, count, jobs in ((CLINICS, 172, HEALTH), (DISTRICTS, 108, OTHERS),
                                   (OFFICES, 150, OTHERS)):
            for index in range(count):
                head = index < len(units)
                person = self.people.person(0 if head else 0.32, senior=head)
                person.head, person.unit, person.job = head, units[index % len(units)], r.choice(jobs)
                person.clinic, person.district = units is CLINICS, units is DISTRICTS
                person.status, person.quality = "Aktif", r.gauss(0, 1)
                person.start, person.move = FIRST, None
                self.staff.append(person)
        for person in self.staff:
            heads = [x for x in self.staff if x.head and x.unit == person.unit]
            person.superior = heads[0] if heads[0] is not person else next(
                x for x in self.staff if x.unit == OFFICES[0])
        self.choose()

    def group(self, kind: str, pppk: bool | None = None) -> list:
        chosen = {"clinic": lambda x: x.clinic, "district": lambda x: x.district,
                  "office": lambda x: not x.clinic and not x.district}[kind]
        return [x for x in self.staff if chosen(x) and not x.head
                and (pppk is None or x.pppk == pppk)]

    def choose(self) -> None:
        c, d, o = (self.group(k, False) for k in ("clinic", "district", "office"))
        cp, op = self.group("clinic", True), self.group("office", True)
        date = datetime.date

        def move(person, unit, since, job=None):
            units = CLINICS if person.clinic else DISTRICTS if person.district else OFFICES
            if unit == person.unit:
                unit = next(u for u in units if u != person.unit)
            person.move = unit, since, job or person.job
        move(c[3], CLINICS[1], date(2025, 5, 12))
        move(c[50], CLINICS[2], date(2025, 6, 1))
        move(cp[4], CLINICS[0], date(2025, 4, 21))
        move(d[3], DISTRICTS[2], date(2025, 5, 2))
        move(c[20], OFFICES[1], date(2025, 6, 16), "Penata Laporan")
        self.changed = c[20]
        for person, status in ((c[10], "CLTN"), (o[10], "Cuti Diluar Tanggungan Negara"),
                               (d[10], "Tugas Belajar"), (op[5], "TB")):
            person.status = status
        cp[8].start = date(2025, 5, 19)
        op[9].start = date(2025, 6, 2)
        self.late_start = [cp[8], op[9]]
        self.no_result = {d[12].nip, o[12].nip, op[12].nip}
        self.no_process = {c[12].nip, o[13].nip}
        self.thin = o[14]
        self.no_task = {c[13].nip, d[13].nip}
        self.few_public = {c[14].nip, c[15].nip, cp[10].nip}

    def note(self, file: str, look: object, what: str, outcome: str) -> None:
        self.notes.append((file, look, what, outcome))


def reference(g: Region, folder: p.Folder) -> None:
    units = p.CSV(["Id", "NamaUnor", "DiatasanId", "Kelompok"], delimiter=";")
    for index, unit in enumerate(CLINICS + DISTRICTS + OFFICES, 1):
        kind = "puskesmas" if unit in CLINICS else "kecamatan" if unit in DISTRICTS else "kota"
        units.row(f"CTH-{index:02d}", "----" + unit if index == 2 else unit, "CTH-00", kind)
    units.row("CTH-99", OFFICES[1], "CTH-00", "kota")
    folder.write("referensi/unor.csv", units)
    g.note("referensi/unor.csv", "CTH-99", "unit dua kali", "ditolak: duplicate")
    table = p.CSV(["kode", "nama"])
    table.row("kuantitas", "Kuantitas")
    table.row("mutu", "Mutu")
    folder.write("referensi/ukuran.csv", table)
    x = p.XML("daftar", "indikator")
    for code, name, unit, way, weight, target, cap, most in (
            ("SK-LP", "Laporan selesai", "laporan", "naik", "2", "8", "", "0"),
            ("SK-PM", "Permintaan dilayani", "persen", "naik", "3", "95", "100", "1"),
            ("SK-BI", "Biaya per kegiatan (ribu rupiah)", "ribu", "turun", "1,5", "500", "", "0"),
            ("IM-IDL", "Imunisasi dasar lengkap", "anak", "naik", "3", "", "", "0"),
            ("IM-DT", "Imunisasi DT kelas 1", "anak", "naik", "2", "", "", "0"),
            ("TG-01", "Tugas surat", "tugas", "naik", "1", "1", "", "0"),
            ("TG-02", "Tugas laporan", "tugas", "naik", "1", "1", "", "0"),
            ("TG-03", "Tugas lapangan", "tugas", "naik", "1", "1", "", "0"),
            ("ZZ-01", "Contoh arah besar huruf", "x", "NAIK", "1", "1", "", "0"),
            ("ZZ-02", "Contoh tanpa bobot", "x", "naik", "", "1", "", "0"),
            ("ZZ-03", "Contoh tanda salah", "x", "naik", "1", "1", "", "entah")):
        x.record({"kode": code, "arah": way}, [("nama", name), ("satuan", unit),
                                               ("bobot", weight), ("target", target),
                                               ("batas", cap), ("maksimum", most)], one_line=False)
    folder.write("referensi/indikator.xml", x)
    for look, what, outcome in (("ZZ-01", "NAIK, exact", "code-list"),
                                ("ZZ-02", "bobot kosong", "missing"),
                                ("ZZ-03", "tanda salah", "flag")):
        g.note("referensi/indikator.xml", look, what, "ditolak: " + outcome)


HEADINGS = ["id", "nip", "nama", "jabatan", "unit", "jenis_pegawai", "golru", "tmt_cpns", "status",
            "skp_status", "periode_awal", "periode_akhir", "is_plt_plh"]


def register_row(person, number: int, **other) -> list:
    cells = {
        "id": f"cth-{number:05d}", "nip": person.nip, "nama": person.name, "jabatan": person.job,
        "unit": person.unit, "jenis_pegawai": "pns", "golru": person.golongan,
        "tmt_cpns": p.date_dmy(person.tmt), "status": person.status, "skp_status": "persetujuan",
        "periode_awal": person.start.isoformat(), "periode_akhir": "", "is_plt_plh": "0",
    }
    cells.update(other)
    return [cells[heading] for heading in HEADINGS]


def spare(g: Region, unit: str, job: str = OTHERS[0]):
    person = g.people.person(0)
    person.unit, person.job, person.status, person.start = unit, job, "Aktif", FIRST
    person.clinic, person.district, person.head = unit in CLINICS, unit in DISTRICTS, False
    person.move, person.quality = None, 0
    person.superior = next(x for x in g.staff if x.head and x.unit == unit)
    return person


def civil_servants(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "pns")
    number = 0
    for batch, kinds in ((1, (True, False)), (2, (False, False))):
        table = p.CSV(None, encoding="utf-16-le", bom=True, line_end="\r\n")
        for line in ("Laporan SKP Triwulan II 2025", "Instansi: Pemerintah Kota Pariaman (contoh)",
                     "Waktu unduh: 2 Juli 2025 08:00", ""):
            table.raw(line)
        table.row(*HEADINGS)
        name = f"pegawai/laporan-skp-{batch}.csv"
        for person in (x for x in g.staff if not x.pppk and (x.clinic == (batch == 1))):
            number += 1
            cells: dict = {}
            if r.random() < 0.2:
                cells["golru"] = p.golongan_spelling(r, person.golongan)
            if r.random() < 0.3 and person.unit in SPELLINGS:
                cells["unit"] = r.choice(SPELLINGS[person.unit])
            if r.random() < 0.1:
                cells["tmt_cpns"] = p.date_words(person.tmt)
            if r.random() < 0.02:
                cells["nip"] = r.choice([p.nip_spaced, p.nip_tab, p.nip_prefixed, p.nip_newline,
                                         p.nip_apostrophe])(person.nip)
            if person.move:
                unit, since, job = person.move
                ended = since - datetime.timedelta(1)
                table.row(*register_row(person, number, periode_akhir=ended.isoformat(), **cells))
                table.row(*register_row(person, number, unit=unit, jabatan=job,
                                        periode_awal=since.isoformat(),
                                        periode_akhir="2025-06-30"))
                g.note(name, person.nip, f"pindah ke {unit} pada {since}"
                       + (f" sebagai {job}" if job != person.job else ""), "dua baris dipakai")
                continue
            table.row(*register_row(person, number, **cells))
        if batch == 2:
            servants_dirt(g, table, name)
        table.blank()
        for line in ("Catatan: data contoh, bukan orang sungguhan", "Pariaman, 2 Juli 2025",
                     'Kepala BKPSDM, "tanda tangan'):
            table.raw(line)
        folder.write(name, table)
    g.note("pegawai/laporan-skp-*.csv", "empat baris awal, Catatan:", "judul dan tanda tangan",
           "dilewati")


def servants_dirt(g: Region, table: p.CSV, name: str) -> None:
    def broken(what: str, outcome: str, **cells):
        person = spare(g, OFFICES[1])
        table.row(*register_row(person, 900, **cells))
        g.note(name, cells.get("nip", person.nip), what, "ditolak: " + outcome)
        return person
    g.rejected = [
        broken("golongan V/a", "golongan", golru="V/a"),
        broken("tmt_cpns bukan yang di NIP", "nip-mismatch", tmt_cpns="01-12-1990"),
        broken("tmt_cpns berbentuk ISO, tidak diizinkan", "date", tmt_cpns="2015-01-01"),
        broken("status Pensiun", "SUDAH_BERHENTI (forbidden)", status="Pensiun"),
        broken("periode terbalik", "compare", periode_awal="2025-06-01",
               periode_akhir="2025-05-01"),
        broken("is_plt_plh 2", "flag", is_plt_plh="2"),
        broken("jabatan kosong", "missing", jabatan="NULL"),
        broken("jenis_pegawai thl", "code-list", jenis_pegawai="thl"),
        broken("unit tidak dikenal", "unknown-unit", unit="Dinas Antah"),
    ]
    broken("hari lahir 30 Februari", "nip", nip="198502302010011903")
    broken("NIP terpotong", "nip", nip="19850312201101")
    acting = g.group("office", False)[30]
    table.row(*register_row(acting, 901, unit=OFFICES[2], periode_awal="2025-05-01",
                            is_plt_plh="1"))
    g.note(name, acting.nip, "baris Plh", "disisihkan; baris definitif dipakai")
    again = g.group("office", False)[31]
    table.row(*register_row(again, 902, nama="Baris Ulang Contoh"))
    g.note(name, "Baris Ulang Contoh", "kunci sama", "ditolak: duplicate")
    comma = spare(g, OFFICES[2])
    comma.name = "Nia Rekaan, S.E., M.Si."
    table.raw(",".join(map(str, register_row(comma, 903))))
    g.note(name, comma.nip, "gelar berkoma tanpa kutip", "ditolak: cell-count")
    stray = spare(g, OFFICES[2])
    table.insert_raw(40, ",".join(map(str, register_row(stray, 904))).replace(
        stray.name, '"' + stray.plain))
    after = spare(g, OFFICES[2])
    after.name = after.plain + ", S.H."
    table.insert(41, *register_row(after, 905))
    g.note(name, stray.nip, "kutip nyasar; baris berikutnya selamat", "ditolak: quoting")
    g.extra = [after]


def contract_staff(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "pppk")
    x = p.XML("pegawai", "orang", encoding="windows-1252")

    def raw(person, golongan=None, unit=None, job=None, since=None, until=None, kind="pppk"):
        golongan = golongan or (p.golongan_spelling(r, person.golongan) if r.random() < 0.3
                                else person.golongan)
        end = f' sampai="{until}"' if until else ""
        x.raw(f'  <orang nip="{person.nip}" jenis="{kind}">\n'
              f"    <nama>{person.name}</nama><golongan>{golongan}</golongan>\n"
              f"    <status>{person.status}</status>\n"
              f'    <penempatan mulai="{p.date_dmy(since or person.start)}"{end}>'
              f"<jabatan>{job or person.job}</jabatan><unit>{unit or person.unit}</unit>"
              "</penempatan>\n  </orang>")
    for person in (x for x in g.staff if x.pppk):
        kind = r.choice(["pppk"] * 6 + ["P3K", "pppk_paruh_waktu"])
        if person.move:
            unit, since, job = person.move
            raw(person, until=p.date_dmy(since - datetime.timedelta(1)))
            raw(person, unit=unit, job=job, since=since)
            g.note("pegawai/pppk.xml.gz", person.nip, f"pindah ke {unit} pada {since}",
                   "dua baris dipakai")
        else:
            raw(person, kind=kind)
    odd = g.people.person(1.0)
    odd.unit, odd.job, odd.status, odd.start = OFFICES[0], OTHERS[0], "Aktif", FIRST
    raw(odd, golongan="Golongan (XVIII)")
    g.note("pegawai/pppk.xml.gz", odd.nip, "golongan XVIII tidak ada", "ditolak: golongan")
    g.rejected.append(odd)
    folder.write("pegawai/pppk.xml.gz", x)
    for person in g.late_start:
        g.note("pegawai/pppk.xml.gz", person.nip, f"mulai {person.start}, di tengah periode",
               "dinilai dari hari itu")
    for person in g.staff:
        if person.status != "Aktif":
            g.note("pegawai", person.nip, person.status, "dikecualikan")


# --- results --------------------------------------------------------------------------------------

def values(r, person, code: str, measure: str) -> tuple:
    q = person.quality
    if measure == "mutu":
        return 100, round(min(100, max(40, 88 + 5 * q + r.gauss(0, 5))), 1)
    if code == "SK-LP":
        return "", max(2, round(8 + q + r.gauss(0, 1)))
    if code == "SK-PM":
        return 95, round(min(100, max(50, 93 + 3 * q + r.gauss(0, 4))), 1)
    return 500, max(200, round(420 - 30 * q + r.gauss(0, 60)))


def plans(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "skp")
    offices = [x for x in g.staff + g.extra if not x.clinic and not x.district]
    header = ["nip", "nama", "indikator", "ukuran", "bulan", "target", "realisasi"]
    g.appeals = []
    for month in MONTHS:
        table = p.CSV(header)
        for person in offices:
            if person.nip in g.no_result or person.start > datetime.date(2025, month, 28):
                continue
            for code, measure in (("SK-LP", "kuantitas"), ("SK-LP", "mutu"),
                                  ("SK-PM", "kuantitas"), ("SK-PM", "mutu"),
                                  ("SK-BI", "kuantitas")):
                if person is g.thin and code != "SK-LP" or r.random() < 0.01:
                    continue
                target, actual = values(r, person, code, measure)
                spelled = r.choice([measure] * 8 + [{"kuantitas": "Kuantitatif",
                                                     "mutu": "Kualitas"}[measure]])
                month_text = r.choice([p.month_words(2025, month)] * 4 + [
                    f"2025-{month:02d}", f"{month:02d}/2025"])
                text = p.comma(actual) + (" %" if code == "SK-PM" and r.random() < 0.05 else "")
                if code == "SK-BI" and r.random() < 0.1:
                    target = "Rp 500,-"
                table.row(person.nip, person.name, code, spelled, month_text, target, text)
                if code == "SK-BI" and month == 5 and actual > 520 and person.status == "Aktif":
                    g.appeals.append((person, "skp_kota", f"SK-BI|kuantitas|2025-{month:02d}",
                                      actual))
        name = f"skp/kota-2025-{month:02d}.csv"
        if month == 5:
            plan_dirt(g, table, name, offices)
        folder.write(name, table)
    folder.write("skp/kota-2025-06-lagi.csv", (folder.path / "skp/kota-2025-06.csv").read_bytes())
    g.note("skp/kota-2025-06.csv", "seluruh berkas",
           "isi sama dengan kota-2025-06-lagi.csv, yang lebih dahulu menurut byte jalurnya",
           "disisihkan, temuan")
    g.note("skp", g.thin.nip, "hanya SK-LP: bobot 2 dari 6,5 = 30,8 %, minimum 50",
           "tanpa nilai: TANPA_HASIL")


def plan_dirt(g: Region, table: p.CSV, name: str, offices: list) -> None:
    who = offices[40]

    def note(look: str, what: str, outcome: str) -> None:
        g.note(name, look, what, outcome)
    table.raw(f'{who.nip},"Contoh \\"Kutip\\" Rekaan, S.E.",SK-LP,jumlah,2025-05,8,7')
    note("jumlah", "ukuran tidak ada di tabel; nama berisi kutip dengan garis miring balik",
         "ditolak: reference")
    table.row(who.nip, "u1", "SK-LP", "", "2025-05", 8, 7)
    note("u1", "ukuran kosong", "ditolak: missing")
    table.row(who.nip, "u2", "SK-LP", "mutu", "2025-07", 8, 7)
    note("u2", "Juli, aturan months", "ditolak: period")
    table.row(who.nip, "u3", "SK-LP", "mutu", "2025-05", 100, "nihil")
    note("u3", "nihil berarti kosong pada sumber ini", "ditolak: missing")
    table.row(who.nip, "u4", "SK-LP", "mutu", "2025-05", 100, "#N/A")
    note("u4", "#N/A bukan kosong pada sumber ini", "ditolak: number")
    table.row(who.nip, "u5", "SK-LP", "mutu", "2025-05", 100, -1)
    note("u5", "negatif", "ditolak: range")
    table.row(who.nip, "u6", "SK-ZZ", "mutu", "2025-05", 100, 90)
    note("u6", "indikator tidak dikenal", "ditolak: unknown-indicator")
    table.row(g.rejected[0].nip, "u7", "SK-LP", "mutu", "2025-05", 100, 90)
    note("u7", "baris daftar pegawainya ditolak", "ditolak: unknown-person")
    table.row(who.nip, "u8", "SK-LP", "Kualitas", "Mei 2025", 100, 12)
    note("u8", "kunci sama dengan ejaan lain", "ditolak: duplicate")
    table.blank()
    note("(baris kosong)", "blank_lines: reject", "ditolak: BARIS_KOSONG (blank)")
    table.raw_bytes(f"{who.nip},u9 ".encode() + b"\xa0\xff,SK-LP,mutu,2025-05,100,90")
    note("u9", "bukan UTF-8", "ditolak: encoding")
    table.raw(f"{who.nip},{'u10 ' * 900},SK-LP,mutu,2025-05,100,90")
    note("u10 u10", "lebih dari record_bytes", "ditolak: too-long")


def district_plans(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "camat")
    x = p.XML("skp", "pegawai")
    staff = [s for s in g.staff if s.district and s.nip not in g.no_result]

    def raw(nip, code, measure, month, target, actual, more=""):
        x.raw(f'  <pegawai>\n    <nip>{nip}</nip>\n    <capaian ukuran="{measure}" '
              f'bulan="2025-{month:02d}"><kode>{code}</kode><target>{target}</target>'
              f"<realisasi>{actual}</realisasi></capaian>{more}\n  </pegawai>")
    for person in staff:
        for month in MONTHS:
            for code, measure in (("SK-LP", "kuantitas"), ("SK-PM", "kuantitas"),
                                  ("SK-PM", "mutu"), ("SK-BI", "kuantitas")):
                if r.random() > 0.01:
                    raw(person.nip, code, measure, month, *values(r, person, code, measure))
    who, name = staff[20].nip, "skp/kecamatan.xml.gz"
    raw(who, "TG-01", "mutu", 3, 100, 90)
    g.note(name, "TG-01", "indikator ada, pola SK-* tidak", "ditolak: pattern")
    raw(who, "SK-LP", "mutu", 3, 100, 90)
    g.note(name, "SK-LP 2025-03", "di luar periode", "disisihkan")
    raw(who, "SK-LP", "mutu", 3, 100, "90.25")
    g.note(name, "90.25", "dua desimal", "ditolak: number")
    raw(who, "SK-LP", "mutu", 3, 100, "")
    g.note(name, "SK-LP 2025-03 kosong", "realisasi kosong", "ditolak: missing")
    raw(who, "SK-LP", "biaya", 3, 100, "90")
    g.note(name, "biaya", "ukuran tidak ada di tabel", "ditolak: reference")
    raw(who, "SK-LP", "mutu", 3, 100, "90", "<paraf/>")
    g.note(name, "<paraf/>", "unsur anak berlebih", "ditolak: cell-count")
    folder.write(name, x)


def immunisation(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "imunisasi")
    for unit in CLINICS:
        table = p.CSV(["KODE", "UKURAN", "BULAN", "SASARAN", "TERCAPAI"], delimiter=";")
        for month in MONTHS:
            for code in ("IM-IDL", "IM-DT"):
                target = r.randrange(60, 140)
                table.row(code, "kuantitas", p.month_words(2025, month), target,
                          target - r.randrange(0, 20))
                checks = r.randrange(25, 31)
                table.row(code, "mutu", p.month_words(2025, month), checks,
                          checks - r.randrange(0, 4))
        name = "imunisasi/" + unit.lower().replace(" ", "-") + ".csv"
        if unit == CLINICS[1]:
            for cells, what, outcome in (
                    (("IM-IDL", "kuantitas", "Juli 2025", 80, 70), "di luar periode", "period"),
                    (("IM-IDL", "kuantitas", "Juni 2025", "80,5", 70), "sasaran pecahan",
                     "number"),
                    (("IM-IDL", "kuantitas", "Juni 2025", 80, 81), "tercapai > sasaran",
                     "compare"),
                    (("IM-IDL", "kuantitas", "Juno 2025", 80, 70), "bulan salah eja", "date"),
                    (("IM-IDL", "kuantitas", "Juni 2025", -80, 70), "sasaran negatif", "range")):
                table.row(*cells)
                g.note(name, ";".join(map(str, cells)), what, "ditolak: " + outcome)
            table.row("IM-IDL", "suhu", "Juni 2025", 80, 70)
            g.note(name, "suhu", "ukuran tidak ada di tabel", "ditolak: reference")
        if unit == CLINICS[3]:
            zero = p.month_words(2025, 6)
            for index, part in enumerate(table.parts):
                if part.startswith(f"IM-DT;kuantitas;{zero}"):
                    table.parts[index] = f"IM-DT;kuantitas;{zero};0;0\n"
                    g.note(name, f"IM-DT;kuantitas;{zero};0;0", "sasaran 0",
                           "dipakai; temuan, dihitung tidak ada nilai")
        folder.write(name, table)
    lost = p.CSV(["KODE", "UKURAN", "BULAN", "SASARAN", "TERCAPAI"], delimiter=";")
    lost.row("IM-IDL", "kuantitas", "Mei 2025", 50, 45)
    folder.write("imunisasi/posyandu-antah.csv", lost)
    g.note("imunisasi/posyandu-antah.csv", "baris 2", "unit dari nama berkas tidak dikenal",
           "ditolak: unknown-unit")


def tasks(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "tugas")
    table = p.CSV(["NIP", "KODE TUGAS", "TANGGAL DISPOSISI", "TENGGAT", "SELESAI"], delimiter=";")
    for person in g.staff + g.extra:
        if person.nip in g.no_task:
            continue
        for code in TASKS:
            given = person.start + datetime.timedelta(r.randrange(1, max(
                2, (LAST - person.start).days - 8)))
            due = given + datetime.timedelta(r.choice([3, 7, 14, 21]))
            done = due + datetime.timedelta(max(-3, round(-person.quality + r.gauss(-1, 3))))
            done = max(done, given)
            text = r.choice([done.isoformat(), p.date_dmy(done), p.date_words(done)])
            table.row(person.nip, code, given.isoformat(), due.isoformat(),
                      "" if r.random() < 0.03 else text)
    who = g.group("office", False)[40]
    for cells, what, outcome in (
            (("TG-01", "2025-05-10", "2025-05-05", "2025-05-06"), "tenggat sebelum disposisi",
             "ditolak: TENGGAT_MUNDUR (compare)"),
            (("TG-01", "2025-05-11", "-", "2025-05-06"), "tanpa tenggat", "ditolak: missing"),
            (("TG-01", "2025-05-12", "2025-05-32", "2025-05-06"), "tanggal tidak ada",
             "ditolak: date"),
            (("TG-01", "2025-03-12", "2025-04-02", "2025-04-02"), "disposisi di luar periode",
             "disisihkan")):
        table.row(who.nip, *cells)
        g.note("tugas.csv.gz", ";".join(cells), what, outcome)
    folder.write("tugas.csv.gz", table)
    g.note("tugas.csv.gz", "SELESAI kosong", "belum selesai: 0 bila tenggat dalam periode, "
           "selain itu tidak dihitung", "dipakai")
    for nip in sorted(g.no_task):
        g.note("tugas.csv.gz", nip, "tanpa tugas", "ketepatan tanpa nilai, bobot dibagi ulang")


# --- process and the public -----------------------------------------------------------------------

def raters_of(g: Region, r, person, members: list) -> list:
    mates = [x for x in members if x.unit == person.unit and x is not person]
    answer = [("atasan", person.superior)] + [("rekan", x) for x in r.sample(mates, 2)]
    if person.head:
        answer += [("bawahan", x) for x in r.sample(mates, 3)]
    return answer


def process(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "proses")
    table = p.CSV(["nip", "penilai", "peran", "aspek", "nilai", "tanggal"])
    for person in [x for x in g.staff + g.extra if not x.clinic]:
        if person.nip in g.no_process:
            continue
        for role, rater in raters_of(g, r, person, g.staff):
            date = datetime.date(2025, 6, r.randrange(2, 28))
            for aspect in ASPECTS:
                value = min(100, max(30, round(86 + 6 * person.quality + r.gauss(0, 5))))
                table.row(person.nip, rater.nip, role, aspect, value, date)
    who, rater = g.group("office", False)[50], g.group("office", False)[51]
    for cells, what, outcome in (
            (("rekan", "Sikap", 101, "2025-06-01"), "nilai 101", "ditolak: range"),
            (("rekan", "sikap", 90, "2025-06-01"), "aspek huruf kecil, exact",
             "ditolak: code-list"),
            (("diri", "Sikap", 90, "2025-06-01"), "peran diri tidak dipakai", "ditolak: code-list"),
            (("rekan", "Sikap", "90,5", "2025-06-01"), "koma desimal, strict", "ditolak: number"),
            (("rekan", "Sikap", 90, "2025-07-01"), "di luar periode", "disisihkan")):
        table.row(who.nip, rater.nip, *cells)
        g.note("proses/kota.csv.gz", ",".join(map(str, cells)), what, outcome)
    table.row(who.nip, "12345", "rekan", "Sikap", 90, "2025-06-01")
    g.note("proses/kota.csv.gz", "12345", "NIP penilai rusak", "ditolak: nip")
    folder.write("proses/kota.csv.gz", table)
    x = p.XML("penilaian", "butir")
    for unit in CLINICS:
        x.raw(f"  <{unit.lower().replace(' ', '-')}>")
        for person in [s for s in g.staff if s.clinic and s.unit == unit]:
            if person.nip in g.no_process:
                continue
            for role, rater in raters_of(g, r, person, g.staff):
                date = p.date_words(datetime.date(2025, 6, r.randrange(2, 28)))
                for aspect in ASPECTS:
                    value = person.quality + r.gauss(0, 1)
                    word = WORDS[0 if value > 0.5 else 1 if value > -1.8 else 2]
                    if r.random() < 0.1:
                        word = word.lower().replace("di ", "di")
                    x.raw(f'    <butir nip="{person.nip}" penilai="{rater.nip}"><peran>{role}'
                          f"</peran><aspek>{aspect}</aspek><predikat>{word}</predikat>"
                          f"<tanggal>{date}</tanggal></butir>")
        if unit == CLINICS[2]:
            nip = next(s for s in g.staff if s.unit == unit and not s.head).nip
            for role, word, what, outcome in (
                    ("rekan", "lumayan", "kata di luar daftar", "word"),
                    ("tamu", "Sesuai Ekspektasi", "peran lain", "code-list"),
                    ("rekan", "", "predikat kosong", "missing")):
                x.raw(f'    <butir nip="{nip}" penilai="{nip}"><peran>{role}</peran><aspek>Sikap'
                      f"</aspek><predikat>{word}</predikat><tanggal>1 Juni 2025</tanggal></butir>")
                g.note("proses/puskesmas.xml", word or "predikat kosong", what,
                       "ditolak: " + outcome)
        x.raw(f"  </{unit.lower().replace(' ', '-')}>")
    folder.write("proses/puskesmas.xml", x)
    for nip in sorted(g.no_process):
        g.note("proses", nip, "tanpa penilaian proses", "tanpa nilai: TANPA_PROSES")
    g.note("proses", g.changed.nip, "pindah ke Dinas Sosial 16 Juni: skema umum, buktinya milik "
           "skema kesehatan", "tanpa nilai: TANPA_HASIL_DAN_PROSES")


def public(g: Region, folder: p.Folder) -> None:
    r = p.rng(g.seed, "pariaman", "publik")
    number = 100
    for unit in CLINICS:
        table = p.CSV(None, delimiter=";")
        mine = [x for x in g.staff if x.unit == unit and x.clinic]
        for person in mine:
            count = 3 if person.nip in g.few_public else r.randrange(5, 10)
            for _ in range(count):
                number += 1
                date = datetime.date(2025, r.choice(MONTHS), r.randrange(1, 29))
                for aspect in ("Ramah", "Jelas"):
                    value = min(4, max(1, round(3.3 + 0.3 * person.quality + r.gauss(0, 0.6))))
                    table.row(f"R-{number:03d}" if number < 1000 else f"R-{number:04d}",
                              person.nip, aspect, value, p.date_dmy(date))
        name = "publik/" + unit.lower().replace(" ", "-") + ".csv"
        if unit == CLINICS[0]:
            who = mine[5].nip
            for cells, what, outcome in (
                    (("R-001", who, "Ramah", 5, "01-05-2025"), "5 pada skala 1..4", "range"),
                    (("R-1", who, "Ramah", 4, "01-05-2025"), "nomor responden tidak berpola",
                     "pattern"),
                    (("", who, "Ramah", 4, "01-05-2025"), "tanpa nomor responden", "missing"),
                    (("R-002", "199001012015011998", "Ramah", 4, "01-05-2025"),
                     "orang tidak dikenal", "unknown-person")):
                table.row(*cells)
                g.note(name, ";".join(map(str, cells)), what, "ditolak: " + outcome)
            first = table.parts[0]
            table.parts.append(first)
            g.note(name, first.strip(), "baris pertama diulang di akhir", "ditolak: duplicate")
        folder.write(name, table)
    for nip in sorted(g.few_public):
        g.note("publik", nip, "tiga responden, minimum lima", "publik tanpa nilai, dibagi ulang")


def sanctions_and_appeals(g: Region, folder: p.Folder) -> None:
    table = p.CSV(["nip", "tingkat", "mulai", "lama_bulan", "nomor_sk"])
    o = g.group("office", False)
    for nip, level, begin, months, what in (
            (o[60].nip, "ringan", "2025-05-05", 1, "faktor 0,95"),
            (o[61].nip, "ringan", "2025-04-01", 3, "dua hukuman dikalikan: 0,95 × 0,8"),
            (o[61].nip, "sedang", "15-06-2025", 6, "dua hukuman dikalikan: 0,95 × 0,8"),
            (o[62].nip, "berat", "2024-10-01", 6, "selesai 31 Maret: tidak berlaku")):
        table.row(nip, level, begin, months, f"HK-{len(table.parts):02d}")
        g.note("hukdis.csv", nip, f"{level} {begin} {months} bulan", what)
    table.row(o[63].nip, "ringan", "2025-05-05", "tiga", "HK-90")
    g.note("hukdis.csv", "HK-90", "lama dengan kata", "ditolak: number")
    folder.write("hukdis.csv", table)
    fix = p.CSV(["nip", "sumber", "kunci", "kolom", "nilai_lama", "nilai_baru", "dokumen",
                 "tanggal", "keputusan"], delimiter=";")
    for number, (person, source, key, value) in enumerate(g.appeals[:3], 1):
        wrong = number == 2
        fix.row(person.nip, source, key, "realisasi", value + 1 if wrong else value, 480,
                f"LHP-{number:02d}", "2025-07-10", "dikabulkan")
        g.note("koreksi.csv", f"LHP-{number:02d}",
               "nilai lama berbeda dari yang tercatat" if wrong else "biaya salah catat",
               "ditolak: compare" if wrong else "realisasi menjadi 480")
    fix.row(o[64].nip, "skp_kota", "SK-BI|mutu|2025-05", "realisasi", "", 480, "LHP-08",
            "2025-07-10", "dikabulkan")
    g.note("koreksi.csv", "LHP-08", "tidak ada fakta dengan kunci itu", "dipakai; temuan")
    fix.row(o[64].nip, "skp_kota", "SK-BI|kuantitas|2025-05", "realisasi", "", 480, "",
            "2025-07-10", "dikabulkan")
    g.note("koreksi.csv", "baris terakhir", "tanpa dokumen", "ditolak: missing")
    folder.write("koreksi.csv", fix)


def generate(out, seed: int) -> None:
    g, folder = Region(seed), p.Folder(out, "pariaman", PERIOD)
    for step in (reference, civil_servants, contract_staff, plans, district_plans, immunisation,
                 tasks, process, public, sanctions_and_appeals):
        step(g, folder)
    folder.write("skp/tanda-terima.pdf", b"%PDF-1.4 contoh, bukan PDF sungguhan\n")
    p.readme(out, "pariaman", "Kota Pariaman", [(PERIOD, [
        ("referensi/", "unit (`;`), ukuran, indikator (XML)"),
        ("pegawai/laporan-skp-*.csv", "e-Kinerja \"Laporan SKP\" (D1), UTF-16, judul dan kaki"),
        ("pegawai/pppk.xml.gz", "PPPK dari BKPSDM"),
        ("skp/kota-*.csv", "SKP setda dan dinas; escape garis miring balik"),
        ("skp/kecamatan.xml.gz", "SKP kecamatan"),
        ("imunisasi/*.csv", "cakupan dan mutu imunisasi per puskesmas; unit dari nama berkas"),
        ("tugas.csv.gz", "tugas dengan tenggat dan tanggal selesai"),
        ("proses/", "penilaian proses: kota (angka), puskesmas (kata, XML)"),
        ("publik/*.csv", "sikap kepada masyarakat, tanpa baris judul, skala 1..4"),
        ("hukdis.csv, koreksi.csv", "hukuman disiplin; koreksi hasil pemeriksaan"),
        ("skp/tanda-terima.pdf", "tidak diminta sumber mana pun: temuan"),
    ], g.notes)])
