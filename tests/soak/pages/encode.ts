/** Text as bytes in encodings that the web still has: the platform only reads them, so its reader is turned around. */

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** What each character is in `encoding`, of one byte or two. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(new Uint8Array(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let a = 0; a < 256; a++) learn([a]);
  for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) learn([a, b]);
  tables.set(encoding, table);
  return table;
}

/** `text` in `encoding`, a label of the Encoding standard; what it has no code for as a character reference. */
export function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text)
    bytes.push(...(table.get(character) ?? Buffer.from(`&#${character.codePointAt(0)};`)));
  return Buffer.from(bytes);
}
