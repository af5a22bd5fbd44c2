/** What failed, in a few lines each: a forge keeps the end of a long log, and nothing that stood before it. */

/** Lines of an error that are kept: the message, and what was expected and received. */
const LINES = 12;

// Colours and other escapes of a terminal.
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

const short = (message = '') =>
  message
    .replace(ESCAPES, '')
    .trim()
    .split('\n')
    .filter((line) => !/^ +at .*node_modules|^$/.test(line))
    .slice(0, LINES);

/** A report of Vitest (`--reporter=json`, Jest's form): `[name of the test, lines of its error][]`. */
export function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that could not even be loaded has no test that failed.
    if (failed.length === 0 && file.status === 'failed') return [[file.name, short(file.message)]];
    return failed.map((test) => [`${file.name} › ${test.fullName}`, short(test.failureMessages[0])]);
  });
}

/** A report of Playwright: the same, of tests that failed each time. */
export function failedInPlaywright(report) {
  const inSuite = (suite) => [
    ...(suite.suites ?? []).flatMap(inSuite),
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status === 'unexpected')
        .map((test) => [
          `${spec.file}:${spec.line} › ${spec.title}`,
          test.results.flatMap(({ error }, nth) => [`try ${nth + 1}:`, ...short(error?.message)]),
        ]),
    ),
  ];
  const broken = (report?.errors ?? []).map(({ message }) => ['outside any test', short(message)]);
  return [...broken, ...(report?.suites ?? []).flatMap(inSuite)];
}
