import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALONE } from '../context';
import type { CompiledItem } from '../model';
import { readDeck } from '../parse/read-deck';
import { buildItems } from './build-items';

const FRONT_MATTER = `---
deck: example
title: Example
objectives:
  L1: { text: Localise, bloom: apply }
  L2: { text: Name }
sources:
  adams: { title: Adams, year: 2019 }
groups:
  site: { concept: Where }
---

`;

const WORDS = ['Dorsal root', 'Anterior horn', 'Peripheral nerve', 'Motor end plate', 'Muscle'];

const SITES = ['Anterior horn', 'Capsule', 'Dorsal root', 'Muscle', 'Nerve', 'Pons'];

type Written = Readonly<{ head?: string; key?: number; order?: readonly number[]; lab?: string }>;

/** A vignette of five options under the letters A to E, which stay with their words in any order the author explains. */
function vignette({ head = '', key = 1, order = [0, 1, 2, 3, 4], lab = '' }: Written = {}): string {
  const options = order.map((index) => {
    const letter = 'ABCDE'[index];
    const mark = index === key ? 'x' : ' ';
    return `- [${mark}] **${letter}.** ${WORDS[index]} {clues="secret${index}"}\n  > Reason ${index}, long enough to say why it is right or wrong.`;
  });
  return `:::vignette{#polio obj=L1 src=adams order="logical as drawn" ${head}}\nA girl limps.\n\n${lab}**Which site is most likely damaged?**\n\n${options.join('\n')}\n\n**Key point:** Motor.\n:::`;
}

function match(head = '', stem = '{#horn key=A}'): string {
  const sites = SITES.map((site, index) => `- **${'ABCDEF'[index]}.** ${site}`).join('\n');
  return `:::match{#where obj=L1 src=adams ${head}}\n**For each patient, choose the site.**\n\n${sites}\n\n1. Wasting. ${stem}\n   > Lower, since the muscles waste and the reflexes go.\n2. Face spared. {#capsule key=B}\n   > Upper, since the forehead has a second hemisphere.\n:::`;
}

/** What the blocks compile to; rules that would judge their wording have no say here. */
function itemsOf(...blocks: readonly string[]): readonly CompiledItem[] {
  const facts = readDeck([{ path: 'deck.md', text: FRONT_MATTER + blocks.join('\n\n') }], ALONE);
  if (facts.info === null) throw new Error('The front matter was not read.');
  return buildItems(facts, facts.info);
}

function itemOf(...blocks: readonly string[]): CompiledItem {
  const [item] = itemsOf(...blocks);
  if (item === undefined) throw new Error('No item was compiled.');
  return item;
}

const index = fc.integer({ min: 0, max: 4 });
const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });

/** What a learner sees before answering. */
function asked({ stemHtml, leadInHtml, leadInText, options }: CompiledItem) {
  return {
    stemHtml,
    leadInHtml,
    leadInText,
    options: options.map(({ letter, html, text }) => [letter, html, text]),
  };
}

