"""Any open_clip model as a model folder: both towers as ONNX, the tokenizer written out, no torch to serve.

Documented choices: ViT-B-32:laion2b_s34b_b79k (best known, 600 MB) and MobileCLIP-S1:datacompdr (smaller,
faster).
"""

import gzip
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from data.errors import BadInput
from recsys.looks.model import ARRAYS, CARD, FACES, FORMAT, IMAGE, TEXT, TOKENIZER

PROBES = ("neon rain at night", "Pastel & symmetrical, like a doll's house!", "naïve café, 1960s", "a")
"""Phrases on which the written tokenizer must agree with open_clip's own."""


def export_open_clip(architecture: str, pretrained: str, out: Path, scale_of: Path) -> Path:
    """Export a model once and return its folder; `pretrained` is a tag or the path of a weights file.

    `scale_of` is the starter's model, which gives the scale of the figures and the face detector: figures
    are measured the same way whatever embeds. Raises BadInput if there is no such model or no such weights.
    """
    if (out / CARD).exists():
        return out
    import open_clip
    import torch

    try:
        model, _, _ = open_clip.create_model_and_transforms(architecture, pretrained=pretrained)
        tokenizer = open_clip.get_tokenizer(architecture)
    except Exception as error:  # open_clip raises RuntimeError, OSError, hub errors and more
        raise BadInput(
            f"The open_clip model {architecture} with the weights {pretrained} cannot be loaded: {error}"
        ) from error
    model.eval()
    picture: Any = open_clip.get_model_preprocess_cfg(model)
    side = picture["size"][0] if isinstance(picture["size"], tuple | list) else picture["size"]
    context = int(tokenizer.context_length)
    with tempfile.TemporaryDirectory(dir=_made(out.parent)) as temporary:
        folder = Path(temporary)
        _export(_tower(model.encode_image), torch.zeros(1, 3, side, side), folder / IMAGE, "pictures")
        _export(_tower(model.encode_text), torch.zeros(1, context, dtype=torch.long), folder / TEXT, "tokens")
        _write_tokenizer(folder / TOKENIZER, context)
        _agree(folder / TOKENIZER, tokenizer, context)
        with torch.inference_mode():
            width = int(model.encode_text(tokenizer(["width"])).shape[1])
        for name in (ARRAYS, FACES):
            shutil.copyfile(scale_of / name, folder / name)
        card = {
            "format": FORMAT,
            "name": f"{architecture}:{Path(pretrained).name}",
            "width": width,
            "side": side,
            "mean": list(picture["mean"]),
            "std": list(picture["std"]),
            "text": "clip",
            "context": context,
        }
        (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8", newline="\n")
        shutil.copytree(folder, out, dirs_exist_ok=True)
    return out


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _tower(encode: Any) -> Any:  # noqa: ANN401 - torch is absent while serving
    import torch

    class Tower(torch.nn.Module):
        """One of the two encoders by itself."""

        def __init__(self) -> None:
            super().__init__()
            self.owner = encode.__self__

        def forward(self, given: torch.Tensor) -> torch.Tensor:
            encoded: torch.Tensor = encode(given)
            return encoded

    return Tower().eval()


def _export(tower: Any, example: Any, path: Path, name: str) -> None:  # noqa: ANN401 - torch's modules
    import torch

    # The fused attention kernels have no ONNX form; the plain path computes the same.
    torch.backends.mha.set_fastpath_enabled(False)
    torch.onnx.export(
        tower,
        (example,),
        str(path),
        input_names=[name],
        output_names=["vectors"],
        dynamic_axes={name: {0: "n"}, "vectors": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )


def _write_tokenizer(path: Path, context: int) -> None:
    """CLIP's byte-pair encoding, built from the merges that open_clip carries, as a tokenizer.json."""
    import open_clip.tokenizer as clip
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    with gzip.open(clip.default_bpe(), "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")[1 : 49152 - 256 - 2 + 1]
    merges = [(first, second) for first, second in (line.split() for line in lines)]
    letters = list(clip.bytes_to_unicode().values())
    words = [*letters, *[letter + "</w>" for letter in letters], *["".join(pair) for pair in merges]]
    words += ["<start_of_text>", "<end_of_text>"]
    vocabulary = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer(
        models.BPE(vocabulary, merges, end_of_word_suffix="</w>", unk_token="<end_of_text>")  # noqa: S106
    )
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    pattern = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(pattern), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    start, end = vocabulary["<start_of_text>"], vocabulary["<end_of_text>"]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<start_of_text> $A <end_of_text>",
        special_tokens=[("<start_of_text>", start), ("<end_of_text>", end)],
    )
    tokenizer.enable_truncation(context)
    tokenizer.enable_padding(length=context, pad_id=0, pad_token=letters[0])
    tokenizer.save(str(path))


def _agree(path: Path, own: Any, context: int) -> None:  # noqa: ANN401 - open_clip publishes no types
    """Hold the written tokenizer against open_clip's.

    Raises BadInput where they differ (SigLIP's, for one).
    """
    from tokenizers import Tokenizer

    written = Tokenizer.from_file(str(path))
    for phrase in PROBES:
        if written.encode(phrase).ids != own([phrase])[0].tolist()[:context]:
            raise BadInput(
                "This model reads phrases with another tokenizer than CLIP's; choose ViT-B-32 or MobileCLIP."
            )
