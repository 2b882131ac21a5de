#!/usr/bin/env python3
"""Prints what scripts/benchmark measured, and keeps it or holds it against what was kept.

    python3 baseline.py --print|--record|--compare BASELINE EMPLOYEES MEASURED

MEASURED: round, stage, seconds, CPU seconds, rows, bytes, allocations, peak MB; tab-separated.
BASELINE: stage, what, value; tab-separated. `cpu` is CPU seconds per million rows, `allocations` are per row, `peak` is in MB.

CPU seconds of two machines, or of one machine on two days, cannot be compared. The stage `calibrate` is work that never
changes, measured in every round: each figure is divided by that of its own round, and so compared as a ratio. Allocations and
memory need no such scale.
"""
import statistics, sys

#: By how much a figure may grow before it counts as worse: a part of the old one, and an amount that is noise in any case.
TOLERANCES = {"cpu": (0.20, 0.0), "allocations": (0.02, 0.001), "peak": (0.10, 4.0)}
UNITS = {"cpu": "CPU s per million rows", "allocations": "allocations per row", "peak": "peak MB"}
#: CPU seconds of one process below which its time says nothing.
SHORTEST = 0.01
CALIBRATION = "calibrate"


class Stage:
    """The measurements of one stage, one a round."""

    def __init__(self, name):
        self.name, self.rounds = name, {}

    def add(self, turn, seconds, cpu, rows, size, allocations, peak):
        self.rounds[turn] = (float(seconds), float(cpu), int(rows), int(size), int(allocations), int(peak))

    def median(self, figure):
        return statistics.median(figure(*values) for values in self.rounds.values())

    def cpu(self):
        """CPU seconds per million rows, on the day's own scale."""
        return self.median(lambda seconds, cpu, rows, *_: cpu / rows * 1e6)

    def allocations(self):
        return self.median(lambda seconds, cpu, rows, size, allocations, peak: allocations / rows)

    def peak(self):
        return self.median(lambda *values: values[5])

    def is_timed(self):
        return self.median(lambda seconds, cpu, *_: cpu) >= SHORTEST

    def in_calibrations(self, calibration):
        """CPU seconds per million rows of each round, as a multiple of the calibration of the same round."""
        return [cpu / rows * 1e6 / calibration.rounds[turn][1] for turn, (_, cpu, rows, *_) in self.rounds.items()]


def read_measured(path):
    stages = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            turn, name, *values = line.rstrip("\n").split("\t")
            stages.setdefault(name, Stage(name)).add(int(turn), *values)
    return stages


def print_table(stages):
    print(f"{'stage':20}{'seconds':>9}{'CPU s':>9}{'rows':>11}{'rows/s':>12}{'MB/s':>7}{'CPU s/Mrow':>12}{'allocs/row':>12}{'peak MB':>9}")
    for stage in stages.values():
        if stage.name == CALIBRATION:
            print(f"{stage.name:20}{stage.median(lambda s, *_: s):9.3f}{stage.median(lambda s, c, *_: c):9.3f}")
            continue
        seconds = stage.median(lambda s, *_: s)
        rows = stage.median(lambda s, c, rows, *_: rows)
        size = stage.median(lambda s, c, r, size, *_: size)
        speed = f"{size / seconds / 1e6:7.0f}" if size and seconds else f"{'':7}"
        print(f"{stage.name:20}{seconds:9.3f}{stage.median(lambda s, c, *_: c):9.3f}{rows:11.0f}{rows / max(seconds, 1e-6):12.0f}"
              f"{speed}{stage.cpu():12.4f}{stage.allocations():12.4f}{stage.peak():9.0f}")


def figures(stages):
    """(stage, what) -> what each round found, CPU on the day's own scale."""
    calibration = stages[CALIBRATION]
    scale = calibration.median(lambda s, cpu, *_: cpu)
    result = {(CALIBRATION, "cpu"): [scale]}
    for name, stage in stages.items():
        if name == CALIBRATION:
            continue
        if stage.is_timed():
            result[name, "cpu"] = [ratio * scale for ratio in stage.in_calibrations(calibration)]
        result[name, "allocations"] = [allocations / rows for _, _, rows, _, allocations, _ in stage.rounds.values()]
        result[name, "peak"] = [peak for *_, peak in stage.rounds.values()]
    return result


def record(path, employees, now):
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# scripts/benchmark --record {employees}; see Benchmarks/README.md\n")
        out.write("stage\twhat\tvalue\n")
        for (stage, what), values in now.items():
            out.write(f"{stage}\t{what}\t{statistics.median(values):.5g}\n")
    print(f"\nrecorded {len(now)} figures in {path}")


def read_baseline(path, employees):
    with open(path, encoding="utf-8") as lines:
        head, _, *rows = lines.read().splitlines()
    recorded = head.split("--record ")[1].split(";")[0]
    if recorded != employees:
        sys.exit(f"baseline: it is of {recorded} employees, and these are {employees}: run scripts/benchmark --compare {recorded}")
    return {(stage, what): float(value) for stage, what, value in (row.split("\t") for row in rows)}


def compare(path, employees, now):
    """Whether nothing got worse. A figure is worse when every round says so: what disturbs a machine rarely disturbs all."""
    old = read_baseline(path, employees)
    # This machine's scale over the baseline's: above 1, this machine is slower just now.
    scale = now[CALIBRATION, "cpu"][0] / old.pop((CALIBRATION, "cpu"))
    print(f"\nmachine: {scale:.2f} times the calibration time of the baseline; CPU figures of the baseline are multiplied by it")
    worse = better = 0
    for (stage, what), before in old.items():
        if (stage, what) not in now:
            print(f"  gone    {stage:20} {UNITS[what]}: not measured any more, or over too soon to be timed")
            continue
        part, noise = TOLERANCES[what]
        expected = before * (scale if what == "cpu" else 1)
        values = now[stage, what]
        if min(values) > expected * (1 + part) + noise:
            worse, verdict = worse + 1, "WORSE"
        elif max(values) < expected * (1 - part) - noise:
            better, verdict = better + 1, "better"
        else:
            continue
        value = statistics.median(values)
        change = f" ({(value / expected - 1) * 100:+.0f} %)" if expected else ""
        print(f"  {verdict:8}{stage:20} {UNITS[what]}: {expected:.4g} -> {value:.4g}{change}")
    known = {stage for stage, _ in old} | {CALIBRATION}
    for stage in dict.fromkeys(stage for stage, _ in now if stage not in known):
        print(f"  new     {stage:20} no baseline: scripts/benchmark --record")
    tolerances = ", ".join(f"{what} {part * 100:.0f} %" for what, (part, _) in TOLERANCES.items())
    print(f"{worse} worse, {better} better, of {len(old)} figures; tolerances: {tolerances}")
    return worse == 0


def main():
    mode, path, employees, measured = sys.argv[1:]
    stages = read_measured(measured)
    print_table(stages)
    if mode == "--record":
        record(path, employees, figures(stages))
    elif mode == "--compare" and not compare(path, employees, figures(stages)):
        sys.exit(1)


if __name__ == "__main__":
    main()
