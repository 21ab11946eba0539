import { ALONE } from './context';
import { closeHeads } from './format/close-heads';
import { applyEdits, type Edit } from './format/edit';
import { endLastLine } from './format/end-last-line';
import { lineEndOf } from './format/line-end-of';
import { mendBlanks } from './format/mend-blanks';
import { mintIds } from './format/mint-ids';
import { partWithEmptyLines } from './format/part-with-empty-lines';
import type { FormatChange } from './format-change';
import type { SourceFile } from './model';
import type { DeckFacts, FileFacts } from './parse/facts';
import { readDeck } from './parse/read-deck';

/** A file with what formatting did to it; where nothing was done the text is the author's. */
export type FormattedFile = SourceFile & Readonly<{ changes: readonly FormatChange[] }>;

/**
 * Mints the ids that are missing in ONE deck and tidies its files, by inserting and, where the format says so, taking out
 * blanks: all else keeps its bytes, line ends and byte-order mark included. Pure and settled: formatting the result
 * changes nothing. A deck that compiles gives the same cards as before, but for blanks inside their words. Never throws.
 */
export function formatDeck(files: readonly SourceFile[]): readonly FormattedFile[] {
  let formatted = files.map((file): FormattedFile => ({ ...file, changes: [] }));
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = formattedOnce(formatted);
    if (next === null) return formatted;
    formatted = next;
  }
  return files.map((file) => ({ ...file, changes: [] }));
}

/**
 * What one change uncovers is changed in the next round: a head that can be read now lacks an id. A text of which every
 * round finds more is no text to be mended by rule, and stays as it is.
 */
const MAX_ROUNDS = 32;

/** Null where nothing is left to do. Ids come last, when all there is to read can be read. */
function formattedOnce(files: readonly FormattedFile[]): FormattedFile[] | null {
  const deck = readDeck(files, ALONE);
  return edited(files, deck, tidied(files, deck)) ?? edited(files, deck, mintIds(deck));
}

function tidied(files: readonly FormattedFile[], deck: DeckFacts): ReadonlyMap<FileFacts, readonly Edit[]> {
  return new Map(
    deck.files.map((file) => {
      const lineEnding = lineEndOf(files.find(({ path }) => path === file.path)?.text ?? '');
      return [
        file,
        [
          ...mendBlanks(file),
          ...closeHeads(file),
          ...partWithEmptyLines(file, lineEnding),
          ...endLastLine(file, lineEnding),
        ],
      ];
    }),
  );
}

function edited(
  files: readonly FormattedFile[],
  deck: DeckFacts,
  edits: ReadonlyMap<FileFacts, readonly Edit[]>,
): FormattedFile[] | null {
  let isChanged = false;
  const next = files.map((file) => {
    const facts = deck.files.find(({ path }) => path === file.path);
    const own = facts === undefined ? [] : (edits.get(facts) ?? []);
    if (facts === undefined || own.length === 0) return file;
    isChanged = true;
    const { text, changes } = applyEdits(file.text, facts, own);
    return { path: file.path, text, changes: [...file.changes, ...changes] };
  });
  return isChanged ? next : null;
}
