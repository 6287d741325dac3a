/** Fetches scripts and data when they are first wanted. Both come as classic scripts, so that a folder on a stick serves as well as a host. */
const waiting = new Map(); // by name: {promise, resolve, isDelivered}
const scripts = new Map();

globalThis.toolkit = {
  deliver: (name, value) => {
    const wanted = slot(name);
    wanted.isDelivered = true;
    wanted.resolve(value);
  },
};

/** The value that the script at `address` delivers under `name`; rejected if it cannot be fetched or does not run. */
export function fetchDelivered(name, address) {
  const wanted = slot(name);
  const ran = fetchScript(address).then(() => {
    if (wanted.isDelivered) return wanted.promise;
    scripts.delete(address);
    throw new Error(`${address} did not run`); // it came, but this browser cannot read it
  });
  return Promise.race([wanted.promise, ran]);
}

/** Runs the script at `address` once. */
export function fetchScript(address) {
  if (!scripts.has(address)) scripts.set(address, new Promise((resolve, reject) => append(address, resolve, reject)));
  return scripts.get(address);
}

function append(address, resolve, reject) {
  const script = document.createElement("script");
  script.src = address;
  script.addEventListener("load", resolve);
  script.addEventListener("error", () => {
    scripts.delete(address); // so that it is tried again
    script.remove();
    reject(new Error(`could not fetch ${address}`));
  });
  document.head.append(script);
}

function slot(name) {
  if (!waiting.has(name)) {
    const made = { isDelivered: false };
    made.promise = new Promise((resolve) => {
      made.resolve = resolve;
    });
    waiting.set(name, made);
  }
  return waiting.get(name);
}
