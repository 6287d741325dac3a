/** Details that have a shape: NHS numbers, telephone numbers of people, addresses and dates of birth. */

import { isDay, readDay } from "./days.mjs";

const NHS = /(^|[^\d+])(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)/g;
const PHONE = /(^|[^\d\p{L}])((?:\+44|0044)[ -]?(?:\(0\)[ -]?)?\d[\d ()-]{7,14}\d|\(?0\d[\d ()-]{7,14}\d)(?!\d)/gu;
const POSTCODE = /(^|[^\p{L}\d])([A-Z]{1,2}\d[A-Z\d]?(?: ?\d|\d)[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/giu;
// Royal Mail's areas of England, Wales, Scotland, Northern Ireland and the islands.
const AREAS = new Set(
  `AB,AL,B,BA,BB,BD,BH,BL,BN,BR,BS,BT,CA,CB,CF,CH,CM,CO,CR,CT,CV,CW,DA,DD,DE,DG,DH,DL,DN,DT,DY,E,EC,EH,EN,EX,FK,FY,G,GL,GU,GY,
  HA,HD,HG,HP,HR,HS,HU,HX,IG,IM,IP,IV,JE,KA,KT,KW,KY,L,LA,LD,LE,LL,LN,LS,LU,M,ME,MK,ML,N,NE,NG,NN,NP,NR,NW,OL,OX,PA,PE,PH,
  PL,PO,PR,RG,RH,RM,S,SA,SE,SG,SK,SL,SM,SN,SO,SP,SR,SS,ST,SW,SY,TA,TD,TF,TN,TQ,TR,TS,TW,UB,W,WA,WC,WD,WF,WN,WR,WS,WV,YO,ZE`
    .replace(/\s+/g, "")
    .split(","),
);
const WAY =
  "Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Place|Way|Square|Mews|Walk|Parade|Rd|St|Ave";
const STREET = new RegExp(
  `(^|[^\\p{L}\\d/.-])(\\d{1,4}[a-zA-Z]?,? (?:(?:\\p{Lu}[\\p{L}'’-]+ ){1,3}(?:${WAY})|` +
    "(?!way |high |main |the |per |busy |local |more )\\p{Ll}+ (?:road|street|avenue|crescent)|" +
    "(?:Heol|Stryd|Ffordd|Lôn|Rhodfa|Clos|Maes|Cilgant|Teras) (?:y |yr |'r )?\\p{Lu}\\p{L}+)" +
    ")(?![\\p{L}])",
  "gu",
);
const FLAT = /(^|[^\p{L}])((?:Flat|Apartment|Fflat) \d+[A-Za-z]?)(?![\p{L}\d])/gu;
// Numbers of other things, and places where people work, whose addresses are public.
const COUNTED =
  /(?:year|class|section|part|page|chapter|phase|priority|theme|aim|step|stage|term|week|day|room|form|group|level|regulation|article|blwyddyn|adran) ?$/i;
const PUBLIC_PLACE =
  /(?:School|Academ(?:y|ies)|College|Nursery|Centre|Church|Hall|Hub|Office|Hospital|Clinic|Surgery|Library|Station|Ysgol|Canolfan|Coleg|Swyddfa)\b/;
const MONTH_NAME =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwe|maw|ebr|mai|meh|gorff|awst|medi|hyd|tach|rhag)\\p{L}*";
const DAY = new RegExp(
  "(^|[^\\d\\p{L}/.-])(\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|(?:19|20)\\d{2}-\\d{2}-\\d{2}|" +
    `\\d{1,2}(?:st|nd|rd|th)? (?:of |o )?${MONTH_NAME}\\.?,? \\d{4}|${MONTH_NAME} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?![\\d\\p{L}])`,
  "giu",
);
const BORN = /(?:\bborn|\bd\.?o\.?b\b|\bbirth|ganwyd|\bgeni\b|\bganed|\beni\b|pen-?blwydd)/i;
const OF_PAPER =
  /(?:review|version|publish|updat|\bdated\b|issue|polic|guidance|meeting|minutes|\bact\b|\bsince\b|\bfrom\b|\buntil\b|inspect|ofst|esty|train|in force|adolyg|polisi|fersiwn|cyfarfod|\bers\b|deddf|cyhoedd|launch|agreed|approved|report|statistic|data|survey|census|opened|strategy)/i;
const [YOUNGEST, OLDEST] = [2, 18];

/**
 * NHS numbers: ten digits whose last is the check digit of the others (modulus 11), as the NHS data dictionary has it.
 * @param {string} text
 */
export function findNhsNumbers(text) {
  return matches(text, NHS).filter(({ text: number }) => isNhsNumber(number.replace(/\D/g, "")));
}

/** @param {string} digits */
export function isNhsNumber(digits) {
  if (!/^[1-9]\d{9}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]); // a remainder of 1 would want 10, which no digit is
}

/**
 * Numbers of mobiles and of lines in a place. Numbers of services (03, 08) and short ones are no person's.
 * @param {string} text
 */
export function findPhones(text) {
  return matches(text, PHONE).filter(({ text: number }) => {
    const digits = number
      .replace("(0)", "")
      .replace(/^\+44|^0044/, "0")
      .replace(/\D/g, "");
    return /^0[127]\d{8,9}$/.test(digits);
  });
}

/**
 * Postcodes, streets with a number, and flats, but not those of a place where people work.
 * @param {string} text
 */
export function findAddresses(text) {
  const codes = matches(text, POSTCODE).filter(({ text: code }) => isPostcode(code));
  const streets = [...matches(text, STREET), ...matches(text, FLAT)];
  const found = [...streets, ...codes].filter(({ index }) => {
    const before =
      text
        .slice(Math.max(0, index - 80), index)
        .split(/[.;\n]/)
        .at(-1) ?? "";
    return !COUNTED.test(before) && !PUBLIC_PLACE.test(before);
  });
  return found.sort((a, b) => a.index - b.index);
}

/**
 * Dates of birth: any date beside a word such as "born", and a date in the past by which somebody would be a child now,
 * where no word says that it is that of a meeting or a document.
 * @param {string} text
 * @param {string} today
 */
export function findBirthDates(text, today) {
  return matches(text, DAY).filter(({ index, text: written }) => {
    const day = readDay(written);
    if (!isDay(day)) return false;
    const before = text.slice(Math.max(0, index - 30), index);
    const after = text.slice(index + written.length, index + written.length + 30);
    if (BORN.test(before) || BORN.test(after.slice(0, 20))) return true;
    const age = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
    return day < today && age >= YOUNGEST && age <= OLDEST && !OF_PAPER.test(before + after);
  });
}

/** @param {string} code */
function isPostcode(code) {
  const isOrdinal = /\d(?:st|nd|rd|th)$/.test(code);
  const isClosed = !code.includes(" ") && code !== code.toUpperCase();
  return !isOrdinal && !isClosed && AREAS.has(code.match(/^[A-Z]+/i)?.[0].toUpperCase() ?? "");
}

/**
 * Each match of an expression whose first group is what stands before, and whose second what is looked for.
 * @param {string} text
 * @param {RegExp} expression
 */
function matches(text, expression) {
  return [...text.matchAll(expression)].map((match) => ({
    index: match.index + match[1].length,
    text: match[2].trim(),
  }));
}
