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

/** The fingerprint of `key`; '' until it is known, and without a key. */
export function useFingerprint(key: string | undefined): string {
  const [shown, setShown] = useState('');
  useEffect(() => {
    let wanted = true;
    void (key === undefined ? Promise.resolve('') : fingerprint(key)).then((f) => wanted && setShown(f));
    return () => {
      wanted = false;
    };
  }, [key]);
  return shown;
}
