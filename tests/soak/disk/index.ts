/** A full disk: what does not fit is refused in words, and what was there goes on working. */
import { resolve } from 'node:path';
import { PACT } from '../../support/claim';
import { CLAIM, record, SAID } from '../../support/feeds';
import { LEFT_OVER } from '../../support/left-over';
import { serve } from '../../support/server';
import { chromiumReader } from '../lifetime/chromium';
import { firefoxReader } from '../lifetime/firefox';
import type { Reader, Tab } from '../lifetime/reader';
import { askFor } from '../lifetime/settings-page';
import type { Figure, Outcome, Part, SoakOptions } from '../part';
import { random } from '../random';
import { type SmallDisk, smallDisk } from './small';

/** Times the disk is filled, and the most bytes that are left then. */
const TIMES = 20;
const MOST_LEFT = 64e6;
/** Reviews in the feed that is added then: some megabytes with their index. */
const REVIEWS = 5_000;
/** A limit on hanging, milliseconds. */
const PATIENCE = 120_000;

const OURS = 'The US has a mutual defense pact with Israel.';
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const html = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><link rel="icon" href="data:,"><body>${body}`;

export const disk: Part = {
  name: 'disk',
  about:
    'A feed of 5,000 reviews is added 20 times on a disk that has next to no room left, and once when there is room again; pages are read meanwhile.',
  browsers: ['chromium', 'firefox'],
  async run(options, browser): Promise<Outcome> {
    const small = smallDisk();
    const site = await serve(resolve(import.meta.dirname, '../../fixtures/demo'));
    site.pages.set('/news.html', html(`<p>${OURS}</p><p>${SAID}</p>`));
    site.pages.set('/few.json', JSON.stringify([record(CLAIM)]));
    const many = Array.from({ length: REVIEWS }, (_, n) =>
      record(`Bridge number ${n} over the Oder was sold to scrap dealer ${n * 7}.`, {
        url: `https://bridges.example/${n}`,
      }),
    );
    site.pages.set('/many.json', JSON.stringify(many));
    try {
      const reader = await (browser === 'firefox' ? firefoxReader() : chromiumReader());
      try {
        return await onFullDisk(reader, small, site.url, options);
      } finally {
        // A browser that can't write takes long to close.
        small.free();
        await reader.end();
      }
    } finally {
      await site.close();
      small.close();
    }
  },
};

async function onFullDisk(
  reader: Reader,
  small: SmallDisk,
  url: string,
  { seed, scale, signal, say }: SoakOptions,
): Promise<Outcome> {
  const chance = random(seed);
  const failures: string[] = [];
  const counts = { tried: 0, refused: 0, fitted: 0, pages: 0, right: 0, leftOver: 0 };
  const settings = `${reader.origin}/options.html`;
  const own = await reader.open(settings);
  const ask = async <T>(body: string): Promise<T> =>
    JSON.parse(
      await reader.run<string>(
        own,
        `(async () => { const api = globalThis.browser ?? chrome; return JSON.stringify((await (async () => { ${body} })()) ?? null); })()`,
      ),
    );
  const fail = (what: string) => {
    failures.push(`time ${counts.tried}: ${what}`);
    say(`FAILED ${what}`);
  };
  /** What the settings say in the end of adding what is at this address. */
  const add = async (address: string): Promise<string> => {
    await reader.front(own);
    await askFor(reader, own, address);
    const end = Date.now() + PATIENCE;
    for (;;) {
      const text = await reader.run<string>(own, `document.body.innerText.replace(/\\s+/g, ' ')`);
      const said = /Added [^.]*\.|was not added; nothing has changed\..{0,200}/.exec(text)?.[0];
      if (said) return said;
      if (/did not answer/.test(text)) return 'The settings have lost the background.';
      if (Date.now() > end) return 'Nothing was said.';
      await pause(200);
    }
  };
  /** A page that is opened now has its marks. */
  const readPage = async () => {
    counts.pages++;
    const page: Tab = await reader.open(`${url}/news.html?${counts.pages}`);
    let badges = 0;
    for (let n = 0; n < 100 && badges < 2; n++) {
      badges = await reader.look<number>(page, `root?.querySelectorAll('.badge').length ?? 0`);
      if (badges < 2) await pause(100);
    }
    if (badges === 2) counts.right++;
    else {
      const which = await reader.look<string[]>(
        page,
        `Array.from(root?.querySelectorAll('.badge') ?? [], (badge) => badge.dataset.check)`,
      );
      const said = (await reader.complaints()).join(' | ').slice(0, 2_000);
      fail(`a page has only these of its 2 marks: ${which.join() || 'none'}; the browser says: ${said}`);
    }
    await reader.close(page);
  };

  const first = await add(`${url}/few.json`);
  if (!first.startsWith('Added')) fail(`on an empty disk: ${first}`);
  await readPage();
  for (const times = Math.max(2, Math.round(TIMES * scale)); counts.tried < times && !signal.aborted; ) {
    counts.tried++;
    await reader.go(own, settings);
    const left = chance.chance(0.3) ? 0 : chance.int(0, MOST_LEFT);
    small.fill(left);
    const said = await add(`${url}/many.json`);
    if (said.startsWith('Added')) counts.fitted++;
    else if (said.includes('ree some disk space')) counts.refused++;
    else fail(`with ${left} bytes left: ${said}`);
    await readPage();
    const { value, error } = await ask<{ value?: unknown; error?: string }>(
      `return api.runtime.sendMessage({ wire: 'factmark/1', call: 'check', query: { id: ${JSON.stringify(PACT)}, opened: true } });`,
    );
    if (!value) fail(`with ${left} bytes left a check is not shown: ${error}`);
    small.free();
    if (said.startsWith('Added')) {
      const removed = await ask<{ error?: string }>(
        `return api.runtime.sendMessage({ wire: 'factmark/1', call: 'removeSource', query: { id: ${JSON.stringify(`source:${url}/many.json`)} } });`,
      );
      if (removed.error) fail(`with room again a source is not removed: ${removed.error}`);
    }
    // What was left half written goes when the background next starts.
    await reader.kill();
    let names: string[] = [];
    for (let n = 0; n < 100; n++) {
      await ask(`return api.runtime.sendMessage({ wire: 'factmark/1', call: 'library' });`).catch(() => {});
      names = await ask<string[]>(LEFT_OVER).catch((error: Error) => [error.message]);
      if (names.length === 0) break;
      await pause(100);
    }
    counts.leftOver += names.length;
    if (names.length > 0) fail(`left over: ${names.join()}`);
    say(`${counts.tried} times, ${counts.refused} refused, ${failures.length} wrong`);
  }
  await reader.go(own, settings);
  const last = await add(`${url}/many.json`);
  if (!/^Added 5,000 /.test(last)) fail(`with room again: ${last}`);
  await readPage();
  const figure = (name: string, value: number, bounds: Partial<Figure> = {}): Figure => ({
    name,
    value,
    unit: '',
    ...bounds,
  });
  return {
    figures: [
      figure('times the disk was filled', counts.tried, { least: TIMES }),
      figure('refused, for want of room and in words that say so', counts.refused, { least: 1 }),
      figure('found room', counts.fitted),
      figure('pages read on a full disk, before and after', counts.pages),
      figure('of these with all marks', counts.right),
      figure('left over when there was room again', counts.leftOver, { most: 0 }),
      figure('wrong', failures.length, { most: 0 }),
    ],
    failures,
  };
}
