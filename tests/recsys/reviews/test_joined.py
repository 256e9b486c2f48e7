from pathlib import Path

import numpy as np
import pytest

from data.errors import BadInput
from data.sources.review_texts import LabelledReviews
from recsys.reviews.joined import JoinedSentiment, JoinedWeights, is_joined, save_joined
from tests.support.toy_reviews import toy_classifier

pytest.importorskip("torch", reason="the train extra is not installed")
transformers = pytest.importorskip("transformers", reason="the train extra is not installed")

WORDS = ["the", "acting", "is", "music", "was", "superb", "awful", "and"]


@pytest.fixture
def encoder(tmp_path: Path) -> str:
    """A BERT of one narrow layer that knows eight words."""
    folder = tmp_path / "encoder"
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]))
    transformers.BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    transformers.BertModel(
        transformers.BertConfig(
            vocab_size=5 + len(WORDS),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
        )
    ).save_pretrained(folder)
    return str(folder)


def labelled(count: int) -> LabelledReviews:
    positive = np.arange(count) % 2 == 0
    texts = [f"the acting is {'superb' if good else 'awful'} and the music was {n}" for n, good in
             enumerate(positive)]  # fmt: skip
    films = [f"tt{n // 4}" for n in range(count)]
    return LabelledReviews(
        texts, positive, films, np.where(positive, 5, 1).astype(np.float32), np.zeros(count, np.bool_)
    )


def test_a_model_is_trained_joined_kept_and_read_again(tmp_path: Path, encoder: str) -> None:
    from recsys.reviews.training.joined import train_joined
    from recsys.reviews.training.transformer import FineTuneConfig

    said: list[str] = []
    read = train_joined(
        labelled(160),
        toy_classifier(),
        encoder,
        tmp_path / "out",
        config=FineTuneConfig(batch=8, learning_rate=0.01, epochs=3, frozen_layers=0, tokens=80, threads=1),
        rng=np.random.default_rng(0),
        progress=said.append,
    )
    assert read > 160
    assert said
    assert is_joined(tmp_path / "out")
    good, bad = JoinedSentiment(tmp_path / "out").probabilities(
        ["the acting is superb", "the music was awful"]
    )
    assert good > 0.65
    assert bad < 0.35


def test_a_damaged_folder_is_owned_up_to(tmp_path: Path) -> None:
    save_joined(tmp_path, JoinedWeights(transformer=1, compact=1, offset=0), toy_classifier())
    (tmp_path / "joined.json").write_text("{")
    with pytest.raises(BadInput, match="train the model again"):
        JoinedSentiment(tmp_path)
