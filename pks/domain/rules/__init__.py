"""Every gate and finding, as tables."""
