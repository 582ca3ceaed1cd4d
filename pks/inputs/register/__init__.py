"""Registers that offices keep in a spreadsheet: what their columns and cells mean; a proposal, never a fact."""
