/** What there is to read and to install: pages with planted sentences, and packs in editions, whole and broken. */
import { resolve } from 'node:path';
import type { FactCheck } from '../../../lib/claims';
import { parsedCheck } from '../../support/library';
import { type Files, PackMaker, type Published } from '../../support/pack-maker';
import { type Host, startHost } from '../../support/pack-server';
import { type Site, serve } from '../../support/server';
import { checks as starterChecks } from '../../unit/match/starter';
import type { Random } from '../random';

/** A sentence and what stands behind it. */
export interface Sentence {
  readonly text: string;
  /** Id of the check as everybody outside its pack names it. */
  readonly check: string;
  readonly topic: string;
  /** The pack that it comes with; none: the starter. */
  readonly pack?: PackWorld;
  /** Its number in the pack. */
  readonly n?: number;
}

export interface WebPage {
  readonly path: string;
  readonly sentences: readonly Sentence[];
  /** The page that stands in its frame. */
  readonly frame?: WebPage;
}

/** How a host serves an edition that nobody may take. */
export const BREAKS = ['cut', 'gone', 'garbled', 'swapped', 'busy'] as const;

/** Checks that a pack has numbers for; an edition holds some of them. */
const CHECKS = 10;

/** A pack on a host of its own, and all editions it was ever published in. */
export class PackWorld {
  readonly title: string;
  readonly source: string;
  /** By serial: what each check answers, by its number. */
  readonly editions = new Map<number, ReadonlyMap<number, string>>();
  /** Serial of the newest edition that the host serves whole. */
  served = 0;
  private readonly maker: PackMaker;
  private last: Published | undefined;
  /** What the host serves now. */
  files: Files = new Map();

  private constructor(
    readonly id: string,
    readonly host: Host,
    readonly sentences: readonly Sentence[],
    private readonly make: (n: number, answer: string) => FactCheck,
  ) {
    this.title = `The pack ${id}`;
    this.source = `pack:${id}`;
    this.maker = new PackMaker(id);
  }

  /** `thing` is made of `stuff`, says its checks' claim; none of them is the starter's. */
  static async start(id: string, thing: string, stuff: string): Promise<PackWorld> {
    const sentences: Sentence[] = [];
    const made = new PackWorld(id, await startHost(), sentences, (n, answer) =>
      parsedCheck(`${thing}-${n}`, {
        question: `Is ${thing} number ${n} made of ${stuff}?`,
        answer,
        claims: [
          {
            id: 'made-of',
            text: `${thing[0]?.toUpperCase()}${thing.slice(1)} number ${n} is made of ${stuff}.`,
            says: [`${thing} number ${n} .. made of ${stuff}`],
          },
        ],
      }),
    );
    for (let n = 0; n < CHECKS; n++)
      sentences.push({
        text: `They say that ${thing} number ${n} is made of ${stuff}.`,
        check: `${id}.${thing}-${n}`,
        topic: 'sky',
        pack: made,
        n,
      });
    return made;
  }

  get address(): string {
    return `${this.host.url}pack.json`;
  }

  /** Publishes an edition with some of the checks, and serves it. */
  publish(random: Random): void {
    const serial = (this.last?.manifest.serial ?? 0) + 1;
    const answers = new Map<number, string>();
    // Now and then much of it is gone.
    const share = random.pick([0.3, 0.8, 0.8]);
    for (let n = 0; n < CHECKS; n++) if (random.chance(share)) answers.set(n, `Edition ${serial} says no.`);
    // Some of it stays as it was, as in life.
    for (const [n, answer] of this.editions.get(serial - 1) ?? []) {
      if (answers.has(n) && random.chance(0.5)) answers.set(n, answer);
    }
    // Each edition is another than all before.
    answers.set(serial % CHECKS, `Edition ${serial} says no.`);
    const checks = [...answers].map(([n, answer]) => this.make(n, answer));
    this.last = this.maker.publish({ checks }, { afresh: random.chance(0.2) });
    this.editions.set(this.last.manifest.serial, answers);
    this.mend();
  }

  /** Serves the newest edition as it is. */
  mend(): void {
    if (!this.last) return;
    this.served = this.last.manifest.serial;
    this.files = this.last.files;
    this.host.serve(this.files);
  }

