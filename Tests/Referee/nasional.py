#!/usr/bin/env python3
"""Referee for the national pipeline: the five ways of appraisal since 2014, exact and slow.

usage: nasional.py FOLDER INPUTS PERIOD   (PERIOD as 2019, 2021-S2, 2024-Q1, 2024-03)
"""

import calendar
import datetime
import pathlib
import re
import sys
from collections import defaultdict
from fractions import Fraction

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import exports as e  # noqa: E402

# PP 46/2011: bands as half-open; what lies between 90 and 91 is Baik.
PP46 = (("Sangat Baik", 91), ("Baik", 76), ("Cukup", 61), ("Kurang", 51), ("Buruk", None))
# PP 30/2019 article 41 (5).
PP30 = (("Sangat Baik", 110), ("Baik", 90), ("Cukup", 70), ("Kurang", 50), ("Sangat Kurang", None))
CREATIVE = {"unit": 3, "organisasi": 6, "negara": 12}
EXTRA = {"sangat baik": 100, "baik": 80, "cukup": 60, "kurang": 40, "sangat kurang": 20}
HIGH, MIDDLE, LOW = "di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi"
# PermenPANRB 6/2022: (hasil kerja, perilaku kerja).
MATRIX = {
    (HIGH, LOW): "Kurang", (HIGH, MIDDLE): "Baik", (HIGH, HIGH): "Sangat Baik",
    (MIDDLE, LOW): "Kurang", (MIDDLE, MIDDLE): "Baik", (MIDDLE, HIGH): "Baik",
    (LOW, LOW): "Sangat Kurang", (LOW, MIDDLE): "Butuh Perbaikan", (LOW, HIGH): "Butuh Perbaikan"}
ORDER = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
WORDS = {"diatas": HIGH, "sesuai": MIDDLE, "dibawah": LOW, "diatasekspektasi": HIGH,
         "sesuaiekspektasi": MIDDLE, "dibawahekspektasi": LOW, "1": HIGH, "2": MIDDLE, "3": LOW}
STATED = {**{e.fold(w): w for w in ORDER}, "kurangmisconduct": "Kurang", "misconduct": "Kurang",
          "cukup": "Butuh Perbaikan"}
RANKS = ["Sangat Baik", "Baik", "Cukup", "Butuh Perbaikan", "Kurang", "Buruk", "Sangat Kurang"]
# PermenPANRB 1/2023: percent of the yearly coefficient, and the coefficients.
PERCENT = dict(zip(ORDER, (150, 100, 75, 50, 25)))
COEFFICIENT = {k: Fraction(v) for k, v in {
    "ahli pertama": "12.5", "ahli muda": "25", "ahli madya": "37.5", "ahli utama": "50",
    "pemula": "3.75", "terampil": "5", "mahir": "12.5", "penyelia": "25"}.items()}
LEVEL = {"analiskebijakanahlipertama": "ahli pertama", "arsiparisahlipertama": "ahli pertama",
         "arsiparisahlimuda": "ahli muda", "pranatakomputerterampil": "terampil"}
EXCLUDED = {"cltn", "cutidiluartanggungannegara", "tugasbelajar"}


# --- rules ----------------------------------------------------------------------------------------

def round_up(value, decimals=0):
    """Half up, away from zero, as a fraction."""
    return Fraction(e.published(value, decimals))


def aspect46(name, target, actual, done):
    """One aspect of an activity, Perka BKN 1/2013; below 0 it counts 0."""
    if name in ("kuantitas", "kualitas"):
        return max(Fraction(0), actual / target * 100)
    if not done:
        return Fraction(0)
    value = (Fraction("1.76") * target - actual) / target * 100
    if 100 - actual / target * 100 > 24:
        value = 76 - (value - 100)
    return max(Fraction(0), value)


