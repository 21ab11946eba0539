import { describe, expect, it } from 'vitest';
import { checkResult, playwrightResult, summary, vitestResult } from './test-results.mjs';

const vitest = { numTotalTests: 5, numPassedTests: 5, numFailedTests: 0, testResults: [] as unknown[] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } };

describe('the sum of a Vitest run', () => {
  it.each([
    ['counts tests', vitest, 0, [5, 0]],
    ['counts failures', { ...vitest, numPassedTests: 3, numFailedTests: 2 }, 1, [3, 2]],
    ['counts a skipped test as a failure', { ...vitest, numPassedTests: 4 }, 0, [4, 1]],
    [
      'counts a file that does not load',
      { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] },
      1,
      [5, 1],
    ],
    ['counts an error outside any test', vitest, 1, [5, 1]],
    [
      'counts a run without tests as a failure',
      { ...vitest, numTotalTests: 0, numPassedTests: 0 },
      0,
      [0, 1],
    ],
    ['counts a missing report as a failure', null, 1, [0, 1]],
  ])('%s', (_what, report, status, counts) => {
    const { passed, failed } = vitestResult(report, status);
    expect([passed, failed]).toEqual(counts);
  });
});

describe('the sum of a Playwright run', () => {
  it.each([
    ['counts tests', playwright, 0, [3, 0]],
    [
      'counts a flaky and a skipped test as failures',
      { stats: { ...playwright.stats, flaky: 1, skipped: 1 } },
      0,
      [3, 2],
    ],
    [
      'counts a run without tests as a failure',
      { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } },
      0,
      [0, 1],
    ],
    ['counts a server that did not start', playwright, 1, [3, 1]],
  ])('%s', (_what, report, status, counts) => {
    const { passed, failed } = playwrightResult(report, status);
    expect([passed, failed]).toEqual(counts);
  });
});

describe('summary', () => {
  it('ends with the sum alone on its line', () => {
    const stages = [
      { name: 'types', ...checkResult(true), seconds: 1 },
      { name: 'unit', ...vitestResult({ ...vitest, numPassedTests: 3, numFailedTests: 2 }, 1), seconds: 2 },
    ];
    const lines = summary(stages).split('\n');
    expect(lines.at(-1)).toBe('4 passed, 2 failed');
    expect(lines[1]).toMatch(/^FAILED {2}unit +3 passed +2 failed/);
  });
});
