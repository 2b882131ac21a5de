"""Sample exports of Sabang: two semesters of the same invented staff, training in between."""

import datetime

from sample_data import people as P

REGION = "sabang"
SEMESTERS = {"2025-S1": (1, 2, 3, 4, 5, 6), "2025-S2": (7, 8, 9, 10, 11, 12)}
DATE, DAY = datetime.date, datetime.timedelta(1)
# name, spellings, peer group, staff, own result in the first and second semester
UNITS = [
    ("Sekretariat Daerah", ["Setda", "Setdako Sabang"], "Dukungan", 58, "84,5", "86"),
    ("BKPSDM", ["Badan Kepegawaian dan Pengembangan SDM"], "Dukungan", 34, "88,25", "90,5"),
    ("Bappeda", ["Badan Perencanaan Pembangunan Daerah"], "Dukungan", 32, "79", "81,75"),
    ("Dinas Pariwisata", ["Disparbud"], "Pelayanan", 50, "91", "92,5"),
    ("Dinas Dukcapil", ["Disdukcapil"], "Pelayanan", 44, "87,4", "89,1"),
    ("DPMPTSP", ["Dinas Penanaman Modal dan PTSP"], "Pelayanan", 38, "85", "-"),
    ("RSUD Sabang", ["Rumah Sakit Umum Daerah Sabang"], "Pelayanan", 78, "82,6", "84"),
    ("Puskesmas Sukakarya", ["PKM Sukakarya"], "Pelayanan", 40, "80", "83,3"),
    ("Puskesmas Sukajaya", ["PKM Sukajaya"], "Pelayanan", 36, "78,9", "80"),
    ("Kecamatan Sukakarya", ["Kec. Sukakarya"], "Pelayanan", 26, "83", "85,2"),
    ("Kantor Penghubung", ["Kantor  Penghubung"], "Titipan", 2, "75", "75"),
]
GROUP = {unit[0]: unit[2] for unit in UNITS}
CATALOGUE = {
    "INT": "Pelatihan \"Integritas Pelayan Publik\"", "KJS": "Kolaborasi Tim",
    "KOM": "Komunikasi Efektif", "OPH": "Manajemen Kinerja", "PLY": "Pelayanan Prima",
    "PDO": "Coaching dan Mentoring", "MPB": "Manajemen Perubahan",
    "PKP": "Pengambilan Keputusan", "PBS": "Wawasan Kebangsaan, tingkat dasar",
}
STANDARD = {
    "Pelaksana": dict(INT=2, KJS=1, KOM=1, OPH=1, PLY=2),
    "Terampil": dict(INT=2, KJS=2, KOM=2, OPH=2, PLY=2),
    "Ahli Pertama": dict(INT=2, KJS=2, KOM=2, OPH=2, PLY=2, PBS=2),
    "Ahli Muda": dict(INT=3, KJS=3, KOM=3, OPH=3, PLY=3, PBS=2),
    "Ahli Madya": dict(INT=4, KJS=3, KOM=4, OPH=4, PLY=4, PDO=3, PBS=3),
    "Pengawas": dict(INT=3, KJS=3, KOM=3, OPH=2, PLY=2, PDO=2, PKP=2),
    "Administrator": dict(INT=3, KJS=3, KOM=3, OPH=3, PLY=3, PDO=3, MPB=3, PKP=3),
    "JPT Pratama": dict(INT=4, KJS=4, KOM=4, OPH=4, PLY=4, PDO=4, MPB=4, PKP=4, PBS=4),
    "Petugas Loket Pelayanan": dict(INT=2, KOM=3, PLY=3, KJS=2),
    "Pemandu Informasi Wisata": dict(INT=2, KOM=4, PLY=3, PBS=3),
}
SPELLED = {"Pelaksana": ["JFU"], "Pengawas": ["Eselon IV"], "Administrator": ["Eselon III"],
           "JPT Pratama": ["Eselon II"]}
ASPECTS = ["pelayanan", "integritas", "kerja sama"]
WORDS = {100: "Di Atas Ekspektasi", 80: "sesuai ekspektasi", 60: "dibawah ekspektasi"}
HEADER = ("pns_id nip_baru nama tanggal_lahir jenis_kelamin jenis_pegawai_nama "
          "kedudukan_hukum_nama tmt_cpns gol_akhir_nama jenis_jabatan_nama jabatan_nama "
          "tmt_jabatan unor_nama is_plt_plh").split()
