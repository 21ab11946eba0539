import { describe, expect, it } from 'vitest';
import { describeFace, tagsOf } from './describe-face';
import { opposite, SIDES } from './lesion';
import { ACTIONS, poseOf } from './pose';
import { powerOf } from './supply';

describe('the face in words', () => {
  it.each(SIDES)('names the mouth opposite a cut tract and says that the forehead is spared (%s)', (side) => {
    const lesion = { site: 'tract', side } as const;
    for (const action of ['rest', 'brows', 'smile'] as const)
      expect(describeFace(lesion, action).what).toContain(`The ${opposite(side)} corner of the mouth`);
    const { what, why, caveat } = describeFace(lesion, 'brows');
    expect(what).toContain('Both brows rise');
    expect(why).toContain('supplied by both hemispheres');
    expect(caveat).toContain('Jenny and Saper');
  });

  it.each(SIDES)('names brow, eye and mouth on the side of a cut nerve (%s)', (side) => {
    const lesion = { site: 'nerve', side } as const;
    expect(describeFace(lesion, 'brows').what).toContain(`The ${side} half of the forehead`);
    expect(describeFace(lesion, 'eyes').what).toContain(`The ${side} eye stays open`);
    expect(describeFace(lesion, 'smile').what).toContain(`Only the ${opposite(side)} corner`);
    expect(describeFace(lesion, 'rest').caveat).toContain('pons');
  });

  it('tells each state apart from every other', () => {
    const told = (['tract', 'nerve'] as const).flatMap((site) =>
      SIDES.flatMap((side) => ACTIONS.map((action) => describeFace({ site, side }, action).what)),
    );
    const even = ACTIONS.map((action) => describeFace({ site: 'none', side: 'left' }, action).what);
    expect(new Set([...told, ...even]).size).toBe(20);
  });

  it('puts a word beside every part that fails and beside no other', () => {
    for (const site of ['none', 'tract', 'nerve'] as const)
      for (const side of SIDES)
        for (const half of SIDES) {
          const power = powerOf({ site, side }, half);
          const tags = tagsOf(poseOf(power, 'eyes'));
          expect([tags.brow, tags.eye, tags.mouth].map((tag) => tag !== null)).toEqual(
            [power.brow, power.eye, power.mouth].map((part) => part !== 'full'),
          );
        }
  });
});
