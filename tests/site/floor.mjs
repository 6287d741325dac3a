/**
 * Whether scripts run in the oldest browsers that we serve: `node floor.mjs FOLDER FILE...`, where FOLDER holds acorn.
 * Gives a line for each thing that they lack: file, line, and what it is.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Safari 15.4, Chrome 100 and Firefox 100 read this edition, without what is refused below.
const EDITION = 2022;
const SINCE = {
  StaticBlock: "a static block: Safari 16.4",
  lookbehind: "lookbehind in a regular expression: Safari 16.4",
  ":has()": ":has() in a selector: Firefox 121",
};
// By name: the first version that has it, of the browser that had it last. tsconfig.json refuses more of the language.
const MEMBERS = {
  adoptedStyleSheets: "Safari 16.4",
  canParse: "Safari 17",
  checkVisibility: "Safari 17.4",
  findLast: "Firefox 104",
  findLastIndex: "Firefox 104",
  fromAsync: "Chrome 121",
  groupBy: "Safari 17.4",
  hidePopover: "Firefox 125",
  inert: "Firefox 112",
  isSubsetOf: "Firefox 127",
  isWellFormed: "Firefox 119",
  randomUUID: "none without https",
  replaceSync: "Safari 16.4",
  requestSubmit: "Safari 16",
  showPicker: "Safari 16",
  showPopover: "Firefox 125",
  startViewTransition: "Safari 18",
  togglePopover: "Firefox 125",
  toReversed: "Firefox 115",
  toSorted: "Firefox 115",
  toSpliced: "Firefox 115",
  withResolvers: "Firefox 121",
};
// Allowed within try, as they may be missing.
const GLOBALS = {
  CompressionStream: "Safari 16.4, and within try",
  DecompressionStream: "Safari 16.4, and within try",
  OffscreenCanvas: "Safari 16.4, and within try",
  URLPattern: "Safari 26, and within try",
  requestIdleCallback: "no Safari, and within try",
};

const [folder, ...files] = process.argv.slice(2);
const { parse } = createRequire(`${folder}/`)("acorn");

for (const file of files) {
  for (const { line, what } of lacking(readFileSync(file, "utf8"))) console.log(`${file}:${line}: ${what}`);
}

function lacking(source) {
  const found = [];
  try {
    const program = parse(source, { ecmaVersion: EDITION, sourceType: "script", locations: true });
    walk(program, false, (node, isTried) => {
      const what = lacks(node, isTried);
      if (what) found.push({ line: node.loc.start.line, what });
    });
  } catch (error) {
    found.push({ line: error.loc?.line ?? 0, what: `cannot be read: ${error.message}` });
  }
  return found;
}

function walk(node, isTried, visit) {
  visit(node, isTried);
  for (const [key, value] of Object.entries(node)) {
    const isInner = isTried || (node.type === "TryStatement" && key === "block");
    for (const child of [value].flat()) if (typeof child?.type === "string") walk(child, isInner, visit);
  }
}

function lacks(node, isTried) {
  if (node.type === "StaticBlock") return SINCE.StaticBlock;
  if (node.type === "MemberExpression" && Object.hasOwn(MEMBERS, node.property.name)) {
    return `${node.property.name}: ${MEMBERS[node.property.name]}`;
  }
  if (node.type === "Identifier" && !isTried && Object.hasOwn(GLOBALS, node.name)) {
    return `${node.name}: ${GLOBALS[node.name]}`;
  }
  return lacksInText(node);
}

/** What the texts of a script ask for: patterns, also those of `new RegExp`, and selectors. */
function lacksInText(node) {
  const text = node.regex?.pattern ?? (node.type === "Literal" ? node.value : node.value?.raw);
  if (typeof text !== "string") return undefined;
  if (/\(\?<[=!]/.test(text)) return SINCE.lookbehind;
  return /^[^\s]*:has\(/.test(text) ? SINCE[":has()"] : undefined;
}
