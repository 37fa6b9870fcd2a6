#!/usr/bin/env python3
"""lint.py BUILD [FILE...]: clang-tidy over every source under src, with the checks of .clang-tidy and BUILD's compile commands.

A source that was found clean is looked at again only when it, a header, the checks or the tool have changed.
"""

import concurrent.futures
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = "clang-tidy-19"
# GCC knows warnings that clang does not; warnings are the compiler's business, clang-tidy is here for its own checks.
ARGUMENTS = ["--quiet", "--extra-arg=-w", "--extra-arg=-Wno-unknown-warning-option"]


def digest(*parts):
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def main(build, *chosen):
    try:
        version = subprocess.run([TOOL, "--version"], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        sys.exit(f"no {TOOL}; script/bootstrap test installs it")
    commands = json.loads((Path(build) / "compile_commands.json").read_text())
    sources = sorted({c["file"] for c in commands if c["file"].startswith(f"{ROOT}/src/") and c["file"].endswith(".cpp")})
    # Tests are built and run; what clang-tidy finds in the macros of a test library is not ours to mend.
    sources = [s for s in sources if not s.endswith("_test.cpp")]
    if chosen:
        sources = [s for s in sources if any(s.endswith(name) for name in chosen)]
    common = digest(version, (ROOT / ".clang-tidy").read_bytes(), *(h.read_bytes() for h in sorted((ROOT / "src").rglob("*.hpp"))))
    clean = Path(build) / "tidy-clean"
    clean.mkdir(exist_ok=True)

    def look(source):
        mark = clean / digest(common.encode(), source.encode(), Path(source).read_bytes())
        if mark.exists():
            return source, 0, ""
        done = subprocess.run([TOOL, "-p", build, *ARGUMENTS, source], capture_output=True, text=True)
        if done.returncode == 0:
            mark.touch()
        return source, done.returncode, done.stdout + ("" if done.stdout else done.stderr)

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for source, code, said in pool.map(look, sources):
            if code:
                failed += 1
                print(f"{Path(source).relative_to(ROOT)}:\n{said}")
    print(f"clang-tidy looked at {len(sources)} sources, {failed} with faults")
    sys.exit(1 if failed or not sources else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("write lint.py BUILD [FILE...]")
    main(*sys.argv[1:])
