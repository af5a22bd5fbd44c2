/** Every string field of a schema, and what hostile hands may write into it. */

/** As valibot describes its schemas. */
interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  readonly value?: Schema;
  readonly options?: readonly unknown[];
}

export type Path = readonly string[];

/** Paths to all strings of a schema, those of a list by its first item; a picklist and a literal hold no text of others. */
export function stringFields(given: unknown): Path[] {
  const schema = given as Schema;
  const under = (key: string, inner: Schema) => stringFields(inner).map((path) => [key, ...path]);
  if (schema.entries) return Object.entries(schema.entries).flatMap(([key, inner]) => under(key, inner));
  if (schema.type === 'array' && schema.item) return under('0', schema.item);
  if (schema.wrapped) return stringFields(schema.wrapped);
  if (schema.type === 'union')
    return unique((schema.options ?? []).flatMap((option) => stringFields(option)));
  if (schema.type === 'record' && schema.value) return under('key', schema.value);
  return schema.type === 'string' ? [[]] : [];
}

const unique = (paths: readonly Path[]): Path[] => [
  ...new Map(paths.map((path) => [path.join('/'), path])).values(),
];

/** A copy of `record` with `text` at `path`; the path must be there, or the field was left out of the example. */
export function withText<T>(record: T, path: Path, text: string): T {
  const copy = structuredClone(record);
  let at = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) {
    if (!Object.hasOwn(Object(at), key)) throw new Error(`the example has no ${path.join('/')}`);
    at = at[key] as Record<string, unknown>;
  }
  const last = path.at(-1) as string;
  if (typeof at?.[last] !== 'string') throw new Error(`the example has no text at ${path.join('/')}`);
  at[last] = text;
  return copy;
}

/** Sets `pwned` on the window if any of it runs. */
const RUN = 'window.pwned=1';
export const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `"><svg onload=${RUN}><!--`,
  `' onmouseover='${RUN}' x='`,
  `</style></title></textarea><iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<a href="javascript:${RUN}">read on</a> [1]`,
  `javascript:${RUN}//https://a.example/`,
  ` JaVa\tScRiPt:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  'vbscript:msgbox(1)',
  `https://a.example/"onmouseover="${RUN}`,
  `https://a.example/<script>${RUN}</script>`,
  'https://news.example@evil.example/',
  'mailto:a@b.example?subject=x%0Abcc:c@d.example',
  `[read](javascript:${RUN}) ![x](data:image/svg+xml,x) [1]`,
  `{{constructor.constructor('${RUN}')()}} \${${RUN}} <%= ${RUN} %>`,
  'True\u202eeurt\u2066 \u200b\u200d\u0000\u0007\ufeff',
  'half \ud83d of a character',
  '&lt;b&gt; &amp;#60;script&amp;#62;',
  '__proto__',
  'constructor',
];
