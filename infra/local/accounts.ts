import { createHash } from 'node:crypto';
import { Refused } from './http.ts';

/** Somebody who can sign in, as Entra and Teams know them. */
export interface Account {
  /** Entra object id. */
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly email: string;
  readonly guest: boolean;
}

/** An Entra object id that follows from the address, so that it is the same on every computer. */
export function objectIdFor(address: string): string {
  const hex = createHash('sha256').update(address.toLowerCase()).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** How Teams names the person in activities; another name in each tenant and app. */
export function teamsIdFor(account: Account): string {
  return `29:${createHash('sha256').update(`${account.tenant}/${account.id}`).digest('base64url')}`;
}

/** The person's own chat with the bot. */
export function chatIdFor(account: Account): string {
  return `a:${createHash('sha256').update(`chat/${account.tenant}/${account.id}`).digest('base64url')}`;
}

export interface Accounts {
  readonly all: readonly Account[];
  /** By e-mail address, Entra object id or Teams id. */
  find(name: string): Account | undefined;
  /** The same, where there must be one. */
  get(name: string): Account;
}

export function createAccounts(all: readonly Account[]): Accounts {
  const byName = new Map<string, Account>();
  for (const account of all) {
    byName.set(account.id, account);
    byName.set(account.email.toLowerCase(), account);
    byName.set(teamsIdFor(account), account);
  }
  const find = (name: string) => byName.get(name) ?? byName.get(name.toLowerCase());
  return {
    all,
    find,
    get(name) {
      const found = find(name);
      if (found === undefined) {
        throw new Refused(404, `Nobody here goes by “${name}”. GET /local/people lists everybody.`);
      }
      return found;
    },
  };
}
