import { compareRotas, takeDifferences, type Comparison, type LeftBehind } from '$api/comparison';
import { errorCode, isAborted } from '$api/errors';
import { readRota, readWeek, undoRota } from '$api/operations';
import { listTemplates, type TemplateOverview } from '$api/weeks';
import type { Activity, Id, Reference, Rota, RotaSummary, Week } from '$api/wire';
import { house as readHouse, type KnownHouse } from '$lib/house';
import { compare as texts } from '$lib/i18n/compare';
import { complain, say } from '$lib/toasts.svelte';
import { templateWeek } from '../template-week';
import { activitiesOf } from '../words';

/** Where a comparison starts from: a week, or the ordinary week of a template. */
export type Ground = { week: string } | { template: Id };

/**
 * Two rotas beside each other: of a week, of a template, of a week and a template, of two templates. What is taken goes into the first of
 * them, one step to undo each time.
 */
export class Comparing {
  /** The week the first rota is of; of a template, its ordinary week. */
  week = $state.raw<Week>();
  house = $state.raw<KnownHouse>();
  /** The first rota, whole. */
  base = $state.raw<Rota>();
  comparison = $state.raw<Comparison>();
  /** What the two ask for, by its id. */
  activities = $state.raw<ReadonlyMap<Id, Activity>>();
  /** What could not be taken last. */
  left = $state.raw<readonly LeftBehind[]>([]);
  error = $state.raw<unknown>();
  busy = $state(false);
  #ground = $state.raw<Week>();
  #templates = $state.raw<readonly TemplateOverview[]>([]);
  #reading: AbortController | null = null;

  /** Every rota that can be chosen, what is published first, then the newest drafts; after those of the week, those of the templates. */
  readonly choices = $derived<RotaSummary[]>(this.#choices());
  readonly editable = $derived(this.base?.can.edit === true);

  /** Reads where it starts from and compares two rotas: those asked for, else the newest draft with what is published or the draft before. */
  async open(ground: Ground, base: Id | null, other: Id | null): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.error = undefined;
    this.left = [];
    try {
      const [templates, real, house] = await Promise.all([
        listTemplates(reading.signal),
        'week' in ground ? readWeek(ground.week, reading.signal) : undefined,
        readHouse(),
      ]);
      const week = real ?? templateWeek(templates, 'template' in ground ? ground.template : '').week;
      const [first, second] = chosenPair(week, base, other, rotasOf(templates));
      const [rota, comparison] = await Promise.all([
        first === null ? undefined : readRota(first, reading.signal),
        first === null || second === null ? undefined : compareRotas(first, second, reading.signal),
      ]);
      if (this.#reading !== reading) return;
      const activities = await activitiesOfBoth(rota, comparison, reading.signal);
      if (this.#reading !== reading) return;
      [this.#ground, this.#templates, this.house] = [week, templates, house];
      [this.week, this.base, this.comparison, this.activities] = [weekUnder(week, rota, templates), rota, comparison, activities];
    } catch (error) {
      if (this.#reading === reading && !isAborted(error)) this.error = error;
    }
  }

  close(): void {
    this.#reading?.abort();
    this.#reading = null;
  }

  /** Takes differences over; what cannot stand is left and named. */
  async take(refs: readonly Reference[]): Promise<void> {
    const from = this.comparison?.other.summary.id;
    await this.#change(async (base) => {
      const answer = await takeDifferences(base.summary.id, base.summary.revision, from ?? '', refs);
      this.base = answer.rota;
      this.left = answer.left;
      if (answer.taken > 0) say(texts().taken(answer.taken), { label: texts().undo, run: () => void this.undo() });
    });
  }

  /** Takes the last step of the first rota back. */
  async undo(): Promise<void> {
    await this.#change(async (base) => {
      this.base = await undoRota(base.summary.id, base.summary.revision, false);
      this.left = [];
      say(texts().undone);
    });
  }

  async #change(change: (base: Rota) => Promise<void>): Promise<void> {
    const base = this.base;
    const other = this.comparison?.other.summary.id;
    if (!base || other === undefined || this.busy) return;
    this.busy = true;
    try {
      await change(base);
    } catch (error) {
      complain(error, errorCode(error) === 'stale' ? texts().stale : undefined);
      this.base = await readRota(base.summary.id).catch(() => this.base);
    }
    try {
      this.comparison = await compareRotas(base.summary.id, other);
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  #choices(): RotaSummary[] {
    const ground = this.#ground;
    if (!ground) return [];
    const own = [...(ground.published ? [ground.published] : []), ...newestFirst(ground.drafts)];
    const known = [...own, ...rotasOf(this.#templates).filter(({ id }) => !own.some((one) => one.id === id))];
    const compared = this.comparison ? [this.comparison.base.summary, this.comparison.other.summary] : [];
    return [...known, ...compared.filter(({ id }) => !known.some((one) => one.id === id))];
  }
}

const newestFirst = (drafts: readonly RotaSummary[]) => [...drafts].sort((a, b) => b.number - a.number);

/** What is published of the templates, then their newest drafts, template by template. */
const rotasOf = (templates: readonly TemplateOverview[]): RotaSummary[] =>
  templates.flatMap(({ published, drafts }) => [...(published ? [published] : []), ...newestFirst(drafts)]);

/** The week a rota is of: the one the comparison starts from, else the ordinary week of the rota's template. */
function weekUnder(ground: Week, rota: Rota | undefined, templates: readonly TemplateOverview[]): Week {
  const summary = rota?.summary;
  return summary?.ordinary && summary.template ? templateWeek(templates, summary.template.id).week : ground;
}

/** What the first rota asks for, and what only the other does where something of it differs. */
async function activitiesOfBoth(
  base: Rota | undefined,
  comparison: Comparison | undefined,
  signal: AbortSignal,
): Promise<Map<Id, Activity>> {
  const activities = base ? activitiesOf(base) : new Map<Id, Activity>();
  if (!comparison || comparison.differences.every(({ activity }) => activities.has(activity))) return activities;
  return new Map([...activitiesOf(await readRota(comparison.other.summary.id, signal)), ...activities]);
}

/** Which two rotas a comparison opens with; null where there are not as many. */
export function chosenPair(week: Week, base: Id | null, other: Id | null, templates: readonly RotaSummary[] = []): [Id | null, Id | null] {
  const drafts = newestFirst(week.drafts).map(({ id }) => id);
  const all = [...drafts, ...(week.published ? [week.published.id] : [])];
  const first = base ?? all.find((id) => id !== other) ?? null;
  const published = week.published && week.published.id !== first ? week.published.id : null;
  const elsewhere = templates.find(({ id }) => id !== first)?.id;
  return [first, other ?? published ?? drafts.find((id) => id !== first) ?? elsewhere ?? null];
}
