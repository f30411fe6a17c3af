"""What the domain expert's commands say: `otseula check` and `otseula test`."""

from __future__ import annotations

from otseula.text import Text

EXPERT: dict[str, Text] = {
    "check_clean": Text("Ei huomautettavaa.", "Inget att anmärka.", "Nothing to report."),
    "check_count": Text("Löydöksiä: {count}", "Fynd: {count}", "Findings: {count}"),
    "warning_mark": Text("(varoitus) ", "(varning) ", "(warning) "),
    "fix_count": Text("Korjattu: {count}", "Rättat: {count}", "Mended: {count}"),
    "fix_would": Text(
        "Korjattaisiin: {count}. Löydöksiä jäisi: {remaining}. Mitään ei muutettu.",
        "Skulle rättas: {count}. Fynd som skulle återstå: {remaining}. Inget ändrades.",
        "Would be mended: {count}. Findings that would remain: {remaining}. Nothing was changed.",
    ),
    "fix_bundled": Text(
        "Mukana tulevaa sääntökantaa ei korjata: se on osa asennettua ohjelmaa. Anna hakemisto, "
        "jossa omat sääntösi ovat.",
        "Den medföljande regelbasen rättas inte: den är en del av det installerade programmet. "
        "Ange katalogen där dina egna regler finns.",
        "The bundled rule base is not mended: it is part of the installed program. Give the "
        "directory that holds your own rules.",
    ),
    "fix_linked": Text(
        "jätettiin ennalleen: se on linkki toisaalle. Korjaa tiedosto siellä, missä se on.",
        "lämnades orörd: den är en länk till en annan plats. Rätta filen där den finns.",
        "left alone: it is a link to another place. Mend the file where it is.",
    ),
    "fix_not_proved": Text(
        "jätettiin ennalleen: ei voitu osoittaa, että ehdot pysyisivät samoina. Korjaa käsin.",
        "lämnades orörd: det gick inte att visa att villkoren skulle förbli desamma. Rätta för "
        "hand.",
        "left alone: it could not be proved that the conditions would stay the same. Mend it by "
        "hand.",
    ),
    "fix_changed_meanwhile": Text(
        "jätettiin ennalleen: tiedosto muuttui tarkistuksen aikana. Suorita komento uudelleen.",
        "lämnades orörd: filen ändrades under kontrollen. Kör kommandot igen.",
        "left alone: the file changed during the check. Run the command again.",
    ),
    "fix_unwritable": Text(
        "jätettiin ennalleen: siihen ei voi kirjoittaa.",
        "lämnades orörd: det går inte att skriva i den.",
        "left alone: it cannot be written.",
    ),
    "why_diff": Text(
        "--diff näyttää muutokset vain tekstinä.",
        "--diff visar ändringarna endast som text.",
        "--diff shows changes as text only.",
    ),
    "unknown_code": Text(
        "Tällaista koodia ei ole. Koodit: {codes}.",
        "Koden finns inte. Koder: {codes}.",
        "There is no such code. The codes: {codes}.",
    ),
    "no_vignettes": Text(
        "Esimerkkitapauksia ei löytynyt. Lisää sääntökantaan luettelo vignettes.",
        "Inga exempelfall hittades. Lägg till listan vignettes i regelbasen.",
        "No vignettes were found. Add the list vignettes to the rule base.",
    ),
    "path_not_found": Text(
        "Polkua ({position}. annettu) ei löydy, tai se ei ole YAML-tiedosto eikä hakemisto.",
        "Sökvägen (nummer {position} av de angivna) finns inte, eller är varken en YAML-fil "
        "eller en katalog.",
        "The path (number {position} of those given) does not exist, or is neither a YAML file "
        "nor a directory.",
    ),
}
