/** Whose right a Graph call uses. */
export type Access = { app: 'reader' | 'mail' | 'self' | 'desk'; token: () => Promise<string> }

/** The right in a token that a signed-in person brought. */
export function delegatedAccess(app: 'self' | 'desk', token: string): Access {
  return { app, token: async () => token }
}
