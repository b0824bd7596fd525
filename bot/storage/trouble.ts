import { AuthenticationError, CredentialUnavailableError } from '@azure/identity';
import * as z from 'zod';
import { StorageAway, type StorageTrouble } from './table.ts';

/** Tables keep the service's code among the details, queues and files at hand. */
const restErrorSchema = z
  .object({
    name: z.literal('RestError'),
    statusCode: z.number().optional(),
    code: z.string().optional(),
    details: z.object({ odataError: z.object({ code: z.string() }).optional() }).optional(),
  })
  .transform(({ statusCode, code, details }) => ({
    statusCode,
    code: details?.odataError?.code ?? code,
  }));

/**
 * What storage, or the way to it, lacks, whoever asked: then people are told to try again, and
 * readiness says which. Undefined where the request itself was at fault, which is ours.
 */
export function awayFrom(error: unknown): StorageAway | undefined {
  if (error instanceof StorageAway) return error;
  if (!(error instanceof Error)) return undefined;
  const trouble = troubleOf(error);
  if (trouble === undefined) return undefined;
  const { statusCode, code } = restErrorSchema.safeParse(error).data ?? {};
  const told = [statusCode, code].filter((each) => each !== undefined).join(' ');
  return new StorageAway(told === '' ? 'storage is away' : `storage answers ${told}`, {
    ...{ cause: error, trouble },
    ...(told === '' ? {} : { told }),
  });
}

function troubleOf(error: Error): StorageTrouble | undefined {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'slow';
  if (isOfIdentity(error)) return 'identity';
  const { success, data } = restErrorSchema.safeParse(error);
  if (!success) return undefined;
  const { statusCode, code } = data;
  if (statusCode === undefined || statusCode >= 500 || [408, 429].includes(statusCode))
    return 'away';
  if (statusCode === 403 && code === 'AuthorizationPermissionMismatch') return 'role-missing';
  // A firewall's answer has the one code; a role that Azure hasn't spread yet may have either.
  if (statusCode === 403 && code === 'AuthorizationFailure') return 'closed-to-us';
  return statusCode === 401 || statusCode === 403 ? 'refused' : undefined;
}

/** No token could be had for storage: the identity isn't there, or isn't this process's. */
function isOfIdentity(error: Error): boolean {
  return (
    error instanceof CredentialUnavailableError ||
    error instanceof AuthenticationError ||
    // Of MSAL, beneath: its errors are no exports of @azure/identity.
    /^(ManagedIdentityError|ServerError|ClientAuthError|AuthError|AggregateAuthenticationError|AuthenticationRequiredError)$/.test(
      error.name,
    )
  );
}
