"""What lies in deploy/ is valid, and asks for settings that there are."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from compose_spec import PyCompose

from adapters.settings import Settings

DEPLOY = Path(__file__).parent.parent / "deploy"
MANIFESTS = [
    (file.name, document)
    for file in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    for document in yaml.safe_load_all(file.read_text())
]
PODS = [document["spec"]["template"] for _, document in MANIFESTS if document["kind"] == "Deployment"]
SETTINGS = {f"CINE_{name.upper()}" for name in Settings.model_fields}


def test_the_dockerfile() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    assert any(line.startswith("USER 10001") for line in lines)
    assert any(line.startswith("HEALTHCHECK") for line in lines)
    copied = {line.split()[1] for line in lines if line.startswith("COPY ") and "--from" not in line}
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text()
    for name in copied:
        assert (DEPLOY.parent / name).exists()
        assert f"!{name}" in ignored


@pytest.mark.parametrize("number", range(len(MANIFESTS)), ids=[f"{n}-{d['kind']}" for n, d in MANIFESTS])
def test_a_manifest(number: int) -> None:
    kubernetes_validate.validate(MANIFESTS[number][1], "1.30", strict=True)


@pytest.mark.parametrize("pod", PODS, ids=[pod["spec"]["containers"][0]["name"] for pod in PODS])
def test_a_pod(pod: dict[str, Any]) -> None:
    (container,) = pod["spec"]["containers"]
    assert {"startupProbe", "livenessProbe", "readinessProbe"} <= container.keys()
    assert {"requests", "limits"} <= container["resources"].keys()
    assert pod["spec"]["securityContext"]["runAsNonRoot"]
    assert container["securityContext"]["readOnlyRootFilesystem"]
    assert {one["name"] for one in container["env"]} <= SETTINGS
    ports = {port["name"] for port in container["ports"]}
    assert {
        container[f"{kind}Probe"]["httpGet"]["port"] for kind in ("startup", "liveness", "readiness")
    } <= ports


def test_the_settings_and_budget_of_the_cluster() -> None:
    kinds = {document["kind"]: document for _, document in MANIFESTS}
    assert set(kinds["ConfigMap"]["data"]) <= SETTINGS
    assert set(kinds["Secret"]["stringData"]) - {"web-secret"} <= SETTINGS
    budget = kinds["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"]
    assert budget in [pod["metadata"]["labels"] for pod in PODS]


def test_the_compose_file() -> None:
    file = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    PyCompose.from_yaml(yaml.safe_dump(file)).validate()
    assert {"web", "bots", "postgres", "redis", "ollama"} == file["services"].keys()
    for name, service in file["services"].items():
        asked = {key for key in service.get("environment", {}) if key.startswith("CINE_")}
        assert asked <= SETTINGS, name
        image = service["image"]
        assert "build" in service or ":" in image, f"{name} names no version of {image}"
