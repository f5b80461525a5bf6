/** One component of a calendar: its properties by name, as written after unfolding. */
export type Event = ReadonlyMap<string, string>;

const NAME = /^[A-Z][A-Z0-9-]*(?:;[A-Z0-9-]+=(?:"[^"]*"|[^;:"]*))*$/;

/**
 * Reads the events of a calendar as strictly as a reader may: CRLF everywhere, no line above 75 octets, every BEGIN with its END,
 * every event with UID, DTSTAMP, DTSTART, SEQUENCE and STATUS.
 */
export function readEvents(text: string): Event[] {
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a line does not end in CRLF');
  for (const line of text.split('\r\n')) if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  if (lines.pop() !== '') throw new Error('the last line does not end in CRLF');
  const open: string[] = [];
  const events: Event[] = [];
  let event = new Map<string, string>();
  for (const line of lines) {
    const colon = line.search(/:(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const [head, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (colon < 0 || !NAME.test(head)) throw new Error(`not a property: ${line}`);
    const name = head.split(';')[0] ?? '';
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') event = new Map();
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`END:${value} closes something else`);
      if (value === 'VEVENT') events.push(complete(event));
    } else if (open.at(-1) === 'VEVENT') event.set(name, value);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return events;
}

function complete(event: Event): Event {
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'STATUS']) if (!event.has(name)) throw new Error(`an event without ${name}`);
  return event;
}

/** The events of a calendar by UID; each UID once. */
export function eventsByUID(text: string): Map<string, Event> {
  const events = readEvents(text);
  const byUID = new Map(events.map((event) => [event.get('UID') ?? '', event]));
  if (byUID.size !== events.length) throw new Error('two events share a UID');
  return byUID;
}
