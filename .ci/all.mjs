/** `npm run setup`: packages and both browsers, and nothing else. */
import { setUp } from './setup.mjs';

setUp({ firefox: true });
