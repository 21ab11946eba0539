import { stemOf } from './stem';
import { type Word, wordsOf } from './words';

/**
 * The words of a text that carry its matter, by their stems, each at its first place: five letters or more and not in
 * the stop list. What the catalogue of rules calls content words.
 */
export function contentWords(text: string): ReadonlyMap<string, Word> {
  const byStem = new Map<string, Word>();
  for (const word of wordsOf(text)) {
    if (word.text.length < MIN_LENGTH || isStopWord(word.text) || !/^\p{L}/u.test(word.text)) continue;
    const stem = stemOf(word.text);
    if (!byStem.has(stem)) byStem.set(stem, word);
  }
  return byStem;
}

/** Whether a lower-case word only holds a sentence together: articles, pronouns, prepositions, auxiliaries. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

const MIN_LENGTH = 5;

/** English function words (the closed classes of any grammar), and the words every case is told with. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those each every either neither both all any some no not none other another such same own
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself itself
  themselves who whom whose which what where when why how there here
  and or but nor so yet if than then because although though while whereas unless until since whether
  of in on at by for with from to into onto upon over under above below about across after before between among during
  through throughout against along around behind beside besides beyond despite except inside outside near off out up down
  toward towards via within without per as like
  is are was were be been being am do does did done doing has have had having can could may might must shall should will
  would ought
  very too also only just more most less least much many few several again further once ever never always often still
  already almost quite rather
  following likely patient patients which`.split(/\s+/),
);