def skp46(rows):
    """rows: (kegiatan, aspek, target, realisasi); mean of activities plus tasks and creativity."""
    activities, tasks, creativity = defaultdict(dict), Fraction(0), Fraction(0)
    for activity, aspect, target, actual in rows:
        if aspect == "tugas tambahan":
            if actual is None or actual.denominator != 1:
                return None
            tasks += actual
        elif aspect == "kreativitas":
            worth = CREATIVE.get(e.fold(activity))
            if worth is None or actual is None or actual.denominator != 1:
                return None
            creativity += worth * actual
        elif aspect is None:
            return None
        else:
            activities[activity][aspect] = target, actual
    values = []
    for aspects in activities.values():
        done = aspects.get("kuantitas", (1, 1))[1] != 0
        if any(t is None or t <= 0 or a is None and (done or n in ("kuantitas", "kualitas"))
               for n, (t, a) in aspects.items()):
            continue
        values.append(e.mean(aspect46(n, t, a, done) for n, (t, a) in aspects.items()))
    if not values:
        return None
    points = 0 if tasks == 0 else 1 if tasks <= 3 else 2 if tasks <= 6 else 3
    return e.mean(values) + points + creativity


def capaian30(row):
    """Percent of an indicator, PermenPANRB 8/2021; None without a usable target."""
    target, low, high, actual = (row[k] for k in ("target", "low", "high", "actual"))
    if actual is None:
        return None
    if target is None and low is not None and high is not None:
        if low < 0 or high <= 0 or low > high:
            return None
        if low <= actual <= high:
            return Fraction(100)
        target = low if actual < low else high
    if target is None or target <= 0:
        return None
    ratio = actual / target
    return max(Fraction(0), (2 - ratio if row["way"] == "turun" else ratio) * 100)


def nilai30(percent, maximum):
    """(category, nilai) of a whole percent."""
    c = round_up(percent)
    if c > 110 or (c == 100 and maximum):
        return "sangat baik", Fraction(120)
    if c > 100:
        return "sangat baik", 110 + Fraction(10, 9) * (c - 101)
    if c == 100:
        return "baik", Fraction(109)
    if c >= 80:
        return "cukup", 70 + Fraction(89 - 70, 99 - 80) * (c - 80)
    if c >= 60:
        return "kurang", 50 + Fraction(69 - 50, 79 - 60) * (c - 60)
    return "sangat kurang", c / 59 * 49


def skp30(rows):
    """Weighted main indicators plus at most 10 for additional ones, at most 120."""
    if any(r["kind"] not in ("utama", "tambahan") or r["way"] not in ("naik", "turun", "rentang")
           or r["weight"] is None or r["weight"] < 0 for r in rows):
        return None
    main = [r for r in rows if r["kind"] == "utama"]
    if sum(r["weight"] for r in main) != 100:
        return None
    pairs, extra = [], Fraction(0)
    for row in rows:
        percent = capaian30(row)
        if percent is None:
            continue
        category, value = nilai30(percent, row["maximum"])
        if row["kind"] == "utama":
            pairs.append((row["weight"], value))
        else:
            extra += Fraction(EXTRA[category], 100) * row["weight"] * value / 100
    main = e.weighted(pairs)
    return None if main is None else min(Fraction(120), main + min(extra, Fraction(10)))


def band(bands, shown, idea=True):
    name = next(n for n, least in bands if least is None or shown >= least)
    return "Baik" if name == "Sangat Baik" and not idea else name


# --- one run --------------------------------------------------------------------------------------

