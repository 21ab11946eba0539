import { describe, expect, it } from 'vitest';
import { firstExposures } from './first-exposures';

const answer = (learner: string, item: string, version: string, answeredAt: number) => ({
  learner,
  item,
  version,
  answeredAt,
});

describe('first exposures', () => {
  it('are the earliest answer of each learner to each item, whatever order the log comes in', () => {
    const [late, early] = [answer('ada', 'horn', 'v1', 20), answer('ada', 'horn', 'v1', 10)];
    const others = [answer('ben', 'horn', 'v1', 30), answer('ada', 'gate', 'g1', 40)];
    expect(firstExposures([late, early, ...others])).toEqual(
      new Map([
        ['v1', [early, others[0]]],
        ['g1', [others[1]]],
      ]),
    );
  });

  it('never count a later version for somebody who saw an earlier one', () => {
    const seen = answer('ada', 'horn', 'v1', 10);
    const fresh = answer('ben', 'horn', 'v2', 30);
    expect(firstExposures([seen, answer('ada', 'horn', 'v2', 20), fresh])).toEqual(
      new Map([
        ['v1', [seen]],
        ['v2', [fresh]],
      ]),
    );
  });

  it('are the one given first where two came at one instant', () => {
    const [one, other] = [answer('ada', 'horn', 'v1', 10), answer('ada', 'horn', 'v2', 10)];
    expect(firstExposures([one, other])).toEqual(new Map([['v1', [one]]]));
  });
});
