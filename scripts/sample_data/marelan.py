"""Sample exports of Medan Marelan: two quarters of the same invented staff."""

import datetime

from sample_data import people as P

REGION = "marelan"
QUARTERS = {"2025-Q2": (4, 5, 6), "2025-Q3": (7, 8, 9)}
DATE = datetime.date

# id, name, name in file names, peer group, staff, indicators of its people
UNITS = [
    ("U01", "Kecamatan Medan Marelan", "kec-marelan", "Kecamatan", 48, ["KEC-01", "KEC-02"]),
    ("U02", "Kelurahan Rengas Pulau", "kel-rengas-pulau", "Kelurahan", 36, ["KLR"]),
    ("U03", "Kelurahan Terjun", "kel-terjun", "Kelurahan", 36, ["KLR"]),
    ("U04", "Kelurahan Labuhan Deli", "kel-labuhan-deli", "Kelurahan", 34, ["KLR"]),
    ("U05", "Kelurahan Paya Pasir", "kel-paya-pasir", "Kelurahan", 30, ["KLR"]),
    ("U06", "Kelurahan Tanah Enam Ratus", "kel-tanah-600", "Kelurahan", 34, ["KLR"]),
    ("U07", "UPT Dukcapil Medan Marelan", "dukcapil", "Layanan Teknis", 60, ["DKC"]),
    ("U08", "Puskesmas Terjun", "puskesmas-terjun", "Layanan Teknis", 80, ["PKM"]),
    ("U09", "Puskesmas Rengas Pulau", "puskesmas-rengas", "Layanan Teknis", 72, ["PKM"]),
]
UNIT_CODES = {
    "Kecamatan Medan Marelan": ["KEC-01", "KEC-02"],
    "UPT Dukcapil Medan Marelan": ["DKC-01", "DKC-02", "DKC-03", "DKC-04"],
    "Puskesmas Terjun": ["PKM-01", "PKM-02"], "Puskesmas Rengas Pulau": ["PKM-01", "PKM-02"],
}
PILOT = {"2025-Q2": {"U07"}, "2025-Q3": {"U07", "U08"}}
OLD, NEW = DATE(2025, 6, 30), DATE(2025, 7, 1)
# code, name, unit of measure, direction, weight, target, lowest, highest, cap, from, until
INDICATORS = [
    ("DKC-01", "Dokumen kependudukan selesai sesuai SOP", "persen", "naik", "40", "95", "", "", "", DATE(2024, 1, 1), OLD),
    ("DKC-01", "Dokumen kependudukan selesai sesuai SOP", "persen", "naik", "35", "98", "", "", "", NEW, None),
    ("DKC-02", "Waktu tunggu loket", "menit", "turun", "30", "20", "", "", "", DATE(2025, 1, 1), OLD),
    ("DKC-02", "Waktu tunggu loket", "menit", "turun", "25", "15", "", "", "", NEW, None),
    ("DKC-03", "Akta kelahiran terbit", "dokumen", "naik", "30", "", "", "", "", DATE(2024, 1, 1), OLD),
    ("DKC-03", "Akta kelahiran terbit", "dokumen", "naik", "22,5", "", "", "", "115", NEW, None),
    ("DKC-04", "Pengaduan dijawab", "persen", "rentang", "17,5", "", "80", "90", "", NEW, None),
    ("KLR-01", "Surat keterangan selesai satu hari", "persen", "naik", "50", "90", "", "", "", DATE(2024, 1, 1), OLD),
    ("KLR-01", "Surat keterangan selesai satu hari", "persen", "naik", "50", "92", "", "", "", NEW, None),
    ("KLR-02", "Pengaduan warga ditindaklanjuti", "persen", "rentang", "30", "", "80", "90", "", DATE(2024, 1, 1), None),
    ("KLR-03", "Kunjungan lingkungan", "kegiatan", "naik", "20", "", "", "", "110", DATE(2024, 1, 1), None),
    ("PKM-01", "Waktu tunggu rawat jalan", "menit", "turun", "40", "60", "", "", "", DATE(2024, 1, 1), OLD),
    ("PKM-01", "Waktu tunggu rawat jalan", "menit", "turun", "45", "45", "", "", "", NEW, None),
    ("PKM-02", "Cakupan imunisasi dasar lengkap", "persen", "naik", "60", "92", "", "", "", DATE(2024, 1, 1), OLD),
    ("PKM-02", "Cakupan imunisasi dasar lengkap", "persen", "naik", "55", "92,5", "", "", "", NEW, None),
    ("KEC-01", "Surat masuk diselesaikan", "persen", "naik", "60", "95", "", "", "", DATE(2024, 1, 1), None),
    ("KEC-02", "Lama penyusunan laporan", "hari", "turun", "40", "5", "", "", "", DATE(2024, 1, 1), None),
    ("UNT-01", "Realisasi kegiatan unit", "persen", "naik", "50", "90", "", "", "", DATE(2024, 1, 1), OLD),
    ("UNT-01", "Realisasi kegiatan unit", "persen", "naik", "50", "92,5", "", "", "", NEW, None),
    ("UNT-02", "Lama menjawab pengaduan", "jam", "turun", "30", "48", "", "", "", DATE(2024, 1, 1), None),
    ("UNT-03", "Warga terlayani", "orang", "naik", "20", "", "", "", "105", DATE(2024, 1, 1), None),
]
ASPECTS = ["komunikasi", "saling membantu", "tanggung jawab"]
WORDS = {4: "Sangat Baik", 3: "Baik", 2: "Cukup", 1: "kurang"}
HEADER = ("peg_nip,peg_nama,satuan_kerja_nama,golongan,jabatan_nama,jabatan_jenis,eselon,"
          "kedudukan_hukum,tanggal_lahir,jenis_kelamin,nip_atasan,tmt_unit,tgl_akhir,"
          "is_plt_plh").split(",")
