import type { AnswerKind } from "../library/topic.ts";
import { fold } from "./resolve-text.ts";

/**
 * What the words around an answer are, whatever the content says. Words that say *no* or *or* stand in none of these
 * lists: a text that holds one is understood only when an alias covers it.
 */

/** Words that carry nothing in any answer, in the languages students answer in. */
const STOPS =
  "a an the of in to for on and i am im ive my me is are be being was as by " +
  "de des du la le les el los las un une una der die das dem den ein eine im fur da do dos di del della het een van " +
  "il lo gli nella";

/** Words that stand around an answer of a kind. */
const AROUND: Record<AnswerKind, string> = {
  field:
    "study studying studies studied student students studing major majors majoring minor minoring majored degree degrees " +
    "currently now doing do did take taking read reading pursue pursuing learn learning want would like hope hoping plan " +
    "planning go going get getting become have will wish interested enrolled applying apply course courses class program " +
    "programs programme subject subjects field area department dept school faculty college university uni universite " +
    "institute academy undergrad undergraduate undergraduates graduate grad postgraduate postgrad double dual joint " +
    "combined single honors honours hons hon first second third fourth final last penultimate year years yr 1st 2nd 3rd " +
    "4th 5th 6th freshman freshmen sophomore junior senior fresher semester sem term part full time online distance " +
    "candidate trainee training school coop co op zur zum als " +
    "germany uk usa us india australia canada france spain italy portugal netherlands china japan europe " +
    "evening weekend accelerated intensive advanced standing entry foundation placement sandwich industry abroad exchange " +
    "integrated concentration concentrating emphasis focus focusing specialization specializing specialized special " +
    "speciality specialty track stream branch option pathway route level bachelor bachelors master masters doctor " +
    "doctoral doctorate phd associate associates diploma certificate cert licence license licenciatura licenciado grado " +
    "grau laurea maestria mestrado magister maitrise studium studiengang student studentin studiere ich bin ausbildung " +
    "etudiant etudiante etudes estudiante estudio carrera curso facultad faculte fakultat faculdade je suis fais estudo " +
    "soy with at uni i ii iii iv minors",
  track:
    "work working job jobs career role roles in internship internships intern industry field sector position a want would like do go into become as with for something area",
  stage:
    "student students study studying university uni college degree course currently now still year yr semester term in " +
    "at bsc ba bs btech be bachelor bachelors undergraduate undergrad major majoring program programme class going full " +
    "part time engineering with doing do my im just",
  goal: "apply into for to go want would like need hope hoping mostly mainly really get getting some something my it them more be have make with so can that good great better",
  concern:
    "live know can am in have has had need worry worried worries about really very bit too it its because with so that got would will",
  country:
    "fully be would will want like live living based work working internship internships intern somewhere around id",
};

/** Adjectives that may stand before a subject without making it another one. */
const MODIFIERS =
  "applied general pure theoretical modern contemporary international global advanced professional basic introductory " +
  "experimental practical fundamental";

/** Words of a name that may be missing or too many: "nursing science", "psychology studies". */
const SOFT =
  "science study technology degree qualification practice related other service services support technician " +
  "allgemeine angewandte generale generales";

/** Abbreviations that are no beginnings of their word. */
const SHORT: Record<string, string> = {
  mgmt: "management",
  mgt: "management",
  mngmt: "management",
  mgmnt: "management",
  engg: "engineering",
  eng: "engineering",
  engr: "engineering",
  engrg: "engineering",
  engin: "engineering",
  tech: "technology",
  sci: "science",
  intl: "international",
  int: "international",
  govt: "government",
  gov: "government",
  mktg: "marketing",
  acctg: "accounting",
  hlth: "health",
  admin: "administration",
  adm: "administration",
  biz: "business",
  bio: "biology",
  chem: "chemistry",
  econ: "economics",
  psych: "psychology",
  hist: "history",
  lit: "literature",
  lang: "language",
  math: "mathematics",
  maths: "mathematics",
  stats: "statistics",
  comms: "communications",
  ed: "education",
  edu: "education",
  elem: "elementary",
  env: "environmental",
  enviro: "environmental",
  mech: "mechanical",
  elec: "electrical",
  info: "information",
  dev: "development",
  mol: "molecular",
  poli: "political",
  pol: "political",
  yr: "year",
  undergrad: "undergraduate",
};

