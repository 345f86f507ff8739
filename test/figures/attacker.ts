/**
 * Somebody who keeps all that was told: numbers that he does not know, each between two limits,
 * and what he knows of how they hang together. Limits are narrowed until nothing more follows.
 * Narrowing looks at one relation at a time, so what hangs together closely is also tried
 * value by value (`alone`).
 */
export class Attacker {
  readonly #limits = new Map<string, { low: number; high: number }>();
  readonly #sums: { readonly total: string; readonly parts: readonly string[] }[] = [];
  readonly #atMost: { readonly less: string; readonly more: string }[] = [];

  /** What was told: `name` is at least `low` and at most `high`. Told twice, both hold. */
  told(name: string, low: number, high: number): void {
    const known = this.limits(name);
    this.#limits.set(name, { low: Math.max(known.low, low), high: Math.min(known.high, high) });
  }

  /** That `total` is the sum of `parts`. */
  sum(total: string, parts: readonly string[]): void {
    this.#sums.push({ total, parts });
  }

  atMost(less: string, more: string): void {
    this.#atMost.push({ less, more });
  }

  limits(name: string): { readonly low: number; readonly high: number } {
    return this.#limits.get(name) ?? { low: 0, high: Infinity };
  }

  get names(): string[] {
    return [...this.#limits.keys()];
  }

  /** Narrows all limits as far as the relations allow. Throws when what was told cannot be true: then the attacker misread it. */
  think(): this {
    for (let changed = true; changed;) {
      changed = false;
      const narrow = (name: string, low: number, high: number): void => {
        const before = this.limits(name);
        const after = { low: Math.max(before.low, low), high: Math.min(before.high, high) };
        if (after.low > after.high) throw new Error(`${name} can be nothing`);
        if (after.low === before.low && after.high === before.high) return;
        this.#limits.set(name, after);
        changed = true;
      };
      for (const { total, parts } of this.#sums) {
        const least = (names: readonly string[]): number => names.reduce((sum, name) => sum + this.limits(name).low, 0);
        const most = (names: readonly string[]): number => names.reduce((sum, name) => sum + this.limits(name).high, 0);
        narrow(total, least(parts), most(parts));
        for (const part of parts) {
          const others = parts.filter((other) => other !== part);
          narrow(part, this.limits(total).low - most(others), this.limits(total).high - least(others));
        }
      }
      for (const { less, more } of this.#atMost) {
        narrow(less, 0, this.limits(more).high);
        narrow(more, this.limits(less).low, Infinity);
      }
    }
    return this;
  }

  /** Of these numbers, which have one value only in all ways in which `holds` is true and the limits are kept. */
  alone(names: readonly string[], holds: (values: readonly number[]) => boolean): { readonly name: string; readonly value: number }[] {
    const seen = names.map(() => new Set<number>());
    const values: number[] = [];
    const tryFrom = (index: number): void => {
      if (index === names.length) {
        if (holds(values)) for (const [at, value] of values.entries()) seen[at]!.add(value);
        return;
      }
      const { low, high } = this.limits(names[index]!);
      for (let value = low; value <= high; value += 1) {
        values[index] = value;
        tryFrom(index + 1);
      }
    };
    tryFrom(0);
    return names.flatMap((name, index) => (seen[index]!.size === 1 ? [{ name, value: [...seen[index]!][0]! }] : []));
  }

  /** Numbers of which only one value is left. */
  pinned(): { readonly name: string; readonly value: number }[] {
    return this.names.flatMap((name) => {
      const { low, high } = this.limits(name);
      return low === high ? [{ name, value: low }] : [];
    });
  }
}

/** "25-29", "<5", "1.225-1.229": the limits that a text tells; undefined when it tells none. */
export function limitsOf(text: string): { readonly low: number; readonly high: number } | undefined {
  const number = (digits: string): number => Number(digits.replaceAll('.', ''));
  const few = /^<([\d.]+)$/.exec(text);
  if (few) return { low: 0, high: number(few[1]!) - 1 };
  const range = /^([\d.]+)-([\d.]+)$/.exec(text);
  if (range) return { low: number(range[1]!), high: number(range[2]!) };
  return /^[\d.]+$/.test(text) ? { low: number(text), high: number(text) } : undefined;
}
