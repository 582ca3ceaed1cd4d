"""Agreements in, a neutral table out; pure."""
