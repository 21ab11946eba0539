import { expect, test } from 'vitest';
import { formatDiagnostic } from './format-diagnostic';
import type { Diagnostic } from './model';

const found: Diagnostic = {
  file: 'content/lmn/deck.md',
  line: 7,
  column: 3,
  endLine: 7,
  endColumn: 9,
  severity: 'error',
  ruleId: 'S05-unit-id',
  message: 'This block has no id.',
};

test('puts place, severity, rule and message on one line', () => {
  expect(formatDiagnostic(found)).toBe('content/lmn/deck.md:7:3 error S05-unit-id This block has no id.');
});

test('puts the hint on an indented line of its own', () => {
  expect(formatDiagnostic({ ...found, hint: 'Add `{#tone}`.' })).toBe(
    'content/lmn/deck.md:7:3 error S05-unit-id This block has no id.\n    hint: Add `{#tone}`.',
  );
});

test('lets no text forge another line', () => {
  const forged = formatDiagnostic({ ...found, message: 'a\nb.md:1:1 error X\u001b[2J', hint: 'c\r\nd' });
  expect(forged.split('\n')).toHaveLength(2);
  expect(forged).not.toContain('\u001b');
});
