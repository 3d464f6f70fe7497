"""What packs Groundwork into a folder that runs without Python, and what makes installers of that."""
