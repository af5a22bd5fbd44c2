/** The popup's bar, tabs and foot; and pages with nothing to list. */
import { CoverageLine } from '../../../components/CoverageLine';
import { PageState, type PageStateKind } from '../../../components/PageState';
import { panelId, Tabs, tabId } from '../../../components/Tabs';
import { Header, type HeaderProps } from '../../../entrypoints/popup/Header';
import { say } from '../../../lib/words';
import { nothing } from '../fixtures/cards';
import type { Group } from '../state';

const header = (over: Partial<HeaderProps>) => () => (
  <Header
    site={{ host: 'courier.example', on: true }}
    canPause
    loudness="badge"
    onSite={nothing}
    onPause={nothing}
    onLoudness={nothing}
    onSettings={nothing}
    {...over}
  />
);

const PLACES = ['page', 'find', 'recent'] as const;

export const bar: Group = {
  id: 'popup-bar',
  title: 'Popup: bar, places, coverage',
  about:
    'What concerns this site is one switch away, a pause two. Three places: this page, find, recent. At the foot stands how much was read and how little that proves; what is not marked is unchecked, not confirmed.',
  surface: 'popup',
  width: 360,
  states: [
    { name: 'on', show: header({}) },
    {
      name: 'off on this site; choosing a pause',
      show: header({
        site: { host: 'a-very-long-name-of-a-newspaper.courier.example', on: false },
        loudness: 'list',
      }),
      clicks: ['[aria-controls]'],
    },
    { name: 'no site, paused', show: header({ site: 'none', canPause: false, loudness: undefined }) },
    {
      name: 'places',
      show: () => (
        <>
          <Tabs
            name={say('popup_places')}
            value="find"
            onChange={nothing}
            places={PLACES.map((value) => ({ value, label: say(`popup_place_${value}`) }))}
          />
          <div role="tabpanel" id={panelId('find')} aria-labelledby={tabId('find')} />
        </>
      ),
      focus: '[aria-selected="true"]',
    },
    {
      name: 'coverage',
      show: () => (
        <div class="foot">
          <CoverageLine words={1243} matches={2} />
          <CoverageLine words={860} matches={1} />
          <CoverageLine words={1} matches={0} />
        </div>
      ),
    },
  ],
};

const KINDS: readonly PageStateKind[] = [
  'waiting',
  'slow',
  'nothing',
  'unreadable',
  'publisher',
  'access',
  'lost',
  'site',
  'paused',
  'topics',
];

export const empty: Group = {
  id: 'empty',
  title: 'Nothing to list',
  about:
    'Never a blank surface: a small drawing, what it means, and what can be done, if something can. It never says more than is known; “no match” is not “all true”.',
  surface: 'popup',
  width: 360,
  states: KINDS.map((kind) => ({
    name: kind,
    show: () => (
      <PageState kind={kind} onSiteOn={nothing} onResume={nothing} onSettings={nothing} onAllow={nothing} />
    ),
  })),
};
