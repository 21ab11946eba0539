import { expect, test } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import { ALONE } from '@/lib/content/context';
import type { SourceFile } from '@/lib/content/model';
import type { Db } from '@/lib/db/connect';
import { answerCards } from '@/lib/ops/scheduling/answer-cards';
import { getSitting } from '@/lib/ops/scheduling/get-sitting';
import { emptyDatabase } from '@/lib/testing/database';
import { statesOf } from '@/lib/testing/states';
import { ctxOf, guest, NOW, review } from '@/lib/testing/study';
import { type Publisher, publishDeck } from './publish-deck';
import { retireMissingDecks } from './retire-missing-decks';

const TONE = qa('tone', 'How does tone change in a lower motor neuron lesion?', 'It **falls**.');
const BULK = qa('bulk', 'How does muscle bulk change in a lower motor neuron lesion?', 'It wastes early.');

function qa(id: string, question: string, answer: string): string {
  return `:::qa{#${id} obj=L1 src=adams}\n${question}\n\n---\n\n${answer}\n:::\n`;
}

function deck(...units: readonly string[]): readonly SourceFile[] {
  const head = `---\ndeck: signs\ntitle: Signs\ndescription: For tests\nlanguage: en
objectives:\n  L1: { text: Tell the lesions apart, bloom: apply }
sources:\n  adams: { title: A textbook, year: 2019, tag: V }\n---\n`;
  return [{ path: 'signs/deck.md', text: `${head}\n${units.join('\n')}` }];
}

async function publish(db: Db, files: readonly SourceFile[], now = NOW, publishedBy: Publisher = 'operator') {
  const result = await publishDeck(ctxOf(db, { kind: 'operator' }, now), {
    files,
    context: ALONE,
    position: 0,
    publishedBy,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Learners see these cards: the fronts of those that stand, by key. */
async function standing(db: Db) {
  const cards = await db.read.card.findMany({ where: { retiredAt: null }, orderBy: { position: 'asc' } });
  return new Map(cards.map((card) => [card.key, card]));
}

async function answered(db: Db, key: string) {
  const learnerId = await guest(db);
  const card = (await standing(db)).get(key);
  const batch = { learnerId, sentAt: NOW, events: [review(card?.uid as CardUid, { grade: 4 })] };
  await answerCards(ctxOf(db, { kind: 'learner', learnerId }), batch);
  return { learnerId, states: await statesOf(db, learnerId) };
}

test('a first publish mints an identity for each card and files the source as revision 1', async () => {
  const db = await emptyDatabase();
  expect(await publish(db, deck(TONE, BULK))).toMatchObject({ revision: 1, changes: { added: 2 } });
  expect([...(await standing(db)).keys()]).toEqual(['tone:fwd', 'bulk:fwd']);
});

test('publishing the same source again changes nothing at all', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE, BULK));
  const before = await db.read.card.findMany();
  expect(await publish(db, deck(TONE, BULK), NOW + 1)).toMatchObject({
    revision: 1,
    changes: { unchanged: 2 },
  });
  expect(await db.read.card.findMany()).toEqual(before);
  expect(await db.read.revision.count()).toBe(1);
});

test('R25 an edited card keeps its identity and every learner’s memory of it', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE, BULK));
  const { learnerId, states } = await answered(db, 'tone:fwd');
  const before = (await standing(db)).get('tone:fwd');

  const edited = TONE.replace('falls', 'is reduced');
  expect(await publish(db, deck(BULK, edited))).toMatchObject({
    revision: 2,
    changes: { changed: 1, moved: 1 },
  });
  const after = (await standing(db)).get('tone:fwd');
  expect(after).toMatchObject({ uid: before?.uid, version: 2, position: 1 });
  expect(after?.backHtml).toContain('is reduced');
  expect(await statesOf(db, learnerId)).toEqual(states);
});

test('a card that leaves its deck is retired, and comes back under its old identity with its history', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE, BULK));
  const uid = (await standing(db)).get('tone:fwd')?.uid;
  const { learnerId, states } = await answered(db, 'tone:fwd');

  expect(await publish(db, deck(BULK))).toMatchObject({ changes: { retired: 1 } });
  expect([...(await standing(db)).keys()]).toEqual(['bulk:fwd']);
  const sitting = await getSitting(ctxOf(db, { kind: 'learner', learnerId }, NOW + 40 * 86_400_000), {
    deck: null,
    exclude: [],
  });
  expect(sitting).toMatchObject({ ok: true, value: { sitting: { cards: [{ queue: 'new' }] } } });

  expect(await publish(db, deck(TONE, BULK))).toMatchObject({ changes: { revived: 1 } });
  expect((await standing(db)).get('tone:fwd')?.uid).toBe(uid);
  expect(await statesOf(db, learnerId)).toEqual(states);
});

test('R27 a card that says what it was called keeps its identity under its new name', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE, BULK));
  const uid = (await standing(db)).get('tone:fwd')?.uid;
  const { learnerId, states } = await answered(db, 'tone:fwd');
  const renamed = TONE.replace('#tone', '#muscle-tone was=tone');
  expect(await publish(db, deck(renamed, BULK))).toMatchObject({
    changes: { unchanged: 2, added: 0, retired: 0 },
  });
  expect((await standing(db)).get('muscle-tone:fwd')).toMatchObject({ uid, unit: 'muscle-tone' });
  expect(await statesOf(db, learnerId)).toEqual(states);
});

