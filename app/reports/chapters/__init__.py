"""The chapters of reports: each makes blocks of the document model from model objects."""
