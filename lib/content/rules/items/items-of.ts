import { contentWords } from '../../language/content-words';
import { type LocatedText, locatedText } from '../../language/located-text';
import type { Word } from '../../language/words';
import { MAX_OPTIONS, MAX_STEMS } from '../../limits';
import type { DeckFacts, FileFacts } from '../../parse/facts';
import type { Item, Option } from '../../parse/item';
import { startOf } from '../../parse/markdown';
import { isEnglish } from '../is-english';

/**
 * An item with its words, read once for all rules that judge it. Options and stems beyond what a set may have, which rule
 * S15 tells, are not judged: their number would bound nothing.
 */
export type ItemText = Readonly<{
  file: FileFacts;
  item: Item;
  /** False for the second and further stems of a match, whose lead-in and options have been judged already. */
  firstOfSet: boolean;
  /** What is told before the question. What stands above the directions of a set belongs to its first stem here. */
  stemNodes: Item['stem'];
  /** Its prose; tables and pictures are left out. */
  stem: LocatedText;
  /** Empty where the lead-in is missing. */
  leadIn: LocatedText;
  /** In the order written. */
  options: readonly OptionText[];
  /** The right option; null unless there is exactly one. */
  key: OptionText | null;
  /** The wrong options; none where there is no single key. */
  distractors: readonly OptionText[];
}>;

export type OptionText = LocatedText &
  Readonly<{
    option: Option;
    isKey: boolean;
    /** By their stems. */
    contentWords: ReadonlyMap<string, Word>;
  }>;

/** Every item of a deck, in reading order. */
export function itemsOf(deck: DeckFacts): readonly ItemText[] {
  const known = read.get(deck);
  if (known !== undefined) return known;
  const items = deck.files.flatMap((file) => (file.items.length === 0 ? NONE : itemsIn(file)));
  read.set(deck, items);
  return items;
}

/** The items of a deck written in English, the only language whose words the rules know; none for another deck. */
export function englishItemsOf(deck: DeckFacts): readonly ItemText[] {
  return isEnglish(deck) ? itemsOf(deck) : NONE;
}

const NONE: readonly ItemText[] = [];

/** Facts never change, so what was read of them once holds for every rule. */
const read = new WeakMap<DeckFacts, readonly ItemText[]>();

function itemsIn(file: FileFacts): readonly ItemText[] {
  const source = file.source.text;
  const optionWords = new Map<Option, Omit<OptionText, 'isKey'>>();
  const wordsOfOption = (option: Option) => {
    const known = optionWords.get(option);
    if (known !== undefined) return known;
    const located = locatedText(option.content, source);
    const words = { ...located, option, contentWords: contentWords(located.text) };
    optionWords.set(option, words);
    return words;
  };
  const judged = file.itemSets.flatMap(({ items }) => items.slice(0, MAX_STEMS));
  return judged.map((item, index): ItemText => {
    const firstOfSet = judged[index - 1]?.block !== item.block;
    const options = item.options
      .slice(0, MAX_OPTIONS)
      .map((option) => ({ ...wordsOfOption(option), isKey: isKey(item, option) }));
    const keys = options.filter((option) => option.isKey);
    const key = keys.length === 1 ? (keys[0] ?? null) : null;
    const stemNodes = firstOfSet ? item.stem : ownStem(item);
    return {
      file,
      item,
      firstOfSet,
      stemNodes,
      stem: locatedText(stemNodes, source, TABLES),
      leadIn: locatedText(item.leadIn === null ? [] : [item.leadIn.node], source),
      options,
      key,
      distractors: key === null ? [] : options.filter((option) => option !== key),
    };
  });
}

const TABLES: ReadonlySet<string> = new Set(['table']);

function ownStem({ stem, span }: Item): Item['stem'] {
  return stem.filter((node) => startOf(node) >= span.start);
}

/** Whether an option is marked as right for an item. */
export function isKey(item: Item, option: Option): boolean {
  return item.kind === 'vignette' ? option.checked === true : item.keys.includes(option.letter);
}
