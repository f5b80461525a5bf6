import type { Run } from '$api/wire';

/** The size of the drawing, in its own units. */
export const CURVE = { width: 400, height: 120, top: 14, bottom: 112 };

/** The progress of a run as a drawing: a stair of how much was planned when. */
export interface Curve {
  path: string;
  /** Where the run stands now. */
  x: number;
  y: number;
}

/** Draws a run. Time goes from 0 to its whole length, heights from the least planned seen to what is wanted. */
export function curveOf(run: Run): Curve {
  const total = Math.max(1, run.seconds * 1000);
  const first = run.curve[0]?.[1] ?? run.planned;
  const span = Math.max(1, run.wanted - first);
  const x = (milliseconds: number) => (Math.min(milliseconds, total) / total) * CURVE.width;
  const y = (planned: number) => CURVE.bottom - (Math.max(0, planned - first) / span) * (CURVE.bottom - CURVE.top);
  const round = (value: number) => Math.round(value * 10) / 10;
  let path = `M0 ${round(y(first))}`;
  for (const [at, planned] of run.curve) path += `H${round(x(at))}V${round(y(planned))}`;
  const now = x(run.elapsed_ms);
  return { path: `${path}H${round(now)}`, x: round(now), y: round(y(run.planned)) };
}
