/** Opened from a folder, a link to a folder would show a list of files: each such link names its page. */
if (location.protocol === "file:") {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}
