#!/usr/bin/env python3
"""Groups, recaps and regional tables, derived from the referees' own results.

usage: regional.py OUT REGION PERIOD [PREVIOUS-PERIOD]
Columns are headed as the program's tables are; names of people are left out.
"""

import csv
import sys
import tempfile
from collections import defaultdict
from fractions import Fraction as F
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import exports as e  # noqa: E402
import reading as R  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "pipelines" / "tables"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def decimal(value, places):
    return "" if value is None else e.published(F(value), places)


class Region:
    """A region's referee, run once, and what it knows of a person's place."""

    third = "peringkat_kelompok"
    shares = True           # equals share a rank
    by = []                 # rank keys after the final

    def __init__(self, region, period):
        self.inputs = ROOT / "sample-data" / region / period
        self.period = period
        with tempfile.TemporaryDirectory() as folder:
            self.run(Path(folder))
            self.listing = read(Path(folder) / "hasil.csv")
        for person in self.listing:
            person.update(self.facts(person["nip"]))

    def write(self, out, previous):
        self.write_people(out)
        self.write_units(out)
        self.write_incentive(out)
        self.write_own(out, previous)

    def write_own(self, out, previous):
        pass

    def key(self, person):
        return [-F(person["akhir"])] + [-F(person[name]) for name in self.by]

    def ranks(self, group):
        """nip -> (rank, size) among those whom `group` puts together."""
        members, found = defaultdict(list), {}
        for person in self.listing:
            members[person[group]].append(person)
        for some in members.values():
            some.sort(key=self.key)             # stable: equals stay in listing order
            for place, person in enumerate(some):
                above = some[place - 1] if place else None
                tied = self.shares and above and self.key(above) == self.key(person)
                found[person["nip"]] = (found[above["nip"]][0] if tied else place + 1, len(some))
        return found

    def write_people(self, out):
        units, thirds = self.ranks("unit"), self.ranks("group")
        header = ["peringkat_unit", self.third, "nip", "unit", "jabatan", "skema", "faktor",
                  "uji_coba"]
        e.table(out / "hasil.csv", header, [
            [units[p["nip"]][0], thirds[p["nip"]][0], p["nip"], p["unit"], p["job"], p["scheme"],
             decimal(p["factor"], 6), p["trial"]] for p in self.listing])

    def recaps(self):
        finals = defaultdict(list)
        for person in self.listing:
            finals[person["unit"]].append(F(person["akhir"]))
        return {unit: sorted(finals[unit]) for unit in sorted(finals, key=str.encode)}

    def write_units(self, out):
        header = ["unit", "n", "rata_rata", "median", "terendah", "tertinggi"]
        words = [word.lower().replace(" ", "_") for word in self.words]
        rows = []
        for unit, finals in self.recaps().items():
            n = len(finals)
            median = e.mean([finals[(n - 1) // 2], finals[n // 2]])
            given = [p["predikat"] for p in self.listing if p["unit"] == unit]
            rows.append([unit, n, decimal(e.mean(finals), 2), decimal(median, 2),
                         decimal(finals[0], 2), decimal(finals[-1], 2)]
                        + [given.count(word) for word in self.words])
        e.table(out / "rekap-unit.csv", header + words, rows)

    def write_incentive(self, out):
        rows = [[p["nip"], p["predikat"], p["akhir"], p["trial"]] for p in self.listing]
        total = sum(int(p["nip"]) for p in self.listing)
        e.table(out / "insentif.csv", ["nip", "predikat", "akhir", "uji_coba"],
                rows + [["TOTAL", len(rows), total, ""]])


class Ambon(Region):
    words = ["Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"]

    def run(self, out):
        import ambon
        self.module, self.referee = ambon, ambon.Ambon()
        self.referee.run(out)

    def facts(self, nip):
        post = self.referee.people[nip][-1][0]
        scheme = ("pendidik" if post["job"] in self.module.TEACHERS else
                  "kesehatan" if post["job"] in self.module.HEALTH else "penegak-perda")
        return {"unit": post["unit"], "group": self.referee.units[post["unit"]],
                "job": post["job"], "scheme": scheme, "factor": self.referee.factors[nip],
                "trial": "tidak"}


class Jakarta(Region):
    words = ["Istimewa", "Sangat Baik", "Baik", "Cukup", "Kurang"]

    def run(self, out):
        import jakarta
        self.module, self.referee = jakarta, jakarta.Jakarta()
        self.referee.run(out)
        data = e.content(self.inputs / "referensi/skpd.xml")
        self.groups = {self.referee.unit(row["nama"]): e.present(row["@kelompok"])
                       for _, row in e.xml_records(data, "/unor/unit", ["nama", "@kelompok"])}

    def facts(self, nip):
        post = self.referee.people[nip][-1]
        scheme = "guru" if post["job"] in self.module.TEACHERS else "pegawai"
        return {"unit": post["unit"], "group": self.groups[post["unit"]], "job": post["job"],
                "scheme": scheme, "factor": self.referee.factors[nip], "trial": "tidak"}

    def write_own(self, out, previous):
        """The best places of a group, rounded down but one at least, and all who share the last."""
        for person in self.listing:
            person["all"] = "semua"
        awards = [("penghargaan", "Penghargaan semester", 92, 5, "unit", ("guru", "pegawai")),
                  ("promosi", "Daftar usul promosi", 95, 10, "all", ("pegawai",))]
        rows = []
        for award, title, least, percent, group, schemes in awards:
            ranks, place = self.ranks(group), 0
            for p in self.listing:
                rank, size = ranks[p["nip"]]
                if (rank <= max(1, percent * size // 100) and F(p["akhir"]) >= least
                        and p["predikat"] in ("Istimewa", "Sangat Baik")
                        and p["scheme"] in schemes):
                    place += 1
                    rows.append([award, title, place, p["nip"], p["unit"], p["scheme"],
                                 p["akhir"], p["predikat"]])
        e.table(out / "penghargaan.csv", ["penghargaan", "judul", "urutan", "nip", "unit",
                                          "skema", "akhir", "predikat"], rows)


class Pariaman(Region):
    words = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
    third, shares, by = "peringkat_jenis", False, ["hasil"]

    def run(self, out):
        import pariaman
        self.module, log = pariaman, []

        class Listening(pariaman.Pariaman):
            """The referee, remembering each accepted row as it stands in its file."""

            def rows(self, files, check, codes=None, **options):
                latest = {}

                def keep(row):
                    latest["row"] = row
                    return check(row)
                for file, line, checked in super().rows(files, keep, codes, **options):
                    log.append((file, line, latest["row"], checked))
                    yield file, line, checked
        self.log, self.referee = log, Listening()
        self.referee.run(out)

    def facts(self, nip):
        post = self.referee.people[nip][-1]
        return {"unit": post["unit"], "group": post["kind"], "job": post["job"],
                "scheme": "kesehatan" if post["job"] in self.module.HEALTH else "umum",
                "factor": self.referee.factors[nip], "trial": "tidak"}

    def measured(self, row, checked):
        """(component, place of the source, source, item, points or None) of an accepted row."""
        referee, first, last = self.referee, self.module.FIRST, self.module.LAST
        file = row["_file"]
        if file.startswith("skp/"):
            source, nip, code, measure, month, target, actual = checked
            key = f"{code}|{measure}|{month[0]}-{month[1]:02d}"
            actual = referee.corrected(source, nip, key, "realisasi", actual)
            place = 0 if source == "skp_kota" else 1
            return "hasil", place, source, code, referee.points(code, target, actual, 110)
        if file.startswith("imunisasi/"):
            _, code, _, target, actual = checked
            return "hasil", 2, "imunisasi", code, referee.points(code, target, actual, 105)
        if file == "tugas.csv.gz":
            _, _, due, done = checked
            points = F(0) if due <= last else None
            if done:
                points = max(F(40), F(100 - 2 * max(0, (done - due).days)))
            return "ketepatan", 3, "tugas", e.present(row["KODE TUGAS"]), points
        if file.startswith("proses/"):
            source = "proses_kota" if checked[0] == "kota" else "proses_puskesmas"
            place = 4 if source == "proses_kota" else 5
            return "proses", place, source, e.present(row["aspek"]), F(checked[4])
        if file.startswith("publik/"):
            return "publik", 6, "publik", e.present(row["3"]) or "", F(checked[2])
        return None

    def write_own(self, out, previous):
        cells = defaultdict(list)
        for file, line, row, checked in self.log:
            found = self.measured(row, checked)
            if found and self.referee.book.fates[file, line] == "dipakai":
                component, place, source, item, points = found
                cells[component, place, source, file, item].append(points)
        order = ["hasil", "ketepatan", "proses", "publik"]
        rows = []
        for key in sorted(cells, key=lambda k: (order.index(k[0]), k[1], k[3].encode(), k[4])):
            component, _, source, file, item = key
            points = [v for v in cells[key] if v is not None]
            rows.append([self.period, component, source, file, item, len(cells[key]),
                         decimal(e.mean(points), 4) if points else ""])
        e.table(out / "pemantauan.csv", ["periode", "komponen", "sumber", "berkas", "rincian",
                                         "baris", "rata_rata"], rows)


class Marelan(Region):
    words = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]

    def run(self, out):
        import marelan
        referee = self.referee = marelan.Marelan(self.inputs, TABLES)
        for step in (referee.references, referee.register, referee.corrections, referee.results,
                     referee.surveys, referee.attendance, referee.ratings, referee.sanctions,
                     referee.settle_corrections):
            step()
        results, unscored = referee.scores()
        R.write_results(out, marelan.COMPONENTS, results, unscored, referee.excluded, [],
                        ["capaian"])
        data = R.content(self.inputs / "referensi/unit.csv")
        self.groups, self.trials = {}, set()
        for _, row in R.read_csv(data, ";"):
            name = referee.known("unor", row["NamaUnor"])
            self.groups[name] = R.value(row["Kelompok"])
            if R.flag(row["UjiCoba"]):
                self.trials.add(name)

    def facts(self, nip):
        post = self.referee.rank_row[nip]
        with_post = self.jobs().get(nip, "")
        return {"unit": post["unit"], "group": self.groups[post["unit"]], "job": with_post,
                "scheme": "pimpinan" if post["level"] == "Struktural" else "pelayanan",
                "factor": self.referee.factor.get(nip, F(1)),
                "trial": "ya" if post["unit"] in self.trials else "tidak"}

    def jobs(self):
        """The post of the row in which a person is ranked; the referee itself has no use for it."""
        if not hasattr(self, "posts"):
            self.posts, files = {}, {}
            for name in self.referee.files("pegawai/*-v*.csv"):
                area, version = Path(name).stem.rsplit("-v", 1)
                files[area] = max(files.get(area, (0, "")), (int(version), name))
            for _, name in files.values():
                for _, row in R.read_csv(R.content(self.inputs / name), record_lines=3,
                                         record_bytes=4096, blank="reject"):
                    self.note(row)
        return self.posts

    def note(self, row):
        try:
            found = self.referee.register_row(row) if not isinstance(row, str) else None
        except R.Fault:
            return
        if found and not found["acting"]:
            ranked = self.referee.rank_row.get(found["nip"])
            same = ranked and all(found[k] == ranked[k] for k in ("unit", "start", "level"))
            if same:
                self.posts.setdefault(found["nip"], R.value(row["jabatan_nama"]) or "")

    def figures(self):
        """unit -> (people, mean, satisfaction), as printed."""
        recaps = self.recaps()
        units = set(recaps) | set(self.referee.ikm)
        return {unit: (len(recaps.get(unit, [])),
                       decimal(e.mean(recaps[unit]), 2) if unit in recaps else "",
                       decimal(self.referee.ikm.get(unit), 4)) for unit in units}

    def write_own(self, out, previous):
        now, before = self.figures(), previous.figures() if previous else {}

        def change(a, b, places):
            return decimal(F(a) - F(b), places) if a and b else ""
        rows = []
        for unit in sorted(now, key=str.encode):
            count, mean, satisfaction = now[unit]
            _, mean_before, satisfaction_before = before.get(unit, (0, "", ""))
            moved = [change(mean, mean_before, 2), change(satisfaction, satisfaction_before, 4)]
            together = ""
            if all(moved):
                signs = [(F(x) > 0) - (F(x) < 0) for x in moved]
                together = "ya" if signs[0] == signs[1] else "tidak"
            rows.append([unit, self.period, count, mean, satisfaction,
                         previous.period if previous else "", mean_before, satisfaction_before,
                         *moved, together])
        e.table(out / "evaluasi.csv", [
            "unit", "periode", "n", "rata_rata", "kepuasan", "periode_lalu", "rata_rata_lalu",
            "kepuasan_lalu", "selisih_nilai", "selisih_kepuasan", "searah"], rows)


class Sabang(Region):
    words = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
    third, by = "peringkat_jenjang", ["kompetensi"]

    def run(self, out):
        import sabang
        taken = self.taken = defaultdict(list)

        class Listening(sabang.Sabang):
            """The referee, remembering which competency each training that counts was for."""

            def rows(self, name, rows, check, take, whole=None):
                latest = {}

                def keep(cells):
                    latest["cells"] = cells
                    return check(cells)

                def note(name, line, row):
                    take(name, line, row)
                    if name.startswith("pelatihan/") and self.books.fates[name][-1] == (
                            "dipakai", row[0]):
                        code = R.value(latest["cells"]["KOMPETENSI"])
                        taken[row[0], code].append(row[1])
                super().rows(name, rows, keep, note, whole)
        referee = self.referee = Listening(self.inputs, TABLES)
        for step in (referee.references, referee.register, referee.events, referee.corrections,
                     referee.competency, referee.training, referee.ratings, referee.public,
                     referee.sanctions, referee.settle_corrections):
            step()
        results, unscored = referee.scores()
        R.write_results(out, sabang.COMPONENTS, results, unscored, referee.excluded,
                        ["kompetensi"], [])

    def facts(self, nip):
        post = self.referee.rank_row[nip]
        scheme = {"Pelayanan": "pelayanan", "Dukungan": "dukungan"}
        return {"unit": post["unit"], "group": post["level"], "job": post["post"],
                "scheme": scheme[self.referee.units[post["unit"]][0]],
                "factor": self.referee.factor.get(nip, F(1)), "trial": "tidak"}

    def gaps(self):
        """(nip, competency) -> (required, held), in register order and the standard's."""
        referee, found = self.referee, {}
        for nip, post in referee.rank_row.items():
            if nip in referee.excluded:
                continue
            wanted = referee.standard.get(post["post"]) or referee.standard.get(post["level"])
            for code, level in (wanted or {}).items():
                judged = referee.held.get(nip, {}).get(code)
                found[nip, code] = level, max(judged)[1] if judged else None
        return found

    def write_own(self, out, previous):
        before, rows = previous.gaps() if previous else {}, []
        for (nip, code), (required, held) in self.gaps().items():
            post = self.referee.rank_row[nip]
            earlier = before.get((nip, code), (None, None))[1]
            short = (held or 0) < required
            moved = held - earlier if held is not None and earlier is not None else None
            rows.append([nip, post["unit"], post["post"], code, required, shown(held),
                         "" if held is None else shown(held - required),
                         self.referee.catalogue.get(code, "") if short else "",
                         "; ".join(self.taken.get((nip, code), [])), shown(earlier),
                         shown(moved)])
        e.table(out / "kesenjangan.csv", [
            "nip", "unit", "jabatan", "kompetensi", "syarat", "dimiliki", "kesenjangan",
            "pelatihan_disarankan", "pelatihan_diikuti", "dimiliki_lalu", "perubahan"], rows)


def shown(number):
    return "" if number is None else str(int(number))


def main():
    out, name, period = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    region = {"ambon": Ambon, "jakarta": Jakarta, "pariaman": Pariaman, "marelan": Marelan,
              "sabang": Sabang}[name]
    previous = region(name, sys.argv[4]) if len(sys.argv) > 4 else None
    out.mkdir(parents=True, exist_ok=True)
    region(name, period).write(out, previous)


if __name__ == "__main__":
    main()
