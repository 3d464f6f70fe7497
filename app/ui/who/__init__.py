"""Who: people, organisations and committees, and which groups nobody stands for."""
