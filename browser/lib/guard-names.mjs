/** Names of people in a text: what is likely one, and not a place, a charity, a document or a member of staff. */

import { ALSO_WORD_NAMES, COMMON_SURNAMES, GIVEN_NAMES } from "./given-names.mjs";

const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;
const CAPITALISED = /^\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u;
const TITLES = new Set(["mr", "mrs", "ms", "miss", "mx", "master"]);
const SAINTS = new Set(["st", "saint", "sant", "santes"]);
// A run of words with one of these is an organisation, a place, a document or a law.
const NOT_PEOPLE = new Set(
  `act,ambulance,area,association,avenue,award,board,bureau,centre,charity,church,clinic,close,college,committee,
  company,council,county,court,day,deddf,directory,drive,federation,ffordd,foundation,framework,fund,group,guide,hall,
  heol,hill,hospice,hospital,hotline,house,hub,infants,infant,inquiry,institute,junior,juniors,lane,law,lecture,library,
  line,lodge,manor,method,model,museum,network,nursery,park,partnership,place,plan,polisi,practice,prifysgol,primary,
  programme,project,report,research,review,road,rule,scale,scheme,school,secondary,sefydliad,service,services,society,
  street,stryd,study,surgery,team,terrace,test,tool,toolkit,training,trust,uned,unit,university,ward,wish,ymddiriedolaeth,
  ysgol,ysbyty,canolfan,coleg,adolygiad,cyngor,eglwys,cylch,meithrin,freud,coram,faithfull,waller,mcgowan,miskin,seacole`
    .replace(/\s+/g, "")
    .split(","),
);
// Kinds of school and inspectorates by how they begin: a copy for one nation holds no word of the other's bodies.
const INSTITUTION = /^(?:academ|ofst|esty)/;
// What somebody is at work, before or after a name: then it is the name of a colleague.
const ROLE =
  "ddsl|dsl|dsp|lado|designated|safeguarding|lead|deputy|head|headteacher|principal|teacher|senco|sendco|governor|trustee|" +
  "chair|nurse|officer|manager|coordinator|co-ordinator|assistant|adviser|advisor|psychologist|counsellor|consultant|" +
  "trainer|worker|doctor|gp|inspector|constable|sergeant|director|administrator|councillor|cllr|dr|prof|professor|rev|sir|dame|lord|lady|baroness|judge|" +
  "pennaeth|athro|athrawes|llywodraethwr|nyrs|swyddog|arweinydd|cydlynydd|rheolwr|cadeirydd|cynghorydd|gweithiwr";
const ROLE_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${ROLE})(?:[:,]? | \\()$|(?:led|run|delivered|chaired|written) by $`,
  "iu",
);
const ROLE_AFTER = new RegExp(`^(?: ?[,(:–-] ?| as | is )(?:[\\p{L}]+ ){0,3}?(?:${ROLE})(?![\\p{L}])`, "iu");
const BODY_AFTER = /^(?:['’]s)? (?:and friends|law|rule|act|foundation|trust|school|centre|review|inquiry|report)\b/i;
const CHILD =
  "child|pupil|student|learner|boy|girl|son|daughter|brother|sister|sibling|twin|baby|toddler|mum|mam|mother|dad|father|" +
  "stepdad|stepfather|stepmum|nan|gran|grandad|uncle|auntie|aunt|cousin|young person|young man|young woman|victim|friend|" +
  "plentyn|phlentyn|blentyn|disgybl|ddisgybl|bachgen|fachgen|merch|ferch|mab|fab|brawd|frawd|chwaer|fam|tad|dad|ffrind";
const CHILD_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${CHILD})(?:,? (?:is |was )?(?:called|named|o['’]r enw))?[,:]? $`,
  "u",
);
const AGE_AFTER =
  /^,? aged? (?:about )?(?:\d{1,2}|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)\b/;
// Capitalised words that follow "child", "pupil" or "aged" and are nobody.
const NOBODY = new Set(
  `april,adviser,advisors,advisor,asylum,august,benefit,bereavement,boys,care,centred,charter,children,christmas,council,criminal,
  death,development,difficulties,divinity,employment,everyone,exploitation,february,first,focus,forum,friday,girls,guides,
  guidance,health,home,house,impact,i,in,january,july,june,journey,leadership,learners,learning,line,looked,maintenance,march,
  may,mental,monday,mothers,neglect,november,october,on,parliament,parents,people,practice,premium,protection,
  pupils,questionnaire,safeguarding,safety,saturday,school,september,services,sexual,staff,students,sunday,support,survey,
  the,they,those,thursday,tongue,tuesday,union,voice,wednesday,wellbeing,who,year,young,youth,december,ionawr,chwefror,
  mawrth,ebrill,mai,mehefin,gorffennaf,awst,medi,hydref,tachwedd,rhagfyr`
    .replace(/\s+/g, "")
    .split(","),
);

/**
 * The likely names in a text, each with its place. `passedOver` holds words, in small letters, that are no sign of a
 * child, such as those of the setting's own name.
 * @param {string} text
 * @param {Set<string>} [passedOver]
 * @returns {{ index: number, text: string }[]}
 */
export function findNames(text, passedOver = new Set()) {
  return runs(text).flatMap((run) => {
    const found = nameIn(text, run);
    return found && !found.words.every((word) => passedOver.has(plain(word))) ? [found] : [];
  });
}

/**
 * Capitalised words beside each other.
 * @param {string} text
 */
function runs(text) {
  /** @type {{ words: string[], index: number, end: number }[]} */
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (!CAPITALISED.test(word)) continue;
    const last = found.at(-1);
    if (last && text.slice(last.end, match.index) === " ") {
      last.words.push(word);
      last.end = match.index + word.length;
    } else found.push({ words: [word], index: match.index, end: match.index + word.length });
  }
  return found;
}

