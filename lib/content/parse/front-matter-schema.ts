import { z } from 'zod';
import { ID_GRAMMAR, isId } from '../identity';

/** Bloom's levels of an objective, lowest first (revised taxonomy; `analyze` is the same level). */
export const BLOOM_LEVELS = [
  'remember',
  'understand',
  'apply',
  'analyse',
  'analyze',
  'evaluate',
  'create',
] as const;

const line = z.string().trim().min(1).max(500);
const id = z.string().refine(isId, `must be made of ${ID_GRAMMAR}`);
const tag = z.string().regex(/^\S{1,80}$/, 'must be one word');
/** Names of objectives and sources, as authors number them: `LMN-1`, `adams`, `gr_sma.2`. */
const label = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,79}$/, 'must be made of letters, digits, `-`, `_` and `.`');

const objective = z.strictObject({ text: line, bloom: z.enum(BLOOM_LEVELS).optional() });

const source = z.strictObject({
  title: line,
  year: z.int().min(1400).max(2200).optional(),
  locator: line.optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  tag: z.enum(['V', 'K']).optional(),
});

const group = z.strictObject({ concept: line, confusable: z.array(id).optional() });

/** Rule and reason; an empty reason is for rule S14 to tell. */
const ignore = z.record(z.string(), z.union([z.string(), z.null()])).optional();

/** The front matter of `deck.md`: every key there is. */
export const DeckFrontMatter = z.strictObject({
  deck: id,
  title: line,
  description: z.string().trim().max(2000).optional(),
  language: z.string().refine(isLanguageTag, 'must be a language tag such as `en` or `pt-BR`').optional(),
  tags: z.array(tag).optional(),
  objectives: z.record(label, objective).optional(),
  sources: z.record(label, source).optional(),
  groups: z.record(id, group).optional(),
  order: z.array(line).optional(),
  was: z.union([id, z.array(id)]).optional(),
  ignore,
});
export type DeckFrontMatter = z.infer<typeof DeckFrontMatter>;

/** The front matter of any other file of a deck. */
export const FileFrontMatter = z.strictObject({ ignore });
export type FileFrontMatter = z.infer<typeof FileFrontMatter>;

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
