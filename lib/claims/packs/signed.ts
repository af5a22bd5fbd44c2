/**
 * What the seals of a published pack are over: its version over all it says, its signature over that and the version, and
 * the signature of a key over what it says of itself.
 */
import { canonical } from './canonical';
import type { KeyStatement, Manifest } from './manifest';

/** The text whose SHA-256 begins with the manifest's `version`: all but the version and the signature. */
export function versionText({ version, signature, ...said }: Manifest): string {
  return canonical(said);
}

/** The text whose UTF-8 bytes are signed: all but the signature. */
export function signedText({ signature, ...said }: Manifest): string {
  return canonical(said);
}

/**
 * The text whose UTF-8 bytes a key signs to say, for the pack `id` alone, which key may take its place. It begins with
 * words, and a manifest with a brace, so neither signature can pass for the other.
 */
export function keyText(id: string, { key, serial, spare }: Omit<KeyStatement, 'value'>): string {
  return `Factmark: key of a pack, 1\n${canonical({ id, key, serial, spare })}`;
}
