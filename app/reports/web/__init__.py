"""A document as one web page that needs nothing else: no script, no picture or typeface from elsewhere."""
