import Building from '@lucide/svelte/icons/building';
import DoorOpen from '@lucide/svelte/icons/door-open';
import Layers from '@lucide/svelte/icons/layers';
import MapPin from '@lucide/svelte/icons/map-pin';
import Route from '@lucide/svelte/icons/route';
import UsersRound from '@lucide/svelte/icons/users-round';
import { recordKinds } from '$lib/i18n/record-kinds';
import { records as words } from '$lib/i18n/records';
import { labelOf } from '$lib/records/fields';
import type { Book } from '$lib/records/book.svelte';
import type { KindSpec } from '$lib/records/model';
import type { Capacity, Membership } from '$lib/records/shapes';
import { today } from '$lib/session.svelte';
import { choices, column, nameColumn } from './parts';

const hints = () => recordKinds().hints;

export const unit: KindSpec = {
  kind: 'unit',
  path: '/maison/etablissements',
  icon: Building,
  inFile: null,
  names: ['unit'],
  columns: (book) => [
    nameColumn('unit'),
    column('unit', 'kind', { type: 'choice', options: choices((texts) => texts.unitKinds) }, book, { filter: true, onCard: true }),
    column('unit', 'finess', { type: 'text' }, book, { text: (record) => String(record['finess'] ?? ''), onCard: true }),
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'name', entry: { type: 'text' }, required: true },
        { key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.unitKinds) } },
        { key: 'finess', entry: { type: 'text' }, hint: () => hints().finess },
      ],
    },
  ],
  blank: () => ({ name: '', kind: 'ime', finess: '' }),
};

/** The places licensed on a day: the latest figure that already holds. */
function licensed(capacities: Capacity[], date: string): number | null {
  return capacities.findLast(({ from_date }) => from_date <= date)?.places ?? null;
}

export const modality: KindSpec = {
  kind: 'modality',
  path: '/maison/modalites',
  icon: Layers,
  inFile: null,
  names: ['modality'],
  sortedBy: 'position',
  columns: () => [
    nameColumn('modality'),
    {
      key: 'code',
      label: labelOf('modality', 'code'),
      text: (record) => String(record['code']),
      codes: (record) => [String(record['code'])],
      onCard: true,
    },
    {
      key: 'capacities',
      label: recordKinds().kinds.modality.sections.capacity,
      text: (record) => {
        const places = licensed((record['capacities'] as Capacity[] | null) ?? [], today());
        return places === null ? '' : words().fields.capacities.places_(places);
      },
      order: (record) => licensed((record['capacities'] as Capacity[] | null) ?? [], today()),
      numeric: true,
      onCard: true,
    },
    {
      key: 'position',
      label: labelOf('modality', 'position'),
      text: (record) => String(record['position']),
      order: (record) => Number(record['position']),
      numeric: true,
    },
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'name', entry: { type: 'text' }, required: true },
        { key: 'code', entry: { type: 'text', capitals: true }, required: true, width: 'third' },
        { key: 'position', entry: { type: 'whole' }, width: 'third' },
      ],
    },
    { key: 'capacity', fields: [{ key: 'capacities', entry: { type: 'capacities' }, width: 'whole' }] },
  ],
  blank: (_given, book) => ({ name: '', code: '', position: (book.list('modality')?.length ?? 0) + 1, capacities: [] }),
};

export const place: KindSpec = {
  kind: 'place',
  path: '/maison/lieux',
  icon: MapPin,
  names: ['place', 'room', 'child'],
  columns: (book) => [
    nameColumn('place', (record) => book.choice('place', record)),
    { key: 'code', label: labelOf('place', 'code'), text: (record) => String(record['code']), onCard: true },
    column('place', 'kind', { type: 'choice', options: choices((texts) => texts.placeKinds) }, book, { filter: true, onCard: true }),
    column('place', 'address', { type: 'text' }, book, { text: (record) => String(record['address'] ?? ''), minor: true }),
    column('place', 'sector', { type: 'text' }, book, { text: (record) => String(record['sector'] ?? ''), filter: true }),
    {
      key: 'rooms',
      label: recordKinds().columns.rooms,
      text: (record) => String((book.list('room') ?? []).filter((room) => room['place_id'] === record.id).length || ''),
      order: (record) => (book.list('room') ?? []).filter((room) => room['place_id'] === record.id).length || null,
      numeric: true,
    },
    {
      key: 'located',
      label: recordKinds().columns.located,
      text: (record) => (record['latitude'] || record['longitude'] ? words().fields.yes : words().fields.no),
      filter: true,
      minor: true,
    },
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'name', entry: { type: 'text' }, required: true },
        { key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.placeKinds) } },
        { key: 'code', entry: { type: 'text', capitals: true }, required: true, hint: () => hints().code3 },
        { key: 'sector', entry: { type: 'text' }, hint: () => hints().sector },
      ],
    },
    {
      key: 'address',
      fields: [
        { key: 'address', entry: { type: 'text' }, width: 'whole' },
        { key: 'coordinates', keys: ['latitude', 'longitude'], entry: { type: 'coordinates' } },
      ],
    },
    { key: 'hours', fields: [{ key: 'hours', entry: { type: 'spans' }, width: 'whole' }] },
  ],
  blank: () => ({ name: '', kind: 'site', code: '', sector: '', address: '', latitude: null, longitude: null, hours: [] }),
};

