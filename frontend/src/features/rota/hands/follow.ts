import { rotaEventsAddress } from '$api/operations';
import type { Id } from '$api/wire';

/** After how many milliseconds a stream that was refused is asked for again. */
const AGAIN_AFTER = 10_000;

/**
 * Hears of every change of a rota until the returned function is called. A page nobody looks at listens to nothing: a browser holds few
 * connections open. The first thing heard of each stream is how the rota stands, so that nothing is missed in between.
 */
export function followRota(rota: Id, heard: (revision: number) => void): () => void {
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
    const stream = new EventSource(rotaEventsAddress(rota));
    source = stream;
    stream.addEventListener('rota', (event: MessageEvent<string>) => heard((JSON.parse(event.data) as { revision: number }).revision));
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
