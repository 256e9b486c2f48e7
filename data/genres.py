"""Genres as people say them: in English, and everyday words of five neighbouring languages."""

from data.names import fold

_TABLE = """
Action: action, actioner, action packed, accion, aktion
Adventure: adventure, adventures, adventurous, aventura, aventuras, aventure, aventures
Action: azione, acao
Adventure: abenteuer, swashbuckler, avventura, avventure
Animation: animation, animated, cartoon, cartoons, anime, animacion, animado, dibujos animados
Animation: dessin anime
Animation: dessins animes, zeichentrick, animationsfilm, trickfilm, stop motion, claymation
Animation: animazione, cartoni animati, cartone animato, animacao, desenho animado, desenhos animados
Comedy: comedy, comedies, comedic, funny, humor, humour, hilarious, comedia, comedias, comedie
Comedy: comedies, komodie
Comedy: komodien, lustig, divertida, drole, spoof, parody, satire, slapstick, commedia, commedie
Comedy: divertente, engracado, engracada, lustige, lustiges, lustigen
Comedy+Romance: romcom, rom com, romcoms, rom coms, romantic comedy, romantic comedies
Comedy+Romance: comedia romantica
Comedy+Romance: comedie romantique, romantische komodie, liebeskomodie, commedia romantica
Comedy+Drama: dramedy, dramedies, tragicomedy, comedy drama, tragicomedia
Comedy+Horror: horror comedy, comedy horror, horrorkomodie
Action+Comedy: action comedy, actionkomodie
Crime: crime, gangster, gangsters, mafia, film noir, noir, neo noir, crimen, policiaca
Crime: policial, policier, polar
Crime: krimi, krimis, poliziesco, polizieschi, policiais
Documentary: documentary, documentaries, documental, documentales, documentaire, documentaires
Documentary: dokumentarfilm
Documentary: doku, dokus, dokumentation, nonfiction, non fiction, docu, documentario, documentari
Documentary: documentarios
Drama: drama, dramas, dramatic, drame, drames, melodrama, dramen, tearjerker, tear jerker
Family: family, families, kids, children, childrens, family friendly, for kids, familia
Family: familiar, infantil, ninos
Drama: dramma, drammi, drammatico, drammatici, dramatico, dramaticos
Family: famille, enfants, familie, familienfilm, kinder, kinderfilm, famiglia, bambini, criancas
Fantasy: fantasy, fantasies, fantastic, fantasia, fantastica, fantastique, fantastisch
Fantasy: fairy tale, fairytale, fantastico
Fantasy: marchen
History: history, historical, historic, period, period piece, period drama, costume drama
History: historia, historica
History: historico, histoire, historique, geschichte, historisch, historienfilm, storico, storici
Horror: horror, horrors, scary, slasher, slashers, terror, miedo, horreur, epouvante, grusel
Horror: gruselfilm, creepy
Horror: spooky, splatter, orrore, film di paura
Music: music, musical, musicals, musica, musicales, musique, musicaux, musik, musikfilm
Music: comedie musicale, comedies musicales, comedia musical, comedias musicales, musicale, musicali
Music: sing along
Mystery: mystery, mysteries, whodunit, whodunnit, whodunits, whodunnits, murder mystery
Mystery: misterio, misterios
Mystery: mystere, mysteres, ratsel, sleuth, mistero, misteri, giallo, gialli
Romance: romance, romances, romantic, love story, love stories, romantica, romantico
Romance: romantique, romantisch, amor
Romance: liebe, liebesfilm, liebesfilme, amour, chick flick, chick flicks, amore, love film
Romance: romantische, romantisches, romantischen, romantischer, romantici, romanticos, romanticas
Romance: luv story, liebesgeschichte, histoire d amour, historia de amor, storia d amore
Science Fiction: science fiction, sci fi, scifi, sciencefiction, ciencia ficcion, space opera
Science Fiction: cyberpunk
Science Fiction: futuristic, sf, fantascienza, ficcao cientifica, zukunftsfilm
Thriller: thriller, thrillers, suspense, suspenseful, psychological thriller, thrilling
Thriller: suspenso, intriga
Thriller: spannung, spannend
War: war, wartime, guerra, belica, belico, guerre, krieg, kriegsfilm, kriegsfilme, anti war, antiwar
War: bellico
Western: western, westerns, cowboy, cowboys, del oeste, oeste, spaghetti western, wild west
Western: faroeste, bangue bangue
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
    """The genres meant by a word or phrase ("rom-com", "horror comedy": two), none if it names no genre."""
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
    for at in range(1, len(words)):
        one, other = (GENRE_ALIASES.get(" ".join(part), ()) for part in (words[:at], words[at:]))
        if len(one) == len(other) == 1 and one != other:
            return one + other
    return ()
