"""What a condition means, and the engines that evaluate it."""
