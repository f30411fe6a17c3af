"""`python -m tests.benchmarks.peers`"""

import sys

from tests.benchmarks.peers.run import main

if __name__ == "__main__":
    sys.exit(main())
