"""Settings: read once from the environment (and `.env`), checked by type, then handed down as an object."""

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import AliasChoices, Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import BadInput
from memory.store import PoolLimits

DEFAULT_OLLAMA = "http://127.0.0.1:11434"


class Settings(BaseSettings):
    """Everything that can be set from outside. Each field is `CINE_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="CINE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    home: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("cineaesthete", appauthor=False)),
        description="Folder of everything that is kept: the database, secrets, logs.",
    )
    database_url: str | None = Field(
        None,
        description="Address of the database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME; "
        "by default an SQLite file in the data folder.",
    )
    database_connections: int = Field(
        10,
        ge=1,
        description="Connections to PostgreSQL that one process may hold, besides two for checkpoints.",
    )
    database_statement_s: float = Field(
        15.0, gt=0, description="Seconds that one statement on PostgreSQL may take."
    )
    starter: Path | None = Field(None, description="Starter pack to use instead of the one that is shipped.")
    model: str = Field(
        "auto",
        min_length=1,
        description='Language model by its Ollama name; "auto" takes the first there is, "none" takes none.',
    )
    ollama_host: str = Field(
        DEFAULT_OLLAMA,
        validation_alias=AliasChoices("CINE_OLLAMA_HOST", "OLLAMA_HOST"),
        description="Where Ollama listens, several hosts of one model with commas between; OLLAMA_HOST is "
        "understood as well.",
    )
    model_at_once: int = Field(
        1,
        ge=1,
        description="Questions that each host answers at once, its OLLAMA_NUM_PARALLEL; others wait.",
    )
    model_first_token_s: float = Field(
        45.0,
        gt=0,
        description="Seconds the model may take until the first token of its decision or answer.",
    )
    turn_limit_s: float = Field(90.0, gt=0, description="Seconds one turn may take in all.")
    web_host: str = Field("127.0.0.1", description="Address on which the web chat listens.")
    web_port: int = Field(8000, ge=0, le=65535, description="Port on which the web chat listens.")
    web_accounts: Literal["off", "invited", "open"] = Field(
        "off",
        description="Signing in to the web chat: not at all, by accounts that you make, or for everybody.",
    )
    web_guests: bool = Field(
        True, description="Whether one may talk in the web chat without signing in, where one can sign in."
    )
    web_secret: SecretStr | None = Field(
        None,
        min_length=32,
        description="Secret that signs web sessions, for several processes; else one is made in CINE_HOME.",
    )
    web_secret_before: SecretStr | None = Field(
        None, description="The secret before it: sessions that it signed hold, and are signed anew."
    )
    tmdb_key: SecretStr | None = Field(
        None, description="API key of TMDb, to fetch pictures, films, reviews."
    )
    discord_token: SecretStr | None = Field(None, description="Token of your Discord bot.")
    discord_message_content: bool = Field(
        False,
        description="Whether your Discord bot was granted the message-content intent: then it answers every "
        "message in threads that it opened; without it, those that mention it or reply to it.",
    )
    discord_api: str = Field(
        "https://discord.com/api/v10",
        description="Discord's REST API; another where you run a proxy for it yourself.",
    )
    telegram_token: SecretStr | None = Field(None, description="Token of your Telegram bot.")
    telegram_webhook: HttpUrl | None = Field(
        None,
        description="Address at which Telegram reaches us, to push updates; without it they are polled.",
    )
    telegram_secret: SecretStr | None = Field(
        None,
        description="Secret that Telegram shows with each pushed update: 1 to 256 of A-Z, a-z, 0-9, _ and -.",
    )
    telegram_host: str = Field("127.0.0.1", description="Address on which pushed updates are taken.")
    telegram_port: int = Field(8001, ge=0, le=65535, description="Port on which pushed updates are taken.")
    telegram_api: str = Field(
        "https://api.telegram.org",
        description="Bot API server; another than Telegram's own where you run one yourself.",
    )
    drain_s: float = Field(
        30.0, gt=0, description="Seconds that turns under way may take to finish when the program is stopped."
    )
    prune_days: int | None = Field(
        None,
        ge=1,
        description="Days without a word after which a conversation is erased, each night; by default never.",
    )
    models_check_s: float = Field(
        30.0,
        gt=0,
        description="Seconds between two looks whether newly trained models are to be taken into use.",
    )
    redis_url: SecretStr | None = Field(
        None, description="Redis in which all processes count together, redis://HOST:PORT/0; else each alone."
    )
    person_turns: int = Field(
        30, ge=0, description="Turns a minute that one person may ask for; 0 for no limit."
    )
    room_turns: int = Field(600, ge=0, description="Turns a minute in one server or group; 0 for no limit.")
    address_turns: int = Field(
        120, ge=0, description="Turns a minute from one address to the web chat; 0 for no limit."
    )
    guest_turns: int = Field(
        10,
        ge=0,
        description="Turns a minute of a guest of the web chat, where one can sign in; 0: as everybody.",
    )
    turns_at_once: int = Field(
        500, ge=1, description="Turns that one process has under way at most; others are told to come back."
    )
    watch_host: str = Field("127.0.0.1", description="Address of CINE_WATCH_PORT.")
    watch_port: int | None = Field(
        None,
        ge=0,
        le=65535,
        description="Port at which health and figures are answered, beside the web chat's; by default none.",
    )
    metrics_token: SecretStr | None = Field(
        None,
        description="Token for the figures at the web chat's /metrics; without it they are not shown there.",
    )
    sentry_dsn: SecretStr | None = Field(
        None,
        description="Address of a Sentry project to which faults are reported; needs cineaesthete[sentry].",
    )
    otel_endpoint: HttpUrl | None = Field(
        None,
        validation_alias=AliasChoices("CINE_OTEL_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"),
        description="Where traces are sent (OTLP over HTTP); OTEL_EXPORTER_OTLP_ENDPOINT is understood too.",
    )
    log_format: Literal["text", "json"] = Field("text", description="Logs as lines, or as JSON.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "WARNING", description="How much is logged to standard error. Message text is never logged at INFO."
    )

    @field_validator("home", "starter", mode="after")
    @classmethod
    def _expand(cls, path: Path | None) -> Path | None:
        return path.expanduser() if path else path

    @field_validator("ollama_host", mode="after")
    @classmethod
    def _as_urls(cls, hosts: str) -> str:
        return ",".join(_as_url(host.strip()) for host in hosts.split(","))

    @property
    def ollama_hosts(self) -> tuple[str, ...]:
        """The URL of each host."""
        return tuple(dict.fromkeys(self.ollama_host.split(",")))

    @property
    def database(self) -> str:
        """The database's URL, the default filled in."""
        return self.database_url or f"sqlite+aiosqlite:///{self.home / 'cineaesthete.db'}"

    @property
    def experiments(self) -> Path:
        """The file in which trials of settings are defined; there need be none."""
        return self.home / "experiments.toml"

    @property
    def pool(self) -> PoolLimits:
        """How much of a database server one process takes."""
        return PoolLimits(connections=self.database_connections, statement_s=self.database_statement_s)

    @property
    def tmdb(self) -> str | None:
        """The key of TMDb in the clear, None where there is none."""
        return self.tmdb_key.get_secret_value() if self.tmdb_key else None


def load_settings(**overrides: object) -> Settings:
    """Read the settings; `overrides` (given on the command line) win where they are not None.

    Raises BadInput naming the variable and what it should be.
    """
    try:
        return Settings().model_copy(update={key: v for key, v in overrides.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        name = name if name.startswith(("CINE_", "OLLAMA_", "OTEL_")) else f"CINE_{name}"
        raise BadInput(f"The setting {name} is wrong: {first['msg']}.") from None


def _as_url(host: str) -> str:
    """Accept what Ollama itself accepts: "host", "host:port", ":port" or a URL."""
    scheme, _, rest = host.rpartition("://")
    rest = rest.rstrip("/")
    name, _, port = rest.partition(":")
    # 0.0.0.0 is where a server listens; a client reaches it on the loopback address.
    name = "127.0.0.1" if name in ("", "0.0.0.0") else name  # noqa: S104
    default_port = {"https": "443", "http": "80"}.get(scheme, "11434")
    return f"{scheme or 'http'}://{name}:{port or default_port}"