AREAS = {"kecamatan": UNITS[:6], "dinas": UNITS[6:]}


def codes_of(unit: str) -> list[str]:
    return UNIT_CODES.get(unit, ["KLR-01", "KLR-02", "KLR-03"])


def build_staff(seed: int) -> list:
    """The staff of all units, the head of each first."""
    r = P.rng(seed, REGION, "staff")
    pool, staff = P.People(r), []
    for _, unit, _, group, size, _ in UNITS:
        members = [pool.person(pppk_share=0.0, senior=True)]
        members += [pool.person() for _ in range(size - 1)]
        for index, person in enumerate(members):
            person.unit, person.head, person.status = unit, members[0], "Aktif"
            person.special, person.start = "", DATE(2024, r.randrange(1, 13), 1)
            if index == 0:
                person.level, person.post = "Struktural", "Kepala " + unit
            elif group == "Layanan Teknis":
                person.level = r.choice(["JFT", "JFT", "Fungsional Tertentu", "JFU"])
                person.post = r.choice(["Pranata Layanan", "Administrator Data", "Perawat"])
            else:
                person.level = r.choice(["Pelaksana", "JFU", "Fungsional Umum", "JFT"])
                person.post = r.choice(["Pengelola Layanan", "Pengadministrasi Umum ",
                                        "Analis Kebijakan"])
            person.skill = r.gauss(0, 1)
        staff += members
    for person in staff:
        if person is person.head:
            person.head = staff[0]
    others = [p for p in staff if p.level != "Struktural"]
    r.shuffle(others)
    for status in ("CLTN", "Cuti Luar Tanggungan Negara", "Tugas Belajar", "Tubel"):
        person = others.pop()
        person.status, person.special = status, "excluded"
    others[-1].level = "Tenaga Ahli"          # no scheme is meant for this one
    others.pop().special = "no-scheme"
    return staff


