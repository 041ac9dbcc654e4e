"""The pages: Jinja templates and the files they need. They compute nothing."""
