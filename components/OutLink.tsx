/** A link that leaves Factmark, in a new tab. What is no http(s) address stays text: it may come from anybody's file. */
import { ExternalLink } from 'lucide';
import type { ComponentChildren } from 'preact';
import { say } from '../lib/words';
import { isHttp } from './http';
import { Icon } from './Icon';

export { isHttp };

export interface OutLinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

export function OutLink({ href, children }: OutLinkProps) {
  if (!isHttp(href)) return <span dir="auto">{children}</span>;
  return (
    <a class="out-link" href={href} target="_blank" rel="noopener noreferrer" dir="auto">
      {children}
      <Icon node={ExternalLink} size={13} />
      <span class="visually-hidden"> {say('common_new_tab')}</span>
    </a>
  );
}
