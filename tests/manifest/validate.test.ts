import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { writePng } from '../../manifest/png.ts';
import { validate } from '../../manifest/validate.ts';
import { drawColour, drawOutline } from '../../manifest/draw-icons.ts';
import { files, filled, template } from './package-parts.ts';

/** The faults of the manifest with one text put for another. */
function faultsWith(from: string, to: string, packed = files): readonly string[] {
  const manifest = filled();
  if (!manifest.includes(from)) throw new Error(`the manifest doesn't hold ${from}`);
  return faultsOf(
    manifest.replace(from, () => to),
    packed,
  );
}

function faultsOf(manifest: string, packed = files): readonly string[] {
  const verdict = validate({ manifest, files: packed });
  return verdict.kind === 'valid' ? [] : verdict.faults;
}

test('the manifest that stands here is valid once it is filled in', () => {
  expect(faultsOf(filled())).toEqual([]);
});

test('the template itself is refused, with each variable that is left over', () => {
  const faults = faultsOf(template);
  expect(faults).toContain('The variable SERVICE_HOST has not been filled in.');
  expect(faults).toContain('The variable BOT_ID has not been filled in.');
});

test('a value that leaves a variable behind is found', () => {
  expect(faultsOf(filled({ PUBLISHER_NAME: '${{TRUST}}' }))).toContain(
    'The variable TRUST has not been filled in.',
  );
});

test.each([
  ['a name over 30 characters', '"Silver Commitments"', `"${'Silver '.repeat(6)}"`, /name\.short/],
  ['a long publisher', '"Pennine Vale"', '"Pennine Vale NHS Foundation Trust"', /developer\.name/],
  ['a short description over 80', 'Record the staff', 'Record '.repeat(12), /description\.short/],
  ['a colour that is none', '#005EB8', 'NHS blue', /accentColor/],
  ['a field that does not exist', '"validDomains"', '"validHosts"', /validHosts/],
  ['a surface of old', '"context": [', '"meetingSurfaces": [', /meetingSurfaces/],
  ['a scope in the wrong case', '"groupChat"]', '"groupchat"]', /scopes/],
  ['a channel tier that does not exist', 'tier1', 'tier2', /supportsChannelFeatures/],
  ['a tab that is no page', '"https://silver', '"gopher://silver', /contentUrl/],
])('Microsoft’s schema catches %s', (_, from, to, where) => {
  expect(faultsWith(from, to).join('\n')).toMatch(where);
});

test('more than twelve commands in a list are refused', () => {
  const many = Array.from({ length: 12 }, () => '{ "title": "help" }').join(', ');
  const faults = faultsWith('{ "title": "meetings"', `${many}, { "title": "meetings"`);
  expect(faults.join('\n')).toMatch(/commands must NOT have more than 12 items/);
});

test('what is no JSON is said to be none', () => {
  expect(faultsOf('{"id": ').join('\n')).toMatch(/manifest\.json is no JSON/);
});

test.each([
  ['TEAMS_APP_ID', 'silver-commitments', 'id is no GUID: “silver-commitments”.'],
  ['BOT_ID', '28:3f1c8a52', 'bots.botId is no GUID: “28:3f1c8a52”.'],
  [
    'TAB_CLIENT_ID',
    '00000000-0000-0000-0000-000000000000',
    'webApplicationInfo.id is no GUID: “00000000-0000-0000-0000-000000000000”.',
  ],
])('%s must be a GUID that is somebody’s', (name, value, fault) => {
  expect(faultsOf(filled({ [name]: value }))).toContain(fault);
});

test.each([
  'https://silver.nhs.uk',
  'silver.nhs.uk/tab',
  'silver.nhs.uk:443',
  'localhost',
  '10.0.0.7',
  '*.nhs.uk',
  'silver nhs.uk',
  '-silver.nhs.uk',
])('%s is no host', (host) => {
  expect(faultsOf(filled({ SERVICE_HOST: host }))).toContain(
    `validDomains must hold host names: “${host}” is none.`,
  );
});

test('a tab on a host that is not listed is refused', () => {
  expect(faultsWith('https://silver.pennine-vale', 'https://gold.pennine-vale')).toEqual([
    'https://gold.pennine-vale.example/tab/ is on no host of validDomains.',
  ]);
});

test.each(['0.1', '1.0.0-beta', '01.0.0'])('%s is no version', (version) => {
  expect(faultsWith('"0.1.0"', JSON.stringify(version))).toEqual([
    `version must be three numbers, as 1.4.0: “${version}”.`,
  ]);
});

test('what people are sent to is encrypted', () => {
  const fault = (url: string) => `${url} must be an address with https://.`;
  expect(faultsWith('"https://silver', '"http://silver')).toEqual([
    fault('http://silver.pennine-vale.example/tab/'),
  ]);
  const privacy = 'http://pennine-vale.example/privacy';
  expect(faultsOf(filled({ PRIVACY_URL: privacy }))).toEqual([fault(privacy)]);
});

