"""What the program hands out: a document model made from model objects, set in type and written as PDF."""
