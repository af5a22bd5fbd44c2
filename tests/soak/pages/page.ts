/** Page `n` of a seed: the same bytes whenever it is asked for. */
import { type Random, random } from '../random';
import { FILLERS, FOREIGN } from './claims';
import { encode } from './encode';
import { BARE } from './features/bare';
import { HOSTILE } from './features/hostile';
import { PLACES } from './features/places';
import { READ } from './features/read';
import { RESTLESS } from './features/restless';
import { STYLE } from './features/style';
import { escaped, type Feature, type Piece, type Plant, Plot } from './plot';
import { WITNESS } from './witness';

export type Kind = 'HTML' | 'XHTML' | 'SVG' | 'XML' | 'text' | 'frameset';

/** What is done with a page once it was looked at, before it is looked at again. */
export type Act = 'print' | 'freeze' | 'back' | 'scroll' | 'wait';

export interface Page {
  readonly number: number;
  readonly path: string;
  readonly kind: Kind;
  readonly encoding: string;
  readonly policy: string;
  readonly features: readonly string[];
  readonly plants: readonly Plant[];
  /** May marks be missing, as the page keeps our element out? */
  readonly free: boolean;
  readonly act: Act | undefined;
  /** What is served, by path. */
  readonly files: ReadonlyMap<
    string,
    { readonly type: string; readonly policy: string; readonly body: Buffer }
  >;
}

const ALL: readonly (readonly [readonly Feature[], number])[] = [
  [READ, 0.34],
  [BARE, 0.2],
  [PLACES, 0.16],
  [HOSTILE, 0.12],
  [RESTLESS, 0.12],
  [STYLE, 0.06],
];

/** The weight of the features that are picked most often. */
const HEAVIEST = 3;

function byShare<T>(list: readonly (readonly [T, number])[], chance: Random): T {
  let at = chance.next();
  for (const [one, share] of list) {
    at -= share;
    if (at < 0) return one;
  }
  return (list[0] as (typeof list)[number])[0];
}

function pickFeature(chance: Random, fits: (feature: Feature) => boolean): Feature {
  for (;;) {
    const feature = chance.pick(byShare(ALL, chance));
    if (fits(feature) && chance.next() < (feature.weight ?? 1) / HEAVIEST) return feature;
  }
}

const KINDS: readonly (readonly [Kind, number])[] = [
  ['HTML', 0.84],
  ['XHTML', 0.08],
  ['SVG', 0.03],
  ['XML', 0.02],
  ['text', 0.015],
  ['frameset', 0.015],
];

const TYPES: Record<Kind, string> = {
  HTML: 'text/html',
  XHTML: 'application/xhtml+xml',
  SVG: 'image/svg+xml',
  XML: 'application/xml',
  text: 'text/plain',
  frameset: 'text/html',
};

/** Makes page `n` of `seed`. */
export function makePage(seed: number, n: number): Page {
  const chance = random(seed).fork(n);
  const path = `/${seed}/${n}`;
  const kind = byShare(KINDS, chance);
  const nonce = `n${chance.int(1, 1e9)}`;
  const strict = (kind === 'HTML' || kind === 'XHTML') && chance.chance(0.2);
  const watching = `<script nonce="${nonce}">${WITNESS}</script>`;
  const plot = new Plot(chance, path, watching, nonce);
  if (kind === 'HTML' || kind === 'XHTML') return document(plot, n, kind, strict);
  return other(plot, n, kind);
}

function document(plot: Plot, number: number, kind: 'HTML' | 'XHTML', strict: boolean): Page {
  const { random: chance, path, nonce } = plot;
  const xml = kind === 'XHTML';
  const encoding = chance.chance(0.6)
    ? 'utf-8'
    : xml
      ? chance.pick(['utf-8', 'utf-16le'])
      : chance.pick(Object.keys(FOREIGN));
  const fits = (f: Feature) => (!xml || f.xml === true) && (!strict || f.strict === true);
  const count = chance.chance(0.1) ? chance.int(9, 16) : chance.int(1, 8);
  const chosen: Feature[] = [];
  for (let i = 0; i < count; i++) {
    const feature = pickFeature(chance, fits);
    if (!chosen.includes(feature)) chosen.push(feature);
  }
  const pieces = chosen.map((feature) => {
    const first = plot.plants.length;
    return { ...feature.make(plot), first, last: plot.plants.length };
  });
  const free = pieces.some(({ frees }) => frees);
  const bares = pieces.some((piece) => piece.bares);
  const foreign = `<p>${FOREIGN[encoding] ?? ''}</p>`;
  const filled = pieces
    .map(({ body = '' }) => (chance.chance(0.5) ? `<p>${plot.words()}</p>` : '') + body)
    .join('\n');
  const last = bares ? '' : `\n${plot.say(free ? 'either' : 'marked')}`;
  const scripts = pieces.flatMap(({ script, first, last }) =>
    script ? [{ script, ids: Array.from({ length: last - first }, (_, i) => first + i).join(' ') }] : [],
  );
  const after = pieces.map((piece) => piece.after ?? '').join('');
  const policy = policyOf(chance, nonce, strict, filled);
  const script = (code: string) =>
    code && `<script nonce="${nonce}">${xml ? `//<![CDATA[\n${code}\n//]]>` : code}</script>`;
  const lang = chance.pick([' lang="en"', ' lang="en-GB"', '']);
  const root = `<html${xml ? ' xmlns="http://www.w3.org/1999/xhtml"' : ''}${lang} data-steps="${scripts.length > 0 ? 'busy' : 'done'}"${attributes(pieces, 'html')}>`;
  const head = [
    chance.chance(0.5) || encoding === 'utf-16le' ? '' : `<meta charset="${encoding}"/>`,
    `<title>${FILLERS[number % FILLERS.length]}</title><link rel="icon" href="data:,"/>`,
    script(WITNESS),
    ...pieces.flatMap(({ head: more }) => more ?? []),
    `<style nonce="${nonce}">body { font: 16px/1.4 sans-serif } ${pieces.map(({ style }) => style ?? '').join('\n')}</style>`,
    ...pieces.map(({ early }) =>
      early ? script(`try { ${early} } catch (error) { console.log('page: ' + error); }`) : '',
    ),
  ].join('\n');
  const story = chance.pick(['main', 'div', 'article', '']);
  const inside = `${foreign}${filled}${last}`;
  const body = (story ? `<${story}>${inside}</${story}>` : inside) + after;
  const text = `${xml ? '' : chance.pick(['<!doctype html>', '<!doctype html>', ''])}${root}<head>${head}</head><body${attributes(pieces, 'onBody')}>${body}${script(steps(scripts))}</body></html>`;
  const labelled = /<meta charset/.test(head) ? '' : `; charset=${encoding}`;
  const isOf = (id: number, is: (piece: (typeof pieces)[number]) => boolean | undefined) =>
    pieces.some((p) => is(p) && p.first <= id && id < p.last);
  const plants = plot.plants.map((plant): Plant => {
    if (!bares || isOf(plant.id, ({ framed }) => framed)) return plant;
    // A document that takes the place of one that must stay bare does not ask for it.
    return { ...plant, want: isOf(plant.id, ({ frees }) => frees) ? 'either' : 'bare' };
  });
  return {
    number,
    path,
    kind,
    encoding,
    policy: policy && (strict ? 'strict' : 'some'),
    features: chosen.map(({ name }) => name),
    plants,
    free,
    act: bares || free ? undefined : actOf(chance),
    files: new Map([
      ['', { type: `${TYPES[kind]}${labelled}`, policy, body: encode(text, encoding) }],
      ...pieces.flatMap(({ frames = {} }) =>
        Object.entries(frames).map(
          ([name, frame]) =>
            [name, { type: 'text/html; charset=utf-8', policy, body: Buffer.from(frame) }] as const,
        ),
      ),
    ]),
  };
}

