/** Where a source can be read. */
import type { Source } from '../lib/claims';

const DOI = /(?:^|;)\s*doi:(10\.\d{4,9}\/[^\s;]+)/i;

/** Its address, or the one every DOI has (DOI Handbook: `https://doi.org/` and the DOI, its special characters encoded). */
export function sourceAddress({ url, identifier = '' }: Source): string | undefined {
  if (url !== undefined) return url;
  const doi = DOI.exec(identifier)?.[1];
  return doi && `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
}