test('tokens must be for the tab’s own host and app', () => {
  const fault = 'webApplicationInfo.resource must be api://HOST/ID with a host of validDomains.';
  expect(faultsWith('api://silver.', 'api://gold.')).toEqual([fault]);
  expect(faultsWith('/3f1c8a52-6f0e-4d0b-9a53-0d5a5c1b7e03"', '/botid"')).toEqual([fault]);
});

test('a permission that does not exist is named', () => {
  expect(faultsWith('OnlineMeeting.ReadBasic.Chat', 'OnlineMeeting.Read.Basic')).toEqual([
    'There is no permission named OnlineMeeting.Read.Basic.',
  ]);
});

test('a permission that cannot be asked for in that way is named', () => {
  const asked = '"OnlineMeeting.ReadBasic.Chat", "type": "Application"';
  const faults = faultsWith(asked, asked.replace('Application', 'Delegated'));
  expect(faults).toEqual([
    'The permission OnlineMeeting.ReadBasic.Chat cannot be asked for as Delegated.',
  ]);
});

test('a command that the bot does not answer is named', () => {
  expect(
    faultsWith('"title": "help", "description": "See what', '"title": "gold", "description": "'),
  ).toEqual(['The bot does not answer the command “gold” (personal).']);
});

test('a command that the bot answers elsewhere only is named with where it is silent', () => {
  const meetings = '{ "title": "meetings"';
  expect(faultsWith(meetings, `{ "title": "link", "description": "" }, ${meetings}`)).toContain(
    'The bot does not answer the command “link” (personal).',
  );
  const link = '{ "title": "link"';
  expect(faultsWith(link, `{ "title": "progress", "description": "" }, ${link}`)).toEqual([
    'The bot does not answer the command “progress” (groupChat).',
  ]);
  expect(faultsWith('"scopes": ["groupChat"],', '"scopes": ["team", "groupChat"],')).toContain(
    'The bot does not answer the command “link” (team).',
  );
});

test('a command that stands twice is named, in whatever case', () => {
  const twice = faultsWith('{ "title": "meetings"', '{ "title": "Help" }, { "title": "meetings"');
  expect(twice).toContain('The command “help” is there twice for personal.');
});

test('a command with a slash is named', () => {
  expect(faultsWith('"title": "progress"', '"title": "/progress"')).toContain(
    'The command “/progress” begins with a slash.',
  );
});

test('what the bot’s help names must be a command', () => {
  expect(faultsWith('"title": "claims"', '"title": "waiting"')).toEqual([
    'The bot’s help names “claims”, which is no command for personal.',
  ]);
});

const outline = drawOutline();
const colour = drawColour();

test.each<[string, string, Uint8Array | undefined, string]>([
  ['missing', 'color.png', undefined, 'The icon color.png is missing.'],
  [
    'in each other’s place',
    'color.png',
    files.get('outline.png'),
    'The icon color.png is 32 × 32; it must be 192 × 192.',
  ],
  [
    'another kind of file',
    'color.png',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'The icon color.png is no PNG.',
  ],
  [
    'cut short',
    'outline.png',
    files.get('outline.png')?.subarray(0, 200),
    'The icon outline.png is a broken PNG.',
  ],
  [
    'a PNG of another make',
    'outline.png',
    madeGrey(writePng(outline)),
    'The icon outline.png must be an RGBA PNG with 8 bits a channel, not interlaced.',
  ],
  [
    'empty',
    'color.png',
    writePng({ ...colour, pixels: new Uint8Array(colour.pixels.length) }),
    'The icon color.png is empty.',
  ],
  [
    'all white',
    'outline.png',
    writePng({ ...outline, pixels: new Uint8Array(outline.pixels.length).fill(255) }),
    'The icon outline.png has no transparent background.',
  ],
  [
    'coloured',
    'outline.png',
    writePng({ ...outline, pixels: withOneBluePixel(outline.pixels) }),
    'The icon outline.png must be white on transparent: 1 of its pixels are not white.',
  ],
])('an icon that is %s is named', (_, name, file, fault) => {
  const others = [...files].filter(([other]) => other !== name);
  const packed = new Map(file === undefined ? others : [...others, [name, file]]);
  expect(faultsOf(filled(), packed)).toEqual([fault]);
});

/** The same file, but its header says that it holds no colours. */
function madeGrey(png: Buffer): Buffer {
  const grey = Buffer.from(png);
  grey[25] = 0;
  grey.writeUInt32BE(crc32(grey.subarray(12, 29)), 29);
  return grey;
}

function withOneBluePixel(pixels: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(pixels);
  const middle = (16 * 32 + 26) * 4;
  changed.set([0, 94, 184, 255], middle);
  return changed;
}
