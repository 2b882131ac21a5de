"""Medan Marelan by hand: the figures of one quarter, computed without the program.

usage: marelan.py OUT INPUTS [TABLES]   (INPUTS ends in the period, e.g. sample-data/marelan/2025-Q3)
Exact fractions until the published figure. Written from the definition's text alone.
"""

import datetime
import sys
from fractions import Fraction as F
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import reading as R  # noqa: E402
from reading import Fault  # noqa: E402

COMPONENTS = ["capaian", "ikm", "disiplin", "kerjasama"]
WEIGHT = {"capaian": 30, "ikm": 20, "disiplin": 25, "kerjasama": 25}
TAKEN = {"alpa": F(3), "tl1": F(1, 2), "tl2": F(1), "tl3": F(5, 4), "tl4": F(3, 2),
         "psw1": F(1, 2), "psw2": F(1), "psw3": F(5, 4), "psw4": F(3, 2)}
BANDS = {"2025-Q2": [(95, "Sangat Baik"), (85, "Baik"), (70, "Butuh Perbaikan"), (60, "Kurang")],
         "2025-Q3": [(96, "Sangat Baik"), (86, "Baik"), (70, "Butuh Perbaikan"), (60, "Kurang")]}
LEVELS = {"ringan": 10, "sedang": 25, "berat": 50}
WORDS = {"sangatbaik": 100, "baik": 80, "cukup": 60, "kurang": 40}
PERSONAL = set("DKC-01 DKC-02 DKC-03 DKC-04 KLR-01 KLR-02 KLR-03 PKM-01 PKM-02 KEC-01 "
               "KEC-02".split())
UNIT_INDICATORS = {"UNT-01", "UNT-02", "UNT-03"}


