"""Sample exports of an invented town for the allowance TPP: one month, July 2025."""

import calendar
import datetime

from sample_data import people as P

REGION = "tpp"
PERIOD = "2025-07"
DATE = datetime.date
MONTH = [DATE(2025, 7, day) for day in range(1, 32)]
KOMINFO, SATPOL, RSUD, PILOT = (
    "Dinas Kominfo", "Satuan Polisi Pamong Praja", "RSUD Contoh", "UPT Layanan Digital")
POSTS = {5: "Pengadministrasi Umum", 6: "Operator Layanan", 7: "Pengolah Data", 8: "Pranata Komputer Pertama",
         9: "Analis Kebijakan", 11: "Kepala Subbagian", 12: "Kepala Bidang", 14: "Kepala Dinas"}
# Staff of each unit: kelas and kind, in order.
STAFF = {
    KOMINFO: [(14, "PNS"), (12, "PNS"), (11, "PNS"), (9, "PNS"), (9, "PPPK"), (8, "PNS"), (7, "PNS"),
              (7, "PPPK"), (6, "PNS"), (5, "PNS"), (9, "PNS"), (8, "PNS")],
    SATPOL: [(14, "PNS"), (11, "PNS"), (9, "PNS"), (7, "PNS"), (7, "PNS"), (6, "PNS"), (5, "PNS"),
             (5, "PNS"), (7, "PPPK"), (10, "PNS")],
    RSUD: [(14, "PNS"), (12, "PNS"), (11, "PNS"), (9, "PNS"), (9, "PPPK"), (9, "PNS"), (9, "PPPK"),
           (7, "PNS"), (7, "PNS"), (6, "PNS"), (5, "PNS"), (9, "PNS"), (7, "PNS")],
    PILOT: [(11, "PNS"), (9, "PNS"), (8, "PNS"), (7, "PNS"), (7, "PPPK")],
}
GRADE = {5: "II/b", 6: "II/d", 7: "III/a", 8: "III/b", 9: "III/c", 10: "III/c", 11: "III/d", 12: "IV/a",
         14: "IV/c"}


def staff(seed: int) -> list:
    r = P.rng(seed, REGION, "staff")
    maker, everyone = P.People(r), []
    for unit, posts in STAFF.items():
        for place, (kelas, kind) in enumerate(posts):
            person = maker.person(pppk_share=1.0 if kind == "PPPK" else 0.0)
            person.golongan = ("IX" if kelas == 9 else "VII") if kind == "PPPK" else GRADE[kelas]
            person.unit, person.kelas, person.post = unit, kelas, POSTS.get(kelas, "Analis Ahli")
            person.place, person.role = place, ""
            everyone.append(person)
    return everyone


def roles(everyone: list) -> dict:
    """The people with whom something happens, by what it is."""
    by = {(p.unit, p.place): p for p in everyone}
    return {
        "transfer": by[KOMINFO, 3], "across": by[KOMINFO, 10], "death": by[SATPOL, 3], "pension": by[SATPOL, 2],
        "gone": by[SATPOL, 4], "no-attendance": by[KOMINFO, 8], "no-output": by[RSUD, 7],
        "no-class": by[SATPOL, 5], "no-amount": by[SATPOL, 9], "sanction": by[KOMINFO, 5],
        "ordered": by[RSUD, 5], "ended": by[RSUD, 8], "absent": by[SATPOL, 6], "blank-minutes": by[SATPOL, 7],
        "unknown-status": by[KOMINFO, 9], "all-lost": by[RSUD, 10], "cltn": by[RSUD, 11],
        "into-pilot": by[RSUD, 12],
    }


def daily(r, person, first, last, role) -> list:
    """Rows of a machine: day, status, minutes late, minutes early."""
    rows = []
    for date in MONTH:
        if not first <= date <= last:
            continue
        if date.weekday() >= 5:
            rows.append((date, "LIBUR", "", ""))
            continue
        chance = r.random()
        if role == "absent" and date.day in (8, 9, 22):
            rows.append((date, "TK", "", ""))
        elif chance < 0.05:
            rows.append((date, r.choice(["DL", "CT", "Sakit"]), "", ""))
        else:
            late = r.choice([1, 12, 30, 31, 45, 60, 61, 75, 90, 91, 130]) if r.random() < 0.14 else 0
            early = r.choice([5, 30, 31, 60, 61, 91]) if r.random() < 0.07 else 0
            if date.day == 17 and person.place % 4 == 1:
                late, early = 100, 45
            rows.append((date, "H", late, early))
    return rows


