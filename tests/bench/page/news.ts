/**
 * News pages of a wanted size: stories with inline markup, pictures, lists, teasers and comments, a sticky header
 * with an editor in it, and marked sentences spread evenly over the stories' paragraphs.
 */
import { random } from '../claims';

export interface News {
  readonly html: string;
  readonly textNodes: number;
  readonly words: number;
  /** Sentences put in. */
  readonly marks: number;
}

const STYLE = `*{box-sizing:border-box}body{font:17px/1.55 serif;margin:0;color:#222}
header{position:sticky;top:0;background:#fff;border-bottom:1px solid #ccc;height:60px;z-index:10;padding:8px;display:flex;gap:10px}
textarea{width:300px;height:40px}#ticker{position:absolute;right:10px;top:10px;width:80px;height:20px;background:#9cf}
main{max-width:900px;margin:0 auto;padding:20px}section{padding:10px 0 40px}p{margin:0 0 1em}
.byline{display:flex;gap:10px;color:#777}.img{aspect-ratio:16/9;background:#ddd}
aside{display:grid;grid-template-columns:repeat(4,1fr);gap:10px}.card{display:block;border:1px solid #ddd;padding:8px}.card b{display:block}
.c{padding:6px;border-left:3px solid #eee}`;

/** Ordinary words about nothing that a check is about: what is searched more closely on these pages is what was put in. */
const WORDS =
  'the the the of of and and to in a a is it on with for was as at by from that after before when while over under near past old new small large green quiet early late morning evening river garden kitchen window bridge market street harbour orchard meadow valley forest village station platform ticket bicycle train ferry lantern blanket kettle spoon basket ribbon candle mirror carpet ladder hammer pocket button jacket slipper umbrella whistle violin piano drum singer painter baker gardener farmer fisher carpenter tailor neighbour cousin aunt uncle child puppy kitten sparrow heron otter badger beetle spider salmon apple pear cherry plum walnut barley honey butter pepper ginger soup bread cheese salad puddle drizzle breeze thunder snow frost sunshine autumn winter walked carried opened closed painted mended counted folded borrowed wandered listened whispered laughed waited climbed gathered planted watered polished baked sliced stirred measured slowly gently brightly rarely often twice perhaps almost nearly together'.split(
    ' ',
  );

const wordsFrom = (seed: number) => {
  const next = random(seed);
  return () => WORDS[Math.floor(next() * WORDS.length)] as string;
};

const TAGS = ['a href="#x"', 'strong', 'em', 'span class="q"'];

/** The stretches of text of a piece of HTML, each of which becomes a text node. */
const textsOf = (html: string): string[] => html.split(/<[^>]+>/).filter((text) => text !== '');

/** A page of about `size` text nodes with `marks` of `sentences` (fewer if it has fewer paragraphs); the same for the same arguments. */
export function news(size: number, marks: number, sentences: readonly string[]): News {
  const next = random(size);
  const words = wordsFrom(size + 1);
  const some = (least: number, more: number) =>
    Array.from({ length: least + Math.floor(next() * more) }, words).join(' ');
  const paragraph = (): string => {
    let html = some(8, 30);
    for (let i = Math.floor(next() * 4); i > 0; i--) {
      const tag = TAGS[Math.floor(next() * TAGS.length)] as string;
      html += ` <${tag}>${some(1, 4)}</${tag.split(' ')[0]}> ${some(6, 20)}`;
    }
    return `${html}.`;
  };
  const story = (): { head: string; paragraphs: string[]; tail: string } => ({
    head: `<section><h2>${some(5, 3)}</h2>\n<div class="byline"><span>${some(2, 1)}</span><time>${some(2, 1)}</time></div>\n`,
    paragraphs: Array.from({ length: 6 + Math.floor(next() * 8) }, paragraph),
    tail: `<figure><div class="img"></div><figcaption>${some(9, 3)}</figcaption></figure>\n<ul>${`<li>${some(7, 3)}</li>`.repeat(3)}</ul>\n<aside><h3>${some(2, 2)}</h3>${Array.from({ length: 4 }, () => `<a class="card" href="#y"><b>${some(4, 3)}</b><span>${some(6, 4)}</span></a>`).join('')}</aside><div class="comments">${Array.from({ length: 4 }, () => `<div class="c"><b>${some(2, 1)}</b><p>${some(15, 9)}.</p><button>Reply</button></div>`).join('')}</div></section>\n`,
  });
  const stories: ReturnType<typeof story>[] = [];
  for (let nodes = 0; nodes < size; ) {
    const one = story();
    stories.push(one);
    nodes +=
      textsOf(one.head + one.tail).length + one.paragraphs.reduce((n, p) => n + textsOf(p).length + 1, 0);
  }
  const paragraphs = stories.reduce((n, s) => n + s.paragraphs.length, 0);
  const wanted = Math.min(marks, paragraphs);
  let seen = 0;
  let put = 0;
  const body = stories
    .map(({ head, paragraphs: own, tail }) => {
      const withMarks = own.map((html) => {
        const mine = Math.floor((++seen * wanted) / paragraphs) > put;
        if (!mine) return `<p>${html}</p>\n`;
        // By turns at the end of its paragraph, where a badge has room, and within it.
        const sentence = sentences[put++ % sentences.length] as string;
        return put % 2 === 0 ? `<p>${html} ${sentence}</p>\n` : `<p>${sentence} ${html}</p>\n`;
      });
      return head + withMarks.join('') + tail;
    })
    .join('');
  const texts = textsOf(body);
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title><style>${STYLE}</style></head><body><header><b>The Daily</b><textarea></textarea><div id="ticker"></div></header><main>${body}</main></body></html>`,
    textNodes: texts.length,
    words: texts.reduce((n, text) => n + (text.match(/\S+/g)?.length ?? 0), 0),
    marks: put,
  };
}

/** A feed that grows by `posts` at a time and lets old ones go; driven by `inside/actions.ts`. */
export function feedPage(): string {
  const text = Array.from({ length: 60_000 }, wordsFrom(99)).join(' ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Feed</title><style>body{font:16px/1.5 sans-serif;margin:0;width:700px}.post{border:1px solid #ddd;margin:8px;padding:8px}</style><script type="text/plain" id="words">${text}</script></head><body><main id="feed"></main></body></html>`;
}
