import { describe, expect, it } from 'vitest';
import type { AttemptId, ItemUid, LearnerId } from '@/lib/base/ids';
import { type CaseKey, type CaseShowing, type CaseVersion, caseStatistics } from './case-statistics';

function version(name: string, doing: Partial<CaseVersion> = {}): CaseVersion {
  const made = { itemUid: name as ItemUid, version: 1, concept: 'horn', stands: true };
  return { ...made, options: ['A', 'B', 'C'], authored: ['A'], ...doing };
}

const [ONE, OTHER] = [version('one'), version('other', { concept: 'root' })];

function key(of: CaseVersion, accepted: readonly string[] = of.authored): CaseKey {
  return { itemUid: of.itemUid, version: of.version, accepted };
}

type Doing = Partial<Omit<CaseShowing, 'itemUid' | 'version'>> & Readonly<{ who?: string }>;

/** What one learner, named by `who`, answered to a version in an attempt of the same name. */
function shown(of: CaseVersion, { who = 'ada', ...doing }: Doing): CaseShowing {
  return {
    attemptId: who as AttemptId,
    learnerId: who as LearnerId,
    itemUid: of.itemUid,
    version: of.version,
    firstExposure: true,
    shownAt: 0,
    finished: true,
    revealed: false,
    chosen: 'A',
    confidence: null,
    ...doing,
  };
}

/** So many learners; each answers by their number. */
function many(
  n: number,
  answersOf: (index: number, who: string) => readonly CaseShowing[],
): readonly CaseShowing[] {
  return Array.from({ length: n }, (_, index) => answersOf(index, `${index}`)).flat();
}

function reportOf(showings: readonly CaseShowing[], of = ONE, keys = [key(ONE), key(OTHER)]) {
  const [first] = caseStatistics([of], showings, keys).reports;
  if (first === undefined) throw new Error('The version has no report.');
  return first;
}

describe('which answers count', () => {
  it('only those that were explained, or whose attempt has ended', () => {
    const showings = [
      shown(ONE, { who: 'a' }),
      shown(ONE, { who: 'b', finished: false, revealed: true }),
      shown(ONE, { who: 'c', finished: false }),
    ];
    expect(reportOf(showings).report.n).toBe(2);
  });

  it('only a learner’s first, whichever version it was of', () => {
    const second = version('one', { version: 2 });
    const showings = [
      shown(ONE, { chosen: 'B' }),
      shown(second, { attemptId: 'later' as AttemptId, firstExposure: false, shownAt: 1 }),
      shown(second, { who: 'bob' }),
    ];
    const { reports } = caseStatistics([ONE, second], showings, [key(ONE), key(second)]);
    expect(reports.map(({ report }) => report.n)).toEqual([1, 1]);
  });

  it('one of two that a learner gave as a guest and in an account: the earlier', () => {
    const twice = many(12, (_, who) => [
      shown(ONE, { who, attemptId: `late ${who}` as AttemptId, shownAt: 9, chosen: 'A' }),
      shown(ONE, { who, attemptId: `early ${who}` as AttemptId, shownAt: 3, chosen: 'C' }),
    ]);
    expect(reportOf(twice).report).toMatchObject({ n: 12, facility: { value: { right: 0, n: 12 } } });
  });

  it('who left it out answered wrong', () => {
    const showings = many(20, (index, who) => [shown(ONE, { who, chosen: index < 5 ? null : 'A' })]);
    expect(reportOf(showings).report).toMatchObject({
      facility: { value: { right: 15, n: 20, rate: 0.75 } },
      peers: { value: { omitted: 5 } },
    });
  });
});

describe('what is told from how many', () => {
  const able = (n: number) =>
    many(n, (index, who) => [
      shown(ONE, { who, chosen: index % 3 === 0 ? 'B' : 'A' }),
      shown(OTHER, { who, chosen: index % 2 === 0 ? 'B' : 'A' }),
    ]);

  it('nothing from fewer than ten, how many were right from ten on', () => {
    expect(reportOf(able(9)).report.facility).toEqual({
      shown: false,
      reason: { kind: 'too-few', n: 9, needed: 10 },
    });
    expect(reportOf(able(10)).report.facility).toMatchObject({ shown: true, value: { right: 6, n: 10 } });
  });

  it('how it tells the able from the others, and what its wrong options do, from thirty on', () => {
    expect(reportOf(able(29)).report).toMatchObject({
      discrimination: { shown: false, reason: { kind: 'too-few', n: 29, needed: 30 } },
      distractors: { shown: false, reason: { kind: 'too-few', n: 29, needed: 30 } },
    });
    expect(reportOf(able(30)).report).toMatchObject({
      discrimination: { shown: true },
      distractors: { shown: true },
    });
  });
});