test('R27 a card that was renamed without saying so gets its history back once it says so', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE, BULK));
  const uid = (await standing(db)).get('tone:fwd')?.uid;
  const { learnerId, states } = await answered(db, 'tone:fwd');
  const forgotten = TONE.replace('#tone', '#muscle-tone');
  expect(await publish(db, deck(forgotten, BULK))).toMatchObject({ changes: { added: 1, retired: 1 } });
  const said = TONE.replace('#tone', '#muscle-tone was=tone');
  expect(await publish(db, deck(said, BULK))).toMatchObject({
    changes: { revived: 1, retired: 1, unchanged: 1 },
    keptApart: [],
  });
  const now = await standing(db);
  expect([...now.keys()]).toEqual(['muscle-tone:fwd', 'bulk:fwd']);
  expect(now.get('muscle-tone:fwd')).toMatchObject({ uid, unit: 'muscle-tone' });
  expect(await statesOf(db, learnerId)).toEqual(states);
  expect(await publish(db, deck(said, BULK.replace('wastes', 'shrinks')))).toMatchObject({
    changes: { unchanged: 1, changed: 1, revived: 0, retired: 0 },
  });
  expect((await standing(db)).get('muscle-tone:fwd')?.uid).toBe(uid);
});

test('R27 a card that was answered under its new name too keeps what it has, and the publish says so', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE));
  await answered(db, 'tone:fwd');
  await publish(db, deck(TONE.replace('#tone', '#muscle-tone')));
  const uid = (await standing(db)).get('muscle-tone:fwd')?.uid;
  await answered(db, 'muscle-tone:fwd');
  const said = deck(TONE.replace('#tone', '#muscle-tone was=tone'));
  expect(await publish(db, said)).toMatchObject({
    changes: { unchanged: 1, revived: 0, retired: 0 },
    keptApart: [{ key: 'muscle-tone:fwd', was: 'tone:fwd' }],
  });
  expect((await standing(db)).get('muscle-tone:fwd')?.uid).toBe(uid);
  expect(await publish(db, said)).toMatchObject({ revision: 3, keptApart: [] });
});

test.each([
  ['after', true],
  ['before', false],
])(
  'a card that moves to another deck takes its history along, published %s the deck it left',
  async (_, leftFirst) => {
    const db = await emptyDatabase();
    await publish(db, deck(TONE, BULK));
    const uid = (await standing(db)).get('tone:fwd')?.uid;
    const { learnerId, states } = await answered(db, 'tone:fwd');
    const [file] = deck(TONE.replace('#tone', '#tone was="signs/tone"')) as [SourceFile];
    const other = [{ path: 'other/deck.md', text: file.text.replace('deck: signs', 'deck: other') }];
    const left = () => publish(db, deck(BULK));
    if (leftFirst) await left();
    await publish(db, other);
    if (!leftFirst) await left();
    const cards = await db.read.card.findMany({ include: { deck: true } });
    expect(cards.find((card) => card.uid === uid)).toMatchObject({
      deck: { slug: 'other' },
      retiredAt: null,
    });
    expect(cards).toHaveLength(2);
    expect(await statesOf(db, learnerId)).toEqual(states);
  },
);

test('a broken deck is refused with all its diagnostics and what learners see stays as it was', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE));
  const broken = deck(
    TONE.replace('#tone', '#tone!'),
    qa('bulk', 'What becomes of bulk?', 'It wastes.').replace('src=adams', 'src=nobody'),
  );
  const result = await publishDeck(ctxOf(db, { kind: 'operator' }), {
    files: broken,
    context: ALONE,
    position: 0,
    publishedBy: 'operator',
  });
  expect(result).toMatchObject({ ok: false, error: { why: 'broken' } });
  const diagnostics = !result.ok && result.error.why === 'broken' ? result.error.diagnostics : [];
  expect(diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(2);
  expect([...(await standing(db)).keys()]).toEqual(['tone:fwd']);
  expect(await db.read.revision.count()).toBe(1);
});

test('a built-in deck whose folder is gone is retired whole, and its answers stay', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE), NOW, 'built-in');
  const { learnerId, states } = await answered(db, 'tone:fwd');
  const retired = await retireMissingDecks(ctxOf(db, { kind: 'operator' }), { present: [] });
  expect(retired).toEqual({ ok: true, value: ['signs'] });
  expect((await standing(db)).size).toBe(0);
  expect(await statesOf(db, learnerId)).toEqual(states);
  await publish(db, deck(TONE));
  expect((await standing(db)).size).toBe(1);
});

test('a deck that an operator published from elsewhere is not missed among the built-in ones', async () => {
  const db = await emptyDatabase();
  await publish(db, deck(TONE), NOW, 'built-in');
  await publish(db, deck(TONE, BULK), NOW, 'operator');
  const retire = () => retireMissingDecks(ctxOf(db, { kind: 'operator' }), { present: [] });
  expect(await retire()).toEqual({ ok: true, value: [] });
  expect((await standing(db)).size).toBe(2);
  await publish(db, deck(BULK), NOW, 'built-in');
  expect(await retire()).toEqual({ ok: true, value: ['signs'] });
});

test('learners who came before a deck study it too', async () => {
  const db = await emptyDatabase();
  const learnerId = await guest(db);
  await publish(db, deck(TONE));
  const sitting = await getSitting(ctxOf(db, { kind: 'learner', learnerId }), { deck: null, exclude: [] });
  expect(sitting).toMatchObject({ ok: true, value: { sitting: { remaining: { new: 1 } } } });
});

test('only an operator publishes or retires', async () => {
  const db = await emptyDatabase();
  const learner = ctxOf(db, { kind: 'learner', learnerId: await guest(db) });
  const refused = await publishDeck(learner, {
    files: deck(TONE),
    context: ALONE,
    position: 0,
    publishedBy: 'operator',
  });
  expect(refused).toEqual({ ok: false, error: { why: 'not-allowed' } });
  expect(await retireMissingDecks(learner, { present: [] })).toEqual({ ok: false, error: 'not-allowed' });
});