UNKNOWN = "19700101199501199"                     # with a digit behind: nobody's NIP


def required(person) -> dict:
    return STANDARD.get(person.post) or STANDARD[person.level]


def build_staff(seed: int) -> list:
    r = P.rng(seed, REGION, "staff")
    pool, staff = P.People(r), []
    for unit, _, group, size, _, _ in UNITS:
        head = pool.person(pppk_share=0.0, senior=True)
        members = [head] + [pool.person() for _ in range(size - 1)]
        for index, person in enumerate(members):
            person.unit, person.head, person.status = unit, head, "Aktif"
            person.start = DATE(2024, r.randrange(1, 12), 1)
            person.skill, person.special = r.gauss(0, 1), ""
            if index == 0:
                person.level, person.post = "JPT Pratama", "Kepala " + unit
                if unit.startswith(("Puskesmas", "Kecamatan", "Kantor")):
                    person.level = "Administrator"
            elif index <= size // 12:
                person.level, person.post = "Pengawas", "Kepala Seksi"
            else:
                person.level = r.choice(["Pelaksana"] * 3 + ["Terampil"] * 2
                                        + ["Ahli Pertama"] * 3 + ["Ahli Muda"] * 2 + ["Ahli Madya"])
                person.post = {"Pelaksana": "Pengelola Administrasi", "Terampil": "Arsiparis"}.get(
                    person.level, "Analis Kebijakan")
                if unit in ("Dinas Dukcapil", "DPMPTSP") and r.random() < 0.4:
                    person.post = "Petugas Loket Pelayanan"
                elif unit == "Dinas Pariwisata" and r.random() < 0.4:
                    person.post = "Pemandu Informasi Wisata"
            person.held = {code: min(5, max(1, level + r.choice([-1, -1, 0, 0, 0, 1])))
                           for code, level in required(person).items()}
        staff += members
    leader = staff[0]
    for person in staff:
        if person is person.head:
            person.head = leader
    others = [p for p in staff if p.level in ("Pelaksana", "Terampil") and "Kantor" not in p.unit]
    r.shuffle(others)
    for status in ("CLTN", "Cuti Luar Tanggungan Negara", "Tugas Belajar", "Tubel"):
        person = others.pop()
        person.status, person.special = status, "excluded"
    person = others.pop()                        # ended before the first semester
    person.special, person.left = "pension", ("pensiun", DATE(2024, 12, 1), "0")
    return staff


