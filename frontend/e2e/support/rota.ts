import type { Locator, Page } from 'playwright-core';
import type { Activity, House, Id, Occurrence, OptionsAnswer, Rota, Week } from '../../src/api/wire';
import { eventually } from './condition';

const DAY = 1440;
const WEEK = '2026-W48';

/** A session on the screen: what is planned, and the row it is looked at in. */
export interface Session {
  activity: Activity;
  occurrence: Occurrence;
  person: Id;
  /** The child's short name, as the block writes it. */
  child: string;
}

/** A session and another start, with what the house says about it. */
export interface Move extends Session {
  start: number;
}

export const keyOf = ({ occurrence, person }: Session): string => `${occurrence.activity}/${occurrence.occurrence}/${person}`;

/** « 14 h 30 », with the no-break spaces the application writes; a whole hour is « 9 h », or « 9 h 00 » where minutes always stand. */
export function hourWords(minute: number, minutes: 'needed' | 'always' = 'needed'): string {
  const inDay = minute % DAY;
  const rest = inDay % 60;
  const hours = `${Math.floor(inDay / 60)}\u00a0h`;
  return rest === 0 && minutes === 'needed' ? hours : `${hours}\u00a0${String(rest).padStart(2, '0')}`;
}

/** The rota screen as its user sees it, and the rota behind it. */
export class RotaScreen {
  readonly grid: Locator;
  /** Over the lines while something is carried. */
  readonly veil: Locator;
  /** The line at the foot that says in words what the colours say. */
  readonly said: Locator;
  readonly tools: Locator;
  readonly panel: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.grid = page.getByRole('grid');
    this.veil = this.grid.locator('.veil');
    this.said = page.locator('.statusline').getByRole('status');
    this.tools = page.locator('.tool');
    this.panel = page.getByRole('complementary');
    this.dialog = page.getByRole('dialog');
  }

  async read<Answer>(path: string, data?: object): Promise<Answer> {
    const answer = data ? await this.page.request.post(`/api${path}`, { data }) : await this.page.request.get(`/api${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  week(name = WEEK): Promise<Week> {
    return this.read<Week>(`/weeks/${name}`);
  }

  house(): Promise<House> {
    return this.read<House>('/house');
  }

  /** The rota on the screen: the one of the address, else the newest draft. */
  async rota(): Promise<Rota> {
    const asked = new URL(this.page.url()).searchParams.get('planning');
    const week = await this.week();
    const newest = [...week.drafts].sort((a, b) => b.number - a.number)[0] ?? week.published;
    return this.read<Rota>(`/rotas/${asked ?? newest?.id}`);
  }

  /** Waits until the grid shows its sessions. */
  async ready(): Promise<void> {
    await this.grid.locator('[data-key]').first().waitFor();
  }

  block(session: Session): Locator {
    return this.grid.locator(`[data-key="${keyOf(session)}"]`);
  }

  /** The people whose rows stand wholly in sight. */
  async peopleInSight(): Promise<Id[]> {
    return this.grid.evaluate((grid) => {
      const frame = grid.getBoundingClientRect();
      return [...grid.querySelectorAll<HTMLElement>('[data-row]')]
        .filter((row) => {
          const box = row.getBoundingClientRect();
          return box.top > frame.top + 60 && box.bottom < frame.bottom - 60;
        })
        .map((row) => row.dataset['row'] ?? '');
    });
  }

  /** The sessions with one child and one adult that may be moved, of these people, in the order of the week. */
  async sessions(people: readonly Id[]): Promise<Session[]> {
    const [rota, house] = await Promise.all([this.rota(), this.house()]);
    const activities = new Map(rota.activities.map((activity) => [activity.id, activity]));
    return rota.occurrences
      .flatMap((occurrence) => {
        const activity = activities.get(occurrence.activity);
        const [person] = occurrence.staff;
        const alone = activity?.kind === 'session' && activity.children.length === 1 && occurrence.staff.length === 1;
        if (!alone || !person || !people.includes(person) || occurrence.locked || occurrence.fixed) return [];
        const child = house.children.find(({ id }) => id === activity.children[0])?.name ?? '';
        return [{ activity, occurrence, person, child }];
      })
      .sort((a, b) => people.indexOf(a.person) - people.indexOf(b.person) || a.occurrence.start - b.occurrence.start);
  }

  /** Sessions that can go to another hour of their day with the same person. */
  async possibleMoves(people: readonly Id[], wanted: number): Promise<Move[]> {
    const { summary } = await this.rota();
    const moves: Move[] = [];
    for (const session of await this.sessions(people)) {
      if (moves.some((move) => move.child === session.child || move.person === session.person)) continue;
      const { activity, occurrence, start } = session.occurrence;
      const { rows } = await this.read<OptionsAnswer>(`/rotas/${summary.id}/options`, { activity, occurrence, seat: 0 });
      const starts = rows.find((row) => row.professional === session.person)?.starts ?? [];
      const found = starts.find((other) => other !== start && Math.floor(other / DAY) === Math.floor(start / DAY));
      if (found !== undefined) moves.push({ ...session, start: found });
      if (moves.length === wanted) return moves;
    }
    throw new Error(`only ${moves.length} of ${wanted} sessions can move within their day`);
  }

  /** Two sessions of one person and day: each in the way of the other. */
  async neighbours(people: readonly Id[]): Promise<[Session, Session]> {
    const sessions = await this.sessions(people);
    for (const session of sessions) {
      const other = sessions.find(
        ({ person, child, occurrence }) =>
          person === session.person &&
          child !== session.child &&
          Math.floor(occurrence.start / DAY) === Math.floor(session.occurrence.start / DAY),
      );
      if (other) return [session, other];
    }
    throw new Error('nobody has two children on one day');
  }

  /** Where a row stands on one day, on the screen. */
  async cell(person: Id, start: number): Promise<{ left: number; right: number; y: number }> {
    const box = await this.grid
      .locator(`[data-row="${person}"]`)
      .locator('.c')
      .nth(Math.floor(start / DAY))
      .boundingBox();
    if (!box) throw new Error(`the row of ${person} is not drawn`);
    return { left: box.x, right: box.x + box.width, y: box.y + box.height / 2 };
  }

  /**
   * Moves whatever points (a mouse, a finger) along a row until the status line says the wanted hour.
   * The line is what the user goes by; the scale of the grid stays its own business.
   */
  async aim(person: Id, start: number, pointTo: (x: number, y: number) => Promise<void>): Promise<void> {
    let { left, right } = await this.cell(person, start);
    const { y } = await this.cell(person, start);
    const wanted = start % DAY;
    while (right - left > 0.5) {
      const x = (left + right) / 2;
      await pointTo(x, y);
      const spoken = /(\d{1,2})\u00a0h(?:\u00a0(\d{2}))?/.exec((await this.said.textContent()) ?? '');
      const minute = spoken ? Number(spoken[1]) * 60 + Number(spoken[2] ?? 0) : -1;
      if (minute === wanted) return;
      if (minute < wanted) left = x;
      else right = x;
    }
    throw new Error(`no point of the row says ${hourWords(wanted)}`);
  }

  /** Drags a session with the mouse; the button is still down when this returns. */
  async dragByMouse(move: Move): Promise<void> {
    const block = this.block(move);
    await block.scrollIntoViewIfNeeded();
    const box = await block.boundingBox();
    if (!box) throw new Error('the session is not drawn');
    const [x, y] = [box.x + Math.min(6, box.width / 2), box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + 6, y + 1);
    await this.aim(move.person, move.start, (toX, toY) => this.page.mouse.move(toX, toY));
  }

  /** Goes to a session by arrow keys alone. */
  async walkTo(session: Session): Promise<void> {
    const key = keyOf(session);
    const here = () => this.page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? '');
    const press = async (name: string, until: (at: string) => boolean) => {
      for (let step = 0; step < 80 && !until(await here()); step++) await this.page.keyboard.press(name);
      if (!until(await here())) throw new Error(`${name} never reaches ${session.child}`);
    };
    await this.page.keyboard.press('Control+Home');
    await press('ArrowDown', (at) => at.endsWith(`/${session.person}`));
    await this.page.keyboard.press('Home');
    await press('ArrowRight', (at) => at === key);
  }

  /** Waits until the server's rota has a session at an hour. */
  async isAt(session: Session, start: number): Promise<void> {
    const { activity, occurrence } = session.occurrence;
    await eventually(async () => {
      const { occurrences } = await this.rota();
      return occurrences.find((one) => one.activity === activity && one.occurrence === occurrence)?.start;
    }).toBe(start);
  }

  /** Writes a reason for every point of the working-time law that asks for one, in the open dialog of publication. */
  async giveReasons(reason: string): Promise<number> {
    const fields = this.dialog.getByRole('textbox', { name: 'Motif' });
    const count = await fields.count();
    for (let at = 0; at < count; at++) await fields.nth(at).fill(reason);
    return count;
  }

  /** Asks for a proposal as the dialog offers it, and waits until the draft it ends in is on the screen. */
  async propose(): Promise<void> {
    const before = this.page.url();
    await this.tools.getByRole('button', { name: 'Proposer…' }).click();
    await this.dialog.getByLabel('Temps au plus').selectOption({ index: 0 });
    await this.dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
    await this.page.waitForURL((url) => url.href !== before && url.searchParams.has('planning'), { timeout: 60_000 });
    await this.ready();
  }

  /** Publishes the rota on the screen for the first time, with a reason for what the law asks one for. */
  async publishFirst(reason: string): Promise<void> {
    await this.tools.getByRole('button', { name: 'Publier…' }).click();
    await this.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
    await this.giveReasons(reason);
    await this.dialog.getByRole('button', { name: 'Publier la version 1' }).click();
    await this.page
      .getByText(/publiée, version 1/)
      .first()
      .waitFor();
  }
}
