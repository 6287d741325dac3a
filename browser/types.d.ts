/** What the browser's code passes around. Names are those of the data that Python hands over. */

/** Answers under names such as `section~2/row/column`. */
type Answers = Record<string, string>;

/** The [id, which one] pairs of a name. */
type Steps = [string, number][];

/** A question, as toolkit/answers/page_definition.py describes it. */
interface Field {
  label: string;
  kind: string;
  place: string;
  choices?: [string, string][];
  needed?: true;
  once?: true;
  reminder?: true;
  takes_resources?: true;
  /** Which part of an activity or of a judgement it is. */
  holds?: string;
  /** Labels that it had before. */
  label_was?: string[];
  /** What to do with an answer from before its meaning changed. */
  changed_note?: string;
}

/** An entry of a table of activities, as browser/lib/activities.mjs finds it. */
interface Activity {
  key: string;
  section: Section;
  row: { id: string; prompt: string };
  number: number;
  /** Its texts by what they hold: action, lead, due, status, priority, sign, note ... */
  parts: Record<string, string>;
  /** not-started where nothing is said and the table asks for it; empty where the table does not ask. */
  status: string;
  isClosed: boolean;
}

interface Repeat {
  noun: string;
  most: number;
  blank: number;
}

interface Section {
  id: string;
  title: string;
  questions: string[];
  columns: string[];
  rows: { id: string; prompt: string }[];
  free: boolean;
  repeat?: Repeat;
  row_repeat?: Repeat;
}

/** A form, as toolkit/answers/page_definition.py describes it. */
interface FormDefinition {
  id: string;
  title: string;
  version: number;
  /** About how many rows people choose to work on first. */
  choose_rows?: number;
  save: string;
  personal: boolean;
  /** Where it is personal all the same: no answer may name a child or a family. */
  names_nobody?: true;
  fields: Record<string, Field>;
  sections: Section[];
  renamed: Record<string, string>;
  changed: Record<string, number>;
  /** Fingerprints of texts that earlier versions showed. */
  texts_was?: string[];
  retired: Record<string, string>;
  carries: { to: string; form: string; from: string; row?: string }[];
}

/** The name of an answer here and of one in another form that answers it, too; `*` in it is every row. */
interface CarryPair {
  here: string;
  there: string;
  row: string;
}

/** Where an answer was brought from. `mark` is of the answer as it was then. */
interface AnswerOrigin {
  form: string;
  title: string;
  asked: string;
  setting: string;
  day: string;
  mark: string;
}

/** The answers as they were at a review. */
interface EarlierReview {
  date: string;
  version: number;
  answers: Answers;
}

/** What a file keeps beside answers. */
interface BesideAnswers {
  origins: Record<string, AnswerOrigin[]>;
  earlier: EarlierReview[];
  others: FormPart[];
}

/** What a file holds of one form. */
interface FormPart {
  form: string;
  title: string;
  version: number;
  saved: string;
  plan: string;
  entries: Record<string, string>;
  answers: Answers;
  origins: Record<string, AnswerOrigin[]>;
  earlier: EarlierReview[];
}

/** How many rows of a section have each rating. */
interface SummaryArea {
  section: string;
  red: number;
  amber: number;
  green: number;
  none: number;
  notChosen: number;
  total: number;
}

/** What a plan comes to, as summary.mjs finds it. */
interface PlanSummary {
  areas: SummaryArea[];
  hasActivities: boolean;
  counts: Record<"all" | "done" | "stopped" | "underWay" | "late" | "withoutDay" | "withoutLead", number>;
  priorities: Activity[];
  marked: number;
  asksPriority: boolean;
  moved: null | {
    since: string;
    counts: Record<"better" | "same" | "worse" | "new" | "none" | "not", number>;
    rows: { section: string; prompt: string; change: string }[];
  };
  late: Activity[];
  next: Activity[];
}

/** A piece of a page: a heading, a paragraph, or a table, of which `shares` are bars beside its rows. */
type SummaryBlock =
  | { kind: "title" | "heading" | "text" | "small"; text: string }
  | { kind: "table"; caption: string; headings: string[]; widths: number[]; rows: string[][]; shares?: SummaryShare[][] };

interface SummaryShare {
  rating: "red" | "amber" | "green" | "none";
  share: number;
}

/** Pairs that make up an entry together; `place` is what repeats here, `from` the section there. */
interface CarryGroup {
  place: string;
  from: string;
  pairs: CarryPair[];
}

/**
 * Answers of another form that are brought together: one answer by its name, or an entry of `place` by names within
 * it. `origins` says where each was, `ids` has the ids of the entry ("") and of rows in it.
 */
