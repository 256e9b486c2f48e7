"""Genres as people say them: in English, and the everyday words in Spanish, French and German."""

from data.names import fold

_TABLE = """
Action: action, actioner, action packed, accion, aktion
Adventure: adventure, adventures, adventurous, aventura, aventuras, aventure, aventures
Adventure: abenteuer, swashbuckler
Animation: animation, animated, cartoon, cartoons, anime, animacion, animado, dibujos animados
Animation: dessin anime
Animation: dessins animes, zeichentrick, animationsfilm, trickfilm, stop motion, claymation
Comedy: comedy, comedies, comedic, funny, humor, humour, hilarious, comedia, comedias, comedie
Comedy: comedies, komodie
Comedy: komodien, lustig, divertida, drole, spoof, parody, satire, slapstick
Comedy+Romance: romcom, rom com, romcoms, rom coms, romantic comedy, romantic comedies
Comedy+Romance: comedia romantica
Comedy+Romance: comedie romantique, romantische komodie, liebeskomodie
Comedy+Drama: dramedy, dramedies, tragicomedy, comedy drama, tragicomedia
Comedy+Horror: horror comedy, comedy horror, horrorkomodie
Action+Comedy: action comedy, actionkomodie
Crime: crime, gangster, gangsters, mafia, film noir, noir, neo noir, crimen, policiaca
Crime: policial, policier, polar
Crime: krimi, krimis
Documentary: documentary, documentaries, documental, documentales, documentaire, documentaires
Documentary: dokumentarfilm
Documentary: doku, dokus, dokumentation, nonfiction, non fiction, docu
Drama: drama, dramas, dramatic, drame, drames, melodrama, dramen, tearjerker, tear jerker
Family: family, families, kids, children, childrens, family friendly, for kids, familia
Family: familiar, infantil, ninos
Family: famille, enfants, familie, familienfilm, kinder, kinderfilm
Fantasy: fantasy, fantasies, fantastic, fantasia, fantastica, fantastique, fantastisch
Fantasy: fairy tale, fairytale
Fantasy: marchen
History: history, historical, historic, period, period piece, period drama, costume drama
History: historia, historica
History: historico, histoire, historique, geschichte, historisch, historienfilm
Horror: horror, horrors, scary, slasher, slashers, terror, miedo, horreur, epouvante, grusel
Horror: gruselfilm, creepy
Horror: spooky, splatter
Music: music, musical, musicals, musica, musicales, musique, musicaux, musik, musikfilm
Music: comedie musicale
Music: sing along
Mystery: mystery, mysteries, whodunit, whodunnit, whodunits, whodunnits, murder mystery
Mystery: misterio, misterios
Mystery: mystere, mysteres, ratsel, sleuth
Romance: romance, romances, romantic, love story, love stories, romantica, romantico
Romance: romantique, romantisch, amor
Romance: liebe, liebesfilm, liebesfilme, amour, chick flick, chick flicks
Science Fiction: science fiction, sci fi, scifi, sciencefiction, ciencia ficcion, space opera
Science Fiction: cyberpunk
Science Fiction: futuristic, sf
Thriller: thriller, thrillers, suspense, suspenseful, psychological thriller, thrilling
Thriller: suspenso, intriga
Thriller: spannung, spannend
War: war, wartime, guerra, belica, belico, guerre, krieg, kriegsfilm, kriegsfilme, anti war, antiwar
Western: western, westerns, cowboy, cowboys, del oeste, oeste, spaghetti western, wild west
"""
"""A line may be repeated; its aliases are folded."""

GENRE_ALIASES: dict[str, tuple[str, ...]] = {
    fold(alias): tuple(genres.split("+"))
    for genres, _, aliases in (line.partition(": ") for line in _TABLE.strip().splitlines())
    for alias in aliases.split(", ")
}
"""What people say, folded, to the names in `GENRES` that it means; most mean one."""

_TAILS = frozenset(
    {"movie", "movies", "film", "films", "flick", "flicks", "genre", "pelicula", "peliculas", "filme"}
)
_HEADS = frozenset(
    {
        "a",
        "an",
        "some",
        "un",
        "une",
        "una",
        "ein",
        "eine",
        "film",
        "films",
        "pelicula",
        "peliculas",
        "de",
        "of",
    }
)


def resolve_genres(text: str) -> tuple[str, ...]:
    """The genres meant by a word or phrase ("rom-com" means two), none if it names no genre."""
    words = fold(text).split()
    while words:
        if found := GENRE_ALIASES.get(" ".join(words)):
            return found
        if words[-1] in _TAILS:
            words.pop()
        elif words[0] in _HEADS:
            words.pop(0)
        else:
            break
    return ()
