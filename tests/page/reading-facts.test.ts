import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../lib/page/read/blocks';
import { languageTag } from '../../lib/page/read/context';
import { pageFacts } from '../../lib/page/read/facts';
import { isOptedOut } from '../../lib/page/read/opt-out';
import { priority } from '../../lib/page/read/priority';
import { blocksOf, page } from './support';

const added: Element[] = [];
/** Puts elements into the head until the test ends. */
function head(html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  added.push(...template.content.children);
  document.head.append(template.content);
}
const linked = (data: unknown) =>
  head(
    `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`,
  );

let titles = 0;
beforeEach(() => {
  document.documentElement.removeAttribute('lang');
  document.title = `Page ${++titles}`;
});
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
  page('');
});

describe('the page’s own facts', () => {
  it('come from its article, in a graph or a list, whatever else is there', () => {
    linked('{ this is "not JSON" ]');
    linked([
      { '@type': 'BreadcrumbList' },
      {
        '@graph': [
          { '@type': 'WebPage', datePublished: '2020-01-01' },
          {
            '@type': ['NewsArticle', 'Thing'],
            headline: 'A  headline',
            datePublished: '2024-03-01T23:30:00-05:00',
            dateModified: '2024-03-02',
            inLanguage: 'es',
          },
        ],
      },
    ]);
    expect(pageFacts()).toMatchObject({
      headline: 'A headline',
      published: '2024-03-01',
      modified: '2024-03-02',
      language: 'es',
      ownReviews: [],
    });
  });

  it('are the article’s at the top, not those of a related one', () => {
    linked({
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', item: { '@type': 'NewsArticle', datePublished: '2001-01-01' } },
      ],
    });
    linked({ '@type': 'https://schema.org/ReportageNewsArticle', datePublished: '2024-05-06' });
    expect(pageFacts().published).toBe('2024-05-06');
  });

  it.each([
    ['<meta property="article:published_time" content="2023-02-03T04:05:06Z">', '', '2023-02-03'],
    ['<meta name="DC.date.issued" content="2023-02-03">', '', '2023-02-03'],
    [
      '',
      '<article><h1>A story of it</h1><time datetime="2023-02-03T10:00">Friday</time></article>',
      '2023-02-03',
    ],
    ['', '<div itemprop="datePublished" content="2023-02-03">Friday</div>', '2023-02-03'],
    ['', '<article><time datetime="Feb 3, 2023 12:00">Friday</time></article>', '2023-02-03'],
    ['<meta name="date" content="soon">', '', ''],
    ['', '<p><time datetime="2023-02-03">the day it happened</time></p>', ''],
  ])('find the day in %s%s', (meta, body, day) => {
    head(meta);
    page(body);
    expect(pageFacts().published).toBe(day);
  });

  it('name the visible headline first, then what the page calls itself', () => {
    head('<meta property="og:title" content="What it calls itself">');
    page('<h1><img alt=""></h1>');
    expect(pageFacts().headline).toBe('What it calls itself');
    document.title = 'Another story';
    page('<h1>Another</h1><article><h1>The  <i>headline</i></h1></article>');
    expect(pageFacts().headline).toBe('The headline');
  });

  it('name the language by the element, a header, or the metadata', () => {
    expect(pageFacts().language).toBe('');
    head('<meta property="og:locale" content="pt_BR">');
    document.title = 'Uma página';
    expect(pageFacts().language).toBe('pt-BR');
    document.documentElement.lang = 'pt-PT';
    expect(pageFacts().language).toBe('pt-PT');
  });

  it('name its address without fragment, and the one it asks to be known by', () => {
    expect(pageFacts().canonical).toBe(location.href.replace(/#.*/, ''));
    head('<link rel="canonical" href="/story?x=1#top">');
    document.title = 'Another story';
    expect(pageFacts().canonical).toBe(`${location.origin}/story?x=1`);
  });

  it('list the claims of the checks it carries', () => {
    linked({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          mainEntity: {
            '@type': 'ClaimReview',
            claimReviewed: 'The  claim.',
            url: 'https://check.example/1',
          },
        },
        { '@type': 'http://schema.org/ClaimReview', claimReviewed: { not: 'a string' } },
      ],
    });
    page(
      '<div itemscope itemtype="http://schema.org/ClaimReview"><p itemprop="claimReviewed">Another claim</p></div>',
    );
    expect(pageFacts().ownReviews).toEqual(['The claim.', 'https://check.example/1', 'Another claim']);
  });

  it('are bounded, whatever the page says', () => {
    let deep: unknown = { '@type': 'ClaimReview', claimReviewed: 'x'.repeat(10_000) };
    for (let n = 0; n < 500; n++) deep = [deep, { '@type': 'ClaimReview', claimReviewed: `claim ${n}` }];
    linked(deep);
    linked({ '@type': 'NewsArticle', headline: 'x'.repeat(600_000) });
    const { headline, ownReviews } = pageFacts();
    expect(headline).toBe(document.title);
    expect(ownReviews.length).toBeLessThanOrEqual(100);
    expect(Math.max(...ownReviews.map((said) => said.length))).toBeLessThanOrEqual(300);
  });
});

