"""One module for each kind that can be judged; `judge` picks among them."""
