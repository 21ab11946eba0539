import type { Attribute } from '../parse/attributes';
import { wordsIn } from './block-kinds';

/** The value of the attribute `name`; null where it is not given. */
export function valueNamed(attributes: readonly Attribute[], name: string): string | null {
  return attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

/** The words of a list attribute, each once, in the order written; none where it is not given. */
export function wordsNamed(attributes: readonly Attribute[], name: string): readonly string[] {
  const value = valueNamed(attributes, name);
  return value === null ? [] : [...new Set(wordsIn(value))];
}

/** Spellings separated by semicolons, as in `accept="paresis; weakness"`. */
export function spellingsIn(value: string): readonly string[] {
  return value
    .split(';')
    .map((spelling) => spelling.replace(/\s+/gu, ' ').trim())
    .filter((spelling) => spelling !== '');
}
