import type { Draft, Kind } from '$api/records';
import { capitalised } from '../datetime';
import { recordKinds } from '../i18n/record-kinds';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** How a record of a kind is called in lists and sentences. Names of people are whole only inside the house. */
export function nameOf(kind: Kind, record: Draft): string {
  switch (kind) {
    case 'child':
    case 'professional':
      return [text(record['first_name']), text(record['last_name'])].filter(Boolean).join('\u00a0');
    case 'need':
    case 'duty':
    case 'recurring_meeting':
    case 'protected_time':
      return capitalised(text(record['label']));
    default:
      return text(record['name']);
  }
}

/** A second line that tells two records of one name apart, where lists to choose from show one. */
export function detailOf(kind: Kind, record: Draft): string {
  const choices = recordKinds().choices;
  switch (kind) {
    case 'professional':
      return text(record['job_title']) || (choices.professions[text(record['profession'])] ?? '');
    case 'place':
      return choices.placeKinds[record['kind'] as keyof typeof choices.placeKinds] ?? '';
    case 'child':
      return text(record['sector']);
    default:
      return '';
  }
}