class Quarter:
    """Writes the exports of one quarter."""

    def __init__(self, out, seed: int, period: str, staff: list):
        self.period, self.months, self.staff, self.seed = period, QUARTERS[period], staff, seed
        self.random = P.rng(seed, REGION, period)
        self.folder = P.Folder(out, REGION, period)
        self.first = DATE(2025, self.months[0], 1)
        self.last = DATE(2025, self.months[-1] + 1, 1) - datetime.timedelta(1)
        self.pool = [p for p in staff if p.level != "Struktural" and not p.special]
        self.random.shuffle(self.pool)
        self.heads = [p for p in staff if p.level == "Struktural"]
        self.victims = [self.pool.pop() for _ in range(16)]
        names = ["no-result"] * 2 + ["no-presence"] * 2 + ["nothing"] + ["few-raters"] * 3
        names += ["no-superior"] * 2 + ["transfer"] * 8
        names += ["two-recaps", "same-recap", "zero-target", "appeal-1", "appeal-2", "appeal-3",
                  "appeal-old", "appeal-none"]
        self.case = {}
        for name in names:
            # Dukcapil has every kind of indicator that an appeal names; others do not matter.
            index = next(i for i, p in enumerate(self.pool)
                         if "appeal" not in name or p.unit == "UPT Dukcapil Medan Marelan")
            self.case.setdefault(name, []).append(self.pool.pop(index))
        self.special = {p.nip: name for name, some in self.case.items() for p in some}
        self.moves = {p.nip: (self.random.choice([u[1] for u in UNITS if u[1] != p.unit]),
                              DATE(2025, self.months[1], self.random.randrange(1, 28)))
                      for p in self.case["transfer"]}
        head = self.heads[2]                                  # a head who moves shares two units
        self.moves[head.nip] = (self.heads[4].unit, DATE(2025, self.months[1], 16))
        self.gone = {p.nip for p in self.victims}
        self.present = [p for p in staff if p.nip not in self.gone]

    def write(self) -> None:
        self.units()
        self.indicators()
        self.registers()
        self.results()
        self.unit_results()
        self.surveys()
        self.attendance()
        self.ratings()
        self.sanctions()
        self.corrections()
        self.folder.write("catatan-rapat.txt", b"Rapat tindak lanjut: bukan ekspor, contoh.\n")

    # --- reference ------------------------------------------------------------------------------

    def units(self) -> None:
        table = P.CSV(["Id", "NamaUnor", "Induk", "Kelompok", "UjiCoba"], ";", "\r\n")
        for ident, name, _, group, _, _ in UNITS:
            trial = "1" if ident in PILOT[self.period] else "0"
            if ident == "U01":
                table.row(ident, name, "", group, trial)
            else:
                table.row(ident, "-- " + name, UNITS[0][1], group, trial)
        self.folder.write("referensi/unit.csv", table)

    def indicators(self) -> None:
        table = P.CSV("kode_indikator indikator satuan arah bobot_indikator target target_min "
                      "target_maks batas berlaku_mulai berlaku_sampai".split(), ";", bom=True)
        for entry in INDICATORS:
            start, end = entry[9], entry[10]
            if start > self.last:
                continue
            if end is not None and end >= self.last:
                end = None                               # the revision was not decreed yet
            table.row(*entry[:9], P.date_dmy(start), P.date_dmy(end) if end else "31.12.9999")
        table.row("LAMA-01", "Indikator yang berakhir", "persen", "naik", "10", "90", "", "", "",
                  "01-01-2023", "31-12-2024")
        self.folder.write("referensi/indikator.csv", table)

    # --- register -------------------------------------------------------------------------------

    def cells(self, person, unit=None, start=None, end="", acting="0") -> list:
        r = self.random
        start_text = P.date_dmy(start or person.start)
        if start is None and r.random() < 0.1:
            start_text = ""
        elif r.random() < 0.1:
            start_text = (start or person.start).isoformat()
        golongan = person.golongan
        if r.random() < 0.12:
            golongan = P.golongan_spelling(r, golongan)
        unit_name = unit or person.unit
        if r.random() < 0.08:
            unit_name = r.choice([unit_name.upper(), unit_name + " ", short(unit_name)])
        post, eselon = person.post, "-"
        if person.level == "Struktural":
            eselon = "III.a" if person is self.heads[0] else "IV.a"
        superior = "-" if person is self.heads[0] else person.head.nip
        return [person.nip, person.name, unit_name, golongan, post, person.level, eselon,
                person.status, P.date_dmy(person.birth), person.kelamin, superior, start_text, end,
                acting]

    def registers(self) -> None:
        for area, units in AREAS.items():
            names = {unit[1] for unit in units}
            members = [p for p in self.present if p.unit in names]
            table = P.CSV(HEADER, bom=area == "kecamatan")
            for person in members:
                self.register_rows(table, person)
            if area == "kecamatan":
                head = self.heads[3]
                table.row(*self.cells(head, self.heads[5].unit, DATE(2025, self.months[0], 10),
                                      acting="1"))
                table.row(*self.cells(members[7], self.heads[1].unit,
                                      DATE(2025, self.months[1], 1), acting="1"))
                self.register_dirt(table, members)
            self.folder.write(f"pegawai/{area}-v2.csv", table)
            if area == "kecamatan":
                older = P.CSV(HEADER)
                for person in members[:-6]:
                    older.row(*self.cells(person, unit=UNITS[0][1]))
                self.folder.write("pegawai/kecamatan-v1.csv", older)

    def register_rows(self, table, person) -> None:
        r = self.random
        first = self.cells(person)
        spelled = r.random()
        if spelled < 0.01:
            first[0] = P.nip_newline(person.nip)
        elif spelled < 0.06:
            way = r.choice([P.nip_spaced, P.nip_tab, P.nip_prefixed, P.nip_apostrophe])
            first[0] = way(person.nip)
        if person.nip not in self.moves:
            first[12] = r.choice(["", "", "", "31.12.9999"])
            table.row(*first)
            return
        unit, date = self.moves[person.nip]
        if r.random() < 0.5:
            first[12] = P.date_dmy(date - datetime.timedelta(1))
        table.row(*first)
        table.row(*self.cells(person, unit, date))

    def register_dirt(self, table, members) -> None:
        """One row of each fault; the people in them appear nowhere else in the register."""
        v = iter(self.victims)

        def put(change=None):
            cells = self.cells(next(v))
            cells[2], cells[3], cells[11] = UNITS[0][1], "III/a", "01-03-2024"
            if change:
                change(cells)
            return cells

        def setter(*pairs):
            def change(cells):
                for index, value in pairs:
                    cells[index] = value(cells[index]) if callable(value) else value
            return change

        def at(cells, raw=False):
            index = self.random.randrange(2, len(table.parts) - 3)
            table.insert_raw(index, cells) if raw else table.insert(index, *cells)

        plain = put(setter((1, "Contoh Rekaan, S.H., M.Si.")))
        at(",".join(plain), raw=True)                                          # cell-count
        stray = put(setter((1, "Contoh")))
        stray[1] = '"Contoh "Panggilan" Rekaan"'
        at(",".join(stray), raw=True)                                          # quoting
        at(put(setter((1, "X" * 5000))))                                       # too-long
        broken = ",".join(put(setter((1, "Contoh R\xe9kaan")))).encode("latin-1")
        index = self.random.randrange(2, len(table.parts) - 3)
        table.parts.insert(index, broken + b"\n")                              # encoding
        table.insert_raw(self.random.randrange(2, len(table.parts) - 3), "")   # blank
        at(put(setter((0, P.nip_scientific))))                                 # nip
        at(put(setter((0, "130123456"))))                                      # nip, old 9 digits
        at(put(setter((0, lambda n: n[:4] + "0231" + n[8:]))))                 # nip, 31 February
        at(put(setter((3, "I/E"))))                                            # golongan
        at(put(setter((13, "mungkin"))))                                       # flag
        at(put(setter((11, "3 Februari 2025"))))                               # date: form refused
        at(put(setter((8, "22-11-2025"))))                                     # nip-mismatch lahir
        at(put(setter((9, lambda s: "M" if s == "F" else "F"))))               # nip-mismatch kelamin
        at(put(setter((2, "Kelurahan Antah Berantah"))))                       # unknown-unit
        at(put(setter((2, "-"))))                                              # missing
        at(put(setter((7, "Pensiun?"))))                                       # code-list
        at(put(setter((4, "Tenaga Honorer"), (7, "tidak tahu"))))              # forbidden, first fault
        unclosed = self.cells(self.heads[0])
        unclosed[2:4] = [UNITS[0][1], "IV/a"]
        line = ",".join(unclosed[:1] + ['"Contoh Tanpa Penutup'] + unclosed[2:])
        line = line.replace(unclosed[0], "199912312023121901")
        # A quoted name in the next row closes the quote at once: the first line alone is lost.
        quoted = [i for i, part in enumerate(table.parts) if i > 2 and isinstance(part, str)
                  and part.split(",")[1:2] and part.split(",")[1].startswith('"')
                  and "\n" not in part[:-1]]
        table.insert_raw(self.random.choice(quoted), line)                     # quoting
        repeated = next(i for i, part in enumerate(table.parts) if isinstance(part, str)
                        and members[3].nip in part and i > 0)
        table.parts.append(table.parts[repeated])                              # duplicate

    # --- results --------------------------------------------------------------------------------

    def target(self, code: str):
        for entry in INDICATORS:
            if entry[0] == code and entry[9] <= self.last and (not entry[10] or entry[10] >= self.last):
                return entry
        return None

    def result(self, code: str, skill: float):
        """Target text (mostly empty: the indicator's) and the realised value."""
        r, entry = self.random, self.target(code)
        if code in ("DKC-03", "KLR-03", "UNT-03"):
            wanted = {"DKC-03": 120, "KLR-03": 12, "UNT-03": 1250}[code]
            return str(wanted), str(max(0, round(wanted * r.gauss(0.97 + skill * 0.06, 0.08))))
        if entry[3] == "rentang":
            return "", f"{min(100, max(40, r.gauss(85 + 3 * skill, 6))):.1f}"
        goal = float(entry[5].replace(",", "."))
        if entry[3] == "turun":
            return "", f"{max(1, goal * r.gauss(1.0 - skill * 0.05, 0.12)):.1f}"
        return "", f"{min(100, goal * r.gauss(0.98 + skill * 0.03, 0.04)):.1f}"

    def codes_at(self, person, month: int) -> list[str]:
        unit = person.unit
        if person.nip in self.moves and self.moves[person.nip][1].month <= month:
            unit = self.moves[person.nip][0]
        return [code for code in codes_of(unit) if self.target(code)]

    def results(self) -> None:
        self.facts = {}
        for month in self.months:
            text = f"2025-{month:02d}"
            export = P.XML("laporan", "capaian")
            for person in self.present + self.victims[8:11]:
                if person.level == "Struktural":
                    continue
                if self.special.get(person.nip) in ("no-result", "nothing"):
                    continue
                for code in self.codes_at(person, month):
                    target, value = self.result(code, person.skill)
                    if self.special.get(person.nip) == "zero-target" and month == self.months[0]:
                        target = "0"
                    nip = P.nip_spaced(person.nip) if self.random.random() < 0.01 else person.nip
                    spelled = P.month_words(2025, month) if self.random.random() < 0.05 else text
                    self.facts[person.nip, code, text] = value
                    export.record({"nip": nip}, [("kode", code), ("bulan", spelled),
                                                 ("target", target), ("realisasi", value)],
                                  one_line=self.random.random() < 0.9)
            if month == self.months[1]:
                self.result_dirt(export, text)
            self.folder.write(f"capaian/capaian-{text}.xml.gz", export)

    def result_dirt(self, export, month: str) -> None:
        one = next(p for p in self.pool if p.unit == "Kecamatan Medan Marelan")
        other = next(p for p in self.pool if p.unit == "Kelurahan Terjun")

        def put(nip, code, text, target, value, extra=()):
            export.record({"nip": nip}, [("kode", code), ("bulan", text), ("target", target),
                                         ("realisasi", value), *extra])
        put(one.nip, "KEC-01", month, "", "91.0", [("catatan", "kolom baru")])      # cell-count
        export.record({"nip": one.nip}, [("kode", "KEC-01"), ("bulan", month),
                                         ("realisasi", "90")])                    # cell-count
        put(P.nip_scientific(one.nip), "KEC-01", month, "", "90")                  # nip
        put(one.nip, "XYZ-99", month, "", "90")                                    # unknown-indicator
        put("197001011995011999", "KEC-01", month, "", "90")                       # unknown-person
        put(other.nip, "KLR-99", month, "", "90")                                  # unknown-indicator
        put(other.nip, "KEC-01", month, "", "sembilan puluh")                      # number
        put(other.nip, "KEC-01", month, "", "")                                    # missing
        put(other.nip, "KEC-01", month, "", "-4.5")                                # range
        put(other.nip, "KEC-01", "2024-01", "", "90")                              # period, own code
        put(other.nip, "KEC-01", "bulan lalu", "", "90")                           # date
        put(one.nip, "KEC-01", month, "", "99.9")                                  # duplicate
        export.raw(f'  <!-- kiriman susulan -->\n  <capaian\n      nip="{other.nip}"\n  >'
                   f"<kode>KEC-02</kode><bulan>{month}</bulan><target>4</target>"
                   "<realisasi>4.4</realisasi></capaian>")                         # tag over lines

    def unit_results(self) -> None:
        table = P.CSV(["Unit Kerja", "Kode", "Bulan", "Target", "Realisasi", "Keterangan"], ";",
                      "\r\n", "cp1252")
        for number, unit in enumerate(UNITS):
            skill = self.random.gauss(0, 0.8)
            for month in self.months:
                for code in ("UNT-01", "UNT-02", "UNT-03"):
                    target, value = self.result(code, skill)
                    if code == "UNT-03":
                        target, value = "1.250", f"{int(value) // 1000}.{int(value) % 1000:03d}"
                        value = value.removeprefix("0.")
                    name = unit[1] if number % 3 else unit[1].upper()
                    table.row(name, code, P.month_words(2025, month), target, P.comma(value)
                              if code != "UNT-03" else value, "capaian – unit")
        outside = P.month_words(2025, self.months[0] - 1)
        table.row(UNITS[2][1], "UNT-01", outside, "", "95", "susulan")            # set aside
        month = P.month_words(2025, self.months[1])
        table.row("Kelurahan Antah Berantah", "UNT-01", month, "", "95", "")      # unknown-unit
        table.row(UNITS[2][1], "UNT-77", month, "", "95", "")                     # unknown-indicator
        table.row(UNITS[2][1], "UNT-01", "Agustsu 2025", "", "95", "")            # date
        table.row(UNITS[2][1], "UNT-01", month, "", "n/a", "")                    # number
        table.row(UNITS[2][1], "UNT-01", month, "", "-", "")                      # missing
        table.row(UNITS[2][1], "UNT-01", month, "", "101,0", "kedua")             # duplicate
        self.folder.write("capaian/unit.csv", table)

    # --- survey ---------------------------------------------------------------------------------

    def surveys(self) -> None:
        for ident, unit, slug, _, size, _ in UNITS:
            r = P.rng(self.seed, REGION, self.period, slug, "skm")
            level = 3.15 + r.random() * 0.5 + (0.08 if self.period.endswith("3") else 0)
            if ident in PILOT[self.period]:
                level += 0.1
            forms = 14 if ident == "U05" else r.randrange(45, 90)
            self.folder.write(f"skm/skm-{slug}.csv", survey(r, unit, level, forms, ident))

    # --- attendance -----------------------------------------------------------------------------

    def attendance(self) -> None:
        self.late = {}
        for month in self.months:
            text = f"2025-{month:02d}"
            rows = []
            for person in self.present + self.victims[8:11]:
                if self.special.get(person.nip) in ("no-presence", "nothing"):
                    continue
                if self.special.get(person.nip) == "appeal-none" and month == self.months[2]:
                    continue
                rows.append(self.recap(person, text))
            self.folder.write(f"absensi/rekap-{text}-v1.csv.gz",
                              self.recap_file(text, rows, month == self.months[1]))
            if month == self.months[2]:
                # The agency sends the month again with two corrections; the first is replaced.
                rows[5][7] = "0"
                rows[9][8] = "1"
                self.late[rows[5][1], text] = self.late[rows[9][1], text] = None
                self.folder.write(f"absensi/rekap-{text}-v2.csv.gz",
                                  self.recap_file(text, rows, False))

    def recap(self, person, text: str) -> list:
        r, year, month = self.random, 2025, int(text[5:])
        last = DATE(year, month + 1, 1) - datetime.timedelta(1)
        work = len(P.workdays(DATE(year, month, 1), last))
        ill = max(0.1, 1 - person.skill * 0.6)
        absent = r.choice([0] * 14 + [1, 1, 2, 4]) if ill > 0.6 else 0
        counts = [min(9, int(r.expovariate(1 / (scale * ill)))) for scale in
                  (1.6, 0.6, 0.3, 0.4, 1.0, 0.4, 0.2, 0.3)]
        if self.special.get(person.nip) == "appeal-1" and month == self.months[1]:
            counts[3] = 2
        leave = r.choice([0, 0, 0, 1, 2])
        self.late[person.nip, text] = counts
        return ["", person.nip, person.plain, work, work - absent - leave, absent, *counts]

    def recap_file(self, text: str, rows, dirty: bool):
        table = P.CSV(None)
        for line in ("REKAPITULASI KEHADIRAN PEGAWAI", "Wilayah Medan Marelan (data contoh)",
                     f"Bulan: {P.month_words(2025, int(text[5:]))}",
                     "Sumber: mesin sidik jari", "Kolom kosong berarti belum diisi", ""):
            table.raw(line)
        table.row("No", "NIP", "NAMA", "HK", "HD", "TK", "TL1", "TL2", "TL3", "TL4", "PSW1",
                  "PSW2", "PSW3", "PSW4")
        for number, row in enumerate(rows, 1):
            spelled = row[1]
            if number % 41 == 0:
                spelled = P.nip_apostrophe(row[1])
            elif number % 57 == 0:
                spelled = P.nip_newline(row[1])
            table.row(number, spelled, *row[2:])
        if dirty:
            self.recap_dirt(table, rows)
        table.row("JUMLAH", "", "", *[sum(int(row[i]) for row in rows) for i in range(3, 14)])
        table.raw("Mengetahui: pejabat contoh")
        return table

    def recap_dirt(self, table, rows) -> None:
        by_nip = {row[1]: row for row in rows}
        spare = [p for p in self.pool if p.nip in by_nip][-12:]
        # These replace the person's good row, so the month is missing for each of them.
        changes = [(3, "dua puluh"), (4, "26"), (5, ""), (6, "-1"), (3, "31"), (5, "1.5"),
                   (1, "1234")]
        for person, (index, value) in zip(spare, changes):
            good = by_nip[person.nip]
            place = next(i for i, part in enumerate(table.parts) if good[1] in part)
            cells = ["", *good[1:]]
            cells[index] = value
            table.parts[place] = ",".join(str(cell) for cell in cells) + "\n"
        person = self.case["two-recaps"][0]
        row = list(by_nip[person.nip])
        row[6] = int(row[6]) + 3
        table.row(*row)                                       # GANDA, both: they differ
        table.row(*by_nip[self.case["same-recap"][0].nip])    # GANDA, the second: they are equal
        table.row("", "197001011995011998", "Contoh Tak Dikenal", 20, 20, *[0] * 9)

    # --- teamwork -------------------------------------------------------------------------------

    def ratings(self) -> None:
        self.given = {}
        header = "nip_dinilai nip_penilai peran aspek nilai waktu_dinilai".split()
        tables = {name: P.CSV(header, ";") for name in ("atasan", "rekan-1", "rekan-2")}
        first_units = {unit[1] for unit in UNITS[:6]}
        colleagues = {}
        for person in self.present:
            if person.special != "excluded":
                colleagues.setdefault(person.unit, []).append(person)
        for person in self.present:
            case = self.special.get(person.nip)
            if case == "nothing":
                continue
            if person is not self.heads[0] and case != "no-superior":
                self.rate(tables["atasan"], person, person.head, "atasan")
            others = [p for p in colleagues.get(person.unit, []) if p is not person
                      and p is not person.head]
            count = 2 if case == "few-raters" else self.random.randrange(3, 6)
            name = "rekan-1" if person.unit in first_units else "rekan-2"
            for rater in self.random.sample(others, min(count, len(others))):
                self.rate(tables[name], person, rater, "rekan")
        self.rating_dirt(tables["rekan-1"])
        for name, table in tables.items():
            self.folder.write(f"kerjasama/kerjasama-{name}.csv.gz", table)
        # The same bytes under another name, as a browser saves a second download.
        self.folder.write("kerjasama/kerjasama-rekan-2 (1).csv.gz", tables["rekan-2"])

    def rate(self, table, person, rater, role: str) -> None:
        r = self.random
        lean = r.gauss(0, 0.3)
        for aspect in ASPECTS:
            value = min(4, max(1, round((3.1 + person.skill * 0.35 + lean
                                         + r.gauss(0, 0.4)) * 2) / 2))
            text = P.comma(value).removesuffix(",0")
            if value == int(value) and r.random() < 0.2 \
                    and "appeal" not in self.special.get(person.nip, ""):
                text = r.choice([str.upper, str.lower, str])(WORDS[int(value)])
            date = self.first + datetime.timedelta(r.randrange(10, 85))
            when = r.choice([P.date_dmy(date), P.date_words(date), f"{date} 09:15:00",
                             f"{date} 14:02:31"])
            spelled = {"atasan": ["atasan", "Atasan", "Atasan Langsung"],
                       "rekan": ["rekan", "Rekan Kerja", "sejawat"]}[role]
            spoken = r.choice([aspect, aspect, aspect.title()])
            self.given[person.nip, rater.nip, role, aspect] = text
            table.row(person.nip, rater.nip, r.choice(spelled), spoken, text, when)

    def rating_dirt(self, table) -> None:
        some = self.pool[:6]
        a, b, c = some[0], some[1], some[2]
        date = P.date_dmy(DATE(2025, self.months[2], 3))
        later = P.date_dmy(self.last + datetime.timedelta(5))
        good = [a.nip, b.nip, "rekan", "komunikasi", "3", date]

        def put(**changes):
            cells = list(good)
            for key, value in changes.items():
                cells[("nip", "rater", "role", "aspect", "value", "when").index(key)] = value
            table.row(*cells)
        outsider = "197001011995011997"
        put(nip=c.nip, value="lumayan")                                       # word
        put(nip=c.nip, value="4,5")                                           # range of the scale
        put(nip=c.nip, rater=outsider)                                        # reference
        put(nip=outsider)                                                     # unknown-person
        put(nip=b.nip, rater=b.nip)                                           # compare, own code
        put(nip=c.nip, role="bawahan")                                        # forbidden
        put(nip=c.nip, aspect="penampilan")                                   # code-list
        put(nip=c.nip, when="31-09-2025")                                     # date
        put(nip=c.nip, when="")                                               # missing
        put(nip="NIP 12", value="3")                                          # nip
        table.raw(";".join([c.nip, b.nip, "rekan", "komunikasi", "3"]))       # cell-count
        table.raw(";".join([c.nip, b.nip, "rekan", '"komunikasi', "3", date]))   # quoting
        for person in some[3:6]:
            put(nip=person.nip, rater=a.nip, when=later)                      # set aside
        key, text = next((k, t) for k, t in self.given.items() if k[2] == "rekan")
        table.row(*key, "1", date)                                            # duplicate, second day

    # --- sanctions and appeals ------------------------------------------------------------------

    def sanctions(self) -> None:
        table = P.CSV(["NIP", "TINGKAT", "PERSEN", "TMT", "LAMA BULAN", "SAMPAI", "NOMOR SK"])
        s = self.pool[20:32]
        m = self.months
        rows = [
            (s[0], "Ringan", "", DATE(2025, m[0], 1), "3", ""),
            (s[1], "sedang", "", DATE(2025, m[1], 15), "6", ""),
            (s[2], "SEDANG", "12,5", DATE(2025, m[0] - 2, 1), "", DATE(2025, m[0], 1)),
            (s[3], "Berat", "", DATE(2025, m[2], 20), "12", ""),
            (s[4], "ringan", "5", DATE(2025, m[0], 1), "1", ""),
            (s[4], "sedang", "20", DATE(2025, m[2], 1), "1", ""),
            (s[5], "ringan", "", DATE(2025, m[0] - 3, 1), "3", ""),       # over before the period
            (s[6], "ringan", "", DATE(2025, m[1], 1), "", DATE(9999, 12, 31)),
        ]
        for number, (person, level, percent, start, length, end) in enumerate(rows, 1):
            last = f"{end.day:02d}.{end.month:02d}.{end.year}" if end else ""
            table.row(person.nip, level, percent, P.date_words(start) if number % 2 else
                      P.date_dmy(start), length, last, f"SK-9{number:02d}/CONTOH/2025")
        table.row("197001011995011996", "ringan", "", "01-02-2025", "1", "", "SK-950/CONTOH/2025")
        table.row(s[7].nip, "ringan", "", "kemarin", "1", "", "SK-951/CONTOH/2025")      # date
        table.row(s[7].nip, "teguran", "", "01-02-2025", "1", "", "SK-952/CONTOH/2025")  # code-list
        table.row(s[7].nip, "ringan", "", "01-02-2025", "1", "", "800/952/2025")         # pattern
        table.row(s[7].nip, "ringan", "", "01-09-2025", "", "01-08-2025", "SK-953/X")    # compare
        table.row(s[7].nip, "ringan", "", "", "1", "", "SK-954/CONTOH/2025")             # missing
        self.folder.write("hukdis/hukdis.csv", table)

    def corrections(self) -> None:
        table = P.CSV("nip sumber kunci kolom nilai_lama nilai_baru dokumen tanggal "
                      "keputusan".split())
        month = f"2025-{self.months[1]:02d}"

        def late(person):
            return self.late[person.nip, month][3]

        date = P.date_dmy(self.last + datetime.timedelta(10))
        one, two, three = (self.case[f"appeal-{n}"][0] for n in (1, 2, 3))
        table.row(one.nip, "absensi", month, "tl4", late(one), "0", "BA-901/2025", date,
                  "diterima")
        table.row(two.nip, "capaian", f"DKC-01|{month}", "realisasi",
                  self.facts[two.nip, "DKC-01", month], "99", "BA-902/2025", date, "diterima")
        key, text = next((k, t) for k, t in self.given.items() if k[0] == three.nip
                         and k[2] == "rekan")
        table.row(three.nip, "kerjasama", "|".join(key[1:]), "nilai", "", "4",
                  "BA-903/2025", date, "diterima, nilai lama tidak disebut")
        wrong = self.case["appeal-old"][0]
        table.row(wrong.nip, "absensi", month, "tl1", self.late[wrong.nip, month][0] + 40, "0", "BA-904/2025", date,
                  "diterima")                                              # old value differs
        nothing = self.case["appeal-none"][0]
        table.row(nothing.nip, "absensi", f"2025-{self.months[2]:02d}", "tl1", "", "0",
                  "BA-905/2025", date, "diterima")                         # hits nothing
        table.row("197001011995011995", "absensi", month, "tl1", "", "0", "BA-906/2025", date,
                  "diterima")                                              # unknown-person
        table.row(one.nip, "absensi", month, "tl4", late(one), "1", "BA-907/2025", date,
                  "diterima")                                              # duplicate
        table.row(two.nip, "absensi", month, "tl4", "", "0", "", date, "diterima")   # missing
        self.folder.write("koreksi/koreksi.csv", table)


