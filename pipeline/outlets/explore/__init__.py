"""The explorer: graphs as one page to read, in which every fact leads to its sentence."""

from __future__ import annotations

from pipeline.outlets.explore.page import endpoint_page, page

__all__ = ["endpoint_page", "page"]
