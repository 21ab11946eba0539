import { expect, test } from 'vitest';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase } from '@/lib/testing/database';
import { begin, choose, finish, result, reveal, save, view } from '@/lib/testing/sittings';
import { guest, PUBLISHED_AT } from '@/lib/testing/study';

const LEG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
<title id="t">A leg</title><g id="shin"><path d="M2 15 H20"/></g><use href="#shin"/></svg>`;

/** Every id in HTML that would stand on one page. */
function idsIn(html: string): readonly string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
}

test('drawings stand in stems and explanations, and no two of a page share an id or point into each other', async () => {
  const db = await emptyDatabase();
  const cases = ['one', 'two', 'three'].map((id) =>
    vignette(id, `The leg of patient ${id} is weak.\n\n![A leg](media/leg.svg)`).replace(
      'as when motor neurons die.',
      'as when motor neurons die. ![A leg again](media/leg.svg#shin)',
    ),
  );
  await publishCases(db, caseDeck(TONE, ...cases), { now: PUBLISHED_AT, media: { 'leg.svg': LEG } });
  const learnerId = await guest(db);
  const id = await begin(db, learnerId, { mode: 'tutor', count: 3 });
  const told = [0, 1, 2].flatMap((slot) => [choose(slot, 'A'), reveal(slot)]);
  const reply = await save(db, learnerId, id, told);
  const { questions, explanations } = await view(db, learnerId, id);
  expect(explanations).toEqual(reply.explanations);
  for (const { stemHtml } of questions) expect(stemHtml).toContain('<path');
  for (const { options } of explanations) expect(options[0]?.rationaleHtml).toContain('<path');
  const page = [
    ...questions.map(({ stemHtml }) => stemHtml),
    ...explanations.flatMap(({ options }) => options.map(({ rationaleHtml }) => rationaleHtml ?? '')),
  ].join('');
  const ids = idsIn(page);
  expect(ids.length).toBeGreaterThanOrEqual(6);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target = ''] of page.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(target);
  await finish(db, learnerId, id);
  expect((await result(db, learnerId, id)).questions).toEqual(questions);
});
