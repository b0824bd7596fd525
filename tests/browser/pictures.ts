// `npm run pictures`: README's pictures, made anew from the practice window itself.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../infra/local/practice-ids.ts';
import { become, openBrowser, ownHouse, say } from '../support/browsing.ts';

const folder = join(projectFolder, 'infra', 'local', 'pictures');
await mkdir(folder, { recursive: true });
const house = await ownHouse();
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1380, height: 800 } });
  // A computer that is busy takes longer; nobody waits for a picture.
  page.setDefaultTimeout(120_000);
  const tab = page.frameLocator('iframe');
  const picture = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });

  await become(page, house.origin, 'gareth.hargreaves');
  await say(page, 'I attended');
  await page.getByRole('button', { name: 'Yes, I was there' }).first().click();
  await become(page, house.origin, 'aoife.okafor');
  await say(page, 'I attended');
  await page.getByRole('button', { name: 'Yes, I was there' }).first().click();
  await page.getByText('Thank you, Aoife').waitFor();
  await tab.getByText('With the chair').first().waitFor();
  await picture('window');

  await become(page, house.origin, 'oluwaseun.moyo');
  await say(page, 'claims');
  await page
    .locator('#messages')
    .getByRole('button', { name: /Confirm/ })
    .first()
    .click();
  await page
    .locator('#messages li')
    .last()
    .getByText(/confirmed/i)
    .first()
    .waitFor();

  await become(page, house.origin, 'zainab.khan');
  await tab
    .getByRole('link', { name: 'Organisation' })
    .or(tab.getByRole('button', { name: 'Organisation' }))
    .first()
    .click();
  await tab.getByRole('heading', { name: 'Executive directors at network meetings' }).waitFor();
  await picture('organisation');

  const small = await browser.newPage({ viewport: { width: 680, height: 800 } });
  await become(small, house.origin, 'aoife.okafor', { phone: true });
  await small.getByRole('button', { name: 'Tab', exact: true }).click();
  await small.frameLocator('iframe').getByText('1/4').first().waitFor();
  const phone = small.locator('#desk');
  await phone.screenshot({ path: join(folder, 'phone.png') });
  await become(small, house.origin, 'aoife.okafor', { phone: true, theme: 'dark' });
  await small.getByRole('button', { name: 'Chat', exact: true }).click();
  await phone.screenshot({ path: join(folder, 'dark.png') });
} finally {
  await browser.close();
  await house.close();
}