describe('how able a learner is', () => {
  it('is what the attempt got elsewhere: whoever was right here was right there too, and the other way round', () => {
    const same = many(30, (index, who) => {
      const chosen = index % 2 === 0 ? 'A' : 'B';
      return [shown(ONE, { who, chosen }), shown(OTHER, { who, chosen })];
    });
    expect(reportOf(same).report.discrimination).toMatchObject({ shown: true, value: { upperLower: 1 } });
    expect(reportOf(same).report.distractors).toMatchObject({
      value: {
        options: [{ option: 'A' }, { option: 'B', functional: true }, { option: 'C', functional: false }],
      },
    });
    const opposite = many(30, (index, who) => [
      shown(ONE, { who, chosen: index % 2 === 0 ? 'A' : 'B' }),
      shown(OTHER, { who, chosen: index % 2 === 0 ? 'B' : 'A' }),
    ]);
    expect(reportOf(opposite).report.discrimination).toMatchObject({ value: { upperLower: -1 } });
  });

  it('is not known from an attempt that had nothing else: its answer counts for how many were right only', () => {
    const alone = many(40, (index, who) => [shown(ONE, { who, chosen: index < 10 ? 'B' : 'A' })]);
    expect(reportOf(alone).report).toMatchObject({
      n: 40,
      facility: { value: { right: 30, n: 40 } },
      discrimination: { reason: { kind: 'too-few', n: 0 } },
    });
  });

  it('is not told by a slot that was voided, nor by one that does not count yet', () => {
    const showings = many(40, (index, who) => [
      shown(ONE, { who, chosen: index < 10 ? 'B' : 'A' }),
      shown(OTHER, { who, chosen: index < 10 ? 'B' : 'A' }),
    ]);
    const voided = reportOf(showings, ONE, [key(ONE), key(OTHER, [])]).report;
    expect(voided.discrimination).toMatchObject({ reason: { kind: 'too-few', n: 0 } });
    const running = showings.map((one) =>
      one.itemUid === OTHER.itemUid
        ? { ...one, finished: false }
        : { ...one, finished: false, revealed: true },
    );
    expect(reportOf(running).report.discrimination).toMatchObject({ reason: { kind: 'too-few', n: 0 } });
  });
});

describe('a version that was regraded', () => {
  const showings = many(20, (index, who) => [shown(ONE, { who, chosen: index < 12 ? 'B' : 'A' })]);

  it('is told by the letters that count now', () => {
    const told = reportOf(showings, ONE, [key(ONE, ['A', 'B'])]);
    expect(told).toMatchObject({
      keys: ['A', 'B'],
      voided: false,
      report: { facility: { value: { right: 20 } } },
    });
  });

  it('and voided, by the key of its author: that everybody has the mark says nothing of it', () => {
    const told = reportOf(showings, ONE, [key(ONE, [])]);
    expect(told).toMatchObject({ keys: ['A'], voided: true, report: { facility: { value: { right: 8 } } } });
  });
});

describe('variants of one concept', () => {
  const [easy, hard] = [version('easy'), version('hard')];
  const answers = (n: number) => [
    ...many(n, (index, who) => [shown(easy, { who: `e${who}`, chosen: index < n * 0.9 ? 'A' : 'B' })]),
    ...many(n, (index, who) => [shown(hard, { who: `h${who}`, chosen: index < n * 0.5 ? 'A' : 'B' })]),
  ];
  const departuresOf = (
    versions: readonly CaseVersion[],
    showings: readonly CaseShowing[],
    keys = versions.map((of) => key(of)),
  ) =>
    caseStatistics(versions, showings, keys).departures.map(
      ({ easier, harder }) => `${easier.itemUid} > ${harder.itemUid}`,
    );

  it('that are not equally hard are told, from thirty answers to each', () => {
    expect(departuresOf([hard, easy], answers(30))).toEqual(['easy > hard']);
    expect(departuresOf([hard, easy], answers(28))).toEqual([]);
  });

  it('are compared only with what stands, counts and asks the same', () => {
    const old = { ...hard, stands: false };
    expect(departuresOf([old, easy], answers(30))).toEqual([]);
    expect(departuresOf([{ ...hard, concept: 'root' }, easy], answers(30))).toEqual([]);
    expect(departuresOf([hard, easy], answers(30), [key(hard, []), key(easy)])).toEqual([]);
  });
});

it('a version that nobody was asked has a report that withholds everything', () => {
  expect(reportOf([]).report).toMatchObject({
    n: 0,
    facility: { shown: false },
    calibration: { shown: false },
  });
});
