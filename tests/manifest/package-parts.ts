import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../infra/local/practice-ids.ts';
import { fill } from '../../manifest/variables.ts';

export const folder = join(projectFolder, 'manifest');
export const template = readFileSync(join(folder, 'manifest.json'), 'utf8');

export const values: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '3f1c8a52-6f0e-4d0b-9a53-0d5a5c1b7e01',
  BOT_ID: '3f1c8a52-6f0e-4d0b-9a53-0d5a5c1b7e02',
  TAB_CLIENT_ID: '3f1c8a52-6f0e-4d0b-9a53-0d5a5c1b7e03',
  SERVICE_HOST: 'silver.pennine-vale.example',
  PUBLISHER_NAME: 'Pennine Vale',
  PUBLISHER_URL: 'https://pennine-vale.example/silver',
  PRIVACY_URL: 'https://pennine-vale.example/privacy',
  TERMS_URL: 'https://pennine-vale.example/terms',
};

export const files: ReadonlyMap<string, Uint8Array> = new Map(
  ['color.png', 'outline.png'].map((name) => [name, readFileSync(join(folder, name))]),
);

/** The manifest filled in, with `changes` to the values. */
export function filled(changes: Readonly<Record<string, string>> = {}): string {
  const given = fill(template, { ...values, ...changes });
  if (given.kind === 'unset') throw new Error(`not set: ${given.names.join(', ')}`);
  return given.manifest;
}
