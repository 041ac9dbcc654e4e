"""What stands between a request and the core: bodies read and checked, refusals, answers; below `api` and `pages`."""
