#!/usr/bin/env python3
"""Says how much of the core's behaviour its tests hold: changes it in one place at a time, and looks whether a test notices.

  eng/mutate.py                                # all areas, 60 mutants each, by a seed that is printed
  eng/mutate.py triage routing --seed 7        # two of them, and the sample of that seed
  eng/mutate.py triage --mutants 1000          # all there are

The mutants are those of Stryker (.config/dotnet-tools.json), compiled by it once into one assembly; the sample is drawn by the seed from
all that compile. As Stryker does, a block whose removal would take other mutants along is left to these. Stryker has no sampling and cannot
tell which test of xunit.v3 covers what, so the tests are run from here: the area's own, a process a mutant, ended at the first failure.
What does not end in time counts as noticed. An area under 85 % fails. Everything is written to artifacts/mutation; the assembly of mutants
is kept there until the core changes.
"""
import argparse
import collections
import hashlib
import json
import math
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORE = ROOT / "src/ContactCenter.Core"
TESTS = ROOT / "test/ContactCenter.Core.Tests"
BUILT = ROOT / "artifacts/bin/ContactCenter.Core.Tests/release"
OUT = ROOT / "artifacts/mutation"
ASSEMBLY = "ContactCenter.Core.dll"
ENOUGH = 0.85

# the examples, and where none of them notices the properties: those take longer
STAGES = (("-class-", "*Properties"), ("-class", "*Properties"))

Area = collections.namedtuple("Area", "folders namespaces")

# what is changed under src/ContactCenter.Core, and the namespaces under ContactCenter.Core.Tests that have to notice
AREAS = {
    "engine": Area(["Incidents/Engine"], ["Incidents"]),
    "triage": Area(["Monitoring/Triage"], ["Monitoring.Triage"]),
    "escalation": Area(["Escalation"], ["Escalation", "Incidents"]),
    "remediation": Area([f"Remediation/{folder}" for folder in ("Capacity", "Concurrency", "EventSources")], ["Remediation"]),
    "failover": Area(["Remediation/Failover"], ["Remediation"]),
    "routing": Area(["Contacts/Routing"], ["Contacts.Routing"]),
    "settings": Area(["Settings"], ["Settings"]),
    "history": Area(["Incidents/History"], ["Incidents"]),
}

CONFIGURATION = {
    "project": "ContactCenter.Core.csproj",
    "configuration": "Release",
    "mutate": [f"**/{folder}/*.cs" for area in AREAS.values() for folder in area.folders],
    "coverage-analysis": "off",
    "concurrency": 1,
    "reporters": ["json"],
    # nothing is looked at as changed: the mutants are listed and compiled, and none is tried
    "since": {"enabled": True, "target": "HEAD", "ignore-changes-in": ["**/*"]},
}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("areas", nargs="*", metavar="area", help=f"of {', '.join(AREAS)}; all of them by default")
    arguments.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    arguments.add_argument("--mutants", type=int, default=60, help="how many an area")
    asked = arguments.parse_args()
    if unknown := set(asked.areas) - set(AREAS):
        arguments.error(f"no area is called {', '.join(sorted(unknown))}")
    mutants = prepare()
    scores = [score(name, mutants, asked.seed, asked.mutants) for name in asked.areas or AREAS]
    return 0 if all(score >= ENOUGH for score in scores) else 1


def prepare():
    """Builds the tests, has the mutants compiled where the core has changed, and puts both into one folder."""
    run("dotnet", "build", "-c", "Release", "-v", "quiet", "--nologo", cwd=TESTS)
    seen = hashlib.sha256(json.dumps(CONFIGURATION).encode())
    for path in [ROOT / ".config/dotnet-tools.json", *sorted(CORE.rglob("*.cs"))]:
        seen.update(path.read_bytes())
    stamp = OUT / "compiled-from"
    if not stamp.exists() or stamp.read_text() != seen.hexdigest():
        compile_mutants()
        stamp.write_text(seen.hexdigest())
    shutil.rmtree(OUT / "host", ignore_errors=True)
    shutil.copytree(BUILT, OUT / "host")
    shutil.copy(OUT / ASSEMBLY, OUT / "host")
    return json.loads((OUT / "stryker/reports/mutation-report.json").read_text())["files"]


def compile_mutants():
    print("compiling the mutants, which takes minutes", flush=True)
    OUT.mkdir(parents=True, exist_ok=True)
    configuration = OUT / "stryker.json"
    configuration.write_text(json.dumps({"stryker-config": CONFIGURATION}, indent=2))
    run("dotnet", "tool", "restore")
    run("dotnet", "stryker", "-f", os.path.relpath(configuration, TESTS), "-O", OUT / "stryker", "--skip-version-check", cwd=TESTS)
    original = BUILT / f"{ASSEMBLY}.stryker-unchanged"
    shutil.move(BUILT / ASSEMBLY, OUT / ASSEMBLY)
    shutil.move(original, BUILT / ASSEMBLY)
    if "STRYKER_MUTANT_ID_CONTROL_VAR".encode("utf-16-le") not in (OUT / ASSEMBLY).read_bytes():
        sys.exit("what Stryker compiled cannot be told which mutant to be")


