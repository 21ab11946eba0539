import type { ItemUid } from '@/lib/base/ids';
import type { Db } from '@/lib/db/connect';
import { satAttempt } from './attempts';
import { caseDeck, publishCases, TONE, vignette } from './cases';
import { guest, NOW } from './study';

/**
 * A deck of two variants of one concept and a case by itself, sat by `size` learners in one attempt each. A is the key of
 * all; who is wrong chooses B. Right are 9 in 10 at `polio`, 3 in 10 at its variant `wasting`, 2 in 3 at `limp`.
 */
export async function answeredCases(db: Db, size: number): Promise<Readonly<Record<string, ItemUid>>> {
  const deck = caseDeck(
    TONE,
    vignette('polio', 'A girl of four cannot lift her leg.', { group: 'horn' }),
    vignette('wasting', 'A man of sixty wastes in one hand.', { group: 'horn' }),
    vignette('limp', 'A woman of thirty drags her foot.'),
  );
  await publishCases(db, deck);
  const rows = await db.read.item.findMany();
  const uids = Object.fromEntries(rows.map(({ key, uid }) => [key, uid as ItemUid]));
  const [polio, wasting, limp] = ['polio:case', 'wasting:case', 'limp:case'].map(
    (key) => uids[key] as ItemUid,
  );
  if (polio === undefined || wasting === undefined || limp === undefined)
    throw new Error('A case is missing.');
  for (let index = 0; index < size; index += 1) {
    await satAttempt(
      db,
      await guest(db),
      [
        { itemUid: polio, chosen: [index % 10 === 0 ? 'B' : 'A'] },
        { itemUid: wasting, chosen: [index % 10 < 7 ? 'B' : 'A'] },
        { itemUid: limp, chosen: [index % 3 === 0 ? 'B' : 'A'], confidence: 'think' },
      ],
      { startedAt: NOW + index },
    );
  }
  return uids;
}