const attributes = (pieces: readonly Piece[], name: 'html' | 'onBody') =>
  pieces.map((piece) => (piece[name] ? ` ${piece[name]}` : '')).join('');

/** All steps at once, each on its own; where the page's other tricks break one off, it names the claims it had in hand. */
const steps = (scripts: readonly { script: string; ids: string }[]): string =>
  scripts.length === 0
    ? ''
    : `(() => { let left = ${scripts.length}, broken = '';
      const over = () => { if (--left === 0) W.done(broken); };
      ${scripts.map(({ script, ids }) => `(async () => { try { ${script} } catch { broken += '${ids} '; } over(); })();`).join('\n')} })();`;

function policyOf(chance: Random, nonce: string, strict: boolean, body: string): string {
  if (!strict) return chance.chance(0.2) ? `script-src 'nonce-${nonce}'; object-src 'none'` : '';
  const styles = /\sstyle="/.test(body) ? `style-src-attr 'unsafe-inline'; ` : '';
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; ${styles}img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types page`;
}

function actOf(chance: Random): Act | undefined {
  const at = chance.next();
  if (at < 0.01) return 'print';
  if (at < 0.03) return 'freeze';
  if (at < 0.06) return 'back';
  if (at < 0.08) return 'scroll';
  return at < 0.13 ? 'wait' : undefined;
}

/** Documents without a body to read, and such with little else. */
function other(plot: Plot, number: number, kind: Exclude<Kind, 'HTML' | 'XHTML'>): Page {
  const { random: chance, path } = plot;
  const { text, check } = plot.plant('bare');
  const code = `<![CDATA[${WITNESS}]]>`;
  const frame = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A frame</title>${plot.watching}</head><body>`;
  const made: Record<typeof kind, () => string> = {
    SVG: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300" data-steps="done"><script>${code}</script><text y="30" data-plant="0">${text}</text><foreignObject y="50" width="800" height="100"><p xmlns="http://www.w3.org/1999/xhtml">${text} ${plot.words()}</p></foreignObject></svg>`,
    XML: () =>
      `<?xml version="1.0"?>\n<feed>${chance.chance(0.5) ? `<p xmlns="http://www.w3.org/1999/xhtml"><script>${code}</script>${text}</p>` : `<item>${text}</item>`}<note>${escaped(plot.words())}</note></feed>`,
    text: () => `${plot.words(8)}\n${text}\n${plot.words(8)}\n`.repeat(chance.int(1, 50)),
    frameset: () =>
      `<!doctype html><html lang="en" data-steps="done"><head><title>Frames</title>${plot.watching}</head><frameset cols="50%,50%"><frame src="${path}/a"><frame src="${path}/b"></frameset></html>`,
  };
  const body = made[kind]();
  const frames: [string, string][] =
    kind === 'frameset'
      ? [
          ['a', `${frame}${plot.say('marked')}</body></html>`],
          ['b', `${frame}<p>${plot.words(5)}</p></body></html>`],
        ]
      : [];
  return {
    number,
    path,
    kind,
    encoding: 'utf-8',
    policy: '',
    features: [`${kind} document`, check],
    plants: plot.plants,
    free: false,
    act: undefined,
    files: new Map([
      ['', { type: `${TYPES[kind]}; charset=utf-8`, policy: '', body: Buffer.from(body) }],
      ...frames.map(
        ([name, text]) =>
          [name, { type: 'text/html; charset=utf-8', policy: '', body: Buffer.from(text) }] as const,
      ),
    ]),
  };
}
