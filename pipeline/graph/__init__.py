"""The graph wing: facts to RDF, RDF to bytes, and questions and checks over what was written.

Each stage is a module: :mod:`~pipeline.graph.build`, :mod:`~pipeline.graph.write`,
:mod:`~pipeline.graph.query` and :mod:`~pipeline.graph.validate`.
"""
