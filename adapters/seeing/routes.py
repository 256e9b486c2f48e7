"""The addresses at which health and figures are asked for."""

import hmac

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from adapters.seeing.health import Health
from adapters.seeing.metrics import CONTENT_TYPE, Metrics


def seeing_routes(health: Health, metrics: Metrics, token: str | None) -> APIRouter:
    """`/health`, `/health/live`, `/health/ready`, `/metrics`.

    Figures are for whoever shows `token` (Authorization: Bearer …); None: for everybody who gets here.
    """
    router = APIRouter()

    @router.get("/health")
    async def whole() -> JSONResponse:
        return JSONResponse(await health.look())

    @router.get("/health/live")
    async def live() -> dict[str, str]:
        return {"status": "ok"}  # who answers this is alive

    @router.get("/health/ready")
    async def ready() -> JSONResponse:
        found = await health.look()
        return JSONResponse(found, status_code=200 if found["ready"] else 503)

    @router.get("/metrics")
    async def figures(request: Request) -> Response:
        given = request.headers.get("authorization", "")
        if token is not None and not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            return Response(status_code=404)
        return Response(metrics.exposition(), media_type=CONTENT_TYPE)

    return router
