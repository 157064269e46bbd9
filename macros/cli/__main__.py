"""`python -m macros.cli`: how kb.py starts a command."""

import sys

from macros.cli import main

sys.exit(main())
