from hypothesis import given
from hypothesis import strategies as st

from adapters.benchmarks.telegram_rules import text_of
from adapters.telegram.markup import Span, cut, html, length, pieces, plain, spans_of, units

STYLES = st.sampled_from(["", "b", "i", "tg-spoiler"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
SPANS = st.lists(st.builds(Span, TEXTS, STYLES), min_size=1, max_size=30)


def test_titles_with_stars_and_brackets_stay_whole() -> None:
    spans = spans_of("Like **Thunderbolts* (2025)** and M*A*S*H; **<Heat> & (1995)**.")
    assert [span.text for span in spans if span.style == "b"] == ["Thunderbolts* (2025)", "<Heat> & (1995)"]
    assert html(spans).endswith("M*A*S*H; <b>&lt;Heat&gt; &amp; (1995)</b>.")


def test_what_is_hidden_is_left_out_of_plain_words() -> None:
    assert plain(spans_of("He ||dies|| **here**")) == "He … here"


@given(spans=SPANS, limit=st.integers(20, 300))
def test_pieces_fit_keep_every_word_and_are_markup_that_telegram_reads(spans: list[Span], limit: int) -> None:
    found = pieces(spans, limit)
    for piece in found:
        assert 0 < length(piece) <= limit
        text_of(html(piece), 4096)
    whole = "".join(span.text for span in spans)
    assert "".join("".join(span.text for piece in found for span in piece).split()) == "".join(whole.split())


@given(text=TEXTS, limit=st.integers(10, 100))
def test_what_is_cut_fits_and_begins_as_it_did(text: str, limit: int) -> None:
    shown = "".join(span.text for span in cut([Span(text)], limit))
    assert units(shown) <= limit
    assert text.startswith(shown.removesuffix("…").rstrip())
