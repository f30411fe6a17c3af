"""What conditions mean, exactly: the ground of the lints OTS820 to OTS829."""
