"""Outlets: a graph to people and programs. They ask the graph wing and know no other."""
