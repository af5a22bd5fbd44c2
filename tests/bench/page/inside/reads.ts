/** Counts every look at the characters of a text node. Import it before the code that looks: that may keep the getters. */

const seen = new WeakSet<Node>();
const counted = { reads: 0, nodes: 0 };

for (const [prototype, name] of [
  [CharacterData.prototype, 'data'],
  [Node.prototype, 'nodeValue'],
] as const) {
  const own = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  Object.defineProperty(prototype, name, {
    ...own,
    get(this: Node) {
      if (this.nodeType === 3) {
        if (!seen.has(this)) counted.nodes++;
        seen.add(this);
        counted.reads++;
      }
      return own.get?.call(this);
    },
  });
}

/** Looks so far, and the text nodes that were looked at at least once. */
export const looks = (): { readonly reads: number; readonly nodes: number } => counted;
