/** Adam (Kingma & Ba 2015) over one array of parameters. */

export class Adam {
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  private step = 0;

  constructor(
    readonly values: Float32Array,
    private readonly rate: number,
  ) {
    this.first = new Float32Array(values.length);
    this.second = new Float32Array(values.length);
  }

  /** One step against `gradient`, which is set to 0; `share` of the rate. */
  descend(gradient: Float32Array, share: number): void {
    this.step++;
    const rate = (this.rate * share) / (1 - 0.9 ** this.step);
    const second = 1 - 0.999 ** this.step;
    for (let i = 0; i < gradient.length; i++) {
      const g = gradient[i]!;
      const m = 0.9 * this.first[i]! + 0.1 * g;
      const v = 0.999 * this.second[i]! + 0.001 * g * g;
      this.first[i] = m;
      this.second[i] = v;
      if (m !== 0) this.values[i]! -= (rate * m) / (Math.sqrt(v / second) + 1e-8);
    }
    gradient.fill(0);
  }
}
