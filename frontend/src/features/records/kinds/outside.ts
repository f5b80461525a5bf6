import Contact from '@lucide/svelte/icons/contact';
import Handshake from '@lucide/svelte/icons/handshake';
import { recordKinds } from '$lib/i18n/record-kinds';
import { labelOf } from '$lib/records/fields';
import type { KindSpec } from '$lib/records/model';
import { choices, column, nameColumn } from './parts';

export const partner: KindSpec = {
  kind: 'partner',
  path: '/maison/partenaires',
  icon: Handshake,
  names: ['partner', 'place', 'contact'],
  columns: (book) => [
    nameColumn('partner'),
    column('partner', 'kind', { type: 'choice', options: choices((texts) => texts.partnerKinds) }, book, { filter: true, onCard: true }),
    { key: 'place_id', label: labelOf('partner', 'place_id'), text: (record) => book.name('place', record['place_id'] as string | null) },
    {
      key: 'contacts',
      label: recordKinds().columns.contacts,
      text: (record) =>
        (book.list('contact') ?? [])
          .filter((one) => one['partner_id'] === record.id)
          .map((one) => String(one['name']))
          .join(', '),
      onCard: true,
    },
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'name', entry: { type: 'text' }, required: true },
        { key: 'kind', entry: { type: 'choice', options: choices((texts) => texts.partnerKinds) } },
        { key: 'place_id', entry: { type: 'record', kind: 'place', optional: '–' } },
      ],
    },
  ],
  blank: () => ({ name: '', kind: 'school', place_id: null }),
};

export const contact: KindSpec = {
  kind: 'contact',
  path: '/maison/contacts',
  icon: Contact,
  inFile: 'partner',
  names: ['contact', 'partner'],
  columns: (book) => [
    nameColumn('contact'),
    {
      key: 'partner_id',
      label: labelOf('contact', 'partner_id'),
      text: (record) => book.name('partner', record['partner_id'] as string),
      filter: true,
      onCard: true,
    },
    ...['role', 'email', 'phone'].map((key) => ({
      key,
      label: labelOf('contact', key),
      text: (record: Record<string, unknown>) => String(record[key] ?? ''),
      onCard: key === 'role',
      minor: key === 'email',
    })),
  ],
  sections: [
    {
      key: 'identity',
      fields: [
        { key: 'partner_id', entry: { type: 'record', kind: 'partner' }, required: true },
        { key: 'name', entry: { type: 'text' }, required: true },
        { key: 'role', entry: { type: 'text' } },
        { key: 'email', entry: { type: 'text' } },
        { key: 'phone', entry: { type: 'text' } },
      ],
    },
    { key: 'hours', fields: [{ key: 'hours', entry: { type: 'spans' }, width: 'whole' }] },
  ],
  blank: (given) => ({ partner_id: given.get('partenaire') ?? '', name: '', role: '', email: '', phone: '', hours: [] }),
};
