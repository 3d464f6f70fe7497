"""Long runs that look for what ordinary tests cannot: thousands of kills, failing disks and made-up files (`dev.py soak`)."""
