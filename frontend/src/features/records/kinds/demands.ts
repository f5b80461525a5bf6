import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Clock from '@lucide/svelte/icons/clock';
import Group from '@lucide/svelte/icons/group';
import Hourglass from '@lucide/svelte/icons/hourglass';
import { recordKinds } from '$lib/i18n/record-kinds';
import type { KindSpec } from '$lib/records/model';
import { writeAmount } from '$lib/records/written';
import {
  asked,
  askedColumn,
  blankDemand,
  choices,
  column,
  demandNames,
  demandSections,
  modalityField,
  nameColumn,
  professions,
  seatsColumn,
} from './parts';

export { asked };

export const group: KindSpec = {
  kind: 'group',
  path: '/maison/groupes',
  icon: Group,
  names: ['group', 'child', 'modality', 'need', 'professional'],
  columns: (book) => [
    nameColumn('group'),
    {
      key: 'modality_code',
      label: recordKinds().kinds.group.fields.modality_code,
      text: (record) => book.modality(String(record['modality_code'] ?? '')),
      codes: (record) => (record['modality_code'] ? [String(record['modality_code'])] : []),
      filter: true,
      onCard: true,
    },
    {
      key: 'child_ids',
      label: recordKinds().columns.children,
      text: (record) => String(((record['child_ids'] as string[] | null) ?? []).length),
      order: (record) => ((record['child_ids'] as string[] | null) ?? []).length,
      numeric: true,
    },
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'name', entry: { type: 'text' }, required: true },
        modalityField('modality_code', '–'),
        { key: 'child_ids', entry: { type: 'records', kind: 'child' }, width: 'whole' },
      ],
    },
  ],
  blank: () => ({ name: '', modality_code: null, child_ids: [] }),
};

export const need: KindSpec = {
  kind: 'need',
  path: '/maison/besoins',
  icon: ClipboardList,
  names: ['need', 'child', 'group', ...demandNames],
  columns: (book) => [
    nameColumn('need'),
    {
      key: 'for',
      label: recordKinds().columns.for,
      text: (record) => book.name('child', record['child_id'] as string | null) || book.name('group', record['group_id'] as string | null),
      onCard: true,
    },
    askedColumn(),
    seatsColumn('need', book),
    column('need', 'place_ids', { type: 'records', kind: 'place' }, book, { minor: true }),
    column('need', 'kind', { type: 'choice', options: choices((texts) => texts.needKinds) }, book, { filter: true, minor: true }),
  ],
  sections: [
    {
      key: 'for',
      fields: [
        { key: 'child_id', entry: { type: 'record', kind: 'child', optional: '–' }, shown: (draft) => !draft['group_id'] },
        { key: 'group_id', entry: { type: 'record', kind: 'group', optional: '–' }, shown: (draft) => !draft['child_id'] },
      ],
    },
    ...demandSections([{ key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.needKinds) }, width: 'whole' }]),
  ],
  blank: (given) => ({ ...blankDemand(), kind: 'session', child_id: given.get('enfant'), group_id: given.get('groupe') }),
};

export const duty: KindSpec = {
  kind: 'duty',
  path: '/maison/permanences',
  icon: Clock,
  names: ['duty', ...demandNames],
  columns: (book) => [
    nameColumn('duty'),
    column('duty', 'kind', { type: 'choice', options: choices((texts) => texts.dutyKinds) }, book, { filter: true }),
    askedColumn(),
    column('duty', 'windows', { type: 'spans' }, book, { label: recordKinds().columns.when, minor: true }),
    seatsColumn('duty', book),
  ],
  sections: demandSections([{ key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.dutyKinds) }, width: 'whole' }]),
  blank: () => ({ ...blankDemand(), kind: 'meal' }),
};

export const recurringMeeting: KindSpec = {
  kind: 'recurring_meeting',
  path: '/maison/reunions',
  icon: CalendarClock,
  names: ['recurring_meeting', 'child', ...demandNames],
  columns: (book) => [
    nameColumn('recurring_meeting'),
    column('recurring_meeting', 'purpose', { type: 'choice', options: choices((texts) => texts.purposes) }, book, { filter: true }),
    askedColumn(),
    column('recurring_meeting', 'windows', { type: 'spans' }, book, { label: recordKinds().columns.when, minor: true }),
    seatsColumn('recurring_meeting', book),
  ],
  sections: demandSections([
    { key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.meetingKinds) } },
    { key: 'purpose', entry: { type: 'choice', options: choices((texts) => texts.purposes) } },
    { key: 'child_id', entry: { type: 'record', kind: 'child', optional: '–' }, shown: (draft) => draft['purpose'] === 'synthesis' },
  ]),
  blank: () => ({ ...blankDemand(), duration: 60, kind: 'meeting', purpose: 'team', child_id: null }),
};

export const protectedTime: KindSpec = {
  kind: 'protected_time',
  path: '/maison/temps-proteges',
  icon: Hourglass,
  inFile: null,
  names: ['protected_time', 'professional'],
  columns: (book) => [
    nameColumn('protected_time'),
    column('protected_time', 'kind', { type: 'choice', options: choices((texts) => texts.protectedKinds) }, book, {
      filter: true,
      onCard: true,
    }),
    {
      key: 'amount',
      label: recordKinds().columns.amount,
      text: (record) => writeAmount(record),
      order: (record) => Number(record['basis_points'] ?? record['minutes']),
      numeric: true,
      onCard: true,
    },
    column('protected_time', 'professions', { type: 'choices', options: professions }, book),
    column('protected_time', 'professional_ids', { type: 'records', kind: 'professional' }, book, { minor: true }),
  ],
  sections: [
    {
      key: 'what',
      fields: [
        { key: 'label', entry: { type: 'text' }, required: true },
        { key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.protectedKinds) } },
        { key: 'amount', keys: ['basis_points', 'minutes'], entry: { type: 'amount' } },
        {
          key: 'smallest_piece',
          entry: { type: 'duration', bare: 'minutes' },
          hint: () => recordKinds().hints.smallestPiece,
          required: true,
        },
        { key: 'priority', entry: { type: 'whole' }, hint: () => recordKinds().hints.priority },
      ],
    },
    {
      key: 'who',
      fields: [
        { key: 'professions', entry: { type: 'choices', options: professions }, width: 'whole' },
        { key: 'professional_ids', entry: { type: 'records', kind: 'professional' } },
        {
          key: 'convention',
          entry: {
            type: 'choice',
            options: () => [{ value: '', label: recordKinds().choices.anyConvention }, ...choices((texts) => texts.conventions)()],
          },
        },
      ],
    },
    {
      key: 'dates',
      fields: [
        { key: 'from_date', entry: { type: 'date', optional: true } },
        { key: 'to_date', entry: { type: 'date', optional: true } },
      ],
    },
  ],
  blank: () => ({
    label: recordKinds().choices.protectedKinds.preparation,
    kind: 'preparation',
    basis_points: 600,
    minutes: null,
    smallest_piece: 30,
    priority: 50,
    professions: [],
    professional_ids: [],
    convention: '',
    from_date: null,
    to_date: null,
  }),
};
