/** Names and hosts in letters that look like others: what readers see and hear of them. */
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { Lookalike } from '../../components/Lookalike';
import { OtherPublishers } from '../../components/OtherPublishers';
import { ReviewDocument } from '../../components/ReviewDocument';
import { SourceList } from '../../components/SourceList';
import { PublisherFilter } from '../../entrypoints/options/library/PublisherFilter';
import { SourceEntry } from '../../entrypoints/options/library/SourceEntry';
import type { Review } from '../../lib/claims';
import { anEdition, aSource, PACK } from '../unit/options/sources';
import { root } from './root';

/** Cyrillic, every letter of it; and the name that browsers ask for. */
const ADDRESS = 'https://аррӏе.example/a?b=ü';
const HOST = 'xn--80ak6aa92e.example';
const FORGED = 'R\u0435uters';
const WARNING = 'Letters of this name can be taken for others';

const show = (what: VNode) => act(() => render(what, root));
const nothing = () => {};
const later = () => Promise.resolve();

const review = (publisher: string): Review => ({
  id: 'r-00000000000000',
  claim: 'The bridge was sold.',
  publisher,
  verdict: { label: 'Not so', rating: 'false' },
  url: ADDRESS,
  language: 'en',
});
const other = (publisher: string) => ({ ...review(publisher), question: 'Sold?', checkedOn: '' });

describe('a name in letters that look like others', () => {
  it('is warned of beside it, in words, with the host', () => {
    show(<Lookalike name={FORGED} address={ADDRESS} />);
    expect(root.innerText.replace(/\s+/g, ' ')).toContain(
      `${WARNING}: it may imitate another name. Look at the address. ${HOST}`,
    );
  });

  it('is warned of in a review, and among others who looked at the claim', () => {
    show(
      <ReviewDocument
        review={review(FORGED)}
        source="A feed"
        others={[other('ВВС')]}
        change={undefined}
        onOpen={nothing}
      />,
    );
    // In the head, and twice in the list: its own and the other's.
    expect(root.innerText.split(WARNING)).toHaveLength(4);
  });

  it('is heard with the button that opens its check', () => {
    show(<OtherPublishers self={other('A')} others={[other(FORGED)]} language="en" onOpen={nothing} />);
    expect(root.querySelector('button')?.textContent).toContain(WARNING);
    expect(root.querySelector('[aria-hidden] .lookalike')).toBeNull();
  });

  it('is warned of in the settings, at its source and among its publishers', () => {
    const source = aSource({
      kind: 'pack',
      address: ADDRESS,
      current: anEdition({
        pack: { ...PACK, publisher: { ...PACK.publisher, name: FORGED } },
        publishers: [{ key: HOST, name: FORGED, reviews: 3 }],
      }),
    });
    show(
      <ul>
        <SourceEntry
          source={source}
          on={true}
          work={{ state: 'idle' }}
          busy={false}
          hosts={[]}
          onSwitch={nothing}
          onUpdate={nothing}
          onSchedule={nothing}
          onCancel={nothing}
          onRollBack={later}
          onRemove={later}
          onSwitchPublishers={nothing}
        />
      </ul>,
    );
    expect(root.innerText).toContain(WARNING);
    expect(root.innerText).toContain(HOST);
    show(<PublisherFilter source={source} onSwitch={nothing} />);
    const described = root.querySelector('[role="switch"]')?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain(WARNING);
  });

  it('is the only one that is', () => {
    show(
      <ReviewDocument
        review={review('Bridge Desk')}
        source="A feed"
        others={[other('Коммерсантъ')]}
        change={undefined}
        onOpen={nothing}
      />,
    );
    expect(root.querySelector('.lookalike')).toBeNull();
  });
});

describe('a host in letters that look like others', () => {
  it('is shown as browsers ask for it', () => {
    const source = { title: 'A', publisher: 'B', kind: 'primary' as const, url: ADDRESS };
    show(
      <div>
        <ReviewDocument
          review={review('A')}
          source="A feed"
          others={[other('B')]}
          change={undefined}
          onOpen={nothing}
        />
        <SourceList sources={[source]} citedIn={() => []} lit={undefined} onBack={nothing} />
      </div>,
    );
    expect(root.textContent).not.toContain('аррӏе');
    // The link and its address; the other's link; the source's address, of which the rest stays as it was.
    expect(root.textContent?.split(HOST).length).toBeGreaterThan(4);
    expect(root.textContent).toContain(`https://${HOST}/a?b=ü`);
  });

  it('is not shown where it is no address', () => {
    show(
      <OtherPublishers
        self={other('A')}
        others={[{ ...other('B'), url: 'аррӏе.example' }]}
        onOpen={nothing}
      />,
    );
    expect(root.textContent).not.toContain('аррӏе');
  });
});
