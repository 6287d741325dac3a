/** The browser's storage on the device, which may be switched off or full. */

/** What the work gives, or null where the browser keeps nothing. */
export function withStorage(work) {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}
