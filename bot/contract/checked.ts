/**
 * What came from outside, held against its schema. A made-up `length` that is no number makes the
 * schema's own checks throw: such a thing is as unreadable as nothing at all.
 */
export function checked<Read>(schema: { safeParse(value: unknown): Read }, value: unknown): Read {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof TypeError) return schema.safeParse(undefined);
    throw error;
  }
}
