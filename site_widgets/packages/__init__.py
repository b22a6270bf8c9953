"""Packages for learning systems, made from the same data and the same scripts as the pages of the site.

    make packages

`scorm.py` and `manifest.py` make SCORM packages, `moodle.py` and `qti.py` write the question bank for other systems.
"""
