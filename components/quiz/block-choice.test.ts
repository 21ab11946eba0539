import { describe, expect, it } from 'vitest';
import type { BankItem } from '@/lib/quiz/bank-model';
import { availableIn, presetIdOf, settingOf, shortageWords, startWords, timingOf } from './block-choice';

const enough = { concepts: 60, resting: 0 };
const usual = settingOf('exam-20');
const long = settingOf('exam-40');
const tutored = settingOf('tutor-10');

describe('building a block', () => {
  it.each([
    [usual, 'Start 20 items, 30 minutes'],
    [long, 'Start 40 items, 60 minutes'],
    [tutored, 'Start 10 items, no clock'],
  ])('says on the button what will be', (setting, words) => {
    expect(startWords(setting, enough)).toBe(words);
  });

  it.each([Number.NaN, 0, -4, 3.5])('promises nothing for %s items', (count) => {
    const few = { concepts: 12, resting: 3 };
    expect(startWords({ ...usual, count }, few)).toBe('Start');
    expect(shortageWords(count, 'all', few)).toBeNull();
  });

  it('says how many there will be when there are fewer, and their time when each has its own', () => {
    const few = { concepts: 12, resting: 3 };
    expect(startWords(usual, few)).toBe('Start 12 items, 30 minutes');
    expect(startWords({ ...usual, timing: 'per-item', seconds: 90 }, few)).toBe('Start 12 items, 18 minutes');
    expect(startWords({ ...usual, count: 1 }, few)).toBe('Start 1 item, 30 minutes');
    expect(startWords(usual, { concepts: 0, resting: 4 })).toBe('Nothing to start');
    expect(startWords({ ...usual, count: Number.NaN }, few)).toBe('Start');
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
    expect(presetIdOf({ ...usual, seconds: 33 })).toBe('exam-20');
    expect(presetIdOf({ ...usual, minutes: 31 })).toBeNull();
    expect(presetIdOf({ ...usual, mode: 'tutor' })).toBeNull();
    expect(presetIdOf({ ...tutored, minutes: 99 })).toBe('tutor-10');
    expect(presetIdOf(long)).toBe('exam-40');
    expect(settingOf('no such')).toEqual(usual);
    expect(settingOf(null)).toEqual(usual);
  });

  it('counts one item of a concept, and apart from them what rests', () => {
    const item = {
      deck: 'd',
      objectives: [],
      seen: false,
      missed: false,
      flagged: false,
      due: false,
      rests: false,
    };
    const items: readonly BankItem[] = [
      { ...item, concept: 1 },
      { ...item, concept: 1 },
      { ...item, concept: 2, rests: true },
      { ...item, concept: 3, deck: 'other' },
    ];
    const choice = { decks: ['d'], objectives: [], filter: 'all' } as const;
    expect(availableIn(items, choice)).toEqual({ concepts: 1, resting: 1 });
    expect(availableIn(items, { ...choice, filter: 'flagged' })).toEqual({ concepts: 0, resting: 0 });
  });

  it('sends the time in milliseconds', () => {
    expect(timingOf(usual)).toEqual({ kind: 'block', ms: 1_800_000 });
    expect(timingOf({ ...usual, timing: 'per-item', seconds: 45 })).toEqual({
      kind: 'per-item',
      ms: 45_000,
    });
    expect(timingOf(tutored)).toEqual({ kind: 'untimed' });
  });
});
