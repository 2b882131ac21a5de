"""Kualitas: the SIASN employee master of an invented agency, with the problems of BKN's indicators.

Each problem is put into the row of one person by name (see CASES); the second semester mends some.
"""

import datetime
import pathlib

from . import people as P

REGION = "kualitas"
UNITS = {"U1": "Dinas Kesehatan", "U2": "Dinas Pendidikan", "U3": "Sekretariat Daerah",
         "U4": "Bagian Lama"}
POSTS = [("F1", "Perawat Ahli Pertama", 58, "S-1"), ("F2", "Guru Ahli Madya", 60, "S-1"),
         ("F3", "Bidan Terampil", 58, "Diploma III"), ("F9", "Jabatan Belum Diatur", "", "")]
HEADER = ("PNS ID;NIP BARU;NIP LAMA;NAMA;GELAR DEPAN;GELAR BELAKANG;TANGGAL LAHIR;JENIS KELAMIN;NIK;"
          "IS VALID NIK;NOMOR HP;EMAIL;JENIS PEGAWAI;KEDUDUKAN HUKUM;STATUS CPNS PNS;TMT CPNS;TMT PNS;"
          "TMT PPPK;GOL AKHIR;MK TAHUN;MK BULAN;JENIS JABATAN;JABATAN ID;NAMA JABATAN;ESELON;"
          "TINGKAT PENDIDIKAN;UNOR ID;NAMA UNOR;INSTANSI INDUK;INSTANSI KERJA").split(";")
AGENCY, OTHER = "Pemerintah Kota Contoh", "Kementerian Contoh"
D = datetime.date
PNS, PPPK = "PNS Daerah Kab/Kota yang bekerja pada Kab/Kota", "PPPK Daerah"


def row(people, birth, tmt, female=False, pppk=False, **other):
    """A row without any problem; `other` replaces cells by heading, blanks as `_`."""
    dmy = P.date_dmy
    nip = people.nip(birth, tmt, female, pppk)
    first = P.FIRST_FEMALE if female else P.FIRST_MALE
    name = f"{first[len(people.used) % len(first)]} {P.LAST[len(people.used) % len(P.LAST)]}"
    number = len(people.used)
    cells = dict.fromkeys(HEADER, "")
    cells.update({
        "PNS ID": f"CTH-{number:04d}", "NIP BARU": nip, "NAMA": name,
        "GELAR BELAKANG": "S.Contoh", "TANGGAL LAHIR": dmy(birth),
        "JENIS KELAMIN": "F" if female else "M", "NIK": f"99{number:014d}", "IS VALID NIK": "1",
        "NOMOR HP": f"0800000{number:04d}", "EMAIL": f"orang{number}@contoh.example",
        "JENIS PEGAWAI": PPPK if pppk else PNS,
        "KEDUDUKAN HUKUM": "PPPK Aktif" if pppk else "Aktif",
        "STATUS CPNS PNS": "" if pppk else "P", "TMT CPNS": "" if pppk else dmy(tmt),
        "TMT PNS": "" if pppk else dmy(tmt.replace(year=tmt.year + 1)),
        "TMT PPPK": dmy(tmt) if pppk else "", "GOL AKHIR": "IX" if pppk else "III/c",
        "JENIS JABATAN": "Jabatan Pelaksana", "JABATAN ID": "P1",
        "NAMA JABATAN": "Pengelola Data", "TINGKAT PENDIDIKAN": "S-1", "UNOR ID": "U1",
        "INSTANSI INDUK": AGENCY, "INSTANSI KERJA": AGENCY})
    for heading, value in other.items():
        cells[heading.replace("_", " ")] = value
    cells["NAMA UNOR"] = UNITS.get(cells["UNOR ID"], cells["UNOR ID"] and "Unit Asing")
    return cells


def structural(unor, eselon, golongan, **other):
    return {"JENIS_JABATAN": "Jabatan Struktural", "JABATAN_ID": "", "NAMA_JABATAN": "Kepala",
            "ESELON": eselon, "GOL_AKHIR": golongan, "UNOR_ID": unor, **other}


def functional(post, **other):
    names = {code: name for code, name, _, _ in POSTS}
    return {"JENIS_JABATAN": "Jabatan Fungsional", "JABATAN_ID": post,
            "NAMA_JABATAN": names.get(post, "Perawat Ahli Pertama"), **other}


