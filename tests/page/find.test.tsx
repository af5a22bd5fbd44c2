/** The search as a reader uses it: field, hits, keys; and the tabs and choices of the popup. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import '../../components/page.css';
import '../../components/find.css';
import { Find, type FindProps } from '../../components/Find';
import type { FoundInfo } from '../../components/FoundCheck';
import { Marked } from '../../components/Marked';
import { RecentList } from '../../components/RecentList';
import { Segmented } from '../../components/Segmented';
import { panelId, Tabs, tabId } from '../../components/Tabs';
import { root } from './root';

/** The real keyboard (`tests/support/pointer.ts`). */
const hands = commands as unknown as { press(...keys: string[]): Promise<void> };

const hit = (id: string, more: Partial<FoundInfo> = {}): FoundInfo => ({
  card: {
    id,
    question: `Was the ${id} bridge sold?`,
    answer: 'No. It still belongs to the town.',
    verdict: { label: 'Not sold', rating: 'false' },
    checkedOn: '2025-11-30',
    publisher: 'Bridge Desk',
  },
  claim: '',
  marks: { question: [[9 + id.length, 15 + id.length]], answer: [], claim: [] },
  ...more,
});

/** The component with a text that follows what is typed, as its owner keeps it. */
function Owner(props: Partial<FindProps> & { opened: string[] }) {
  const [text, setText] = useState(props.text ?? '');
  return (
    <Find
      hits={[]}
      state="done"
      full={false}
      {...props}
      text={text}
      onText={setText}
      onOpen={(id) => props.opened.push(id)}
    />
  );
}
const show = (props: Partial<FindProps>) => {
  const opened: string[] = [];
  render(<Owner {...props} opened={opened} />, root);
  return opened;
};
const field = () => root.querySelector('input') as HTMLInputElement;
const focused = () =>
  (document.activeElement as HTMLElement).dataset.check ?? document.activeElement?.tagName;

