/** How tables of verdicts are written: for each rating the words that mean it, with ` | ` between them. */
import type { Rating } from '..';

export type Table = Readonly<Partial<Record<Rating, string>>>;
