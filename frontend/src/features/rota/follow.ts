import { rotaEventsAddress, weekEventsAddress } from '$api/operations';
import type { Id, WeekStandings } from '$api/wire';

/** After how many milliseconds a stream that was refused is asked for again. */
const AGAIN_AFTER = 10_000;

/** Hears of every change of a rota until the returned function is called. */
export function followRota(rota: Id, heard: (revision: number) => void): () => void {
  return follow<{ revision: number }>(rotaEventsAddress(rota), 'rota', ({ revision }) => heard(revision));
}

/** Hears where the rotas of a week stand, and of each that comes, changes, is published or goes, until the returned function is called. */
export function followWeek(week: string, heard: (standings: WeekStandings) => void): () => void {
  return follow(weekEventsAddress(week), 'week', heard);
}

/**
 * Listens to the events of one name. A page nobody looks at listens to nothing: a browser holds few connections open. The first thing heard of
 * each stream is how things stand, so that nothing is missed in between.
 */
function follow<Heard>(address: string, name: string, heard: (heard: Heard) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    if (document.hidden) return;
    const stream = new EventSource(address);
    source = stream;
    stream.addEventListener(name, (event: MessageEvent<string>) => heard(JSON.parse(event.data) as Heard));
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED) return; // the browser connects again by itself
      timer = setTimeout(open, AGAIN_AFTER);
    });
  };
  document.addEventListener('visibilitychange', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', open);
    close();
  };
}
