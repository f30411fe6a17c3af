"""otseula beside other rules engines, on the same rules and cases: `python -m
tests.benchmarks.peers`. How to read what it prints stands in docs/performance.md."""
