import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDeck } from './compile-deck';
import { ALONE, type MediaFile } from './context';
import { formatDiagnostic } from './format-diagnostic';
import { authoredCase } from './golden/authored-case';
import { authoredText } from './golden/authored-text';
import { deckOf, FRONT_MATTER, qa } from './golden/deck-text';
import { SAMPLE_MEDIA } from './golden/sample-media';
import type { CompiledCard, SourceFile } from './model';

const GOLDEN = join(import.meta.dirname, 'golden');
/** The files under `media/`; null where there is no such folder. */
function mediaIn(folder: string): ReadonlyMap<string, MediaFile> | null {
  const media = join(folder, 'media');
  if (!existsSync(media)) return null;
  return new Map(readdirSync(media).map((name) => [name, { bytes: readFileSync(join(media, name)) }]));
}

const cases = readdirSync(GOLDEN, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('a golden deck', () => {
  test.each(cases.map(({ name }) => ({ name })))(
    '$name compiles to what stands beside it',
    async ({ name }) => {
      const folder = join(GOLDEN, name);
      const files = readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .map((file) => ({ path: file, text: readFileSync(join(folder, file), 'utf8') }));
      const { deck, diagnostics } = compileDeck(files, { ...ALONE, media: mediaIn(folder) });
      const told = [...diagnostics.map(formatDiagnostic), JSON.stringify(deck, null, 2), ''].join('\n');
      await expect(told).toMatchFileSnapshot(join(folder, 'expected.txt'));
    },
  );
});

describe('compileDeck', () => {
  const anyText = fc.oneof(
    authoredText,
    authoredCase.map(({ text }) => text),
  );

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => {
        compileDeck(
          texts.map((text, index) => ({ path: `${index}.md`, text })),
          { ...ALONE, media: SAMPLE_MEDIA },
        );
      }),
      { numRuns: 400 },
    );
  });

  test('tells only ranges that lie inside the text and do not run backwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split(/\r\n|\n|\r/);
        for (const found of compileDeck([{ path: 'deck.md', text }], ALONE).diagnostics) {
          expect(found.line).toBeLessThanOrEqual(found.endLine);
          if (found.line === found.endLine) expect(found.column).toBeLessThanOrEqual(found.endColumn);
          expect(found.line).toBeGreaterThan(0);
          expect(found.endLine).toBeLessThanOrEqual(lines.length);
          expect(found.column).toBeGreaterThan(0);
          expect(found.column).toBeLessThanOrEqual((lines[found.line - 1] ?? '').length + 1);
          expect(found.endColumn).toBeLessThanOrEqual((lines[found.endLine - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('gives a deck exactly where there is no error', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { deck, diagnostics } = compileDeck([{ path: 'deck.md', text: FRONT_MATTER + text }], {
          ...ALONE,
          media: SAMPLE_MEDIA,
        });
        expect(deck === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 200 },
    );
  });

  test('gives the same result for the same files', () => {
    fc.assert(
      fc.property(authoredText, (text) => {
        const files = [{ path: 'deck.md', text: FRONT_MATTER + text }];
        expect(compileDeck(files, ALONE)).toEqual(compileDeck(files, ALONE));
      }),
      { numRuns: 50 },
    );
  });

  test('keeps every key and hash when units change places', () => {
    const units = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(units, (numbers) => {
        const texts = numbers.map((number) =>
          qa(`unit-${number}`, `Question ${number}?`, `Answer ${number}`),
        );
        expect(cardsByKey(deckOf(...texts))).toEqual(cardsByKey(deckOf(...[...texts].reverse())));
      }),
    );
  });

  test('changes no content hash when only the wording around the units changes', () => {
    const unit = qa('tone', 'Tone?', 'Low');
    const hashes = (text: string) => cards(deckOf(text)).map((card) => card.contentHash);
    expect(hashes(`Prose one.\n\n${unit}`)).toEqual(
      hashes(`## Quite\n\nother *prose*.\n\n\n\n${unit}\n\nMore.`),
    );
  });

  test('changes the content hash and keeps the answer hash when only the question is reworded', () => {
    const [before] = cards(deckOf(qa('tone', 'Tone?', 'Low')));
    const [after] = cards(deckOf(qa('tone', 'What is the tone?', 'Low')));
    expect(after?.contentHash).not.toBe(before?.contentHash);
    expect(after?.answerHash).toBe(before?.answerHash);
  });

  test('keeps the answer hash when the answer only gets bold type', () => {
    const [before] = cards(deckOf(qa('tone', 'Tone?', 'Low and flaccid')));
    const [after] = cards(deckOf(qa('tone', 'Tone?', '**Low** and  flaccid')));
    expect(after?.answerHash).toBe(before?.answerHash);
  });

  test('changes the answer hash when the author counts the revision up', () => {
    const [before] = cards(deckOf(qa('tone', 'Tone?', 'Low')));
    const [after] = cards(deckOf(qa('tone', 'Tone?', 'Low', 'rev=2')));
    expect(after?.answerHash).not.toBe(before?.answerHash);
  });

  test('gives every card of a deck its own key', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,6}$/), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(ids, (names) => {
        const texts = names.map((name, index) => qa(name, `Tone ${index}?`, `Low ${index}`, 'dir=both'));
        const keys = cards(deckOf(...texts)).map((card) => card.key);
        expect(new Set(keys).size).toBe(2 * names.length);
        expect(keys.length).toBe(2 * names.length);
      }),
    );
  });

  test('does not depend on the order in which the files are given', () => {
    const files: readonly SourceFile[] = [
      { path: 'deck.md', text: FRONT_MATTER },
      { path: 'a.md', text: qa('a', 'A?', 'A') },
      { path: 'b.md', text: qa('b', 'B?', 'B') },
    ];
    expect(compileDeck([...files].reverse(), ALONE)).toEqual(compileDeck(files, ALONE));
    expect(cards(files).map((card) => card.unit)).toEqual(['a', 'b']);
  });

  test('tells a deck without any file what it needs', () => {
    const { deck, diagnostics } = compileDeck([], ALONE);
    expect(deck).toBeNull();
    expect(diagnostics.map((found) => [found.file, found.ruleId])).toEqual([['deck.md', 'S13-front-matter']]);
  });
});

function cards(files: readonly SourceFile[]): readonly CompiledCard[] {
  const { deck, diagnostics } = compileDeck(files, ALONE);
  expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
  return deck?.cards ?? [];
}

function cardsByKey(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  return new Map(cards(files).map((card) => [card.key, [card.contentHash, card.answerHash]]));
}
