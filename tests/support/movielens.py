"""MovieLens archives in small."""

import io
import zipfile
from collections.abc import Mapping

MOVIES = """movieId,title,genres
1,Western 0 (1950),Western|Drama
2,"Western 1, The (1951)",Western
3,"Space Comedy (a.k.a. Laughs, The) (1999)",Sci-Fi|Comedy|IMAX
4,No Year At All,Drama
"""
LINKS = "movieId,imdbId,tmdbId\n1,0000001,11\n2,0000002,\n3,0000003,33\n4,0000004,44\n"
RATINGS = """userId,movieId,rating,timestamp
1,1,5.0,100
1,3,0.5,101
2,1,4.5,100
2,2,3.0,99
"""
README = "Usage License\n=============\n"


def archive(size: str = "latest-small", suffix: str = "csv", **files: str) -> bytes:
    """A zip archive; `files` replaces ratings, movies or links, and leaves out what is empty."""
    content = {"ratings": RATINGS, "movies": MOVIES, "links": LINKS} | files
    inside = {f"ml-{size}/{name}.{suffix}": text for name, text in content.items() if text}
    return packed(inside | {f"ml-{size}/README.txt": README})


def packed(files: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in files.items():
            zipped.writestr(name, text)
    return buffer.getvalue()
