/**
 * `npm run store`: texts, answers and pictures for each store, in .output/store/<store>/. It shows what `npm run build` made.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { form, LISTING, STORES } from './listing';
import { takePictures } from './pictures';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = resolve(ROOT, '.output/store');

for (const store of STORES) {
  rmSync(resolve(OUT, store), { recursive: true, force: true });
  mkdirSync(resolve(OUT, store), { recursive: true });
  writeFileSync(resolve(OUT, store, 'form.md'), form(store));
}
await takePictures(LISTING.pictures, 'See the check where the claim is made.', (name, png) => {
  for (const store of STORES) writeFileSync(resolve(OUT, store, name), png);
});
console.log(`Texts and pictures are in ${OUT}`);
