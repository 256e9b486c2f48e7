"""The page that explains a person's data, in each language."""

from collections.abc import Mapping, Sequence

READMES: Mapping[str, str] = {
    "en": """\
CineAesthete: everything that is kept about you, as of {at}

library.csv    your films with titles: ratings, what you saw, saved, disliked, your reviews
data.json      everything, table by table, as it is kept
tables/*.csv   the same, one file a table, for a spreadsheet

What is in it:
{counts}

Films go by their IMDb number. Texts that begin with = + - or @ have a ' in front, so that no
spreadsheet takes them for
a formula. To have all of this erased, say "forget everything about me".
""",
    "es": """\
CineAesthete: todo lo que se guarda de ti, a {at}

library.csv    tus películas con título: notas, lo visto, lo guardado, lo que no te gusta, tus reseñas
data.json      todo, tabla por tabla, tal como se guarda
tables/*.csv   lo mismo, un archivo por tabla, para una hoja de cálculo

Qué contiene:
{counts}

Las películas van por su número de IMDb. Los textos que empiezan por = + - o @ llevan ' delante,
para que ninguna hoja de
cálculo los tome por una fórmula. Para borrar todo esto, di «olvida todo sobre mí».
""",
    "fr": """\
CineAesthete : tout ce qui est gardé de vous, au {at}

library.csv    vos films avec leurs titres : notes, films vus, gardés, écartés, vos critiques
data.json      tout, table par table, tel que c'est gardé
tables/*.csv   la même chose, un fichier par table, pour un tableur

Ce qu'il y a dedans :
{counts}

Les films vont par leur numéro IMDb. Les textes qui commencent par = + - ou @ ont un ' devant, pour
qu'aucun tableur ne les
prenne pour une formule. Pour tout faire effacer, dites « oublie tout sur moi ».
""",
    "de": """\
CineAesthete: alles, was über dich aufbewahrt wird, Stand {at}

library.csv    deine Filme mit Titeln: Noten, Gesehenes, Gemerktes, Abgelehntes, deine Kritiken
data.json      alles, Tabelle für Tabelle, so wie es aufbewahrt wird
tables/*.csv   dasselbe, eine Datei je Tabelle, für eine Tabellenkalkulation

Was darin ist:
{counts}

Filme stehen unter ihrer IMDb-Nummer. Texte, die mit = + - oder @ beginnen, haben ein ' davor, damit
keine Tabellenkalkulation
sie für eine Formel hält. Damit alles gelöscht wird, sag „vergiss alles über mich“.
""",
}


def readme(language: str, at: str, counts: Sequence[tuple[str, int]]) -> str:
    """The page; `counts` are rows by table."""
    lines = "\n".join(f"  {count:>6}  {table}" for table, count in counts)
    return READMES.get(language, READMES["en"]).format(at=at, counts=lines)
