// Reading what the test runners report, and adding it up.

/** What a stage found: how many things hold, how many do not, and a word on what was counted. */
function result(passed, failed, note = '') {
  return { passed, failed, note };
}

/** A stage that is one check: it holds or it does not. */
export function checkResult(holds) {
  return holds ? result(1, 0) : result(0, 1);
}

/**
 * Vitest's JSON report. A file that does not load, an error outside any test and a report that is missing (null) count
 * as one failure each; so does a skipped test, since it proved nothing, and a run without tests.
 */
export function vitestResult(report, status) {
  if (report === null) return result(0, 1, 'no report');
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const passed = report.numPassedTests;
  const unrun = report.numTotalTests - passed - report.numFailedTests;
  return settled(passed, report.numFailedTests + brokenFiles.length + unrun, status);
}

/** Playwright's JSON report, by the same rules. A flaky test is a failure: it did fail. */
export function playwrightResult(report, status) {
  if (report === null) return result(0, 1, 'no report');
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settled(expected, unexpected + flaky + skipped, status);
}

/** The table of all stages and, last and alone on its line, the sum. `stages` are `{ name, passed, failed, note, seconds }`. */
export function summary(stages) {
  const width = Math.max(...stages.map((stage) => stage.name.length));
  const rows = stages.map((stage) => {
    const mark = stage.failed === 0 ? 'ok    ' : 'FAILED';
    const counts = `${String(stage.passed).padStart(5)} passed ${String(stage.failed).padStart(4)} failed`;
    const time = `${stage.seconds.toFixed(1).padStart(6)} s`;
    return `${mark}  ${stage.name.padEnd(width)} ${counts} ${time}  ${stage.note}`.trimEnd();
  });
  const sum = (field) => stages.reduce((total, stage) => total + stage[field], 0);
  return [...rows, '', `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}

function settled(passed, failed, status) {
  if (passed + failed === 0) return result(0, 1, 'no test ran');
  // The runner is unhappy about something that is no test, such as an unhandled rejection.
  if (failed === 0 && status !== 0) return result(passed, 1, `exit code ${status}`);
  return result(passed, failed);
}
