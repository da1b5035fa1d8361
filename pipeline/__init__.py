"""Communiqué: government releases in, a knowledge graph out, every fact with its words."""

__version__ = "0.1.0"