class Nasional:
    def __init__(self, inputs, period):
        self.inputs = pathlib.Path(inputs)
        self.year, self.length, self.first, self.last = span(period)
        self.book, self.files = e.Book(), []
        self.people, self.excluded, self.units = {}, {}, set()
        self.conformance = []

    def rows(self, pattern, check, key, **options):
        """Yields what `check` makes of the accepted rows; rows with a known key are duplicates."""
        keys = set()
        for file in e.found(self.inputs, pattern):
            self.files.append(file)
            data = e.content(self.inputs / file)
            records = e.xml_records(data, "/*/*", options["fields"]) if file.endswith(".xml") \
                else e.csv_records(data, preamble=options.get("preamble", 0),
                                   delimiter=options.get("delimiter", ","))
            for line, row in records:
                try:
                    if isinstance(row, str):
                        raise e.Fault(row)
                    fact = check(row)
                    if self.fate(fact) == "dipakai" and key(fact) in keys:
                        raise e.Fault("duplicate")
                except e.Fault as fault:
                    self.book.reject(file, line, str(fault))
                    continue
                if self.fate(fact) == "dipakai":
                    keys.add(key(fact))
                self.book.set(file, line, self.fate(fact))
                yield file, line, fact

    def fate(self, fact):
        """Of an accepted fact: rows of excluded people and those of other periods do not count."""
        if fact.get("nip") in self.excluded and "status" not in fact:
            return "dikecualikan"
        return "dipakai" if self.inside(fact) else "disisihkan"

    def inside(self, fact):
        start, end, year = fact.get("start"), fact.get("end"), fact.get("year")
        if any(d is not None and not self.first <= d <= self.last for d in (start, end)):
            return False
        if year is not None and year != self.year:
            return False
        return year is None or bool(start or end) or self.length == 12

    def known(self, text):
        nip = e.nip(text)
        if nip not in self.people:
            raise e.Fault("unknown-person")
        return nip

    def unit(self, text):
        name = e.present(text)
        if name is not None and self.units and name not in self.units:
            raise e.Fault("unknown-unit")
        return name

    def read_register(self):
        for _, _, fact in self.rows(
                "unit/*.csv", lambda r: {"unit": e.required(r["unor_nama"])}, lambda f: f["unit"]):
            self.units.add(fact["unit"])

        def check(row):
            fact = {"nip": e.nip(row["nip_baru"]), "unit": self.unit(row["unor_nama"])}
            job = e.present(row["jabatan_nama"]) or ""
            fact["level"] = LEVEL.get(e.fold(job), job)
            e.golongan(row["gol_akhir_nama"])
            fact["status"] = e.fold(e.present(row["kedudukan_hukum_nama"]) or "")
            e.date(row["tanggal_lahir"])
            return fact
        fields = ["nip_baru", "unor_nama", "jabatan_nama", "gol_akhir_nama",
                  "kedudukan_hukum_nama", "tanggal_lahir"]
        for pattern in ("pegawai/*.csv", "pegawai/*.xml"):
            for file, line, fact in self.rows(
                    pattern, check, lambda f: (f["nip"], f["unit"]), fields=fields):
                self.people[fact["nip"]] = fact
                if fact["status"] in EXCLUDED:
                    self.excluded[fact["nip"]] = "tidak dinilai karena kedudukan hukum"
                    self.book.set(file, line, "dikecualikan")

    def read_old(self):
        """Activities, indicators, conduct and ideas: rows by person."""
        activities, indicators, conduct = (defaultdict(list) for _ in range(3))
        ideas = set()
        aspects = ("kuantitas", "kualitas", "waktu", "biaya", "tugas tambahan", "kreativitas")
        folded = {e.fold(a): a for a in aspects}

        def activity(row):
            fact = {"nip": self.known(row["NIP"]), "name": e.required(row["KEGIATAN"])}
            aspect = e.present(row["ASPEK"])
            if aspect is not None and e.fold(aspect) not in folded:
                raise e.Fault("code-list")
            fact["aspect"] = folded.get(e.fold(aspect or ""))
            fact["target"], fact["actual"] = number(row["TARGET"]), number(row["REALISASI"])
            if fact["actual"] is not None and fact["actual"] < 0:
                raise e.Fault("range")
            return fact
        for file, line, f in self.rows(
                "kegiatan/*.csv", activity, lambda f: (f["nip"], f["name"], f["aspect"])):
            if self.fate(f) == "dipakai":
                activities[f["nip"]].append((f["name"], f["aspect"], f["target"], f["actual"]))

        def indicator(row):
            fact = {"nip": self.known(row["NIP"]), "name": e.required(row["IKI"])}
            fact["kind"] = e.fold(e.present(row["JENIS"]) or "utama")
            fact["weight"] = number(row["BOBOT"])
            fact["way"] = e.fold(e.present(row["ARAH"]) or "naik")
            for key, column in (("target", "TARGET"), ("low", "TARGET MIN"),
                                ("high", "TARGET MAKS")):
                fact[key] = number(row[column])
            fact["maximum"] = e.flag(row["MAKSIMUM"])
            fact["actual"] = number(row["REALISASI"])
            return fact
        for file, line, f in self.rows(
                "iki/*.csv", indicator, lambda f: (f["nip"], f["name"])):
            if self.fate(f) == "dipakai":
                indicators[f["nip"]].append(f)

        def rating(row):
            fact = {"nip": self.known(row["NIP"]), "aspect": e.present(row["ASPEK"])}
            e.required(row["NILAI"])
            fact["value"] = number(row["NILAI"])
            if not 0 <= fact["value"] <= 120:
                raise e.Fault("range")
            return fact
        for file, line, f in self.rows(
                "perilaku/*.csv", rating, lambda f: (f["nip"], f["aspect"])):
            if self.fate(f) == "dipakai":
                conduct[f["nip"]].append(f["value"])

        def idea(row):
            return {"nip": self.known(row["NIP"]), "idea": e.flag(row["GAGASAN BARU"])}
        for file, line, f in self.rows("gagasan/*.csv", idea, lambda f: f["nip"]):
            if self.fate(f) == "dipakai" and f["idea"]:
                ideas.add(f["nip"])
        return activities, indicators, conduct, ideas

    def read_halves(self):
        """Figures by person in each half of 2021; who has more than one in a half has none."""
        halves = defaultdict(lambda: ([], []))

        def half(row):
            return {"nip": self.known(row["NIP"]), "start": e.date(row["PERIODE AWAL"]),
                    "end": e.date(row["PERIODE AKHIR"]), "value": number(row["NILAI"])}
        for file, line, f in self.rows(
                "semester/*.csv", half, lambda f: (f["nip"], f["start"], f["end"])):
            start, end = f["start"] or self.first, f["end"] or self.last
            if self.fate(f) == "dipakai" and f["value"] is not None:
                for n, (a, b) in enumerate((((1, 1), (6, 30)), ((7, 1), (12, 31)))):
                    if datetime.date(2021, *a) <= start and end <= datetime.date(2021, *b):
                        halves[f["nip"]][n].append(f["value"])
        return halves

    def read_skp(self):
        """SKP by person in the order of the evidence: (start, end, plt, hasil, perilaku)."""
        found = defaultdict(list)

        def word(text):
            value = e.present(text)
            if value is None:
                return None
            if e.fold(value) not in WORDS:
                raise e.Fault("code-list")
            return WORDS[e.fold(value)]

        def assessment(row):
            fact = {"nip": self.known(row["nip"]), "skp": e.present(row["skp_id"]),
                    "start": e.date(row["periode_awal_skp"]),
                    "end": e.date(row["periode_akhir_skp"])}
            fact["plt"] = e.flag(row["is_skp_plt_plh_pjb"])
            fact["work"], fact["conduct"] = word(row["hasil_kerja"]), word(row["perilaku_kerja"])
            fact["stated"] = e.present(row["hasil_akhir"])
            e.date(row["waktu_dinilai"])
            return fact

        def history(row):
            fact = {"nip": self.known(row["nip"]), "skp": e.present(row["id"]),
                    "year": e.integer(row["tahun"]), "plt": False}
            fact["work"] = word(row["hasilKinerjaNilai"])
            fact["conduct"] = word(row["perilakuKerjaNilai"])
            return fact
        fields = {"penilaian": ["nip", "skp_id", "periode_awal_skp", "periode_akhir_skp",
                                "is_skp_plt_plh_pjb", "hasil_kerja", "perilaku_kerja",
                                "hasil_akhir", "waktu_dinilai"],
                  "riwayat": ["nip", "id", "tahun", "hasilKinerjaNilai", "perilakuKerjaNilai"]}
        # e-Kinerja last: of equal SKP its rating counts, not the history that SIASN keeps.
        for folder, check in (("riwayat", history), ("penilaian", assessment)):
            for ending in ("csv", "xml"):
                for file, line, f in self.rows(
                        f"{folder}/*.{ending}", check, lambda f: tuple(
                            f.get(k) for k in ("nip", "skp", "year", "start", "end")),
                        fields=fields[folder]):
                    if self.fate(f) == "dipakai":
                        found[f["nip"]].append(f)
                        if folder == "penilaian":
                            self.conform(file, line, f)
        return found

    def conform(self, file, line, f):
        """How a stated predikat agrees with the matrix."""
        if f["stated"] is None:
            word = "tanpa predikat"
        elif e.fold(f["stated"]) not in STATED or None in (f["work"], f["conduct"]):
            word = "tidak dapat diperiksa"
        elif STATED[e.fold(f["stated"])] == MATRIX[f["work"], f["conduct"]]:
            word = "sesuai"
        else:
            word = "berbeda"
        self.conformance.append([file, line, word])

    def read_others(self):
        index = {}

        def ip(row):
            fact = {"nip": self.known(row["NIP"]), "year": e.integer(row["TAHUN"]),
                    "value": number(row["TOTAL"])}
            e.date(row["UPDATED"])
            return fact
        for file, line, f in self.rows(
                "ip-asn/*.csv", ip, lambda f: (f["nip"], f["year"]), delimiter=";"):
            if self.fate(f) == "dipakai":
                index[f["nip"]] = f["value"]

        def report(row):
            fact = {"nip": self.known(row["nip"]), "skp": e.present(row["skp_id"]),
                    "start": e.date(row["periode_awal"]), "end": e.date(row["periode_akhir"])}
            e.flag(row["is_plt_plh"])
            return fact
        for _ in self.rows(
                "laporan-skp/*.csv", report,
                lambda f: (f["nip"], f["skp"], f["start"], f["end"]), preamble=6):
            pass

        def lacking(row):
            return {"nip": self.known(row["nip"]), "year": e.integer(row["tahun"])}
        for _ in self.rows(
                "belum-skp/*.csv", lacking, lambda f: (f["nip"], f["year"])):
            pass
        return index

    # --- results ---

    def main_post(self, skps):
        """A definitive post before an acting one; the last begun, then the longest, then the last
        row.
        """
        def days(f):
            return ((f.get("end") or self.last) - (f.get("start") or self.first)).days + 1
        held = [f for f in skps if days(f) > 0]
        return max(reversed(held), default=None, key=lambda f: (
            not f["plt"], f.get("start") or self.first, days(f)))

    def months(self, skps):
        """Months of the period on whose last day an SKP held."""
        days = [datetime.date(self.year, m, calendar.monthrange(self.year, m)[1])
                for m in range(self.first.month, self.last.month + 1)]
        return sum(any((f.get("start") or self.first) <= day <= (f.get("end") or self.last)
                       for f in skps) for day in days)

    def ratings(self):
        """Hasil kerja, perilaku, angka kredit since 2023 and IP ASN of everyone."""
        skps, index = self.read_skp(), self.read_others()
        names = ["hasil_kerja", "perilaku_kerja", "ip_asn"]
        if self.year >= 2023:
            names.insert(2, "angka_kredit")

        def of(nip):
            post = self.main_post(skps[nip]) or {"work": None, "conduct": None}
            word = MATRIX.get((post["work"], post["conduct"]))
            parts = {"hasil_kerja": post["work"], "perilaku_kerja": post["conduct"],
                     "ip_asn": index.get(nip)}
            level = COEFFICIENT.get(self.people[nip]["level"].lower())
            if level and word and self.months(skps[nip]):
                parts["angka_kredit"] = round_up(
                    Fraction(self.months(skps[nip]), 12) * Fraction(PERCENT[word], 100) * level, 2)
            return parts, None, word
        return "panrb6-ak" if self.year >= 2023 else "panrb6", names, 2, of

    def figures(self):
        """Scheme, components, how many of them must be there, and the scoring of one person."""
        if self.year >= 2022:
            return self.ratings()
        activities, indicators, conduct, ideas = self.read_old()
        halves = self.read_halves()
        if self.year == 2021 and self.length == 12:
            def year(nip):
                first, second = halves[nip]
                value = e.mean(first + second) if len(first) == len(second) == 1 else None
                return {"setahun": value}, value, (PP30, nip in ideas)
            return "tahun-2021", ["setahun"], 1, year
        new = self.last > datetime.date(2021, 6, 30)

        def person(nip):
            skp = skp30(indicators[nip]) if new else skp46(activities[nip])
            rated = e.mean(conduct[nip]) if conduct[nip] else None
            share = Fraction(7 if new else 6, 10)
            final = None if None in (skp, rated) else share * skp + (1 - share) * rated
            bands = (PP30, nip in ideas) if new else (PP46,)
            return {"skp": skp, "perilaku": rated}, final, bands
        return "pp30" if new else "pp46", ["skp", "perilaku"], 2, person

    def run(self, out):
        self.read_register()
        scheme, names, needed, score = self.figures()
        if self.year < 2022:        # every file is read, whatever the regulation asks for
            self.read_skp()
            self.read_others()
        else:
            self.read_old()
            self.read_halves()
        ranked, unscored = [], []
        for nip in sorted(set(self.people) - set(self.excluded)):
            parts, final, word = score(nip)
            missing = [n for n in names[:needed] if parts[n] is None]
            if missing:
                unscored.append([nip, reason(missing, needed)])
                continue
            shown = "" if final is None else e.published(final, 2)
            if final is not None:
                word = band(*word[:1], Fraction(shown), *word[1:])
            cells = [parts.get(n) for n in names]
            cells = ["" if c is None else c if isinstance(c, str) else e.published(c, 2)
                     for c in cells]
            key = Fraction(shown or 0), -RANKS.index(word)
            ranked.append([key, self.people[nip]["unit"], [nip, scheme, *cells, shown, word]])
        ranked.sort(key=lambda r: (-r[0][0], -r[0][1], r[2][0]))
        rows = [[1 + sum(o[0] > r[0] for o in ranked),
                 1 + sum(o[0] > r[0] and o[1] == r[1] for o in ranked)] + r[2] for r in ranked]
        e.table(out / "hasil.csv", ["peringkat", "peringkat_unit", "nip", "skema", *names, "akhir",
                                    "predikat"], rows)
        e.table(out / "tanpa-nilai.csv", ["nip", "alasan"], unscored)
        e.table(out / "pengecualian.csv", ["nip", "alasan"], sorted(self.excluded.items()))
        e.table(out / "kesesuaian.csv", ["berkas", "baris", "hasil"], self.conformance)
        self.book.write(out, self.files)


def number(text):
    """At most twelve digits and six decimals."""
    value = e.number(text)
    if value is not None and (e.places(text.strip(), ".") > 6 or abs(value) >= 10 ** 12):
        raise e.Fault("number")
    return value


def reason(missing, needed):
    if len(missing) == needed:
        return "SEMESTER_KURANG" if missing == ["setahun"] else "BELUM_DINILAI"
    return "TANPA_" + "_".join(m.upper() for m in missing)


def span(period):
    """(year, months, first day, last day)."""
    year, kind, number = re.fullmatch(r"(\d{4})(?:-([SQ]?)(\d+))?", period).groups()
    months = 12 if number is None else {"S": 6, "Q": 3, "": 1}[kind]
    start = 1 if number is None else (int(number) - 1) * months + 1
    end = start + months - 1
    return (int(year), months, datetime.date(int(year), start, 1),
            datetime.date(int(year), end, calendar.monthrange(int(year), end)[1]))


if __name__ == "__main__":
    Nasional(sys.argv[2], sys.argv[3]).run(pathlib.Path(sys.argv[1]))
