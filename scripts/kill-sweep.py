#!/usr/bin/env python3
"""Kills a run at each of its state-changing system calls, and holds the next run against an undisturbed one.

  scripts/kill-sweep.py PROGRAM DEFINITION PERIOD INPUTS [--calls rename,fsync] [--every 1] [--jobs 1]

For every call S and every N until the run ends by itself: kill the run with SIGKILL when it enters its Nth S, run again, and
compare all results by their bytes; no hidden name may be left, no attempt may stand as running, and every run of the book must
stand on the disk. Needs strace. Exits with 1 when anything differs.
"""
import argparse, hashlib, os, shutil, sqlite3, subprocess, sys, tempfile

CALLS = "rename,fsync,fdatasync,unlink,unlinkat,mkdir,pwrite64,write,symlink,ftruncate,openat,close,flock"


def results(tree):
    found = {}
    for folder, folders, files in os.walk(tree):
        if ".kinerja" in folders and folder == tree:
            folders.remove(".kinerja")
        for name in files + [f for f in folders if os.path.islink(os.path.join(folder, f))]:
            path = os.path.join(folder, name)
            key = os.path.relpath(path, tree)
            if os.path.islink(path):
                found[key] = os.readlink(path)
            else:
                with open(path, "rb") as file:
                    found[key] = hashlib.sha256(file.read()).hexdigest()
    return found


def visible(tree):
    """Every folder of a run that has its name must be whole at once: the manifest names all that is in it."""
    for folder, folders, files in os.walk(tree):
        if os.path.basename(folder).startswith("."):
            folders.clear()
        elif len(os.path.basename(folder)) == 12 and "manifest.json" not in files:
            return folder
    return None


def book(tree):
    with sqlite3.connect(f"{tree}/.kinerja/ledger.sqlite") as connection:
        running = connection.execute("SELECT count(*) FROM attempt WHERE state = 'running'").fetchone()[0]
        due = connection.execute("SELECT count(*) FROM run WHERE pointer = 'due'").fetchone()[0]
        folders = [row[0] for row in connection.execute("SELECT folder FROM run WHERE state = 'published'")]
    missing = [folder for folder in folders if not os.path.isdir(os.path.join(tree, folder))]
    doubled = len(folders) != len(set(folders))
    return [running, due, missing, doubled]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("definition")
    parser.add_argument("period")
    parser.add_argument("inputs")
    parser.add_argument("--calls", default=CALLS)
    parser.add_argument("--every", type=int, default=1, help="only every so many-th N")
    options = parser.parse_args()
    work = tempfile.mkdtemp(prefix="kill-sweep-")
    tree = f"{work}/hasil"
    command = [options.program, "run", options.definition, "--period", options.period, "--inputs", options.inputs,
               "--out", tree, "--workers", "2"]
    subprocess.run(command, check=True, capture_output=True)
    wanted = results(tree)
    kills, faults = 0, 0
    for call in options.calls.split(","):
        number = 1
        while True:
            shutil.rmtree(tree, ignore_errors=True)
            killed = subprocess.run(
                ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}",
                 "-e", f"inject={call}:signal=SIGKILL:when={number}"] + command, capture_output=True)
            if killed.returncode == 0:
                break
            kills += 1
            half = visible(tree)
            again = subprocess.run(command, capture_output=True)
            left = [name for folder, _, names in os.walk(tree) for name in names + _
                    if ".staging-" in name or ".new-" in name or ".pointer-" in name]
            same = again.returncode == 0 and results(tree) == wanted
            state = book(tree) if again.returncode == 0 else None
            if half or not same or left or state != [0, 0, [], False]:
                faults += 1
                print(f"{call} {number}: exit {again.returncode}, same {same}, half {half}, left {left}, book {state}")
                print(again.stderr.decode()[-400:])
            number += options.every
        print(f"{call}: {number - 1} points", flush=True)
    shutil.rmtree(work)
    print(f"{kills} kills, {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
