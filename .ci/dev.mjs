/** `npm run dev`: sets up what is missing, then serves the extension with reload (tests/support/dev.ts). */
import { run, setUp } from './setup.mjs';

const args = process.argv.slice(2);
setUp({ firefox: args.includes('firefox') });
process.exit(run('npx', ['tsx', 'tests/support/dev.ts', ...args]));
