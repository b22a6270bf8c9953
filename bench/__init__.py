"""What the site costs its readers, measured. bench/README.md has the figures and what they mean."""
