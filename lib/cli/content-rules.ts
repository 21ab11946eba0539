import { nearest } from '@/lib/base/nearest';
import { RULE_NUMBERS, ruleEntry, rulesPage } from '@/lib/content/rules-page';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/** `content rules [rules…]`: prints the entry of each rule named by its number or id, or the page of all of them. */
export async function contentRules(words: readonly string[], { out }: Surroundings): Promise<number> {
  const { paths: names } = readWords('content rules', words, []);
  const entries = names.map((name) => {
    const number = name.split('-')[0] ?? name;
    const entry = ruleEntry(number);
    if (entry !== null) return entry;
    const meant = nearest(number.toUpperCase(), RULE_NUMBERS);
    throw new UsageError(`There is no rule ${name}.${meant === null ? '' : ` Did you mean ${meant}?`}`);
  });
  out(names.length === 0 ? rulesPage() : entries.join('\n'));
  return 0;
}
