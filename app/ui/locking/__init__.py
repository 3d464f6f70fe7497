"""Taking everything off the screen: by one key from anywhere, after a while without a hand, and when the computer sleeps."""