def generate(out, seed: int) -> None:
    everyone = staff(seed)
    case = roles(everyone)
    role = {person.nip: name for name, person in case.items()}
    folder = P.Folder(out, REGION, PERIOD)
    units = P.CSV(["unit", "uji_coba"])
    for unit in STAFF:
        units.row(unit, "ya" if unit == PILOT else "tidak")
    folder.write("referensi/unit.csv", units)

    register = P.CSV(["NIP", "NAMA", "JENIS", "UNIT", "JABATAN", "GOLONGAN", "KELAS", "STATUS", "NPWP", "PTKP",
                      "TMT", "SAMPAI"])
    r = P.rng(seed, REGION, "register")
    for person in everyone:
        name = role.get(person.nip, "")
        kelas = "" if name == "no-class" else person.kelas
        status = "CLTN" if name == "cltn" else "Aktif"
        number = "0" + "".join(str(r.randrange(10)) for _ in range(15))
        register.row(person.nip, person.name, person.jenis, person.unit, person.post, person.golongan, kelas,
                     status, number if r.random() < 0.9 else "", r.choice(["TK/0", "K/0", "K/1", "K/2", "K/3"]),
                     "", "2025-07-14" if name == "across" else "")
        if name == "across":
            # A new row of the roster: another unit, a higher class, from the 15th.
            register.row(person.nip, person.name, person.jenis, SATPOL, POSTS[11], person.golongan, 11, "Aktif",
                         number, "K/1", "2025-07-15", "")
    stranger = everyone[0]
    register.row(stranger.nip[:-1] + "X", "Contoh Rusak", "PNS", KOMINFO, POSTS[5], "II/b", 5, "Aktif", "", "", "", "")
    folder.write("pegawai/pegawai.csv", register)

    events = P.CSV(["NIP", "PERISTIWA", "TANGGAL", "TERMASUK", "UNIT", "DOKUMEN"])
    events.row(case["transfer"].nip, "mutasi", "2025-07-11", "tidak", RSUD, "SK-101/CONTOH/2025")
    events.row(case["into-pilot"].nip, "mutasi", "2025-07-21", "tidak", PILOT, "SK-102/CONTOH/2025")
    events.row(case["death"].nip, "meninggal", "2025-07-12", "ya", "", "AK-201/CONTOH/2025")
    events.row(case["pension"].nip, "pensiun", "2025-07-15", "tidak", "", "SK-103/CONTOH/2025")
    events.row(case["gone"].nip, "meninggal", "2025-06-28", "ya", "", "AK-200/CONTOH/2025")
    folder.write("pegawai/peristiwa.csv", events)

    spans = {person.nip: [(person.unit, MONTH[0], MONTH[-1])] for person in everyone}
    spans[case["across"].nip] = [(KOMINFO, MONTH[0], DATE(2025, 7, 14)), (SATPOL, DATE(2025, 7, 15), MONTH[-1])]
    spans[case["transfer"].nip] = [(KOMINFO, MONTH[0], DATE(2025, 7, 10)), (RSUD, DATE(2025, 7, 11), MONTH[-1])]
    spans[case["into-pilot"].nip] = [(RSUD, MONTH[0], DATE(2025, 7, 20)), (PILOT, DATE(2025, 7, 21), MONTH[-1])]
    spans[case["death"].nip] = [(SATPOL, MONTH[0], DATE(2025, 7, 12))]
    spans[case["pension"].nip] = [(SATPOL, MONTH[0], DATE(2025, 7, 14))]
    spans[case["gone"].nip] = []
    r = P.rng(seed, REGION, "attendance")
    files = {unit: P.CSV(["NIP", "TANGGAL", "STATUS", "TERLAMBAT", "PULANG_AWAL"], ";") for unit in
             (KOMINFO, SATPOL, PILOT)}
    recap = P.CSV(["NIP", "BULAN", "UNIT", "HARI KERJA", "HADIR", "TK", "TM1", "TM2", "TM3", "TM4", "PC1", "PC2",
                   "PC3", "PC4"])
    for person in everyone:
        name = role.get(person.nip, "")
        for unit, first, last in spans[person.nip]:
            workdays = sum(1 for d in MONTH if first <= d <= last and d.weekday() < 5)
            if unit == RSUD:
                late = [r.choice([0, 0, 0, 1, 2]) for _ in range(4)]
                early = [r.choice([0, 0, 0, 0, 1]) for _ in range(4)]
                gone = 7 if name == "all-lost" else r.choice([0, 0, 0, 0, 1])
                if name == "all-lost":
                    workdays, late, early, gone = 23, [0, 0, 0, 0], [0, 0, 0, 0], 23
                recap.row(person.nip, "2025-07", unit, workdays, workdays - gone, gone, *late, *early)
                continue
            if name == "no-attendance":
                continue
            for date, status, late, early in daily(r, person, first, last, name):
                if name == "blank-minutes" and date.day == 10:
                    status, late, early = "H", "", ""
                if name == "unknown-status" and date.day == 10:
                    status, late, early = "??", "", ""
                files[unit].row(person.nip, P.date_dmy(date), status, late, early)
        if name == "death":
            files[SATPOL].row(person.nip, "14-07-2025", "TK", "", "")
    first = everyone[1]
    files[KOMINFO].row(first.nip, "01-07-2025", "H", 0, 0)          # a second row of a day
    files[KOMINFO].row(first.nip, "02-08-2025", "H", 300, 0)        # another month
    files[KOMINFO].row("199001012015021998", "01-07-2025", "H", 0, 0)  # nobody of the register
    for unit, table in files.items():
        folder.write(f"absensi/mesin-{unit.lower().replace(' ', '-')}.csv", table)
    folder.write("absensi/rekap-rsud.csv", recap)

    r = P.rng(seed, REGION, "output")
    output = P.CSV(["NIP", "BULAN", "HARI TANPA AKTIVITAS"])
    for person in everyone:
        name = role.get(person.nip, "")
        if name in ("no-output", "gone"):
            continue
        days = 23 if name == "all-lost" else r.choice([0, 0, 0, 0, 1, 1, 2, 4])
        output.row(person.nip, "Juli 2025", days)
    folder.write("ekinerja/tanpa-aktivitas.csv", output)

    sanctions = P.CSV(["NIP", "TINGKAT", "PERSEN", "TMT", "LAMA", "NOMOR SK"])
    sanctions.row(case["sanction"].nip, "sedang 1", "", "2025-01-20", "", "SK-901/CONTOH/2025")  # Feb to July
    sanctions.row(case["ordered"].nip, "ringan", "12.5", "2025-06-30", "1", "SK-902/CONTOH/2025")  # July alone
    sanctions.row(case["ended"].nip, "sedang 1", "", "2024-12-31", "", "SK-900/CONTOH/2024")     # to June
    folder.write("hukdis/hukdis.csv", sanctions)


assert calendar.monthrange(2025, 7)[1] == len(MONTH)