interface CarryItem {
  place: string;
  cells: Answers;
  origins: Record<string, string>;
  ids: Record<string, string>;
}

/** A text that is in a document and belongs to no question; `near` is what it is near. */
interface Unplaced {
  near: string;
  text: string;
}

/** The answers of a document by name, and what found no place. */
interface Placed {
  texts: Answers;
  unplaced: Unplaced[];
  /** Where entries were when the document was made, by where they are. */
  origins: Record<string, string>;
}

/** A stretch of text. `key` is the name of the answer, where a control that carries one holds it. */
interface ShownPiece {
  text: string;
  key: string;
}

interface ShownParagraph {
  pieces: ShownPiece[];
}

/** A cell of a table, as wide as `span` columns. */
interface ShownCell {
  paragraphs: ShownParagraph[];
  span: number;
}

interface ShownTable {
  rows: ShownCell[][];
}

type ShownBlock = ShownParagraph | ShownTable;

/** What a form's empty file shows: where nothing is answered, and the fingerprints of what the form itself says. */
interface ShownTemplate {
  prompts: ReadonlySet<string>;
  texts: ReadonlySet<string>;
}

/**
 * A document with what it says that it is of, and the answers that a program has hidden in it; `unseen` were never
 * shown. `notes` are comments and footnotes, which answer nothing. `isShown`: a program is known to have shown it and saved it since.
 */
interface ShownDocument extends ShownTemplate {
  blocks: ShownBlock[];
  form: string;
  version: number;
  hidden: Answers;
  unseen: ReadonlySet<string>;
  notes: string[];
  isShown: boolean;
  ids?: DocumentIds;
}

/** The site's own files of a form, fetched when they are needed. */
type FetchTemplates = () => Promise<ShownTemplate[]>;

/** The ids of a plan and of what repeats in it, and the setting that they were made for. */
interface PlanIdentity {
  plan: string;
  setting: string;
  entries: Record<string, string>;
}

/** The ids that a document carries, and a mark of the setting that its plan is of. */
interface DocumentIds {
  plan: string;
  entries: Record<string, string>;
  setting?: string;
}

/** An answer, and who gave it. */
interface AnswerVariant {
  value: string;
  names: string[];
}

/** A section or an entry of a row; `number` is 0 while it has no place, `lists` are the rows in it. */
interface AnswerEntry {
  number: number;
  id: string;
  names: string[];
  cells: Map<string, AnswerVariant[]>;
  lists: Map<string, AnswerEntry[]>;
}

/** The answers of one person, to be joined with others'. */
interface JoinSource {
  name: string;
  answers: Answers;
  ids?: Record<string, string>;
}

/** An entry with the names of its answers, of which `key` is the first. */
interface PlacedEntry {
  key: string;
  names: string[];
  answers: Answers;
}

interface JoinedAnswers {
  answers: Answers;
  ids: Record<string, string>;
  differing: { key: string; variants: AnswerVariant[] }[];
  appended: PlacedEntry[];
  left: PlacedEntry[];
  added: number;
}

/** What a file says. */
interface FileAnswers {
  version: number;
  saved: string;
  answers: Answers;
  unplaced?: Unplaced[];
  plan?: string;
  entries?: Record<string, string>;
  setting?: string;
  origins?: Record<string, AnswerOrigin[]>;
  earlier?: EarlierReview[];
  others?: FormPart[];
}

/** One file of a ZIP archive, still packed. */
interface ArchiveEntry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  size: number;
  packed: Uint8Array;
  budget: { left: number };
}

/** Which object of a PDF something stands in. */
interface PdfPlace {
  number: number;
  generation: number;
}

/** What decrypts a protected PDF: texts and streams, each with one sign a byte. */
interface Decryption {
  text(place: PdfPlace, text: string): Promise<string>;
  stream(place: PdfPlace, text: string): Promise<string>;
}

/** A font and its measures, in thousandths of its size; toolkit/documents/browser_font.py hands it over. */
interface PdfFontData {
  name: string;
  file: string;
  length: number;
  letters: string;
  glyphs: number[];
  widths: number[];
  box: number[];
  ascent: number;
  descent: number;
  capitals: number;
}

/** As much of lib/pdf-file.mjs as others write through. */
interface PdfFile {
  add(text: string): string;
  addStream(entries: string, content: Uint8Array): string;
  reserve(): string;
  set(reference: string, text: string): void;
}

/** As much of lib/pdf-font.mjs as pages are written with. */
interface PdfFont {
  width(text: string, size: number): number;
  wrap(text: string, width: number, size: number): string[];
  encode(text: string): string;
  embed(file: PdfFile): string;
}

