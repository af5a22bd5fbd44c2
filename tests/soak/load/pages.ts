/** Pages that load much: a tab among a hundred, a feed without an end, a live blog. Their scripts use no promise: microtasks in a trace are ours. */

/** Claims of the packaged checks, each said so that its check is found. */
export const CLAIMS: readonly (readonly [check: string, sentence: string])[] = [
  ['us-israel-mutual-defense-pact', 'The United States has a mutual defense pact with Israel.'],
  ['brexit-350-million', 'The UK sent £350 million a week to the EU.'],
  ['china-largest-emitter', 'China emits more CO2 than any other country.'],
  ['volcanoes-emit-more-co2', 'Volcanoes emit more CO2 than humans.'],
  ['foreign-aid-quarter-of-budget', 'Foreign aid is a quarter of the US federal budget.'],
];

/** Words of sentences that repeat no claim. */
const WORDS =
  'garden ferry harbour violin baker lantern orchard valley library tunnel pigeon carpet winter market bridge teacher window kettle forest village curtain bicycle mountain letter'.split(
    ' ',
  );

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>body{font:16px/1.5 serif;max-width:40em;margin:auto}article{margin:1em 0;min-height:9em}</style>${body}</html>`;

/** Chance, sentences and frames, for the scripts of the pages; the generator is that of `../random.ts`. */
const base = (seed: number) => `
  const CLAIMS = ${JSON.stringify(CLAIMS)}, WORDS = ${JSON.stringify(WORDS)};
  let state = ${seed} >>> 0, number = 0;
  const chance = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const said = () => 'Note ' + ++number + ' of the ' + Array.from({ length: 9 }, () => pick(WORDS)).join(' and the ') + '.';
  const claim = () => pick(CLAIMS)[1];
  const card = () => {
    const element = document.createElement('article');
    const line = (tag, text) => { const e = document.createElement(tag); e.textContent = text; element.append(e); };
    line('h3', 'Entry of the ' + pick(WORDS));
    line('p', said() + ' ' + said());
    if (chance() < .3) line('p', claim());
    line('p', said());
    return element;
  };
  const feed = document.querySelector('main');
  const load = { frames: 0, cards: 0, changes: 0, longest: 0 };
  let last = performance.now();
  const frame = (now) => { load.frames++; load.longest = Math.max(load.longest, now - last); last = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  /** What is to be found here, the plain way: the checks of all claims that stand there, in order. */
  const expected = () => [...document.querySelectorAll('p')].flatMap((p) => CLAIMS.filter(([, text]) => p.textContent.includes(text)).map(([check]) => check));`;

/** An article with `claims` claims, which begins with what nobody else says. */
export function article(number: number, claims: number): string {
  const rest = Array.from(
    { length: 40 },
    (_, n) =>
      `<p>Paragraph ${n} of article ${number} tells of the ${WORDS[(n + number) % WORDS.length]} and of the ${WORDS[(n * 7 + number) % WORDS.length]} in the ${WORDS[(n * 5) % WORDS.length]}.</p>${n < claims ? `<p>${CLAIMS[(n + number) % CLAIMS.length]?.[1]}</p>` : ''}`,
  );
  return page(`Article ${number}`, `<main><h1>Article ${number}</h1>${rest.join('')}</main>`);
}

/** A feed that appends ten cards whenever its end comes near; with `most` it lets go of the oldest beyond so many. */
export const feed = (seed: number, most?: number): string =>
  page(
    'Feed',
    `<div id="above"></div><main></main><script>${base(seed)}
  const above = document.getElementById('above');
  let room = 0;
  const more = () => {
    for (let n = 0; n < 10; n++, load.cards++) feed.append(card());
    const most = ${most ?? 'Infinity'};
    for (; feed.children.length > most; feed.firstChild.remove()) room += feed.firstChild.getBoundingClientRect().height + 16;
    above.style.height = room + 'px';
  };
  load.more = more;
  more(); more();
  addEventListener('scroll', () => { if (document.documentElement.scrollHeight - scrollY - innerHeight < 1500) more(); }, { passive: true });
</script>`,
  );

/** A live blog of about 60 entries that changes ten times a second from `load.go()` to `load.rest()`. */
export const live = (seed: number): string =>
  page(
    'Live blog',
    `<h1>As it happens</h1><main></main><script>${base(seed)}
  for (let n = 0; n < 60; n++) feed.append(card());
  const entry = () => pick([...feed.children]);
  const paragraph = () => pick([...entry().querySelectorAll('p')]);
  const WAYS = [
    () => { paragraph().firstChild.data = chance() < .3 ? claim() : said(); },
    () => { paragraph().textContent = chance() < .3 ? said() + ' ' + claim() : said(); },
    () => { const e = entry(); e.innerHTML = e.innerHTML; },
    () => feed.prepend(card()),
    () => feed.prepend(entry()),
    () => feed.insertBefore(entry(), entry()),
    () => { if (feed.children.length > 55) entry().remove(); },
    () => { if (feed.children.length > 65) feed.lastChild.remove(); },
    () => { document.title = 'Live blog, change ' + load.changes; },
  ];
  let timer;
  load.change = () => { pick(WAYS)(); load.changes++; };
  load.go = () => { timer = setInterval(load.change, 100); };
  load.rest = () => clearInterval(timer);
</script>`,
  );
