"""Tests of app/ui/frame."""
