"""Sabang by hand: the figures of one semester, computed without the program.

usage: sabang.py OUT INPUTS [TABLES]   (INPUTS ends in the period, e.g. sample-data/sabang/2025-S1)
Exact fractions until the published figure. Written from the definition's text alone.
"""

import csv
import datetime
import sys
from fractions import Fraction as F
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import reading as R  # noqa: E402
from reading import Fault  # noqa: E402

COMPONENTS = ["kompetensi", "perilaku", "pengembangan", "unit"]
WEIGHTS = {"Pelayanan": {"kompetensi": 35, "perilaku": 45, "pengembangan": 10, "unit": 10},
           "Dukungan": {"kompetensi": 40, "perilaku": 40, "pengembangan": 10, "unit": 10}}
ASPECTS = {"pelayanan": 50, "integritas": 30, "kerja sama": 20}
BANDS = [(90, "Sangat Baik"), (80, "Baik"), (70, "Butuh Perbaikan"), (60, "Kurang")]
LEVELS = {"ringan": 10, "sedang": 25, "berat": 50}
WORDS = {"diatasekspektasi": 100, "sesuaiekspektasi": 80, "dibawahekspektasi": 60}
DAY = datetime.timedelta(1)
JUDGED_IN = {4, 5, 6, 7, 10, 11, 12, 1}
OUTSIDE = {"pensiun", "berhenti", "meninggal"}


