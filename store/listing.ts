/** What is written in the stores' forms: texts of the listing, and the answers that reviewers are given. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import texts from './listing.json' with { type: 'json' };
import { HOSTS, OPTIONAL, PERMISSIONS } from './permissions';

export const STORES = ['chrome', 'edge', 'firefox'] as const;
export type Store = (typeof STORES)[number];
export type Scene = keyof typeof texts.pictures;
export const LISTING = texts;

/** Most characters each store takes. */
export const MOST: Readonly<
  Record<Store, { readonly name: number; readonly summary: number; readonly description: number }>
> = {
  chrome: { name: 75, summary: 132, description: 16_000 },
  edge: { name: 75, summary: 132, description: 10_000 },
  firefox: { name: 50, summary: 250, description: 15_000 },
};

const WORDS = resolve(import.meta.dirname, '../lib/words');

/** Name and summary by language, as the package itself has them. */
export function named(): Record<string, { readonly name: string; readonly summary: string }> {
  const languages = readdirSync(WORDS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    languages.map(({ name: language }) => {
      const words = JSON.parse(readFileSync(resolve(WORDS, language, 'ext.json'), 'utf8'));
      return [language, { name: words.ext_name, summary: words.ext_description }];
    }),
  );
}

/** Each permission that `store` asks about, with its reason. */
export function reasons(store: Store): readonly (readonly [string, string])[] {
  const browser = store === 'firefox' ? 'firefox' : 'chrome';
  const listed = Object.entries({ ...PERMISSIONS, ...OPTIONAL }).filter(([, { in: where }]) =>
    where.includes(browser),
  );
  return [...listed.map(([name, { why }]) => [name, why] as const), [HOSTS.addresses.join(', '), HOSTS.why]];
}

/** Everything for one store as one text to copy from. */
export function form(store: Store): string {
  const { description, singlePurpose, remoteCode, data, reviewers, category } = LISTING;
  const section = (title: string, body: readonly string[]) => `## ${title}\n\n${body.join('\n\n')}\n`;
  return [
    `# Factmark: what goes into the form\n`,
    section(
      'Name and summary',
      Object.entries(named()).map(([language, { name, summary }]) => `${language}: ${name}\n${summary}`),
    ),
    section('Description', description),
    section('Category', [category[store]]),
    section('Single purpose', [singlePurpose]),
    section(
      'Why each permission',
      reasons(store).map(([name, why]) => `${name}: ${why}`),
    ),
    section('Remote code', [`${remoteCode.answer}. ${remoteCode.why}`]),
    section('Data', [
      ...data.statements,
      ...data.kinds.map(([kind, answer]) => `${kind}: ${answer}`),
      ...data.certified.map((line) => `Certified: ${line}`),
    ]),
    section('For reviewers', reviewers),
  ].join('\n');
}
