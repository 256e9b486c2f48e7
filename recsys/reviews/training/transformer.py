"""Fine-tuning a sentence encoder to say whether a review is positive, within a budget of time."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from recsys.reviews.transformer import encode, in_half


class FineTuneConfig(BaseModel):
    """How to fine-tune."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    batch: int = Field(32, ge=1)
    learning_rate: float = Field(1e-4, gt=0)
    warm_up: float = Field(0.06, ge=0, lt=1)
    """Share of the steps in which the learning rate rises from 0; then it falls to 0."""
    epochs: float = Field(2.0, gt=0)
    seconds: float = Field(2100.0, gt=0)
    """Of processor time: then it ends, whatever the epochs; the learning rate falls in time for it."""
    frozen_layers: int = Field(1, ge=0)
    """Lowest layers that stay as they are, the embeddings with them: what they know of words suffices."""
    tokens: int = Field(256, ge=16)
    threads: int | None = Field(None, ge=1)
    """Of the CPU."""


def fine_tune(
    weights: str,
    texts: Sequence[str],
    positive: Sequence[bool],
    out: Path,
    *,
    config: FineTuneConfig,
    rng: np.random.Generator,
    progress: Callable[[str], None],
) -> int:
    """Train a classifier on top of `weights` (hub name or folder), write it to `out`; how many texts it read.

    `out` can then be given to `recsys.reviews.transformer.TransformerSentiment`.
    """
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    torch.manual_seed(int(rng.integers(2**31)))
    if config.threads:
        torch.set_num_threads(config.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = AutoTokenizer.from_pretrained(weights)
    model = AutoModelForSequenceClassification.from_pretrained(
        weights,
        num_labels=2,
        id2label={0: "negative", 1: "positive"},
        label2id={"negative": 0, "positive": 1},
    ).to(device)
    for parameter in (
        *model.base_model.embeddings.parameters(),
        *model.base_model.encoder.layer[: config.frozen_layers].parameters(),
    ):
        parameter.requires_grad = False
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=config.learning_rate, weight_decay=0.01)
    model.train()
    labels = np.asarray(positive, np.int64)
    steps = max(1, int(config.epochs * len(texts) / config.batch))
    started, read, loss_sum = process_time(), 0, 0.0
    for step, rows in zip(range(steps), _batches(texts, config.batch, rng), strict=False):
        done = max(step / steps, (process_time() - started) / config.seconds)
        if done >= 1:
            break
        rate = config.learning_rate * min(done / config.warm_up if config.warm_up else 1.0, 1.0) * (1 - done)
        for group in optimiser.param_groups:
            group["lr"] = max(rate, config.learning_rate * 0.01)
        inputs = encode(tokenizer, [texts[row] for row in rows], tokens=config.tokens)
        on_device = {key: tensor.to(device) for key, tensor in inputs.items()}
        with in_half(device.type):
            loss = model(**on_device, labels=torch.from_numpy(labels[rows]).to(device)).loss
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        read += len(rows)
        loss_sum += float(loss.detach())
        if step % 25 == 24:
            progress(f"{read:,} reviews read, {done:.0%} of the time or epochs, loss {loss_sum / 25:.3f}")
            loss_sum = 0.0
    model.save_pretrained(out)
    tokenizer.save_pretrained(out)
    return read


def _batches(texts: Sequence[str], size: int, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """Endless batches of row numbers; texts of like length together, so that little is padded."""
    while True:
        order = rng.permutation(len(texts))
        for start in range(0, len(order), size * 32):
            chunk = sorted(order[start : start + size * 32].tolist(), key=lambda row: len(texts[row]))
            for pick in rng.permutation(-(-len(chunk) // size)):
                yield np.array(chunk[pick * size : (pick + 1) * size])