/**
 * @param {string} text
 * @param {{ words: string[], index: number, end: number }} run
 */
function nameIn(text, { words, index, end }) {
  const after = text.slice(end, end + 60);
  if (isNobody(text, words, index, after)) return null;
  const titled = words.length > 1 && TITLES.has(plain(words[0]));
  const before = text.slice(Math.max(0, index - 40), index);
  let start = words.findIndex((word, place) => isName(word, words[place + 1]));
  if (titled || (start < 0 && isToldOf(words[0], before, after))) start = 0;
  if (start < 0) return null;
  const own = words.slice(start, start + (titled ? 3 : 2));
  const at = text.indexOf(own[0], index);
  return { index: at, words: own, text: withoutPossessive(text.slice(at, at + own.join(" ").length)) };
}

/**
 * Whether words are an organisation, a saint, a law, or a colleague with what they do.
 * @param {string} text
 * @param {string[]} words
 * @param {number} index
 * @param {string} after
 */
function isNobody(text, words, index, after) {
  const before = text.slice(Math.max(0, index - 40), index);
  return (
    words.some((word) => NOT_PEOPLE.has(plain(word)) || INSTITUTION.test(plain(word))) ||
    SAINTS.has(plain(words[0])) ||
    /(?:^|[^\p{L}])(?:st|saint|sant)\.? $/iu.test(before) ||
    BODY_AFTER.test(after) ||
    ROLE_BEFORE.test(before) ||
    words.slice(0, -1).some((word) => new RegExp(`^(?:${ROLE})$`, "i").test(word)) ||
    ROLE_AFTER.test(after)
  );
}

/**
 * Whether a word is a name: one that is nothing else, or one with a surname behind it.
 * @param {string} word
 * @param {string | undefined} next
 */
function isName(word, next) {
  const name = plain(word);
  if (GIVEN_NAMES.has(name)) return true;
  const hasSurname = next !== undefined && COMMON_SURNAMES.has(plain(next));
  return hasSurname && (ALSO_WORD_NAMES.has(name) || !NOBODY.has(name));
}

/**
 * Whether the words around say that this is a child or one of a family, whatever the name.
 * @param {string} word
 * @param {string} before
 * @param {string} after
 */
function isToldOf(word, before, after) {
  if (NOBODY.has(plain(word))) return false;
  return CHILD_BEFORE.test(before) || (AGE_AFTER.test(after) && !plain(word).endsWith("s"));
}

/** @param {string} word */
function plain(word) {
  return withoutPossessive(word).toLowerCase();
}

/** @param {string} word */
function withoutPossessive(word) {
  return word.replace(/['’]s?$/, "");
}
