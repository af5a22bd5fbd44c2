/** Names with numbers: 0, 1, 2 … in order of first coming. Those past the most that are told apart share the last, named ''. */
export class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly most: number) {}

  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    if (this.list.length >= this.most - 1) {
      this.list[this.most - 1] = '';
      return this.most - 1;
    }
    this.numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  /** Has this name a number of its own? */
  has = (name: string): boolean => this.numbers.has(name);
}
