import type { Activity, Id, Occurrence, Team } from '$api/wire';
import type { KnownHouse } from '$lib/house';
import type { BlockColour } from '$ui/rota/model';
import { modalityOf } from './words';

/** What the grounds of the blocks may say, as the switch offers it. */
export const colourings = ['modalities', 'teams'] as const;

/** What the grounds of the blocks say. */
export type Colouring = (typeof colourings)[number];

/** The tints there are. More teams than these: the others wear the plain ground and are told by their letters. */
const TINTS = ['MO', 'AJ', 'HE', 'AF', 'UE', 'AS', 'AR'] as const;

/** One line of the legend. */
export interface LegendItem extends BlockColour {
  name: string;
}

/** What the legend lists, in the order of the house. */
export function legendOf(colours: Colouring, house: KnownHouse): LegendItem[] {
  if (colours === 'modalities') return house.modalities.map(({ code, name }) => ({ code, tint: code, name }));
  return inOrder(house).map(({ id, code, name }) => ({ code, tint: teamTint(house, id), name }));
}

const known = new WeakMap<object, Map<string, BlockColour>>();

/** The ground of an occurrence: its modality, or the team of all who do it; null where they are of several. Equal grounds are one object. */
export function colourOf(
  colours: Colouring,
  occurrence: Pick<Occurrence, 'staff'>,
  activity: Activity,
  house: KnownHouse,
): BlockColour | null {
  const key = colours === 'modalities' ? modalityOf(activity, house) : teamOf(occurrence, house);
  if (key === null) return null;
  const made = known.get(house) ?? new Map<string, BlockColour>();
  known.set(house, made);
  let colour = made.get(colours + key);
  if (!colour) {
    colour = colours === 'modalities' ? { code: key, tint: key } : { code: house.team.get(key)?.code ?? '', tint: teamTint(house, key) };
    made.set(colours + key, colour);
  }
  return colour;
}

function teamOf({ staff }: Pick<Occurrence, 'staff'>, house: KnownHouse): Id | null {
  const teams = new Set(staff.map((id) => house.professional.get(id)?.main_team));
  const [only] = teams;
  return teams.size === 1 && only ? only : null;
}

/** The modality of a team that accompanies one; null for the others. */
export function onlyModality({ modalities }: Team): string | null {
  return modalities.length === 1 ? (modalities[0] ?? null) : null;
}

const tints = new WeakMap<KnownHouse, Map<Id, string>>();

/** The tint of a team: that of its only modality, so that colours change as little as they can; the other teams share out the rest. */
export function teamTint(house: KnownHouse, team: Id): string | null {
  let shared = tints.get(house);
  if (!shared) tints.set(house, (shared = shareOut(inOrder(house))));
  return shared.get(team) ?? null;
}

function shareOut(teams: readonly Team[]): Map<Id, string> {
  const shared = new Map<Id, string>();
  const free = new Set<string>(TINTS);
  for (const team of teams) {
    const own = onlyModality(team);
    if (own !== null && free.delete(own)) shared.set(team.id, own);
  }
  for (const { id } of teams) {
    const [next] = free;
    if (shared.has(id) || next === undefined) continue;
    free.delete(next);
    shared.set(id, next);
  }
  return shared;
}

const inOrder = (house: KnownHouse): Team[] => [...house.teams].sort((a, b) => a.position - b.position);