/** Degrees that say nothing about the subject. */
const DEGREES =
  "ba|bsc|bs|ma|msc|ms|mres|mphil|phd|dphil|aa|as|aas|aos|hnd|hnc|btec|gcse|ab|sb|bphil|basc|bappsc|msci|mst|dr|hons|" +
  "postgraduate diploma|graduate diploma|graduate certificate|foundation degree|associate degree|doctor philosophy";

/** Degrees that name a subject only when nothing else does: `BBA Finance` is finance. */
const YIELDING = "bba|bbm|bms|bsba|bcom|mcom|btech|mtech|be|me|beng|meng|mba|bfa|mfa|bdes|mdes|emba|pgdm|bvoc|bas|baas";

/** Names that decide beside another subject: who teaches English is a teacher, "pre-med biology" leads to medicine. */
const DECIDING =
  "bed|b ed|ba ed|bsc ed|pgce|pgde|pgdip ed|qts|teaching|lehramt|magisterio|premed|pre med|pre medicine|pre medical|pre dental|" +
  "pre dentistry|pre vet|pre veterinary|pre law|pre pharmacy|pre nursing";

/** A degree word and one of these is a degree too: "bachelor of science (in …)". */
const DEGREE_WORDS =
  "bachelor|bachelors|master|masters|doctor|associate|associates|licence|license|licenciatura|licenciado|grado|laurea|" +
  "bacharelado|maestria|mestrado|magister|diploma|certificate";
const EMPTY_AREAS = "art|arts|science|applied science|applied arts|art science|arts science|vocation";
const SUBJECT_AREAS =
  "engineering|technology|commerce|business administration|business|fine art|fine arts|applied technology|design";

/** What begins a part of its own: the second subject of two. */
const JOINTS = "and und et y e en with mit avec con com plus minor minoring minors nebenfach mineure";

/** A part that begins so is a detail: it never decides, and may stay unknown. */
const DETAILS =
  "with mit avec con com minor minoring minors nebenfach mineure concentration concentrating emphasis focus focusing specialization " +
  "specializing specialisation specialising";

const PLACES =
  "university universite universitat universidad universidade universita college institute academy school uni iit";

/**
 * Words one or two letters away from a subject, or the beginning of one, that mean something else. Found by resolving
 * the 10,000 most common words each of English, German, French and Spanish.
 */
