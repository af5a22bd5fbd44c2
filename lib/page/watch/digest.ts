/** Texts told apart without keeping them. */

/** 53 bits of `texts`; two of a page's own texts are taken for one another once in 10¹⁵ pairs. */
export function digest(...texts: readonly string[]): number {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ text.length, 0x01000193);
  }
  return (b >>> 0) * 0x200000 + ((a ^ (a >>> 15)) & 0x1fffff);
}
