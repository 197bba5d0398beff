/** What a word of a column's name says of its role, in English and Danish. */
export const SIGNS = {
  risk: /^(?:risks?|riskscore|risiko\p{L}*|prob|proba|probabilit\p{L}*|sandsynlighed\p{L}*|pred(?:s|prob|risk|ict\p{L}*)?|pr(?:æ|ae)d(?:ikt\p{L}*)?|yhat|phat)$/u,
  survival: /^(?:surv\p{L}*|overlev\p{L}*)$/u,
  score: /^(?:\p{L}*scores?|scoring)$/u,
  outcome:
    /^(?:outcome\p{L}*|udfald\p{L}*|died?|\p{L}*dead|death\p{L}*|døds?\p{L}*|doeds?|mort\p{L}*|event\p{L}*|h(?:æ|ae)ndelse\p{L}*|label|target|y|ytrue|readm\p{L}*|genindl\p{L}*|disease|case)$/u,
  patient: /^(?:patient\p{L}*|pat|pid|cpr\p{L}*|mrn|subject\p{L}*|person\p{L}*|pnr)$/u,
  identifier: /^(?:id|ident\p{L}*|nr|key|løbenr|lbnr|nummer)$/u,
  stay: /^(?:admission\p{L}*|indl(?:æ|ae)ggelse\p{L}*|encounter\p{L}*|kontakt\p{L}*|visit\p{L}*|stay\p{L}*|hadm)$/u,
  age: /^(?:age|alder)$/u,
  weight: /^(?:weights?|sampleweight|vægte?)$/u,
} as const;

/** Attributes by which a first audit commonly looks, with what they are called. */
export const ATTRIBUTES: readonly { readonly what: string; readonly words: RegExp }[] = [
  { what: "sex", words: /^(?:sex|gender|køn|koen)$/u },
  { what: "age", words: SIGNS.age },
  { what: "ethnicity or origin", words: /^(?:race|ethnic\p{L}*|etni\p{L}*|oprindelse\p{L}*|herkomst\p{L}*)$/u },
  {
    what: "means, insurance or deprivation",
    words: /^(?:income|indkomst\p{L}*|insur\p{L}*|forsikring\p{L}*|payer|depriv\p{L}*|imd)$/u,
  },
  { what: "education", words: /^(?:edu\p{L}*|uddannelse\p{L}*)$/u },
  { what: "language", words: /^(?:languages?|sprog)$/u },
  {
    what: "place of care",
    words:
      /^(?:site|hospital|sygehus\p{L}*|center|centre|region|afdeling\p{L}*|afsnit\p{L}*|ward|kommune|klinik|department)$/u,
  },
];

/** Levels that come in pairs, of which the first means that something happened. */
export const POSITIVE: readonly (readonly [happened: string, not: string])[] = [
  ["1", "0"],
  ["true", "false"],
  ["yes", "no"],
  ["y", "n"],
  ["ja", "nej"],
  ["j", "n"],
  ["dead", "alive"],
  ["died", "survived"],
  ["died", "alive"],
  ["død", "levende"],
  ["død", "i live"],
  ["positive", "negative"],
  ["positiv", "negativ"],
  ["present", "absent"],
  ["case", "control"],
];

/** Texts that often stand where nothing was recorded, and are not missing by default. */
export const PERHAPS_MISSING = new Set(
  "? . - n/a #n/a na nan none unknown ukendt missing mangler uoplyst -1 -9 -99 -999 -9999".split(" "),
);
