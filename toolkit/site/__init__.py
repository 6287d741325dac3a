"""From a project's files to a published site: compose, render, finish, publish."""
