"""What runs when the site is built: directives in pages become HTML, and the browser's Python is bundled."""
