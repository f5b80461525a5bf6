/** The values of fields that are more than one text or number, as they travel. Minutes of a day count from midnight, days from Monday. */
export interface DaySpan {
  letter: '' | 'A' | 'B';
  day: number;
  from: number;
  to: number;
}

/** When and where a child can be met. */
export interface Window extends DaySpan {
  places: string[];
}

/** A modality of a child, from a date on; without an end it goes on. */
export interface Period {
  id?: string;
  modality_code: string;
  from_date: string;
  to_date: string | null;
  weekly_minutes: number;
}

/** What somebody is employed for from a day to a day; an empty day is open. */
export interface Contract {
  from_date: string | null;
  to_date: string | null;
  /** A week. */
  minutes: number;
  convention: string;
  kind: string;
  agreements: string[];
}

/** A team of a professional, for a part of the contract. */
export interface Membership {
  team_id: string;
  share: number;
  main: boolean;
}

/** How many places are licensed from a date on. */
export interface Capacity {
  from_date: string;
  places: number;
}

/** One person a session needs: by trade and skills, or one of some people. */
export interface Seat {
  professions: string[];
  skills: string[];
  one_of: string[];
}

export interface RoomAsked {
  features: string[];
  seats: number;
}

export interface Lunch {
  from: number;
  to: number;
  minutes: number;
}

export interface Limits {
  day_span: number;
  day_work: number;
  rest: number;
  week_work: number;
  week_days: number;
}
