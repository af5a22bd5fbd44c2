/**
 * What of a heap snapshot is ours: what is only there because functions of the extension's world hold it. Everything that
 * can be reached without going through them would be there without us too.
 */

/** As Chromium writes it, as far as it is read here. */
interface Written {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
    readonly node_count: number;
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

export interface Held {
  /** Bytes, of all and of ours. */
  readonly bytes: number;
  readonly ours: number;
  /** Nodes of the page that are in no document; those of them that only we hold. */
  readonly detached: number;
  readonly detachedByUs: number;
  /** Of ours, by constructor: how many, bytes. */
  readonly kinds: ReadonlyMap<string, readonly [count: number, bytes: number]>;
}

/** `origin`: of the extension, with its scheme. */
export function heldIn(json: string, origin: string): Held {
  const { snapshot, nodes, edges, strings } = JSON.parse(json) as Written;
  const { meta, node_count: count } = snapshot;
  const [width, step] = [meta.node_fields.length, meta.edge_fields.length];
  const field = (name: string) => meta.node_fields.indexOf(name);
  const [NAME, SIZE, EDGES, DETACHED] = ['name', 'self_size', 'edge_count', 'detachedness'].map(field) as [
    number,
    number,
    number,
    number,
  ];
  const at = (node: number, what: number) => nodes[node * width + what] as number;
  const nameOf = (node: number) => strings[at(node, NAME)] as string;
  const typeOf = (node: number) => meta.node_types[0][at(node, 0)] as string;
  const first = new Uint32Array(count + 1);
  for (let node = 0; node < count; node++) first[node + 1] = (first[node] as number) + at(node, EDGES);
  const edgeType = (edge: number) => meta.edge_types[0][edges[edge * step] as number] as string;
  const target = (edge: number) => (edges[edge * step + 2] as number) / width;
  const follow = (node: number, internal: string): number | undefined => {
    for (let edge = first[node] as number; edge < (first[node + 1] as number); edge++)
      if (
        /^(internal|property)$/.test(edgeType(edge)) &&
        strings[edges[edge * step + 1] as number] === internal
      )
        return target(edge);
    return undefined;
  };

  /** Does this function, scope or suspended function belong to our world? */
  const belongs = new Map<number, boolean>();
  const isOurs = (node: number): boolean => {
    const known = belongs.get(node);
    if (known !== undefined) return known;
    belongs.set(node, false);
    const name = nameOf(node);
    const next = name.startsWith('system / NativeContext')
      ? undefined
      : (follow(node, 'context') ?? follow(node, 'previous') ?? follow(node, 'function'));
    const ours = next === undefined ? name.includes(origin) : isOurs(next);
    belongs.set(node, ours);
    return ours;
  };
  const stopsAt = (node: number): boolean => {
    const type = typeOf(node);
    const name = nameOf(node);
    if (
      type === 'closure' ||
      name.startsWith('system / Context') ||
      /Generator|AsyncFunctionObject/.test(name)
    )
      return isOurs(node);
    return name.includes(origin);
  };

  const reach = (mayEnter: (node: number) => boolean): Uint8Array => {
    const seen = new Uint8Array(count);
    const stack = [0];
    seen[0] = 1;
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (let edge = first[node] as number; edge < (first[node + 1] as number); edge++) {
        const to = target(edge);
        if (seen[to] || edgeType(edge) === 'weak' || !mayEnter(to)) continue;
        seen[to] = 1;
        stack.push(to);
      }
    return seen;
  };
  const all = reach(() => true);
  const without = reach((node) => !stopsAt(node));

  let [bytes, ours, detached, detachedByUs] = [0, 0, 0, 0];
  const kinds = new Map<string, [number, number]>();
  for (let node = 0; node < count; node++) {
    if (!all[node]) continue;
    const size = at(node, SIZE);
    const only = !without[node];
    bytes += size;
    if (at(node, DETACHED) === 2 && typeOf(node) === 'native') {
      detached++;
      if (only) detachedByUs++;
    }
    if (!only) continue;
    ours += size;
    const type = typeOf(node);
    const kind =
      type === 'object' || type === 'native'
        ? nameOf(node)
            .replace(/@\d+|<.*/s, '')
            .slice(0, 60)
            .trim()
        : type;
    const entry = kinds.get(kind) ?? [0, 0];
    kinds.set(kind, [entry[0] + 1, entry[1] + size]);
  }
  return { bytes, ours, detached, detachedByUs, kinds };
}

/** What has grown most of ours, by bytes, a line each. */
export const growth = (from: Held, to: Held, most = 8): string[] =>
  [...to.kinds]
    .map(([kind, [count, bytes]]) => {
      const [n, b] = from.kinds.get(kind) ?? [0, 0];
      return { kind, count: count - n, bytes: bytes - b };
    })
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, most)
    .map(({ kind, count, bytes }) => `${kind}: ${count} more, ${(bytes / 1000).toFixed(1)} kB`);
