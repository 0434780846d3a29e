"""Pipelines that check, build and publish a workspace without anyone's hand."""
