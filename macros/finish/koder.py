"""The codes of findings about the finished site, for the list of codes (docs/bidra/funn.md). A code is never reused."""

from __future__ import annotations

from macros.model.funn import Regel

KODER = {
    "LEN-001": Regel(
        "En lenke går til noe som ikke finnes på nettstedet.", "Rett adressen. Meldingen foreslår den nærmeste."
    ),
    "LEN-002": Regel(
        "En lenke går til et sted på en side, og stedet finnes ikke.", "Rett det som står etter # i adressen."
    ),
    "LEN-003": Regel(
        "Siden henter noe fra et annet nettsted når den vises.",
        "Legg fila i docs/assets/, eller lenk til den i stedet.",
    ),
    "LEN-004": Regel("Et stilark viser til en fil som ikke finnes.", "Rett adressen i stilarket."),
    "LEN-005": Regel("Et stilark henter noe fra et annet nettsted.", "Legg fila i docs/assets/."),
    "LEN-006": Regel(
        "En adresse som skal finnes, er borte fra nettstedet.",
        "Legg inn makroen som viser posten. Er posten slettet med vilje, så før id-en opp i data/utgatte.yml.",
    ),
    "LEN-007": Regel("En lenke går utenfor nettstedet.", "Ta bort noen av ../ i adressen."),
    "LEN-008": Regel("En adresse er skrevet feil.", "Rett det meldingen peker på, for eksempel et mellomrom."),
    "LEN-009": Regel("En adresse finnes bare på én maskin.", "Bruk adressen som alle når."),
    "LEN-010": Regel(
        "En adresse virker ikke på siden for feil adresser.", "Begynn adressen med / fra rota av nettstedet."
    ),
    "LEN-011": Regel("To filer skal ha samme plass på nettstedet.", "Gi fila i docs/ et annet navn."),
    "MKD-001": Regel("MkDocs stanset.", "Les meldingen. Sier den deg ingenting, så spør en utvikler."),
    "MKD-002": Regel("MkDocs advarer om noe.", "Les meldingen. Sier den deg ingenting, så spør en utvikler."),
    "MKD-003": Regel(
        "En lenke til en side eller en overskrift er død.", "Rett lenken. Meldingen foreslår den nærmeste fila."
    ),
    "POL-001": Regel(
        "Siden har et skript som nettstedet ikke kjenner.", "Ta det bort. Skript hører hjemme i frontend/."
    ),
    "POL-002": Regel("Siden har et skript i et attributt.", "Ta det bort. Skript hører hjemme i frontend/."),
    "POL-003": Regel("En adresse er av et slag som ikke er lov.", "Bruk en vanlig adresse som begynner med https://."),
    "POL-004": Regel("Siden har et eget stilark i seg.", "Legg stilen i docs/assets/css/."),
    "POL-005": Regel("Siden har stil i et attributt.", "Legg stilen i docs/assets/css/."),
    "POL-006": Regel("Siden har innhold fra andre i en ramme.", "Lenk til innholdet i stedet."),
    "POL-007": Regel("Siden endrer hva lenkene er regnet fra.", "Ta bort elementet <base>."),
    "POL-008": Regel(
        "Siden mangler den delen der reglene for skript står.", "Se etter feil i malen i docs/overrides/."
    ),
    "POL-009": Regel("Siden har et skjema som sendes til en tjener.", "La et skript i frontend/ lese skjemaet."),
    "SID-101": Regel("Siden sier at språket er et annet enn bokmål.", "Se etter feil i malen i docs/overrides/."),
    "SID-102": Regel("Siden mangler tittel.", "Skriv «tittel» øverst på siden."),
    "SID-103": Regel(
        "Siden har ingen overskrift på øverste nivå, eller flere.",
        "Ha nøyaktig én linje som begynner med # og mellomrom.",
    ),
    "SID-104": Regel(
        "Samme id står flere ganger på siden.",
        "Gi den ene overskriften en annen ordlyd, eller bruk hver makro bare én gang.",
    ),
    "SID-105": Regel("Siden er ikke lagret som UTF-8.", "Lagre fila på nytt som UTF-8."),
}
