/** What stands behind a number: its unit, if that is one a laboratory writes, and where the unit ends. */
export type Measured = Readonly<{ unit: string; end: number }>;

/**
 * The unit of a result that begins at the start of `text`, which follows a number: `mg/dL`, `/mm³`, `× 10⁹/L`, `mm Hg`,
 * `%`, `ms`. Empty where none follows.
 */
export function unitAt(text: string): Measured {
  const found = UNIT.exec(text.slice(0, LONGEST));
  return { unit: found?.[1] ?? '', end: found?.[0].length ?? 0 };
}

/** Whether brackets with a range or a bound follow: `(15–45)`, `(normal, < 5)`, `[N: 0–5 cells]`. */
export function referenceFollows(text: string): boolean {
  const brackets = /^[\s,;]{0,2}[([]([^()[\]]{1,80})[)\]]/.exec(text.slice(0, LONGEST));
  return brackets !== null && isReference(brackets[1] ?? '');
}

/** Whether a text gives the limits between which a result is normal, or names what is normal. */
export function isReference(text: string): boolean {
  return /\d\s?(?:-|–|−|—|to\s)\s?[<>≤≥]?\s?\d|[<>≤≥]\s?\d|\b(?:up to|below|under|above) \d|\b(?:negative|absent|none|normal|nonreactive|undetectable)\b/i.test(
    text,
  );
}

const LONGEST = 100;

const UNIT = new RegExp(
  [
    String.raw`^\s?((?:[×x]\s?10\s?(?:\^?\d{1,2}|[⁰¹²³⁴-⁹]{1,2})\s?)?(?:[\p{L}µμ]{1,8}\s)?[\p{L}µμ%]{0,8}\s?\/\s?(?:[µμ]?[\p{L}]{1,5}[23²³]?|[\p{L}]{1,8})(?:\s?\/\s?[\p{L}]{1,5})?(?:\sper [\p{L}]{1,12})?`,
    String.raw`[\p{L}]{1,10} per [\p{L}µμ]{1,12}`,
    String.raw`mm\s?Hg|(?:mm|cm)\s?H(?:2|₂)O|kPa|%|percent|fL|pg|mEq|mOsm|mmol|copies|cells|seconds|sec|ms|s|mm|IU|U)(?![\p{L}])`,
  ].join('|'),
  'iu',
);
