"""Front end in plain lines."""
