"""Front end in Textual."""
