import { describe, expect, it } from 'vitest';
import { matchingPreset, PRESETS, presetOf, shortageWords, startWords, timingOf } from './block-choice';

const enough = { concepts: 60, resting: 0 };
const [usual, long, tutored] = PRESETS;

describe('building a block', () => {
  it.each([
    [usual, 'Start 20 items, 30 minutes'],
    [long, 'Start 40 items, 60 minutes'],
    [tutored, 'Start 10 items, no clock'],
  ])('says on the button what $name will be', ({ setting }, words) => {
    expect(startWords(setting, enough)).toBe(words);
  });

  it('says how many there will be when there are fewer, and their time when each has its own', () => {
    const few = { concepts: 12, resting: 3 };
    expect(startWords(usual.setting, few)).toBe('Start 12 items, 30 minutes');
    expect(startWords({ ...usual.setting, timing: 'per-item', seconds: 90 }, few)).toBe(
      'Start 12 items, 18 minutes',
    );
    expect(startWords({ ...usual.setting, count: 1 }, few)).toBe('Start 1 item, 30 minutes');
    expect(startWords(usual.setting, { concepts: 0, resting: 4 })).toBe('Nothing to start');
    expect(startWords({ ...usual.setting, count: Number.NaN }, few)).toBe('Start');
  });

  it('says why there are fewer', () => {
    expect(shortageWords(20, 'all', { concepts: 20, resting: 9 })).toBeNull();
    expect(shortageWords(20, 'all', { concepts: 12, resting: 3 })).toBe(
      '12 of the 20 can be asked. 3 concepts were asked today and rest until tomorrow.',
    );
    expect(shortageWords(20, 'all', { concepts: 0, resting: 1 })).toBe(
      '1 concept was asked today and rests until tomorrow.',
    );
    expect(shortageWords(20, 'all', { concepts: 12, resting: 0 })).toBe(
      '12 of the 20 can be asked. Of cases on one concept a block holds one.',
    );
    expect(shortageWords(20, 'flagged', { concepts: 0, resting: 0 })).toBe('You have flagged none of these.');
  });

  it('knows a preset by what is set, whatever the hidden number says', () => {
    expect(matchingPreset({ ...usual.setting, seconds: 33 })).toBe(usual);
    expect(matchingPreset({ ...usual.setting, minutes: 31 })).toBeNull();
    expect(matchingPreset({ ...tutored.setting, minutes: 99 })).toBe(tutored);
    expect(presetOf('40')).toBe(long);
    expect(presetOf('no such')).toBe(usual);
    expect(presetOf(null)).toBe(usual);
  });

  it('sends the time in milliseconds', () => {
    expect(timingOf(usual.setting)).toEqual({ kind: 'block', ms: 1_800_000 });
    expect(timingOf({ ...usual.setting, timing: 'per-item', seconds: 45 })).toEqual({
      kind: 'per-item',
      ms: 45_000,
    });
    expect(timingOf(tutored.setting)).toEqual({ kind: 'untimed' });
  });
});
