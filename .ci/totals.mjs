// Adds up the test reports and ends with the line that says it all. A step that failed
// without a failing test (types, lint, a start) counts as one failure.
import { readFileSync } from 'node:fs';

const [failedSteps, ...reports] = process.argv.slice(2);
const totals = reports.map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (key) => totals.reduce((total, report) => total + report[key], 0);
const passed = sum('numPassedTests');
const failed = Math.max(sum('numFailedTests'), Number(failedSteps));
const expected = 3;
if (totals.length < expected || totals.some((report) => report.numPassedTests === 0)) {
  console.log(`only ${totals.length} of ${expected} test runs reported passing tests`);
  process.exitCode = 1;
}
if (failed > 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
