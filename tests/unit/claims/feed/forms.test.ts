import { describe, expect, it } from 'vitest';
import { type Change, codes, inChunks, outcomesOf, read, record } from './reading';

const other = (n: number): Change => record({ url: `https://sky.example/${n}` });
const wheres = async (feed: unknown) => (await read(feed)).taken.map((t) => t.where);
const item = (inside: unknown) => ({ '@type': 'DataFeedItem', item: inside });

describe('records are found in', () => {
  it.each<[string, unknown, string[]]>([
    ['an array', [record()], ['/0']],
    ['one record', record(), ['']],
    ['a graph', { '@graph': [{ '@type': 'WebPage' }, record()] }, ['/@graph/1']],
    ['a graph of one', { '@graph': record() }, ['/@graph']],
    [
      'a feed',
      { '@type': 'DataFeed', dataFeedElement: [item([record(), other(2)]), item(other(3))] },
      ['/dataFeedElement/0/item/0', '/dataFeedElement/0/item/1', '/dataFeedElement/1/item'],
    ],
    ['items that are no list', { dataFeedElement: { item: record() } }, ['/dataFeedElement/item']],
    ['items that are records', { dataFeedElement: [record()] }, ['/dataFeedElement/0']],
    [
      'an ItemList',
      { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, item: record() }] },
      ['/itemListElement/0/item'],
    ],
    [
      'a feed in a graph',
      { '@graph': [{ dataFeedElement: [item(record())] }] },
      ['/@graph/0/dataFeedElement/0/item'],
    ],
    ['lists in lists', [[[[[record()]]]]], ['/0/0/0/0/0']],
    [
      'several values',
      `${JSON.stringify(record())}${JSON.stringify([other(2)], null, 2)} null`,
      ['', 'value 2/0'],
    ],
    [
      'a feed with fields after its records',
      { dataFeedElement: [item(record())], name: { a: [1, { b: 2 }] } },
      ['/dataFeedElement/0/item'],
    ],
  ])('%s', async (_, feed, expected) => expect(await wheres(feed)).toEqual(expected));

  it.each<[string, Change]>([
    ['its type', { '@type': 'ClaimReview' }],
    ['its types', { '@type': ['Review', 'https://schema.org/ClaimReview'], claimReviewed: 'So.' }],
    ['its claim', { claimReviewed: 'The moon is made of cheese.' }],
    ['its claim, an object', { claimReviewed: { '@value': 'The moon is made of cheese.' } }],
  ])('no ClaimReview with a field called item before %s, and it is said', async (_, rest) => {
    const { taken, refused } = await read([{ item: other(2), ...rest }, other(3)]);
    expect(taken.map((t) => t.where)).toEqual(['/0/item', '/1']);
    expect(refused).toEqual([
      {
        kind: 'refused',
        where: '/0',
        reason: 'not-valid',
        message: expect.stringContaining('“item” before'),
      },
    ]);
  });

  it('a ClaimReview with a field called item, which is one itself', async () =>
    expect(await wheres([{ ...record(), item: record() }])).toEqual(['/0']));

  it('pointers, whose steps are escaped', async () => {
    const { refused } = await read({ '@graph': [{ '@type': 'a/b~c' }] });
    expect(refused.map((r) => r.where)).toEqual(['/@graph/0/@type']);
  });
});

describe('JSON lines', () => {
  const lines = [record(), other(2), [other(3)]].map((r) => JSON.stringify(r));
  it.each([
    ['with \\n', '\n'],
    ['with \\r\\n', '\r\n'],
    ['with empty lines', '\n \n\n'],
  ])('%s', async (_, newline) => {
    const where = newline.length > 2 ? ['line 1', 'line 4', 'line 7/0'] : ['line 1', 'line 2', 'line 3/0'];
    expect(await wheres(`\ufeff${lines.join(newline)}${newline}`)).toEqual(where);
    expect(await wheres(lines.join(newline))).toEqual(where);
  });

  it('lose a broken line and no more', async () => {
    const broken = ['{"broken": ', '{"a": "un "quoted" one"}', '{"a": 1}}', 'text', '{"a": "\t"}'];
    const feed = [lines[0], ...broken, lines[1]].join('\n');
    const { taken, refused } = await read(feed);
    expect(taken.map((t) => t.where)).toEqual(['line 1', 'line 7']);
    expect(refused.filter((r) => r.reason === 'not-json').map((r) => r.where)).toEqual(
      [2, 3, 4, 5, 6].map((n) => `line ${n}`),
    );
    expect(refused.find((r) => r.where === 'line 3')?.message).toContain('byte 11 of it');
  });

  it.each(['{"broken": ', '{"a": "un "quoted" one"}', (lines[1] as string).slice(0, -9), '{"a": 1}}'])(
    'that end in %j and no newline were cut',
    async (last) => {
      await expect(read(`${lines[0]}\n${last}`)).rejects.toThrow(
        /ends in the middle of line 2. Get it again/,
      );
      const { taken, refused } = await read(`${lines[0]}\n${last}\n`);
      expect([taken.length, refused.at(-1)?.reason]).toEqual([1, 'not-json']);
    },
  );

  it('may have 200,000 empty ones between them', async () => {
    const gap = '\n'.repeat(200_000);
    expect(await wheres(`${gap}${lines[0]}${gap}${lines[1]}`)).toEqual(['line 200001', 'line 400001']);
    await expect(read(`{"a":1}${gap}x`)).rejects.toThrow('not valid JSON');
    await expect(read(`{"a":1,${gap}{`)).rejects.toThrow('not valid JSON');
  });

  it('are told from values written over many lines', async () => {
    const values = [record(), other(2)].map((r) => JSON.stringify(r, null, 2)).join('\n');
    expect(await wheres(values)).toEqual(['', 'value 2']);
    expect(await wheres(`${lines[0]}\n${JSON.stringify(other(2), null, 2)}`)).toEqual(['', 'value 2']);
  });
});

