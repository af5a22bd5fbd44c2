/** A pack of a hundred checks, packed by the command line's own code and served on loopback. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packFolder } from '../../../lib/cli/pack/run';
import { checkFile, jsonLines, skyPack, write } from '../../support/packs';
import { type Site, serve } from '../../support/server';
import { type Corpus, random } from '../claims';

const CHECKS = 100;

/** Packs into `folder`; what is served has its `pack.json` at the root. */
export async function servePack(folder: string, { claims }: Corpus): Promise<Site> {
  const dir = join(folder, 'checks');
  const out = join(folder, 'pack');
  mkdirSync(dir, { recursive: true });
  const next = random(3);
  const words = [
    ...new Set(claims.slice(0, 2_000).flatMap(({ claim }) => claim.match(/\b[a-z]{6,12}\b/g) ?? [])),
  ];
  const word = () => words[Math.floor(next() * words.length)] as string;
  write(dir, { 'pack.json': skyPack() });
  for (let n = 0; n < CHECKS; n++) {
    const text = `the ${word()} ${word()} was sold to the ${word()} ${word()}`;
    write(
      dir,
      checkFile(`check-${n}`, {
        question: `Is it so that ${text}?`,
        claims: [{ id: 'said', text: `${text}.`, says: [text] }],
      }),
    );
  }
  const packed = await packFolder({ dir, out });
  if (!('manifest' in packed)) throw new Error(jsonLines(packed.slice(0, 3)));
  return serve(out);
}
