/**
 * `npm run -s release-notes -- v1.2.3`: what the release says, from the changelog. Refuses a tag that is not the package's
 * version, and a section that is missing, empty, or not dated yet.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');

/** The text of a release. @throws Error that says what to change first. */
export function releaseNotes(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`)
    throw new Error(`the tag is ${tag || 'missing'}, package.json says ${version}: tag it v${version}`);
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  if (section === undefined)
    throw new Error(`CHANGELOG.md has no section for ${version}: add “## ${version} (year-month-day)”`);
  const end = section.indexOf('\n');
  const heading = section.slice(0, end < 0 ? undefined : end).trim();
  if (!/^\S+ \(\d{4}-\d{2}-\d{2}\)$/.test(heading))
    throw new Error(`CHANGELOG.md says “## ${heading}”: give it its day, “## ${version} (year-month-day)”`);
  const text = end < 0 ? '' : section.slice(end).trim();
  if (text === '') throw new Error(`CHANGELOG.md says nothing about ${version}: write what changed`);
  return `${text}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { version } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));
  try {
    process.stdout.write(
      releaseNotes(process.argv[2] ?? '', version, readFileSync(resolve(ROOT, 'CHANGELOG.md'), 'utf8')),
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
