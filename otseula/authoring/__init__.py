"""The domain expert's tools."""
