/** A short name for a signing key that two people can compare. */
import { useEffect, useState } from 'preact/hooks';

/** First 16 hex digits of the SHA-256 of a raw public key (base64url), in groups of four; '' if it is none. */
export async function fingerprint(key: string): Promise<string> {
  let raw: string;
  try {
    raw = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
  const bytes = Uint8Array.from(raw, (c) => c.charCodeAt(0));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(hash.subarray(0, 8), (b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Fingerprints of `keys`, by key; of each '' until it is known. */
export function useFingerprints(keys: readonly string[]): (key: string) => string {
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const all = keys.join(' ');
  useEffect(() => {
    let wanted = true;
    const named = all.split(' ').map(async (key) => [key, await fingerprint(key)] as const);
    void Promise.all(named).then((entries) => wanted && setShown(new Map(entries)));
    return () => {
      wanted = false;
    };
  }, [all]);
  return (key) => shown.get(key) ?? '';
}
