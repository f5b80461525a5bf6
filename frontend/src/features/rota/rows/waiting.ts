import type { Activity, Id, Reference } from '$api/wire';
import { duration } from '$lib/datetime';
import { rota as texts } from '$lib/i18n/rota';
import { plainState, type GridBlock } from '$ui/rota/model';
import { groupBy } from '$ui/rota/reconcile';
import { waitingSpan } from '$ui/rota/waiting';
import { colourOf } from '../colours';
import { refKey } from '../words';
import type { RowSource } from './kinds';
import { lookOf, waitingText } from './text';

/**
 * What waits in the tray as blocks in the rows of its children: one for each activity, which stands for the first of its occurrences that waits.
 * Its key is the one it has once it is planned, so that the keyboard stays with it.
 */
export function waitingBlocks({ rota, house, activities, colours }: RowSource, shown: ReadonlySet<Id>): GridBlock[] {
  const stacks = groupBy(rota.unplanned, ({ activity }) => activity);
  return [...stacks].flatMap(([id, waiting]) => {
    const activity = activities.get(id);
    const first = waiting[0];
    if (!activity || !first) return [];
    const colour = colourOf(colours, { staff: [] }, activity, house);
    return activity.children
      .filter((child) => shown.has(child))
      .map((child) => ({ ...blockOf(activity, first, waiting.length, child, house.child.get(child)?.name ?? ''), colour }));
  });
}

function blockOf(activity: Activity, first: Reference, count: number, child: Id, name: string): Omit<GridBlock, 'colour'> {
  const ref = refKey(first);
  return {
    key: `${ref}/${child}`,
    ref,
    row: child,
    ...waitingSpan(activity.duration),
    kind: lookOf(activity),
    text: waitingText(activity, count),
    state: plainState,
    travel: 0,
    about: activity.children,
    description: [name, duration(activity.duration), texts().rows.waits].join(', '),
    movable: true,
    stretches: false,
  };
}
