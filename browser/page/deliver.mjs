/** Fetches scripts and data when they are first wanted. Both come as classic scripts, so that a folder on a stick serves as well as a host. */
const waiting = new Map(); // by name: {promise, resolve}

globalThis.toolkit = { deliver: (name, value) => slot(name).resolve(value) };

/** The value that the script at `address` delivers under `name`; rejected if it cannot be fetched. */
export function fetchDelivered(name, address) {
  const { promise } = slot(name);
  return Promise.race([promise, fetchScript(address).then(() => promise)]);
}

const scripts = new Map();

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
    let resolve;
    const promise = new Promise((done) => (resolve = done));
    waiting.set(name, { promise, resolve });
  }
  return waiting.get(name);
}
