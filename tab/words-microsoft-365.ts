/** One's own entry in Microsoft 365 beside the staff list's. */
export const microsoft365 = {
  allow: 'Continue to Microsoft 365',
  allowFirst:
    'Microsoft 365 asks for permission first. We read your work address and who your manager is, and keep neither.',
  notAllowed:
    'Permission was not given. Your Microsoft 365 administrator can allow it, or tell your EDI lead what is not right.',
  noManager: 'Microsoft 365 names no manager. Your work address is the same.',
  same: 'The staff list and Microsoft 365 say the same.',
  manager: 'Your manager',
  address: 'Your work address',
  listed: 'Staff list',
  entra: 'Microsoft 365',
  nobody: 'Nobody',
  other: 'Somebody else',
  propose: 'Propose a correction',
  proposeFor: {
    manager: 'Propose a correction: my manager',
    address: 'Propose a correction: my work address',
  },
  proposed: 'Proposed. Your EDI lead decides.',
  told: 'Your EDI lead is asked. Nothing changes until they decide.',
};
