"""What builds the site, and what runs in the reader's browser. No rule lives here."""
