/** The card, its menus and the notice in a real engine: names, keys, focus, languages, and how they fit. */
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Card, type CardCheck, type CardProps } from '../../components/Card';
import { Notice } from '../../components/Notice';
import css from '../../entrypoints/marks/styles';
import { sayWith } from '../../lib/words';
import { speak } from './words';

const CHECK: CardCheck = {
  kind: 'check',
  id: 'sold',
  question: 'Was the bridge sold?',
  answer: 'No. It still stands where it stood.',
  verdict: { label: 'No such sale', rating: 'false' },
  checkedOn: '2025-11-30',
  publisher: 'Bridge Desk',
  disclaimer: 'Can be wrong.',
  topicTitle: 'Bridges',
  language: 'en',
  url: 'https://bridges.example/sold',
};

let root: ShadowRoot;
const calls: Record<string, ReturnType<typeof vi.fn>> = {};
const called = (name: string) => {
  const fn = vi.fn();
  calls[name] = fn;
  return fn;
};

const show = (change: Partial<CardProps> = {}) => {
  render(
    <Card
      card={CHECK}
      others={[]}
      stance="asserts"
      stanceSure={true}
      reasons={['It says the same words.']}
      sentence="The bridge was sold."
      published=""
      today="2026-11-22"
      onOpen={called('open')}
      onCopy={(text) => {
        called('copy')(text);
        return Promise.resolve(true);
      }}
      onDismiss={called('dismiss')}
      onTopicOff={called('topic')}
      onSiteOff={called('site')}
      onClose={called('close')}
      {...change}
    />,
    root,
  );
  return card();
};
const find = (selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};
const card = () => find('.card');
const named = (name: string) => {
  const found = [...root.querySelectorAll<HTMLElement>('button')].find(
    (b) => (b.getAttribute('aria-label') ?? b.textContent?.trim()) === name,
  );
  if (!found) throw new Error(`no button is called ${name}`);
  return found;
};
/** Presses keys where the focus is; Enter on a button is a click. */
const keys = (...pressed: string[]) => {
  for (const key of pressed) {
    const at = root.activeElement as HTMLElement;
    const went = at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    if (went && key === 'Enter') at.click();
  }
};
const focused = () =>
  root.activeElement?.textContent?.trim() || root.activeElement?.getAttribute('aria-label');

const dress = (styles: string) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
};

beforeEach(() => {
  const host = document.body.appendChild(document.createElement('div'));
  root = host.attachShadow({ mode: 'open' });
  dress(css);
});
afterEach(() => {
  render(null, root);
  root.host.remove();
  speak('en', 'en-GB');
});

describe('the card', () => {
  it('says verdict, rating, stance, question, answer, date, topic and disclaimer', () => {
    const text = show().innerText;
    for (const part of [
      'No such sale',
      'False',
      'This sentence makes the claim.',
      'Was the bridge sold?',
      'No. It still stands',
      '30 November 2025',
      'Topic: Bridges',
      'Can be wrong.',
    ])
      expect(text).toContain(part);
  });

  it('is a dialog named by its question, in our language, and the check in its own', () => {
    show({ card: { ...CHECK, language: 'de' } });
    expect(card().getAttribute('lang')).toBe('en-GB');
    const title = find(`#${CSS.escape(card().getAttribute('aria-labelledby') ?? '')}`);
    expect(title.textContent).toBe('Was the bridge sold?');
    expect(title.lang).toBe('de');
    show({ card: { ...CHECK, language: 'und' } });
    expect(title.lang).toBe('');
  });

  it('wears the verdict only for a sentence that makes the claim', () => {
    expect(show().dataset.tone).toBe('false');
    expect(show({ stance: 'denies' }).dataset.tone).toBe('context');
    expect(card().innerText).toContain('This sentence denies the claim.');
    expect(show({ stanceSure: false }).dataset.tone).toBe('context');
    // The verdict itself stays what it is.
    expect(find('.verdict').dataset.tone).toBe('false');
  });

  it('tells how old the article is, and warns beside the verdict where the check may be out of date', () => {
    expect(show({ published: '2024-09-30' }).innerText).toContain('14 months older than the check');
    expect(root.querySelector('.card-stale')).toBeNull();
    show({ published: '2026-11-30', today: '2026-12-01' });
    expect(find('.card-top').innerText).toContain('The check may be out of date.');
    expect(find('.card-top').innerText).toContain('12 months newer');
  });

  it('shows text of a feed as text', () => {
    const evil = '<img src=x onerror="alert(1)">';
    const text = show({
      card: { ...CHECK, question: evil, answer: evil, topicTitle: evil, publisher: evil, disclaimer: evil },
      sentence: evil,
      reasons: [evil],
    }).textContent;
    expect(text?.split(evil).length).toBeGreaterThan(5);
    expect(root.querySelector('img')).toBeNull();
  });

  it('stays within its width whatever the words', () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselloch'.repeat(3);
    show({
      card: {
        ...CHECK,
        question: long,
        answer: long,
        topicTitle: long,
        publisher: long,
        verdict: { label: long, rating: 'mixed' },
      },
      others: [{ ...CHECK, id: 'b', publisher: long, verdict: { label: long, rating: 'true' } }],
      sentence: long,
    });
    for (const part of root.querySelectorAll('.card, .card-body, .card-top, .card-actions'))
      expect(part.scrollWidth, part.className).toBeLessThanOrEqual(part.clientWidth + 1);
  });

  it('has targets of 24 pixels or more', () => {
    show();
    for (const target of root.querySelectorAll('button, summary')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.textContent ?? '').toBeGreaterThanOrEqual(24);
    }
  });
});

