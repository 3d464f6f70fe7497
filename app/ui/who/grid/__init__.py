"""The grid: partners placed by interest and influence."""
