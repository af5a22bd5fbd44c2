/** The library and the backup, where something is going on. */
import { RoomDrawing } from '../../../components/RoomDrawing';
import { ImportPreview } from '../../../entrypoints/options/backup/ImportPreview';
import { Progress } from '../../../entrypoints/options/library/Progress';
import { PublicFeed } from '../../../entrypoints/options/library/PublicFeed';
import type { Work } from '../../../entrypoints/options/library/useWork';
import { nothing } from '../fixtures/cards';
import type { Group } from '../state';

const ABOUT = { name: 'desk.example/claims.json' };

const work = (work: Work) => () => <Progress work={work} onCancel={nothing} />;

export const library: Group = {
  id: 'library',
  title: 'Library at work',
  about:
    'What takes time says what it is doing in words, how far it is in numbers, and can be cancelled. What failed says that nothing has changed, why, and what to do. Before anything is asked of a host, the reader is told what it will learn.',
  surface: 'options',
  width: 520,
  states: [
    {
      name: 'fetching',
      show: work({
        state: 'working',
        about: ABOUT,
        step: { doing: 'fetching', done: 12_400_000, of: 60_000_000, unit: 'bytes' },
      }),
      focus: 'button',
    },
    {
      name: 'reading',
      show: work({
        state: 'working',
        about: ABOUT,
        step: { doing: 'reading', done: 1_200, of: 3_000, unit: 'reviews' },
      }),
    },
    {
      name: 'failed',
      show: work({ state: 'failed', about: ABOUT, why: 'It is not valid JSON: line 3 ends too early.' }),
    },
    {
      name: 'how much room it takes',
      show: () => (
        <RoomDrawing
          parts={[
            { id: 'a', name: 'Checks of many publishers', bytes: 41_200_000 },
            { id: 'b', name: 'مرصد الجسور', bytes: 3_100_000 },
            { id: 'c', name: 'Starter', bytes: 210_000 },
          ]}
        />
      ),
    },
    { name: 'a feed that is offered', show: () => <PublicFeed there={false} onAdd={nothing} /> },
  ],
};

export const backup: Group = {
  id: 'backup',
  title: 'Taking a backup over',
  about: 'Nothing is applied before the reader has seen, line by line, what would change.',
  surface: 'options',
  width: 520,
  states: [
    {
      name: 'what would change',
      show: () => (
        <ImportPreview
          preview={{
            settings: [
              { kind: 'value', key: 'loudness', was: 'badge', becomes: 'underline' },
              { kind: 'group', group: 'satire', was: undefined, becomes: 'list' },
              {
                kind: 'list',
                key: 'sitesOff',
                added: ['courier.example', 'desk.example'],
                removed: ['a.example'],
              },
            ],
            opened: 12,
            sources: [
              {
                title: 'Checks of many publishers',
                address: 'https://desk.example/claims.json',
                kind: 'feed',
                schedule: 'weekly',
                publishersOff: [],
              },
            ],
            exported: '2025-11-30T08:00:00Z',
            leftOut: 1,
            notify: false,
          }}
          onYes={nothing}
          onNo={nothing}
        />
      ),
    },
    {
      name: 'nothing would change',
      show: () => (
        <ImportPreview
          preview={{ settings: [], opened: 0, sources: [], exported: '', leftOut: 0, notify: false }}
          onYes={nothing}
          onNo={nothing}
        />
      ),
    },
  ],
};
