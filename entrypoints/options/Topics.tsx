/** Topics by who publishes them, each on or off, with how many checks it has. */
import { Switch } from '../../components/Switch';
import { say, sayCount } from '../../lib/words';
import { Locked } from './Locked';
import { Section, Setting } from './Section';
import type { LibraryView, Loaded, SettingsState } from './useSettings';

export interface TopicsProps extends Loaded {
  readonly act: Pick<SettingsState['act'], 'switchTopic' | 'switchTopics'>;
}

type Topic = LibraryView['topics'][number];

export function Topics({ settings, library, locked, act }: TopicsProps) {
  const off = new Set(settings.topicsOff);
  const fixed = locked.includes('topicsOff');
  const ids = library.topics.map(({ id }) => id);
  const on = ids.filter((id) => !off.has(id)).length;
  return (
    <Section title={say('options_topics')} lead={say('options_topics_lead')}>
      {fixed && <Locked />}
      {ids.length > 1 && (
        <div class="actions bar">
          <p class="hint">{say('options_topics_on', on, ids.length)}</p>
          {!fixed && (
            <>
              <button type="button" class="button quiet" onClick={() => act.switchTopics(ids, true)}>
                {say('options_topics_all_on')}
              </button>
              <button type="button" class="button quiet" onClick={() => act.switchTopics(ids, false)}>
                {say('options_topics_all_off')}
              </button>
            </>
          )}
        </div>
      )}
      {groupsOf(library.topics).map(([publisher, topics]) => (
        <div key={publisher} class="group">
          <h3>
            <bdi>{say('options_topics_from', publisher)}</bdi>
          </h3>
          <ul class="rows">
            {topics.map(({ id, title, description, checks }) => (
              <li key={id} class="row" data-setting>
                <Switch
                  label={<bdi>{title}</bdi>}
                  description={
                    <>
                      <bdi>{description}</bdi>{' '}
                      <span class="count">{sayCount('options_topics_checks', checks)}</span>
                    </>
                  }
                  checked={!off.has(id)}
                  locked={fixed}
                  onChange={(turnOn) => act.switchTopic(id, turnOn)}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {library.sources.some(({ current }) => current.reviews > 0) && (
        <Setting>
          <p class="hint">{say('options_topics_reviews')}</p>
        </Setting>
      )}
    </Section>
  );
}

/** A topic that several publish stands with the first of them. */
function groupsOf(topics: readonly Topic[]): [string, Topic[]][] {
  const groups = new Map<string, Topic[]>();
  for (const topic of topics) {
    const [publisher = ''] = topic.from;
    groups.set(publisher, [...(groups.get(publisher) ?? []), topic]);
  }
  return [...groups];
}
