import { headers } from 'next/headers'

/** Where the request came from, as the reverse proxy in front of the portal says; null where nobody does. */
export async function readAddress(): Promise<string | null> {
  return (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim() || null
}
