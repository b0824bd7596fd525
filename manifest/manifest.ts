import * as z from 'zod';

/** What the checks read of a manifest that Microsoft's schema has accepted. */
export const manifestSchema = z.object({
  id: z.string(),
  version: z.string(),
  developer: z.object({
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  icons: z.object({
    color: z.string(),
    outline: z.string(),
    color32x32: z.string().optional(),
  }),
  staticTabs: z
    .array(
      z.object({
        entityId: z.string(),
        contentUrl: z.string().optional(),
        websiteUrl: z.string().optional(),
      }),
    )
    .default([]),
  bots: z
    .array(
      z.object({
        botId: z.string(),
        scopes: z.array(z.string()),
        commandLists: z
          .array(
            z.object({
              scopes: z.array(z.string()),
              commands: z.array(
                z.object({ title: z.string(), description: z.string().optional() }),
              ),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string().optional() }).optional(),
  authorization: z
    .object({
      permissions: z
        .object({
          resourceSpecific: z
            .array(z.object({ name: z.string(), type: z.enum(['Application', 'Delegated']) }))
            .default([]),
        })
        .optional(),
    })
    .optional(),
  validDomains: z.array(z.string()).default([]),
});
export type Manifest = z.infer<typeof manifestSchema>;
