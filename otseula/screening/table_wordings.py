"""What a refused table is told, by code, in three languages. What fills the braces comes from the
rule base or is a position."""

from __future__ import annotations

from otseula.screening.case_wordings import ASK_FOR_IDS, REMOVE, Wording
from otseula.text import Text

TABLE_WORDINGS: dict[str, Wording] = {
    "unreadable-table": Wording(
        Text(
            "Tämä ei ole taulukko, jonka voisi lukea.",
            "Det här är inte en tabell som kan läsas.",
            "This is no table that can be read.",
        ),
        Text(
            "Anna Arrow-taulukko tai muu, jolla on __arrow_c_stream__ (pyarrow, polars, pandas, "
            "duckdb). Sarakkeen kaikkien arvojen on oltava samaa tyyppiä.",
            "Ge en Arrow-tabell eller något annat som har __arrow_c_stream__ (pyarrow, polars, "
            "pandas, duckdb). Alla värden i en kolumn måste vara av samma typ.",
            "Give an Arrow table or anything else that has __arrow_c_stream__ (pyarrow, polars, "
            "pandas, duckdb). All values of a column must be of one type.",
        ),
    ),
    "unknown-column": Wording(
        Text(
            "Taulukon sarake {position} ei ole minkään kysymyksen tunnus.",
            "Tabellens kolumn {position} är inte id för någon fråga.",
            "Column {position} of the table is not the id of any question.",
        ),
        Text(
            "{suggestion}Jätä taulukkoon vain kysymysten sarakkeet. " + ASK_FOR_IDS.fi,
            "{suggestion}Behåll bara frågornas kolumner i tabellen. " + str(ASK_FOR_IDS.sv),
            "{suggestion}Leave only the columns of questions. " + str(ASK_FOR_IDS.en),
        ),
    ),
    "identifying-column": Wording(
        Text(
            "Taulukon sarake {position}: sen nimi {shape}.",
            "Tabellens kolumn {position}: dess namn {shape}.",
            "Column {position} of the table: its name {shape}.",
        ),
        REMOVE,
    ),
    "column-twice": Wording(
        Text(
            "Taulukossa on kaksi saraketta {question}.",
            "Tabellen har två kolumner {question}.",
            "The table has two columns {question}.",
        ),
        Text("Poista toinen sarake.", "Behåll bara en kolumn.", "Leave one column."),
    ),
    "column-type": Wording(
        Text(
            "Kysymyksen {question} sarakkeen tyyppi ei ole oikea.",
            "Kolumnen för frågan {question} är av fel typ.",
            "The column of the question {question} is of a wrong type.",
        ),
        Text(
            "Sallittu: {type}. Tyhjä (null) tarkoittaa, ettei ole kysytty; vastaus dont_know on "
            "totuusarvosarakkeessa {question}.dont_know tai tekstinä.",
            "Tillåtet: {type}. Tomt (null) betyder att det inte har frågats; svaret dont_know "
            "står i en kolumn av sanningsvärden {question}.dont_know eller som text.",
            "Allowed: {type}. Null means not asked; the answer dont_know stands in a column of "
            "booleans {question}.dont_know, or as text.",
        ),
    ),
}