def short(unit: str) -> str:
    """How people write it when they are in a hurry; the alias table knows it."""
    return (unit.replace("Kelurahan", "Kel.").replace("Kecamatan", "Kec.")
            .replace("Puskesmas", "UPT Puskesmas").replace("UPT Dukcapil", "Dukcapil"))


def survey(r, unit: str, level: float, forms: int, ident: str):
    """The form of the public survey with titles above and the index below the answers."""
    table = P.CSV(None, bom=True, line_end="\r\n")
    table.raw("HASIL SURVEI KEPUASAN MASYARAKAT (DATA CONTOH)")
    table.raw(unit)
    table.blank()
    table.row("NO. RESP", *[f"U{n}" for n in range(1, 10)])
    lean = [r.gauss(0, 0.12) for _ in range(9)]
    sums, answered = [0] * 9, [0] * 9
    for number in range(1, forms + 1):
        mood, cells = r.gauss(0, 0.3), []
        for element in range(9):
            value = min(4, max(1, round(level + lean[element] + mood + r.gauss(0, 0.45))))
            if r.random() < 0.015:
                cells.append("")
                continue
            cells.append(value)
            sums[element] += value
            answered[element] += 1
        table.row(number, *cells)
    if ident == "U03":
        table.row(forms + 1, 5, *[3] * 8)              # range
        table.row(forms + 2, "baik", *[3] * 8)         # number
        table.row(2, *[1] * 9)                         # duplicate respondent
        table.raw(",".join(["99"] + ["4"] * 10))       # cell-count
    table.blank()
    table.row("ΣNilai/Unsur", *sums)
    means = [f"{s / n:.2f}" for s, n in zip(sums, answered)]
    table.row("NRR/Unsur", *[P.comma(mean) for mean in means])
    index = sum(float(mean) for mean in means) / 9 * 25
    table.blank()
    table.row("IKM Unit Pelayanan", P.comma(f"{index:.2f}"))
    table.row("Mutu Pelayanan", "B (Baik)" if index < 88.31 else "A (Sangat Baik)")
    return table


def generate(out, seed: int) -> None:
    staff = build_staff(seed)
    for period in QUARTERS:
        Quarter(out, seed, period, staff).write()
