/** `npm start`: sets up what is missing, builds, and opens the demo news page with the extension in it. */
import { ROOT, run, setUp } from './setup.mjs';

setUp();
const code = run('npx', ['wxt', 'build', '-b', 'chrome'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (code !== 0) process.exit(code);
process.exit(run('npx', ['tsx', 'tests/support/demo.ts'], { cwd: ROOT }));
