import { describe, expect, it } from 'vitest';
import { ACTIONS, poseOf } from './pose';

const FULL = { brow: 'full', eye: 'full', mouth: 'full' } as const;
const CENTRAL = { brow: 'full', eye: 'nearly', mouth: 'weak' } as const;
const PERIPHERAL = { brow: 'weak', eye: 'weak', mouth: 'weak' } as const;

describe('the pose of half a face', () => {
  it('does what is asked where the muscles obey', () => {
    expect(ACTIONS.map((action) => poseOf(FULL, action))).toEqual([
      { brow: 'level', eye: 'open', mouth: 'level' },
      { brow: 'raised', eye: 'open', mouth: 'level' },
      { brow: 'level', eye: 'shut', mouth: 'level' },
      { brow: 'level', eye: 'open', mouth: 'up' },
    ]);
  });

  it('raises the brow and closes the eye nearly in a central palsy, and leaves the mouth behind', () => {
    expect(ACTIONS.map((action) => poseOf(CENTRAL, action))).toEqual([
      { brow: 'level', eye: 'open', mouth: 'droop' },
      { brow: 'raised', eye: 'open', mouth: 'droop' },
      { brow: 'level', eye: 'soft', mouth: 'droop' },
      { brow: 'level', eye: 'open', mouth: 'left-behind' },
    ]);
  });

  it('keeps brow and mouth low in a peripheral palsy and shows the Bell phenomenon when the eye should close', () => {
    expect(ACTIONS.map((action) => poseOf(PERIPHERAL, action))).toEqual([
      { brow: 'low', eye: 'wide', mouth: 'droop' },
      { brow: 'low', eye: 'wide', mouth: 'droop' },
      { brow: 'low', eye: 'bell', mouth: 'droop' },
      { brow: 'low', eye: 'wide', mouth: 'left-behind' },
    ]);
  });
});