describe('Find', () => {
  it('says what can be typed, and what nothing found means', () => {
    show({ state: 'idle' });
    expect(root.textContent).toContain('Type a few words');
    expect(field().getAttribute('aria-label')).toBe('Find a check');
    show({ state: 'done', text: 'zebra' });
    expect(root.querySelector('[role=status]')?.textContent).toBe('No check found');
    expect(root.textContent).toContain('Try fewer words');
    show({ state: 'lost', text: 'zebra' });
    expect(root.textContent).toContain('did not answer');
  });

  it('shows verdict, question with the words marked, answer or claim, publisher and date', () => {
    show({
      text: 'bridge',
      hits: [
        hit('Karl'),
        hit('Elb', { claim: 'They sold it', marks: { question: [], answer: [], claim: [[5, 9]] } }),
      ],
    });
    const [first, second] = root.querySelectorAll('.hit');
    expect(first?.textContent).toContain('Not sold');
    expect(first?.textContent).toContain('Bridge Desk, 30 November 2025');
    expect([...(first?.querySelectorAll('mark') ?? [])].map((m) => m.textContent)).toEqual(['bridge']);
    expect(second?.textContent).toContain('Claim: They sold it');
    expect(second?.querySelector('mark')?.textContent).toBe('sold');
    expect(second?.textContent).not.toContain('still belongs');
    expect(root.querySelector('[role=status]')?.textContent).toBe('2 checks found');
  });

  it('shows hostile text as text', () => {
    const { card, ...rest } = hit('x');
    show({ text: 'a', hits: [{ ...rest, card: { ...card, question: '<img src=x onerror=alert(1)>' } }] });
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('.hit-question')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('is used by keyboard: arrows to the hits and back, Enter opens, Escape empties first', async () => {
    const opened = show({ text: 'bridge', hits: [hit('Karl'), hit('Elb')] });
    field().focus();
    await hands.press('ArrowDown');
    expect(focused()).toBe('Karl');
    await hands.press('ArrowDown', 'ArrowDown');
    expect(focused()).toBe('Elb');
    await hands.press('Enter');
    expect(opened).toEqual(['Elb']);
    await hands.press('ArrowUp', 'ArrowUp');
    expect(focused()).toBe('INPUT');
    await hands.press('Enter');
    expect(opened).toEqual(['Elb', 'Karl']);
    let prevented = false;
    root.addEventListener('keydown', (event) => {
      prevented = event.defaultPrevented;
    });
    await hands.press('Escape');
    expect([field().value, prevented]).toEqual(['', true]);
    await hands.press('Escape');
    expect(prevented).toBe(false);
  });

  it('does not open what was found for another text', async () => {
    const opened = show({ text: 'bridge', state: 'searching', hits: [hit('Karl')] });
    field().focus();
    await hands.press('Enter');
    expect(opened).toEqual([]);
    expect(root.querySelector('.hits')?.getAttribute('aria-busy')).toBe('true');
  });

  it('empties the field by its button, and stays in it', async () => {
    show({ text: 'bridge', hits: [] });
    (root.querySelector('.find-clear') as HTMLElement).click();
    await expect.poll(() => [field().value, focused()]).toEqual(['', 'INPUT']);
  });
});

describe('Marked', () => {
  it('keeps the text whole', () => {
    render(
      <Marked
        text="The pact of 1951"
        marks={[
          [4, 8],
          [12, 16],
        ]}
      />,
      root,
    );
    expect(root.textContent).toBe('The pact of 1951');
    expect([...root.querySelectorAll('mark')].map((m) => m.textContent)).toEqual(['pact', '1951']);
  });
});

describe('Tabs', () => {
  function Places() {
    const [value, setValue] = useState<'a' | 'b' | 'c'>('a');
    return (
      <>
        <Tabs
          name="Places"
          value={value}
          onChange={setValue}
          places={(['a', 'b', 'c'] as const).map((v) => ({ value: v, label: v }))}
        />
        <div id={panelId(value)} role="tabpanel" aria-labelledby={tabId(value)}>
          {value}
        </div>
      </>
    );
  }
  const shown = () => [
    root.querySelector('[role=tabpanel]')?.textContent,
    (document.activeElement as HTMLElement).id,
  ];

  it.each(['ltr', 'rtl'])('follows the arrow keys %s, Home and End', async (dir) => {
    root.dir = dir;
    render(<Places />, root);
    const [on, back] =
      dir === 'rtl' ? (['ArrowLeft', 'ArrowRight'] as const) : (['ArrowRight', 'ArrowLeft'] as const);
    root.querySelector<HTMLElement>('[role=tab]')?.focus();
    await hands.press(on);
    expect(shown()).toEqual(['b', 'tab-b']);
    await hands.press(back, back);
    expect(shown()).toEqual(['c', 'tab-c']);
    await hands.press('Home');
    expect(shown()).toEqual(['a', 'tab-a']);
    await hands.press('End');
    expect(shown()).toEqual(['c', 'tab-c']);
    expect([...root.querySelectorAll('[role=tab]')].map((t) => (t as HTMLElement).tabIndex)).toEqual([
      -1, -1, 0,
    ]);
  });
});

describe('Segmented', () => {
  it('is a group of radio buttons large enough to tap; none is chosen while that is not known', async () => {
    let value: string | undefined;
    const options = ['one', 'two'].map((v) => ({ value: v, label: v, title: v }));
    const draw = () =>
      render(
        <Segmented
          legend="Which"
          options={options}
          value={value}
          onChange={(next) => {
            value = next;
          }}
        />,
        root,
      );
    draw();
    expect(root.querySelectorAll(':checked').length).toBe(0);
    (root.querySelectorAll('label')[1] as HTMLElement).click();
    expect(value).toBe('two');
    for (const label of root.querySelectorAll('label')) expect(label.offsetHeight).toBeGreaterThanOrEqual(24);
  });
});

describe('RecentList', () => {
  it('says what was opened, and how long ago', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    const verdict = { label: 'Not sold', rating: 'false' } as const;
    const opened: string[] = [];
    render(
      <RecentList
        now={now}
        onOpen={(id) => opened.push(id)}
        checks={['2026-11-22T09:00:00Z', '2026-11-21T09:00:00Z', '2026-10-01T09:00:00Z'].map((at, i) => ({
          id: `c${i}`,
          question: `Question ${i}?`,
          verdict,
          opened: at,
        }))}
      />,
      root,
    );
    const said = [...root.querySelectorAll('time')].map((t) => t.textContent);
    expect(said).toEqual(['Opened 3 hours ago', 'Opened yesterday', 'Opened 1 October 2026']);
    root.querySelectorAll('button')[1]?.click();
    expect(opened).toEqual(['c1']);
  });
});
