import type { Attribute } from '../parse/attributes';
import { wordsIn } from './block-kinds';

/** The value of the attribute `name`; null where it is not given. */
export function valueNamed(attributes: readonly Attribute[], name: string): string | null {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return null;
}

/** The words of a list attribute, each once, in the order written; none where it is not given. */
export function wordsNamed(attributes: readonly Attribute[], name: string): readonly string[] {
  const value = valueNamed(attributes, name);
  if (value === null) return NONE;
  const words = wordsIn(value);
  return words.length < 2 ? words : words.filter((word, index) => words.indexOf(word) === index);
}

const NONE: readonly string[] = [];

/** Spellings separated by semicolons, as in `accept="paresis; weakness"`. */
export function spellingsIn(value: string): readonly string[] {
  return value
    .split(';')
    .map((spelling) => spelling.replace(/\s+/gu, ' ').trim())
    .filter((spelling) => spelling !== '');
}
