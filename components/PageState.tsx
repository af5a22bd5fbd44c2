/** Why there is nothing to show of a page, and what the reader can do about it: the same in popup and side panel. */
import { say } from '../lib/words';
import { sayClock } from './dates';
import { EmptyState } from './EmptyState';

/** `nothing`: the page was read, and no sentence of it matches a check. */
export type PageStateKind =
  | 'waiting'
  | 'slow'
  | 'lost'
  | 'unreadable'
  | 'nothing'
  | 'site'
  | 'publisher'
  | 'paused'
  | 'topics'
  | 'access';

export interface PageStateProps {
  readonly kind: PageStateKind;
  /** When a pause ends (milliseconds since the epoch); `undefined`: when the reader ends it, or nobody knows. */
  readonly pausedUntil?: number | undefined;
  readonly onSiteOn: () => void;
  readonly onResume: () => void;
  readonly onSettings: () => void;
  /** Asks the browser for leave to read websites. */
  readonly onAllow: () => void;
}

export function PageState(props: PageStateProps) {
  const { kind, pausedUntil, onSiteOn, onResume, onSettings, onAllow } = props;
  const primary = (label: string, act: () => void) => (
    <button type="button" class="button primary" onClick={act}>
      {label}
    </button>
  );
  switch (kind) {
    case 'waiting':
      return (
        <EmptyState scene="reading" title={say('popup_waiting_title')} text={say('popup_waiting_text')} />
      );
    case 'slow':
      return <EmptyState scene="reading" title={say('popup_still_title')} text={say('popup_still_text')} />;
    case 'lost':
      return <EmptyState scene="lost" title={say('popup_lost_title')} text={say('popup_lost_text')} />;
    case 'unreadable':
      return (
        <EmptyState
          scene="closed"
          title={say('popup_unreadable_title')}
          text={say('popup_unreadable_text')}
        />
      );
    case 'nothing':
      return (
        <EmptyState scene="nothing" title={say('popup_nothing_title')} text={say('popup_nothing_text')} />
      );
    case 'publisher':
      return (
        <EmptyState scene="closed" title={say('popup_publisher_title')} text={say('popup_publisher_text')} />
      );
    case 'site':
      return (
        <EmptyState
          scene="asleep"
          title={say('popup_site_is_off_title')}
          text={say('popup_site_is_off_text')}
        >
          {primary(say('popup_site_is_off_action'), onSiteOn)}
        </EmptyState>
      );
    case 'paused':
      return (
        <EmptyState
          scene="asleep"
          title={say('popup_paused_title')}
          text={
            pausedUntil === undefined
              ? say('popup_paused_forever')
              : say('popup_paused_until', sayClock(pausedUntil))
          }
        >
          {primary(say('popup_resume'), onResume)}
        </EmptyState>
      );
    case 'access':
      return (
        <EmptyState scene="closed" title={say('popup_access_title')} text={say('popup_access_text')}>
          {primary(say('popup_access_action'), onAllow)}
        </EmptyState>
      );
    case 'topics':
      return (
        <EmptyState scene="asleep" title={say('popup_topics_off_title')} text={say('popup_topics_off_text')}>
          {primary(say('popup_topics_off_action'), onSettings)}
        </EmptyState>
      );
  }
}