describe('the language of a block', () => {
  const language = () => languageTag(blocksOf()[0] as Block);

  it('is told by the nearest element, through shadow hosts', () => {
    const body = page('<section lang="fr"><div></div></section>');
    const root = (body.querySelector('div') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Un pacte de défense mutuelle.</p>';
    expect(language()).toBe('fr');
    root.innerHTML = '<p lang="de">Ein Pakt zur Verteidigung.</p>';
    expect(language()).toBe('de');
  });

  it('is told by xml:lang, too', () => {
    page('<p xml:lang="it">Un patto di difesa reciproca.</p>');
    expect(language()).toBe('it');
    const p = document.querySelector('p') as Element;
    p.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', 'nl');
    expect(language()).toBe('nl');
  });

  it('is that of its longest stretch', () => {
    page('<p lang="de">Er sagte: <q lang="en">The US has a mutual defense pact with Israel.</q></p>');
    expect(language()).toBe('en');
  });

  it('is unknown where the page says so', () => {
    document.documentElement.lang = 'en';
    page('<p lang="">A text in no known language.</p>');
    expect(language()).toBe('');
  });
});

describe('opting out', () => {
  it('is heard whatever its case, and taken back', () => {
    expect(isOptedOut()).toBe(false);
    head('<meta name="Factmark" content=" OFF ">');
    expect(isOptedOut()).toBe(true);
    for (const element of added.splice(0)) element.remove();
    expect(isOptedOut()).toBe(false);
  });

  it('is not another content or another name', () => {
    head('<meta name="factmark" content="on"><meta name="robots" content="off">');
    expect(isOptedOut()).toBe(false);
  });

  it('an editor of a whole document is not read', () => {
    document.designMode = 'on';
    expect(isOptedOut()).toBe(true);
    document.designMode = 'off';
  });
});

describe('what is read first', () => {
  const rank = (selector: string) => priority(document.querySelector(selector) as Element);

  it('is the story in view, then the rest of it, then what stands beside it', () => {
    page(
      '<div class="has-sidebar"><main><article><p id="near">A</p><aside><p id="aside">B</p></aside><div style="height:9000px"></div><p id="far">C</p></article></main><div class="c-sidebar"><p id="side">D</p></div><p id="outside">E</p><footer><p id="foot">F</p></footer></div>',
    );
    scrollTo(0, 0);
    expect(['#near', '#far', '#aside', '#side', '#outside', '#foot'].map(rank)).toEqual([0, 1, 2, 2, 2, 2]);
  });

  it('knows no side on a page without a story, and sees out of shadow roots', () => {
    const body = page('<div id="plain">A</div><aside><div id="host"></div></aside>');
    const root = (body.querySelector('#host') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>B</p>';
    expect(rank('#plain')).toBe(0);
    expect(priority(root.firstElementChild as Element)).toBe(2);
  });
});
