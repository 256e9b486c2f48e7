"""Which films are fit for children, judged on the safe side from certificate, genres and keywords."""

from data.fame import VOTES_END
from data.films import Film

SAFE_CERTIFICATES = frozenset({"G", "PG"})
UNSAFE_GENRES = frozenset({"Horror", "Thriller", "War", "Crime"})

UNSAFE_KEYWORDS = frozenset(
    {
        *("adult animation", "adult humor", "adultery", "alcoholic", "alcoholism", "anti war", "assassin"),
        *("assassination", "blood", "bloody", "brothel", "brutality", "cannibal", "child abuse"),
        *("concentration camp", "death row", "decapitation", "drug", "drug abuse", "drug addict"),
        *("drug addiction", "drug dealer", "drug use", "drugs", "erotic", "eroticism", "execution"),
        *("female frontal nudity", "female nudity", "gore", "gun violence", "hiroshima", "holocaust"),
        *(
            "incest",
            "infidelity",
            "lust",
            "male nudity",
            "marijuana",
            "masturbation",
            "massacre",
            "molestation",
        ),
        *("murder", "nazi", "nudity", "orgy", "paedophilia", "pedophile", "pedophilia", "pornography"),
        *(
            "profanity",
            "prostitute",
            "prostitution",
            "rape",
            "satanism",
            "serial killer",
            "sex",
            "sex comedy",
        ),
        *("sex scene", "sexual abuse", "sexual humor", "sexual violence", "sexuality", "shootout", "slasher"),
        *("slaughter", "splatter", "softcore", "strip club", "stripper", "suicide", "suicide attempt"),
        *("terrorism", "topless", "torture", "unsimulated sex", "violence", "violent", "virginity", "zombie"),
    }
)
"""Keywords in TMDb's style that speak against children watching."""


def is_family_safe(film: Film) -> bool:
    """Whether a film is fit for children as far as the facts show.

    A US certificate G or PG, and nothing against it: no genre of `UNSAFE_GENRES`, no keyword of
    `UNSAFE_KEYWORDS`. Where the certificate is unknown, the genre Family stands for it, but only of films old
    enough for others to have called them so. Animation alone is no proof.
    """
    fit = (
        film.certificate in SAFE_CERTIFICATES
        if film.certificate
        else "Family" in film.genres and film.year <= VOTES_END
    )
    return fit and UNSAFE_GENRES.isdisjoint(film.genres) and UNSAFE_KEYWORDS.isdisjoint(film.keywords)
