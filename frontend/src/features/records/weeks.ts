/** Lines over some weeks, in points from 0 to 100 both ways: each week has its own width, and the highest value is at the top. */

/** How much of its week a value that stands alone covers. */
const ALONE = 0.25;

const round = (value: number) => Math.round(value * 10) / 10;
const point = (x: number, value: number, highest: number) => `${round(x)},${round(100 - (value / Math.max(1, highest)) * 100)}`;

/** The lines through the values, each at the middle of its week; one breaks off where there is no value. */
export function curves(values: readonly (number | null)[], highest: number): string[] {
  const width = 100 / Math.max(1, values.length);
  return runs(values, (value) => value !== null).map(({ from, to }) => {
    const middles =
      to - from === 1 ? [from + 0.5 - ALONE, from + 0.5 + ALONE] : Array.from({ length: to - from }, (_, at) => from + at + 0.5);
    return middles.map((at) => point(at * width, values[Math.floor(at)] ?? 0, highest)).join(' ');
  });
}

/** Where there is no value. */
export function gaps(values: readonly (number | null)[]): { left: number; width: number }[] {
  const width = 100 / Math.max(1, values.length);
  return runs(values, (value) => value === null).map(({ from, to }) => ({ left: round(from * width), width: round((to - from) * width) }));
}

/** One line of steps: each value holds over its own week. */
export function stairs(values: readonly number[], highest: number): string {
  const width = 100 / Math.max(1, values.length);
  return values.flatMap((value, index) => [index, index + 1].map((at) => point(at * width, value, highest))).join(' ');
}

/** The runs of neighbours that belong together, as half-open spans. */
function runs<Value>(values: readonly Value[], belongs: (value: Value) => boolean): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  values.forEach((value, index) => {
    if (!belongs(value)) return;
    const last = found.at(-1);
    if (last?.to === index) last.to++;
    else found.push({ from: index, to: index + 1 });
  });
  return found;
}
