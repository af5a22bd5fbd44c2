/** Tests on Node speak English. */
import { speak } from '../../lib/cli/words';

speak('en', 'en-GB');
