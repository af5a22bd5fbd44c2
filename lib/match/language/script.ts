/** Which script a text is written in, told from its letters by Unicode block. */

/** Scripts told apart, by ISO 15924; `Kana` stands for either kana, `Hani` for Chinese characters in any language. */
export type Script =
  | 'Latn'
  | 'Arab'
  | 'Deva'
  | 'Cyrl'
  | 'Grek'
  | 'Hebr'
  | 'Hang'
  | 'Kana'
  | 'Hani'
  | 'Thai'
  | 'Zyyy';

/** First and last code point of the blocks, in order. Letters elsewhere are `Zyyy`. */
const BLOCKS: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x5d0, 0x5ea, 'Hebr'],
  [0x620, 0x64a, 'Arab'],
  [0x66e, 0x6d3, 'Arab'],
  [0x750, 0x77f, 'Arab'],
  [0x900, 0x963, 'Deva'],
  [0xe01, 0xe4e, 'Thai'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7a3, 'Hang'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb50, 0xfeff, 'Arab'],
];

function scriptAt(code: number): Script | undefined {
  for (const [first, last, script] of BLOCKS) {
    if (code < first) break;
    if (code <= last) return script;
  }
  return code >= 0x250 && /\p{L}/u.test(String.fromCharCode(code)) ? 'Zyyy' : undefined;
}

const asciiScript = (code: number): Script | undefined =>
  (code | 32) >= 0x61 && (code | 32) <= 0x7a ? 'Latn' : undefined;

/** Characters looked at: the language of a block shows at its beginning. */
const LOOKED_AT = 500;

/** How many letters of each script stand in the beginning of `text`. */
export function scriptsOf(text: string): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>();
  let latin = 0;
  const end = Math.min(text.length, LOOKED_AT);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const script = code < 0x80 ? asciiScript(code) : scriptAt(code);
    if (script === 'Latn') latin++;
    else if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  if (latin > 0) counts.set('Latn', latin);
  return counts;
}

/** The script of most letters; undefined if there are none. Kana decide over Chinese characters beside them. */
export function mainScript(counts: ReadonlyMap<Script, number>): Script | undefined {
  let main: Script | undefined;
  for (const [script, count] of counts)
    if (main === undefined || count > (counts.get(main) as number)) main = script;
  const kana = counts.get('Kana') ?? 0;
  return main === 'Hani' && kana * 10 > (counts.get('Hani') as number) ? 'Kana' : main;
}

/** Scripts of `mainScript` that a language whose likely script is `likely` is written with. */
const WRITES: Readonly<Record<string, readonly Script[]>> = {
  Jpan: ['Kana', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Kore: ['Hang', 'Hani'],
};

const TOLD = new Set<string>(BLOCKS.map(([, , script]) => script));

/** Can a text in `script` be in a language that is most likely written in `likely` (ISO 15924)? */
export function fits(script: Script | undefined, likely: string | undefined): boolean {
  if (script === undefined || likely === undefined) return true;
  const own = WRITES[likely];
  if (own) return own.includes(script);
  return TOLD.has(likely) ? script === likely : script === 'Zyyy';
}
