import { z } from 'zod';
import { caseOf } from '@/lib/authoring/plan-concepts';
import type { CompiledItem } from '@/lib/content/model';

/** The kinds of item there are. */
export const ItemKind = z.enum(['vignette', 'match']);

/** What an item's row keeps as JSON beside its columns: needed to choose items, without the words of any. */
export const ItemDetails = z.strictObject({
  objectives: z.array(z.string()),
  /** Cards behind the case: units of its deck, or `deck/unit` of others. */
  links: z.array(z.string()),
  tags: z.array(z.string()),
  section: z.string().nullable(),
  /** Name of the unit whose items stand together; null for an item by itself. */
  set: z.string().nullable(),
  /** Keys of concepts of the deck by the storage letter of the option that is their answer. */
  confusable: z.record(z.string(), z.string()),
});
export type ItemDetails = z.output<typeof ItemDetails>;

/** The JSON of a compiled item's details. */
export function itemDetailsOf({
  objectives,
  links,
  tags,
  section,
  kind,
  unit,
  options,
}: CompiledItem): string {
  const details: ItemDetails = {
    objectives: [...objectives],
    links: [...links],
    tags: [...tags],
    section,
    set: kind === 'match' ? unit : null,
    confusable: Object.fromEntries(
      options.flatMap(({ letter, confusable }) =>
        confusable === null ? [] : [[letter, caseOf(confusable)] as const],
      ),
    ),
  };
  return JSON.stringify(details);
}

const ItemOption = z.strictObject({
  letter: z.string(),
  html: z.string(),
  text: z.string(),
  isKey: z.boolean(),
  rationaleHtml: z.string().nullable(),
  pin: z.boolean(),
  confusable: z.string().nullable(),
  claims: z.array(z.string()),
});

/** The body of a version: a compiled item. What later compilers add is kept out until it is listed here. */
export const ItemBody: z.ZodType<CompiledItem> = z.object({
  key: z.string(),
  unit: z.string(),
  variant: z.string(),
  kind: ItemKind,
  position: z.number(),
  group: z.string().nullable(),
  memoryKey: z.string(),
  stemHtml: z.string(),
  leadInHtml: z.string(),
  leadInText: z.string(),
  options: z.array(ItemOption),
  rationaleHtml: z.string().nullable(),
  keyPointHtml: z.string().nullable(),
  extraHtml: z.string().nullable(),
  links: z.array(z.string()),
  objectives: z.array(z.string()),
  sources: z.array(z.string()),
  tags: z.array(z.string()),
  claims: z.array(z.string()),
  bloom: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create']).nullable(),
  fact: z.string().nullable(),
  asOf: z.string().nullable(),
  reviewBy: z.string().nullable(),
  section: z.string().nullable(),
  contentHash: z.string(),
  answerHash: z.string(),
  was: z.array(z.string()).optional(),
}) as z.ZodType<CompiledItem>;
