"""The answers of many settings side by side: read, counted, split, compared and withheld where they are few."""
