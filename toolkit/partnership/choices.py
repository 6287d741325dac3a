"""What a copy may choose from in partnership.yml."""

from __future__ import annotations

from enum import StrEnum


class PublisherKind(StrEnum):
    """What publishes a copy."""

    PARTNERSHIP = "partnership"
    TRUST = "trust"
    SCHOOL = "school"
    COLLEGE = "college"
    HEALTH = "health"
    COUNCIL = "council"
    CHARITY = "charity"


class Host(StrEnum):
    """Where a copy is published: what reads its folder."""

    NGINX = "nginx"
    APACHE = "apache"
    IIS = "iis"
    NETLIFY = "netlify"
    CLOUDFLARE = "cloudflare"
    GITHUB_PAGES = "github-pages"
    GITLAB_PAGES = "gitlab-pages"
    OBJECT_STORAGE = "object-storage"
    CONTAINER = "container"