  /** Publishes an edition that does not arrive as it was published. */
  publishBroken(random: Random): string {
    const before = this.served;
    const held = new Set(this.last?.files.keys());
    this.publish(random);
    const how = random.pick(BREAKS);
    const files = new Map(this.last?.files);
    // A reader may have every other shard already, and would not ask for it.
    const shard = random.pick([...files.keys()].filter((path) => !held.has(path)));
    const bytes = files.get(shard) as Buffer;
    if (how === 'cut') files.set(shard, bytes.subarray(0, random.int(0, bytes.length - 1)));
    if (how === 'gone') files.delete(shard);
    if (how === 'garbled') files.set('pack.json', (files.get('pack.json') as Buffer).subarray(0, 99));
    if (how === 'swapped') files.set(shard, Buffer.from(bytes.toString().replaceAll('Edition', 'Addition')));
    if (how === 'busy') files.clear();
    this.served = before;
    this.files = files;
    this.host.serve(files);
    return how;
  }
}

export interface World {
  readonly site: Site;
  /** Both are the same server; to the extension they are two sites. */
  readonly hosts: readonly string[];
  readonly packs: readonly PackWorld[];
  readonly pages: readonly WebPage[];
  addressOf(host: string, page: WebPage, tab: number): string;
  end(): Promise<void>;
}

/** Sentences of the starter, each the text of a check's own claim, of as many topics as there are. */
function starterSentences(): Sentence[] {
  return starterChecks.flatMap(({ id, topic, language, claims }) => {
    const [claim] = claims;
    return language === 'en' && claim ? [{ text: claim.text, check: id, topic }] : [];
  });
}

const FILLER = 'The ferry sails in January and in May, and the band plays on the pier.';

function textOf({ sentences, frame }: WebPage, links: readonly string[]): string {
  const paragraphs = sentences.map(({ text }, i) => `<p>${FILLER} ${i % 2 ? FILLER : ''}</p><p>${text}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><link rel="icon" href="data:,"><body>
<nav>${links.map((path) => `<a href="${path}">on</a>`).join(' ')}</nav><main>${paragraphs.join('\n')}</main>
${frame ? `<iframe style="width:700px;height:240px" src="${frame.path}"></iframe>` : ''}
<div style="height:2500px"></div><p>${FILLER}</p>
<script>for (const a of document.links) a.search = location.search;</script></body></html>`;
}

const DEMO = resolve(import.meta.dirname, '../../fixtures/demo');

/** `clear` keeps the sentences that are found as what they say, and as nothing besides. */
export async function startWorld(
  random: Random,
  clear: (all: readonly Sentence[]) => Promise<Sentence[]>,
): Promise<World> {
  const site = await serve(DEMO);
  const packs = [
    await PackWorld.start('rocks', 'rock', 'green cheese'),
    await PackWorld.start('shells', 'shell', 'blue glass'),
  ];
  for (const pack of packs) pack.publish(random);
  const starter = await clear(starterSentences());
  const pages: WebPage[] = [];
  for (let n = 0; n < 24; n++) {
    const sentences = new Set<Sentence>();
    for (let i = random.int(0, 4); i > 0; i--) sentences.add(random.pick(starter));
    for (const pack of packs)
      for (let i = random.int(0, 3); i > 0; i--) sentences.add(random.pick(pack.sentences));
    const leaf = n >= 8 && random.chance(0.4) ? random.pick(pages.slice(0, 8)) : undefined;
    pages.push({ path: `/news-${n}.html`, sentences: [...sentences], ...(leaf ? { frame: leaf } : {}) });
  }
  for (const page of pages) {
    const links = [1, 2, 3].map(() => random.pick(pages).path);
    site.pages.set(page.path, textOf(page, links));
  }
  const { port } = new URL(site.url);
  return {
    site,
    hosts: [`127.0.0.1:${port}`, `localhost:${port}`],
    packs,
    pages,
    addressOf: (host, page, tab) => `http://${host}${page.path}?tab=${tab}`,
    end: async () => {
      await site.close();
      for (const { host } of packs) await host.close();
    },
  };
}
