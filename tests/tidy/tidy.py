#!/usr/bin/env python3
"""The house rules of ARCHITECTURE.md as a test: tidy.py RULE checks one, tidy.py checks all. Python's own library only.

An exception is a line in exceptions.txt with its reason. One that is no longer needed, or allows more than is needed, fails
too: the list only shrinks.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import cpp

ROOT = Path(__file__).resolve().parents[2]
RULES = {}


def rule(name):
    def add(check):
        RULES[name] = check
        return check

    return add


def files(*patterns, under=("src", "tests", "bench")):
    found = []
    for folder in under:
        for pattern in patterns:
            found += (ROOT / folder).rglob(pattern)
    return sorted(path for path in found if not {"node_modules", "out"} & set(path.relative_to(ROOT).parts))


def read(path):
    return path.read_text(encoding="utf-8")


def named(path):
    return path.relative_to(ROOT).as_posix()


def sources(*under):
    return files("*.cpp", "*.hpp", under=under or ("src", "tests", "bench"))


EXCEPTION = re.compile(r"(?P<rule>file|function|now) (?P<where>\S+) (?P<limit>\d+) (?P<reason>\S+ .*\S)")


class Exceptions:
    """The lines "rule where limit reason" of exceptions.txt for one rule."""

    def __init__(self, name):
        # A line of another form is the fault of the rule on exceptions.
        lines = [EXCEPTION.fullmatch(line) for line in read(ROOT / "tests/tidy/exceptions.txt").splitlines()]
        self.limits = {line["where"]: int(line["limit"]) for line in lines if line and line["rule"] == name}
        self.used = set()

    def check(self, where, size, limit, what):
        """The fault, if this size is over the limit and over what its exception allows."""
        allowed = self.limits.get(where)
        if allowed is not None:
            self.used.add(where)
            if size <= limit:
                return f"{where}: {what} has {size} lines: its exception is not needed any more, take it out of exceptions.txt"
            if size < allowed:
                return f"{where}: {what} has {size} lines, its exception allows {allowed}: lower it, it may only shrink"
        most = allowed or limit
        return f"{where}: {what} has {size} lines; at most {most}: split it by what it does" if size > most else None

    def unused(self):
        return [f"exceptions.txt: {where} does not exist any more, take it out" for where in self.limits if where not in self.used]


@rule("files are under 450 lines")
def files_are_short():
    exceptions = Exceptions("file")
    faults = []
    for path in sources() + files("*.ts", "*.mjs", "*.py", "*.css", "*.sql"):
        faults.append(exceptions.check(named(path), len(read(path).splitlines()), 449, "the file"))
    return faults + exceptions.unused()


@rule("functions are under 70 lines")
def functions_are_short():
    exceptions = Exceptions("function")
    faults = []
    for path in sources():
        for name, first, last in cpp.functions(read(path)):
            if f"{named(path)}:{name}" in exceptions.limits or last - first + 1 > 69:
                faults.append(exceptions.check(f"{named(path)}:{name}", last - first + 1, 69, f"{name} (line {first})"))
    return faults + exceptions.unused()


INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def arrows():
    """ARCHITECTURE.md's table: {folder: set of folders}, with body/<noun> and everything as they stand."""
    table = re.search(r"^## Arrows\n.*?```\n(.*?)```", read(ROOT / "ARCHITECTURE.md"), re.M | re.S)
    if not table:
        sys.exit('ARCHITECTURE.md has no "## Arrows" with a table in a code block')
    allowed = {}
    for line in table.group(1).splitlines():
        left, right = line.split("(")[0].split("→")
        for folder in left.split():
            allowed[folder] = set(right.split())
    allowed.setdefault("base", set())
    return allowed


def may_include(folder, other, allowed):
    row = allowed.get("body/<noun>" if folder.startswith("body/") else folder)
    if row is None:
        return None
    return other == folder or "everything" in row or other in row or (other.startswith("body/") and "body" in row)


