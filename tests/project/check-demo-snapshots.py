"""The sample snapshots are what the program makes today."""
import pathlib
import subprocess
import sys
import tempfile

program = sys.argv[1]
folder = next(pathlib.Path("snapshots").glob("*/2024.json")).parent
made = subprocess.run([program, "parse", "tests/golden/parse/huadu-hrss-2024.txt", "--year", "2024"],
                      check=True, capture_output=True).stdout
if made != (folder / "2024.json").read_bytes():
    sys.exit("snapshots/…/2024.json is not what the program makes of the real table")
with tempfile.TemporaryDirectory() as out:
    subprocess.run([sys.executable, "scripts/make-demo-snapshots", program, out], check=True, capture_output=True)
    for year in (2023, 2025):
        name = f"{year}-made-up.json"
        if (pathlib.Path(out) / name).read_bytes() != (folder / name).read_bytes():
            sys.exit(f"snapshots/…/{name} is not what scripts/make-demo-snapshots makes")
        if "made up" not in (folder / name).read_text(encoding="utf-8").lower():
            sys.exit(f"{name} does not say that it is made up")
print("the sample snapshots are in step")
