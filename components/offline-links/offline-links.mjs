/** Opened from a folder, a link to a folder would show a list of files: each such link names its page. */
import { mount } from "../../browser/page/component.mjs";

mount("offline-links", (part) => {
  if (location.protocol !== "file:") return;
  for (const link of part.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
});
