import json
from pathlib import Path

import numpy as np
import pytest

from data.errors import BadInput
from data.pack import DEFAULT_FOLDER
from recsys.looks.model import LookModel
from tests.recsys.looks import pictures

SCALE = DEFAULT_FOLDER / "looks" / "model"
TINY = {
    "embed_dim": 24,
    "vision_cfg": {"image_size": 32, "layers": 1, "width": 64, "patch_size": 8},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 64, "heads": 2, "layers": 1},
}

pytestmark = [
    pytest.mark.skipif(not SCALE.exists(), reason="the starter pack has no look model"),
    pytest.mark.filterwarnings("ignore"),  # torch's exporter and open_clip warn of themselves
]


def test_an_open_clip_model_is_served_without_torch_as_it_was(tmp_path: Path) -> None:
    open_clip = pytest.importorskip("open_clip")
    torch = pytest.importorskip("torch")
    from recsys.looks.training.open_clip_model import PROBES, export_open_clip

    (tmp_path / "tiny-for-tests.json").write_text(json.dumps(TINY))
    open_clip.add_model_config(tmp_path)
    torch.manual_seed(0)
    own = open_clip.create_model("tiny-for-tests").eval()
    weights = tmp_path / "weights.pt"
    torch.save(own.state_dict(), weights)

    folder = export_open_clip("tiny-for-tests", str(weights), tmp_path / "model", SCALE)
    served = LookModel.load(folder)
    tokens = open_clip.get_tokenizer("tiny-for-tests")(list(PROBES))
    with torch.inference_mode():
        expected = own.encode_text(tokens, normalize=True).numpy()
    assert served.read(PROBES) == pytest.approx(expected, abs=1e-4)

    picture = pictures.noise(size=(32, 32))
    mean, std = (np.array(part, np.float32) for part in (own.visual.image_mean, own.visual.image_std))
    planes = torch.from_numpy(((picture / 255 - mean) / std).transpose(2, 0, 1)[None].astype(np.float32))
    with torch.inference_mode():
        seen = own.encode_image(planes, normalize=True).numpy()
    assert served.look_at([picture]).vectors == pytest.approx(seen, abs=1e-4)
    assert export_open_clip("tiny-for-tests", "elsewhere", folder, SCALE) == folder  # kept, not made again

    with pytest.raises(BadInput, match="cannot be loaded"):
        export_open_clip("no-such-model", str(weights), tmp_path / "other", SCALE)
