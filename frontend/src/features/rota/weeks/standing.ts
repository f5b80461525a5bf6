import type { Week, WeekStandings } from '$api/wire';

/** Whether the rotas of a week that was read are those that were heard of, and none has changed since. */
export function standsSo({ drafts, published }: Pick<Week, 'drafts' | 'published'>, { rotas }: WeekStandings): boolean {
  const read = published ? [...drafts, published] : drafts;
  const heard = new Map(rotas.map((one) => [one.id, one]));
  return (
    read.length === rotas.length &&
    read.every(({ id, state, revision }) => {
      const one = heard.get(id);
      return one !== undefined && one.state === state && one.revision === revision;
    })
  );
}
