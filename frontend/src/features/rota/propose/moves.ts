import type { Planned } from '$api/answers';
import type { Occurrence } from '$api/wire';
import type { Moved } from '../answers/painting';
import { byRef, refKey } from '../words';

/** What changes from a rota to a plan made from it. */
export function movesTo(from: readonly Occurrence[], to: readonly Planned[]): Moved[] {
  const [was, is] = [byRef(from), byRef(to)];
  const gone = from.filter((one) => !is.has(refKey(one))).map((before) => ({ activity: before.activity, before, after: null }));
  const other = to.flatMap((after) => {
    const before = was.get(refKey(after)) ?? null;
    return before && same(before, after) ? [] : [{ activity: after.activity, before, after }];
  });
  return [...gone, ...other];
}

function same(before: Occurrence, after: Planned): boolean {
  return (
    before.start === after.start &&
    before.place === after.place &&
    before.room === after.room &&
    before.staff.join() === after.staff.join() &&
    [...before.attendees].sort().join() === [...after.attendees].sort().join()
  );
}
