/** The ways of saying of some checks, by number, compiled when first asked for. */
import type { Claim } from '../../claims/check';
import { type Language, languageOf } from '../language/tag';
import type { CompiledClaim, Matchable, NamedSets, Way } from '../library';
import { type Needs, needsOf } from '../needs';
import { compile, compileSets, type Pattern, type Sets } from '../pattern';
import { type OwnNegation, ownNegation } from '../stance';
import { readWords } from '../words';

/** Ways are numbered by check, by claim, first its `says`, then its `echoes`. */
export class CompiledWays {
  readonly size: number;
  /** Number of each claim's first way. */
  private readonly firsts: Uint32Array;
  private readonly owners: (readonly [Matchable, Claim])[] = [];
  private readonly claims: (CompiledClaim | undefined)[] = [];
  private readonly ways: (Way | undefined)[] = [];
  private sets: Sets | undefined;

  constructor(
    checks: readonly Matchable[],
    private readonly named: NamedSets,
    private readonly implies: (way: number) => boolean,
  ) {
    for (const check of checks) for (const claim of check.claims) this.owners.push([check, claim]);
    this.firsts = new Uint32Array(this.owners.length);
    let size = 0;
    this.owners.forEach(([, { says, echoes }], i) => {
      this.firsts[i] = size;
      size += says.length + echoes.length;
    });
    this.size = size;
  }

  way(number: number): Way {
    let way = this.ways[number];
    if (!way) {
      const owner = this.ownerOf(number);
      const { says, echoes } = (this.owners[owner] as readonly [Matchable, Claim])[1];
      const at = number - (this.firsts[owner] as number);
      const echo = at >= says.length;
      const source = (echo ? echoes[at - says.length] : says[at]) as string;
      way = new LazyWay(this.claim(owner), echo, this.implies(number), () => this.compile(source));
      this.ways[number] = way;
    }
    return way;
  }

  /** The claim whose ways `number` is among. */
  private ownerOf(number: number): number {
    let low = 0;
    for (let high = this.firsts.length - 1; low < high; ) {
      const middle = (low + high + 1) >>> 1;
      if ((this.firsts[middle] as number) <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private claim(owner: number): CompiledClaim {
    let claim = this.claims[owner];
    if (!claim) {
      const [check, source] = this.owners[owner] as readonly [Matchable, Claim];
      claim = new LazyClaim(check, source, (pattern) => this.compile(pattern));
      this.claims[owner] = claim;
    }
    return claim;
  }

  private compile(source: string): Pattern {
    this.sets ??= compileSets(this.named);
    return compile(source, this.sets);
  }
}

class LazyWay implements Way {
  private compiled: Pattern | undefined;
  private needed: Needs | undefined;

  constructor(
    readonly claim: CompiledClaim,
    readonly echo: boolean,
    readonly implies: boolean,
    private readonly compile: () => Pattern,
  ) {}

  get pattern(): Pattern {
    this.compiled ??= this.compile();
    return this.compiled;
  }

  get needs(): Needs {
    this.needed ??= needsOf(this.pattern);
    return this.needed;
  }
}

class LazyClaim implements CompiledClaim {
  readonly check: string;
  readonly topic: string;
  readonly language: Language | undefined;
  readonly claim: string;
  readonly parties: readonly string[];
  private negation: OwnNegation | undefined;
  private compiledUnless: readonly Pattern[] | undefined;
  private compiledSubject: readonly Pattern[] | undefined;

  constructor(
    check: Matchable,
    private readonly source: Claim,
    private readonly compile: (pattern: string) => Pattern,
  ) {
    this.check = check.id;
    this.topic = check.topic;
    this.language = languageOf(check.language);
    this.claim = source.id;
    this.parties = source.parties;
  }

  get own(): OwnNegation {
    this.negation ??= ownNegation(readWords(this.source.text), this.source.negated === true);
    return this.negation;
  }

  get unless(): readonly Pattern[] {
    this.compiledUnless ??= this.source.unless.map(this.compile);
    return this.compiledUnless;
  }

  get subject(): readonly Pattern[] {
    this.compiledSubject ??= this.source.subject.map(this.compile);
    return this.compiledSubject;
  }
}
