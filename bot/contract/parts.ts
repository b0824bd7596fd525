import * as z from 'zod/mini';

/** What acts of every area are made of. */
export const id = z.string().check(z.minLength(1), z.maxLength(120));
/** What one act may name at most, as `several` does. */
export const mostAtOnce = 50;
export const several = z.array(id).check(z.minLength(1), z.maxLength(mostAtOnce));
export const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
/** Every act names the organisation that its button was made for; another one's is refused. */
export const organisation = z.optional(id);
/** Random, new for each button drawn: the same tap sent again is the same act, however late. */
export const tap = z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/)));
/** The person for whom somebody acts. */
export const forPerson = z.optional(id);
/** A day that there is, of this century. */
export const day = z.iso.date().check(z.regex(/^20/));
/** Where something is to be found: a file's name, a minute's number, an address. */
export const document = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
