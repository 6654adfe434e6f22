"""How fast Bote is, each figure as a ratio against a baseline measured in the same run."""
