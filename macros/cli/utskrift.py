"""What the commands say of findings, builds and faults of the machine."""

from __future__ import annotations

import errno
from collections.abc import Sequence

from macros.build import Bygg
from macros.model import Funn
from macros.validation.report import report


def print_findings(funn: Sequence[Funn], form: str) -> None:
    """Print the findings in one of FORMATER; for people also how many, and that there were none."""
    if funn:
        print(report(funn, form))
    if form == "tekst":
        left = sum(f.kode == "FYL-001" for f in funn)
        if left:
            print(f"{left} av dem er steder som gjenstår å fylle ut.")
        print(f"{len(funn)} ting å rette." if funn else "Alt er i orden: ingen ting å rette.")


def print_build(bygg: Bygg) -> None:
    """Print what a build found, or what it left out and how long each stage took."""
    print_findings(bygg.funn, "tekst")
    if bygg.funn:
        print("Det gamle nettstedet står urørt.")
        return
    for text in bygg.utelatt:
        print(f"Merk: {text}")
    print(
        "Bygd: "
        + ", ".join(f"{stage} {seconds:.1f} s".replace(".", ",") for stage, seconds in bygg.tider.items())
        + "."
    )


def disk_fault(error: OSError) -> str:
    """What the system would not do, and what to do about it, in bokmål."""
    if error.errno is None:  # ours, with a text for the reader
        return f"Det gikk ikke: {error.strerror}." if error.strerror else str(error)
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "Det gikk ikke: disken er full, eller kvoten din er brukt opp. Frigjør plass, og prøv igjen."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return (
            f"Det gikk ikke: mappa eller fila kan ikke leses eller skrives{where}. "
            "Legg kunnskapsbasen i en mappe du eier, og lukk programmer som har fila åpen. Prøv så igjen."
        )
    if error.errno == errno.ENOENT:
        return f"Det gikk ikke: noe som trengs, finnes ikke{where}. Er det slettet, så hent det tilbake, og prøv igjen."
    return (
        f"Det gikk ikke: {error.strerror}{where}. "
        "Se om disken er full, om mappa kan skrives i, og om en annen kjøring holder på."
    )
