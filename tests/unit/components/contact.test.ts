/** Where a publisher wants to hear of mistakes: only what is plainly an address becomes a link. */
import { describe, expect, it } from 'vitest';
import { contactOf } from '../../../components/contact';

describe('a contact', () => {
  it.each(['desk@a.example', 'mailto:desk@a.example', ' Desk+errors@mail.a.example '])(
    'writes to “%s”',
    (said) => {
      const contact = contactOf(said);
      expect(contact).toMatchObject({ kind: 'mail', text: said.trim().replace('mailto:', '') });
      expect(contact).toHaveProperty('href', `mailto:${contact.text}`);
    },
  );

  it.each(['https://a.example/corrections?x=1', 'http://a.example'])('leads to %s', (said) =>
    expect(contactOf(said)).toEqual({ kind: 'web', href: said, text: said }),
  );

  it.each([
    'Write to the desk',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:desk@a.example?bcc=you@b.example',
    'desk@a.example, you@b.example',
    'desk@a.example%0Abcc:x@b.example',
    'https://a.example@evil.example/',
    'https://a.example\\@evil.example',
    'https://a.example/ now',
    'ftp://a.example',
    '',
  ])('stays words: “%s”', (said) => expect(contactOf(said)).toEqual({ kind: 'words', text: said.trim() }));
});