class Sabang:
    def __init__(self, inputs: Path, tables: Path):
        self.inputs, self.books, self.period = inputs, R.Accounts(), inputs.name
        second = self.period.endswith("2")
        self.first = datetime.date(2025, 7 if second else 1, 1)
        self.last = datetime.date(2025, 12, 31) if second else datetime.date(2025, 6, 30)
        self.days = (self.last - self.first).days + 1
        self.alias = {name: R.table(tables / f"sabang-{name}.csv") for name in
                      ("unor", "jenjang", "jabatan", "status", "peran", "aspek")}

    def known(self, name, text):
        found = R.value(text)
        return found if found is None else self.alias[name].get(R.fold(found), found)

    def files(self, pattern: str) -> list[str]:
        found = (path.relative_to(self.inputs).as_posix() for path in self.inputs.glob(pattern))
        return sorted(found, key=str.encode)

    def rows(self, name: str, rows, check, take, whole: str | None = None) -> None:
        """Each row: fault, or `check` gives its facts, `take` says what becomes of it."""
        self.books.open(name)
        for line, cells in rows:
            if whole:
                self.books.fate(name, whole)
                continue
            try:
                if isinstance(cells, str):
                    raise Fault(cells)
                take(name, line, check(cells))
            except Fault as fault:
                self.books.reject(name, line, fault.args[0])

    def used(self, name, person=None):
        self.books.fate(name, "dipakai", person)

    def data(self, name):
        return R.content(self.inputs / name)

    # --- reference ------------------------------------------------------------------------------

    def references(self):
        name = "referensi/katalog-pelatihan.csv"
        self.catalogue = {}
        text = self.data(name).decode().splitlines()
        self.books.open(name)
        for row in list(csv.reader(text, escapechar="\\", doublequote=False))[1:]:
            self.catalogue[row[0]] = row[1]
            self.used(name)
        self.units = {}
        name = "referensi/unor.xml"

        def unit(name, _, c):
            self.units[self.known("unor", c["nama"])] = (R.value(c["kelompok"]),
                                                         R.number(c["hasil"], ","))
            self.used(name)
        self.rows(name, R.read_xml(self.data(name), "/unor/baris",
                                   ["nama", "induk", "kelompok", "hasil"], strict=True),
                  lambda c: c, unit)
        self.standard = {}
        name = "referensi/standar-kompetensi.csv"

        def standard(name, _, c):
            level = R.integer(c["level_syarat"])
            if not 1 <= level <= 5:
                raise Fault("range")
            levels = self.standard.setdefault(c["jabatan_atau_jenjang"], {})
            if c["kode_kompetensi"] in levels:
                raise Fault("duplicate")
            levels[c["kode_kompetensi"]] = level
            self.used(name)
        self.rows(name, R.read_csv(self.data(name), ";"), lambda c: c, standard)

    # --- register and events --------------------------------------------------------------------

    def register_row(self, c):
        row = {"nip": R.nip(c["nip_baru"])}
        birth = R.date(c["tanggal_lahir"], ("dd-mm-yyyy",))
        if f"{birth:%Y%m%d}" != row["nip"][:8]:
            raise Fault("nip-mismatch")
        if {"M": "1", "F": "2"}[R.value(c["jenis_kelamin"])] != row["nip"][14]:
            raise Fault("nip-mismatch")
        kind = R.value(c["jenis_pegawai_nama"])
        if kind not in ("PNS", "PPPK"):
            raise Fault("code-list")
        row["status"] = self.known("status", c["kedudukan_hukum_nama"])
        if row["status"] not in ("Aktif", "CLTN", "Tugas Belajar"):
            raise Fault("code-list")
        since = R.date(c["tmt_cpns"])
        if kind == "PNS" and f"{since:%Y%m}" != row["nip"][8:14]:
            raise Fault("nip-mismatch")
        R.golongan(c["gol_akhir_nama"])
        row["level"] = self.known("jenjang", c["jenis_jabatan_nama"])
        if row["level"] is None:
            raise Fault("missing")
        row["post"] = self.known("jabatan", c["jabatan_nama"])
        row["start"], row["end"] = R.date(c["tmt_jabatan"]), None
        row["unit"] = self.known("unor", c["unor_nama"])
        if row["unit"] is None:
            raise Fault("missing")
        if row["unit"] not in self.units:
            raise Fault("unknown-unit")
        row["acting"] = R.flag(c["is_plt_plh"])
        return row

    def register(self):
        self.postings, self.people, seen = {}, set(), set()

        def take(name, _, row):
            key = row["nip"], row["unit"], row["start"]
            if key in seen:
                raise Fault("duplicate")
            seen.add(key)
            self.people.add(row["nip"])
            if row["acting"]:
                self.books.fate(name, "disisihkan")
            else:
                self.postings.setdefault(row["nip"], []).append(row)
                self.used(name, row["nip"])
        for name in self.files("pegawai/siasn-*.csv"):
            self.rows(name, R.read_csv(self.data(name), ";", "cp1252", record_lines=4,
                                       record_bytes=3000), self.register_row, take)
        for rows in self.postings.values():
            rows.sort(key=lambda row: row["start"])
            for row, following in zip(rows, rows[1:]):
                row["end"] = following["start"] - DAY

    def person(self, text):
        found = R.nip(text)
        if found not in self.people:
            raise Fault("unknown-person")
        return found

    def events(self):
        name, seen = "pegawai/mutasi.csv", set()
        self.excluded, amend = {}, []

        def check(c):
            person, what = self.person(c["NIP"]), R.value(c["JENIS"])
            if what is None:
                raise Fault("missing")
            date = R.date(c["TANGGAL"])
            counted = R.flag(c["TERMASUK"])
            unit = self.known("unor", c["UNOR BARU"])
            if unit is not None and unit not in self.units:
                raise Fault("unknown-unit")
            return (person, what.lower(), date, counted, unit,
                    self.known("jabatan", c["JABATAN BARU"]),
                    self.known("jenjang", c["JENJANG BARU"]))

        def take(name, _, row):
            if row[:3] in seen:
                raise Fault("duplicate")
            seen.add(row[:3])
            amend.append(row)
            self.used(name, row[0])
        self.rows(name, R.read_csv(self.data(name)), check, take)
        for person, what, date, counted, unit, post, level in sorted(amend, key=lambda e: e[2]):
            rows = self.postings[person]
            changed = date + DAY if counted else date
            if what in OUTSIDE:
                rows[-1]["end"] = changed - DAY
                if date < self.first:
                    self.excluded[person] = what
                continue
            old = rows[-1]
            rows.append({**old, "unit": unit or old["unit"], "post": post or old["post"],
                         "level": level or old["level"], "start": changed, "end": None})
            old["end"] = changed - DAY
        self.spans, self.rank_row = {}, {}
        for person, rows in self.postings.items():
            spans = []
            for place, row in enumerate(rows):
                start = max(self.first, row["start"])
                end = min(self.last, row["end"] or self.last)
                if end >= start:
                    spans.append((row["unit"], (end - start).days + 1))
            self.spans[person], self.rank_row[person] = spans, rows[-1]
            if rows[-1]["status"] in ("CLTN", "Tugas Belajar"):
                self.excluded[person] = "Cuti di luar tanggungan negara atau tugas belajar"

    # --- appeals --------------------------------------------------------------------------------

    def corrections(self):
        self.fixes, self.touched, seen = {}, {}, set()
        name = "koreksi/koreksi.csv"

        def check(c):
            row = {"nip": self.person(c["nip"]), **{k: R.value(c[k]) for k in
                   ("sumber", "kunci", "kolom", "nilai_lama", "nilai_baru", "dokumen")}}
            for key in ("sumber", "kolom", "nilai_baru", "dokumen"):
                if row[key] is None:
                    raise Fault("missing")
            R.date(c["tanggal"])
            return row

        def take(name, line, row):
            key = row["nip"], row["sumber"], row["kunci"], row["kolom"]
            if key in seen:
                raise Fault("duplicate")
            seen.add(key)
            self.fixes[key] = (row["nilai_lama"], row["nilai_baru"], name, line)
        self.rows(name, R.read_csv(self.data(name)), check, take)

    def corrected(self, person, source, key, column, number, decimal="."):
        """The value after an upheld appeal; a different old value makes the appeal a reject."""
        fix = self.fixes.get((person, source, key, column))
        if fix is None:
            return number
        if fix[0] is not None and R.number(fix[0], decimal) != number:
            self.touched[person, source, key, column] = "correction"
            return number
        self.touched[person, source, key, column] = None
        return R.number(fix[1], decimal)

    def settle_corrections(self):
        for key, (_, _, name, line) in self.fixes.items():
            code = self.touched.get(key)
            if code:
                self.books.reject(name, line, code)
            else:
                self.used(name, key[0])           # one that hits nothing is used, and a finding

    # --- competency and training ----------------------------------------------------------------

    def competency(self):
        self.held, seen, contents = {}, set(), []

        def check(c):
            person, code = self.person(c["@nip"]), R.value(c["@kode"])
            if code not in self.catalogue:
                raise Fault("reference")
            level = R.integer(c["level"])
            if level is None:
                raise Fault("missing")
            if not 1 <= level <= 5:
                raise Fault("range")
            date = R.date(c["tanggal"])
            if date is None:
                raise Fault("missing")
            if date.month not in JUDGED_IN:
                raise Fault("period")
            return person, code, date, level

        def take(name, _, row):
            person, code, date, level = row
            if date > self.last:            # a level holds until it is judged again
                self.books.fate(name, "disisihkan")
                return
            if row[:3] in seen:
                raise Fault("duplicate")
            seen.add(row[:3])
            level = self.corrected(person, "kompetensi", f"{code}|{date}", "level", level)
            self.held.setdefault(person, {}).setdefault(code, []).append((date, level))
            self.used(name, person)
        for name in self.files("kompetensi/asesmen-*.xml.gz"):
            data = self.data(name)
            again = data in contents
            contents.append(data)
            rows = R.read_xml(data, "/asesmen/hasil", ["@nip", "@kode", "level", "tanggal"])
            self.rows(name, rows, check, take, "disisihkan" if again else None)

    def match(self, person, row):
        """Held against required; the latest judgement counts, no surplus makes up for a gap."""
        held = {code: max(some)[1] for code, some in self.held.get(person, {}).items()}
        wanted = self.standard.get(row["post"]) or self.standard.get(row["level"])
        if not held or not wanted:
            return None
        if self.units[row["unit"]][0] == "Dukungan":
            wanted = {code: level for code, level in wanted.items() if code in held}
        met = sum(min(held.get(code, 0), level) for code, level in wanted.items())
        return F(100) * met / sum(wanted.values()) if wanted else None

    def training(self):
        name, seen = "pelatihan/pelatihan.txt", set()
        self.hours = {}

        def check(c):
            person, title = self.person(c["NIP"]), R.value(c["PELATIHAN"])
            code = R.value(c["KOMPETENSI"])
            if code is not None and code not in self.catalogue:
                raise Fault("reference")
            date = R.date(c["TANGGAL"])
            if date is None:
                raise Fault("missing")
            try:
                hours = R.number(c["JP"], ",")
            except Fault:
                raise Fault("JP_BUKAN_ANGKA") from None
            if hours is None:
                raise Fault("missing")
            if not 1 <= hours <= 60:
                raise Fault("range")
            return person, title, date, hours

        def take(name, _, row):
            person, title, date, hours = row
            if not self.first <= date <= self.last:
                self.books.fate(name, "disisihkan")
                return
            if row[:3] in seen:
                raise Fault("duplicate")
            seen.add(row[:3])
            hours = self.corrected(person, "pelatihan", f"{title}|{date}", "jam", hours, ",")
            self.hours[person] = self.hours.get(person, F(0)) + hours
            self.used(name, person)
        self.rows(name, R.read_csv(self.data(name), "\t", "utf-16", blank="reject"), check, take)

    # --- ratings --------------------------------------------------------------------------------

    def ratings(self):
        self.given, seen = {}, set()

        def check(c):
            person, rater = self.person(c["nip"]), R.nip(c["nip_penilai"])
            role = self.known("peran", c["sebagai"])
            if rater not in self.people:
                raise Fault("reference")
            if role == "diri" and rater != person:
                raise Fault("BUKAN_DIRI")
            if role == "atasan" and rater == person:
                raise Fault("ATASAN_DIRI")
            if role not in ("diri", "atasan"):
                raise Fault("code-list")
            aspect = self.known("aspek", c["aspek"])
            if aspect not in ASPECTS:
                raise Fault("code-list")
            text = R.value(c["nilai"])
            if text is None:
                raise Fault("missing")
            if R.fold(text) in WORDS:
                given = F(WORDS[R.fold(text)])
            else:
                given = self.scaled(text, ",", 0, 100, "word")
            return person, rater, role, aspect, given, R.date(c["tanggal"],
                                                              ("iso", "dd-mm-yyyy", "words"))

        def take(name, _, row):
            person, rater, role, aspect, given, date = row
            if not self.first <= date <= self.last:
                self.books.fate(name, "disisihkan")
                return
            if row[:4] in seen:
                raise Fault("duplicate")
            seen.add(row[:4])
            self.given.setdefault((person, role), []).append((rater, aspect, given))
            self.used(name, person)
        for name in self.files("penilaian/penilaian-*.csv.gz"):
            self.rows(name, R.read_csv(self.data(name), ";"), check, take)

    @staticmethod
    def scaled(text, decimal, low, high, otherwise="number"):
        try:
            given = R.number(text, decimal)
        except Fault:
            raise Fault(otherwise) from None
        if not low <= given <= high:
            raise Fault("range")
        return given

    def public(self):
        seen = set()
        for name in self.files("masyarakat/suara-*.xml.gz"):
            capture = R.month(name[17:24])

            def check(c, capture=capture):
                person, number = self.person(c["petugas/@nip"]), R.value(c["@responden"])
                if number is None:
                    raise Fault("missing")
                if len(number) != 6 or number[0] != "R" or not number[1:].isdigit():
                    raise Fault("pattern")
                aspect = self.known("aspek", c["aspek"])
                if aspect not in ("pelayanan", "integritas"):
                    raise Fault("code-list")
                stars = self.scaled(c["bintang"], ".", 1, 5)
                date = R.date(c["tanggal"])
                if not self.first <= date <= self.last:
                    raise Fault("period")
                if (date.year, date.month) != capture:
                    raise Fault("BULAN_BERKAS")
                return person, number, aspect, stars

            def take(name, _, row):
                person, number, aspect, stars = row
                if row[:3] in seen:
                    raise Fault("duplicate")
                seen.add(row[:3])
                key = f"{number}|masyarakat|{aspect}"
                stars = self.corrected(person, "masyarakat", key, "nilai", stars)
                # 1..5 to 20..100, ends to ends
                self.given.setdefault((person, "masyarakat"), []).append(
                    (number, aspect, 20 * stars))
                self.used(name, person)
            rows = R.read_xml(self.data(name), "/survei/suara", [])
            self.rows(name, rows, check, take)

    def role(self, person, role, by_aspect):
        rows = self.given.get((person, role), [])
        if not by_aspect:
            return sum(row[2] for row in rows) / len(rows) if rows else None
        total = weights = 0
        for aspect, weight in ASPECTS.items():
            values = [row[2] for row in rows if row[1] == aspect]
            if values:
                total += weight * sum(values) / len(values)
                weights += weight
        return total / weights if weights else None

    def behaviour(self, person, group):
        if group == "Dukungan":
            roles = [("diri", 20, self.role(person, "diri", False)),
                     ("atasan", 80, self.role(person, "atasan", False))]
            least = 0
        else:
            roles = [("diri", 10, self.role(person, "diri", True)),
                     ("atasan", 50, self.role(person, "atasan", True))]
            raters = {row[0] for row in self.given.get((person, "masyarakat"), [])}
            if len(raters) >= 5:
                roles.append(("masyarakat", 40, self.role(person, "masyarakat", True)))
            least = 50
        roles = [role for role in roles if role[2] is not None]
        weights = sum(weight for _, weight, _ in roles)
        if not roles or {name for name, _, _ in roles} == {"diri"} or weights < least:
            return None
        return sum(weight * value for _, weight, value in roles) / weights

    # --- sanctions ------------------------------------------------------------------------------

    def sanctions(self):
        self.factor, seen = {}, set()
        name = "hukdis/hukdis.csv"

        def check(c):
            person, level = self.person(c["nip"]), R.value(c["tingkat"])
            if level is None or R.fold(level) not in LEVELS:
                raise Fault("code-list")
            percent, start = R.number(c["persen"], ","), R.date(c["tmt"])
            length, end = R.integer(c["lama_bulan"]), R.date(c["sampai"])
            letter = R.value(c["nomor_sk"])
            if not (letter[:3] == "SK-" or letter[:4] == "KEP.") or \
                    not letter.replace("KEP.", "SK-")[3:6].isdigit() or \
                    letter.replace("KEP.", "SK-")[6:7] != "/":
                raise Fault("pattern")
            if end is None:
                end = R.add_months(start, length) - DAY
            return person, start, letter, end, percent or F(LEVELS[R.fold(level)])

        def take(name, _, row):
            person, start, letter, end, percent = row
            if (person, start, letter) in seen:
                raise Fault("duplicate")
            seen.add((person, start, letter))
            running.setdefault(person, []).append((start, end, 1 - percent / 100))
            self.used(name, person)
        running = {}
        self.rows(name, R.read_csv(self.data(name), ";"), check, take)
        # The mean over the days of the period; those that run on one day multiply on that day.
        for person, some in running.items():
            total, day = F(0), self.first
            while day <= self.last:
                left = F(1)
                for start, end, share in some:
                    left *= share if start <= day <= end else 1
                total, day = total + left, day + DAY
            self.factor[person] = total / self.days

    # --- scores ---------------------------------------------------------------------------------

    def scores(self):
        results, unscored = {}, {}
        for person, row in self.rank_row.items():
            if person in self.excluded:
                continue
            group = self.units[row["unit"]][0]
            if group not in WEIGHTS:
                unscored[person] = "TANPA_SKEMA"
                continue
            shared = [(days, self.units[unit][1]) for unit, days in self.spans[person]
                      if self.units[unit][1] is not None]
            days = sum(day for day, _ in shared)
            parts = {"kompetensi": self.match(person, row),
                     "perilaku": self.behaviour(person, group),
                     "pengembangan": min(F(100), 100 * self.hours.get(person, F(0)) / 10),
                     "unit": sum(d * v for d, v in shared) / days if days else None}
            judged, rated = parts["kompetensi"] is not None, parts["perilaku"] is not None
            if not judged or (group == "Pelayanan" and not rated):
                unscored[person] = ("TANPA_PENILAIAN" if judged else "TANPA_KOMPETENSI" if rated
                                    else "TANPA_BUKTI")
                assert parts["unit"] is not None and (rated or group == "Pelayanan")
                continue
            weights = {name: w for name, w in WEIGHTS[group].items() if parts[name] is not None}
            final = (sum(w * parts[name] for name, w in weights.items()) / sum(weights.values())
                     * self.factor.get(person, F(1)))
            published = R.rounded(final, 2)
            predikat = next((name for least, name in BANDS if published >= least), "Sangat Kurang")
            results[person] = final, predikat, parts
        return results, unscored


def main() -> None:
    out, inputs = Path(sys.argv[1]), Path(sys.argv[2])
    root = Path(__file__).resolve().parents[2]
    tables = Path(sys.argv[3]) if len(sys.argv) > 3 else root / "pipelines" / "tables"
    out.mkdir(parents=True, exist_ok=True)
    region = Sabang(inputs, tables)
    for step in (region.references, region.register, region.events, region.corrections,
                 region.competency, region.training, region.ratings, region.public,
                 region.sanctions, region.settle_corrections):
        step()
    results, unscored = region.scores()
    R.write_results(out, COMPONENTS, results, unscored, region.excluded, ["kompetensi"], [])
    region.books.write(out, set(region.excluded))
    print(f"{len(region.people)} people: {len(results)} ranked, {len(unscored)} unscored, "
          f"{len(region.excluded)} excluded; {len(region.books.rejects)} rejects")
    assert len(region.people) == len(results) + len(unscored) + len(region.excluded)


if __name__ == "__main__":
    main()
