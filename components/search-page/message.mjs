/** A message to whoever hosts the site. It is made on a press, opens in the reader's own e-mail program, and is sent by them. */
import { t } from "../../browser/lib/language.mjs";
import { element } from "../../browser/page/page.mjs";

/** Shows the offer of a message with the words that it would hold; hides it where there are none. */
export function offerMessage(place, words) {
  place.hidden = !words;
  const shown = place.querySelector(".search-page__words");
  if (shown) shown.textContent = words;
}

/** Makes a message of the words that `wordsOf` gives when the button of an offer is pressed. */
export function listenForPress(place, wordsOf) {
  const button = place.querySelector("button");
  button?.addEventListener("click", () => writeMessage(button.dataset.to, wordsOf()));
}

/** Opens a message to an address, with words that found nothing and with nothing else of the reader. */
function writeMessage(to, words) {
  const subject = encodeURIComponent(t("search-page.message-subject"));
  const body = encodeURIComponent(t("search-page.message-body", { words }));
  const link = element("a", { href: `mailto:${to}?subject=${subject}&body=${body}`, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
