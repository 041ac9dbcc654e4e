"""The manual of the API: what its pages say, read off the OpenAPI document and the catalogue."""
