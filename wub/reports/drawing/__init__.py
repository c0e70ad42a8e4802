"""Where the parts of a chart lie: plain geometry, no words and no web. Drawn by templates/components."""