describe('an item', () => {
  test('shows the same before the answer whichever option is the key', () => {
    fc.assert(
      fc.property(index, index, order, (one, other, places) => {
        expect(asked(itemOf(vignette({ key: one, order: places })))).toEqual(
          asked(itemOf(vignette({ key: other, order: places }))),
        );
      }),
    );
    const [first] = itemsOf(match('', '{#horn key=A}'));
    const [second] = itemsOf(match('', '{#horn key=B}'));
    expect(first && asked(first)).toEqual(second && asked(second));
  });

  test('shows none of the clues and rationales before the answer', () => {
    const before = JSON.stringify(asked(itemOf(vignette())));
    expect(before).not.toMatch(/secret|Reason|Motor\./);
    const [stem] = itemsOf(match());
    expect(JSON.stringify(stem && asked(stem))).not.toContain('Lower');
  });

  test('shows options in the order written, each under its own letter', () => {
    fc.assert(
      fc.property(index, order, (key, places) => {
        const { options } = itemOf(vignette({ key, order: places }));
        expect(options.map(({ text }) => text)).toEqual(places.map((place) => WORDS[place]));
        expect(options.map(({ letter }) => letter)).toEqual(places.map((place) => 'ABCDE'[place]));
        expect(options.filter(({ isKey }) => isKey).map(({ text }) => text)).toEqual([WORDS[key]]);
      }),
    );
  });

  test('keeps its answer hash when options change places, and changes its content hash', () => {
    const before = itemOf(vignette());
    const after = itemOf(vignette({ order: [4, 3, 2, 1, 0] }));
    expect(after.answerHash).toBe(before.answerHash);
    expect(after.contentHash).not.toBe(before.contentHash);
  });

  test.each([
    { what: 'another option becomes the key', head: '', key: 2 },
    { what: 'its author counts the revision up', head: 'rev=2', key: 1 },
  ])('changes its answer hash when $what', ({ head, key }) => {
    expect(itemOf(vignette({ head, key })).answerHash).not.toBe(itemOf(vignette()).answerHash);
  });

  test('shares one memory with the other cases of its group', () => {
    const other = vignette({ head: 'group=site' }).replace('#polio', '#polio-02');
    const memories = itemsOf(vignette({ head: 'group=site' }), other).map(({ memoryKey }) => memoryKey);
    expect(memories).toEqual(['site:case', 'site:case']);
  });

  test('has a memory of its own outside a group, and for each stem of a match', () => {
    const memories = itemsOf(vignette(), match()).map(({ memoryKey }) => memoryKey);
    expect(memories).toEqual(['polio:case', 'where:s.horn', 'where:s.capsule']);
  });

  test.each([
    { head: '', bloom: 'apply' },
    { head: 'bloom=analyze', bloom: 'analyse' },
  ])('is at the level of its objective unless it names its own: $bloom', ({ head, bloom }) => {
    expect(itemOf(vignette({ head })).bloom).toBe(bloom);
  });

  test('in a match adds its own to what the set says, and its own day takes the place of the set’s', () => {
    const head = 'tags=set claims=C01 links=polio asOf=2024-01-01';
    const [own, plain] = itemsOf(
      match(head, '{#horn key=A tags="emq set" claims=C02 obj=L2 asOf=2025-01-01}'),
      vignette(),
    );
    expect(own).toMatchObject({ tags: ['set', 'emq'], claims: ['C01', 'C02'], objectives: ['L1', 'L2'] });
    expect([own?.asOf, plain?.asOf, plain?.links]).toEqual(['2025-01-01', '2024-01-01', ['polio']]);
  });

  test('knows the keys it was published under', () => {
    expect(itemOf(vignette({ head: 'was="old other/old"' })).was).toEqual(['old:case', 'other/old:case']);
    const [stem] = itemsOf(match('was=place', '{#horn key=A was=cornu}'));
    expect(stem?.was).toEqual(['where:s.cornu', 'place:s.horn', 'place:s.cornu']);
  });

  test.each(['Test | Result | Reference', 'test | RESULT | Reference'])(
    'gives the table headed %s a caption and headed rows',
    (heads) => {
      const lab = `| ${heads} |\n|---|---|---|\n| CK | 90 IU/l | 30–200 |\n\n`;
      const { stemHtml } = itemOf(vignette({ lab }));
      expect(stemHtml).toContain('<table class="laboratory"><caption>Laboratory results</caption>');
      expect(stemHtml).toContain('<tr><th scope="row">CK</th><td>90 IU/l</td><td>30–200</td></tr>');
    },
  );

  test('leaves any other table as it is', () => {
    const { stemHtml } = itemOf(
      vignette({ lab: '| Sign | Left | Right |\n|---|---|---|\n| Tone | low | – |\n\n' }),
    );
    expect(stemHtml).not.toContain('laboratory');
    expect(stemHtml).toContain('<td>Tone</td>');
  });
});