def staff(people, second: bool):
    """(what it shows, row); some are mended in the second semester."""
    b, t = D(1985, 3, 10), D(2010, 4, 1)

    def r(*args, **other):
        return row(people, *args, **other)
    yield "tanpa masalah", r(b, t, UNOR_ID="U1")
    yield "tanpa masalah", r(D(1980, 5, 5), t, True, UNOR_ID="U2")
    yield "tanpa masalah", r(D(1979, 1, 2), D(2005, 1, 1), **structural("U1", "III.a", "IV/a"))
    yield "tanpa masalah", r(D(1990, 6, 6), D(2022, 3, 1), True, True, **functional("F1"))
    yield "COM_1 belum SKP kedua tahun", r(D(1986, 1, 1), t)
    yield "COM_1 satu tahun ada: cukup", r(D(1986, 2, 1), t)
    yield "COM_2 jabatan kosong", r(D(1986, 3, 1), t, **functional("F1" if second else ""))
    yield "COM_3 pendidikan kosong; COM_5 tak terperiksa", r(
        D(1986, 4, 1), t, TINGKAT_PENDIDIKAN="", GELAR_BELAKANG="")
    yield "COM_4 TMT PNS kosong; ACC_1 tak terperiksa", r(D(1986, 5, 1), t, TMT_PNS="")
    yield "COM_5 gelar kosong pada D-III", r(
        D(1986, 6, 1), t, TINGKAT_PENDIDIKAN="Diploma III", GELAR_BELAKANG="")
    yield "SLTA tanpa gelar: COM_5 tidak berlaku", r(
        D(1986, 7, 1), t, TINGKAT_PENDIDIKAN="SLTA", GELAR_BELAKANG="")
    yield "COM_6 email salah", r(
        D(1986, 8, 1), t, EMAIL="orang@contoh.example" if second else "orang@contoh")
    yield "COM_6 email kosong; COM_7 nomor HP kosong", r(D(1986, 9, 1), t, EMAIL="", NOMOR_HP="")
    yield "TIM_1 unor tidak aktif", r(D(1986, 10, 1), t, UNOR_ID="U4")
    yield "TIM_1 tak terperiksa: unor di luar daftar", r(D(1986, 11, 1), t, UNOR_ID="U8")
    yield "TIM_2 calon JF sejak 2021", r(D(1995, 1, 1), D(2021, 1, 1),
                                        NAMA_JABATAN="Calon Perawat")
    yield "TIM_3 masih CPNS sejak 2022", r(
        D(1997, 1, 1), D(2022, 2, 1), STATUS_CPNS_PNS="P" if second else "C",
        TMT_PNS="01-02-2025" if second else "")
    yield "CPNS sejak 2025-03-01, belum setahun", r(
        D(1999, 1, 1), D(2025, 3, 1), STATUS_CPNS_PNS="C", TMT_PNS="")
    yield "TIM_4 struktural ganda", r(D(1978, 1, 1), t, **structural("U2", "III.b", "III/d"))
    yield "TIM_4 struktural ganda", r(D(1978, 2, 1), t, **structural("U2", "III.b", "III/d"))
    yield "TIM_5 lahir Mei 1967, pelaksana 58", r(D(1967, 5, 20), D(1990, 3, 1))
    yield "TIM_5 lahir Juni 1967: semester berikut", r(D(1967, 6, 20), D(1990, 3, 1))
    yield "TIM_5, ACC_8 tak terperiksa: jabatan tanpa BUP", r(
        D(1980, 7, 7), t, **functional("F9"))
    yield "guru 60 tahun BUP, lahir 1966", r(D(1966, 8, 8), D(1990, 3, 1), **functional("F2"))
    yield "ACC_1 TMT CPNS setelah TMT PNS", r(D(1987, 1, 1), t, TMT_PNS="01-04-2009")
    yield "ACC_2 DPK di instansi sendiri", r(
        D(1987, 2, 1), t, JENIS_PEGAWAI="PNS Daerah DPK pada Instansi Lain")
    yield "ACC_2 bukan DPK di instansi lain", r(D(1987, 3, 1), t, INSTANSI_KERJA=OTHER)
    yield "DPK di instansi lain: sesuai", r(
        D(1987, 4, 1), t, JENIS_PEGAWAI="PNS Daerah DPK pada Instansi Lain", INSTANSI_KERJA=OTHER)
    yield "ACC_3 struktural, CPNS 2024", r(
        D(1996, 4, 4), D(2024, 3, 1), **structural("U3", "IV.b", "III/b"))
    yield "ACC_4 kedudukan PPPK salah", r(
        D(1991, 1, 1), D(2022, 3, 1), False, True, KEDUDUKAN_HUKUM="Aktif")
    yield "ACC_5 NIK tidak tervalidasi", r(D(1987, 5, 1), t, IS_VALID_NIK="0")
    yield "ACC_5 NIK kosong", r(D(1987, 6, 1), t, NIK="", IS_VALID_NIK="")
    yield "ACC_6 eselon III.a berpendidikan SLTA", r(
        D(1977, 6, 1), t, **structural("U9", "III.a", "IV/a", TINGKAT_PENDIDIKAN="SLTA"))
    yield "ACC_7 NIP PPPK tahun 2018", r(
        D(1991, 2, 1), D(2018, 3, 1), True, True)
    yield "ACC_8 perawat berpendidikan SLTA", r(
        D(1987, 7, 1), t, **functional("F1", TINGKAT_PENDIDIKAN="SLTA"))
    yield "ACC_9 pelaksana bernama JF", r(D(1987, 8, 1), t, NAMA_JABATAN="Perawat Ahli Muda")
    yield "nama serupa, bukan JF: Keterampilan", r(
        D(1987, 9, 1), t, NAMA_JABATAN="Pengelola Keterampilan")
    yield "ACC_10 eselon II.b golongan III/d", r(
        D(1976, 1, 1), t, **structural("U7", "II.b", "III/d"))
    yield "CON_1 TMT CPNS bukan yang di NIP", r(D(1988, 1, 1), t, TMT_CPNS="01-05-2010")
    yield "CON_2 tanggal lahir bukan yang di NIP", r(
        D(1988, 2, 1), t, TANGGAL_LAHIR="02-02-1988")
    yield "CON_3 jenis kelamin bukan yang di NIP", r(D(1988, 3, 1), t, JENIS_KELAMIN="F")
    yield "CON_3 tak terperiksa: jenis kelamin X", r(D(1988, 4, 1), t, JENIS_KELAMIN="X")
    yield "CON_4 TMT PPPK 2023, NIP 2022", r(
        D(1991, 3, 1), D(2022, 3, 1), False, True, TMT_PPPK="01-03-2023")
    yield "tanpa unor: TIM_1 tak terperiksa", r(D(1988, 5, 1), t, UNOR_ID="")
    broken = r(D(1988, 6, 1), t, TANGGAL_LAHIR="31-02-1988")
    yield "ditolak: tanggal yang tidak ada", broken
    wrong = r(D(1988, 7, 1), t)
    wrong["NIP BARU"] = wrong["NIP BARU"][:17]
    yield "ditolak: NIP 17 angka", wrong


