"""Sentiment by a transformer: any sequence classifier that `transformers` can load, by name or folder.

Needs the train extra. A chat process uses `recsys.reviews.classifier` instead.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from data.errors import BadInput
from recsys.types import FloatArray

DEFAULT = "distilbert/distilbert-base-uncased-finetuned-sst-2-english"
"""The documented choice for those who can download: Apache-2.0, 268 MB."""

TOKENS = 256
HEAD = 64
"""Of a longer review, so many tokens from its beginning and the rest from its end, where the verdict stands
(Sun et al. 2019, "How to fine-tune BERT for text classification")."""

_STARS = re.compile(r"([1-5]) stars?")


class TransformerSentiment:
    """A loaded classifier. It computes on the CPU, or on a GPU where torch finds one."""

    def __init__(self, name: str) -> None:
        """Load by hub name or folder. Raises BadInput where that cannot be."""
        try:
            import torch
            from transformers import AutoModelForSequenceClassification, AutoTokenizer
        except ImportError as error:
            raise BadInput(
                "A transformer needs the train extra: run `pip install 'cineaesthete[train]'`."
            ) from error
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(name)
            self._model = AutoModelForSequenceClassification.from_pretrained(name)
        except (OSError, ValueError) as error:
            raise BadInput(
                f'No sequence classifier "{name}" could be loaded; give a folder, or a name on the model hub '
                f"such as {DEFAULT}."
            ) from error
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._model.to(self._device).eval()
        self._polarity = np.array(polarities(self._model.config.id2label), np.float32)
        self._name = name if not Path(name).exists() else Path(name).name

    @property
    def name(self) -> str:
        """As shown in reports."""
        return self._name

    def probabilities(self, texts: Sequence[str], *, batch: int = 32) -> FloatArray:
        """(texts,) probability that each is positive."""
        import torch

        answers = np.empty(len(texts), np.float32)
        order = sorted(range(len(texts)), key=lambda position: len(texts[position]))  # little padding
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            inputs = encode(self._tokenizer, [texts[row] for row in rows])
            on_device = {key: tensor.to(self._device) for key, tensor in inputs.items()}
            with torch.inference_mode(), in_half(self._device.type):
                logits = self._model(**on_device).logits
            shares = torch.softmax(logits.float(), -1).cpu().numpy()
            answers[rows] = positive_share(shares, self._polarity)
        return answers


def in_half(device: str) -> Any:  # noqa: ANN401
    """A context that computes in bfloat16 where the device does so natively.

    Measured on an EPYC with AVX512-BF16: 1.8 times as fast; a CPU without it emulates it, and is slower.
    """
    import torch

    able = torch.cpu.get_capabilities()
    native = device != "cpu" or any(able.get(name) for name in ("avx512_bf16", "amx_bf16"))
    return torch.autocast(device, torch.bfloat16, enabled=native)


def encode(tokenizer: Any, texts: Sequence[str], *, tokens: int = TOKENS) -> dict[str, Any]:  # noqa: ANN401
    """Token ids and mask as torch tensors, (texts, longest); head and tail of those that are too long."""
    tail = tokens - 2 - HEAD
    spans = tokenizer(
        list(texts),
        add_special_tokens=False,
        return_offsets_mapping=True,
        return_attention_mask=False,
        verbose=False,
    )["offset_mapping"]
    cut = [
        text if len(span) <= HEAD + tail else f"{text[: span[HEAD - 1][1]]} {text[span[-tail][0] :]}"
        for text, span in zip(texts, spans, strict=True)
    ]
    return dict(tokenizer(cut, truncation=True, max_length=tokens, padding=True, return_tensors="pt"))


def polarities(labels: Mapping[int, str]) -> list[float]:
    """-1 (negative) to 1 (positive) for each class of a classifier, by the names of its labels.

    Raises BadInput where the names do not tell, rather than guess.
    """
    names = [labels[number].casefold() for number in sorted(labels)]
    found: list[float] = []
    for name in names:
        if stars := _STARS.fullmatch(name):
            found.append((int(stars[1]) - 3) / 2)
        elif name in ("label_0", "label_1") and len(names) == 2:
            found.append(-1.0 if name == "label_0" else 1.0)
        else:
            side = {"pos": 1.0, "neg": -1.0, "neu": 0.0}.get(name[:3])
            if side is None:
                raise BadInput(f"The classifier's labels ({', '.join(names)}) do not say which is positive.")
            found.append(side)
    return found


def positive_share(shares: FloatArray, polarity: FloatArray) -> FloatArray:
    """(texts,) how much of the mass that takes a side is on the positive one; .5 where none does."""
    positive = shares @ np.maximum(polarity, 0)
    negative = shares @ np.maximum(-polarity, 0)
    total = positive + negative
    return np.asarray(np.where(total > 0, positive / np.where(total > 0, total, 1), 0.5), np.float32)