def run(*command, cwd=ROOT):
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(done.stdout)


def score(name, files, seed, count):
    """Tries a sample of an area's mutants, and returns the share that its tests notice."""
    area = AREAS[name]
    paths = [path for folder in area.folders for path in sorted(files) if is_in(path, folder)]
    all_of_them = [mutant for path in paths for mutant in mutants_of(path, files[path])]
    drawn = random.Random(f"{seed} {name}").sample(all_of_them, min(count, len(all_of_them)))

    start = time.monotonic()
    usual = {}
    for classes in STAGES:
        began = time.monotonic()
        if run_tests(area, classes, mutant=None, seconds=900) != "survived":
            sys.exit(f"the tests of {name} fail without any change")
        usual[classes] = time.monotonic() - began
    results = collections.Counter()
    print(f"{name}: seed {seed}, {len(drawn)} of {len(all_of_them)} mutants, {sum(usual.values()):.1f} s a run", flush=True)
    for mutant in sorted(drawn, key=lambda mutant: (mutant["file"], place(mutant))):
        result = try_out(area, mutant["id"], usual)
        results[result] += 1
        if result != "killed":
            print(f"  {result} {mutant['file']}:{place(mutant)[0][0]} {mutant['mutatorName']}: {excerpt(mutant)}", flush=True)

    noticed = results["killed"] + results["timed out"]
    low, high = wilson(noticed, len(drawn))
    print(f"{name}: {results['killed']} killed, {results['timed out']} timed out, {results['survived']} survived: "
          f"{noticed / len(drawn):.0%}, 95 % interval {low:.0%} to {high:.0%} ({time.monotonic() - start:.0f} s)", flush=True)
    return noticed / len(drawn)


def is_in(path, folder):
    # a remediator reads, plans and carries out: what decides is the planner
    return pathlib.Path(path).parent == CORE / folder and not path.endswith("Remediator.cs")


def mutants_of(path, file):
    compiled = [mutant | {"file": pathlib.Path(path).relative_to(ROOT).as_posix(), "lines": file["source"].splitlines()}
                for mutant in file["mutants"] if mutant["status"] != "CompileError"]
    return [mutant for mutant in compiled
            if not mutant["mutatorName"].startswith("Block") or not any(contains(mutant, other) for other in compiled)]


def place(mutant):
    return tuple((mutant["location"][end]["line"], mutant["location"][end]["column"]) for end in ("start", "end"))


def contains(one, other):
    return one is not other and place(one)[0] <= place(other)[0] and place(other)[1] <= place(one)[1]


def excerpt(mutant):
    """What stood there and what stands there instead, on one line."""
    (first, begin), (last, end) = place(mutant)
    lines = mutant["lines"][first - 1:last]
    lines[-1] = lines[-1][:end - 1]
    lines[0] = lines[0][begin - 1:]
    was, now = (" ".join(text.split()) for text in (" ".join(lines), mutant["replacement"]))
    return f"{was[:100]}  =>  {now[:100]}"


def try_out(area, mutant, usual):
    result = "survived"
    for classes in STAGES:
        if result == "survived":
            result = run_tests(area, classes, mutant, seconds=20 + 5 * usual[classes])
    return result


def run_tests(area, classes, mutant, seconds):
    command = [OUT / "host/ContactCenter.Core.Tests", "-noLogo", "-noColor", "-stopOnFail", *classes]
    for namespace in area.namespaces:
        command += ["-namespace", f"ContactCenter.Core.Tests.{namespace}", "-namespace", f"ContactCenter.Core.Tests.{namespace}.*"]
    # the mutants look up which of them to be, and one that asks for memory without end is stopped
    told = {"STRYKER_MUTANT_ID_CONTROL_VAR": "MUTANT", "MUTANT": str(mutant or ""), "DOTNET_GCHeapHardLimit": "0x60000000"}
    try:
        done = subprocess.run(command, env=os.environ | told, timeout=seconds, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return "timed out"
    return "killed" if done.returncode else "survived"


def wilson(noticed, count, z=1.96):
    share, spread = noticed / count, z * z / count
    middle = share + spread / 2
    width = z * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return (middle - width) / (1 + spread), (middle + width) / (1 + spread)


if __name__ == "__main__":
    sys.exit(main())
