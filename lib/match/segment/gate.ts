/**
 * The gate before any scoring: a sentence all of whose terms are everyday words repeats no claim that could be told
 * from its neighbours, and is not looked at further.
 */

export interface Gate {
  /** A term is rare if at most this share of the claims hold it. */
  readonly rare: number;
  /** How many different rare terms a sentence needs. */
  readonly needed: number;
  /** Share of ordinary sentences that hold a term, if that is known: a term must be rare there too. */
  readonly ordinary?: ((hash: number) => number) | undefined;
  readonly rareInOrdinary?: number | undefined;
}

/** A term as the gate sees it: how many of all claims hold it. */
export interface Seen {
  readonly hash: number;
  readonly frequency: number;
}

/** Does a sentence with these terms, of which each stands in some claim, get past the gate? */
export function passes(gate: Gate, terms: readonly Seen[], size: number): boolean {
  const most = Math.max(1, gate.rare * size);
  const mostOrdinary = gate.rareInOrdinary ?? gate.rare;
  let rare = 0;
  for (const { hash, frequency } of terms)
    if (frequency <= most && (gate.ordinary === undefined || gate.ordinary(hash) <= mostOrdinary))
      if (++rare >= gate.needed) return true;
  return gate.needed <= 0;
}
