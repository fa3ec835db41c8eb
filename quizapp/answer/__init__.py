"""Is it right? A question and a response become a verdict."""