const LOOKALIKES =
  "determined finish lange langes sprechen sprach verraten verhalten gelang manger menager menagers negocie sondage sondages rapporter compter " +
  "franchi commis dessiner gritar gustar contarle tribu policia policias programa programas garde gesund milieu affaire " +
  "processor processors sewing computed determiner determinee produit produits producto productos compose " +
  "found image images black blacks reported control controls primary politician politicians performance " +
  "performances secondary products direct composed produce produces product managed mexico equipment floor " +
  "floors declared application applications determined determine finish finishes regions setting settings " +
  "settling registered seeing screen driver drivers producing revolution driving videos victims victim battery " +
  "batteries repair repairs funeral affair affairs flooding retain substance auction diary disorder disorders " +
  "escort compatible puppet miners pottery punjab precision performing mineral adventure adventures travels " +
  "vietnam indonesia glass " +
  "shopping shopper secret secreta secrets correct correcto start starts public publics decide decided decides human humans article articles " +
  "period periods report reports block blocks engine engines cabinet cabinets conduct letter letters truck trucks laser " +
  "timer mason brick robot robots ultra poll polls elect electron inform informa surge gazette fisher monte multi survey " +
  "surveys classic operation operations personal personals counsel procure environ environs roman romans operacion " +
  "action actions act public market markets document documents brand brands toxic invest advert start talk " +
  "physcology constructor reconstruction instruction destruction refrigerator generator decorator cosmology astrology " +
  "message messages rate rates collection collections germany amount amounts coming actually connection connections " +
  "wedding weddings joined prevent printing waiting layer layers tracking parallel telling cooling conversation " +
  "conversations shorts median timing archived spot spots signing barrier barriers counting forming bullet bullets patrol " +
  "competing pointing lesser trader denial ballot framing sort sorts backing heater pressed indices mating reception " +
  "instance instances equation equations creation restoration tradition traditions transition correlation mechanism " +
  "conservative conversion equatorial vocation location nursery nurseries purse versing cursing passing parting " +
  "baking caring sharing saving shaving pairing bearing hearing wearing wording wielding wiling bidding feeding leading " +
  "reading seating beating heating hating dating fading wading lying flowing acing aching pacing lacing boxing mixing " +
  "taxing waxing texting meeting melting smelting selling spelling smelling filling filing fining pining dining lining " +
  "mining fishing finishing wishing washing mashing cashing crashing planting panting painter sainting fainting " +
  "unsere unseres lasse lasten weder geschieht schreien schreie schauspiel echten richten rechnen mauer brach laster leere " +
  "lehren scheine frech balle compte ministre longue longues laisser commence commencer chemin chemins billet " +
  "indices devons disent traces chemise chemises ligue linge exporte tarde tardes idiota idiotas derecha derechas " +
  "enfermo enfermos mataron directo ministro encantador compra compras misterio traes colina colinas gesto cometa " +
  "fianza bienes trajes cocaina cortado mandar persona personas";

/** Words that turn an answer round: never passed over, whatever they belong to. */
const NEGATIONS = "not no never nor neither dont isnt arent without except or either before nicht kein pas ne nie";

const words = (list: string): Set<string> => new Set(list.split(" ").map(fold));
const phrases = (list: string): string[] => list.split("|").map((phrase) => phrase.split(" ").map(fold).join(" "));

/** The lists, folded like the texts they are compared with. */
export interface Words {
  stops: Set<string>;
  around(kind: AnswerKind): Set<string>;
  modifiers: Set<string>;
  soft: Set<string>;
  short: Map<string, string>;
  degrees: Set<string>;
  yielding: Set<string>;
  degreeWords: Set<string>;
  joints: Set<string>;
  details: Set<string>;
  places: Set<string>;
  lookalikes: Set<string>;
  deciding: Set<string>;
  negations: Set<string>;
}

let made: Words | undefined;

/** The lists are folded when a text is first not found by name. */
export function wordLists(): Words {
  made ??= makeWords();
  return made;
}

function makeWords(): Words {
  const around = new Map<AnswerKind, Set<string>>();
  const degreeWords = phrases(DEGREE_WORDS);
  const degreesIn = (areas: string): string[] =>
    degreeWords.flatMap((word) => phrases(areas).map((area) => `${word} ${area}`));
  return {
    stops: words(STOPS),
    around: (kind) => {
      const known = around.get(kind) ?? words(AROUND[kind]);
      around.set(kind, known);
      return known;
    },
    modifiers: words(MODIFIERS),
    soft: words(SOFT),
    short: new Map(Object.entries(SHORT).map(([short, long]) => [fold(short), fold(long)])),
    degrees: new Set([...phrases(DEGREES), ...degreesIn(EMPTY_AREAS)]),
    yielding: new Set([...phrases(YIELDING), ...degreesIn(SUBJECT_AREAS)]),
    degreeWords: new Set(degreeWords),
    joints: words(JOINTS),
    details: words(DETAILS),
    places: words(PLACES),
    lookalikes: words(LOOKALIKES),
    deciding: new Set(phrases(DECIDING)),
    negations: words(NEGATIONS),
  };
}
