/** The way around the settings: a link for each section, the current one marked. */
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { say } from '../../lib/words';
import { type SectionId, sectionsHere } from './sections';

export interface NavProps {
  readonly where: SectionId;
  /** Sections in which a search found something; `undefined` without a search. */
  readonly found: ReadonlySet<string> | undefined;
}

export function Nav({ where, found }: NavProps) {
  const list = useRef<HTMLUListElement>(null);
  // In a narrow window the links stand in a row that scrolls.
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!list.current || !link) return;
    const left = link.offsetLeft - (list.current.clientWidth - link.clientWidth) / 2;
    list.current.scrollTo({ left, behavior: 'instant' });
  }, [where]);
  return (
    <nav class="nav" aria-label={say('options_sections')}>
      <ul ref={list}>
        {sectionsHere().map(({ id, title, icon }) => (
          <li key={id} hidden={found !== undefined && !found.has(id)}>
            <a href={`#${id}`} aria-current={where === id ? 'true' : undefined}>
              <Icon node={icon} size={17} />
              {say(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
