/** Code that runs in a page is written like all other code and bundled for the page when the bench starts. */
import { resolve } from 'node:path';
import { build } from 'vite';

/** The file `inside/<name>.ts` as one classic script; what it exports stands on `window.<name>`. */
export async function insideCode(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, `inside/${name}.ts`), formats: ['iife'], name },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`inside/${name}.ts was not built`);
  const [chunk] = output.output;
  // Undefined at the end: the last value of an evaluated script would be sent over.
  return `${chunk.code}\n;globalThis.${name} = ${name};\nundefined`;
}
