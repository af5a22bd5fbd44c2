/** The end of `npm test` names what failed, whichever runner told it. */
import { expect, it } from 'vitest';
import { failedInPlaywright, failedInVitest } from '../../.ci/failures.mjs';

it('names the failed tests of Vitest, and files that could not be loaded', () => {
  const test = (status: string, fullName: string) => ({
    status,
    fullName,
    failureMessages: [
      '\u001b[31mAssertionError\u001b[39m: 1 is not 2\n    at a.test.ts:2:6\n    at node_modules/x.js:1',
    ],
  });
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [test('failed', 'adds'), test('passed', 'holds')],
      },
      { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [test('passed', 'holds')] },
    ],
  };
  expect(failedInVitest(report)).toEqual([
    ['a.test.ts › adds', ['AssertionError: 1 is not 2', '    at a.test.ts:2:6']],
    ['b.test.ts', ['Cannot find module']],
  ]);
});

it('names tests of Playwright that failed each time, in groups too, and what broke outside of them', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ status, results: [{ error: { message: 'one' } }, { error: { message: 'two\n\nthree' } }] }],
  });
  const report = {
    errors: [{ message: 'no browser' }],
    suites: [{ suites: [{ specs: [spec('breaks', 'unexpected')] }], specs: [spec('wavers', 'flaky')] }],
  };
  expect(failedInPlaywright(report)).toEqual([
    ['outside any test', ['no browser']],
    ['a.spec.ts:7 › breaks', ['try 1:', 'one', 'try 2:', 'two', 'three']],
  ]);
});

it('has nothing to name where no report was written', () => {
  expect([...failedInVitest(undefined), ...failedInPlaywright(undefined)]).toEqual([]);
});
