export const picker = {
  hint: 'Type two letters of a name, then choose.',
  list: 'Names',
  found: (shown: number, all: number) =>
    all === 0
      ? 'Nobody has such a name among the leaders and directors.'
      : all > shown
        ? `The first ${shown} of ${all}. Type more of the name.`
        : all === 1
          ? '1 name.'
          : `${all} names.`,
};

export const organisations = {
  label: 'Organisation',
  failed: 'We could not switch. Check your connection and try again.',
};
