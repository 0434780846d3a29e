"""Tests of the sites above the KIM."""