class Marelan:
    def __init__(self, inputs: Path, tables: Path):
        self.inputs, self.books, self.period = inputs, R.Accounts(), inputs.name
        quarter = int(self.period[-1])
        self.first = datetime.date(2025, quarter * 3 - 2, 1)
        self.last = R.add_months(self.first, 3) - datetime.timedelta(1)
        self.months = [(2025, quarter * 3 - 2 + n) for n in range(3)]
        self.alias = {name: R.table(tables / f"marelan-{name}.csv")
                      for name in ("unor", "jenjang", "status", "peran", "aspek")}

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

    # --- reference ------------------------------------------------------------------------------

    def references(self):
        self.units, self.indicators = set(), {}
        name = "referensi/unit.csv"

        def unit(name, _, cells):
            self.units.add(self.known("unor", cells["NamaUnor"]))
            self.used(name)
        self.rows(name, R.read_csv(R.content(self.inputs / name), ";"), lambda c: c, unit)
        name = "referensi/indikator.csv"

        def indicator(name, _, c):
            start, end = R.date(c["berlaku_mulai"]), R.date(c["berlaku_sampai"])
            if start <= self.last and (end is None or end >= self.last):
                self.indicators[c["kode_indikator"]] = {
                    "way": c["arah"], "weight": R.number(c["bobot_indikator"], ","),
                    "target": R.number(c["target"], ","), "low": R.number(c["target_min"], ","),
                    "high": R.number(c["target_maks"], ","), "cap": R.number(c["batas"], ",")}
            else:
                self.books.fate(name, "disisihkan")     # another version is in force
                self.codes.add(c["kode_indikator"])
                return
            self.codes.add(c["kode_indikator"])
            self.used(name)
        self.codes = set()
        self.rows(name, R.read_csv(R.content(self.inputs / name), ";"), lambda c: c, indicator)

    # --- register -------------------------------------------------------------------------------

    def register_row(self, c):
        row = {"nip": R.nip(c["peg_nip"]), "unit": self.known("unor", c["satuan_kerja_nama"])}
        if row["unit"] is None:
            raise Fault("missing")
        if row["unit"] not in self.units:
            raise Fault("unknown-unit")
        R.golongan(c["golongan"])
        if R.value(c["jabatan_nama"]) == "Tenaga Honorer":
            raise Fault("forbidden")
        row["level"] = self.known("jenjang", c["jabatan_jenis"])
        row["status"] = self.known("status", c["kedudukan_hukum"])
        if row["status"] not in ("Aktif", "CLTN", "Tugas Belajar"):
            raise Fault("code-list")
        birth, sex = R.date(c["tanggal_lahir"]), R.value(c["jenis_kelamin"])
        if f"{birth:%Y%m%d}" != row["nip"][:8]:
            raise Fault("nip-mismatch")
        if {"M": "1", "F": "2"}[sex] != row["nip"][14]:
            raise Fault("nip-mismatch")
        if R.value(c["nip_atasan"]):
            R.nip(c["nip_atasan"])
        row["start"] = R.date(c["tmt_unit"], ("iso", "dd-mm-yyyy"))
        row["end"] = R.date(c["tgl_akhir"])
        row["acting"] = R.flag(c["is_plt_plh"])
        return row

    def register(self):
        self.postings, self.people, seen = {}, set(), set()
        found = [(name, *Path(name).stem.rsplit("-v", 1)) for name in self.files("pegawai/*-v*.csv")]
        newest = {}
        for _, area, version in found:
            newest[area] = max(newest.get(area, 0), int(version))

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
        for name, area, version in found:
            rows = R.read_csv(R.content(self.inputs / name), record_lines=3, record_bytes=4096,
                              blank="reject")
            self.rows(name, rows, self.register_row, take,
                      "diganti" if int(version) < newest[area] else None)
        self.spans, self.rank_row = {}, {}
        for person, rows in self.postings.items():
            rows.sort(key=lambda row: row["start"] or datetime.date.min)
            spans = []
            for row, following in zip(rows, [*rows[1:], None]):
                end = row["end"]
                if end is None:
                    end = following["start"] - datetime.timedelta(1) if following else self.last
                start = max(row["start"] or self.first, self.first)
                days = (min(end, self.last) - start).days + 1
                if days > 0:
                    spans.append((row["unit"], days))
            self.spans[person], self.rank_row[person] = spans, rows[-1]
        self.excluded = {}
        for person, row in self.rank_row.items():
            if row["status"] == "CLTN":
                self.excluded[person] = "Cuti di luar tanggungan negara"
            elif row["status"] == "Tugas Belajar":
                self.excluded[person] = "Tugas belajar"

    def person(self, text):
        found = R.nip(text)
        if found not in self.people:
            raise Fault("unknown-person")
        return found

    # --- appeals --------------------------------------------------------------------------------

    def corrections(self):
        self.fixes, seen = {}, set()
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
            self.fixes[key] = (row["nilai_lama"], F(row["nilai_baru"]), name, line)
        self.rows(name, R.read_csv(R.content(self.inputs / name)), check, take)
        self.touched = {}

    def corrected(self, person, source, key, column, number):
        """The value after an upheld appeal; a different old value makes the appeal a reject."""
        fix = self.fixes.get((person, source, key, column))
        if fix is None:
            return number
        if fix[0] is not None and F(fix[0]) != number:
            self.touched[person, source, key, column] = "correction"
            return number
        self.touched[person, source, key, column] = None
        return fix[1]

    def settle_corrections(self):
        for key, (_, _, name, line) in self.fixes.items():
            code = self.touched.get(key)
            if code:
                self.books.reject(name, line, code)
            else:
                self.used(name, key[0])           # one that hits nothing is used, and a finding

    # --- results --------------------------------------------------------------------------------

    def attainment_row(self, who, c, decimal, keys):
        code, month, target, realised = (c[key] for key in keys)
        code = R.value(code)
        if code not in self.codes:
            raise Fault("unknown-indicator")
        month = R.month(month)
        return [who, code, month, R.number(target, decimal), R.value(realised), decimal]

    def results(self):
        self.points = {}
        for name in self.files("capaian/capaian-*.xml.gz"):
            capture, seen = R.month(name[16:23]), set()

            def check(c, capture=capture):
                row = self.attainment_row(self.person(c["@nip"]), c, ".",
                                          ("kode", "bulan", "target", "realisasi"))
                if row[2] != capture:
                    raise Fault("BULAN_BERKAS")
                return self.realised(row)

            def take(name, _, row, seen=seen):
                key = row[0], row[1], row[2]
                if key in seen:
                    raise Fault("duplicate")
                seen.add(key)
                text = f"{row[1]}|{row[2][0]}-{row[2][1]:02d}"
                row[4] = self.corrected(row[0], "capaian", text, "realisasi", row[4])
                self.score_row(row)
                self.used(name, row[0])
            rows = R.read_xml(R.content(self.inputs / name), "/laporan/capaian",
                              ["@nip", "kode", "bulan", "target", "realisasi"], strict=True)
            self.rows(name, rows, check, take)
        self.unit_results()

    def realised(self, row):
        """The realised value: present (rule), a number (type), not negative (rule)."""
        if row[4] is None:
            raise Fault("missing")
        row[4] = R.number(row[4], row[5])
        if row[4] < 0:
            raise Fault("range")
        return row

    def unit_results(self):
        name, seen = "capaian/unit.csv", set()

        def check(c):
            unit = self.known("unor", c["Unit Kerja"])
            if unit not in self.units:
                raise Fault("unknown-unit")
            return self.realised(self.attainment_row(unit, c, ",",
                                                     ("Kode", "Bulan", "Target", "Realisasi")))

        def take(name, _, row):
            if row[2] not in self.months:
                self.books.fate(name, "disisihkan")
                return
            key = row[0], row[1], row[2]
            if key in seen:
                raise Fault("duplicate")
            seen.add(key)
            self.score_row(row)
            self.used(name)
        data = R.content(self.inputs / name)
        self.rows(name, R.read_csv(data, ";", "cp1252"), check, take)

    def score_row(self, row):
        who, code, month, target, realised, _ = row
        rule = self.indicators.get(code)
        if rule is None:
            return
        own = target                    # a row that names a target is measured against it
        target = rule["target"] if target is None else target
        if rule["way"] == "rentang" and own is None:
            low, high = rule["low"], rule["high"]
            end = low if realised < low else high if realised > high else realised
            points = 100 * realised / end
        elif not target:
            return                                   # a finding; the row counts as missing
        elif rule["way"] == "turun":
            points = 100 * (2 - realised / target)
        else:
            points = 100 * realised / target
        points = max(F(0), min(points, rule["cap"] if rule["cap"] is not None else F(120)))
        self.points.setdefault((who, code), []).append(points)

    def attainment(self, who, codes):
        """Months first, then indicators by the weights in force at the period's end."""
        total, weights = F(0), F(0)
        for code in codes:
            months = self.points.get((who, code))
            if months and code in self.indicators:
                weight = self.indicators[code]["weight"]
                total += weight * sum(months) / len(months)
                weights += weight
        return total / weights if weights else None

    # --- survey ---------------------------------------------------------------------------------

    def surveys(self):
        self.ikm = {}
        for name in self.files("skm/skm-*.csv"):
            unit = self.known("unor", Path(name).stem.removeprefix("skm-"))
            forms, seen = [], set()

            def check(c):
                answers = []
                for n in range(1, 10):
                    answer = R.number(c[f"U{n}"])
                    if answer is not None and not 1 <= answer <= 4:
                        raise Fault("range")
                    answers.append(answer)
                return R.value(c["NO. RESP"]), answers

            def take(name, _, form, forms=forms, seen=seen):
                if form[0] in seen:
                    raise Fault("duplicate")
                seen.add(form[0])
                forms.append(form[1])
                self.used(name)
            rows = R.read_csv(R.content(self.inputs / name), preamble=3, footer="ΣNilai")
            self.rows(name, rows, check, take)
            assert unit in self.units, unit
            if len(forms) >= 30:
                means = []
                for n in range(9):
                    given = [form[n] for form in forms if form[n] is not None]
                    means.append(sum(given) / len(given))
                self.ikm[unit] = sum(means) / 9 * 25

    # --- attendance -----------------------------------------------------------------------------

    def attendance(self):
        self.recaps = {}
        found = [(name, name[14:21], int(name[23:-7])) for name in
                 self.files("absensi/rekap-*-v*.csv.gz")]
        newest = {}
        for _, month, version in found:
            newest[month] = max(newest.get(month, 0), version)
        columns = {"alpa": "TK"} | {name: name.upper() for name in TAKEN if name != "alpa"}

        def check(c):
            row = {"nip": self.person(c["NIP"])}
            row["days"] = R.integer(c["HK"])
            if row["days"] is None:
                raise Fault("missing")
            if not 1 <= row["days"] <= 27:
                raise Fault("range")
            row["present"] = R.integer(c["HD"])
            if row["present"] is None:
                raise Fault("missing")
            if row["present"] > row["days"]:
                raise Fault("HADIR")
            for column, heading in columns.items():
                row[column] = R.integer(c[heading])
                if row[column] is None:
                    raise Fault("missing")
                if column == "tl1" and row[column] < 0:
                    raise Fault("range")
            return row
        for name, month, version in found:
            rows = list(R.read_csv(R.content(self.inputs / name), preamble=6, footer="JUMLAH"))
            if version < newest[month]:
                self.rows(name, rows, check, None, "diganti")
                continue
            checked = {}

            def collect(_, line, row, checked=checked):
                checked.setdefault(row["nip"], []).append((line, row))
            self.rows(name, rows, check, collect)
            for person, some in checked.items():
                if any(row != some[0][1] for _, row in some):
                    for line, _ in some:
                        self.books.reject(name, line, "GANDA")
                    continue
                for line, _ in some[1:]:
                    self.books.reject(name, line, "GANDA")
                row = some[0][1]
                taken = sum(points * self.corrected(person, "absensi", month, column, row[column])
                            for column, points in TAKEN.items())
                self.recaps.setdefault(person, []).append(max(F(40), 100 - taken))
                self.used(name, person)

    # --- teamwork -------------------------------------------------------------------------------

    def rating_row(self, c):
        person = self.person(c["nip_dinilai"])
        rater = R.nip(c["nip_penilai"])
        if rater not in self.people:
            raise Fault("reference")
        if rater == person:
            raise Fault("MENILAI_DIRI")
        role = self.known("peran", c["peran"])
        if role == "bawahan":
            raise Fault("forbidden")
        aspect = self.known("aspek", c["aspek"])
        if aspect not in ("komunikasi", "saling membantu", "tanggung jawab"):
            raise Fault("code-list")
        text = R.value(c["nilai"])
        if text is None:
            raise Fault("missing")
        if R.fold(text) in WORDS:
            given = F(WORDS[R.fold(text)])
        else:
            try:
                given = R.number(text, ",")
            except Fault:
                raise Fault("word") from None
            if not 1 <= given <= 4:
                raise Fault("range")
            given = 25 * given                       # 1..4 to 25..100, ends to ends
        date = R.date(c["waktu_dinilai"])
        if date is None:
            raise Fault("missing")
        return person, rater, role, aspect, given, date

    def ratings(self):
        self.given, seen, contents = {}, set(), {}

        def take(name, _, row):
            person, rater, role, aspect, given, date = row
            if not self.first <= date <= self.last:
                self.books.fate(name, "disisihkan")
                return
            if row[:4] in seen:
                raise Fault("duplicate")
            seen.add(row[:4])
            key = "|".join((rater, role, aspect))
            given = self.corrected(person, "kerjasama", key, "nilai", given)
            if self.touched.get((person, "kerjasama", key, "nilai"), 0) is None:
                given = 25 * given
            self.given.setdefault((person, role), {}).setdefault(rater, []).append(given)
            self.used(name, person)
        for name in self.files("kerjasama/*.csv.gz"):
            data = R.content(self.inputs / name)
            again = data in contents.values()
            contents[name] = data
            rows = R.read_csv(data, ";", record_lines=1)
            self.rows(name, rows, self.rating_row, take, "disisihkan" if again else None)

    def teamwork(self, person):
        total = weights = 0
        for role, weight, least in (("atasan", 60, 1), ("rekan", 40, 3)):
            raters = self.given.get((person, role), {})
            if len(raters) >= least:
                means = [sum(values) / len(values) for values in raters.values()]
                total += weight * sum(means) / len(means)
                weights += weight
        return total / weights if weights >= 50 else None

    # --- sanctions ------------------------------------------------------------------------------

    def sanctions(self):
        self.factor, seen = {}, set()
        name = "hukdis/hukdis.csv"

        def check(c):
            person = self.person(c["NIP"])
            level = R.value(c["TINGKAT"])
            if level is None or R.fold(level) not in LEVELS:
                raise Fault("code-list")
            percent = R.number(c["PERSEN"], ",")
            start = R.date(c["TMT"])
            if start is None:
                raise Fault("missing")
            end = R.date(c["SAMPAI"])
            if end is not None and start > end:
                raise Fault("compare")
            length = R.integer(c["LAMA BULAN"])
            document = R.value(c["NOMOR SK"])
            if not document.startswith("SK-9") or not document[3:6].isdigit() \
                    or document[6:7] != "/":
                raise Fault("pattern")
            if end is None:
                end = R.add_months(start, length) - datetime.timedelta(1)
            return person, start, document, end, percent or F(LEVELS[R.fold(level)])

        def take(name, _, row):
            person, start, document, end, percent = row
            if (person, start, document) in seen:
                raise Fault("duplicate")
            seen.add((person, start, document))
            if start <= self.last and end >= self.first:
                factor = 1 - percent / 100
                self.factor[person] = min(factor, self.factor.get(person, F(1)))
            self.used(name, person)
        self.rows(name, R.read_csv(R.content(self.inputs / name)), check, take)

    # --- scores ---------------------------------------------------------------------------------

    def shared(self, person, figures):
        """A unit's figure, by the days in each unit; a unit without one drops out."""
        some = [(days, figures(unit)) for unit, days in self.spans[person]
                if figures(unit) is not None]
        days = sum(day for day, _ in some)
        return sum(day * figure for day, figure in some) / days if days else None

    def scores(self):
        results, unscored = {}, {}
        for person, row in self.rank_row.items():
            if person in self.excluded:
                continue
            if row["level"] not in ("Struktural", "Fungsional", "Pelaksana"):
                unscored[person] = "TANPA_SKEMA"
                continue
            if row["level"] == "Struktural":
                result = self.shared(person, lambda u: self.attainment(u, UNIT_INDICATORS))
            else:
                result = self.attainment(person, sorted(PERSONAL))
            months = self.recaps.get(person)
            parts = {"capaian": result, "ikm": self.shared(person, self.ikm.get),
                     "disiplin": sum(months) / len(months) if months else None,
                     "kerjasama": self.teamwork(person)}
            if result is None or not months:
                unscored[person] = ("TANPA_BUKTI" if result is None and not months else
                                    "TANPA_CAPAIAN" if result is None else "TANPA_ABSENSI")
                assert unscored[person] == "TANPA_BUKTI" or parts["kerjasama"] is not None
                assert parts["ikm"] is not None
                continue
            here = [name for name in COMPONENTS if parts[name] is not None]
            final = (sum(WEIGHT[name] * parts[name] for name in here)
                     / sum(WEIGHT[name] for name in here) * self.factor.get(person, F(1)))
            published = R.rounded(final, 2)
            predikat = next((name for least, name in BANDS[self.period] if published >= least),
                            "Sangat Kurang")
            results[person] = final, predikat, parts
        return results, unscored


def main() -> None:
    out, inputs = Path(sys.argv[1]), Path(sys.argv[2])
    root = Path(__file__).resolve().parents[2]
    tables = Path(sys.argv[3]) if len(sys.argv) > 3 else root / "pipelines" / "tables"
    out.mkdir(parents=True, exist_ok=True)
    region = Marelan(inputs, tables)
    for step in (region.references, region.register, region.corrections, region.results,
                 region.surveys, region.attendance, region.ratings, region.sanctions,
                 region.settle_corrections):
        step()
    results, unscored = region.scores()
    R.write_results(out, COMPONENTS, results, unscored, region.excluded, [], ["capaian"])
    region.books.write(out, set(region.excluded))
    print(f"{len(region.people)} people: {len(results)} ranked, {len(unscored)} unscored, "
          f"{len(region.excluded)} excluded; {len(region.books.rejects)} rejects")
    assert len(region.people) == len(results) + len(unscored) + len(region.excluded)


if __name__ == "__main__":
    main()
