# ruff: noqa: E501  (rows of a Markdown table cannot be broken)
"""The data card of a starter pack: what it was made from, and under which terms."""

from collections.abc import Mapping

CARD = "DATACARD.md"

_TEXT = """\
# Data card of the starter pack

Facts and figures only: no synopsis, no review sentence, no poster, no rating row. Made by
`cineaesthete starter build`; `manifest.json` lists every file with size and checksum.

## What is in it

| | |
|---|---|
| films | {films:,} |
| with director and cast | {with_credits:,} |
| released from 2018 on | {since_2018:,} |
| with the address of a poster on TMDb's image host | {with_poster:,} |
| films with a training rating | {rated_films:,} |
| ratings that the models were trained on | {ratings:,} of {raters:,} people |
| films with review figures | {reviewed_films:,} |

- `films.jsonl.gz`: the catalogue. Title, year, original title, genres, runtime, language, countries, director,
  first five of the cast, up to {keywords} keywords, certificate, ids, poster path, TMDb's vote count and mean.
- `models/`: trained models as plain arrays and JSON.
- `figures/`: per film, in the order of the catalogue, how many reviews there are, the share that praises it, and
  how often each aspect is praised and blamed.
- `looks/`: the look model (image tower, projections, tokenizer, face detector) and figures of posters: a vector, a
  palette and measurements of each, no picture. `palettes.npz` has colours for every film: its own poster's where one
  was seen, else those of a poster of a film akin in genre and years, marked as such.

## Where it comes from, and under which terms

| source | what was taken | terms |
|---|---|---|
| TMDb, through The Movies Dataset and TMDb-5000 (Kaggle) | facts, keywords, poster paths, votes | TMDb's: attribution, non-commercial use |
| Wikidata | ids | CC0 |
| entered by hand for this project (`data/facts/`) | recent films, some directors and cast, short forms | the project's licence |
| MovieLens 1M and ml-latest-small (GroupLens) | what the models learnt, which film has which id | research and non-commercial use, citation |
| IMDb Large Movie Review Dataset | counts and shares per film; weights of the review reader | research use with citation |
| Stanford Sentiment Treebank (SST-2) | calibration of the review reader on single sentences | academic use with citation |
| film posters | vectors, palettes and measurements | the pictures are their studios' and are not part of the pack |
| CenterFace, Copyright (c) 2019 Star-Clouds | the face detector, its numbers rounded to 8 bits | MIT |
| EfficientNet-Lite0, ImageNet weights | the image tower, its numbers rounded to 8 bits | Apache-2.0 |
| all-MiniLM-L6-v2 | the tokenizer | Apache-2.0 |

This product uses TMDb data but is not endorsed or certified by TMDb.

F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context. ACM Transactions on
Interactive Intelligent Systems 5, 4, Article 19. https://doi.org/10.1145/2827872

Andrew L. Maas, Raymond E. Daly, Peter T. Pham, Dan Huang, Andrew Y. Ng, and Christopher Potts. 2011. Learning Word
Vectors for Sentiment Analysis. Proceedings of the 49th Annual Meeting of the Association for Computational
Linguistics, 142-150.

Richard Socher, Alex Perelygin, Jean Wu, Jason Chuang, Christopher D. Manning, Andrew Ng, and Christopher Potts. 2013.
Recursive Deep Models for Semantic Compositionality Over a Sentiment Treebank. EMNLP 2013, 1631-1642.

Because of the sources' terms, the pack is for non-commercial use.

## What to know before relying on it

- TMDb's facts and votes end in the summer of 2017; later films were entered by hand, have no votes, and few of them
  an IMDb or TMDb id or a poster.
- Director and cast are known for {share_with_credits:.0%} of the films; the others are found by title, genre, year
  and keyword only.
- The raters of MovieLens 1M rated in the year 2000, those of ml-latest-small between 1996 and 2018; both are mostly
  English-speaking and young.
- A certificate is known for recent films only; whether an older film is fit for children is judged from genres and
  keywords, on the safe side.
"""


def datacard(counts: Mapping[str, int], keywords: int) -> str:
    """The card's text for a pack of these counts."""
    return _TEXT.format(
        **counts, keywords=keywords, share_with_credits=counts["with_credits"] / max(1, counts["films"])
    )
