/** Who published a check, and where to write about a mistake. Quiet: a reader who wants it finds it, nobody is asked. */
import type { ComponentChildren } from 'preact';
import type { Publisher } from '../lib/claims';
import { say } from '../lib/words';
import { type Contact, contactOf } from './contact';
import { OutLink } from './OutLink';

export function PublisherCard({ publisher }: { publisher: Publisher }) {
  const { name, url, corrections, support } = publisher;
  return (
    <section class="publisher" aria-label={say('check_publisher')}>
      <h2>{say('check_publisher')}</h2>
      <p class="publisher-name">
        <bdi>{name}</bdi>
      </p>
      {(url || corrections || support) && (
        <dl>
          {url && (
            <Fact title={say('check_publisher_site')}>
              <OutLink href={url}>{new URL(url).hostname}</OutLink>
            </Fact>
          )}
          {corrections && (
            <Fact title={say('check_publisher_corrections')}>
              <ContactLink contact={contactOf(corrections)} />
            </Fact>
          )}
        </dl>
      )}
      {support && (
        <p class="publisher-support">
          <OutLink href={support}>{say('check_publisher_support', name)}</OutLink>
        </p>
      )}
    </section>
  );
}

function Fact({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ContactLink({ contact }: { contact: Contact }) {
  if (contact.kind === 'web') return <OutLink href={contact.href}>{contact.text}</OutLink>;
  if (contact.kind === 'mail')
    return (
      <a class="out-link" href={contact.href} dir="ltr">
        {contact.text}
      </a>
    );
  return <span dir="auto">{contact.text}</span>;
}
