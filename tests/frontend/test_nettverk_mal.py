"""The measures of Nettverksverkstedet, read off the page itself, against NetworkX on two hundred networks of ten kinds.

Each network goes in as a saved file and comes out as the tables a reader sees, with the full numbers behind them. What is
compared follows the definitions the page states: no weights and no direction in ways and centrality, weights in strength
and clusters, pairs without a way left out of the mean.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
import pytest

pytestmark = pytest.mark.nettleser

VEKT = {"daglig": 20, "ukentlig": 4, "manedlig": 1, "sjelden": 0.25}
OFTE = list(VEKT)
PAGE = "/verktoy/nettverksverksted/"

_OPEN = """async (files) => {
  const seen = [];
  for (const text of files) {
    const before = document.querySelector('#nv-scene');
    document.querySelector('.vk-steg button').click();
    const input = document.querySelector('#nv-apne');
    const data = new DataTransfer();
    data.items.add(new File([text], 'nett.json', {type: 'application/json'}));
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
    for (;;) {
      await new Promise((done) => requestAnimationFrame(done));
      const stage = document.querySelector('#nv-scene');
      if (stage && stage !== before && stage.dataset.ferdig) break;
    }
    const table = (name) => [...document.querySelectorAll('.nv-tabell')]
      .find((t) => t.querySelector('caption').textContent === name);
    const rows = (name) => [...table(name).querySelectorAll('tbody tr')].map((tr) => [...tr.cells]
      .map((c) => c.dataset.tall === undefined ? c.textContent : Number(c.dataset.tall)));
    seen.push({hele: Object.fromEntries(rows('Tallene for hele nettverket')), hver: rows('Person for person')});
  }
  return seen;
}"""

Par = tuple[int, int]


def _rows_of(n: int, pairs: list[Par], draw: random.Random, *, begge: float = 1, vekter: bool = True) -> dict[str, Any]:
    """A saved file: each pair said by the first, and by the second with the chance `begge`."""
    codes = [f"P{i}" for i in range(n)]
    said = []
    for a, b in pairs:
        said.append((a, b))
        if draw.random() < begge:
            said.append((b, a))
    contacts = [
        {"fra": codes[a], "til": codes[b], "ofte": draw.choice(OFTE) if vekter else "ukentlig"} for a, b in said
    ]
    round_ = {"id": "r", "navn": "R", "spurt": codes, "svart": codes, "kontakter": contacts}
    people = [{"id": code, "funksjoner": []} for code in codes]
    head = {"format": "nettverksverksted", "versjon": 1, "tittel": "Prøve", "funksjoner": []}
    return {**head, "personer": people, "runder": [round_]}


def _random_pairs(nodes: list[int], chance: float, draw: random.Random) -> list[Par]:
    return [(a, b) for i, a in enumerate(nodes) for b in nodes[i + 1 :] if draw.random() < chance]


def _two_clusters(n: int, draw: random.Random) -> list[Par]:
    half = n // 2
    inside = _random_pairs(list(range(half)), 0.6, draw) + _random_pairs(list(range(half, n)), 0.6, draw)
    return [*inside, (0, half), (draw.randrange(half), draw.randrange(half, n))]


KINDS: dict[str, Callable[[random.Random], dict[str, Any]]] = {
    "uten kontakt": lambda d: _rows_of(d.randint(2, 20), [], d),
    "én person": lambda d: _rows_of(1, [], d),
    "delt": lambda d: _rows_of(
        24,
        _random_pairs(list(range(10)), 0.3, d) + _random_pairs(list(range(10, 20)), 0.3, d),
        d,
    ),
    "rettet": lambda d: _rows_of(20, _random_pairs(list(range(20)), 0.25, d), d, begge=0.4, vekter=False),
    "vektet": lambda d: _rows_of(22, _random_pairs(list(range(22)), 0.2, d), d),
    "stjerne": lambda d: _rows_of(n := d.randint(4, 30), [(0, i) for i in range(1, n)], d),
    "kjede": lambda d: _rows_of(n := d.randint(4, 30), [(i, i + 1) for i in range(n - 1)], d),
    "to klynger": lambda d: _rows_of(24, _two_clusters(24, d), d),
    "tilfeldig": lambda d: _rows_of(n := d.randint(5, 60), _random_pairs(list(range(n)), 0.15, d), d),
    "som en kommune": lambda d: _rows_of(n := d.randint(27, 43), _random_pairs(list(range(n)), 0.18, d), d, begge=0.7),
}
EACH = 20


def networks() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, make in KINDS.items():
        for seed in range(EACH):
            project = make(random.Random(f"{kind} {seed}"))
            contacts = project["runder"][0]["kontakter"]
            project["runder"][0]["kontakter"] = list({(c["fra"], c["til"]): c for c in contacts}.values())
            yield f"{kind} {seed}", project


def graphs_of(project: dict[str, Any]) -> tuple[nx.Graph, nx.DiGraph]:
    """The same network in NetworkX: one line a pair, with the weight of the most often that either says."""
    undirected, directed = nx.Graph(), nx.DiGraph()
    for graph in (undirected, directed):
        graph.add_nodes_from(person["id"] for person in project["personer"])
    for contact in project["runder"][0]["kontakter"]:
        a, b, weight = contact["fra"], contact["til"], VEKT[contact["ofte"]]
        directed.add_edge(a, b)
        if not undirected.has_edge(a, b) or undirected[a][b]["weight"] < weight:
            undirected.add_edge(a, b, weight=weight)
    return undirected, directed


def expected(graph: nx.Graph, directed: nx.DiGraph) -> dict[str, float | None]:
    """The table of the whole network by NetworkX."""
    n = graph.number_of_nodes()
    ways = [d for a, row in nx.all_pairs_shortest_path_length(graph) for b, d in row.items() if a < b]
    parts = [graph.subgraph(part) for part in nx.connected_components(graph)]
    degrees = [d for _, d in graph.degree()]
    closeness = nx.closeness_centrality(graph)
    cut = set(nx.articulation_points(graph))
    diameter = max(nx.diameter(part) for part in parts)
    large = n >= 4
    return {
        "Størrelse": n,
        "Par med kontakt": graph.number_of_edges(),
        "Tetthet": nx.density(graph) if n > 1 else None,
        "Deler": len(parts),
        "Uten kontakt": len(list(nx.isolates(graph))),
        "Avstand i snitt": sum(ways) / len(ways) if ways else None,
        "Par uten vei": n * (n - 1) / 2 - len(ways),
        "Diameter": diameter,
        "Kontakter i snitt": sum(degrees) / n,
        "Høyeste brobyggertall": max(nx.betweenness_centrality(graph).values()),
        "Nærhet i snitt": sum(closeness.values()) / n,
        "Gjensidighet": nx.overall_reciprocity(directed) if directed.number_of_edges() else None,
        "Likhet med stjerne": sum(max(degrees) - d for d in degrees) / ((n - 1) * (n - 2)) if large else None,
        "Likhet med sirkel": sum(d == 2 and v not in cut for v, d in graph.degree()) / n if large else None,
        "Likhet med kjede": diameter / (n - 1) if large else None,
    }


def best_modularity(graph: nx.Graph) -> float:
    """The best that NetworkX finds in ten tries and by a second method."""
    tries = [nx.community.louvain_communities(graph, weight="weight", seed=seed) for seed in range(10)]
    tries.append(nx.community.greedy_modularity_communities(graph, weight="weight"))
    return max(nx.community.modularity(graph, found, weight="weight") for found in tries)


def near(got: object, wanted: float | None) -> bool:
    if wanted is None:
        return not isinstance(got, int | float)
    return isinstance(got, int | float) and abs(got - wanted) <= 1e-9 * max(1, abs(wanted))


def faults_of(project: dict[str, Any], seen: dict[str, Any]) -> Iterator[str]:
    graph, directed = graphs_of(project)
    for name, wanted in expected(graph, directed).items():
        if not near(seen["hele"][name], wanted):
            yield f"{name}: {seen['hele'][name]}, NetworkX {wanted}"
    between, closeness = nx.betweenness_centrality(graph), nx.closeness_centrality(graph)
    cut = set(nx.articulation_points(graph))
    communities: dict[object, set[str]] = {}
    for code, _, degree, strength, out, in_, middle, close, cluster, notes in seen["hver"]:
        wanted = (
            *(graph.degree(code), graph.degree(code, weight="weight"), directed.out_degree(code)),
            *(directed.in_degree(code), between[code], closeness[code]),
        )
        got = (degree, strength, out, in_, middle, close)
        if not all(map(near, got, wanted)):
            yield f"{code}: {got}, NetworkX {wanted}"
        if ("eneste vei" in notes) != (code in cut):
            yield f"{code}: «{notes}», men NetworkX har {sorted(cut)} som eneste vei"
        communities.setdefault(cluster or code, set()).add(code)
    if graph.number_of_edges():
        own = nx.community.modularity(graph, communities.values(), weight="weight")
        if not near(seen["hele"]["Modularitet"], own):
            yield f"modularitet: {seen['hele']['Modularitet']}, NetworkX {own} for de samme klyngene"
        best = best_modularity(graph)
        if own < best - 0.01 * abs(best):
            yield f"klynger: {own}, beste er {best}"


def test_two_hundred_networks_have_the_measures_networkx_finds(side):
    page = side.ga(PAGE)
    page.click("#nv-eksempel")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    page.focus("#nv-glider")
    page.keyboard.press("End")
    named = list(networks())
    assert len(named) == 200
    seen = page.evaluate(_OPEN, [json.dumps(project) for _, project in named])
    found = [f"{name}: {one}" for (name, project), read in zip(named, seen, strict=True) for one in faults_of(project, read)]
    assert not found, "\n".join(found[:40])
