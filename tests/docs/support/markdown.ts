/** The documentation as its readers get it: every Markdown file, its fenced blocks, links, anchors and code spans. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** A Markdown file, its path from the root of the repository. */
export interface Doc {
  readonly file: string;
  readonly text: string;
}

/** A fenced block. `line`: of its opening fence, from 1. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

const listed = (...args: string[]): string[] =>
  execFileSync('git', ['ls-files', ...args], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '');

const deleted = new Set(listed('--deleted'));

/** Every file of the repository, new ones with it. */
export const FILES: readonly string[] = listed('--cached', '--others', '--exclude-standard').filter(
  (file) => !deleted.has(file),
);

/** Every Markdown file but the evidence behind checks, which quotes what it found. */
export const DOCS: readonly Doc[] = FILES.filter(
  (file) => file.endsWith('.md') && !file.endsWith('.review.md'),
).map((file) => ({ file, text: readFileSync(resolve(ROOT, file), 'utf8') }));

const FENCE = /^(\s*)```(\S*)[^\n]*\n([\s\S]*?)^\1```\s*$/gm;

export const blocksOf = ({ file, text }: Doc): Block[] =>
  [...text.matchAll(FENCE)].map(({ index, 2: language = '', 3: inner = '' }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    language,
    text: inner,
  }));

/** The text without its blocks. */
export const proseOf = ({ text }: Doc): string => text.replace(FENCE, '');

/** What stands between backticks, once each. */
export const codeSpans = (doc: Doc): string[] => [
  ...new Set(
    [...proseOf(doc).matchAll(/(`+)(.+?)\1(?!`)/g)].map(([, , code = '']) =>
      code.trim().replaceAll('\\|', '|'),
    ),
  ),
];

/** Targets of links and pictures, in Markdown and in HTML. */
export function targetsOf(doc: Doc): string[] {
  const prose = proseOf(doc).replace(/(`+).+?\1/g, '');
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const named = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  const html = [...prose.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)];
  return [...inline, ...named, ...html].map(([, target = '']) => target);
}

/** Anchors of the headings as the forge makes them: lower case, without signs, blanks as hyphens, numbered if repeated. */
export function anchorsOf(doc: Doc): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(doc).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const said = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
    const slug = said
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    anchors.add(times === 0 ? slug : `${slug}-${times}`);
  }
  return anchors;
}
