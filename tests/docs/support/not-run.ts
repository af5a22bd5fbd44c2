/**
 * Commands of the documentation that its tests do not run, each with the reason and with what runs it instead. That each
 * exists is proved all the same (`proof.ts`).
 */
export interface NotRun {
  readonly command: RegExp;
  readonly why: string;
  readonly instead: string;
}

const MINUTES = 'takes minutes';
const STAGE = 'would be done twice';
const EVERYDAY = 'tests/docs/everyday.test.ts';
const NETWORK = 'needs the package registry';

export const NOT_RUN: readonly NotRun[] = [
  { command: /^npm ci\b/, why: NETWORK, instead: 'the set-up of npm test (.ci/setup.mjs)' },
  { command: /^npm start$/, why: 'opens a browser', instead: EVERYDAY },
  { command: /^npm test$/, why: 'runs these tests', instead: 'npm test' },
  { command: /^npm run build$/, why: STAGE, instead: 'the first stages of npm test' },
  { command: /^npm run zip\b/, why: MINUTES, instead: 'tests/packages' },
  { command: /^npm run store$/, why: 'takes pictures in a browser', instead: EVERYDAY },
  { command: /^npm run (types|lint)$/, why: STAGE, instead: 'stages of npm test' },
  {
    command: /^npm run format$/,
    why: 'writes into the sources',
    instead: 'npm run lint, which finds what it would',
  },
  { command: /^npx vitest run\b/, why: MINUTES, instead: 'stages of npm test' },
  { command: /^(npm run build && )?npx (vitest|playwright)\b/, why: MINUTES, instead: 'stages of npm test' },
  {
    command: /^npm run soak\b/,
    why: 'takes hours',
    instead: 'a small share of each part, in tests/e2e, tests/unit and tests/docs',
  },
  { command: /^npm run bench\b/, why: MINUTES, instead: 'people, for docs/researchers/figures.md' },
  {
    command: /^npm run trial -- /,
    why: 'is shown on saved pages of others',
    instead: `${EVERYDAY}, on a page of ours`,
  },
  { command: /^npm run train/, why: 'needs data that is not in the repository', instead: 'people' },
  { command: /^npm run gallery$/, why: 'serves until it is ended', instead: 'tests/visual/gallery.spec.ts' },
  { command: /^npm run starter$/, why: 'writes docs/starter.md', instead: 'tests/docs/starter.test.ts' },
  { command: /^npm run (pictures|screenshots)\b/, why: 'writes pictures', instead: 'tests/visual' },
];
