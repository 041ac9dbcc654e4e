"""`python -m benchmarks`: every table of the core in one run, on the machine it names first."""

import os
import platform
from pathlib import Path

import numpy as np
import torch

from benchmarks.gradients import cost_by_points, few_points, many_features, many_points
from benchmarks.landscapes import one_landscape
from benchmarks.losses import every_loss
from benchmarks.training import thousand_iterations

TABLES = (few_points, many_points, many_features, every_loss, thousand_iterations, one_landscape, cost_by_points)


def main() -> None:
    print(f"{_processor()}, {os.cpu_count()} logical cores, {platform.system()} {platform.machine()}")
    print(f"Python {platform.python_version()}, numpy {np.__version__}, torch {torch.__version__}", end=", ")
    print(f"{torch.get_num_threads()} torch threads")
    print("Calls made in turns; all rivals agree to 1e-10; float64 throughout.", end=" ")
    print(f"Load before the start: {os.getloadavg()[0]:.2f} (above 0.5 others take part: measure again).")
    met = [table() for table in TABLES]
    print(f"\n{'Every target is met.' if all(met) else 'A target is missed.'}")


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


if __name__ == "__main__":
    main()
