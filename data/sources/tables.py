"""Reading the source tables, with one clear sentence where that is not possible."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.errors import BadInput

if TYPE_CHECKING:
    import pandas as pd


def read_table(source: Path, name: str, columns: list[str] | None = None, **options: Any) -> "pd.DataFrame":  # noqa: ANN401
    """Read `source`/`name`, a .parquet or .csv file, only these columns.

    Raises BadInput if the train extra is not installed, or the file is missing, or cannot be read.
    """
    try:
        import pandas as pd
        import pyarrow as pa
    except ImportError as error:
        raise BadInput(
            "Building the starter pack needs the train extra: run `pip install 'cineaesthete[train]'`."
        ) from error
    path = source / name
    if not path.is_file():
        raise BadInput(f"There is no {path}. Give the folder of the source data with --source.")
    try:
        if path.suffix == ".parquet":
            return pd.read_parquet(path, columns=columns)
        return pd.read_csv(path, usecols=columns, **options)
    except (ValueError, OSError, pa.ArrowException) as error:
        raise BadInput(f"{path} cannot be read: {str(error).splitlines()[0]}") from error