class Semester:
    """Writes the exports of one semester."""

    def __init__(self, out, seed: int, period: str, staff: list):
        self.period, self.months, self.staff = period, SEMESTERS[period], staff
        self.second = period.endswith("2")
        self.random = P.rng(seed, REGION, period)
        self.folder = P.Folder(out, REGION, period)
        self.first = DATE(2025, self.months[0], 1)
        self.last = DATE(2025, 6, 30) if not self.second else DATE(2025, 12, 31)
        self.pool = [p for p in staff if p is not p.head and not p.special
                     and p.level not in ("JPT Pratama", "Administrator") and "Kantor" not in p.unit]
        self.random.shuffle(self.pool)
        names = ["victim"] * 16 + ["move"] * 4 + ["rows"] * 3 + ["promote"] * 2 + ["leave"] * 2
        self.case = {}
        for name in names:
            self.case.setdefault(name, []).append(self.pool.pop())
        for name, group in (("unjudged", "Pelayanan"), ("unjudged", "Dukungan"),
                            ("nothing", "Pelayanan"), ("self-only", "Pelayanan"), ("self-only", "Dukungan"),
                            ("public-only", "Pelayanan"), ("no-superior", "Pelayanan"),
                            ("no-superior", "Pelayanan"), ("few-public", "Pelayanan"),
                            ("few-public", "Pelayanan"), ("appeal-level", "Dukungan"),
                            ("appeal-public", "Pelayanan"), ("appeal-hours", "Pelayanan"),
                            ("appeal-old", "Dukungan"), ("appeal-none", "Dukungan"),
                            ("partly-judged", "Pelayanan"), ("partly-judged", "Dukungan")):
            index = next(i for i, p in enumerate(self.pool) if GROUP[p.unit] == group
                         and p.unit != "DPMPTSP")           # its own result is missing once
            self.case.setdefault(name, []).append(self.pool.pop(index))
        self.special = {p.nip: name for name, some in self.case.items() for p in some}
        self.present = [p for p in staff if self.special.get(p.nip) != "victim"]
        self.working = [p for p in self.present if p.special != "pension"]

    def write(self) -> None:
        self.references()
        self.register()
        self.events()
        self.training()
        self.judgements()
        self.ratings()
        self.public()
        self.sanctions()
        self.corrections()
        self.folder.write("~$rekap.xlsx", b"berkas kunci sementara, bukan ekspor\n")

    # --- reference ------------------------------------------------------------------------------

    def references(self) -> None:
        units = P.XML("unor", "baris")
        for name, _, group, _, first, second in UNITS:
            result = second if self.second else first
            units.record({}, [("nama", name), ("induk", "" if name == UNITS[0][0] else UNITS[0][0]),
                              ("kelompok", group), ("hasil", result)], one_line=False)
        self.folder.write("referensi/unor.xml", units)
        table = P.CSV(["jabatan_atau_jenjang", "kode_kompetensi", "level_syarat"], ";")
        for name, levels in STANDARD.items():
            for code, level in levels.items():
                table.row(name, code, level)
        table.row("Pelaksana", "MPB", 7)                              # range
        table.row("Pelaksana", "INT", 1)                              # duplicate
        self.folder.write("referensi/standar-kompetensi.csv", table)
        lines = ["kompetensi,pelatihan"]
        for code, name in CATALOGUE.items():
            escaped = name.replace('"', '\\"')
            lines.append(f'{code},"{escaped}"')
        self.folder.write("referensi/katalog-pelatihan.csv", ("\r\n".join(lines) + "\r\n").encode())

    # --- register -------------------------------------------------------------------------------

    def cells(self, person, unit=None, start=None, acting="0") -> list:
        r = self.random
        golongan = person.golongan
        if r.random() < 0.12:
            golongan = P.golongan_spelling(r, golongan)
        level = person.level
        if level in SPELLED and r.random() < 0.3:
            level = SPELLED[level][0]
        name = unit or person.unit
        if r.random() < 0.1:
            spellings = next(u[1] for u in UNITS if u[0] == name)
            name = r.choice([*spellings, name.upper()])
        post = person.post
        if post == "Petugas Loket Pelayanan" and r.random() < 0.3:
            post = r.choice(["Petugas Loket", "PETUGAS LOKET PELAYANAN "])
        begin = start or person.start
        begin = P.date_words(begin) if r.random() < 0.1 else P.date_dmy(begin)
        return [f"A{P.hashlib.sha256(person.nip.encode()).hexdigest()[:8].upper()}", person.nip,
                person.name, P.date_dmy(person.birth), person.kelamin, person.jenis, person.status,
                P.date_dmy(person.tmt), golongan, level, post, begin, name, acting]

    def register(self) -> None:
        r = self.random
        table = P.CSV(HEADER, ";", "\r\n", "cp1252")
        for person in self.present:
            cells = self.cells(person)
            spelled = r.random()
            if spelled < 0.01:
                cells[1] = P.nip_newline(person.nip)
            elif spelled < 0.06:
                cells[1] = r.choice([P.nip_spaced, P.nip_tab, P.nip_prefixed,
                                     P.nip_apostrophe])(person.nip)
            table.row(*cells)
            if self.special.get(person.nip) == "rows":
                unit = r.choice([u[0] for u in UNITS[:9] if u[0] != person.unit])
                month = self.months[r.randrange(1, 5)]
                table.row(*self.cells(person, unit, DATE(2025, month, r.randrange(2, 28))))
        for person in self.staff[20:22]:
            table.row(*self.cells(person, UNITS[4][0], DATE(2025, self.months[1], 1), "1"))
        self.register_dirt(table)
        self.folder.write(f"pegawai/siasn-2025{self.months[-1]:02d}.csv", table)

    def register_dirt(self, table) -> None:
        v = iter(self.case["victim"])
        r = self.random

        def put(**changes):
            person = next(v)
            cells = self.cells(person)
            cells[8], cells[11], cells[12] = "III/a", "01-02-2024", person.unit
            if person.pppk:
                cells[8] = "IX"
            for name, new in changes.items():
                index = HEADER.index(name)
                cells[index] = new(cells[index]) if callable(new) else new
            return cells

        def at(cells=None, raw=None):
            index = r.randrange(2, len(table.parts) - 3)
            if raw is not None:
                table.insert_raw(index, raw)
            else:
                table.insert(index, *cells)

        at(put(nip_baru=P.nip_scientific))                                       # nip
        at(put(nip_baru=lambda n: n[:12] + "15" + n[14:]))                       # nip: month 15
        at(put(nip_baru=lambda n: n[:14] + "3" + n[15:]))                        # nip: sex digit
        at(put(tanggal_lahir="1980-01-31"))                                      # date: form
        at(put(tanggal_lahir=lambda d: d[:6] + "1960"))                          # nip-mismatch
        at(put(jenis_kelamin=lambda s: "M" if s == "F" else "F"))                # nip-mismatch
        at(put(jenis_pegawai_nama="pns"))                                        # code-list, exact
        at(put(kedudukan_hukum_nama="Diberhentikan?"))                           # code-list
        at(put(gol_akhir_nama="V/a"))                                            # golongan
        at(put(jenis_jabatan_nama=""))                                           # missing
        at(put(unor_nama="Dinas Antah Berantah"))                                # unknown-unit
        at(put(is_plt_plh="barangkali"))                                         # flag
        at(put(nama="Y" * 4000))                                                 # too-long
        at(raw=";".join(put()[:-2]))                                             # cell-count
        stray = put()
        stray[2] = '"Contoh "Alias" Rekaan"'
        at(raw=";".join(stray))                                                  # quoting
        wrong = put()
        pns = next(p for p in self.staff if not p.pppk and p.tmt.month != 12)
        wrong[1:8] = [pns.nip[:15] + "995", "Contoh Salah TMT", P.date_dmy(pns.birth), pns.kelamin,
                      "PNS", "Aktif", P.date_dmy(DATE(pns.tmt.year, 12, 1))]
        at(wrong)                                                                # nip-mismatch tmt
        calm = [p.nip for p in self.present if p.nip not in self.special][30:60]
        last = next(i for i, part in enumerate(table.parts)
                    if any(f";{nip};" in part for nip in calm))
        table.blank()
        table.parts.append(table.parts[last])                                    # duplicate

    def events(self) -> None:
        table = P.CSV(["NIP", "JENIS", "TANGGAL", "TERMASUK", "UNOR BARU", "JABATAN BARU",
                       "JENJANG BARU", "NOMOR SK"])
        targets = [UNITS[5][0], UNITS[0][0], UNITS[3][0], UNITS[6][0]]
        for number, person in enumerate(self.case["move"]):
            unit = targets[number] if targets[number] != person.unit else UNITS[1][0]
            date = DATE(2025, self.months[2], 10 + number)
            table.row(person.nip, "mutasi", P.date_dmy(date), number % 2, unit,
                      "Analis Kebijakan" if number < 2 else "", "", f"SK-9{number}0/CONTOH")
        for number, person in enumerate(self.case["promote"]):
            table.row(person.nip, "Promosi", P.date_words(DATE(2025, self.months[3], 1)), "0", "",
                      "Analis Kebijakan", "Ahli Muda", f"SK-9{number}1/CONTOH")
        leaving = self.case["leave"]
        leaving[0].left = ("pensiun", DATE(2025, self.months[4], 1), "0")
        leaving[1].left = ("berhenti", DATE(2025, self.months[5], 15), "1")
        gone = [p for p in self.staff if p.special == "pension"]
        for number, person in enumerate(gone + leaving):
            what, date, counted = person.left
            table.row(person.nip, what, P.date_dmy(date), counted, "", "", "",
                      f"SK-95{number}/CONTOH")
        some = self.pool[:4]
        month = P.date_dmy(DATE(2025, self.months[3], 1))
        table.row(UNKNOWN + "4", "mutasi", month, "0", UNITS[0][0], "", "", "SK-965/CONTOH")
        table.row(some[0].nip, "mutasi", month, "0", "Dinas Antah Berantah", "", "", "SK-966/CONTOH")
        table.row(some[1].nip, "mutasi", "awal bulan", "0", UNITS[0][0], "", "", "SK-967/CONTOH")
        table.row(some[2].nip, "mutasi", month, "entah", UNITS[0][0], "", "", "SK-968/CONTOH")
        table.row(some[3].nip, "", month, "0", UNITS[0][0], "", "", "SK-969/CONTOH")     # missing
        table.row(leaving[0].nip, "pensiun", P.date_words(DATE(2025, self.months[4], 1)), "1", "",
                  "", "", "SK-970/CONTOH")                                              # duplicate
        self.folder.write("pegawai/mutasi.csv", table)

    # --- training and competency ----------------------------------------------------------------

    def training(self) -> None:
        r = self.random
        table = P.CSV(["NO", "NIP", "NAMA", "PELATIHAN", "KOMPETENSI", "TANGGAL", "JP"], "\t",
                      "\r\n", "utf-16-le", bom=True)
        self.courses, number = {}, 0
        for person in self.working:
            person.trained = set()
            if self.special.get(person.nip) == "nothing":
                continue
            gaps = [c for c, level in required(person).items() if person.held.get(c, 0) < level]
            wanted = [c for c in gaps if r.random() < 0.65][:2]
            if r.random() < 0.35 or self.special.get(person.nip) == "appeal-hours":
                wanted.append(r.choice(list(CATALOGUE)))
            for code in dict.fromkeys(wanted):
                number += 1
                date = DATE(2025, r.choice(self.months[:4]), r.randrange(1, 28))
                hours = r.choice([4, 6, 6, 8, 10, 12])
                text = P.comma(hours + 0.5) if r.random() < 0.1 else str(hours)
                if self.special.get(person.nip) == "appeal-hours":
                    text = "4"
                person.trained.add(code)
                self.courses.setdefault(person.nip, []).append((code, date, text))
                when = r.choice([P.date_dmy(date), P.date_words(date), date.isoformat(),
                                 P.date_dmy(date, "/")])
                nip = r.choice([P.nip_spaced, P.nip_prefixed])(person.nip) \
                    if r.random() < 0.03 else person.nip
                table.row(number, nip, person.plain, CATALOGUE[code], code, when, text)
        a, b, c = self.pool[4:7]
        date = P.date_dmy(DATE(2025, self.months[1], 5))

        def put(nip, name, code, when, hours):
            table.row("", nip, "Contoh", name, code, when, hours)
        put(a.nip, "Seminar", "XYZ", date, "6")                                   # reference
        put(a.nip, "Seminar", "KOM", "5 Februri 2025", "6")                       # date
        put(a.nip, "Seminar", "KOM", date, "enam jam")                            # number, own code
        put(a.nip, "Seminar", "KOM", date, "120")                                 # range
        put(a.nip, "Seminar", "KOM", date, "-")                                   # missing
        put(UNKNOWN + "3", "Seminar", "KOM", date, "6")                           # unknown-person
        put("nip?", "Seminar", "KOM", date, "6")                                  # nip
        table.blank()                                                             # blank, rejected
        put(b.nip, "Seminar", "KOM", P.date_dmy(self.first - 20 * DAY), "6")      # set aside
        put(c.nip, "Seminar Dua Hari", "KOM", date, "6")
        put(c.nip, "Seminar Dua Hari", "PLY", date, "8")                          # duplicate
        self.folder.write("pelatihan/pelatihan.txt", table)

    def judgements(self) -> None:
        r = self.random
        self.levels = {}
        halves = [P.XML("asesmen", "hasil"), P.XML("asesmen", "hasil")]
        early, late = self.months[3], self.months[4]
        for index, person in enumerate(self.working):
            case = self.special.get(person.nip)
            export = halves[index % 2]
            if case in ("unjudged", "nothing"):
                continue
            wanted = dict(required(person))
            if case == "promote":
                wanted |= STANDARD["Ahli Muda"]
            for place, code in enumerate(wanted):
                if case == "partly-judged" and place == 0:
                    continue
                held = person.held.setdefault(code, 2)
                if self.second and code in person.grown:
                    held = person.held[code] = min(5, held + 1)
                if r.random() < 0.05:                                # an earlier judgement, overtaken
                    self.judge(export, person, code, max(1, held - 1),
                               DATE(2025, early, r.randrange(1, 28)))
                date = DATE(2025, r.choice([late, late + 1]), r.randrange(1, 28))
                self.levels[person.nip, code] = (held, date)
                self.judge(export, person, code, held, date)
        self.judgement_dirt(halves[0])
        self.folder.write("kompetensi/asesmen-1.xml.gz", halves[0])
        self.folder.write("kompetensi/asesmen-2.xml.gz", halves[1])
        self.folder.write("kompetensi/asesmen-2-kirim-ulang.xml.gz", halves[1])

    def judge(self, export, person, code, level, date) -> None:
        when = self.random.choice([date.isoformat(), P.date_dmy(date), f"{date}T08:00:00"])
        export.record({"nip": person.nip, "kode": code}, [("level", level), ("tanggal", when)],
                      one_line=self.random.random() < 0.85)

    def judgement_dirt(self, export) -> None:
        places = {p.nip: index for index, p in enumerate(self.working)}
        a, b = [p for p in self.pool[7:] if places[p.nip] % 2 == 0][:2]      # people of this file
        code = next(iter(required(a)))
        date = DATE(2025, self.months[4], 3).isoformat()

        def put(nip, code, level, when):
            export.record({"nip": nip, "kode": code}, [("level", level), ("tanggal", when)])
        put(a.nip, "XYZ", 3, date)                                               # reference
        put(a.nip, code, "2,5", date)                                            # number
        put(a.nip, code, 6, date)                                                # range
        put(a.nip, code, "", date)                                               # missing
        put(a.nip, code, 3, "")                                                  # missing
        put(a.nip, code, 3, "2025-02-30")                                        # date
        put(a.nip, code, 3, DATE(2025, self.months[1], 3).isoformat())           # period (months)
        put(UNKNOWN + "2", code, 3, date)                                        # unknown-person
        put(P.nip_scientific(a.nip), code, 3, date)                              # nip
        held, when = self.levels[a.nip, code]
        put(a.nip, code, 5, when.isoformat())                                    # duplicate, maybe
        after = self.last + 5 * DAY
        put(b.nip, next(iter(required(b))), 5, after.isoformat())                # set aside
        export.raw('  <hasil\n    kode="PLY"\n    nip="nihil"><level>1</level>'
                   f"<tanggal>{date}</tanggal></hasil>")                         # nip, tag over lines

    # --- ratings --------------------------------------------------------------------------------

    def ratings(self) -> None:
        r = self.random
        header = ["nip", "nip_penilai", "sebagai", "aspek", "nilai", "tanggal"]
        tables = {role: P.CSV(header, ";") for role in ("diri", "atasan")}
        for person in self.working:
            case = self.special.get(person.nip)
            if case not in ("nothing", "public-only"):
                self.rate(tables["diri"], person, person, "diri")
            if person.head is not person and case not in ("nothing", "public-only", "self-only",
                                                          "no-superior"):
                self.rate(tables["atasan"], person, person.head, "atasan")
        a, b, c = self.pool[9:12]
        table, date = tables["atasan"], P.date_dmy(DATE(2025, self.months[5], 2))
        good = [a.nip, a.head.nip, "atasan", "pelayanan", "80", date]

        def put(**changes):
            cells = list(good)
            for key, value in changes.items():
                cells[header.index(key)] = value
            table.row(*cells)
        put(nip=b.nip, nilai="memuaskan", nip_penilai=c.nip)                      # word
        put(nip=b.nip, nilai="105", nip_penilai=c.nip)                            # range of the scale
        put(nip=b.nip, nip_penilai=UNKNOWN + "1")                                 # reference
        put(nip=UNKNOWN + "1")                                                    # unknown-person
        put(nip=b.nip, nip_penilai=b.nip)                                         # ATASAN_DIRI
        put(nip=b.nip, nip_penilai=c.nip, sebagai="diri")                         # BUKAN_DIRI
        put(nip=b.nip, nip_penilai=c.nip, sebagai="bawahan")                      # code-list
        put(nip=b.nip, nip_penilai=c.nip, aspek="kerapian")                       # code-list
        put(nip=b.nip, nip_penilai=c.nip, tanggal="30-02-2025")                   # date
        put(nip=b.nip, nip_penilai=c.nip, nilai="")                               # missing
        put(nip=c.nip, nip_penilai=b.nip, tanggal=P.date_dmy(self.last + 3 * DAY))   # set aside
        put(nilai="20")                                                           # duplicate
        bad = ";".join([b.nip, c.nip, "atasan", "pelayan\xe9n", "80", date])
        table.parts.append(bad.encode("latin-1") + b"\n")                         # encoding
        table.raw(";".join([b.nip, c.nip, "atasan", '"pelayanan" ya', "80", date]))   # quoting
        table.raw(";".join([b.nip, c.nip, "atasan", "pelayanan", "80", date, "lebih"]))  # cell-count
        for role, filled in tables.items():
            self.folder.write(f"penilaian/penilaian-{role}.csv.gz", filled)

    def rate(self, table, person, rater, role: str) -> None:
        r = self.random
        for aspect in ASPECTS:
            mean = 84 + 5 * person.skill + (4 if role == "diri" else 0)
            value = min(100, max(40, round(r.gauss(mean, 4) * 2) / 2))
            text = P.comma(value).removesuffix(",0")
            if r.random() < 0.15:
                text = r.choice([str.upper, str])(WORDS[r.choice([100, 80, 80, 80, 60])])
            date = DATE(2025, self.months[r.randrange(2, 6)], r.randrange(1, 28))
            when = r.choice([P.date_dmy(date), P.date_words(date), date.isoformat()])
            spelled = {"diri": ["diri", "Diri Sendiri", "mandiri"],
                       "atasan": ["atasan", "Atasan Langsung", "PIMPINAN"]}[role]
            spoken = aspect.replace(" ", r.choice(["", " "])).title() if r.random() < 0.2 else aspect
            nip = P.nip_apostrophe(person.nip) if r.random() < 0.02 else person.nip
            table.row(nip, rater.nip, r.choice(spelled), spoken, text, when)

    def public(self) -> None:
        r = self.random
        exports = {month: P.XML("survei", "suara") for month in self.months}
        respondent, self.votes = 0, {}
        for person in self.working:
            case = self.special.get(person.nip)
            if GROUP[person.unit] != "Pelayanan" or case in ("nothing", "self-only"):
                continue
            count = 3 if case == "few-public" else r.randrange(5, 11)
            for _ in range(count):
                respondent += 1
                number = f"R{respondent:05d}"
                month = r.choice(self.months)
                date = DATE(2025, month, r.randrange(1, 28))
                mood = 4.1 + 0.35 * person.skill + r.gauss(0, 0.5)
                for aspect in ["pelayanan", "integritas"][:r.choice([1, 2, 2])]:
                    stars = min(5, max(1, round(mood + r.gauss(0, 0.5))))
                    if case == "appeal-public" and person.nip not in self.votes:
                        stars = 1
                    self.votes.setdefault(person.nip, []).append((number, aspect, stars, month))
                    self.vote(exports[month], person.nip, number, aspect, stars, date.isoformat())
        month = self.months[2]
        export, date = exports[month], DATE(2025, month, 9).isoformat()
        a = next(p for p in self.pool if GROUP[p.unit] == "Pelayanan")
        self.vote(export, a.nip, "R90001", "pelayanan", 0, date)                  # range of the scale
        self.vote(export, a.nip, "R90002", "pelayanan", "lima", date)             # word
        self.vote(export, a.nip, "R9", "pelayanan", 5, date)                      # pattern
        self.vote(export, a.nip, "", "pelayanan", 5, date)                        # missing
        self.vote(export, a.nip, "R90003", "wajah", 5, date)                      # code-list
        self.vote(export, a.nip, "R90004", "pelayanan", 5, "2024-12-31")          # period
        self.vote(export, a.nip, "R90005", "pelayanan", 5,
                  DATE(2025, self.months[3], 1).isoformat())                      # BULAN_BERKAS
        self.vote(export, a.nip, "R90006", "pelayanan", 5, "kemarin")             # date
        self.vote(export, UNKNOWN + "0", "R90007", "pelayanan", 5, date)          # unknown-person
        number, aspect, stars, when = next(v for v in self.votes[a.nip])
        self.vote(exports[when], a.nip, number, aspect, 1,
                  DATE(2025, when, 28).isoformat())                               # duplicate
        for victim in self.case["victim"][9:11]:
            self.vote(export, victim.nip, "R90008", "pelayanan", 5, date)         # unknown-person
        for number, filled in exports.items():
            self.folder.write(f"masyarakat/suara-2025-{number:02d}.xml.gz", filled)

    def vote(self, export, nip, number, aspect, stars, date) -> None:
        export.raw(f'  <suara responden="{number}"><petugas nip="{nip}"/><aspek>{aspect}</aspek>'
                   f"<bintang>{stars}</bintang><tanggal>{date}</tanggal></suara>")

    # --- sanctions and appeals ------------------------------------------------------------------

    def sanctions(self) -> None:
        table = P.CSV(["nip", "tingkat", "persen", "tmt", "lama_bulan", "sampai", "nomor_sk"], ";")
        s = self.pool[20:30]
        m = self.months
        rows = [
            (s[0], "Ringan", "", DATE(2025, m[0], 1), "6", None, "SK-901/CONTOH"),
            (s[1], "sedang", "", DATE(2025, m[2], 15), "12", None, "KEP.902/CONTOH"),
            (s[2], "SEDANG", "12,5", DATE(2025, m[1], 1), "", DATE(2025, m[2], 10), "SK-903/CONTOH"),
            (s[3], "berat", "", DATE(2024, 3, 31), "11", None, "SK-904/CONTOH"),
            (s[4], "ringan", "", DATE(2025, m[0], 1), "3", None, "SK-905/CONTOH"),
            (s[4], "sedang", "20", DATE(2025, m[2], 1), "2", None, "SK-906/CONTOH"),
            (s[5], "ringan", "", DATE(2024, 1, 1), "6", None, "SK-907/CONTOH"),
        ]
        for person, level, percent, start, length, end, letter in rows:
            table.row(person.nip, level, percent, P.date_dmy(start), length,
                      P.date_words(end) if end else "-", letter)
        table.row(UNKNOWN + "7", "ringan", "", "01-02-2025", "1", "", "SK-950/CONTOH")
        table.row(s[6].nip, "teguran", "", "01-02-2025", "1", "", "SK-951/CONTOH")        # code-list
        table.row(s[6].nip, "ringan", "", "01-02-2025", "sebulan", "", "SK-952/CONTOH")   # number
        table.row(s[6].nip, "ringan", "", "01-02-2025", "1", "", "SK.952/CONTOH")         # pattern
        table.row(s[0].nip, "sedang", "", P.date_dmy(DATE(2025, m[0], 1)), "6", "",
                  "SK-901/CONTOH")                                                       # duplicate
        self.folder.write("hukdis/hukdis.csv", table)

    def corrections(self) -> None:
        table = P.CSV("nip sumber kunci kolom nilai_lama nilai_baru dokumen tanggal "
                      "keputusan".split())
        date = P.date_dmy(self.last - DAY)
        one, public, hours = (self.case[f"appeal-{n}"][0] for n in ("level", "public", "hours"))
        code = next(iter(required(one)))
        held, when = self.levels[one.nip, code]
        table.row(one.nip, "kompetensi", f"{code}|{when}", "level", held, min(5, held + 1),
                  "BA-901/2025", date, "diterima")
        number, aspect, stars, _ = self.votes[public.nip][0]
        table.row(public.nip, "masyarakat", f"{number}|masyarakat|{aspect}", "nilai", stars, "4",
                  "BA-902/2025", date, "diterima, salah petugas")
        course = self.courses[hours.nip][0]
        table.row(hours.nip, "pelatihan", f"{CATALOGUE[course[0]]}|{course[1]}", "jam", course[2],
                  "16", "BA-903/2025", date, "diterima")
        other = self.case["appeal-old"][0]
        code = next(iter(required(other)))
        held, when = self.levels[other.nip, code]
        table.row(other.nip, "kompetensi", f"{code}|{when}", "level", held + 1, "5", "BA-904/2025",
                  date, "diterima")                                                  # old differs
        nothing = self.case["appeal-none"][0]
        table.row(nothing.nip, "kompetensi", f"PLY|{self.first}", "level", "", "5", "BA-905/2025",
                  date, "diterima")                                                  # hits nothing
        table.row(UNKNOWN + "6", "kompetensi", f"PLY|{self.first}", "level", "", "5", "BA-906/2025",
                  date, "diterima")                                                  # unknown-person
        table.row(one.nip, "kompetensi", f"{code}|{self.first}", "level", "", "", "BA-907/2025",
                  date, "diterima")                                                  # missing
        self.folder.write("koreksi/koreksi.csv", table)


def generate(out, seed: int) -> None:
    staff = build_staff(seed)
    r = P.rng(seed, REGION, "growth")
    for person in staff:
        person.grown = set()
    for period in SEMESTERS:
        semester = Semester(out, seed, period, staff)
        semester.write()
        for person in semester.case["promote"]:
            person.level, person.post = "Ahli Muda", "Analis Kebijakan"
        for person in semester.case["leave"]:
            person.special = "pension"
        for person in staff:
            # Training shows at the next judgement, mostly.
            person.grown = {code for code in sorted(getattr(person, "trained", ()))
                            if r.random() < 0.75}
