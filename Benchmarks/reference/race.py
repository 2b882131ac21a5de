#!/usr/bin/env python3
"""Runs kinerja and its peers in turn on one folder of the reference job; called by scripts/compare-engines.

    python3 race.py --kinerja PROGRAM --data DATA --out OUT [--rounds 3] [--threads 2] ENGINE...

In turn (A B C A B C ...): a slow spell of the machine hits all alike.  Every run is a process of its own with a fresh output
folder, after programs and input were read once and earlier output was forced to disk.  Wall and CPU seconds (user and system, all
threads) and the peak of resident memory are those that the system tells of the ended process and its children.

A peer that fails is reported and left out; results that disagree, or a failure of kinerja, give exit status 1.
"""
import argparse, glob, json, os, shutil, statistics, subprocess, sys, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
#: Employees above which the oracle, plain Python, is too slow to be asked.
ORACLE_LIMIT = 10_000
#: Seconds after which a run has failed: an engine that runs out of memory may hang instead of ending.
TIME_LIMIT = 3600


def kinerja_command(a, out):
    return [a.kinerja, "run", os.path.join(ROOT, "pipelines/acuan.yaml"), "--period", "2025", "--inputs", a.data,
            "--out", out, "--workers", str(a.threads)]


def peer_command(a, engine, out):
    return [sys.executable, os.path.join(HERE, "peers", f"peer_{engine}.py"), a.data, out, str(a.threads)]


def measure(command, log, scratch):
    """Exit status, wall seconds, CPU seconds and peak MiB of one process; the last is at least this script's own, some 15 MiB."""
    shutil.rmtree(scratch, ignore_errors=True)
    os.makedirs(scratch)
    os.sync()
    with open(log, "wb") as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, env={**os.environ, "TMPDIR": scratch})
        alarm = threading.Timer(TIME_LIMIT, process.kill)
        alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        alarm.cancel()
    shutil.rmtree(scratch, ignore_errors=True)
    # The process is waited for already: its object must not wait again.
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def results_folder(engine, out):
    return os.path.join(out, "acuan", "2025", "terkini") if engine == "kinerja" else out


def warm(a, engines):
    """Loads every program once: the first to run would pay for reading its libraries from disk."""
    for engine in engines:
        command = [a.kinerja, "--help"] if engine == "kinerja" else [sys.executable, "-c", f"import {engine}"]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def race(a, engines):
    warm(a, engines)
    runs = {engine: [] for engine in engines}
    print(f"{'engine':12}{'round':>6}{'wall s':>10}{'CPU s':>10}{'peak MiB':>10}")
    for turn in range(1, a.rounds + 1):
        for engine in engines:
            out, log = os.path.join(a.out, engine), os.path.join(a.out, engine + ".log")
            shutil.rmtree(out, ignore_errors=True)
            command = kinerja_command(a, out) if engine == "kinerja" else peer_command(a, engine, out)
            status, taken = measure(command, log, os.path.join(a.out, "scratch"))
            if status == 0:
                runs[engine].append(taken)
                print(f"{engine:12}{turn:6}{taken[0]:10.2f}{taken[1]:10.2f}{taken[2]:10.0f}", flush=True)
            else:
                shutil.rmtree(out, ignore_errors=True)
                print(f"{engine:12}{turn:6}    failed with status {status}, after {taken[0]:.2f} s and {taken[2]:.0f} MiB: "
                      f"{last_line(log)}", flush=True)
    return runs


def last_line(path):
    with open(path, errors="replace") as text:
        lines = [line.strip() for line in text if line.strip()]
    return lines[-1][:200] if lines else "it said nothing"


def print_medians(runs):
    medians = {engine: [statistics.median(run[k] for run in taken) for k in range(3)] for engine, taken in runs.items() if taken}
    ours = medians.get("kinerja")
    print(f"\n{'medians':12}{'runs':>6}{'wall s':>10}{'CPU s':>10}{'peak MiB':>10}" + (f"   {'over kinerja: wall':>18}{'CPU':>8}{'peak':>8}" if ours else ""))
    for engine, m in sorted(medians.items(), key=lambda item: item[1][0]):
        ratios = f"   {m[0] / ours[0]:18.2f}{m[1] / ours[1]:8.2f}{m[2] / ours[2]:8.2f}" if ours else ""
        print(f"{engine:12}{len(runs[engine]):6}{m[0]:10.2f}{m[1]:10.2f}{m[2]:10.0f}{ratios}")
    peers = {engine: m for engine, m in medians.items() if engine != "kinerja"}
    if not ours or not peers:
        return
    print()
    for k, what in enumerate(("wall", "CPU", "peak memory")):
        best = min(peers, key=lambda engine: peers[engine][k])
        word = "leanest" if k == 2 else "best"
        print(f"{f'kinerja / {word} peer in {what}':40}{ours[k] / peers[best][k]:6.2f}   ({best})")


def compare(a, engine, other, title):
    """Whether the results of kinerja agree with another folder's; what differs is printed."""
    command = [sys.executable, os.path.join(HERE, "compare.py"), "--truth", os.path.join(a.data, "expected_rejects.json"),
               results_folder("kinerja", os.path.join(a.out, "kinerja")), other]
    said = subprocess.run(command, capture_output=True, text=True)
    lines = said.stdout.splitlines()
    agrees = said.returncode == 0 and lines and lines[-1] == "AGREE"
    # The oracle is exact: its list of rejects is the same to the byte and the order.
    if agrees and engine == "oracle" and not any(line.endswith("identical incl. order: True") for line in lines):
        agrees = False
    print(f"{title}: {'agree' if agrees else 'DISAGREE'}" + (", rejects identical in order" if agrees and engine == "oracle" else ""))
    if not agrees:
        print("\n".join("    " + line for line in lines + said.stderr.splitlines()))
    return agrees


def check(a, runs, engines):
    """Compares the results of the last round."""
    print()
    if not runs["kinerja"] or not os.path.isdir(results_folder("kinerja", os.path.join(a.out, "kinerja"))):
        print("kinerja has no results to compare")
        return False
    agrees = True
    for engine in engines:
        folder = os.path.join(a.out, engine)
        if engine == "kinerja":
            continue
        if not os.path.isdir(folder):
            print(f"kinerja and {engine}: not compared, its last run failed")
            continue
        agrees &= compare(a, engine, folder, f"kinerja and {engine}")
    if a.employees <= ORACLE_LIMIT:
        folder = os.path.join(a.out, "oracle")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        subprocess.run([sys.executable, os.path.join(HERE, "oracle.py"), a.data, folder], check=True, stdout=subprocess.DEVNULL)
        agrees &= compare(a, "oracle", folder, "kinerja and the oracle")
    return agrees


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinerja", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("engines", nargs="*")
    a = parser.parse_args()
    a.out = os.path.abspath(a.out)
    with open(os.path.join(a.data, "expected_rejects.json"), encoding="utf-8") as truth:
        a.employees = json.load(truth)["employees"]
    os.makedirs(a.out, exist_ok=True)
    size = rows = 0
    for path in sorted(glob.glob(os.path.join(a.data, "*.csv"))):
        with open(path, "rb") as file:  # and so they are in the page cache
            while piece := file.read(1 << 20):
                size += len(piece)
                rows += piece.count(b"\n")
    print(f"input: {size / 1e6:.1f} MB, {rows} lines, {a.threads} threads each\n")
    engines = ["kinerja"] + a.engines
    runs = race(a, engines)
    print_medians(runs)
    sys.exit(0 if check(a, runs, engines) else 1)


if __name__ == "__main__":
    main()
