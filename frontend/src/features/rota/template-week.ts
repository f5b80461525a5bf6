import { ApiError } from '$api/errors';
import { listTemplates, type TemplateOverview } from '$api/weeks';
import type { Id, Week } from '$api/wire';
import { addDays, mondayOf, weekNumber } from '$lib/datetime';

/** The ordinary week of a template as the desk shows a week, and whose hours it plans only in part. */
export interface TemplateWeek {
  week: Week;
  uneven: TemplateOverview['uneven'];
  /** The rota it opens with; null: it has none. */
  opens: Id | null;
}

/** Reads the ordinary week of a template: its rotas, and days without anything particular. */
export async function readTemplateWeek(id: Id, signal?: AbortSignal): Promise<TemplateWeek> {
  return templateWeek(await listTemplates(signal), id);
}

/** The same of templates that are known already. */
export function templateWeek(templates: readonly TemplateOverview[], id: Id): TemplateWeek {
  const one = templates.find(({ template }) => template.id === id);
  if (!one) throw new ApiError({ type: 'about:blank', title: '', status: 404, code: 'not_found', fields: [], breaches: [] });
  const { template, nominal_week: week } = one;
  const first = mondayOf(week);
  const shown: Week = {
    week,
    number: weekNumber(week),
    first_day: first,
    letter: template.letter === 'B' ? 'B' : 'A',
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => ({
      date: addDays(first, day),
      closed: null,
      label: '',
      school_holiday: null,
      open_from: 0,
      open_to: 1440,
    })),
    school_holiday: false,
    making: false,
    published: one.published,
    drafts: one.drafts,
    template: { ...template, version: one.published?.version ?? null },
    previous: week,
    next: week,
  };
  return { week: shown, uneven: one.uneven, opens: one.opens };
}
