/** What the public forge is told: its files can be read, actions are pinned, and the commands they call are there. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const { load }: { load(text: string): unknown } = createRequire(import.meta.url)('js-yaml');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}
interface Job {
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Record<string, string>;
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions?: Record<string, string>;
  readonly jobs: Record<string, Job>;
}
interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: unknown[] };
}
interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly Field[];
}

const text = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');
const yaml = <T>(file: string) => load(text(file)) as T;
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '.github'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.ya?ml$/.test(file));
const workflows = files.filter((file) => file.startsWith('.github/workflows/'));
const scripts: Record<string, string> = JSON.parse(text('package.json')).scripts;
const stepsOf = (file: string): Step[] =>
  file.includes('/actions/')
    ? yaml<{ runs: { steps: Step[] } }>(file).runs.steps
    : Object.values(yaml<Workflow>(file).jobs).flatMap(({ steps }) => steps ?? []);

it('can be read', () => {
  expect(workflows.sort()).toEqual(['.github/workflows/ci.yml', '.github/workflows/release.yml']);
  for (const file of files) expect(yaml(file), file).toBeTypeOf('object');
});

describe.each([...workflows, '.github/actions/setup/action.yml'])('%s', (file) => {
  it('names each action by its commit, with the version beside it', () => {
    const lines = text(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line));
    const local = /uses: \.\/\.github\/(workflows\/\w+\.yml|actions\/\w+)$/;
    const pinned = /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !local.test(line) && !pinned.test(line))).toEqual([]);
    for (const line of lines.filter((l) => local.test(l))) {
      const path = resolve(ROOT, (line.split('uses: ')[1] ?? '').trim());
      expect(existsSync(path.endsWith('.yml') ? path : resolve(path, 'action.yml')), line).toBe(true);
    }
  });

  it('calls only commands that package.json has', () => {
    const called = stepsOf(file).flatMap(({ run = '' }) => [...run.matchAll(/npm run (?:-s )?([\w:-]+)/g)]);
    expect(called.map(([, name]) => name as string).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('keeps no credentials where code of the repository runs', () => {
    for (const step of stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false);
  });

  it('puts nothing that others write into a command', () => {
    const filled = stepsOf(file).filter(({ run }) => run?.includes('${{'));
    expect(filled).toEqual([]);
  });
});

describe('permissions', () => {
  it.each(workflows)('%s reads, unless a job says what it writes', (file) => {
    const { permissions, jobs } = yaml<Workflow>(file);
    expect(permissions).toEqual({ contents: 'read' });
    for (const [name, { uses, 'timeout-minutes': minutes }] of Object.entries(jobs))
      if (uses === undefined) expect(minutes, `${name}: say timeout-minutes`).toBeGreaterThan(0);
  });

  it('lets only a job write that runs no code of ours or of npm', () => {
    for (const file of workflows)
      for (const { permissions, steps = [] } of Object.values(yaml<Workflow>(file).jobs))
        if (Object.values(permissions ?? {}).includes('write')) {
          expect(steps.filter(({ run = '' }) => /\b(npm|npx|node)\b/.test(run))).toEqual([]);
          expect(steps.filter(({ uses = '' }) => /checkout|^\.\//.test(uses))).toEqual([]);
        }
  });

  it('never runs a stranger’s pull request with secrets', () => {
    for (const file of workflows)
      expect(Object.keys(yaml<Workflow>(file).on)).not.toContain('pull_request_target');
  });
});

it('runs every stage of npm test', () => {
  const test = text('.ci/test.mjs');
  const projects = new Set([...test.matchAll(/'--project',\s*'([\w-]+)'/g)].map(([, name]) => name));
  const run = stepsOf('.github/workflows/ci.yml').map(({ run = '' }) => {
    const name = /npm run ([\w:-]+)/.exec(run)?.[1];
    return name === undefined ? '' : (scripts[name] ?? '');
  });
  const covered = new Set(
    run.flatMap((command) => [...command.matchAll(/--project ([\w-]+)/g)].map(([, n]) => n)),
  );
  expect(projects.size).toBeGreaterThan(4);
  expect([...projects].filter((name) => !covered.has(name))).toEqual([]);
  expect(run).toContain(scripts.types);
  expect(run).toContain(scripts.lint);
  expect(run).toContain(scripts['test:e2e']);
  expect(run).toContain(scripts['test:e2e:firefox']);
});

it('waits in a release for all tests', () => {
  const { jobs } = yaml<Workflow>('.github/workflows/release.yml');
  expect(jobs.test?.uses).toBe('./.github/workflows/ci.yml');
  expect(jobs.draft?.needs).toContain('test');
  expect(yaml<Workflow>('.github/workflows/ci.yml').on).toHaveProperty('workflow_call');
});

it('has a line in CONTRIBUTING.md for each command', () => {
  const told = text('CONTRIBUTING.md');
  const silent = Object.keys(scripts).filter(
    (name) =>
      name !== 'postinstall' &&
      !told.includes(name === 'test' || name === 'start' ? `npm ${name}` : `npm run ${name}`) &&
      !told.includes(`npm run -s ${name}`),
  );
  expect(silent).toEqual([]);
});

describe('forms', () => {
  const forms = files.filter((f) => f.startsWith('.github/ISSUE_TEMPLATE/') && !f.endsWith('config.yml'));

  it.each(forms)('%s has a name, and fields with names of their own', (file) => {
    const { name, description, body } = yaml<Form>(file);
    expect(name.length * description.length).toBeGreaterThan(0);
    const ids = body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes } of body) {
      expect(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']).toContain(type);
      expect(attributes.label ?? attributes.value ?? '').not.toBe('');
      if (type === 'dropdown') expect(attributes.options?.length).toBeGreaterThan(1);
    }
  });

  it('asks for what is needed to look into it', () => {
    const ids = (file: string) => yaml<Form>(`.github/ISSUE_TEMPLATE/${file}`).body.map(({ id }) => id);
    expect(ids('wrong-match.yml')).toEqual(expect.arrayContaining(['sentence', 'check']));
    expect(ids('wrong-fact.yml')).toEqual(expect.arrayContaining(['check', 'sentence', 'source']));
    expect(ids('bug.yml')).toContain('diagnostics');
    expect(text('.github/ISSUE_TEMPLATE/wrong-match.yml')).toMatch(/do not paste private text/i);
  });
});
