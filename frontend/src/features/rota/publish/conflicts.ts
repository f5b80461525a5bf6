import type { OpenConflict } from '$api/wire';
import { momentWords, minutesPerDay } from '$lib/datetime';
import { publish as texts } from '$lib/i18n/publish';
import { refKey, subjectOf, type RefusalContext } from '../words';

/** What names a conflict: what breaks a rule, the rule, and who or which day where that is somebody's day. */
type ConflictName = Pick<OpenConflict, 'activity' | 'occurrence' | 'code' | 'professional' | 'day'>;

/** Names a conflict among those of one rota, as the server does. */
export const conflictKey = ({ activity, occurrence, code, professional, day }: ConflictName): string =>
  [activity, occurrence, code, professional, day].join(' ');

/** « Lina D., lun. 23 à 8 h », or who it is about where it is somebody's day. */
export function conflictSubject(conflict: ConflictName, { house, firstDay, activities, occurrences }: RefusalContext): string {
  const activity = activities.get(conflict.activity);
  if (!activity) return house.professional.get(conflict.professional)?.name ?? '';
  const start = occurrences.get(refKey(conflict))?.start ?? conflict.day * minutesPerDay;
  return texts().about(subjectOf(activity, house), momentWords(firstDay, start));
}