@rule("folders include only where the arrows point")
def includes_follow_arrows():
    allowed = arrows()
    faults = []
    for path in sources("src"):
        folder = path.parent.relative_to(ROOT / "src").as_posix()
        folder = "main" if folder == "." else folder.removesuffix("/sqlite").removesuffix("/postgres")
        for included in INCLUDE.findall(read(path)):
            other = Path(included).parent.as_posix().removesuffix("/sqlite").removesuffix("/postgres")
            if not (ROOT / "src" / included).is_file():
                faults.append(f'{named(path)}: includes "{included}", which is no file under src; include by the path from src')
                continue
            may = may_include(folder, other, allowed)
            if may is None:
                faults.append(f"{named(path)}: folder {folder} has no row in the arrow table of ARCHITECTURE.md")
            elif not may:
                faults.append(f'{named(path)}: includes "{included}", but no arrow leads from {folder} to {other}')
    return sorted(set(faults))


@rule("the linker is told the same arrows")
def cmake_follows_arrows():
    allowed = arrows()
    text = read(ROOT / "CMakeLists.txt")
    bodies = re.search(r"set\(bodies ([^)]*)\)", text)
    text = text.replace("${bodies}", bodies.group(1) if bodies else "")
    faults = []
    for folder, uses in re.findall(r"^comity_folder\((\S+)(?: USES ([^)]*?))?(?: LIBS [^)]*)?\)", text, re.M):
        for other in uses.split():
            if not may_include(folder, other, allowed):
                faults.append(f"CMakeLists.txt: {folder} USES {other}, but no such arrow is in ARCHITECTURE.md")
    known = set(re.findall(r"^comity_folder\((\S+)", text, re.M))
    folders = {p.parent.relative_to(ROOT / "src").as_posix() for p in sources("src")} - {"."}
    folders = {f for f in folders if not f.endswith(("/sqlite", "/postgres"))}
    return faults + [f"CMakeLists.txt: src/{folder} is no comity_folder" for folder in sorted(folders - known)]


@rule("a folder is a namespace")
def folder_is_namespace():
    faults = []
    for path in sources("src"):
        parts = path.relative_to(ROOT / "src").parts[:-1]
        if not parts:
            continue
        names = re.findall(r"^namespace\s+([\w:]+)\s*\{", cpp.blanked(read(path)), re.M)
        last = [part for part in parts if part not in ("sqlite", "postgres")][-1]
        if not any(re.fullmatch(rf"comity(::\w+)*::{last}(::\w+)*", name) for name in names):
            faults.append(f"{named(path)}: has no namespace comity::{last}")
    return faults


SQL = re.compile(
    r"\b(?:SELECT\s+\S.*?\bFROM\b|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b|DROP\s+TABLE\b|PRAGMA\s+\w"
    r"|CREATE\s+(?:UNIQUE\s+|VIRTUAL\s+|TEMP\s+)?(?:TABLE|INDEX|VIEW)\b|ALTER\s+TABLE\b|ORDER\s+BY\b|GROUP\s+BY\b)",
    re.S,
)


@rule("SQL is only in src/store")
def sql_only_in_store():
    faults = []
    for path in sources():
        if named(path).startswith(("src/store/", "tests/store", "bench/")):
            continue
        text = read(path)
        faults += [f"{named(path)}:{line}: SQL outside src/store: {value[:60]}" for line, value in cpp.strings(text) if SQL.search(value)]
        faults += [f"{named(path)}: includes {header}, a database's own" for header in re.findall(r"<(sqlite3\.h|libpq-fe\.h)>", text)]
    return faults


PATH = re.compile(r"^/(?:en|fr|es)(?:/|$)")


@rule("paths are only in route tables")
def paths_only_in_routes():
    faults = []
    for path in sources("src"):
        if path.name.endswith("_test.cpp") or path.name.endswith("routes.cpp"):
            continue
        faults += [
            f'{named(path)}:{line}: the path "{value[:60]}" belongs into a route table (routes.cpp)'
            for line, value in cpp.strings(read(path))
            if PATH.match(value)
        ]
    return faults


