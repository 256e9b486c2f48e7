"""Opens models in ONNX form for the processor, the same way for every part that serves one."""

from pathlib import Path
from typing import Any

from data.errors import StarterPackError

_THREADS = 2


def open_onnx(path: Path) -> Any:  # noqa: ANN401 - onnxruntime publishes no types
    """An inference session. Raises StarterPackError if the file is missing or damaged."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    # Threads that spin while they wait make single short calls five times slower on a busy machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False  # else the largest batch ever seen stays allocated
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises a dozen unrelated types
        raise StarterPackError(f"The model file {path.name} is missing or damaged.") from error
