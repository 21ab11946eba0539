import { ALONE } from '@/lib/content/context';
import type { SourceFile } from '@/lib/content/model';
import type { Db } from '@/lib/db/connect';
import { type Publisher, publishDeck } from '@/lib/ops/authoring/publish-deck';
import { ctxOf, NOW } from './study';

/** A vignette about the deck of `caseDeck`: A is the key, B is the answer of the group `root`. */
export function vignette(
  id: string,
  story: string,
  more: Readonly<{ group?: string; was?: string }> = {},
): string {
  const head = Object.entries(more).map(([name, value]) => ` ${name}="${value}"`);
  return `:::vignette{#${id} obj=L1 src=adams links="tone other/far"${head.join('')}}
${story}

**Which site is most likely damaged?**

- [x] **A.** Anterior horn
  > The leg is weak and wasted while feeling is kept, as when motor neurons die.
- [ ] **B.** Dorsal root {confusable=root}
  > A lesion of the dorsal root takes feeling and leaves the muscles their bulk.
- [ ] **C.** Motor cortex
  > A lesion of the cortex would raise the tone and the reflexes of the leg.
- [ ] **D.** Muscle
  > A disease of muscle weakens both sides, and nearest to the trunk the most.
- [ ] **E.** Peripheral nerve
  > A lesion of one nerve would take the feeling of its field along with its muscles.

**Key point:** Weakness without loss of feeling points to the anterior horn.
:::
`;
}

/** Two items that stand together: the keys are A and B. */
export const MATCH = `:::match{#where obj=L1 src=adams}
**For each patient, choose the site.**

${['Anterior horn', 'Capsule', 'Dorsal root', 'Muscle', 'Nerve', 'Pons'].map((site, index) => `- **${'ABCDEF'[index]}.** ${site}`).join('\n')}

1. A man wastes in one hand without loss of feeling. {#horn key=A}
   > Lower, since the muscles waste and the reflexes go.
2. A woman cannot move one side, her forehead spared. {#capsule key=B}
   > Upper, since the forehead has a second hemisphere.
:::
`;
/** The card that the vignettes link. */
export const TONE =
  ':::qa{#tone obj=L1 src=adams}\nHow does tone change in a lower motor neuron lesion?\n\n---\n\nIt falls.\n:::\n';

/** The source of the deck `signs` with these blocks, and the groups `horn` and `root`. */
export function caseDeck(...blocks: readonly string[]): readonly SourceFile[] {
  const head = `---\ndeck: signs\ntitle: Signs\ndescription: For tests\nlanguage: en
objectives:\n  L1: { text: Tell the lesions apart, bloom: apply }
sources:\n  adams: { title: A textbook, year: 2019, tag: V }
groups:\n  horn: { concept: Motor neurons die, confusable: [root] }\n  root: { concept: A root is torn }\n---\n`;
  return [{ path: 'signs/deck.md', text: `${head}\n${blocks.join('\n')}` }];
}

/** Publishes one deck; throws what is wrong with it. */
export async function publishCases(
  db: Db,
  files: readonly SourceFile[],
  {
    now = NOW,
    media = null,
    publishedBy = 'operator',
  }: Readonly<{
    now?: number;
    media?: Readonly<Record<string, string>> | null;
    publishedBy?: Publisher;
  }> = {},
) {
  const context = {
    ...ALONE,
    media:
      media === null
        ? null
        : new Map(Object.entries(media).map(([name, text]) => [name, { bytes: Buffer.from(text) }] as const)),
  };
  const input = { files, context, position: 0, publishedBy };
  const result = await publishDeck(ctxOf(db, { kind: 'operator' }, now), input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