CLOCK = re.compile(r"\bsystem_clock\s*::\s*now\b|\b(?:std\s*::\s*)?time\s*\(\s*(?:nullptr|NULL|0)\s*\)|\bgettimeofday\b|\bclock_gettime\b")
NOW = re.compile(r"(?<![\w.>:])(?:base\s*::\s*)?now\s*\(\s*\)")


@rule("only the wiring asks for the time")
def time_is_an_argument():
    exceptions = Exceptions("now")
    faults = []
    for path in sources("src"):
        code = cpp.blanked(read(path))
        if named(path) in ("src/base/clock.cpp", "src/base/clock.hpp") or path.parent in (ROOT / "src", ROOT / "src/command"):
            continue  # the one place that asks, and the wiring
        if CLOCK.search(code):
            faults.append(f"{named(path)}: asks a clock; only src/base/clock.cpp does")
        calls = len(NOW.findall(code))
        allowed = exceptions.limits.get(named(path), 0)
        exceptions.used.add(named(path))
        if calls > allowed:
            faults.append(f"{named(path)}: calls now() {calls} times, allowed are {allowed}: take the time as an argument, or give the reason in exceptions.txt")
        elif calls < allowed:
            faults.append(f"{named(path)}: calls now() {calls} times, its exception allows {allowed}: lower it, it may only shrink")
    return faults + exceptions.unused()


@rule("nothing is left to do without an issue")
def no_leftovers():
    mark = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b(?!.*#\d)")
    faults = []
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.split("\n")
    for path in sources() + [ROOT / name for name in tracked if name.endswith((".ts", ".mjs", ".css", ".toml", ".cmake", ".txt", ".py"))]:
        if path.is_file():
            for number, line in enumerate(read(path).splitlines(), 1):
                if mark.search(line):
                    faults.append(f"{named(path)}:{number}: unfinished work without the number of its issue: {line.strip()[:80]}")
    return sorted(set(faults))


@rule("every lint switched off says why")
def lints_have_reasons():
    return [
        f".clang-tidy:{number}: {line.strip()} has no reason beside it (# ...)"
        for number, line in enumerate(read(ROOT / ".clang-tidy").splitlines(), 1)
        if re.match(r"\s*(?:-\s*)?-[\w.*-]+", line) and re.match(r"\s*-\s+-", line) and not re.search(r"#\s*\w+", line)
    ] + [
        f"{named(path)}:{number}: a lint is switched off without a reason: {line.strip()[:80]}"
        for path in sources()
        for number, line in enumerate(read(path).splitlines(), 1)
        if "NOLINT" in line and not re.search(r"NOLINT\w*\([\w., *-]+\):? *\w+", line)
    ]


def catalog(language):
    """{key: [text in each plural form]} of data/messages."""
    messages, field, key = {}, None, None
    for line in read(ROOT / f"data/messages/{language}.po").splitlines():
        match = re.match(r'(?:(msgid|msgid_plural|msgstr)(?:\[\d\])? )?"(.*)"$', line)
        if not match:
            continue
        if match.group(1) == "msgid":
            key = ""
        elif match.group(1) == "msgstr":
            messages.setdefault(key, []).append("")
        field = match.group(1) or field
        if field == "msgid":
            key += match.group(2)
        elif field == "msgstr":
            messages[key][-1] += match.group(2)
    messages.pop("", None)
    return messages


KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_{}-]+)+|[a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)*\.")


def keys_in_sources(known):
    """(where, key) of each literal that is a message's key, or where it is put together its pattern: "state.{}" or "state."."""
    first = {key.split(".")[0] for key in known}
    for path in sources("src"):
        if not path.name.endswith("_test.cpp"):
            for line, value in cpp.strings(read(path)):
                if KEY.fullmatch(value) and value.split(".")[0] in first:
                    yield f"{named(path)}:{line}", value