def lines(header, rows, delimiter=","):
    return "".join(delimiter.join(map(str, row)) + "\n" for row in [header, *rows]).encode()


def generate(out, seed: int) -> None:
    notes = []
    for period, month in (("2025-S1", "2025-05"), ("2025-S2", "2025-11")):
        people = P.People(P.rng(seed, REGION))
        known = list(staff(people, period == "2025-S2"))
        rows = [cells for _, cells in known]
        folder = pathlib.Path(out) / REGION / period
        write = Writer(folder)
        write("siasn/data-utama.csv", lines(HEADER, [[c[h] for h in HEADER] for c in rows], ";"))
        write("siasn/unor.csv", lines(
            ["Id", "NamaUnor", "Aktif"],
            [[code, name, "0" if code == "U4" else "1"] for code, name in UNITS.items()]
            + [["U7", "Badan Contoh", "1"], ["U9", "Kecamatan Contoh", "1"]], ";"))
        write("siasn/jabatan-fungsional.csv", lines(
            ["id", "nama", "bup_usia", "pendidikan_minimal"], POSTS))
        missing = [(2023, rows[4]), (2024, rows[4]), (2023, rows[5])]
        # A year without anybody on the list would be a year without a list.
        write("siasn/belum-skp.csv", lines(
            ["tahun", "nip"], [[year, c["NIP BARU"]] for year, c in missing]))
        sound = [c for c in rows if len(c["NIP BARU"]) == 18]
        write("pegawai.csv", lines(
            ["nip", "nama", "unit"],
            [[c["NIP BARU"], c["NAMA"], c["NAMA UNOR"] or "Tanpa Unit"] for c in sound]))
        write("indikator.csv", b"kode,nama\nLAYANAN,Layanan selesai\n")
        write("capaian.csv", lines(
            ["nip", "indikator", "bulan", "target", "realisasi"],
            [[c["NIP BARU"], "LAYANAN", month, 100, 70 + i % 40] for i, c in enumerate(sound)]))
        notes.append((period, known))
    readme(pathlib.Path(out) / REGION / "README.md", notes)


class Writer:
    def __init__(self, folder):
        self.folder = folder

    def __call__(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def readme(path, notes) -> None:
    text = """# Data contoh: kualitas data

Semua orang, NIP dan angka di sini rekaan; nomor urut NIP 900-999. Dibuat oleh
`scripts/generate-sample-data --region kualitas` dan bebas dipakai.

`siasn/data-utama.csv` adalah data utama pegawai seperti unduhan SIASN (`;`, tanggal HH-BB-TTTT), `unor.csv` dan
`jabatan-fungsional.csv` referensinya, `belum-skp.csv` daftar yang belum mengisi SKP. Setiap baris data utama
memperlihatkan satu hal; semester kedua membetulkan COM_2, COM_6 dan TIM_3, dan orang yang lahir Juni 1967 sudah
melewati BUP.

| baris | apa |
| --- | --- |
"""
    for line, (what, _) in enumerate(notes[0][1], 2):
        text += f"| {line} | {what} |\n"
    path.write_text(text)
