"""LightGCN over viewers, films, people, genres and keywords, trained with torch-geometric.

He et al., "LightGCN: Simplifying and Powering Graph Convolution Network for Recommendation", 2020. Nodes
hand their vectors to their neighbours, weighted by both degrees, and nothing else; a node's final vector is
the mean over the layers. Departures from the paper: the loss is a softmax over all films in place of sampled
pairs; part of the ratings is left out of the graph at each step, so that the network predicts what it does
not see; and a viewer has no vector of their own, only what their films hand them. So a viewer of this minute
counts like one trained on, and the trained network is two vectors a film, which serve without torch.
"""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.sparse as sp
import torch
from pydantic import BaseModel, ConfigDict, Field
from torch_geometric.nn import LGConv, LightGCN

from recsys.graph_filter import GraphFilter


class GraphNetworkConfig(BaseModel):
    """How the network is trained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dims: int = Field(64, ge=1)
    layers: int = Field(1, ge=1)
    steps: int = Field(240, ge=1)
    """At most; each sees every rating."""
    check: int = Field(10, ge=1)
    """Steps between two looks at the validation ratings."""
    patience: int = Field(3, ge=1)
    """Training ends after so many looks without gain."""
    rate: float = Field(0.1, gt=0)
    """Learning rate of Adam."""
    dropout: float = Field(0.5, ge=0, lt=1)
    """Share of the ratings left out of the graph at each step."""
    facts: float = Field(0.3, ge=0)
    """Weight of facts (people, genres, keywords) beside ratings; 0 leaves them out."""


def train_graph_network(
    ratings: sp.csr_array,
    facts: sp.csr_array,
    config: GraphNetworkConfig,
    *,
    seed: int,
    quality: Callable[[GraphFilter], float],
    progress: Callable[[str], None],
) -> GraphFilter:
    """The network at its best by `quality`, larger is better, which should look at held-out ratings alone.

    `ratings` (users, films) of positive grades; `facts` (nodes, films) of weights. Runs on a GPU where
    there is one. `progress` is told each look.
    """
    torch.manual_seed(seed)
    graph = _Graph(ratings, facts, config, "cuda" if torch.cuda.is_available() else "cpu")
    model = LightGCN(graph.n_nodes, config.dims, config.layers).to(graph.device)
    model.convs = torch.nn.ModuleList([_SymmetricConv(normalize=False) for _ in range(config.layers)])
    own = torch.ones(graph.n_nodes, 1, device=graph.device)
    own[: graph.n_users] = 0
    with torch.no_grad():
        torch.nn.init.normal_(model.embedding.weight, std=0.1)
        model.embedding.weight *= own
    model.embedding.weight.register_hook(lambda slope: slope * own)
    optimiser = torch.optim.Adam(model.parameters(), lr=config.rate)
    best, best_quality, since = _exported(model, graph), -np.inf, 0
    for step in range(1, config.steps + 1):
        optimiser.zero_grad()
        vectors = model.get_embedding(graph.thinned(config.dropout))
        loss = graph.loss(vectors[: graph.n_users], vectors[graph.n_users : graph.n_users + graph.n_films])
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        if step % config.check and step != config.steps:
            continue
        candidate = _exported(model, graph)
        found = quality(candidate)
        progress(f"graph network: step {step}, loss {loss.item():.3f}, on validation {found:.4f}")
        if found > best_quality:
            best, best_quality, since = candidate, found, 0
        else:
            since += 1
        if since >= config.patience:
            break
    return best


class _SymmetricProduct(torch.autograd.Function):
    """A @ x for a symmetric sparse A, whose slope is A @ slope: no transposing, several times as fast."""

    @staticmethod
    def forward(ctx: Any, matrix: torch.Tensor, x: torch.Tensor) -> torch.Tensor:  # noqa: ANN401 - torch's
        ctx.matrix = matrix
        return matrix @ x

    @staticmethod
    def backward(ctx: Any, slope: torch.Tensor) -> tuple[None, torch.Tensor]:  # noqa: ANN401 - torch's
        return None, ctx.matrix @ slope


class _SymmetricConv(LGConv):  # type: ignore[misc]
    def message_and_aggregate(self, edge_index: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        product: torch.Tensor = _SymmetricProduct.apply(edge_index, x)
        return product


class _Graph:
    """Viewers, films and facts, in this order, as one symmetric matrix divided by degrees."""

    def __init__(
        self, ratings: sp.csr_array, facts: sp.csr_array, config: GraphNetworkConfig, device: str
    ) -> None:
        self.device = device
        self.n_users, self.n_films = ratings.shape
        known = config.facts * facts
        blocks: Any = [[None, ratings, None], [ratings.T, None, known.T], [None, known, None]]
        joined = sp.block_array(blocks, format="csr").astype(np.float32)
        joined.eliminate_zeros()
        joined.sort_indices()
        self.n_nodes = joined.shape[0]
        degrees = np.maximum(np.asarray(joined.sum(axis=1)), 1e-9)
        scale = degrees**-0.5
        rows = np.repeat(np.arange(self.n_nodes), np.diff(joined.indptr))
        self.film_scale = scale[self.n_users : self.n_users + self.n_films]
        self.values = torch.from_numpy(joined.data * scale[rows] * scale[joined.indices]).float().to(device)
        self.indptr = torch.from_numpy(joined.indptr.astype(np.int64)).to(device)
        self.indices = torch.from_numpy(joined.indices.astype(np.int64)).to(device)
        # Each rating stands in the matrix twice; both places share one number, by which it is left out.
        low, high = np.minimum(rows, joined.indices), np.maximum(rows, joined.indices)
        _, number = np.unique(low.astype(np.int64) * self.n_nodes + high, return_inverse=True)
        self.number = torch.from_numpy(number).to(device)
        self.is_rating = torch.from_numpy(low < self.n_users).to(device)
        own = ratings.tocoo()
        self.users = torch.from_numpy(own.row.astype(np.int64)).to(device)
        self.films = torch.from_numpy(own.col.astype(np.int64)).to(device)
        self.wanted = torch.from_numpy(own.data / own.data.sum()).float().to(device)
        self.per_user = torch.zeros(self.n_users, device=device).index_add_(0, self.users, self.wanted)

    def thinned(self, dropout: float) -> torch.Tensor:
        """The graph without a share of its ratings; the others count for more in return."""
        kept = (torch.rand(len(self.values) // 2, device=self.device) >= dropout)[self.number]
        values = torch.where(self.is_rating, self.values * kept / (1 - dropout), self.values)
        return self._matrix(values)

    def whole(self) -> torch.Tensor:
        return self._matrix(self.values)

    def _matrix(self, values: torch.Tensor) -> torch.Tensor:
        shape = (self.n_nodes, self.n_nodes)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Sparse CSR tensor support is in beta")
            return torch.sparse_csr_tensor(self.indptr, self.indices, values, shape, check_invariants=False)

    def loss(self, users: torch.Tensor, films: torch.Tensor) -> torch.Tensor:
        """Mean cross-entropy of each viewer's ratings, by grade, under a softmax over all films."""
        logits = users @ films.T
        wanted = (self.wanted * logits[self.users, self.films]).sum()
        return (self.per_user * torch.logsumexp(logits, dim=1)).sum() - wanted


def _exported(model: LightGCN, graph: _Graph) -> GraphFilter:
    """What a film hands to a viewer, and what the viewer's vector is compared with."""
    films = slice(graph.n_users, graph.n_users + graph.n_films)
    matrix = graph.whole()
    with torch.no_grad():
        layer = model.embedding.weight
        inward = torch.zeros_like(layer[films])
        outward = model.alpha[0] * layer[films]
        for conv, share in zip(model.convs, model.alpha[1:], strict=True):
            inward += share * layer[films]
            layer = conv(layer, matrix)
            outward += share * layer[films]
    scaled = inward.cpu().numpy() * graph.film_scale[:, None]
    return GraphFilter(np.asarray(scaled, np.float32), np.asarray(outward.cpu().numpy(), np.float32))
