import Timer from '@lucide/svelte/icons/timer';
import type { KeptRecord } from '$api/records';
import { dayFull, duration, hourRange } from '$lib/datetime';
import { recordKinds } from '$lib/i18n/record-kinds';
import { records as words } from '$lib/i18n/records';
import { labelOf } from '$lib/records/fields';
import type { KindSpec } from '$lib/records/model';
import { signedIn, today } from '$lib/session.svelte';

const count = (record: Record<string, unknown>, key: string) => Number(record[key] ?? 0);

/** How long was worked, without the break. */
const worked = (record: KeptRecord) => count(record, 'to_minute') - count(record, 'from_minute') - count(record, 'break_minutes');

const stateOf = (record: KeptRecord) => words().worked.states[record['state'] as keyof ReturnType<typeof words>['worked']['states']];

/** The hours somebody really did on a day. */
export const workedDay: KindSpec = {
  kind: 'worked_day',
  path: '/heures',
  icon: Timer,
  names: ['professional'],
  inFile: null,
  title: (record, book) => `${book.name('professional', String(record['professional_id']))}, ${dayFull(String(record['date']))}`,
  columns: (book) => [
    {
      key: 'date',
      label: labelOf('worked_day', 'date'),
      text: (record) => dayFull(String(record['date'])),
      order: (record) => -Number(String(record['date']).replaceAll('-', '')), // the latest first
    },
    {
      key: 'professional_id',
      label: labelOf('worked_day', 'professional_id'),
      text: (record) => book.name('professional', String(record['professional_id'])),
      filter: true,
      onCard: true,
    },
    {
      key: 'hours',
      label: words().worked.hours,
      text: (record) => hourRange(count(record, 'from_minute'), count(record, 'to_minute')),
      onCard: true,
    },
    { key: 'worked', label: words().worked.worked, text: (record) => duration(worked(record)), order: worked, numeric: true },
    { key: 'state', label: words().worked.state, text: stateOf, filter: true, onCard: true },
    { key: 'note', label: labelOf('worked_day', 'note'), text: (record) => String(record['note'] ?? ''), minor: true },
  ],
  sections: [
    {
      key: 'day',
      fields: [
        { key: 'professional_id', entry: { type: 'record', kind: 'professional' }, required: true },
        { key: 'date', entry: { type: 'date' }, required: true, hint: () => recordKinds().hints.workedDate },
        { key: 'from_minute', entry: { type: 'hour' }, width: 'third' },
        { key: 'to_minute', entry: { type: 'hour' }, width: 'third' },
        { key: 'break_minutes', entry: { type: 'duration', bare: 'minutes' }, width: 'third' },
        { key: 'note', entry: { type: 'text' }, width: 'whole', hint: () => recordKinds().hints.workedNote },
      ],
    },
  ],
  blank: (given) => ({
    professional_id: given.get('personne') ?? signedIn().account.professional_id ?? '',
    date: given.get('date') ?? today(),
    from_minute: 540,
    to_minute: 1020,
    break_minutes: 45,
    note: '',
  }),
};
