"""Print how well the privacy guard works: precision and recall, by class and overall.

``python tools/measure_privacy.py`` measures ``tests/privacy/corpus/uji``, the half that was not
used to tune it; ``--half latih`` the other half; ``--list`` also prints what was missed and what
was a false alarm. How examples are written: ``tests/privacy/corpus/BACA-DULU.md``.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.privacy.measure import HALVES, measure, report


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=HALVES, default=HALVES[0])
    parser.add_argument("--list", action="store_true", help="also what was missed or wrong")
    asked = parser.parse_args()
    score = measure(asked.half)
    print("\n".join([*report(score), *(score.remarks if asked.list else ())]))


if __name__ == "__main__":
    main()
