import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULE_NUMBERS, ruleEntry, rulesPage } from './rules-page';

test('docs/rules.md is what the rules say today', async () => {
  await expect(rulesPage()).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/rules.md'));
});

test('every rule can be explained by its number', () => {
  for (const number of RULE_NUMBERS) expect(ruleEntry(number)).toContain(`${number}-`);
  expect(ruleEntry('s05')).toBe(ruleEntry('S05'));
  expect(ruleEntry('S99')).toBeNull();
});

test('no character of an example is lost from sight', () => {
  expect(rulesPage()).toContain('Caf\ufffd');
  expect(rulesPage()).toContain('A\\u0000B');
});