@rule("every public word is in three languages")
def messages_are_whole():
    catalogs = {language: catalog(language) for language in ("en", "fr", "es")}
    known = set().union(*catalogs.values())
    faults = []
    for language, messages in catalogs.items():
        where = f"data/messages/{language}.po"
        faults += [f"{where}: has no {key}" for key in sorted(known - set(messages))]
        faults += [f"{where}: {key} is empty" for key, forms in sorted(messages.items()) if not all(forms)]
        for key in sorted(set(messages) & set(catalogs["en"])):
            names = {language: set(re.findall(r"\{(\w+)\}", " ".join(catalogs[language][key]))) for language in (language, "en")}
            if names[language] != names["en"]:
                faults.append(f"{where}: {key} has other placeholders than English: {sorted(names[language] ^ names['en'])}")
    used, patterns = set(), set()
    for where, key in keys_in_sources(known):
        if "{" in key or key.endswith("."):
            patterns.add(re.sub(r"\\\{.*?\\\}", ".+", re.escape(key)) + (".+" if key.endswith(".") else ""))
        elif key not in known:
            faults.append(f"{where}: there is no message {key}")
        used.add(key)
    whole = re.compile("|".join(patterns) or "$.")
    faults += [f"data/messages: {key} is used nowhere, take it out" for key in sorted(known - used) if not whole.fullmatch(key)]
    return faults


CITED = ("limit", "rule", "test", "vote", "day_off", "step", "outcome", "bar", "reservation")


@rule("every rule of law is cited")
def law_is_cited():
    faults = []
    for path in sorted((ROOT / "data/law").rglob("*.toml")):
        if path.name == "vocabulary.toml":  # words of ours, no rules
            continue
        law = tomllib.loads(read(path))
        places = [(named(path), law)]
        for kind in CITED:
            places += [(f"{named(path)}: {kind} {entry.get('id', entry.get('step', number))}", entry) for number, entry in enumerate(law.get(kind, []), 1)]
        for where, entry in places:
            # A calendar has its provisions day by day.
            needed = ("source", "confidence") if entry is law and "day_off" in law else ("provision", "source", "confidence")
            faults += [f"{where}: has no {field}" for field in needed if not str(entry.get(field, "")).strip()]
            if entry.get("confidence") not in ("verified", "derived", "recalled"):
                faults.append(f'{where}: its confidence is {entry.get("confidence")}; write verified, derived or recalled')
        dates = [law.get(period, {}).get("from") for period in ("in_force", "filed")]
        if "day_off" not in law and not any(dates):
            faults.append(f"{named(path)}: says no date from which it holds (in_force.from or filed.from)")
    return faults


@rule("C++ files are formatted")
def formatted():
    done = subprocess.run([ROOT / "script/format", "--check"], capture_output=True, text=True)
    if done.returncode == 0:
        return []
    bad = sorted({line.split(":")[0] for line in done.stderr.splitlines() if "error:" in line or "warning:" in line})
    return [f"{Path(name).as_posix()}: not formatted; run script/format" for name in bad] or [done.stderr or done.stdout]


@rule("exceptions have a reason")
def exceptions_have_reasons():
    faults = []
    for number, line in enumerate(read(ROOT / "tests/tidy/exceptions.txt").splitlines(), 1):
        if line.strip() and not line.startswith("#") and not EXCEPTION.fullmatch(line):
            faults.append(f'exceptions.txt:{number}: write "file|function|now PATH[:NAME] LIMIT REASON"')
    return faults


def main(arguments):
    chosen = [" ".join(arguments)] if arguments else list(RULES)
    failed = False
    for name in chosen:
        if name not in RULES:
            sys.exit(f'there is no rule "{name}"; there are: {", ".join(RULES)}')
        faults = [fault for fault in RULES[name]() if fault]
        failed |= bool(faults)
        print(f"{name}: {'ok' if not faults else f'{len(faults)} faults'}")
        print("".join(f"  {fault}\n" for fault in faults), end="")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
