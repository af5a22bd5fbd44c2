/** What an imported feed says of itself in `pack.json`; a person can write it better afterwards. */
import { basename } from 'node:path';
import { type Pack, type Review, STARTER_ID } from '../../claims';

/** What is gathered of the reviews while they are read. */
export class About {
  private readonly languages = new Map<string, number>();
  /** One of each, but never more than tell that there are several. */
  private readonly publishers = new Set<string>();
  private readonly licences = new Set<string>();

  review({ language = 'und', publisher }: Pick<Review, 'language' | 'publisher'>): void {
    this.languages.set(language, (this.languages.get(language) ?? 0) + 1);
    if (this.publishers.size < 2) this.publishers.add(publisher);
  }

  /** The licence a record names; '' if it names none. */
  licence(said: string): void {
    if (this.licences.size < 2) this.licences.add(said);
  }

  pack(id: string, title: string): Pack {
    const [publisher = ''] = this.publishers;
    const [licence = ''] = this.licences;
    const isOne = this.licences.size === 1 && licence !== '' && licence.length <= 80;
    return {
      format: 1,
      id,
      title: title.slice(0, 120),
      language: this.language(),
      licence: isOne ? licence : 'Not stated for the whole; each review is under its publisher’s terms',
      publisher: {
        name: this.publishers.size === 1 ? publisher.slice(0, 80).trim() : 'Many, named in each review',
        disclaimer:
          'Imported from a ClaimReview feed as it stood. A review can be wrong or out of date: read it on its ' +
          'publisher’s page before you rely on it.',
      },
      topics: [],
      sets: {},
    };
  }

  /** The language of most; of two with as many, the first in the alphabet. */
  private language(): string {
    const [most] = [...this.languages].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return most?.[0] ?? 'und';
  }
}

/** An id (lower-case words joined by hyphens) made of a file's name. */
export function idOf(feed: string): string {
  const name = feed === '-' ? 'feed' : basename(feed).replace(/\.[a-z0-9]{1,8}$/i, '');
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return id === '' ? 'feed' : id === STARTER_ID ? `${id}-feed` : id;
}
