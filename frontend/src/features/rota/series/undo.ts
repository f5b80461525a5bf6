import { deleteDraft, undoRota } from '$api/operations';
import { changeSeries, type SeriesOutcome } from '$api/series';
import { archiveTemplate } from '$api/weeks';
import type { Reference } from '$api/wire';

/** Takes back what was done in other weeks: the template is again what it was, and weeks nobody has touched follow again. */
export async function undoSeries(ref: Reference, { way, rota, template_version, replaced, new_draft }: SeriesOutcome): Promise<void> {
  if (way.created) await archiveTemplate(way.template.id, template_version);
  else if (way.published && replaced !== null) await changeSeries(replaced, ref, 'all');
  else if (new_draft) await deleteDraft(rota.id);
  else await undoRota(rota.id, rota.revision, false);
}
