/**
 * The extension's policy lets no text become the address of a script but through this one gate: addresses in our own package,
 * of which the library's worker is the only one.
 */

/** Of the browser's Trusted Types, what is used; Firefox has them since 148. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL: (address: string) => string | null }): unknown;
}

/** To be called once, before a worker is started. */
export function allowOwnScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) =>
      new URL(address, location.href).origin === location.origin ? address : null,
  });
}
