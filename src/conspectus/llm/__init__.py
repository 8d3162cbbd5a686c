"""The edge where models are asked: the only importer of the model libraries."""