export const room: KindSpec = {
  kind: 'room',
  path: '/maison/salles',
  icon: DoorOpen,
  names: ['room', 'place'],
  columns: (book) => [
    nameColumn('room'),
    {
      key: 'place_id',
      label: labelOf('room', 'place_id'),
      text: (record) => book.name('place', record['place_id'] as string),
      filter: true,
      onCard: true,
    },
    column('room', 'seats', { type: 'whole' }, book, { order: (record) => Number(record['seats']), numeric: true }),
    column('room', 'features', { type: 'tags' }, book, { filter: (record) => (record['features'] as string[] | null) ?? [], onCard: true }),
    column('room', 'wheelchair', { type: 'flag' }, book, { filter: true }),
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'name', entry: { type: 'text' }, required: true },
        { key: 'place_id', entry: { type: 'record', kind: 'place' }, required: true },
        { key: 'seats', entry: { type: 'whole' } },
        { key: 'features', entry: { type: 'tags' } },
        { key: 'wheelchair', entry: { type: 'flag' } },
      ],
    },
    { key: 'closed', fields: [{ key: 'closed', entry: { type: 'spans' }, width: 'whole' }] },
  ],
  blank: (given, book) => ({
    name: '',
    place_id: given.get('lieu') ?? book.list('place')?.find((one) => one['kind'] === 'site')?.id ?? '',
    seats: 4,
    features: [],
    wheelchair: false,
    closed: [],
  }),
};

export const team: KindSpec = {
  kind: 'team',
  path: '/maison/equipes',
  icon: UsersRound,
  names: ['team', 'modality', 'unit', 'professional'],
  sortedBy: 'position',
  columns: (book) => {
    const members = (id: string) =>
      (book.list('professional') ?? []).filter((one) =>
        ((one['memberships'] as Membership[] | null) ?? []).some(({ team_id }) => team_id === id),
      ).length;
    return [
      nameColumn('team'),
      { key: 'code', label: labelOf('team', 'code'), text: (record) => String(record['code']) },
      column('team', 'kind', { type: 'choice', options: choices((texts) => texts.teamKinds) }, book, { filter: true, onCard: true }),
      {
        key: 'modalities',
        label: recordKinds().columns.modalities,
        text: (record) => ((record['modalities'] as string[] | null) ?? []).map(book.modality).join(', '),
        codes: (record) => (record['modalities'] as string[] | null) ?? [],
        onCard: true,
      },
      {
        key: 'members',
        label: recordKinds().columns.members,
        text: (record) => String(members(record.id)),
        order: (record) => members(record.id),
        numeric: true,
      },
      {
        key: 'position',
        label: labelOf('team', 'position'),
        text: (record) => String(record['position']),
        order: (record) => Number(record['position']),
        numeric: true,
        minor: true,
      },
    ];
  },
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'name', entry: { type: 'text' }, required: true },
        { key: 'code', entry: { type: 'text', capitals: true }, required: true },
        { key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.teamKinds) } },
        { key: 'position', entry: { type: 'whole' } },
        { key: 'unit_id', entry: { type: 'record', kind: 'unit', optional: '–' } },
      ],
    },
    {
      key: 'reach',
      fields: [
        {
          key: 'modalities',
          width: 'whole',
          entry: {
            type: 'choices',
            options: (book) => (book.list('modality') ?? []).map((one) => ({ value: String(one['code']), label: String(one['name']) })),
          },
        },
        { key: 'sectors', entry: { type: 'tags' }, width: 'whole' },
      ],
    },
  ],
  blank: (_given, book) => ({
    name: '',
    code: '',
    kind: 'dedicated',
    position: (book.list('team')?.length ?? 0) + 1,
    unit_id: null,
    modalities: [],
    sectors: [],
  }),
};

/** « Les Peupliers → Collège Jean-Moulin » */
export const wayOf = (from: unknown, to: unknown, book: Book): string =>
  [from, to]
    .map((id) => book.find('place', id as string))
    .map((place) => (place ? book.choice('place', place) : ''))
    .join(' → ');

export const travel: KindSpec = {
  kind: 'travel',
  path: '/maison/trajets',
  icon: Route,
  names: ['travel', 'place', 'child'],
  title: (record, book) => wayOf(record['from_place_id'], record['to_place_id'], book),
  columns: () => [],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'from_place_id', entry: { type: 'record', kind: 'place' }, required: true },
        { key: 'to_place_id', entry: { type: 'record', kind: 'place' }, required: true },
        { key: 'minutes', entry: { type: 'duration', bare: 'minutes' }, required: true, hint: () => hints().travelOneWay },
      ],
    },
  ],
  blank: (given) => ({ from_place_id: given.get('de') ?? '', to_place_id: given.get('vers') ?? '', minutes: null, source: 'override' }),
};
