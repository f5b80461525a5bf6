import type { House, Id, MeetingRequest, Participant, Slot, SlotRequest } from '$api/wire';
import { addDays, daysBetween } from '$lib/datetime';

export type Where = 'own' | 'partner' | 'remote';
export type FieldName = 'title' | 'people' | 'place' | 'from' | 'to';
export type FieldError = 'subject' | 'people' | 'place' | 'from' | 'past' | 'to' | 'tooLong';

export const lengths = [30, 45, 60, 90, 120, 180];
const longestSearch = 42;

/** Our site where most of those invited have their base, else the first of the house; the empty id where there is none. */
export function likelySite({ places, professionals }: Pick<House, 'places' | 'professionals'>, people: readonly Participant[]): Id {
  const sites = places.filter((place) => place.kind === 'site').map((place) => place.id);
  const bases = people.map((person) => professionals.find((one) => one.id === person.id)?.base);
  const at = (site: Id) => bases.filter((base) => base === site).length;
  return sites.toSorted((a, b) => at(b) - at(a))[0] ?? '';
}

/** The meeting somebody prepares: what is asked of the search, and what is fixed once a slot is chosen. */
export class MeetingDraft {
  title = $state('');
  child = $state<Id | null>(null);
  people = $state<Participant[]>([]);
  contacts = $state<Id[]>([]);
  length = $state(60);
  where = $state<Where>('own');
  place = $state<Id>('');
  from = $state('');
  to = $state('');

  /** Starts with whoever prepares it, and the two weeks after next Monday. */
  constructor(
    readonly today: string,
    firstDay: string,
    self: Id | null,
  ) {
    if (self) this.people = [{ id: self, need: 'required' }];
    this.from = firstDay;
    this.to = addDays(firstDay, 11);
  }

  add(id: Id): void {
    if (!this.people.some((person) => person.id === id)) this.people.push({ id, need: 'required' });
  }

  remove(id: Id): void {
    this.people = this.people.filter((person) => person.id !== id);
  }

  addContact(id: Id): void {
    if (!this.contacts.includes(id)) this.contacts.push(id);
  }

  removeContact(id: Id): void {
    this.contacts = this.contacts.filter((contact) => contact !== id);
  }

  /** What is missing or wrong, by field, in the order of the form. */
  get errors(): Partial<Record<FieldName, FieldError>> {
    const errors: [FieldName, FieldError | null][] = [
      ['title', this.title.trim() ? null : 'subject'],
      ['people', this.people.some((person) => person.need === 'required') ? null : 'people'],
      ['place', this.where === 'remote' || this.place ? null : 'place'],
      ['from', this.#firstDateError()],
      ['to', this.#lastDateError()],
    ];
    return Object.fromEntries(errors.filter(([, error]) => error !== null));
  }

  #firstDateError(): FieldError | null {
    if (!this.from) return 'from';
    return this.from < this.today ? 'past' : null;
  }

  #lastDateError(): FieldError | null {
    if (!this.to || (this.from && this.to < this.from)) return 'to';
    return this.from && daysBetween(this.from, this.to) >= longestSearch ? 'tooLong' : null;
  }

  /** The question asked of the server. */
  get search(): SlotRequest {
    return {
      professionals: $state.snapshot(this.people),
      contacts: $state.snapshot(this.contacts),
      duration: this.length,
      place: this.where === 'remote' ? null : this.place,
      room_features: this.where === 'own' ? [] : null,
      from: this.from,
      to: this.to,
    };
  }

  /** The meeting itself, at a chosen slot. */
  at(slot: Slot): MeetingRequest {
    const { professionals, contacts, duration, place } = this.search;
    const { date, start, room } = slot;
    return { title: this.title.trim(), child: this.child, professionals, contacts, duration, place, room, date, start };
  }
}
