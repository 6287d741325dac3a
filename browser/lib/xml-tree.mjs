/** A tree of XML: as much of the DOM as the parts of a Word file need, so that nothing here needs a page. */

/** @type {Record<string, string>} */
const NAMESPACES = { xml: "http://www.w3.org/XML/1998/namespace", xmlns: "http://www.w3.org/2000/xmlns/" };

/** An element. `nodes` holds its elements, its texts as strings, and {raw} for comments and instructions. */
export class XmlElement {
  /**
   * @param {string} name with its prefix, as in the file
   * @param {string} namespaceURI
   */
  constructor(name, namespaceURI) {
    this.name = name;
    this.namespaceURI = namespaceURI;
    /** @type {Map<string, {value: string, namespace: string}>} */
    this.attributes = new Map();
    /** @type {(XmlElement | string | {raw: string})[]} */
    this.nodes = [];
    /** @type {XmlElement | null} */
    this.parentNode = null;
  }

  get localName() {
    return localPart(this.name);
  }

  get children() {
    return this.nodes.filter((node) => node instanceof XmlElement);
  }

  /** @returns {string} */
  get textContent() {
    return this.nodes.map((node) => (node instanceof XmlElement ? node.textContent : textOf(node))).join("");
  }

  set textContent(text) {
    this.nodes = [text];
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes.get(name)?.value ?? null;
  }

  /**
   * @param {string} namespace
   * @param {string} name without prefix
   */
  getAttributeNS(namespace, name) {
    for (const [full, attribute] of this.attributes) {
      if (attribute.namespace === namespace && localPart(full) === name) return attribute.value;
    }
    return null;
  }

  /**
   * Sets an attribute; `name` says the prefix that it gets where it is new.
   * @param {string} namespace
   * @param {string} name
   * @param {string} value
   */
  setAttributeNS(namespace, name, value) {
    const known = [...this.attributes].find(
      ([full, attribute]) => attribute.namespace === namespace && localPart(full) === localPart(name),
    );
    this.attributes.set(known ? known[0] : name, { value, namespace });
  }

  /**
   * The elements below this one, in their order; `*` stands for any name.
   * @param {string} namespace
   * @param {string} name
   * @returns {XmlElement[]}
   */
  getElementsByTagNameNS(namespace, name) {
    /** @type {XmlElement[]} */
    const found = [];
    const visit = (/** @type {XmlElement} */ element) => {
      for (const node of element.nodes) {
        if (!(node instanceof XmlElement)) continue;
        if (node.namespaceURI === namespace && (name === "*" || node.localName === name)) found.push(node);
        visit(node);
      }
    };
    visit(this);
    return found;
  }

  /**
   * The nearest element of a name: this one, or one that it stands in.
   * @param {string} name without prefix
   * @returns {XmlElement | null}
   */
  closest(name) {
    return this.localName === name ? this : (this.parentNode?.closest(name) ?? null);
  }

  /** @param {XmlElement} child */
  append(child) {
    child.parentNode = this;
    this.nodes.push(child);
  }

  /** @param {XmlElement[]} siblings */
  after(...siblings) {
    const parent = this.parentNode;
    if (!parent) return;
    for (const sibling of siblings) sibling.parentNode = parent;
    parent.nodes.splice(parent.nodes.indexOf(this) + 1, 0, ...siblings);
  }

  remove() {
    const parent = this.parentNode;
    if (parent) parent.nodes.splice(parent.nodes.indexOf(this), 1);
    this.parentNode = null;
  }

  /** A copy with all that stands in it, which stands nowhere yet. */
  copy() {
    const made = new XmlElement(this.name, this.namespaceURI);
    for (const [name, attribute] of this.attributes) made.attributes.set(name, { ...attribute });
    for (const node of this.nodes) {
      if (node instanceof XmlElement) made.append(node.copy());
      else made.nodes.push(node);
    }
    return made;
  }
}

/**
 * The namespace of a name with its prefix.
 * @param {string} name
 * @param {Map<string, string>} scope the namespaces by prefix
 * @param {boolean} isAttribute an attribute without prefix has none
 */
export function namespaceOf(name, scope, isAttribute) {
  const prefix = name.includes(":") ? name.slice(0, name.indexOf(":")) : "";
  if (!prefix && isAttribute) return name === "xmlns" ? NAMESPACES.xmlns : "";
  const found = NAMESPACES[prefix] ?? scope.get(prefix);
  if (found === undefined && prefix) throw new SyntaxError(`no namespace for ${name}`);
  return found ?? "";
}

/** @param {string} name */
function localPart(name) {
  return name.slice(name.indexOf(":") + 1);
}

/** @param {string | {raw: string}} node */
function textOf(node) {
  return typeof node === "string" ? node : "";
}
