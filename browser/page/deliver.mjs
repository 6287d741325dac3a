/** Fetches scripts and data when they are first needed. Both come as classic scripts, so that a folder works as well as a host. */
const waiting = new Map(); // by name: {promise, resolve, isDelivered}
const scripts = new Map();
const policy = globalThis.trustedTypes?.createPolicy("toolkit", { createScriptURL: refuseOtherPlaces }); // where browsers know it

globalThis.toolkit = {
  deliver: (name, value) => {
    const delivery = deliveryOf(name);
    delivery.isDelivered = true;
    delivery.resolve(value);
  },
};

/** The value that the script at `address` delivers under `name`; rejected if it cannot be fetched or does not run. */
export function fetchDelivered(name, address) {
  const delivery = deliveryOf(name);
  const ran = fetchScript(address).then(() => {
    if (delivery.isDelivered) return delivery.promise;
    scripts.delete(address);
    throw new Error(`${address} did not run`); // it was fetched, but this browser cannot run it
  });
  return Promise.race([delivery.promise, ran]);
}

/** Runs the script at `address` once. */
export function fetchScript(address) {
  if (!scripts.has(address)) scripts.set(address, new Promise((resolve, reject) => append(address, resolve, reject)));
  return scripts.get(address);
}

function append(address, resolve, reject) {
  const script = document.createElement("script");
  script.src = policy ? policy.createScriptURL(address) : address;
  script.addEventListener("load", resolve);
  script.addEventListener("error", () => {
    scripts.delete(address); // so that it is tried again
    script.remove();
    reject(new Error(`could not fetch ${address}`));
  });
  document.head.append(script);
}

/** The address of a script, if it is one of the site's own; browsers run no other, whatever else goes wrong on a page. */
function refuseOtherPlaces(address) {
  const { protocol, host, pathname } = new URL(address, document.baseURI);
  const isOurs = protocol === location.protocol && host === location.host && pathname.includes("/assets/");
  if (!isOurs) throw new TypeError(`${address} is not a script of this site`);
  return address;
}

function deliveryOf(name) {
  if (!waiting.has(name)) {
    const delivery = { isDelivered: false };
    delivery.promise = new Promise((resolve) => {
      delivery.resolve = resolve;
    });
    waiting.set(name, delivery);
  }
  return waiting.get(name);
}
