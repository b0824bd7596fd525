import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const property = z.object({
  name: z.string(),
  type: z.string(),
  flags: z.string().optional(),
});
const objectType = z.object({
  $type: z.literal('Object'),
  name: z.string(),
  properties: z.array(property),
  additionalPropertiesType: z.string().optional(),
});
const oneOfType = z.object({
  $type: z.literal('DiscriminatedObject'),
  name: z.string(),
  baseProperties: z.array(property),
  elements: z.array(objectType),
  discriminator: z.string(),
});
const bodyType = z.discriminatedUnion('$type', [objectType, oneOfType]);
const resourceType = z.object({
  $type: z.literal('Resource'),
  name: z.string(),
  bodyType,
});
const fileShape = z.object({
  results: z.object({
    BicepSchemaResult: z.array(z.object({ $type: z.string() }).loose()),
  }),
});

export type ObjectType = z.infer<typeof objectType>;
export type BodyType = z.infer<typeof bodyType>;

export interface ResourceType {
  readonly body: BodyType;
  /** The types that its properties name. */
  readonly named: ReadonlyMap<string, BodyType>;
}

/** By name and version in small letters, as Azure compares them. */
export type ResourceTypes = ReadonlyMap<string, ResourceType>;

export function readResourceTypes(folders: readonly string[]): ResourceTypes {
  const found = new Map<string, ResourceType>();
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
      const file: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const all = fileShape.parse(file).results.BicepSchemaResult;
      const bodies = all.flatMap((each) => bodyType.safeParse(each).data ?? []);
      const named = new Map(bodies.map((each) => [each.name, each]));
      for (const each of all.filter(({ $type }) => $type === 'Resource')) {
        const resource = resourceType.parse(each);
        found.set(resource.name.toLowerCase(), { body: resource.bodyType, named });
      }
    }
  }
  return found;
}
