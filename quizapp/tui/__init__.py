"""Front end in Textual."""

import os

# Whatever a key changes is drawn at the next tick of Textual's clock; twice as many ticks halve the wait.
os.environ.setdefault("TEXTUAL_FPS", "120")
