import type { Attribute } from '../parse/attributes';
import { valueNamed, wordsNamed } from './attribute-values';

/**
 * The word lists of a deck's attributes (`src=`, `obj=`, `tags=`), each written form read once: a deck names the same few
 * sources and objectives in thousands of blocks, and those blocks share the lists.
 */
export class ListsRead {
  readonly #byValue = new Map<string, readonly string[]>();

  /** What `wordsNamed` gives. */
  named(attributes: readonly Attribute[], name: string): readonly string[] {
    const value = valueNamed(attributes, name);
    if (value === null) return NONE;
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const words = wordsNamed(attributes, name).map(compact);
    this.#byValue.set(value, words);
    return words;
  }
}

const NONE: readonly string[] = [];

/**
 * The same text in a string of its own. A piece of a file with one dash in it is two bytes a unit, and so is all that is
 * joined with it: the whole input of a card's hash, which is then twice as heavy and a quarter slower to hash.
 */
function compact(text: string): string {
  return Buffer.from(text).toString();
}
