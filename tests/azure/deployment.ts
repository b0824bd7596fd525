import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../infra/local/practice-ids.ts';
import { createBicepReader, type BicepFile } from './bicep.ts';
import { readResourceTypes } from './resource-types.ts';

export const azureFolder = join(projectFolder, 'infra', 'azure');

export const types = readResourceTypes(
  ['types', 'types-by-hand'].map((name) => join(import.meta.dirname, name)),
);

export const readBicep = await createBicepReader();

/** Every Bicep file of infra/azure by its name. */
export const bicepFiles: ReadonlyMap<string, BicepFile> = new Map(
  readdirSync(azureFolder)
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => [name, readBicep(readFileSync(join(azureFolder, name), 'utf8'))]),
);

export function bicepFile(name: string): BicepFile {
  const file = bicepFiles.get(name);
  if (!file) throw new Error(`infra/azure has no ${name}`);
  return file;
}