describe('a page', () => {
  const script = (inside: string, type = 'type="application/ld+json"') =>
    `<script ${type}>${inside}</script>`;
  const json = JSON.stringify(record());
  it.each<[string, string, string[]]>([
    ['a block', `<!doctype html><html><head>${script(json)}</head>`, ['script 1']],
    [
      'blocks, other scripts between them',
      `<p>${script(json)}<script>"${'x'.repeat(9)}"</script>${script(`[${json}]`)}`,
      ['script 1', 'script 2/0'],
    ],
    [
      'a type in any spelling',
      `<P>${script(json, "id='a>b' TYPE = 'application/LD+json; charset=utf-8' data-x")}`,
      ['script 1'],
    ],
    ['a type without quotation marks', `<p>${script(json, 'type=application/ld+json')}`, ['script 1']],
    ['an upper-case element', `<p><SCRIPT type="application/ld+json">${json}</SCRIPT >`, ['script 1']],
    [
      'a graph',
      `<p>${script(JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, record()] }))}`,
      ['script 1/@graph/1'],
    ],
    ['a CDATA section', `<p>${script(`\n//<![CDATA[\n${json}\n//]]>\n`)}`, ['script 1']],
    ['a comment around the block’s text', `<p>${script(`<!--\n${json}\n-->`)}`, ['script 1']],
    ['a quotation mark in a value', `<p title=it's>${script(json)}<i>'</i>`, ['script 1']],
    [
      'tags in its text',
      `<p>${script(JSON.stringify(record({ headline: '<b>No</b> <!-- x' })))}`,
      ['script 1'],
    ],
  ])('is read with %s', async (_, html, expected) => expect(await wheres(html)).toEqual(expected));

  it.each([
    ['in a comment', `<p><!-- ${script(json)} -->`],
    ['in a comment without an end', `<p><!-- > ${script(json)}`],
    [
      'in text of other elements',
      `<title>${script(json)}</title><textarea>${script(json)}</textarea><style>${script(json)}</style>`,
    ],
    ['in an attribute', `<p title='${script('1')}'>`],
    [
      'of another type',
      `<p>${script(json, 'type="text/javascript"')}${script(json, 'data-type="application/ld+json"')}`,
    ],
  ])('has none %s', async (_, html) => {
    await expect(read(html)).rejects.toThrow('holds no ClaimReview records');
  });

  it.each(['', '</scr', '</script'])('whose block has no end but “%s” was cut', async (rest) => {
    const html = `<p>${script(json)}<script type="application/ld+json">${json}${rest}`;
    await expect(read(html)).rejects.toThrow(/ends in the middle of a JSON-LD block. Get it again/);
  });

  it('loses a broken block and no more', async () => {
    const { taken, refused } = await read(`<p>${script('{"a": ')}${script(json)}`);
    expect([taken.map((t) => t.where), refused.map((r) => [r.where, r.reason])]).toEqual([
      ['script 2'],
      [['script 1', 'not-json']],
    ]);
  });

  it('has its relative addresses resolved', async () => {
    const { taken } = await read(`<p>${script(JSON.stringify(record({ url: '/moon' })))}`, {
      base: 'https://sky.example/checks/1',
    });
    expect(taken[0]?.review.url).toBe('https://sky.example/moon');
  });

  it.each(['<a ', '<a "', "<a b='", '<!--', '<script>', '</', '<p>'])(
    'of a million bytes of “%s” is read through',
    async (hostile) => {
      await expect(read(hostile.repeat(1_000_000 / hostile.length))).rejects.toThrow(
        /no ClaimReview records/,
      );
    },
  );

  it('whose block begins with a million blanks is read', async () =>
    expect(await wheres(`<p>${script(' '.repeat(1_000_000) + json)}`)).toEqual(['script 1']));

  it('of more than 16 MB is refused', async () => {
    const chunks = async function* () {
      yield new TextEncoder().encode('<html>');
      for (let i = 0; i < 17; i++) yield new Uint8Array(1 << 20).fill(32);
    };
    await expect(outcomesOf(chunks())).rejects.toThrow('larger than 16 MB');
  });
});

describe('bytes', () => {
  it('that are not UTF-8 become U+FFFD, and it is noted', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify([record(), other(2)]));
    const text = new TextDecoder().decode(bytes);
    bytes[text.indexOf('moon is')] = 0xff;
    const { taken } = await read(bytes);
    expect(taken[0]?.review.claim).toBe('The \ufffdoon is made of cheese.');
    expect(taken.map(codes)).toEqual([['/claimReviewed lost-characters'], []]);
  });

  it.each([
    ['UTF-16', [0xff, 0xfe, 0x5b, 0], 'UTF-16'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'compressed'],
    ['zip', [0x50, 0x4b, 3, 4], 'compressed'],
  ])('of %s are told, and what to do', async (_, bytes, what) => {
    await expect(read(Uint8Array.from(bytes))).rejects.toThrow(what);
    await expect(outcomesOf(inChunks(Uint8Array.from(bytes), 1))).rejects.toThrow(what);
  });

  it('may come one by one', async () => {
    const feed = new TextEncoder().encode(`\ufeff[${JSON.stringify(record({ headline: 'Ünï🌔' }))}]`);
    const [outcome] = await outcomesOf(inChunks(feed, 1));
    expect(outcome).toMatchObject({ kind: 'taken', review: { title: 'Ünï🌔' } });
  });
});