describe('the citation menu', () => {
  it('opens with the arrow key, goes around, and copies what is chosen', async () => {
    show();
    const button = named('Copy a citation');
    button.focus();
    keys('ArrowDown');
    await expect.poll(focused).toBe('As text');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(find('[role=menu]').getAttribute('aria-label')).toBe('Copy a citation');
    keys('ArrowDown');
    expect(focused()).toBe('As a link');
    keys('ArrowUp', 'ArrowUp');
    expect(focused()).toBe('As Markdown');
    keys('Home');
    expect(focused()).toBe('As text');
    keys('End', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(calls.copy).toHaveBeenCalledWith('https://bridges.example/sold');
    await expect.poll(() => find('[role=status]').innerText.trim()).toBe('Copied');
    expect(root.querySelector('[role=menu]')).toBeNull();
    expect(focused()).toBe('Copy a citation');
  });

  it('offers no link where the check has no address', async () => {
    show({ card: { ...CHECK, url: undefined } });
    named('Copy a citation').click();
    await expect.poll(focused).toBe('As text');
    expect([...root.querySelectorAll('[role=menuitem]')].map((i) => i.textContent)).toEqual([
      'As text',
      'As Markdown',
    ]);
  });

  it('says what to do where the browser does not let us', async () => {
    show({ onCopy: () => Promise.reject(new Error('no')) });
    named('Copy a citation').click();
    await expect.poll(focused).toBe('As text');
    keys('Enter');
    await expect.poll(() => find('[role=status]').innerText).toContain('Open the full check');
  });
});

describe('the other menu', () => {
  const openMenu = async () => {
    show();
    named('More choices').click();
    await expect.poll(focused).toBe('Hide this topic: Bridges');
  };

  it('hides the topic, or all of the site', async () => {
    await openMenu();
    keys('Enter');
    expect(calls.topic).toHaveBeenCalledOnce();
    await openMenu();
    keys('o');
    expect(focused()).toBe('Off on this site');
    keys('Enter');
    expect(calls.site).toHaveBeenCalledOnce();
  });

  it('takes the first Escape, the card the second', async () => {
    await openMenu();
    keys('Escape');
    await expect.poll(() => root.querySelector('[role=menu]')).toBeNull();
    expect(focused()).toBe('More choices');
    expect(calls.close).not.toHaveBeenCalled();
    keys('Escape');
    expect(calls.close).toHaveBeenCalledOnce();
  });

  it('closes when the focus goes elsewhere', async () => {
    await openMenu();
    named('Not this claim').focus();
    await expect.poll(() => root.querySelector('[role=menu]')).toBeNull();
    await openMenu();
    keys('Tab');
    await expect.poll(() => root.querySelector('[role=menu]')).toBeNull();
  });

  it('stands inside the card', async () => {
    await openMenu();
    const [menu, whole] = [find('[role=menu]').getBoundingClientRect(), card().getBoundingClientRect()];
    expect(menu.top).toBeGreaterThanOrEqual(whole.top);
    expect(menu.left).toBeGreaterThanOrEqual(whole.left);
    expect(menu.right).toBeLessThanOrEqual(whole.right);
    expect(menu.bottom).toBeLessThanOrEqual(whole.bottom);
  });
});

describe('the notice', () => {
  const notice = (onUndo: (() => void) | undefined = called('undo')) =>
    render(<Notice text="It is done." onUndo={onUndo} onClose={called('close')} />, root);

  it('is told politely once it is there, and describes Undo', async () => {
    notice();
    const status = find('[role=status]');
    expect(status.textContent).toBe('');
    await expect.poll(() => status.textContent).toBe('It is done.');
    expect(named('Undo').getAttribute('aria-describedby')).toBe(status.id);
    named('Undo').click();
    expect(calls.undo).toHaveBeenCalledOnce();
  });

  it('closes on Escape and by its button; without a way back it has no Undo', async () => {
    notice();
    named('Undo').focus();
    keys('Escape');
    expect(calls.close).toHaveBeenCalledOnce();
    render(null, root);
    render(<Notice text="It is undone." onClose={called('close')} />, root);
    expect(root.querySelectorAll('button')).toHaveLength(1);
    named('Close this message').click();
    expect(calls.close).toHaveBeenCalledOnce();
  });
});

describe('right to left', () => {
  it('mirrors the card, and keeps a check in its own direction', async () => {
    sayWith((key) => (key === 'ext_language' ? 'ar' : `كلمة ${key}`), 'ar');
    show({ card: { ...CHECK, publisher: 'Bridge Desk' } });
    expect(card().dir).toBe('rtl');
    expect(card().lang).toBe('ar');
    const box = card().getBoundingClientRect();
    const close = find('.card-top .icon-button').getBoundingClientRect();
    expect(close.right).toBeLessThan(box.left + box.width / 2);
    expect(getComputedStyle(find('.card-primary .icon')).transform).toContain('-1');
    expect(getComputedStyle(find('.card-question')).direction).toBe('ltr');
    find('.menu-holder .icon-button').click();
    await expect.poll(() => root.querySelector('[role=menu]')).not.toBeNull();
    const menu = find('[role=menu]').getBoundingClientRect();
    expect(menu.left).toBeGreaterThanOrEqual(box.left);
    expect(menu.right).toBeLessThanOrEqual(box.right);
  });
});

describe.each([
  ['light', css],
  ['dark', css.replaceAll('(prefers-color-scheme: dark)', 'all')],
])('in %s', (_, styles) => {
  const violations = async () => {
    // What fades in has another contrast until it is there.
    await Promise.all(root.getAnimations().map((a) => a.finished.catch(() => {})));
    const found = await axe.run(root.host as HTMLElement, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
  };

  it('card, menus and notice are accessible', async () => {
    dress(styles);
    show({
      others: [{ ...CHECK, id: 'b', publisher: 'Tower Desk', verdict: { label: 'True', rating: 'true' } }],
      published: '2026-11-22',
      card: { ...CHECK, checkedOn: '2020-01-01' },
    });
    find('summary').click();
    expect(await violations()).toEqual([]);
    for (const button of ['Copy a citation', 'More choices']) {
      named(button).click();
      await expect.poll(() => root.querySelector('[role=menu]')?.getAttribute('aria-label')).toBe(button);
      expect(await violations()).toEqual([]);
    }
    show({ stance: 'denies', card: { ...CHECK, kind: 'review', answer: '' } });
    expect(await violations()).toEqual([]);
    render(null, root);
    render(<Notice text="It is done." onUndo={called('undo')} onClose={called('close')} />, root);
    await expect.poll(() => find('[role=status]').textContent).toBe('It is done.');
    expect(await violations()).toEqual([]);
  });
});
