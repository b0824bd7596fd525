import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import * as z from 'zod';

const schemaFile = new URL('./schema/MicrosoftTeams.v1.30.schema.json', import.meta.url);

let compiled: ValidateFunction | undefined;

/** Where a manifest departs from Microsoft's own schema of version 1.30. */
export function schemaFaults(manifest: unknown): string[] {
  compiled ??= compile();
  return compiled(manifest) ? [] : (compiled.errors ?? []).map(inWords);
}

function compile(): ValidateFunction {
  const schema = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(schemaFile, 'utf8')));
  // It names draft 4, which Ajv doesn't come with, but uses nothing that later drafts changed.
  const { $schema: _, ...rest } = schema;
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  return ajv.compile(rest);
}

function inWords({ instancePath, message, keyword, params }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.') || 'manifest.json';
  const found: unknown = params['additionalProperty'];
  const about = keyword === 'additionalProperties' ? ` (${String(found)})` : '';
  return `${where} ${message ?? 'is not as the schema wants it'}${about}`;
}
