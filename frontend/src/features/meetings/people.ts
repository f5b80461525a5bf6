import type { Id, Partner } from '$api/wire';
import type { KnownHouse } from '$lib/house';

export interface ContactInfo {
  id: Id;
  name: string;
  role: string;
  organisation: string;
}

/** Everybody outside who can be invited, with whom they work for. */
export function contactsOf(house: KnownHouse): Map<Id, ContactInfo> {
  const of = (partner: Partner) => partner.contacts.map((contact) => ({ ...contact, organisation: partner.name }));
  return new Map(house.partners.flatMap(of).map((contact) => [contact.id, contact]));
}

/** One letter of a name for the round mark beside it, titles like « Mme » left out. */
export function initialOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => !/^(m|mme|mlle|dr|mr|mrs|ms)\.?$/i.test(word));
  return (words[0] ?? name).charAt(0).toUpperCase();
}

/** The names of some of our people, in one line. */
export function namesOf(house: KnownHouse, ids: readonly Id[]): string {
  return ids
    .map((id) => house.professional.get(id)?.name ?? '')
    .filter(Boolean)
    .join(', ');
}
