/** How much a file of answers may hold: a hundred times what real ones do. toolkit/answers/limits.py says the same. */

export const LARGEST_FILE = 20_000_000; // bytes
export const MOST_UNPACKED = 50_000_000; // bytes of one file, all that is unpacked of it together
export const MOST_PARTS = 500; // of the archive that a Word file is
export const DEEPEST_XML = 256; // elements in one another, the outermost included
export const DEEPEST_JSON = 100; // objects and lists in one another
export const DEEPEST_PDF = 100; // lists and dictionaries in one another
export const DEEPEST_FIELD = 20; // fields of a PDF in one another
export const MOST_FIELDS = 20_000; // of a PDF, each visited once
export const MOST_ANSWERS = 50_000;
export const MOST_IN_DOCUMENT = 50_000; // tables, rows, cells, paragraphs, pieces of text and hidden texts together
export const MOST_PROMPTS = 200; // that a document says it shows where nothing is answered
export const LONGEST_NAME = 300; // of an answer
export const MOST_CHARACTERS = 5_000_000; // of all answers of a file together
export const LATEST_VERSION = 9_999; // of a form
export const MOST_REVIEWS = 12; // earlier ones that a file keeps
export const MOST_FORMS = 50; // whose answers one file holds
