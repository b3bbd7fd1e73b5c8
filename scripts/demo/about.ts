import { z } from 'zod'

const About = z.object({
  tenantId: z.string(),
  authority: z.string(),
  graph: z.string(),
  apps: z.array(z.object({ name: z.string(), clientId: z.string(), clientSecret: z.string() })),
  people: z.array(
    z.object({
      id: z.string(),
      displayName: z.string(),
      userPrincipalName: z.string(),
      roles: z.array(z.string()).default([]),
    }),
  ),
})

/** What the emulator says of itself: its tenant, the registered apps with their secrets, the demo company's cast. */
export type About = z.infer<typeof About>

/** Null while the emulator does not answer. */
export async function readAbout(emulatorUrl: string): Promise<About | null> {
  try {
    const answer = await fetch(`${emulatorUrl}/emulator/about`, { signal: AbortSignal.timeout(2_000) })
    return answer.ok ? About.parse(await answer.json()) : null
  } catch (error) {
    if (error instanceof z.ZodError) throw error
    return null
  }
}
