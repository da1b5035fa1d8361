# Communiqué in a container:
#   docker build -t communique .
#   docker run --rm -v "$PWD/releases:/in:ro" -v "$PWD/graphs:/out" communique extract /in -o /out
FROM python:3.11-slim

WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY pipeline pipeline
COPY ontology ontology
RUN pip install --no-cache-dir --constraint constraints.txt . \
    && communique doctor \
    && useradd --create-home reader

USER reader
WORKDIR /home/reader
ENTRYPOINT ["communique"]
CMD ["--help"]
