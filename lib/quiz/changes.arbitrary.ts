import fc from 'fast-check';
import type { EventId } from '@/lib/base/ids';
import type { ReceivedChange } from './fold-slots';
import { type Change, CONFIDENCES } from './model';

/** Changes as fast-check draws them, for the tests of the laws: few slots, options and revisions, so that they meet. */

const MADE_AT = Date.UTC(2026, 5, 15, 12);
const anOption = fc.constantFrom('A', 'B', 'C', 'D');

type What = Change extends infer C
  ? C extends Change
    ? Omit<C, 'id' | 'slot' | 'rev' | 'madeAt'>
    : never
  : never;

const what: fc.Arbitrary<What> = fc.oneof(
  fc.record({ kind: fc.constant('choose' as const), option: fc.option(anOption) }),
  fc.record({
    kind: fc.constant('confidence' as const),
    confidence: fc.option(fc.constantFrom(...CONFIDENCES)),
  }),
  fc.record({ kind: fc.constant('strike' as const), option: anOption, struck: fc.boolean() }),
  fc.record({ kind: fc.constant('flag' as const), flagged: fc.boolean() }),
  fc.record({
    kind: fc.constant('highlight' as const),
    ranges: fc.constantFrom<readonly (readonly [number, number])[]>(
      [],
      [[0, 4]],
      [
        [2, 3],
        [7, 9],
      ],
    ),
  }),
  fc.record({ kind: fc.constant('note' as const), text: fc.constantFrom('', 'one', 'two') }),
  fc.record({ kind: fc.constant('spent' as const), ms: fc.nat(60_000) }),
  fc.record({ kind: fc.constant('reveal' as const) }),
);

/** Changes in the order of receipt, each id once. */
export function changesReceived(
  without: readonly Change['kind'][] = [],
): fc.Arbitrary<readonly ReceivedChange[]> {
  const change = fc.record({
    id: fc.uuid({ version: 7 }).map((id) => id as EventId),
    slot: fc.nat(2),
    rev: fc.integer({ min: 1, max: 9 }),
    late: fc.boolean(),
    what: what.filter(({ kind }) => !without.includes(kind)),
  });
  return fc
    .uniqueArray(change, { selector: ({ id }) => id, maxLength: 20 })
    .map((drawn) =>
      drawn.map(({ what, ...rest }, seq) => ({ ...rest, ...what, seq, madeAt: MADE_AT }) as ReceivedChange),
    );
}
