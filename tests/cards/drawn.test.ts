import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCard } from '../../bot/cards/attendance.ts';
import { nudgeCard } from '../../bot/cards/nudge.ts';
import { meetingsCard } from '../../bot/cards/progress.ts';
import type { Card } from '../../bot/cards/render.ts';
import { changeOf } from '../../bot/contract/changes.ts';
import type { MyMeeting } from '../../bot/contract/views.ts';
import { listen, route } from '../../infra/local/http.ts';
import { windowFiles } from '../../infra/local/window-files.ts';
import { openBrowser } from '../support/browsing.ts';
import { meeting, progress, viewer } from '../../infra/local/gallery/facts.ts';

let browser: Browser;
let page: Page;
let window: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  const blank = '<script src="/window/adaptivecards.js"></script>';
  window = await listen(
    [
      ...windowFiles,
      route('GET', '/blank', ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(blank);
        return 'handled';
      }),
    ],
    0,
  );
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(`${window.origin}/blank`);
});
afterAll(async () => {
  await browser?.close();
  await window?.close();
});

/** What somebody reads on a card by the official renderer: as Teams draws it, and without Markdown. */
async function drawn(card: Card): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(async () => {
    const { drawCard } = await import('/window/card.ts');
    const asInTeams = drawCard(${JSON.stringify(card)}, 'default', () => undefined).textContent;
    const markdown = AdaptiveCards.AdaptiveCard.onProcessMarkdown;
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = null;
    const plain = new AdaptiveCards.AdaptiveCard();
    plain.parse(${JSON.stringify(card)});
    const drawn = plain.render().textContent;
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = markdown;
    return [asInTeams, drawn];
  })()`);
}

test.each([
  'It did *not* go ahead [see minutes]',
  '[Room](https://nhs.uk) is <b>closed</b> & so is `B`',
  '1. No room; 2) no chair',
  '- nobody_could_come_ ~at all~',
  '# C:\\rooms\\B \\o/ ${x} \\\\',
  '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
])(
  'a network’s reason is read as it was typed, on every card and in the tab: %s',
  async (typed) => {
    const cancelled: MyMeeting = meeting('2026-04-08', {
      state: 'cancelled',
      may: [],
      cancelledBecause: typed,
    });
    const nudge = (kind: 'attendance-taken-off' | 'meeting-changed') =>
      nudgeCard(
        viewer,
        {
          on: '2026-04-09',
          reminders: [{ nudge: `${kind}:x`, kind, due: true, muted: false, meeting: cancelled }],
          muted: [],
        },
        `${kind}:x`,
      );
    const said = `It says: “${typed}”`;
    for (const card of [
      claimCard(viewer, progress([cancelled]), cancelled.id),
      meetingsCard(viewer, progress([cancelled])),
      nudge('attendance-taken-off'),
      nudge('meeting-changed'),
    ]) {
      for (const text of await drawn(card)) expect(text).toContain(said);
    }
    expect(changeOf(cancelled, '2026-04-09')).toContain(said);
  },
);