interface PdfPage {
  reference: string;
  number: number;
  content: string[];
  fields: string[];
}

/** A tag of a PDF's structure tree, with references to what it holds. */
interface PdfTag {
  type: string;
  reference: string;
  parent: string;
  kids: string[];
  title: string;
  /** What a heading of a table heads. */
  scope?: "Column" | "Row";
}

/** As much of localStorage as drafts need. */
interface DraftStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The text of a draft as it was at an earlier time. */
interface DraftVersion {
  saved: string;
  version: number;
  answers: Answers;
}

interface Draft {
  id?: string;
  form: string;
  name: string;
  version: number;
  answers: Answers;
  days?: number;
  saved?: string;
  expires?: string;
  endsWithExit?: boolean;
  /** How often it has been written. */
  revision?: number;
  /** Which tab wrote it, and which one had when this tab last looked. */
  tab?: string;
  heldBy?: string;
  /** The draft of which this is the other text, where two tabs wrote at the same time. */
  besides?: string;
  since?: string;
  previous?: DraftVersion[];
  startsVersion?: boolean;
  ids?: PlanIdentity;
  beside?: BesideAnswers;
}

/** As much of a keyboard's event, or of any other, as the count of presses needs. */
interface KeyEvent {
  type: string;
  key?: string;
  repeat?: boolean;
  ctrlKey?: boolean;
  altKey?: boolean;
  metaKey?: boolean;
}

/** A language, as toolkit/languages/browser.py hands it over. */
interface SpokenLanguage {
  words: Record<string, string | Record<string, string>>;
  months: string[];
  weekdays: string[];
  plural: (count: number) => string;
  separator: string;
}

/** What the search keeps of a page or of one of its sections. */
interface SearchEntry {
  number: number;
  kind: string;
  title: string;
  url: string;
  topics: string[];
  audiences: string[];
  nations: string[];
  leadsTo: string; // its own address, or that of the page that readers pass on their way to it
  within: string;
  summary: string;
  status: string;
}

interface SearchResult extends SearchEntry {
  score: number;
  hasAll: boolean;
  isAnswer?: boolean; // it answers a question like the one that was typed
}

/** What assets/search/index.js delivers; toolkit/search/ writes it. */
interface SearchData {
  entries: string;
  kinds: [string, string][];
  topics: [string, string][];
  entrances?: [string, string][];
  fields: [string, number][];
  lengths: string[];
  counts: string;
  bases: string;
  forms: string;
  stop: string;
  weak: string;
  synonyms: string;
  conversation?: string;
  welsh?: string;
  roles?: string;
  alike?: string;
  answers?: string;
  questions?: string;
  nations?: [string, string][];
  ages?: [number, number, string][];
  numberWords?: Record<string, string>;
  filing?: { topics: string[]; audiences: string[]; nations: string[]; lines: string };
  facets?: Record<string, string[][]>; // by facet: id and name of each value
}


/** A form of a word, with the number of its stem. */
type WordForm = [string, number];

interface Vocabulary {
  stems: string[];
  stem: (word: string) => string;
  forms: WordForm[];
  stop: Set<string>;
  weak: Set<string>;
  conversation: Set<string>; // stems that say nothing in a whole sentence
  questions: Set<string>; // words that a question begins with
  welsh: Set<string>;
  roles: Map<string, string[]>;
  ages: [number, number, string][];
  numberWords: { names: Set<string>; units: Set<string>; ages: Set<string> };
  nations: Map<string, string>;
  ignoredStems: Set<string>;
  synonyms: Map<string, Map<string, number>>;
  stemNumbers: Map<string, number>;
  formNumbers: Map<string, number>;
}

/** One way to read a word that was typed. */
interface Alternative {
  stems: string[];
  weight: number;
  isBeginning?: boolean;
}

interface QueryGroup {
  words: string[];
  alternatives: Alternative[];
  isWeak: boolean;
}

interface QueryReader {
  vocabulary: Vocabulary;
  commonness: (number: number) => number;
  corrections: { typed: string; read: string }[];
  offers: { typed: string; words: string[] }[];
  isSentence: boolean;
}

/** lunr 2, which brings no types. */
// biome-ignore lint/suspicious/noExplicitAny: its own shapes are checked by the tests of the search
type Lunr = any;

/** A value of a PDF: see pdf-parser.mjs. */
// biome-ignore lint/suspicious/noExplicitAny: a stranger's file may hold anything anywhere, and each use looks at it
type PdfValue = any;
