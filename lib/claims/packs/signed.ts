/** What the two seals of a published pack are over: its version over all it says, its signature over that and the version. */
import { canonical } from './canonical';
import type { Manifest } from './manifest';

/** The text whose SHA-256 begins with the manifest's `version`: all but the version and the signature. */
export function versionText({ version, signature, ...said }: Manifest): string {
  return canonical(said);
}

/** The text whose UTF-8 bytes are signed: all but the signature. */
export function signedText({ signature, ...said }: Manifest): string {
  return canonical(said);
}
