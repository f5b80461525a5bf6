import type { Activity, Occurrence } from '$api/wire';
import type { KnownHouse } from '$lib/house';
import { rota as texts } from '$lib/i18n/rota';
import type { BlockKind, BlockText } from '$ui/rota/model';
import { isAboutOne, labelOf, lowerFirst, placeShort, subjectOf } from '../words';
import type { RowKind } from './kinds';

/** What a block may say in a row of this kind: it never repeats what the row is about. */
export function textOf(kind: RowKind, look: BlockKind, activity: Activity, occurrence: Occurrence, house: KnownHouse): BlockText {
  const place = placeShort(house, { place: occurrence.place, room: null });
  if (kind === 'children') return ofChild(activity, staffInitials(occurrence, house), place);
  return ofSubject(activity, look, kind === 'places' ? staffInitials(occurrence, house) : place, house);
}

/** How an activity looks on the grid. */
export function lookOf(activity: Activity): BlockKind {
  switch (activity.kind) {
    case 'session':
      return isAboutOne(activity) ? 'one' : 'group';
    case 'support':
      return 'group';
    case 'duty':
      return 'duty';
    case 'meeting':
      return 'meet';
    case 'protected':
      return 'prep';
  }
}

const distinct = (list: (string | undefined)[]) => [...new Set(list.filter((text): text is string => Boolean(text)))];

/** « KD, NE » */
function staffInitials({ staff }: Occurrence, house: KnownHouse): string {
  return staff.map((id) => house.professional.get(id)?.initials ?? '').join(', ');
}

/** « Éq. » for « Équipe », where even the short label is too long. */
function abbreviated(label: string): string {
  return label.length > 3 ? `${label.slice(0, 2)}.` : label;
}

/** How many letters an activity keeps where its name does not fit: « Psychomo. », « Psych. », « Ps. ». */
const KEPT = [8, 5, 2];

/** What something that waits in a child's row may say, with how often it waits. */
export function waitingText(activity: Activity, count: number): BlockText {
  const { forms } = ofChild(activity, '', '');
  return { forms: count === 1 ? forms : forms.map((form) => texts().rows.stack(count, form)), extras: [] };
}

function ofChild(activity: Activity, staff: string, place: string): BlockText {
  const label = labelOf(activity);
  const shorter = KEPT.filter((letters) => label.length > letters + 1).map((letters) => `${label.slice(0, letters).trimEnd()}.`);
  return {
    forms: distinct([label, activity.short_label, ...shorter]),
    extras: distinct([[staff, place].filter(Boolean).join(' · '), staff]),
  };
}

function ofSubject(activity: Activity, look: BlockKind, beside: string, house: KnownHouse): BlockText {
  if (look === 'one') {
    const child = house.child.get(activity.children[0] ?? '');
    const what = lowerFirst(labelOf(activity));
    return {
      forms: distinct([subjectOf(activity, house), child?.initials]),
      extras: distinct([[what, beside].filter(Boolean).join(' · '), beside]),
    };
  }
  const about = activity.about_child === null ? undefined : house.child.get(activity.about_child);
  const extras =
    look === 'group' && activity.children.length > 0
      ? [`${texts().grid.children(activity.children.length)} · ${beside}`, beside]
      : [beside];
  return {
    forms: distinct([
      subjectOf(activity, house),
      labelOf(activity),
      activity.short_label,
      about ? about.initials : abbreviated(activity.short_label || labelOf(activity)),
    ]),
    extras: distinct(extras),
  };
}
