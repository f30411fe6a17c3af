"""What `otseula check --fix` does: mends findings in place, where that is safe."""
