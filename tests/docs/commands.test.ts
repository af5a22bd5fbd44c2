/** Every command that the documentation shows is run, and prints what it is said to print. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, codeSpans, DOCS, type Doc, ROOT } from './support/markdown';
import { NOT_RUN } from './support/not-run';
import { missingIn } from './support/proof';
import { scratches } from './support/scratch';
import { commandsIn, isAsShown, SHELLS, type Shown } from './support/shown';

/** Of fenced blocks: those of commands, and those that nobody takes for one. */
const LANGUAGES = [...SHELLS, 'text', 'json', 'html', 'yaml', 'mermaid'];

const shownIn = (doc: Doc): Shown[] =>
  blocksOf(doc)
    .filter(({ language }) => SHELLS.includes(language))
    .flatMap(commandsIn);
const isRun = ({ command }: Shown): boolean => !NOT_RUN.some((entry) => entry.command.test(command));

const guides = DOCS.map((doc) => ({ file: doc.file, shown: shownIn(doc) }));
const all = guides.flatMap(({ shown }) => shown);
const toRun = guides.filter(({ shown }) => shown.some(isRun));

describe('commands that are run', () => {
  let made: Awaited<ReturnType<typeof scratches>>;
  beforeAll(async () => {
    made = await scratches();
  });
  afterAll(() => rmSync(made.dir, { recursive: true, force: true }));

  it('are most of those of the command line', () => expect(all.filter(isRun).length).toBeGreaterThan(25));

  it('start the command line that npm starts', async () => {
    const args = ['run', '-s', 'factmark', '--', '--help'];
    const real = execFileSync('npm', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { printed } = await made.folder('help').run(`npm ${args.join(' ')}`);
    expect(printed).toBe(real);
  });

  it.concurrent.each(toRun)('$file', async ({ file, shown }) => {
    const scratch = made.folder(file);
    const run = shown.filter(isRun);
    for (const [i, { at, command, output }] of run.entries()) {
      const { code, printed } = await scratch.run(command);
      const asksForCode = run[i + 1]?.command === 'echo $?';
      if (code !== 0 && !asksForCode) throw new Error(`${at}: “${command}” ended with ${code}: ${printed}`);
      if (output !== undefined && !isAsShown(printed, output))
        throw new Error(`${at}: “${command}” prints something else than is shown:\n${printed}`);
    }
  });
});

describe('commands that are not run', () => {
  it('all have a reason that is still needed', () => {
    const spans = DOCS.flatMap(codeSpans);
    const said = [...all.map(({ command }) => command), ...spans];
    expect(NOT_RUN.filter((entry) => !said.some((command) => entry.command.test(command)))).toEqual([]);
  });

  it.each(DOCS.map((doc) => [doc.file, doc] as const))('%s names only what is there', (_, doc) => {
    const commands = [...shownIn(doc).map(({ command }) => command), ...codeSpans(doc)];
    expect(commands.flatMap(missingIn)).toEqual([]);
  });
});

it('every fenced block says what it is, so that no command hides in one', () =>
  expect(
    DOCS.flatMap(blocksOf)
      .filter(({ language }) => !LANGUAGES.includes(language))
      .map(
        ({ file, line, language }) => `${file}:${line}: “${language}”; write one of ${LANGUAGES.join(', ')}`,
      ),
  ).toEqual([]));

describe('what is shown', () => {
  it('may leave out a part of a line, or lines', () => {
    expect(isAsShown('{"id":"a","score":.5}\n', '{"id":"a",…}')).toBe(true);
    expect(isAsShown('one\ntwo\nthree\n', 'one\n…\nthree')).toBe(true);
    expect(isAsShown('one\ntwo\n', 'one\n…')).toBe(true);
  });
  it('may not differ in anything else', () => {
    expect(isAsShown('{"id":"b","score":.5}\n', '{"id":"a",…}')).toBe(false);
    expect(isAsShown('one\ntwo\n', 'one')).toBe(false);
    expect(isAsShown('one\n', 'one\ntwo')).toBe(false);
    expect(isAsShown('a\nb', '…b')).toBe(false);
  });
});
