import { z } from 'zod';
import type { Claim } from '../context';
import type { SourceFile } from '../model';
import type { FileFacts } from './facts';
import { readFrontMatter } from './front-matter';
import { locator } from './locate';
import { prepareSource } from './prepare-source';
import type { Problem, Span } from './span';

/** A library's list of claims, `claims.yaml`: what its decks promise to teach. */
export type ClaimsFile = Pick<FileFacts, 'path' | 'rangeOf'> &
  Readonly<{
    /** By their numbers; null where the file cannot be read. */
    claims: ReadonlyMap<string, Claim> | null;
    problems: readonly Problem[];
    /** Where a claim stands. */
    spanOf: (number: string) => Span;
  }>;

const ClaimList = z.record(
  z.string().regex(/^[A-Z]\d{1,4}$/, 'must be a letter and a number, such as `C01`'),
  z.strictObject({ text: z.string().trim().min(1).max(500), corrected: z.boolean().optional() }),
);

/** Reads `C01: { text: "…", corrected: true }`, a line for each claim. Never throws. */
export function readClaims(file: SourceFile): ClaimsFile {
  const source = prepareSource(file.text);
  const lines = { yaml: { start: 0, end: source.text.length }, after: source.text.length, closed: true };
  const { value, problems, spanAt } = readFrontMatter(source.text, lines, ClaimList, 'list of claims');
  const claims =
    value === null
      ? null
      : new Map(
          Object.entries(value).map(([number, { text, corrected = false }]) => [number, { text, corrected }]),
        );
  return {
    path: file.path,
    rangeOf: locator(file.text, source),
    claims,
    problems: [...source.overLimits, ...problems],
    spanOf: (number) => spanAt([number]),
  };
}
