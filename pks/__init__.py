"""`pks` keeps regional cooperation agreements, one YAML file each, from first draft to renewal."""

__version__ = "0.1.0"
