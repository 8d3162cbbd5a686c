"""Measurements that are no tests: speed of the gates, and the pipeline beside its peers."""
