import type { Rota } from '$api/wire';
import { refKey } from '../words';

/**
 * Follows what is looked at when something stands in for it in this week, and back when it is again as always: the session is the same to who
 * looks at it, but has another name. The function returned answers, for the rota as it is now, by which name to go on.
 */
export function followStandIns(): (rota: Rota | null | undefined, looked: string | null) => string | null {
  const sources = new Map<string, string>();
  return (rota, looked) => {
    if (!rota) return looked;
    const standIns = new Map<string, string>();
    for (const { id, instead } of rota.activities) if (instead) standIns.set(refKey(instead), refKey({ activity: id, occurrence: 0 }));
    for (const [source, standIn] of standIns) sources.set(standIn, source);
    const there = (key: string) => [...rota.occurrences, ...rota.unplanned].some((one) => refKey(one) === key);
    if (looked === null || there(looked)) return looked;
    const other = standIns.get(looked) ?? sources.get(looked);
    return other !== undefined && there(other) ? other : looked;
  };
}
